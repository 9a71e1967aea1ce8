"""The formats, in and out: no database, no screen, and no sentence of its own."""
