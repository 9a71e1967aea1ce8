"""Text on its way into an .ics file: no control characters, escaped once, not too long."""

import re
from urllib.parse import quote, urlsplit

DESCRIPTION_LIMIT = 8_000
"""Characters of a description, at most: Google's documented 8K (rjhorniii/ical2org#16)."""
WORD_LIMIT = 200
LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
NOT_IN_ADDRESS = re.compile(r"""[\s<>"\\^`{|}]""")
USUAL_ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9_~./-]*)?")
ADDRESS = "!#$%&'()*+,/:;=?@[]~-._"


def plain(text: str) -> str:
    """The text with line feeds for all line ends, and without control characters other than tab."""
    if not ODD.search(text):
        return text
    return CONTROLS.sub("", LINE_ENDS.sub("\n", text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """The text on one line: line ends become spaces."""
    return plain(text).replace("\n", " ")


def escaped(text: str) -> str:
    r"""The text as a TEXT value (RFC 5545, 3.3.11).

    icalendar's vText is not used here: it reads the `\N` of `C:\News` as a line break.
    """
    # Four replacements: str.translate takes twenty times as long.
    text = plain(text).replace("\\", "\\\\").replace(";", "\\;")
    return text.replace(",", "\\,").replace("\n", "\\n")


def category(name: str) -> str:
    """The name without commas: node-ical, khal and libical split at an escaped one too."""
    return " ".join(one_line(name).replace(",", " ").split())


def web_address(link: str) -> str:
    """The link as an absolute http(s) URI in ASCII, or "" when it is none."""
    link = link.strip()
    if USUAL_ADDRESS.fullmatch(link):
        return link
    try:
        parts = urlsplit(link)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or not host.isascii():
        return ""
    if plain(link) != link or NOT_IN_ADDRESS.search(link):
        return ""
    return quote(link, safe=ADDRESS)


def described(body: str, link: str, note: str) -> tuple[str, bool]:
    """The description: the body, its link where the body does not name it, and whether it had to be cut.

    Google and Outlook show no URL property, therefore the link stands in the text.
    """
    body, link = plain(body), plain(link).strip()
    missing = link if link not in body else ""
    whole = "\n\n".join(part for part in (body, missing) if part)
    if len(whole) <= DESCRIPTION_LIMIT:
        return whole, False
    tail = f"{plain(note)}\n\n{link}" if link else plain(note)
    room = max(0, DESCRIPTION_LIMIT - len(tail))
    head = body[:room]
    space = max(head.rfind(" "), head.rfind("\n"))
    return (head[:space] if space > room - WORD_LIMIT else head).rstrip() + tail, True
