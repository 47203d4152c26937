"""Which lists of a kit merge by id, and what the id of an item is."""

from __future__ import annotations

from typing import Final

from generator.kit.nodes import Node, text_at
from generator.kit.text import slugify

#: The lists whose items carry an id -> the key that an id is made from if it is absent.
KEYED: Final[dict[str, str | None]] = {"vertrouwenspersonen": "naam", "situaties": None}


def id_of(item: Node, list_name: str) -> str | None:
    """Return the id of an item of ``list_name``; None if it has none, or if the list does not merge by id."""
    if list_name not in KEYED:
        return None
    given = text_at(item, "id")
    if given is not None:
        return given.text
    source = KEYED[list_name]
    name = text_at(item, source) if source else None
    return (slugify(name.text) or None) if name is not None else None
