"""How much a file's zones may take to be worked out, counted in work rather than in time: the same everywhere."""

from __future__ import annotations

MOST = 500_000
"""About a second of a slow computer: one offset looked up is 1. A usual zone takes some 10,000."""


class TooMuchError(Exception):
    """What was asked for would take more than is left."""


class Effort:
    """What is left for one file."""

    def __init__(self, left: int = MOST) -> None:
        """Begin with all of it."""
        self.left = left

    def spend(self, count: int) -> None:
        """Take from what is left.

        Raises:
            TooMuchError: it is not enough.
        """
        self.left -= count
        if self.left < 0:
            raise TooMuchError
