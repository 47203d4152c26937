"""The loader's findings about a kit → mistakes in cells, worded for whoever fills in a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.errors import Finding
from generator.intake.columns import Columns
from generator.intake.fields import ADVISOR_FIELDS, MEMBER_FIELDS, Field
from generator.intake.members import ADVISORS, Member, Path
from generator.intake.mistakes import Mistake, Place, quoted
from generator.intake.staging import Staged
from generator.intake.tables import Table
from generator.intake.values import as_text
from generator.kit.loader import KIT_FILE

_MISSING: Final = "VK021"
_UNREACHABLE: Final = "VK036"
_LOCKED: Final = "VK054"
_TOO_FEW: Final = "VK025"
NO_ADVISOR: Final = "Dit lid heeft geen vertrouwenspersoon."
_NO_WAY: Final = "Er is geen enkele manier om contact op te nemen."
_GIVE_ONE: Final = "Vul een telefoonnummer of een e-mailadres in."
_NO_COLUMN: Final = "De lijst heeft geen kolom {}, en dit gegeven is nodig."
_NO_COLUMN_TO_REACH: Final = (
    "De lijst heeft geen kolom met een telefoonnummer of e-mailadres van de vertrouwenspersoon."
)
_REACHES: Final = ("telefoon", "email", "whatsapp", "signal", "afspraak", "post")
_HINT: Final = re.compile(r"Bedoelde je [^?]*\? ?")
#: An example with its key; a sheet has an example of its own.
_KEYED: Final = re.compile(r" Bijvoorbeeld [\w-]+: .*$")
#: What only makes sense in a file with keys.
_YAML: Final = re.compile(r"\b(?:sleutel|aanhalingstekens|YAML|kit\.yml)\b")


@dataclass(frozen=True, slots=True)
class Blame:
    """Finds the cells of one member that findings are about.

    ``names`` leads from an advisor's id in the kit to the one in the list, where hand gave another; ``has_kit`` tells
    whether there is a ``kit.yml`` already.
    """

    table: Table
    member: Member
    names: Mapping[str, str] = field(default_factory=dict)
    has_kit: bool = False

    def mistakes(self, staged: Staged, *, only_locks: bool = False) -> tuple[Mistake, ...]:
        """Return a mistake for every error in a kit, or only for keys that it sets while a layer locks them."""
        errors = (item for item in staged.errors() if not only_locks or item.code == _LOCKED)
        found = [mistake for item in errors for mistake in self._mistakes(item, staged)]
        return tuple(dict.fromkeys(found))

    def at(self, place: Place, message: str, expected: str, *, with_example: bool = True) -> Mistake:
        """Return a mistake in a cell; its column's example goes along unless that would be no help."""
        column = self.table.columns.columns.get(place.column)
        heading, example = (column.heading, column.field.example) if column else ("", "")
        example = example if with_example else ""
        return Mistake(self.table.sheet.name, place, heading, self._typed(place), message, expected, example)

    def _mistakes(self, item: Finding, staged: Staged) -> Iterator[Mistake]:
        if item.file != staged.own:
            message = f"{self.member.label} past niet bij {item.file}, regel {item.line}: {item.message}"
            yield self.at(self.member.home, message, item.advice, with_example=False)
            return
        path = self._in_list(staged.path_of(item))
        if item.code == _LOCKED:
            yield from self._locked(item, path)
            return
        place = self._place(path)
        if place is None:
            yield self._without_cell(item, path)
            return
        message, expected = self._words(item, path, place)
        yield self.at(place, message, expected)

    def _locked(self, item: Finding, path: Path) -> Iterator[Mistake]:
        """Tell a lock at every cell that sets the key; if none does, somebody wrote it in the kit."""
        message = f"'{'.'.join(path)}' ligt voor alle leden vast in branche.yml."
        cells = self._filled_below(path)
        if cells:
            message = f"{message} Een lid mag dit niet zelf invullen."
            yield from (self.at(cell, message, "Maak deze cel leeg.", with_example=False) for cell in cells)
            return
        message = f"{message} Maar het staat ook in {KIT_FILE} van {self.member.label}, regel {item.line}."
        yield self.at(self.member.home, message, f"Haal het weg uit {KIT_FILE}.", with_example=False)

    def _in_list(self, path: Path) -> Path:
        if path[:1] != (ADVISORS,) or len(path) == 1:
            return path
        return (ADVISORS, self.names.get(path[1], path[1]), *path[2:])

    def _words(self, item: Finding, path: Path, place: Place) -> tuple[str, str]:
        column = self.table.columns.columns.get(place.column)
        meaning = column.field.meaning if column else ""
        if _unreachable(item, path):
            return _NO_WAY, _GIVE_ONE
        if item.code == _MISSING:
            return "Deze cel is leeg, maar dit gegeven is nodig.", meaning
        hint = _HINT.search(item.advice)
        expected = f"{hint.group()}{meaning}" if hint else meaning
        advice = _KEYED.sub("", item.advice)
        if not hint and not _YAML.search(advice):
            expected = advice
        return item.message, expected.strip()

    def _without_cell(self, item: Finding, path: Path) -> Mistake:
        """Word what no column of the sheet holds: a column is missing, or it stands in the kit itself."""
        field = _field_of(path)
        home = self.member.home
        if item.code in {_MISSING, _TOO_FEW} and path == (ADVISORS,):
            return self.at(home, NO_ADVISOR,
                           "Vul er één in, of geef alle leden er een in branche.yml.")  # fmt: skip
        if item.code == _MISSING and field is not None:
            return self._no_column(path, field, _NO_COLUMN)
        if _unreachable(item, path):
            return self._no_way_to_reach(path)
        where = f"In {KIT_FILE} van {self.member.label}" if self.has_kit else self.member.label
        advice = "Kijk de kit na met: vertrouwenskit check" if self.has_kit else item.advice
        return self.at(self._named(path), f"{where}: {item.message}", advice, with_example=False)

    def _no_way_to_reach(self, path: Path) -> Mistake:
        columns = self.table.columns
        if any(columns.holds(("contact", key), of_advisor=True) for key in _REACHES):
            return self.at(self._named(path), _NO_WAY, _GIVE_ONE, with_example=False)
        telephone = next(field for field in ADVISOR_FIELDS if field.key == _REACHES[0])
        return self._no_column(path, telephone, _NO_COLUMN_TO_REACH)

    def _no_column(self, path: Path, field: Field, message: str) -> Mistake:
        """Tell about a column that is missing at the headings: the same for every member, so that it is told once."""
        columns = self.table.columns
        number = self._named(path).column
        column = columns.columns.get(number)
        heading, group = (column.heading, column.group) if column else ("", "")
        title = f"VP {group} {field.title}" if group else f"{field.title[:1].upper()}{field.title[1:]}"
        expected = f"Voeg een kolom {quoted(title)} toe, en vul hem in elke rij in. {field.meaning}"
        place = Place(columns.heading_row, number)
        message = message.format(quoted(title))
        return Mistake(self.table.sheet.name, place, heading, heading, message, expected, field.example)

    def _named(self, path: Path) -> Place:
        """Return the cell with the name of the advisor that a place is about, else the member's own."""
        return self.member.spots.get((*path[:2], "naam"), self.member.home)

    def _place(self, path: Path) -> Place | None:
        """Return the cell of a place: its own, else a filled one below it, else an empty one, else one above."""
        if path in self.member.spots:
            return self.member.spots[path]
        filled = self._filled_below(path)
        if filled:
            return filled[0]
        below = [place for spot, place in self.member.spots.items() if spot[: len(path)] == path]
        if len(path) > 1 and below:
            return below[0]
        if len(path) == 2 and path[0] == ADVISORS:
            return None
        if len(path) > 1 and path[:-1] in self.member.spots and path[:-1] in self.member.values:
            return self.member.spots[path[:-1]]
        return None

    def _filled_below(self, path: Path) -> list[Place]:
        return [
            value.place for spot, value in self.member.values.items() if spot[: len(path)] == path and not value.of_ours
        ]

    def _typed(self, place: Place) -> str:
        row = next((row for row in self.table.rows if row.number == place.row), None)
        cell = row.cells.get(place.column) if row else None
        return as_text(cell) if cell else ""


def _unreachable(item: Finding, path: Path) -> bool:
    return item.code == _UNREACHABLE or (item.code == _MISSING and path[-1] == "contact")


def _field_of(path: Path) -> Field | None:
    fields, below = (ADVISOR_FIELDS, path[2:]) if path[:1] == (ADVISORS,) else (MEMBER_FIELDS, path)
    return next((field for field in fields if field.path and field.path == below), None)


def held_by(columns: Columns, path: Path) -> bool:
    """Tell whether a sheet has a column for a place, filled or not."""
    if path[0] == ADVISORS:
        return columns.holds(path[2:], of_advisor=True)
    if path[0] == "contacten" and path[-1] == "naam":
        return any(column.field.path[:2] == path[:2] for column in columns.columns.values() if not column.of_advisor)
    return columns.holds(path, of_advisor=False)
