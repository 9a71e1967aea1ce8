"""What people really hand over: every shape of text gets an answer, and markup raises no alarm of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from planner.model.terms import SEVERITIES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

PRECISE = {
    "fr": (
        "En mars, Karim m’a envoyé un décompte sans signature. On a écrit une lettre de neuf lignes, en recommandé, le "
        "mardi. Le vendredi, les 5 % étaient virés : 2 140 €. Et chez vous, qui signe le procès-verbal ?"
    ),
    "en": (
        "In March, Karim sent me a final account with no signature. We wrote nine lines, sent them recorded on the "
        "Tuesday, and on the Friday the 5% was in: £2,140. Who signs the handover on your site?"
    ),
}
CODE = "```sh\nlike share follow && tag a friend !!! OFFRE GRATUITE, DERNIÈRE CHANCE, achetez, likez, partagez !!!\n```"
TABLE = "| essentiel | réussir |\n|---|:-:|\n| likez | partagez |\n| comment below | win |\n"
SHAPES = {
    "empty": "",
    "blank": " \n\t\n\u00a0\n",
    "one word": "Décompte",
    "only emoji": "🙂🎉👩‍💻❤️ 🇫🇷\n" * 40,
    "only links": "https://example.org/a?b=c#d\n[](https://example.org)\n<https://example.org>\n" * 20,
    "only marks": "*" * 3_000 + "\n" + "> " * 500 + "\n" + "| - " * 300,
    "only numbers": "12 345,67 € 09:00 5 % " * 60,
    "one long word": "a" * 200_000,
    "many words": "Le lundi, Karim relit son décompte de neuf lignes avec sa comptable. " * 8_400,
    "many different words": " ".join(f"mot{number}e" for number in range(100_000)),
    "many lines": "\n" * 50_000 + "Fin",
    "German": "Im März hat Karim mir eine Schlussrechnung ohne Unterschrift geschickt, und wir haben neun Zeilen "
    "geschrieben. Am Freitag war das Geld auf seinem Konto, und niemand hat mehr darüber gesprochen.",
    "Arabic": "في شهر مارس أرسل لي كريم كشف حساب بدون توقيع وكتبنا رسالة من تسعة أسطر يوم الثلاثاء "
    "وفي يوم الجمعة وصل المبلغ كاملا إلى حسابه ولم يسأل أحد بعد ذلك عن شيء",
    "Hebrew and controls": "\u202eבמרץ שלח לי כרים חשבון סופי בלי חתימה\u202c וכתבנו מכתב של תשע שורות " * 3,
    "Chinese": "三月，卡里姆给我寄来了一份没有签名的结算单。我们写了九行字的信，周二用挂号信寄出。" * 4,
    "both languages": f"{PRECISE['fr']}\n\n{PRECISE['en']}",
    "code and tables": f"{CODE}\n\n{TABLE}\n\n    likez(partagez)\n",
    "half a surrogate": "\ud83d un texte",
}


def answered(run: Run, file: Path, text: str, *arguments: str) -> tuple[int, list[dict[str, object]]]:
    """The exit code and the findings of a text in a file, which is answered in every form without a complaint."""
    file.write_bytes(text.encode("utf-8", "replace"))
    for form in ("text", "line", "github"):
        answer = run("check", str(file), "--format", form, *arguments)
        assert answer.code in (0, 1)
        assert answer.err == ""
    answer = run("check", str(file), "--format", "json", *arguments)
    return answer.code, json.loads(answer.out)["findings"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_shape_gets_an_answer(run: Run, tmp_path: Path, shape: str, language: str) -> None:
    text = SHAPES[shape]
    code, found = answered(run, tmp_path / "a.md", text, "--lang", language)
    heavy = [finding for finding in found if finding["severity"] != "suggestion"]
    assert code == int(bool(heavy))
    assert {finding["severity"] for finding in found} <= set(SEVERITIES)


@pytest.mark.parametrize(
    "shape",
    [
        "empty", "blank", "one word", "only emoji", "only links", "only marks", "only numbers", "German", "Arabic",
        "Hebrew and controls", "Chinese", "both languages", "code and tables",
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_not_accused(run: Run, tmp_path: Path, shape: str) -> None:
    code, found = answered(run, tmp_path / "a.md", SHAPES[shape])
    assert code == 0
    assert len(found) <= 2


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("markup", [CODE, TABLE, "<!-- likez, partagez -->", "> Likez et partagez, taguez un ami !!!"])
def test_markup_around_a_good_draft_raises_no_alarm(run: Run, tmp_path: Path, markup: str, language: str) -> None:
    question = "Qui signe chez vous ?" if language == "fr" else "Who signs on your site?"
    bare, around = (
        answered(run, tmp_path / "a.md", text)
        for text in (
            f"{PRECISE[language]}\n\n{question}",
            f"{markup}\n\n{PRECISE[language]}\n\n{markup}\n\n{question}",
        )
    )
    assert bare[0] == around[0] == 0
    assert {finding["check"] for finding in around[1]} <= {finding["check"] for finding in bare[1]}


@pytest.mark.parametrize(
    "line", ['{"id": 1}', '{"id": 1, "body": "🙂"}', '{"id": 1, "body": "\\ud83d x", "lang": "xx"}']
)
def test_a_line_of_any_shape_gets_a_verdict(run: Run, line: str) -> None:
    answer = run("check", "--jsonl", typed=line.encode())
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out)["id"] == 1
