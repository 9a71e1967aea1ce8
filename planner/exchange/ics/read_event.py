"""One event as its lines say it: each property understood, or its fault noted, so that no event spoils another."""

from __future__ import annotations

import binascii
import html
import quopri
import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import nh3
from icalendar.parser import Contentline, split_on_unescaped_comma, unescape_backslash

from planner.errors import InputError
from planner.exchange.ics import read_moment
from planner.exchange.ics.foreign import ForeignEvent, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planner.exchange.ics.read_lines import Line

Value = TypeVar("Value")
split_line: Callable[[str], Contentline] = Contentline
NAME = re.compile(r"\s*([A-Za-z0-9-]{1,60})\s*(?=[;:])")
WANTED = frozenset({
    "UID", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "URL", "STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "CREATED",
    "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "CATEGORIES", "LOCATION",
    "X-PLANNER-RECORD", "X-PLANNER-STATUS",
})  # fmt: skip
REPEATED = frozenset({"RRULE", "EXRULE", "RDATE", "EXDATE", "CATEGORIES"})
MOST_SEQUENCE = 1_000_000
"""A stranger's SEQUENCE counts as this at most, far from what planner's own backups can hold however often it rises."""
KNOWN_LETTERS = re.compile(
    r"utf-?8|utf-?16(?:[bl]e|-[bl]e)?|(?:us-)?ascii|iso-8859-\d{1,2}|windows-125\d", re.IGNORECASE
)
"""Encodings that a CHARSET may ask for: Python knows others that are no letters, or that take long."""
SHOWN = 200
HEAD = re.compile(r'(?:[^":]|"[^"]*")*+:')
LONGEST_HEAD = 2_000
BREAK = re.compile(r"<(?:br\b[^<>]{0,200}|/p|/div|/li|/h[1-6]|/tr)\s{0,9}/?>", re.IGNORECASE)
AFTER_BREAK = re.compile(rf"({BREAK.pattern})[ \t]{{0,9}}\n", re.IGNORECASE)
WRAPPED = re.compile(r"</p\s?>|<(?:html|body)\b", re.IGNORECASE)
"""HTML in which the end of a line is a space: elsewhere, as Google writes it, it ends a line."""
SURELY_HTML = re.compile(
    r"<br\s?/?>|</(?:a|b|i|u|s|p|li|ul|ol|em|div|span|font|strong|h[1-6]|table|html-blob)\s?>", re.IGNORECASE
)
"""Tags that only HTML has: an end, or a break of a line."""
ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#39|#x27);")
AUTOMATIC_LINK = re.compile(r"<(?=(?:https?://|mailto:)[^\s<>]{1,2000}>)", re.IGNORECASE)
"""A link between angle brackets, as Markdown has it."""
NAMED_LINK = re.compile(
    r'<a\b[^<>]{0,500}?\shref\s?=\s?"([^"<>]{1,2000})"[^<>]{0,500}>([^<]{0,500})</a\s?>', re.IGNORECASE
)
CODE = re.compile(r"`[^`]*`")
GAPS = re.compile(r"\n[ \t\n]{2,}")


class Property(NamedTuple):
    """A property's value as it stands, and its parameters."""

    value: str
    parameters: Mapping[str, str]


def property_name(line: str) -> str:
    """The name of the line's property in capitals, "" when the line is none."""
    found = NAME.match(line[:80])
    return found[1].upper() if found else ""


def understood(number: int, kind: str, lines: Sequence[Line], faults: Sequence[InputError] = ()) -> ForeignEvent:
    """The event of these lines; the first value of a property counts where there may be one only."""
    noted = list(faults)
    known: dict[str, list[Property]] = {}
    for line in lines:
        name = property_name(line.text)
        if line.long:
            noted.append(InputError("event-line-too-long", field=name or line.text[:20]))
        elif name in WANTED and (name in REPEATED or name not in known):
            if (taken := _property(line.text)) is None:
                noted.append(InputError("event-value", field=name, value=line.text[:SHOWN]))
            else:
                known.setdefault(name, []).append(taken)
    guessed = any(line.guessed for line in lines)
    return ForeignEvent(number, kind, guessed=guessed, **_texts(known), **_times(known, noted), faults=tuple(noted))


def _property(line: str) -> Property | None:
    """The parts of a line, None when it is none."""
    found = HEAD.match(line)
    if not found:
        return None
    if ";" not in found[0]:
        return Property(line[found.end() :], {})
    try:
        return Property(line[found.end() :], _parameters(found[0][:LONGEST_HEAD]))
    except ValueError:
        return None


@lru_cache(maxsize=1_000)
def _parameters(head: str) -> dict[str, str]:
    """The parameters before a value, as icalendar reads them; a file has few different ones.

    Raises:
        ValueError: they cannot be read.
    """
    _, parameters, _ = split_line(head).raw_parts()
    return {name.upper(): said if isinstance(said, str) else ",".join(said) for name, said in parameters.items()}


def _texts(known: Mapping[str, list[Property]]) -> dict[str, Any]:
    description, rich = _text(known, "DESCRIPTION"), ""
    if not description.strip() and "X-ALT-DESC" in known:
        rich = html_text(_text(known, "X-ALT-DESC"))
    elif "X-PLANNER-RECORD" not in known and is_html(description):
        rich = html_text(_with_breaks(description))
    categories = [name for part in known.get("CATEGORIES", ()) for name in split_on_unescaped_comma(_decoded(part))]
    return {
        "uid": _text(known, "UID"),
        "summary": _text(known, "SUMMARY"),
        "description": rich or description,
        "place": _text(known, "LOCATION"),
        "html": bool(rich),
        "raw": description if rich else "",
        "url": _first(known, "URL"),
        "status": _first(known, "STATUS").upper()[:SHOWN],
        "sequence": _number(_first(known, "SEQUENCE")),
        "categories": tuple(name for name in categories[:SHOWN] if name.strip()),
        "record": _text(known, "X-PLANNER-RECORD"),
        "planner_status": _text(known, "X-PLANNER-STATUS")[:SHOWN],
        "changed": read_moment.stamp(_first(known, "LAST-MODIFIED") or _first(known, "DTSTAMP")),
        "created": read_moment.stamp(_first(known, "CREATED")),
    }


