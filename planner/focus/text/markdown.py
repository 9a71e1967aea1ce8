"""Text written in Markdown, with all that is not the author's prose replaced by as many spaces.

Offsets stay true: the answer is as long as the text. Line ends stay, so that paragraphs and sentences end
where they did. A text without markup is given back as it came and costs a few looks.

Not prose: front matter, fenced and indented code, inline code, tables, link targets, images, HTML tags and
comments, entities, rules, and the marks of headings, lists (`*` and `+`), tasks and emphasis. The dash and
the number of a list stay: plain posts have them, and the checks know them. Lines that begin with `>` are the
words of others: no prose of the author, but `Prose.quotations` says where they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Prose", "inline_prose", "prose"]

_MARKS = "`*_<>[|~\\"
_LONGER_MARKS = (("#", "# "), ("=", "==="), ("-", "---"), ("\t", "\n\t"), ("+", "\n+ "), ("&", ";"))
_FRONT_MATTER_LINES = 200

_NOT_LINE_END = re.compile(r"[^\n]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PROGRAMS = {tag: re.compile(rf"<{tag}\b.*?</{tag}>?", re.DOTALL | re.IGNORECASE) for tag in ("script", "style")}
_FENCE = re.compile(r" {0,3}(`{3,}+|~{3,}+)[^`]*$")
_QUOTE = re.compile(r" {0,3}>(?!\s*\d)")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)")
_HEADING_END = re.compile(r"(?<=\s)#+\s*$")
_BULLET = re.compile(r"\s*(?:[*+](?=\s)|-(?=\s+\[[ xX]\]\s))(?:\s+\[[ xX]\](?=\s))?")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]\n]{1,300}\]:\s*\S")
_FIELD = re.compile(r"[\w -]{1,60}:(?:\s|$)|\s*-\s|\s+\S|#|\s*$")
_RULES = frozenset({"-", "=", "*", "_"})
_CODE_SIGN = re.compile(r"[={}<>;|\\$_]|\w[(\[]|//|^\s*[-#@]|\w\.\w+\(", re.MULTILINE)
_INLINE_MARK = re.compile(r"[`*_<\[\]~\\&]")
_CODE = re.compile(r"(?<!`)`++[^`]++`++")
_INLINE = re.compile(
    r"(?P<kept>https?://[^\s<>)\]]+|@\w+|(?<=\d)\*(?=\d)|(?<=\s)\*(?=\s))"
    r"|(?<!`)`++[^`\n]++`++"
    r"|!\[[^\[\]\n]{0,300}\]\((?:[^()\s]{0,2000}+|\([^()\s]{0,200}\))*+(?:\s+[\"'][^\"'\n]{0,300}[\"'])?\)"
    r"|\]\((?:[^()\s]{1,2000}+|\([^()\s]{0,200}\))*+(?:\s+[\"'][^\"'\n]{0,300}[\"'])?\)"
    r"|\]\[[^\[\]\n]{0,300}\]"
    r"|!?\[(?=[^\[\]\n]{0,300}\][(\[])"
    r"|</?[A-Za-z][^<>\n]{0,2000}+>"
    r"|&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|~~++"
    r"|\*++"
    r"|(?<![^\W_])_++(?=[^\W_])|(?<=[^\W_])_++(?![^\W_])"
)


Place = tuple[int, int]
"""Start and end in the text."""


class Prose(NamedTuple):
    """A text as long as it was, its markup replaced by spaces.

    `quotations` are where it quotes others, from the first word on; `codes` where code stands in a line.
    """

    text: str
    quotations: tuple[Place, ...] = ()
    codes: tuple[Place, ...] = ()


def prose(text: str) -> Prose:
    """The author's own prose in a text that may be Markdown."""
    if not _may_be_marked(text):
        return Prose(text)
    lines, quotations = _without_blocks(_without_programs(_without_comments(text)).split("\n"))
    kept: list[str] = []
    codes: list[Place] = []
    start = 0
    for line in lines:
        if _INLINE_MARK.search(line):
            codes += [(start + found.start(), start + found.end()) for found in _CODE.finditer(line)]
            line = _without_inline(line)
        kept.append(line)
        start += len(line) + 1
    return Prose("\n".join(kept), quotations, tuple(codes))


def inline_prose(text: str) -> str:
    """The prose of a title: marks inside a line, and those of a heading, replaced by spaces."""
    if not _may_be_marked(text):
        return text
    return _without_inline(_HEADING.sub(_spaces, text, count=1))


def _may_be_marked(text: str) -> bool:
    return (
        any(mark in text for mark in _MARKS)
        or any(first in text and mark in text for first, mark in _LONGER_MARKS)
        or "\n    " in text
        or text.startswith(("    ", "\t", "+ "))
    )


def _spaces(found: re.Match[str]) -> str:
    return _blank(found.group())


def _blank(text: str) -> str:
    return _NOT_LINE_END.sub(" ", text) if "\n" in text else " " * len(text)


