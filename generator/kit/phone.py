"""Telephone numbers: parsed by a library, shown in the house style, linked so that every phone can dial them.

The house style is that of Dutch government letters: ``06 12 34 56 78``, ``030 888 38 88``, ``0345 12 34 56``,
``0800-0188``, ``112``, with non-breaking spaces. The library groups Dutch numbers in its own way, so we group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import phonenumbers
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.kit.problems import as_text, wrong
from generator.kit.text import shorten

NBSP: Final = "\u00a0"
#: What a number may be typed with; the editor's schema uses the same pattern.
PATTERN: Final = r"^[\s\u00a0]*\+?[0-9(][0-9 \u00a0()./\u2010-\u2013-]*$"
#: Numbers that exist in the Netherlands and that have no national prefix.
_SHORT: Final = re.compile(r"11[023]|14[048]|116\d{3}|14\d{3,4}|18\d\d")
_THREE_DIGIT_AREA: Final = re.compile(r"0(1[0345]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[24578]|91)")
_EXPECTED: Final = "Schrijf één nummer, zoals je het belt: 06 12345678, 030 1234567 of +32 2 555 12 12."


@dataclass(frozen=True, slots=True)
class Telefoonnummer:
    """A telephone number: as typed, as shown (U+00A0 between groups), and as a ``tel:`` link.

    Two that ring the same telephone are equal, however they were typed.
    """

    invoer: str = field(compare=False)
    tekst: str
    link: str

    def __str__(self) -> str:
        """Return the number in the house style."""
        return self.tekst

    @property
    def e164(self) -> str | None:
        """The international form ``+31612345678``; None for numbers that only work inside the Netherlands."""
        number = self.link.removeprefix("tel:")
        return number if number.startswith("+") else None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read a number from text and write it as it is shown."""
        return core_schema.with_info_plain_validator_function(
            lambda value, info: value if isinstance(value, cls) else parse_phone(as_text(value, info)),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe a number for editors, which read an unquoted one as a number."""
        help_text = 'Hier hoort een telefoonnummer, zoals "06 12345678".'
        return {"type": ["string", "number"], "pattern": PATTERN, "patternErrorMessage": help_text, "minimum": 0}


def parse_phone(text: str) -> Telefoonnummer:
    """Read a telephone number, Dutch unless it begins with ``+`` or ``00``.

    Raises ``PydanticCustomError`` (``telefoonnummer``), in Dutch, if no such number can exist.
    """
    if not re.match(PATTERN, text):
        raise wrong("telefoonnummer", f"'{shorten(text)}' is geen telefoonnummer.", _EXPECTED)
    text = str(text)
    digits = re.sub(r"\D", "", text)
    if _SHORT.fullmatch(digits) and "+" not in text:
        return Telefoonnummer(text, _group_short(digits), f"tel:{digits}")
    try:
        number = phonenumbers.parse(re.sub("[\u2010-\u2013]", "-", text), "NL")
    except phonenumbers.NumberParseException as problem:
        raise wrong("telefoonnummer", f"'{shorten(text)}' is geen telefoonnummer.", _EXPECTED) from problem
    if not phonenumbers.is_valid_number(number):
        raise wrong("telefoonnummer", f"Het telefoonnummer '{shorten(text)}' bestaat niet{_why(digits)}.", _EXPECTED)
    if number.country_code == 31:
        return _dutch(text, str(number.national_number))
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    dialled = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Telefoonnummer(text, shown.replace(" ", NBSP).replace("-", NBSP), f"tel:{dialled}")


def _why(digits: str) -> str:
    """Say what is odd about the digits of a Dutch number, if that is plain to see."""
    if digits.startswith("0") and not digits.startswith(("00", "0800", "090")) and len(digits) != 10:
        return f": het heeft {len(digits)} cijfers, en een Nederlands nummer heeft er 10"
    return ""


def _dutch(typed: str, national: str) -> Telefoonnummer:
    """Return the Dutch number whose digits without the first 0 are ``national``."""
    digits = national if _SHORT.fullmatch(national) else f"0{national}"
    if re.match(r"0800|090[069]|1", digits):
        return Telefoonnummer(typed, _group_short(digits), f"tel:{digits}")
    return Telefoonnummer(typed, NBSP.join(_groups(digits)), f"tel:+31{national}")


def _group_short(digits: str) -> str:
    """Write a number that only works inside the country: ``0800-0188``, ``0900-111 31 11``, ``112``, ``14 030``."""
    if digits.startswith("0"):
        rest = digits[4:]
        return f"{digits[:4]}-{rest}" if len(rest) <= 4 else f"{digits[:4]}-" + NBSP.join(_pairs(rest))
    if digits.startswith("116"):
        return f"116{NBSP}{digits[3:]}"
    return f"14{NBSP}{digits[2:]}" if re.fullmatch(r"14\d{3,4}", digits) else digits


def _groups(digits: str) -> list[str]:
    """Split a Dutch number of 10 digits (or 11, for machines) into its area and its groups."""
    if digits.startswith("06"):
        return [digits[:2], *_pairs(digits[2:])]
    area = 3 if _THREE_DIGIT_AREA.match(digits) else 4
    return [digits[:area], *_pairs(digits[area:])]


def _pairs(digits: str) -> list[str]:
    """Split digits in twos; an odd number of digits begins with a group of three."""
    first = 3 if len(digits) % 2 else 2
    return [digits[:first]] + [digits[i : i + 2] for i in range(first, len(digits), 2)]
