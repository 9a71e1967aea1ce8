"""Every test ends in the language it began in."""

from collections.abc import Iterator

import pytest

from planner.words import speak, spoken


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)
