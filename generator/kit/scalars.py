"""Short values that are no text: numbers, dates, colours, true and false, the format's version, a finding's code.

Each reader takes what stands in the kit (text, or a value that has its type already) and returns the value, or
raises ``PydanticCustomError`` with a Dutch message and a guess at what was meant.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from generator.kit.nodes import SourcedText
from generator.kit.problems import as_text, wrong
from generator.kit.text import shorten

COLOUR_PATTERN: Final = r"^#[0-9A-Fa-f]{6}$"
DATE_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
FRACTION_PATTERN: Final = r"^(0|1|0?\.[0-9]+|[01]\.[0-9]*)$"
CODE_PATTERN: Final = r"^VK[0-9]{3}$"
_MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_NEARLY_TRUE: Final = frozenset({"ja", "yes", "y", "on", "aan", "waar", "1", "j"})
_NEARLY_FALSE: Final = frozenset({"nee", "neen", "no", "n", "off", "uit", "onwaar", "0"})


def read_colour(value: Any) -> str:
    """Read a colour as six hexadecimal digits."""
    text = as_text(value).strip()
    if re.fullmatch(COLOUR_PATTERN, text):
        return text.lower()
    short = re.fullmatch(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", text)
    digits = short.group(1) if short else ""
    guess = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    hint = f'Bedoelde je "#{guess.lower()}"? ' if guess else ""
    expected = "Een kleur is een hekje met zes cijfers of letters, tussen aanhalingstekens."
    raise wrong("kleur", f"'{shorten(text)}' is geen kleur.", hint + expected)


def read_date(value: Any) -> date:
    """Read a date, year first."""
    if isinstance(value, date):
        return value
    text = as_text(value)
    expected = "Schrijf een datum als jaar-maand-dag."
    if re.fullmatch(DATE_PATTERN, text):
        found = _make_date(*text.split("-"))
        if found is None:
            raise wrong("datum", f"De dag '{text}' bestaat niet.", expected)
        return found
    guess = _guess_date(text.strip().lower())
    hint = f"Bedoelde je {guess.isoformat()}? " if guess else ""
    raise wrong("datum", f"'{shorten(text)}' is geen datum.", hint + expected)


def _guess_date(text: str) -> date | None:
    """Return the date that is written day first, in another form, or with the month's name; or None."""
    for number, name in enumerate(_MONTHS, start=1):
        text = re.sub(rf"\b({name}|{name[:3]}\.?)(?!\w)", str(number), text)
    day_first = re.fullmatch(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", text)
    if day_first:
        return _make_date(*reversed(day_first.groups()))
    year_first = re.fullmatch(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})", text)
    return _make_date(*year_first.groups()) if year_first else None


def _make_date(year: str, month: str, day: str) -> date | None:
    """Return the date, or None if there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_count(value: Any) -> int:
    """Read a whole number of at least 1."""
    if type(value) is int and value >= 1:
        return value
    text = as_text(value)
    expected = "Schrijf een heel getal van 1 of meer, zonder punt of komma."
    if re.fullmatch(r"[0-9]{1,9}", text) and int(text) >= 1:
        return int(text)
    thousands = re.fullmatch(r"([0-9]{1,3})((?:[., ][0-9]{3})+)", text)
    digits = re.sub(r"[., ]", "", text) if thousands else "".join(re.findall(r"[0-9]+", text)[:1])
    hint = f"Bedoelde je {int(digits)}? " if digits and int(digits) >= 1 and not text.startswith("-") else ""
    raise wrong("geheel_getal", f"'{shorten(text)}' is geen heel getal van 1 of meer.", hint + expected)


def read_boolean(value: Any) -> bool:
    """Read true or false; the Dutch and the old YAML words are refused, because editors read them in another way."""
    if isinstance(value, bool):
        return value
    text = as_text(value) if not isinstance(value, SourcedText) else str(value)
    plain = not isinstance(value, SourcedText) or value.node.plain
    if plain and text in _TRUE | _FALSE:
        return text in _TRUE
    guess = "true" if text.lower() in _NEARLY_TRUE | {"true"} else "false"
    known = text.lower() in _NEARLY_TRUE | _NEARLY_FALSE | {"true", "false"}
    hint = f"Bedoelde je {guess}? " if known else ""
    message = f"'{shorten(text)}' is hier geen ja of nee."
    raise wrong("waar_of_onwaar", message, f"{hint}Schrijf true (ja) of false (nee), zonder aanhalingstekens.")


def read_fraction(value: Any) -> float:
    """Read a number from 0 to 1."""
    if isinstance(value, int | float) and 0 <= value <= 1:
        return float(value)
    text = as_text(value)
    if re.fullmatch(FRACTION_PATTERN, text) and 0 <= float(text) <= 1:
        return float(text)
    guess = text.replace(",", ".")
    hint = f"Bedoelde je {guess}? " if "," in text and re.fullmatch(r"[01]\.[0-9]+", guess) else ""
    expected = "Schrijf een getal van 0 tot 1 met een punt."
    raise wrong("getal_0_1", f"'{shorten(text)}' is geen getal van 0 tot 1.", hint + expected)


def read_version(value: Any) -> int:
    """Read the version of the kit format; only 1 exists."""
    if value == 1 and not isinstance(value, bool):
        return 1
    text = as_text(value)
    if text == "1":
        return 1
    raise wrong(
        "formaat",
        f"Deze kit is geschreven in formaat {shorten(text)}; dit programma kent alleen formaat 1.",
        "Schrijf formaat: 1, of gebruik een nieuwere versie van vertrouwenskit.",
    )


def read_code(value: Any) -> str:
    """Read the code of a finding."""
    text = as_text(value)
    if not re.fullmatch(CODE_PATTERN, text):
        better = re.fullmatch(r"[vV][kK][- ]?([0-9]{3})", text.strip())
        hint = f"Bedoelde je VK{better.group(1)}? " if better else ""
        advice = "Een code is VK met drie cijfers, zoals 'check' haar noemt."
        raise wrong("code", f"'{shorten(text)}' is geen code van een bevinding.", hint + advice)
    return str(text)
