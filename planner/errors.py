"""The errors a person can meet: a key that the words know, its values, and a technical detail.

No sentence stands here: `planner.words` says each key in French and in English.
"""


class PlannerError(Exception):
    """Something a person must be told, named by a key that the words know.

    Attributes:
        key: name of the sentence, such as `calendar-newer`.
        values: what the sentence quotes; text is shown as data.
        detail: technical words for a report, never shown by default.
        exit_code: what the command line returns (design: 2 usage, 3 input, 4 calendar, 5 outside).
    """

    exit_code = 2

    def __init__(self, key: str, *, detail: str = "", **values: object) -> None:
        """Hold the key, its values and the technical detail."""
        super().__init__(key, values, detail)
        self.key = key
        self.values = values
        self.detail = detail


class UsageError(PlannerError):
    """The command or the answer was not one planner knows."""


class InputError(PlannerError):
    """A file or a value that cannot be taken in: which one, where, and why."""

    exit_code = 3


class CalendarError(PlannerError):
    """The calendar cannot be opened or written: newer, damaged, locked, read-only."""

    exit_code = 4


class ConflictError(PlannerError):
    """The record changed elsewhere since it was read; `values` holds both versions."""

    exit_code = 4


class OutsideError(PlannerError):
    """The world refused: full disk, no such folder, no network."""

    exit_code = 5
