"""It says it to this audience, for this objective."""
