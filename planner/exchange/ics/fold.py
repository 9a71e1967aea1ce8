"""Lines of at most 75 octets (RFC 5545, 3.1), cut neither inside a character nor inside an escape."""

END = b"\r\n"
FOLD = END + b" "
STEP = 74


def folded(line: str) -> bytes:
    """The line in UTF-8 with its line end, folded where it is long."""
    data = line.encode()
    if len(data) <= STEP:
        return data + END
    pieces = []
    start, size = 0, len(data)
    while start + STEP < size:
        stop = start + STEP
        while data[stop] & 0xC0 == 0x80:
            stop -= 1
        if data[stop - 1] == 0x5C:
            stop -= 1
        pieces.append(data[start:stop])
        start = stop
    pieces.append(data[start:])
    return FOLD.join(pieces) + END
