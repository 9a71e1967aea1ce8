"""What the command line does, as a person or a program sees it."""
