"""Names as people write them, made alike to be compared."""

import unicodedata


def plain(text: str) -> str:
    """A name without case, accents or signs between its words."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split()) or text.strip()
