"""Addresses of what stands beside the page, from the page itself: they work from disk and on a web server."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from generator.batch.member import Member


@dataclass(frozen=True, slots=True)
class PrintLink:
    """A printable to open."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Links:
    """What there is to open of one member; an empty text for what does not stand there."""

    site: str
    zip: str
    prints: tuple[PrintLink, ...]


def links_of(member: Member) -> Links:
    """Return the links of a member."""
    slug = _step(member.slug)
    return Links(
        site=f"{slug}/site/index.html" if member.site else "",
        zip=f"{slug}.zip" if member.zipped else "",
        prints=tuple(PrintLink(item.titel, f"{slug}/print/{_step(item.bestand)}") for item in member.prints),
    )


# The same files stand in the folder of every member.
@lru_cache(maxsize=1024)
def _step(name: str) -> str:
    """Return a name as one step of an address, whatever the name looks like."""
    return quote(name.encode("utf-8", "surrogatepass"), safe="")
