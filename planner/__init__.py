"""planner: a terminal program with which a solo consultant plans a focused editorial calendar.

One calendar is tied to one audience and one stated objective. This module holds the version
and imports nothing.
"""

__version__ = "0.1.0"
