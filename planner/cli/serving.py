"""Which options serve which forms: one that serves others only is refused, for it would be passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def refuse_options_of_others(
    given: Iterable[str], takes: Mapping[str, Collection[str]], form: str, command: str
) -> None:
    """Refuse an option that serves other forms than this one; what stands in no form's list serves them all.

    Args:
        given: the options, as they were written.
        takes: the options of each form.
        form: the form that was asked for; one that nobody knows is refused elsewhere.
        command: the command that takes them.

    Raises:
        UsageError: `option-of-others`, with the forms that the option serves.
    """
    if form not in takes:
        return
    for option in given:
        served = [name for name, options in takes.items() if option in options]
        if served and form not in served:
            raise UsageError("option-of-others", option=option, form=form, forms=served, command=command)


def refuse_together(given: Collection[str], first: str, *others: str) -> None:
    """Refuse an option beside another that asks for something else.

    Raises:
        UsageError: `options-apart`, with the two options.
    """
    for other in others:
        if first in given and other in given:
            raise UsageError("options-apart", first=first, second=other)
