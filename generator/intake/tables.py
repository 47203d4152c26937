"""Which sheet holds the members, and where the table in it begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.intake.columns import Columns, known_headings, read_headings
from generator.intake.grid import Book, Row, Sheet
from generator.intake.mistakes import FileRefused, Notice, column_letters, quoted
from generator.kit.text import did_you_mean, enumerate_words

#: Titles and explanations may stand above the headings; further down there are none.
_SEARCHED: Final = 40
_FEWEST: Final = 2
#: Sheets of our own template that hold no members.
OWN_SHEETS: Final = ("Uitleg", "Voorbeeld", "Keuzes")
_IDENTITY: Final = frozenset({"naam", "lidnummer"})


@dataclass(frozen=True, slots=True)
class Table:
    """The table of members: its sheet, its columns, and the rows below the headings."""

    sheet: Sheet
    columns: Columns
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...]


def find_table(book: Book, asked: str | None) -> Table:
    """Return the table of members; ``asked`` is the sheet that was named, or None.

    Raises ``FileRefused`` if there is none, or no such sheet.
    """
    sheets = _named(book, asked) if asked is not None else _candidates(book)
    scored = [(known, sheet, row) for sheet in sheets for known, row in (_headings_of(sheet),) if row is not None]
    if not scored:
        raise FileRefused(_no_headings(book, asked))
    _, sheet, row = max(scored, key=lambda item: item[0])
    columns = read_headings(sheet.name, row)
    if not any(column.field.key in _IDENTITY and not column.of_advisor for column in columns.columns.values()):
        raise FileRefused(
            f"In {_where(book, sheet)} staat geen kolom met de naam van het lid. "
            "Noem die kolom bijvoorbeeld 'Naam organisatie' of 'Lidnummer'."
        )
    below = tuple(item for item in sheet.rows if item.number > row.number)
    return Table(
        sheet, columns, below, (*book.notices, *_told(book, sheet, row, asked), *_hidden(sheet, columns, below))
    )


def _named(book: Book, asked: str) -> list[Sheet]:
    if book.as_text:
        raise FileRefused("Een tekstbestand heeft geen bladen. Laat --sheet weg.")
    found = [sheet for sheet in book.sheets if sheet.name.casefold() == asked.strip().casefold()]
    if not found:
        names = [sheet.name for sheet in book.sheets]
        hint = did_you_mean(asked, names)
        raise FileRefused(f"Er is geen blad {quoted(asked)}. {hint}De bladen zijn: {enumerate_words(names, 'en')}.")
    return found


def _candidates(book: Book) -> list[Sheet]:
    return [sheet for sheet in book.sheets if not sheet.hidden and sheet.name not in OWN_SHEETS]


def _headings_of(sheet: Sheet) -> tuple[int, Row | None]:
    """Return the row with the most headings that we know, and how many; titles above the table have fewer."""
    best: tuple[int, Row | None] = (0, None)
    for row in sheet.rows[:_SEARCHED]:
        known = known_headings(row)
        if known >= _FEWEST and known > best[0]:
            best = (known, row)
    return best


def _no_headings(book: Book, asked: str | None) -> str:
    where = f"het blad {quoted(asked)}" if asked is not None else "dit bestand"
    hidden = [sheet.name for sheet in book.sheets if sheet.hidden and sheet.name not in OWN_SHEETS]
    more = f" Verborgen bladen lezen we alleen als je ze noemt: --sheet '{hidden[0]}'." if hidden and not asked else ""
    return (
        f"In {where} staat geen rij met kopjes die we kennen, zoals 'Naam organisatie', 'Aantal medewerkers' en "
        f"'Vertrouwenspersoon 1'. Een leeg voorbeeld maak je met: vertrouwenskit import --template leden.xlsx.{more}"
    )


def _where(book: Book, sheet: Sheet) -> str:
    return "dit bestand" if book.as_text else f"het blad {quoted(sheet.name)}"


def _told(book: Book, sheet: Sheet, row: Row, asked: str | None) -> list[Notice]:
    others = [item.name for item in book.sheets if item is not sheet and item.name not in OWN_SHEETS]
    told = []
    if others and asked is None:
        told.append(Notice(f"Gelezen: het blad {quoted(sheet.name)}. Niet gelezen: {enumerate_words(others, 'en')}."))
    if sheet.rows and sheet.rows[0].number < row.number:
        told.append(Notice(f"De kopjes staan in rij {row.number}; wat erboven staat, is niet gelezen."))
    return told


def _hidden(sheet: Sheet, columns: Columns, rows: tuple[Row, ...]) -> list[Notice]:
    """Say what is hidden and was read all the same: a filter that was left on must not lose members."""
    told = []
    hidden = [number for number in sorted(sheet.hidden_columns) if number in columns.columns]
    if hidden:
        names = [f"{column_letters(number)} ({columns.columns[number].heading})" for number in hidden]
        what, verb = ("kolom", "is") if len(names) == 1 else ("kolommen", "zijn")
        told.append(
            Notice(
                f"Verborgen {what} {enumerate_words(names, 'en')} {verb} wel gelezen. "
                "Wil je dat niet? Haal de kolom uit het blad."
            )
        )
    filled = [row.number for row in rows if row.number in sheet.hidden_rows]
    if filled:
        shown = _ranges(filled)
        told.append(
            Notice(
                f"Verborgen rijen ({shown}) zijn wel gelezen, ook als een filter ze verbergt. "
                "Wil je dat niet? Haal de rijen uit het blad."
            )
        )
    return told


def _ranges(numbers: list[int]) -> str:
    """Write row numbers in short: ``4, 7 t/m 9``; at most six pieces."""
    pieces: list[list[int]] = []
    for number in numbers:
        if pieces and number == pieces[-1][-1] + 1:
            pieces[-1].append(number)
        else:
            pieces.append([number])
    shown = [str(piece[0]) if len(piece) == 1 else f"{piece[0]} t/m {piece[-1]}" for piece in pieces[:6]]
    return ", ".join(shown) + (f" en {len(pieces) - 6} andere" if len(pieces) > 6 else "")
