"""An export as the screen asks for it, sent through the desk, and what must be said of it afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.errors import InputError
from planner.model.terms import SlotKind
from planner.words import say, spoken, to_say
from planner.words.labels import event_labels, toml_header

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.desk.desk import Desk
    from planner.desk.send import ExportedFile
    from planner.exchange.ics.entry import Remark


ALL_KINDS = frozenset(map(str, SlotKind))


class ExportWish(NamedTuple):
    """What to export: the form, the days and the network's name (None for all), the kinds, and how."""

    form: str
    path: Path
    first: date | None = None
    last: date | None = None
    network: str | None = None
    kinds: frozenset[str] = ALL_KINDS
    split: str = ""
    alarm: int | None = None
    html: bool = False


KEPT = "kept"
"""In the place of a split: one file, kept up to date from now on."""
UNASKED = ("year", "readable")
"""What a place keeps when it is exported again: the command line alone asks for it."""


def _kept(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    """Write the file and keep it up to date after each change; its counts are those of all that stands in it."""
    from planner.desk import publish
    from planner.desk.bundle import Labels
    from planner.desk.send import ExportedFile
    from planner.words.published import labels_by_language

    if wish.first or wish.last:
        raise InputError("kept-whole")
    network = {name: number for number, name in desk.networks()}.get(wish.network or "")
    options: dict[str, Any] = {"language": spoken(), "html": wish.html, "network": network, "alarm": wish.alarm}
    options["without"] = sorted(ALL_KINDS - wish.kinds)
    asking = publish.Asking({name: Labels(**words) for name, words in labels_by_language().items()}, force=over)
    before = publish.options_before(desk, wish.path)
    options |= {name: before[name] for name in UNASKED if name in before}
    chosen = {name: value for name, value in options.items() if value not in (None, [])}
    done = publish.publish_in(desk, wish.path, chosen, asking)
    for one in done:
        if one.error is not None:
            raise one.error
    place = Path(done[0].outlet.place)
    remarks = [remark for one in done for remark in one.remarks]
    counts = [publish.events_in(Path(one.outlet.place)) for one in done]
    count, cancelled = (sum(of_each) for of_each in zip(*counts, strict=True))
    return ExportedFile(place if len(done) == 1 else place.parent, count, remarks, cancelled)


def _ics(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    if wish.split == KEPT:
        return _kept(desk, wish, over)
    from planner.desk.bundle import Labels
    from planner.desk.send import export_ics

    return export_ics(
        desk,
        wish.path,
        force=over,
        split=wish.split,
        first=wish.first,
        last=wish.last,
        network=wish.network,
        kinds=wish.kinds,
        alarm=wish.alarm,
        html=wish.html,
        labels=Labels(**event_labels()),
    )


def _toml(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    from planner.desk.send import export_toml

    return export_toml(desk, wish.path, toml_header(), force=over)


def _json(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    from planner.desk.send import export_json

    return export_json(desk, wish.path, force=over)


def _csv(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    from planner.desk.post_texts import COLUMNS
    from planner.desk.send_rows import TableForm, export_csv
    from planner.words.columns import table_words

    # A spreadsheet in French takes the comma for the decimal sign.
    words: dict[str, Any] = {**table_words(COLUMNS, spoken()), "separator": ";" if spoken() == "fr" else ","}
    return export_csv(desk, wish.path, TableForm(**words), force=over)


def _markdown(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    from planner.desk.send_notes import export_markdown

    return export_markdown(desk, wish.path, force=over)


def _page(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    from planner.desk.send_page import export_page
    from planner.exchange.printed import Labels
    from planner.words.page_labels import page_labels

    return export_page(desk, wish.path, "week", desk.today(), Labels(**page_labels()), force=over)


FORMS: dict[str, tuple[str, Callable[[Desk, ExportWish, bool], ExportedFile]]] = {
    "ics": (to_say("Google Calendar, Outlook … (.ics)"), _ics),
    "toml": (to_say("planner elsewhere, or a backup (.toml)"), _toml),
    "csv": (to_say("a spreadsheet (.csv)"), _csv),
    "md": (to_say("Obsidian, Hugo … (a folder of .md)"), _markdown),
    "html": (to_say("this week, to print or to send (.html)"), _page),
    "json": (to_say("another program (.json)"), _json),
}
"""Each form: what it is called, and what writes it."""


def usual_name(stem: str, form: str) -> str:
    """What a file of this form is called at first; notes are a folder."""
    return stem if form == "md" else f"{stem}.{form}"


def form_words(form: str) -> str:
    """What a form is called in the spoken language."""
    return say(FORMS[form][0])


def send(desk: Desk, wish: ExportWish, over: bool) -> ExportedFile:
    """Write the file; `over` replaces one that planner did not write.

    Raises:
        InputError: `not-ours`.
        OutsideError: the disk or the folder refuses.
    """
    return FORMS[wish.form][1](desk, wish, over)


def remark_said(remark: Remark) -> str:
    """What is said of one event, or of the file."""
    from planner.words.published import remark_on_screen

    return remark_on_screen(remark.key, remark.values)