def _without_comments(text: str) -> str:
    """HTML comments blanked; an opener after the last closer opens none, so that no search is made in vain."""
    end = text.rfind("-->") + 3
    if end < 3 or "<!--" not in text:
        return text
    return _COMMENT.sub(_spaces, text[:end]) + text[end:]


def _without_programs(text: str) -> str:
    """What scripts and style sheets hold blanked; an opener after the last closer of its kind opens none."""
    for tag, program in _PROGRAMS.items():
        end = text.lower().rfind(f"</{tag}")
        if end >= 0:
            end += len(f"</{tag}>")
            text = program.sub(_spaces, text[:end]) + text[end:]
    return text


def _without_inline(text: str) -> str:
    return _INLINE.sub(lambda found: found.group() if found["kept"] else _blank(found.group()), text)


def _without_blocks(lines: list[str]) -> tuple[list[str], tuple[Place, ...]]:
    """The lines with what is no prose blotted out, and where the quotations of others stand."""
    hidden = _front_matter(lines) | _fenced(lines)
    hidden |= _tables(lines, hidden)
    hidden |= _indented_code(lines, hidden)
    quotations: list[Place] = []
    kept: list[str] = []
    start, quoted = 0, False
    for number, line in enumerate(lines):
        before, quoted = quoted, number not in hidden and _is_quoted(line, quoted)
        if quoted:
            words = start + len(line) - len(line.lstrip("> \t"))
            quotations.append((quotations.pop()[0] if before else words, start + len(line)))
        kept.append(" " * len(line) if quoted or number in hidden else _without_line_marks(line))
        start += len(line) + 1
    return kept, tuple(place for place in quotations if place[0] < place[1])


def _is_quoted(line: str, after_quotation: bool) -> bool:
    """Whether a line quotes others; "> 50 %" means more than, unless it goes on quoting."""
    return _QUOTE.match(line) is not None or (after_quotation and line.lstrip().startswith(">"))


def _without_line_marks(line: str) -> str:
    """A line without what only marks it: a heading, an item, a task, a rule, a reference."""
    if not line or line.isspace():
        return line
    if _is_rule(line) or _REFERENCE.match(line):
        return " " * len(line)
    if heading := _HEADING.match(line):
        return " " * heading.end() + _HEADING_END.sub(_spaces, line[heading.end() :])
    bullet = _BULLET.match(line)
    return " " * bullet.end() + line[bullet.end() :] if bullet else line


def _is_rule(line: str) -> bool:
    signs = "".join(line.split())
    return len(signs) >= 3 and signs[0] in _RULES and signs.count(signs[0]) == len(signs)


def _front_matter(lines: list[str]) -> set[int]:
    """The lines between two `---` at the very beginning, when each looks like a field."""
    if lines[0].rstrip() != "---":
        return set()
    for number, line in enumerate(lines[1 : _FRONT_MATTER_LINES + 1], start=1):
        if line.rstrip() in {"---", "..."}:
            return set(range(number + 1)) if number > 1 else set()
        if not _FIELD.match(line):
            break
    return set()


def _fenced(lines: list[str]) -> set[int]:
    """The lines of fenced code; ``` that is not closed goes on to the end, ~~~ that is not is a line of signs."""
    hidden: set[int] = set()
    opened, fence = 0, ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if not fence:
            if found:
                opened, fence = number, found[1]
        elif found and found[1].startswith(fence) and line.strip() == found[1]:
            hidden.update(range(opened, number + 1))
            fence = ""
    if fence:
        hidden.update(range(opened, len(lines) if fence[0] == "`" else opened + 1))
    return hidden


def _tables(lines: list[str], hidden: set[int]) -> set[int]:
    """Rows that begin and end with |, and those around a delimiter row such as `--- | ---`."""
    rows: set[int] = set()
    in_table = False
    for number, line in enumerate(lines):
        row = line.strip()
        if "|" not in row or number in hidden:
            in_table = False
            continue
        if set(row) <= set("|-: \t") and "-" in row:
            in_table = True
            if number and "|" in lines[number - 1]:
                rows.add(number - 1)
        if in_table or (len(row) > 2 and row[0] == row[-1] == "|"):
            rows.add(number)
    return rows


def _indented_code(lines: list[str], hidden: set[int]) -> set[int]:
    """Blocks of four spaces after an empty line, outside lists, of which a line has a sign of code.

    A paragraph that was pasted with its indentation has none and is prose.
    """
    found: set[int] = set()
    block: list[int] = []
    after_blank, in_list = True, False
    for number, line in enumerate([*lines, "."]):
        blank = not line or line.isspace()
        indented = line.startswith(("    ", "\t")) and not blank and number not in hidden
        if indented and not in_list and (block or after_blank):
            block.append(number)
        elif not blank:
            if block and any(_CODE_SIGN.search(lines[at].strip()) for at in block):
                found.update(block)
            block = []
            in_list = (in_list and line[0].isspace()) or _LIST_ITEM.match(line) is not None
        after_blank = blank
    return found
