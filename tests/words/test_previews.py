"""An import in words: a line for each row, and what is said of several once."""

from __future__ import annotations

from datetime import date, time

from planner.desk.preview import Becomes, PreviewRow
from planner.errors import InputError
from planner.words import speak
from planner.words.previews import asked_on_screen, held_told, rows_told

NO_DAY = (InputError("event-no-day"),)


def test_what_is_said_of_several_that_follow_each_other_stands_once() -> None:
    rows = [PreviewRow(number, f"T{number}", "refused", "", NO_DAY) for number in (1, 2)]
    rows += [PreviewRow(3, "T3", "new"), PreviewRow(4, "T4", "refused", "", NO_DAY)]
    first, second, third, last = rows_told(rows)
    assert (first, third) == ("× 1  T1", "+ 3  T3")
    assert second.splitlines()[0] == "× 2  T2"
    remark = last.splitlines()[1].strip()
    assert second.splitlines()[1:] == [f"   these 2: {remark}"]
    alone = [rows[0]._replace(reasons=()), rows[1]]
    assert [text.splitlines()[1:] for text in rows_told(alone)] == [[], [f"   {remark}"]]


def test_fields_that_change_are_named() -> None:
    row = PreviewRow(7, "T", "changed", "post", (), ("title", "day"))
    assert rows_told([row]) == ["~ 7  T\n   changes: title, day"]


def test_only_the_title_is_cut_and_what_it_becomes_stands_under_it_where_there_is_no_room() -> None:
    becomes = Becomes("draft", date(2026, 11, 30), time(14), "")
    row = PreviewRow(3, "Wort " * 30, "new", becomes=becomes)
    (told,) = rows_told([row], date(2026, 1, 1), 68)
    assert told.endswith("… · draft · Mon 30 Nov 14:00")
    assert len(told) <= 68
    (wide,) = rows_told([row._replace(title="漢" * 60)], date(2026, 1, 1), 68)
    assert wide.endswith("漢… · draft · Mon 30 Nov 14:00")
    assert sum(2 if sign == "漢" else 1 for sign in wide) <= 68
    far = becomes._replace(zone="America/Argentina/Buenos_Aires", rule="FREQ=WEEKLY", code="prepare")
    speak("fr")
    (two,) = rows_told([row._replace(record="slot", becomes=far)], None, 68)
    assert two.splitlines()[1] == (
        "   rendez-vous\u00a0: préparation · lun. 30 nov. 14:00 America/Argentina/Buenos_Aires, chaque semaine"
    )


def test_what_has_no_title_is_called_by_what_it_is_for() -> None:
    row = PreviewRow(7, "", "same", "slot", becomes=Becomes("publish"))
    told = {}
    for language in ("fr", "en"):
        speak(language)
        told[language] = rows_told([row, row._replace(record="post")])
    assert told == {"fr": ["= 7  publication", "= 7  sans titre"], "en": ["= 7  publication", "= 7  untitled"]}


def test_a_row_says_nothing_of_what_happens_to_the_others_nor_of_options() -> None:
    refusals = [
        InputError("value-not-allowed", field="status", value="fini", allowed=("idea", "ready")),
        InputError("text-missing", field="title"), InputError("text-too-long", field="body", count=2, limit=1),
        InputError("value-duplicate", field="uid", value="a"), InputError("event-floating"),
        InputError("zone-unknown", zone="x"), InputError("not-text", file="a", line=1),
    ]  # fmt: skip
    speak("en")
    told = "\n".join(rows_told([PreviewRow(1, "T", "refused", "", tuple(refusals))]))
    assert "Nothing was" not in told
    assert "--" not in told
    speak("fr")
    told = "\n".join(rows_told([PreviewRow(1, "T", "refused", "", tuple(refusals))]))
    assert "Rien n’a" not in told
    assert "Permis\u00a0: idée, prête." in told


def test_the_screen_is_not_told_of_options_and_counts_have_their_plural() -> None:
    asks = {"zone-unknown": ("Europe/Paris",), "zone-names": ("Here", "There"), "date-order": ("dmy", "mdy")}
    assert "--" not in " ".join(asked_on_screen(asks))
    assert "“Here”, “There”" in " ".join(asked_on_screen(asks))
    assert "--map" in " ".join(asked_on_screen({"columns": ("a",)}))
    assert held_told({"brief": 3, "need": 1, "post": 2}) == "a brief, 1 need, 2 posts"


def test_no_rows_are_no_lines() -> None:
    assert rows_told([]) == []
