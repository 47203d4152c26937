"""The rows of a table → members: which rows belong together, and which rows are no member at all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from generator.intake.grid import Row
from generator.intake.headings import normalise
from generator.intake.members import Member, Reader
from generator.intake.mistakes import Mistake, Notice, Place, quoted
from generator.intake.tables import Table
from generator.intake.values import Unfit, as_text, read_cell

#: The whole cell: there are companies that are called Totaal Techniek.
_TOTALS: Final = re.compile(
    r"(?:(?:sub|eind)?totaal(?: aantal)?(?: leden)?|totalen|gemiddelde?|som|aantal leden)\s*:?\s*\d*", re.IGNORECASE
)
_REPEATED_HEADINGS: Final = 3
#: In which columns a row of totals says so.
_FIRST: Final = 5


@dataclass(frozen=True, slots=True)
class Members:
    """Everything that a table says: its members, mistakes that belong to none of them, and what was passed over."""

    members: tuple[Member, ...]
    mistakes: tuple[Mistake, ...]
    notices: tuple[Notice, ...]


@dataclass(slots=True)
class _Sorter:
    table: Table
    readers: list[Reader] = field(default_factory=list)
    by_number: dict[str, Reader] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Reader] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Give one row to the member that it is about, or say why it is about none."""
        number, name, place = (self._text(row, key) for key in ("lidnummer", "naam", "plaats"))
        if self._repeats_headings(row):
            self._pass_over(row, "herhaalt de kopjes")
        elif self._totals(row, number, name):
            self._pass_over(row, "lijkt een totaalregel")
        elif number or name:
            self._reader(number, folded(name), folded(place)).take(row)
        elif self._advisors_in(row):
            self._ownerless(row)
        elif any(column in row.cells for column in self.table.columns.columns):
            self._pass_over(row, "heeft geen naam en geen lidnummer")

    def _totals(self, row: Row, number: str, name: str) -> bool:
        """Tell whether one of the first cells says that this row adds up, and the row is about nobody."""
        said = [as_text(cell) for column, cell in sorted(row.cells.items()) if column <= _FIRST]
        if not any(_TOTALS.fullmatch(text) for text in said) or self._names_advisor(row):
            return False
        return all(not text or _TOTALS.fullmatch(text) for text in (number, name))

    def _names_advisor(self, row: Row) -> bool:
        """Tell whether an advisor's cell holds words; a count or a sum is nobody."""
        cells = (row.cells.get(number) for number in self._advisor_columns())
        return any(
            cell is not None
            and not cell.formula
            and not as_text(cell).isdigit()
            and not _TOTALS.fullmatch(as_text(cell))
            for cell in cells
        )

    def _reader(self, number: str, name: str, place: str) -> Reader:
        """Return the reader of the member with this number; without a number, with this name and place."""
        found = self.by_number.get(number) if number else self.by_name.get((name, place))
        if found is None:
            found = Reader(self.table.sheet.name, self.table.columns)
            self.readers.append(found)
        if number:
            self.by_number[number] = found
        if name:
            self.by_name.setdefault((name, place), found)
        return found

    def _text(self, row: Row, key: str) -> str:
        """Return what identifies the member; a cell that cannot be read still sets its row apart."""
        column = self.table.columns.find(key)
        cell = row.cells.get(column.number) if column else None
        if column is None or cell is None:
            return ""
        try:
            plain = read_cell(column, cell).value
        except Unfit:
            # In a row of totals everything is calculated; a member says something in words.
            others = (row.cells.get(item) for item in self.table.columns.columns if item != column.number)
            in_words = any(item and not item.formula and isinstance(item.value, str) for item in others)
            return f"\x00{as_text(cell)}" if in_words else ""
        return plain if isinstance(plain, str) else ""

    def _repeats_headings(self, row: Row) -> bool:
        columns = self.table.columns.columns
        same = [
            number
            for number, cell in row.cells.items()
            if number in columns and normalise(str(cell.value)) == normalise(columns[number].heading)
        ]
        return len(same) >= _REPEATED_HEADINGS

    def _advisor_columns(self) -> list[int]:
        return [number for number, column in self.table.columns.columns.items() if column.of_advisor]

    def _advisors_in(self, row: Row) -> bool:
        return any(number in row.cells for number in self._advisor_columns())

    def _pass_over(self, row: Row, why: str) -> None:
        first = next(iter(sorted(row.cells)))
        shown = f" ({quoted(as_text(row.cells[first]))})"
        self.notices.append(Notice(f"Rij {row.number}{shown} {why}, en is niet gelezen.", Place(row.number, first)))

    def _ownerless(self, row: Row) -> None:
        column = self.table.columns.find("naam") or self.table.columns.find("lidnummer")
        if column is None:
            return
        self.mistakes.append(
            Mistake(
                self.table.sheet.name,
                Place(row.number, column.number),
                column.heading,
                "",
                "Bij welk lid hoort deze rij? Er staat geen naam en geen lidnummer.",
                "Herhaal in elke rij de naam of het lidnummer van het lid.",
                column.field.example,
            )
        )


def sort_rows(table: Table) -> Members:
    """Return the members of a table; rows with the same number, else with the same name and place, are one member."""
    sorter = _Sorter(table)
    for row in table.rows:
        sorter.take(row)
    members = tuple(reader.member() for reader in sorter.readers)
    return Members(members, (*table.columns.mistakes, *sorter.mistakes), tuple(sorter.notices))


def folded(text: str) -> str:
    """Return a name in the form in which it is compared: case, accents and spaces don't count."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
