"""A sheet as cells: what a workbook and a text file have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

from generator.intake.mistakes import Notice, Place

Value: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell; ``formula`` if the file gives a calculation, ``failed`` if it gives an error such as #N/B."""

    place: Place
    value: Value
    formula: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of one row by column (from 1)."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows that hold something, in order; what is hidden in it."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was read: its sheets, and what may be said of the reading. ``as_text`` for csv and tsv."""

    path: Path
    sheets: tuple[Sheet, ...]
    as_text: bool = False
    notices: tuple[Notice, ...] = field(default=())
