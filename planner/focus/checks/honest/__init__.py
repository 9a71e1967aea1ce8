"""It looks for interaction, not for noise."""
