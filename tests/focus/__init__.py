"""The checks, on examples and on calendars that no one would write."""
