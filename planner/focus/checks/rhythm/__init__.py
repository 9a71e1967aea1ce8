"""A rhythm that is constant, and possible."""
