"""``report.csv``: one row a member, in the form that a Dutch spreadsheet program opens with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from generator.batch.member import Member
from generator.batch.overview.links import links_of
from generator.batch.overview.plain import shown
from generator.batch.overview.standing import STAND_WORDS, counts_of, stand_of

COLUMNS: Final = (
    "Organisatie",
    "Kit",
    "Branche",
    "Stand",
    "Reden",
    "Fouten",
    "Waarschuwingen",
    "Opmerkingen",
    "Beantwoord",
    "Codes",
    "Pagina's",
    "Drukwerk",
    "Gemaakt op",
    "Site",
    "Zip",
    "Map",
)
#: What makes a spreadsheet program read a cell as a formula, also in the wide form that it takes for the same sign.
#: Tab and carriage return, which OWASP names too, are no longer there: a cell is one line without space around it.
_FORMULA: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def spreadsheet(members: Iterable[Member]) -> Iterator[bytes]:
    """Yield the list, row by row: UTF-8 with a byte order mark, semicolons, and the line ends of Windows."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for member in members:
        yield _line(_cells(member))


def safe(text: str) -> str:
    """Return a text that no spreadsheet program runs: OWASP's advice on CSV injection, an apostrophe in front."""
    plain = shown(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _cells(member: Member) -> tuple[str, ...]:
    counts, links = counts_of(member.findings), links_of(member)
    codes = sorted({item.code for item in member.findings if item.answer is None})
    return (
        member.naam,
        member.slug,
        member.branche,
        STAND_WORDS[stand_of(member)],
        member.reason,
        str(counts.error),
        str(counts.warning),
        str(counts.notice),
        str(counts.answered),
        " ".join(codes),
        str(member.pages),
        str(len(member.prints)),
        member.made_on,
        links.site,
        links.zip,
        member.folder,
    )


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow([safe(cell) for cell in cells])
    return text.getvalue().encode("utf-8")
