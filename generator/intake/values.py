"""One cell → a value as the kit writes it, or what is wrong with it.

Only what a spreadsheet does to values is undone here: lost zeros, dates in Dutch order, lists in one cell. Whether a
value is right is asked of the kit's own loader afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from generator.dates import datum
from generator.intake.columns import Column
from generator.intake.fields import Field, Kind
from generator.intake.grid import Cell
from generator.intake.mistakes import quoted
from generator.intake.phones import read_number
from generator.kit.text import enumerate_words, nearest, slugify

#: A value as the kit holds it: one text, or the texts of a list.
Plain: TypeAlias = str | tuple[str, ...]

#: What people write to say that there is nothing.
_NOTHING: Final = frozenset(
    {
        "-",
        "--",
        "–",
        "—",
        "/",
        ".",
        "n.v.t.",
        "nvt",
        "n.v.t",
        "n/a",
        "geen",
        "onbekend",
        "?",
        "leeg",
        "niet van toepassing",
    }
)
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\u200e\u200f"))
_MONTHS: Final = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
#: A spreadsheet counts days from here; these are the years 1982 to 2091.
_DAY_ZERO: Final = date(1899, 12, 30)
_DAYS: Final = range(30_000, 70_000)
_WORDS: Final[dict[str, dict[str, str]]] = {
    "soort": {
        "interne": "intern", "int": "intern", "i": "intern", "interne vertrouwenspersoon": "intern", "eigen": "intern",
        "externe": "extern", "ext": "extern", "e": "extern", "externe vertrouwenspersoon": "extern",
        "landelijke": "landelijk",
    },
    "aanspreekvorm": {"jij": "je", "jou": "je", "tutoyeren": "je", "informeel": "je", "formeel": "u"},
    "andere_rollen": {
        "or": "ondernemingsraad", "or-lid": "ondernemingsraad", "lid-or": "ondernemingsraad", "hrm": "hr", "p-o": "hr",
        "p-en-o": "hr", "personeelszaken": "hr", "hr-adviseur": "hr", "manager": "leidinggevende",
        "teamleider": "leidinggevende", "directeur": "directie", "mt": "directie", "bestuurder": "directie",
        "bmw": "bedrijfsmaatschappelijk-werk", "lid-klachtencommissie": "klachtencommissie",
    },
    "werkgebied": {
        "ongewenst-gedrag": "ongewenste-omgangsvormen", "ongewenste-omgang": "ongewenste-omgangsvormen",
        "omgangsvormen": "ongewenste-omgangsvormen", "integriteitsschendingen": "integriteit",
    },
}  # fmt: skip
_YES: Final = frozenset({"ja", "j", "x", "waar", "true", "1", "yes"})
_NO: Final = frozenset({"nee", "n", "onwaar", "false", "0", "no"})


class Unfit(Exception):
    """A value that cannot be meant so; ``message`` and ``expected`` are Dutch. Never leaves this package."""

    def __init__(self, message: str, expected: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Fit:
    """A value that was read; None if the cell says that there is nothing. ``repair`` tells what was changed."""

    value: Plain | None
    repair: str = ""


def read_cell(column: Column, cell: Cell) -> Fit:
    """Return what a cell says; raises ``Unfit`` if it says nothing that belongs in this column."""
    if cell.failed:
        raise Unfit("De spreadsheet geeft hier zelf een fout.", "Verbeter de berekening, en zet de uitkomst als tekst.")
    if cell.formula:
        raise Unfit(
            "Hier staat een formule. Formules lezen we niet.",
            "Zet er de uitkomst: kopieer de cel en plak als waarde. Is het tekst? Begin dan met een ander teken.",
        )
    kind = column.field.kind
    if kind != "date" and isinstance(cell.value, datetime | date):
        raise Unfit(
            "De spreadsheet heeft hier een datum van gemaakt.", "Maak de cel op als tekst en typ de waarde opnieuw."
        )
    if kind == "date":
        return _date(cell)
    text = as_text(cell)
    if text.casefold() in _NOTHING and kind != "text":
        return Fit(None)
    return _READERS.get(kind, _line)(column.field, text)


def as_text(cell: Cell) -> str:
    """Return a cell's value as text, as somebody would have typed it."""
    value = cell.value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, time | timedelta):
        return str(value).removesuffix(":00").replace(":", ".")
    text = unicodedata.normalize("NFC", str(value)).translate(_INVISIBLE)
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    # A spreadsheet's own mark for "this is text" shows up in what it exports.
    return text[1:] if re.match(r"'[+0-9]", text) else text


def _line(field: Field, text: str) -> Fit:
    del field
    return Fit(" ".join(text.split()) or None)


def _text(field: Field, text: str) -> Fit:
    del field
    return Fit(re.sub(r"\n{3,}", "\n\n", text) or None)


def _phone(field: Field, text: str) -> Fit:
    number = read_number(" ".join(text.split()))
    if number.damaged:
        raise Unfit(
            f"Van {quoted(text)} zijn cijfers verloren gegaan.", "Maak de kolom op als tekst en typ het nummer opnieuw."
        )
    repair = f"{field.title}: {quoted(text)} is gelezen als {number.text}." if number.repaired else ""
    return Fit(number.text, repair[:1].upper() + repair[1:])


