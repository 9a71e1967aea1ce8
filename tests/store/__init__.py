"""Opening, writing, undoing."""
