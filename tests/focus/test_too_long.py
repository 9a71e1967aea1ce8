"""How a network counts is told beside a text in which it makes a difference, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.model.terms import LANGUAGES
from planner.words import findings, speak
from tests.focus import build
from tests.focus.judging import findings_on

if TYPE_CHECKING:
    from planner.focus.check import Finding

LINK = "https://example.org/a"
REMARKS = {
    "fr": ("un lien en vaut 23", "un émoji en vaut deux", "un émoji en vaut plusieurs"),
    "en": ("a link counts 23", "an emoji counts two", "an emoji counts several"),
}


def told(network: str, body: str, language: str) -> str:
    (finding,) = [found for found in findings_on(build.post(body, network=network), language) if _too_long(found)]
    speak(language)
    try:
        return findings.sentence(finding)  # type: ignore[arg-type]
    finally:
        speak("en")


def _too_long(finding: Finding) -> bool:
    return finding.check == "too-long"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("network", "more", "remark"),
    [
        ("linkedin", "", None),
        ("linkedin", LINK, None),
        ("linkedin", "ici 🙂", 1),
        ("x", "", None),
        ("x", LINK, 0),
        ("x", "example.org et lui", 0),
        ("x", f"🙂 {LINK}", 0),
        ("x", "ici 🙂", 1),
        ("threads", LINK, None),
        ("threads", "ici 🇫🇷", 2),
        ("mastodon", "example.org 🙂", None),
        ("mastodon", LINK, 0),
        ("bluesky", f"🙂 {LINK}", None),
        ("youtube", f"🙂 {LINK}", None),
    ],
)
def test_the_remark_needs_its_link_or_its_emoji(network: str, more: str, remark: int | None, language: str) -> None:
    sentence = told(network, f"{'mot ' * 1400} {more}", language)
    shown = [number for number, words in enumerate(REMARKS[language]) if words in sentence]
    assert shown == ([] if remark is None else [remark])
