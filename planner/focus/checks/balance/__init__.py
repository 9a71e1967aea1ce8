"""Give before asking, and answer every need in turn."""
