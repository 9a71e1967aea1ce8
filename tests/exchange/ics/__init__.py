"""The .ics file: its rules, and what other readers make of it."""
