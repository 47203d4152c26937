"""The order of names in a Dutch list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.batch.member import Member


def in_order(members: Iterable[Member]) -> list[Member]:
    """Return members by name, then by slug; the order in which they came plays no part."""
    return sorted(members, key=lambda member: (sort_key(member.naam), member.naam, member.slug, member.folder))


def sort_key(name: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what to sort a name by: words without accents, capitals and signs; a number by its value."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(sign))
    return tuple(_part(part) for part in re.findall(r"[0-9]{1,18}|[^\W\d_]+|\d", plain))


def _part(part: str) -> tuple[bool, int, str]:
    """Numbers come before letters, as in a telephone book."""
    return (False, int(part), "") if part.isascii() and part.isdigit() else (True, 0, part)
