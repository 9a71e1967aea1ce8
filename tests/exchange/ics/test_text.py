"""Text on its way into the file."""

import pytest

from planner.exchange.ics.text import (
    DESCRIPTION_LIMIT,
    category,
    described,
    escaped,
    one_line,
    plain,
    web_address,
)


def test_control_characters_go_and_line_ends_stay() -> None:
    assert plain("a\x00b\x1bc\x7f\x9b\ud800\td\r\ne\rf\x85g\u2028h\x0bi") == "abc\td\ne\nf\ng\nh\ni"


def test_a_line_has_no_line_ends() -> None:
    assert one_line("a\r\nb\u2029c") == "a b c"


def test_each_special_character_is_escaped_once() -> None:
    assert escaped("a,b;c\\d\ne:f") == "a\\,b\\;c\\\\d\\ne:f"


def test_a_backslash_before_n_is_no_line_break() -> None:
    assert escaped("C:\\News\\new") == "C:\\\\News\\\\new"


def test_a_category_has_no_comma() -> None:
    assert category(" Paris,  Lyon\n") == "Paris Lyon"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org ", "http://example.org"),
        ("https://example.org/été%20", "https://example.org/%C3%A9t%C3%A9%20"),
        ("example.org", ""),
        ("/blog/7", ""),
        ("ftp://example.org", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https:///path", ""),
        ("https://[", ""),
        ("https://example.org:port/", ""),
        ("https://ex.org/a b", ""),
        ("https://ex.org/\r\nATTENDEE:x", ""),
        ("https://été.fr/", ""),
        ("", ""),
    ],
)
def test_only_an_absolute_web_address_is_one(link: str, address: str) -> None:
    assert web_address(link) == address


def test_the_link_stands_in_the_text_once() -> None:
    assert described("Un corps", "https://a.org", "…") == ("Un corps\n\nhttps://a.org", False)
    assert described("Voir https://a.org ici", "https://a.org", "…") == ("Voir https://a.org ici", False)
    assert described("", "/blog/7", "…") == ("/blog/7", False)
    assert described("", "", "…") == ("", False)


def test_a_text_of_the_limit_is_whole() -> None:
    body = "mot " * (DESCRIPTION_LIMIT // 4)
    assert described(body, "", "…") == (body, False)


def test_a_longer_text_is_cut_at_a_word_with_a_pointer() -> None:
    text, cut = described("mots " * 2_000, "https://a.org", " … la suite :")
    assert cut
    assert text.endswith("mots … la suite :\n\nhttps://a.org")
    assert DESCRIPTION_LIMIT - 10 < len(text) <= DESCRIPTION_LIMIT


def test_a_text_without_spaces_is_cut_too() -> None:
    text, cut = described("字" * 9_000, "", "…")
    assert cut
    assert len(text) == DESCRIPTION_LIMIT
