"""Few networks, each of them earned."""
