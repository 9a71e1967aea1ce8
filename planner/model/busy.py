"""Hours that another calendar takes: laid under the week, never counted, judged or exported."""

from typing import NamedTuple

WHOLE_DAY = 24 * 60


class BusyTime(NamedTuple):
    """One stretch of a day that is taken; a longer one stands as several, one a day.

    `day` is an ISO date and `time` is `HH:MM` in the calendar's zone; a whole day has "" and 1,440 minutes.
    `calendar` is what the other calendar is called here. `title` is "" unless its owner asked to see titles.
    """

    day: str
    time: str
    minutes: int
    calendar: str = ""
    title: str = ""

    @property
    def end(self) -> str:
        """When it ends, as `HH:MM`; `24:00` at midnight, "" for a whole day."""
        if not self.time:
            return ""
        hours, minutes = map(int, self.time.split(":"))
        return f"{(hours * 60 + minutes + self.minutes) // 60:02}:{(minutes + self.minutes) % 60:02}"
