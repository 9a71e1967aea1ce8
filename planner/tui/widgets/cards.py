"""How a card, a slot and a day are drawn: lines of styled text, used by the week and by the month."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from rich.cells import cell_len

from planner.tui.days import is_card, is_taken
from planner.tui.plain import cells, line, wrapped
from planner.words import busy, dates, say, terms

if TYPE_CHECKING:
    from planner.model.busy import BusyTime
    from planner.model.card import Block, Card
    from planner.tui.days import Row


class Line(NamedTuple):
    """One line of text and the names of its styles: `dim`, `warning`, `error`, `chosen`, `today`, `head`, ``."""

    text: str
    style: str = ""


def marks(card: Card) -> str:
    """The kept findings in brief: `✗1 !2 ·1`, or ""."""
    counts = (("error", card.errors), ("warning", card.warnings), ("suggestion", card.suggestions))
    return " ".join(f"{terms.sign_of_severity(name)}{count}" for name, count in counts if count)


def weight(card: Card) -> str:
    """The style of the worst finding."""
    return "error" if card.errors else "warning" if card.warnings else "dim"


def title_of(card: Card) -> str:
    """The post's title, or a word that says there is none."""
    return line(card.title) or say("untitled")


def card_lines(card: Card, width: int, most: int) -> list[Line]:
    """A post in a column of the week: hour and status, network, title on up to `most` lines, findings."""
    found = marks(card)
    lines = [Line(text, "head") for text in hour_lines(card, width, f" {terms.sign_of_status(card.status)}")]
    if card.network:
        lines.append(Line(card.network, "dim"))
    lines += [Line(text) for text in wrapped(title_of(card), width, most)]
    if found:
        lines.append(Line(found, weight(card)))
    return lines


def hour_lines(row: Card | Block, width: int, sign: str = "") -> list[str]:
    """The hour and a sign; the place of an hour elsewhere stands after the hour, or under it where it does not fit."""
    whole = line(f"{dates.hour_of(row)}{sign}")
    if not row.here or cell_len(whole) <= width:
        return [whole]
    return [f"{dates.hour(row.time)}{sign}", *wrapped(dates.place(row.zone), width, 2)]


def _hour_before(row: Card | Block, width: int) -> str:
    """The hour at the beginning of a line of this width, "" where there is no room for it."""
    if width <= 20:
        return ""
    return f"{dates.hour_in_full(row) if width > 50 else dates.hour_of(row):<5} "


def block_text(block: Block) -> str:
    """A slot in brackets, by its own title: `[Les devis du lundi 1 h]`."""
    name = line(block.title) or terms.slot_kind(block.kind)
    return f"[{name} {dates.duration(block.minutes)}]"


def block_lines(block: Block, width: int) -> list[Line]:
    """A slot in a column: dim and bracketed, or a dotted card when it waits for a post."""
    if block.kind != "publish":
        short = f"[{terms.slot_kind_short(block.kind)} {dates.duration(block.minutes)}]"
        return [Line(text, "dim") for text in wrapped(short, width, 2)]
    hours = [Line(text, "dim") for text in hour_lines(block, width)]
    lines = [Line(f"┄ {say('free')} ┄", "head"), Line(block.network, "dim"), *hours]
    return [shown for shown in lines if shown.text]


def taken_lines(hour: BusyTime, width: int) -> list[Line]:
    """Time that another calendar takes, in a column: dim, its hours and whose it is."""
    span = busy.span(hour)
    ends = [span] if len(span) <= width else [dates.hour(hour.time), f"–{dates.hour(hour.end)}"]
    told = [*ends, *wrapped(busy.what(hour), width, 2)] if hour.time else wrapped(busy.what(hour), width, 2)
    return [Line(text, "dim") for text in told]


def row_lines(row: Row, width: int, most: int) -> list[Line]:
    """A post, a slot or time that is taken, in a column."""
    if is_taken(row):
        return taken_lines(cast("BusyTime", row), width)
    if is_card(row):
        return card_lines(cast("Card", row), width, most)
    return block_lines(cast("Block", row), width)


def listed(row: Row, width: int) -> Line:
    """A post, a slot or time that is taken, on one line, for narrow screens and for the month."""
    if is_taken(row):
        hour = cast("BusyTime", row)
        told = (busy.span(hour), busy.what(hour)) if hour.time else (busy.what(hour), busy.span(hour))
        return Line(cells("  ".join(told), width), "dim")
    return _listed(cast("Card | Block", row), width)


def _listed(row: Card | Block, width: int) -> Line:
    if not is_card(row):
        block = cast("Block", row)
        if block.kind != "publish":
            return Line(cells(block_text(block), width), "dim")
        text = f"{_hour_before(block, width)}┄ {say('free')} ┄  {block.network}"
        return Line(cells(text, width), "dim")
    card = cast("Card", row)
    found = marks(card)
    head = f"{_hour_before(card, width)}{terms.sign_of_status(card.status)} "
    network = f"{cells(card.network, 10)}  " if card.network and width > 50 else ""
    room = width - len(head) - len(network) - (len(found) + 1 if found else 0)
    text = f"{head}{network}{cells(title_of(card), room)}" + (f" {found}" if found else "")
    return Line(cells(text, width), weight(card) if card.errors or card.warnings else "")


def month_lines(row: Card | Block, width: int, most: int) -> list[Line]:
    """A post or a slot in a day of the month: one line, or as many as are free, up to the whole title."""
    if most < 2 or not is_card(row):
        return [listed(row, width)]
    card = cast("Card", row)
    text = " ".join(part for part in (terms.sign_of_status(card.status), marks(card), title_of(card)) if part)
    style = weight(card) if card.errors or card.warnings else ""
    return [Line(part, style) for part in wrapped(text, width, most)]
