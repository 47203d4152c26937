"""Dates as Dutch writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum(value: date) -> str:
    """Return a date in words, for example ``21 november 2026``, with spaces that don't break."""
    return f"{value.day}\u00a0{_MONTHS[value.month - 1]}\u00a0{value.year}"