def _email(field: Field, text: str) -> Fit:
    del field
    return Fit(re.sub(r"^mailto:", "", text, flags=re.IGNORECASE).strip() or None)


def _count(field: Field, text: str) -> Fit:
    del field
    thousands = re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+", text)
    if thousands:
        number = re.sub(r"\D", "", text)
        return Fit(number, f"{quoted(text)} is gelezen als {number}.")
    if re.fullmatch(r"\d+[.,]\d+", text):
        raise Unfit(f"{quoted(text)} is geen heel aantal.", "Tel hoofden, geen fte: een heel getal.")
    return Fit(text)


def _choice(field: Field, text: str) -> Fit:
    word = text.casefold()
    word = _WORDS.get(field.path[-1], {}).get(word, word)
    if word not in field.choices:
        close = nearest(word, field.choices)
        hint = f"Bedoelde je '{close}'? " if close else ""
        raise Unfit(f"{quoted(text)} is hier geen keuze.", f"{hint}Kies {enumerate_words(field.choices)}.")
    return Fit(word)


def _yes_no(field: Field, text: str) -> Fit:
    del field
    if text.casefold() not in _YES | _NO:
        raise Unfit(f"{quoted(text)} is geen ja of nee.", "Kies ja of nee.")
    return Fit("true" if text.casefold() in _YES else "false")


def _list(field: Field, text: str) -> Fit:
    pieces = re.split(r"[,;\n]|\s+/\s+", text)
    if field.key == "talen":
        pieces = [part for piece in pieces for part in re.split(r"/|\s+en\s+", piece)]
    found = tuple(dict.fromkeys(" ".join(piece.split()) for piece in pieces if piece.strip()))
    return Fit(found or None)


def _slugs(field: Field, text: str) -> Fit:
    words = [slugify(piece) for piece in re.split(r"[,;\n/]|\s+en\s+", text) if piece.strip()]
    known = _WORDS.get(field.key, {})
    found = tuple(dict.fromkeys(known.get(word, word) for word in words if word and word not in {"geen", "nee"}))
    return Fit(found or None)


def _slug(field: Field, text: str) -> Fit:
    del field
    return Fit(slugify(text) or text)


def _name(field: Field, text: str) -> Fit:
    del field
    return Fit(slugify(text) or text)


def _colour(field: Field, text: str) -> Fit:
    del field
    return Fit(f"#{text}" if re.fullmatch(r"[0-9A-Fa-f]{6}", text) else text)


def _file(field: Field, text: str) -> Fit:
    del field
    return Fit(text.replace("\\", "/"))


def _date(cell: Cell) -> Fit:
    """Read a date: as the spreadsheet gives it, or as text with the day first."""
    value = cell.value
    if isinstance(value, datetime | date):
        return Fit(f"{value.year:04}-{value.month:02}-{value.day:02}")
    text = as_text(cell)
    if text.casefold() in _NOTHING:
        return Fit(None)
    if text.isdigit() and int(text) in _DAYS:
        found = _DAY_ZERO + timedelta(days=int(text))
        return Fit(
            found.isoformat(), f"Het getal {text} is gelezen als de datum {found.day}-{found.month}-{found.year}."
        )
    read = _written_date(text.casefold())
    if read is None:
        expected = "Schrijf dag, maand en jaar, zoals 1-10-2026."
        if text.casefold() in _YES | _NO:
            expected = f"Ja of nee is niet genoeg. {expected}"
        raise Unfit(f"{quoted(text)} is geen datum die bestaat.", expected)
    # An English program writes the month first, and then nobody sees a mistake.
    twofold = "/" in text and read.day <= 12 and read.day != read.month and not text.startswith(str(read.year))
    told = f"{quoted(text)} is gelezen als {datum(read)}: eerst de dag, dan de maand."
    return Fit(read.isoformat(), told.replace("\u00a0", " ") if twofold else "")


def _written_date(text: str) -> date | None:
    """Return a date that is written out; day first, unless the year is."""
    text = re.sub(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,?\s+", "", text)
    for number, name in enumerate(_MONTHS, start=1):
        text = (
            re.sub(rf"\b{name}[a-z]*\.?", str(number), text)
            if name != "maa"
            else re.sub(r"\b(?:maart|mrt)\.?", "3", text)
        )
    year_first = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[t ]0{1,2}:00(?::00)?)?", text)
    day_first = re.fullmatch(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?: 0{1,2}:00(?::00)?)?", text)
    parts = year_first.groups() if year_first else tuple(reversed(day_first.groups())) if day_first else None
    if parts is None:
        return None
    year, month, day = (int(part) for part in parts)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


_READERS: Final[dict[Kind, Callable[[Field, str], Fit]]] = {
    "text": _text,
    "phone": _phone,
    "email": _email,
    "count": _count,
    "choice": _choice,
    "yes_no": _yes_no,
    "list": _list,
    "slug": _slug,
    "slugs": _slugs,
    "name": _name,
    "colour": _colour,
    "file": _file,
    "document": _file,
}
