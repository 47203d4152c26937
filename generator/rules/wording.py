"""Words that a text of this site does not use: the other form of address, and labels on people.

The site says *je* or *u* and never both; and it speaks of you, the other, the one whom it is about (section 9 of the
project's domain notes).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.aanspreekvorm import Aanspreekvorm

#: No letter, digit or mark of an address or abbreviation before the word, and none behind it: "U-bocht", "U.S.", "/u/",
#: "u@voorbeeld.example" and "u" with a loose accent on it are no form of address; neither is "9 u" for nine o'clock.
_BEFORE: Final = r"(?<![\w@/&.-])(?<!\w['’])"
_AFTER: Final = r"(?![\w@/&\u0300-\u036f-]|['’]\w|\.\w|://)"
_OTHER: Final[Mapping[Aanspreekvorm, re.Pattern[str]]] = MappingProxyType(
    {
        "je": re.compile(rf"(?i){_BEFORE}(?<!\d )(?:u|uw|uwe|uwen|uzelf|uwerzijds){_AFTER}"),
        # "Je parle français" is French, in which an advisor may say what she speaks.
        "u": re.compile(
            rf"(?i){_BEFORE}(?:je|jij|jou|jouw|jouwe|jezelf|jouzelf|jullie){_AFTER}(?! (?:parle|suis|peux|comprends)\b)"
        ),
    }
)

_YOU: Final = "'jij' of 'u', of 'degene die het meemaakt'"
_THE_OTHER: Final = "'de ander' of 'degene over wie het gaat'"
_COMPLAINING: Final = "'jij' of 'u', of 'degene die de klacht indient'"
#: A word that puts a label on people, and what to write instead.
LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "slachtoffer": _YOU,
        "slachtoffers": _YOU,
        "gepeste": _YOU,
        "gepesten": _YOU,
        "klager": _COMPLAINING,
        "klagers": _COMPLAINING,
        "klaagster": _COMPLAINING,
        "klaagsters": _COMPLAINING,
        "dader": _THE_OTHER,
        "daders": _THE_OTHER,
        "pleger": _THE_OTHER,
        "plegers": _THE_OTHER,
        "pester": _THE_OTHER,
        "pesters": _THE_OTHER,
        "pestkop": _THE_OTHER,
        "pestkoppen": _THE_OTHER,
        "aangeklaagde": _THE_OTHER,
        "aangeklaagden": _THE_OTHER,
        "beklaagde": _THE_OTHER,
        "beklaagden": _THE_OTHER,
    }
)
#: Whole words only: "slachtofferhulp" and "slachtofferwijzer" are names. "Zij beklaagde zich" is a verb.
_LABEL: Final = re.compile(
    rf"(?i)(?<![\w/@.-])(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})(?![\w@/-]|\.\w)"
    r"(?! (?:zich|me|mij|je|ons|hulp nederland|in beeld)\b)"
)


def other_form(text: str, aanspreekvorm: Aanspreekvorm) -> tuple[int, str] | None:
    """Return where the first word of the other form of address stands in ``text``, and that word, or None.

    A word between quotation marks counts too: the reader does not see a difference.
    """
    found = _OTHER[aanspreekvorm].search(text)
    return (found.start(), found.group()) if found else None


def labels(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return each label on people in ``text``: where it stands, the word as written, and what to write instead."""
    return tuple((found.start(), found.group(), LABELS[found.group().casefold()]) for found in _LABEL.finditer(text))
