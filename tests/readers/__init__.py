"""Other programs read our .ics file: those that CI cannot install are asked by hand (`python -m tests.readers`)."""
