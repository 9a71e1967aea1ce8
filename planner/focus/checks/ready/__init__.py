"""The post can be published as it stands."""
