"""The only code that opens a database: one SQLite file per calendar.

Two paths: `agenda` reads through the bare driver, so that the first frame waits for nothing; `records` writes
through SQLModel, one transaction and one journal entry an action.
"""
