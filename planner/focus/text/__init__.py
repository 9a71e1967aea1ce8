"""What a text says of itself: its words, particulars, empty sentences, readers and fixed phrases."""
