"""Links with tags that tell a site's statistics where a visit came from: plain, without SQLModel.

The tags are `utm_source`, `utm_medium` and `utm_campaign`. Statistics tell upper case from lower, so all is
lower case.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from planner.model.network import Network

TAGGED = re.compile(r"(?:^|[?&;#/!])utm_", re.IGNORECASE)
NOT_IN_LINK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
OTHER_THAN_WORDS = re.compile("[^a-z0-9_]+")
MEDIA = {"site": "website", "forum": "forum"}
"""The medium of a place by its key, where it is neither the key itself nor what the kind says."""
RENTED = "social"


def slug(text: str) -> str:
    """The text in lower-case ASCII letters, figures, `_` and `-`; "" when nothing is left, as of a Chinese name."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return OTHER_THAN_WORDS.sub("-", letters).strip("-")


def medium(network: Network) -> str:
    """The medium of a place: `social` where it is rented, else what it is, such as `newsletter` or `blog`."""
    usual = RENTED if network.kind == NetworkKind.RENTED else network.key or str(NetworkKind.OWNED)
    return MEDIA.get(network.key, usual)


def tagged(link: str, source: str, medium: str, campaign: str) -> str:
    """The link with the three tags after its query; all else stays as it is, byte for byte.

    A link comes back unchanged when it is no http(s) address, when it holds a `utm_` tag already (in its query or its
    fragment), and when one of the three values has no letter or figure that a tag can hold.
    """
    values = [slug(value) for value in (source, medium, campaign)]
    if not all(values) or not _address(link):
        return link
    rest, hash_sign, fragment = link.partition("#")
    _, question, query = rest.partition("?")
    if TAGGED.search(unquote(query)) or TAGGED.search(unquote(fragment)):
        return link
    joint = ("" if not query or query.endswith("&") else "&") if question else "?"
    tags = "&".join(f"utm_{name}={value}" for name, value in zip(("source", "medium", "campaign"), values, strict=True))
    return f"{rest}{joint}{tags}{hash_sign}{fragment}"


def tagged_for(link: str, network: Network | None, campaign: str) -> str:
    """The link as a post on this network carries it; unchanged without a campaign or a network.

    A link from an own site to itself stays as it is: a tag there would end the visit and begin another.
    """
    if not campaign or network is None or not link:
        return link
    inside = network.kind == NetworkKind.OWNED and _host(network.url) and _host(network.url) == _host(link)
    return link if inside else tagged(link, network.key or network.name, medium(network), campaign)


def _address(link: str) -> bool:
    return link.lower().startswith(("http://", "https://")) and not NOT_IN_LINK.search(link) and bool(_host(link))


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
