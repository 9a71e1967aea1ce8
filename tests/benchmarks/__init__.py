"""Ratios measured by hand, never by the test run."""
