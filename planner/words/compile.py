"""Compile the catalogues: `python -m planner.words.compile`, and `--check` for whoever only wants to know.

Each `.po` gets its `.mo` beside it, through Babel, and `date_names.py` is made from Babel's own data.
`--check` names catalogues whose `.mo` is behind, sentences without French, French without a sentence, and
placeholders that differ.
"""

from __future__ import annotations

import ast
import io
import sys
from typing import TYPE_CHECKING

from planner.words import CATALOGUES, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from babel.core import Locale
    from babel.messages.catalog import Catalog

NAMES_FILE = FOLDER / "date_names.py"
HEADER = '''"""The names of days and months and the signs of figures, from Babel {version}: made, not written.

`python -m planner.words.compile` makes this table; a test compares it with Babel.
"""

NAMES: dict[str, dict[str, tuple[str, ...]]] = {{
'''


def catalogue_files() -> list[Path]:
    """The `.po` files that stand."""
    return [path for name in CATALOGUES if (path := FOLDER / "fr" / f"{name}.po").is_file()]


def read(path: Path) -> Catalog:
    """A catalogue as Babel reads it."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale="fr", charset="utf-8")


def compiled(path: Path) -> bytes:
    """The bytes of a catalogue's `.mo`; the same catalogue always gives the same bytes."""
    from datetime import UTC, datetime

    from babel.messages.mofile import write_mo

    catalogue, out = read(path), io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    write_mo(out, catalogue)
    return out.getvalue()


def stale() -> list[str]:
    """The names of the catalogues, and of the table of dates, whose compiled form is behind."""
    behind = [path.name for path in catalogue_files() if _held(path.with_suffix(".mo")) != _held_by(read(path))]
    if _table(NAMES_FILE.read_text("utf-8")) != _table(date_names()):
        behind.append(NAMES_FILE.name)
    return behind


def date_names() -> str:
    """The source of `date_names.py`."""
    from importlib.metadata import version

    from babel.core import Locale

    lines = [HEADER.format(version=version("Babel"))]
    for language in ("fr", "en"):
        lines.append(f'    "{language}": {{\n')
        for name, values in _names(Locale(language)).items():
            words = "".join(f'            "{_escaped(value)}",\n' for value in values)
            lines.append(f'        "{name}": (\n{words}        ),\n')
        lines.append("    },\n")
    return "".join([*lines, "}\n"])


def _names(locale: Locale) -> dict[str, list[str]]:
    from babel.dates import get_day_names, get_month_names
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return {
        "days": [get_day_names("wide", locale=locale)[day] for day in range(7)],
        "days_short": [get_day_names("abbreviated", locale=locale)[day] for day in range(7)],
        "months": [get_month_names("wide", locale=locale)[month] for month in range(1, 13)],
        "months_short": [get_month_names("abbreviated", locale=locale)[month] for month in range(1, 13)],
        "decimal": [get_decimal_symbol(locale)],
        "group": [get_group_symbol(locale)],
    }


def _escaped(text: str) -> str:
    return "".join(sign if sign.isalnum() or sign in ".," else f"\\u{ord(sign):04x}" for sign in text)


def _table(source: str) -> object:
    """What a table says, whatever Babel's version and however it is laid out."""
    return ast.literal_eval(source.partition("tuple[str, ...]]] = ")[2])


def _held(path: Path) -> dict[str, str]:
    """What a compiled catalogue says, its header apart, for that names Babel's version."""
    from babel.messages.mofile import read_mo

    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return _held_by(read_mo(file))


def _held_by(catalogue: Catalog) -> dict[str, str]:
    said = [message for message in catalogue if message.id and message.string and not message.fuzzy]
    return {_told(message.id): _told(message.string) for message in said}


def _told(text: object) -> str:
    """A sentence, or the forms of a plural, whichever sequence they come in."""
    return "\0".join(text) if isinstance(text, (list, tuple)) else str(text)


def main(arguments: list[str]) -> int:
    """Compile, or with `--check` only look: 1 when something is behind or untranslated."""
    if arguments == ["--check"]:
        from planner.words.parity import complaints

        found = [f"behind: {name}" for name in stale()] + complaints()
        sys.stdout.write("".join(f"{line}\n" for line in found))
        return 1 if found else 0
    for path in catalogue_files():
        path.with_suffix(".mo").write_bytes(compiled(path))
    NAMES_FILE.write_text(date_names(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
