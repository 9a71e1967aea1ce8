"""The post says something."""
