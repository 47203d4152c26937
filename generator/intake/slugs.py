"""The folder of a member: short, the same every time, and good on every disk."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from generator.kit.portable import DEVICES, LONGEST
from generator.kit.text import slugify

#: Folders that stand beside the kits or beside what is made of them.
RESERVED: Final = DEVICES | {
    "campagne", "index", "report", "assets", "documenten", "fotos", "logos", "portretten", "branche", "kit",
}  # fmt: skip
_LEGAL: Final = re.compile(
    r"(?:[\s,.(]+(?:b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|b\.?\s?a|u\.?\s?a)\.?\)?)+\s*$", re.IGNORECASE
)
_UNNAMED: Final = "lid"


def candidates(name: str, place: str, number: str) -> Iterator[str]:
    """Go through the slugs for a member: its name, then with its place, then with a number behind it; never ends."""
    base = _short(slugify(_LEGAL.sub("", name)) or slugify(name) or _short(slugify(f"{_UNNAMED} {number}")))
    here = slugify(place)
    seen = []
    for slug in (base, f"{base}-{here}" if here and not base.endswith(f"-{here}") else ""):
        short = _short(slug)
        if short and short not in RESERVED and short not in seen:
            seen.append(short)
            yield short
    count = 2
    while True:
        ending = f"-{count}"
        yield _short(seen[-1] if seen else f"{base}-{_UNNAMED}", LONGEST - len(ending)) + ending
        count += 1


def first_free(name: str, place: str, number: str, taken: Container[str]) -> str:
    """Return the first slug for a member that is not taken."""
    return next(slug for slug in candidates(name, place, number) if slug not in taken)


def _short(slug: str, limit: int = LONGEST) -> str:
    """Cut a slug at a hyphen, so that no word is halved."""
    if len(slug) <= limit:
        return slug
    cut = slug[:limit]
    head, _, _ = cut.rpartition("-")
    return (head if slug[limit : limit + 1] not in {"", "-"} and head else cut).strip("-")
