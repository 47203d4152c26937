"""Telephone numbers that a spreadsheet took for a number, and so lost their zero or their plus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pydantic_core import PydanticCustomError

from generator.kit.phone import Telefoonnummer, parse_phone

_LABEL: Final = re.compile(r"^(?:tel|telefoon|t|mob|mobiel|m|gsm)\s*[.:]+\s*", re.IGNORECASE)
#: What a spreadsheet makes of a long number in a narrow column; the last digits are gone.
_SCIENTIFIC: Final = re.compile(r"\d[.,]\d+[eE]\+\d+")
_COUNTRY: Final = "31"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it goes into the kit; ``repaired`` if digits or a plus were put back."""

    text: str
    repaired: bool = False
    damaged: bool = False


def read_number(text: str) -> Phone:
    """Return a number as typed, or repaired where only one repair gives a number that can exist."""
    typed = _LABEL.sub("", text.strip().lstrip("'")).strip()
    if _SCIENTIFIC.fullmatch(typed):
        return Phone(text, damaged=True)
    digits = re.sub(r"[\s().\u00a0/\u2010-\u2013-]", "", typed)
    if not digits.isdigit() or not digits.isascii() or digits.startswith("0") or len(digits) < 7:
        return Phone(typed)
    if digits.startswith(_COUNTRY) and len(digits) == 11 and (abroad := _number(f"+{digits}")):
        return Phone(_grouped(abroad, f"+{_COUNTRY} "), repaired=True)
    home = _number(f"0{digits}")
    return Phone(_grouped(home, "0"), repaired=True) if home else Phone(typed)


def same_number(one: str, other: str) -> bool:
    """Tell whether two texts ring the same telephone."""
    first, second = _number(one), _number(other)
    return first is not None and first == second


def _number(text: str) -> Telefoonnummer | None:
    try:
        return parse_phone(text)
    except PydanticCustomError:
        return None


def _grouped(number: Telefoonnummer, begin: str) -> str:
    """Write a number as a kit has it: ``06 12345678``, ``030 2345678``, ``0800-0188``, ``+31 6 12345678``."""
    shown = number.tekst.replace("\u00a0", " ")
    if "-" in shown:
        return shown
    area, _, rest = shown.partition(" ")
    area = area.removeprefix("0") if begin != "0" else area
    return f"{begin if begin != '0' else ''}{area} {rest.replace(' ', '')}"
