"""What counts is counted, on a date."""
