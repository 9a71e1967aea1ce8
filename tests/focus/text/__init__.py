"""Tests of what the checks read in a text."""
