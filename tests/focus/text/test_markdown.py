"""Markdown is not prose, and taking it out moves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus.batch import verdict
from planner.focus.text.draft import Draft
from planner.focus.text.genericness import judge_genericness
from planner.focus.text.markdown import prose
from planner.focus.text.phrases import phrase_hits, style_signs
from planner.focus.text.reading import read
from tests.focus.text.samples import rows

SIGNS = (
    "```", "~~~", "`", "``", "> ", ">", "# ", "## ", "**", "*", "_", "__", "~~", "---", "===", "|", "|-|", "- ",
    "* ", "+ ", "1. ", "[ ]", "[a](b)", "![a](b)", "[", "](", ")", "<b>", "</b>", "<!--", "-->", "&nbsp;", "\\",
    "    ", "\t", "\n", "\n\n", "mot", "un mot. ", "https://a_b.fr/*c*", "@a_b", "clé: valeur", "é", "😂",
)  # fmt: skip
MARKED = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=30).map("".join)


def words(body: str, title: str = "") -> list[str]:
    return [word for _, _, word in Draft(title, body, "fr").words]


@settings(deadline=None)
@given(MARKED)
def test_what_is_taken_out_leaves_its_place(text: str) -> None:
    kept, quotations, codes = prose(text)
    assert len(kept) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, kept, strict=True))
    assert [at for at, letter in enumerate(kept) if letter == "\n"] == [
        at for at, letter in enumerate(text) if letter == "\n"
    ]
    assert all(0 <= start < end <= len(text) for start, end in (*quotations, *codes))


@pytest.mark.parametrize(
    ("body", "read_words"),
    [
        ("Avant\n```python\nimport sys\n```\naprès", ["Avant", "après"]),
        ("Avant\n~~~\ncode\n~~~\naprès", ["Avant", "après"]),
        ("Avant\n```\ncode sans fin", ["Avant"]),
        ("Avant\n~~~~~~\naprès", ["Avant", "après"]),
        ("Avant\n\n    x = appel(1)\n    y = 2\n\naprès", ["Avant", "après"]),
        ("Avant\n\n    Un paragraphe en retrait.\n\naprès", ["Avant", "Un", "paragraphe", "en", "retrait", "après"]),
        ("- un\n\n    x = suite", ["un", "x", "suite"]),
        ("Tapez `planner check` ici", ["Tapez", "ici"]),
        ("Tapez ``a`b`` ici", ["Tapez", "b", "ici"]),
        ("| Nom | Prix |\n|-----|------|\n| Pain | 2 |\n\naprès", ["après"]),
        ("Nom | Prix\n--- | ---\nPain | 2\n\naprès", ["après"]),
        ("Voir [le guide](guide.md) ici", ["Voir", "le", "guide", "ici"]),
        ("Voir [le guide](/a_(b) \"Titre\") ici", ["Voir", "le", "guide", "ici"]),
        ("Voir [le guide][ref]\n\n[ref]: guide.md", ["Voir", "le", "guide"]),
        ("Une image ![un four](four.png) ici", ["Une", "image", "ici"]),
        ("[![logo](logo.svg)](page.md) ici", ["ici"]),
        ("Du <strong class=\"x\">pain</strong><br/> ici", ["Du", "pain", "ici"]),
        ("Avant <!-- note\nà moi --> après", ["Avant", "après"]),
        ("pain&nbsp;bis", ["pain", "bis"]),
        ("---\ntitle: Un titre\nnetwork: blog\ntags:\n  - un\n---\nLe corps", ["Le", "corps"]),
        ("---\nUne phrase sans champ.\n---", ["Une", "phrase", "sans", "champ"]),
        ("# Titre\n## Sous-titre ##", ["Titre", "Sous", "titre"]),
        ("**Osez** le _vrai_ pain ~~noir~~", ["Osez", "le", "vrai", "pain", "noir"]),
        ("- [x] pesé\n* noté\n+ signé", ["pesé", "noté", "signé"]),
        ("> Bonjour à tous\n> dit-elle\nOui", ["Oui"]),
        ("> 50 % des sacs", ["des", "sacs"]),
    ],
)  # fmt: skip
def test_what_is_read(body: str, read_words: list[str]) -> None:
    assert words(body) == read_words


@pytest.mark.parametrize(
    "text",
    [
        "Plus de 3 > 2, R&D, 5 * 3, cerfa 12669*02, #PetitsCommerces, n°1.\n- un\n- deux\n1. trois",
        "a_b_c et https://exemple.fr/_page_*1* et @quelqu_un",
        "Prix < 10 € [prénom] (voir ci-dessous)",
    ],
)
def test_plain_text_stays(text: str) -> None:
    assert prose(text).text == text


def test_the_drafts_are_nearly_all_plain() -> None:
    marked = [row["id"] for row in rows("drafts_*.jsonl") if prose(row["body"]).text != row["body"]]
    assert len(marked) <= 5, marked


def test_a_title_has_marks_too() -> None:
    assert words("Le corps", "## **Osez** le `code`") == ["Osez", "le", "Le", "corps"]


def test_a_heading_and_an_item_end_their_sentence() -> None:
    draft = Draft("", "# Un titre\nUne phrase\n* un point", "fr")
    assert [draft.text[start:end].strip() for start, end in draft.sentences] == [
        "Un titre",
        "Une phrase",
        "un point",
    ]


def test_spans_point_into_the_text_as_given() -> None:
    draft = Draft("", "Du **pain** et du [seigle](seigle.md).", "fr")
    assert [draft.quote(draft.span(start, end)) for start, end, _ in draft.words] == [
        "Du", "pain", "et", "du", "seigle",
    ]  # fmt: skip


EMPTY = "Osez être vous-même ! Partagez si vous êtes d'accord. Bonjour à tous, URGENT PROMO !!!"


@pytest.mark.parametrize(
    "body",
    [f"> {EMPTY}", f"```\n{EMPTY}\n```", f"<!-- {EMPTY} -->", f"| {EMPTY} | {EMPTY} |", f"`{EMPTY}`"],
    ids=["quotation", "fenced", "comment", "table", "inline"],
)
def test_what_is_not_the_authors_prose_is_not_judged(body: str) -> None:
    plain = "Mardi, Hélène Martin a pesé 12 sacs de farine dans la cour du moulin. Si un sac manque, notez-le."
    draft = Draft("", f"{plain}\n\n{body}", "fr")
    assert [phrase_hits(draft, code) for code in ("buzz", "pushy", "impersonal")] == [(), (), ()]
    assert style_signs(draft) == ()
    assert judge_genericness(draft).level == ""
    assert phrase_hits(Draft("", EMPTY, "fr"), "buzz")


def test_a_quotation_of_others_is_a_particular() -> None:
    told = "Une cliente m'a écrit ce matin au sujet de la farine que nous avions choisie ensemble.\n\n"
    quoted, silent = Draft("", f"{told}> Il en manque deux sacs.", "fr"), Draft("", told, "fr")
    assert ("say", "Il en manque deux sacs.") in {(found.kind, found.text) for found in judge_genericness(quoted).found}
    assert judge_genericness(quoted).score < judge_genericness(silent).score


def test_a_quotation_anchors_the_sentence_before_it() -> None:
    reading = read(Draft("", "Rien ici.\n\nElle répond :\n\n> Deux\n> sacs.\n\nEt puis.", "fr"))
    assert [sentence.anchors for sentence in reading.sentences if sentence.words] == [0, 1, 0]


def test_code_in_a_sentence_is_a_particular() -> None:
    found = judge_genericness(Draft("", "Tapez `planner check` avant de publier le texte du lundi.", "fr")).found
    assert ("what", "`planner check`") in {(each.kind, each.text) for each in found}


@settings(deadline=None)
@given(MARKED, MARKED)
def test_a_marked_text_has_a_verdict_that_points_into_it(title: str, body: str) -> None:
    found = verdict({"lang": "fr", "title": title, "body": body, "brief": {"audience": "Boulangers de village"}})
    assert isinstance(found["findings"], list)
    for finding in found["findings"]:
        field = title if finding["field"] == "title" else body
        assert 0 <= finding["start"] <= finding["end"] <= len(field)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var t = 'Likez et partagez ce post';</script>",
        "<style>\n.a { content: 'réservez maintenant, dernière chance' }\n</style>",
        "<SCRIPT type='x'>Likez et partagez ce post</Script>",
    ],
)
def test_what_scripts_and_style_sheets_hold_is_no_prose(markup: str) -> None:
    text = f"Avant.\n{markup}\nAprès, la suite."
    read = prose(text).text
    assert len(read) == len(text)
    assert read.split() == ["Avant.", "Après,", "la", "suite."]


def test_many_openers_without_a_closer_are_read_at_once() -> None:
    text = "<script>" * 20_000 + "</style>" + "<style>" * 20_000
    assert len(prose(text).text) == len(text)
