"""A row in Dutch: its value on one line, and a remark for each value that it took the place of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.explaining.routes import in_words
from generator.explaining.rows import SHARED, Past, Plain, Row
from generator.kit.text import shorten


def pieces(row: Row, limit: int | None) -> Iterator[str]:
    """Say what the value took the place of, the latest first; ``limit`` shortens what a kit gave."""
    if row.value is None and row.overrides:
        yield f"weggehaald in {row.origin.place}"
    for number, past in enumerate(row.overrides):
        if past.value is None:
            yield f"weggehaald in {past.origin.place}"
        elif past.value == row.value:
            yield f"ook zo in {past.origin.place}"
        else:
            before = "daarvoor" if number or row.value is None else "in plaats van"
            yield f"{before} '{_quoted(past, limit)}' uit {past.origin.place}"


def _quoted(past: Past, limit: int | None) -> str:
    text = words(past.value, past.origin.layer)
    return shorten(text, len(text) if limit is None or past.origin.layer == SHARED else limit)


def words(value: Plain, layer: str = "") -> str:
    """Write a value as text; a list or a block by the names of its parts."""
    if not value:
        return "(leeg)"
    if isinstance(value, list):
        return ", ".join(words(item) for item in value)
    if isinstance(value, str):
        return value
    if layer == SHARED:
        return in_words(value)
    named = [value[key] for key in ("titel", "naam", "id", "code") if value.get(key)]
    return words(named[0]) if named else ", ".join(value)