def _first(known: Mapping[str, list[Property]], name: str) -> str:
    return _decoded(known[name][0]).strip() if name in known else ""


def _text(known: Mapping[str, list[Property]], name: str) -> str:
    if name not in known:
        return ""
    found = known[name][0]
    return _decoded(found) if "ENCODING" in found.parameters else unescape_backslash(found.value)


def _decoded(found: Property) -> str:
    """The value in letters: vCalendar 1.0 wrote it as QUOTED-PRINTABLE, and some write BASE64."""
    encoding = found.parameters.get("ENCODING", "").upper()
    octets = found.value.encode()
    try:
        if encoding == "QUOTED-PRINTABLE":
            octets = quopri.decodestring(octets)
        elif encoding in ("BASE64", "B"):
            octets = binascii.a2b_base64(octets)
        else:
            return found.value
        return octets.decode(_letters(found.parameters.get("CHARSET", "")))
    except (ValueError, LookupError):
        return octets.decode("cp1252", "replace")


def _letters(charset: str) -> str:
    """The encoding that a CHARSET asks for, where it is a known one."""
    return charset if KNOWN_LETTERS.fullmatch(charset) else "utf-8"


def is_html(text: str) -> bool:
    """Whether a text is HTML rather than a plain one that has an angle bracket in it, or tells of a tag as code."""
    if "<" not in text and "&" not in text:
        return False
    bare = CODE.sub("", text)
    return bool(SURELY_HTML.search(bare) or ENTITY.search(bare))


def _with_breaks(description: str) -> str:
    """An HTML text of a DESCRIPTION, where most write the end of a line as such and some as a tag."""
    if WRAPPED.search(description):
        return description
    return AFTER_BREAK.sub(r"\1", description).replace("\n", "<br>")


def html_text(rich: str) -> str:
    """The words of an HTML text, a line for each of its paragraphs; a link's address stands after its words."""
    linked = NAMED_LINK.sub(_link_told, AUTOMATIC_LINK.sub("&lt;", rich.replace("\r", "").replace("\n", " ")))
    broken = BREAK.sub("\n", linked)
    plain = html.unescape(nh3.clean(broken, tags=set(), clean_content_tags={"script", "style", "title"}))
    return GAPS.sub("\n\n", "\n".join(line.strip() for line in plain.split("\n"))).strip()


def _link_told(link: re.Match[str]) -> str:
    """The words of a link and where it leads, which is said once when the words say it."""
    address, words = html.unescape(link[1]).removeprefix("mailto:"), html.unescape(link[2]).strip()
    leads_out = address.startswith(("http:", "https:")) or "@" in address
    alike = address.rstrip("/") in {f"{before}{words.rstrip('/')}" for before in ("", "http://", "https://")}
    return link[2] if alike or not leads_out else f"{link[2]} ({html.escape(address)})"


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        return 0
    figures = text.lstrip("0") or "0"
    return min(int(figures), MOST_SEQUENCE) if len(figures) < 20 else MOST_SEQUENCE


def _times(known: Mapping[str, list[Property]], noted: list[InputError]) -> dict[str, Any]:
    start = _moment(known, "DTSTART", noted)
    instead_of = _moment(known, "RECURRENCE-ID", noted)
    rules = [part.value.strip() for part in known.get("RRULE", ())]
    rules += [f"EXRULE:{part.value.strip()}" for part in known.get("EXRULE", ())]
    return {
        "start": start,
        "minutes": _minutes(known, start, noted),
        "rules": tuple(dict.fromkeys(rule for rule in rules if rule)),
        "skipped": _moments(known, "EXDATE", noted),
        "added": _moments(known, "RDATE", noted),
        "instead_of": instead_of,
        "onwards": instead_of is not None and "RANGE" in known["RECURRENCE-ID"][0].parameters,
    }


def _moment(known: Mapping[str, list[Property]], name: str, noted: list[InputError]) -> Moment | None:
    if name not in known:
        return None
    found = known[name][0]
    return _noting(lambda: read_moment.moment(found.value, found.parameters), name, found.value, noted)


def _moments(known: Mapping[str, list[Property]], name: str, noted: list[InputError]) -> tuple[Moment, ...]:
    every: list[Moment] = []
    for found in known.get(name, ()):
        read = partial(read_moment.moments, found.value, found.parameters)
        every += _noting(read, name, found.value, noted) or ()
    return tuple(every)


def _minutes(known: Mapping[str, list[Property]], start: Moment | None, noted: list[InputError]) -> int | None:
    if "DURATION" in known:
        value = known["DURATION"][0].value
        return _noting(lambda: read_moment.length(value), "DURATION", value, noted)
    end = _moment(known, "DTEND", noted)
    return read_moment.minutes_between(start, end) if start and end else None


def _noting(read: Callable[[], Value], name: str, value: str, noted: list[InputError]) -> Value | None:
    """What was read, or None and a fault: libraries refuse odd values in more ways than one."""
    try:
        return read()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        noted.append(InputError("event-value", field=name, value=value[:SHOWN]))
        return None
