"""What one member's rows say: its values by their place in the kit, each with the cell that it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from generator.intake.columns import Column, Columns
from generator.intake.fields import CONTACTS, Kind
from generator.intake.grid import Row
from generator.intake.mistakes import Mistake, Notice, Place
from generator.intake.values import Plain, Unfit, as_text, read_cell
from generator.kit.text import shorten, slugify

#: A place in a kit; an advisor is named by its id: ``("vertrouwenspersonen", "joost-verhage", "soort")``.
Path: TypeAlias = tuple[str, ...]
ADVISORS: Final = "vertrouwenspersonen"


@dataclass(frozen=True, slots=True)
class Value:
    """A value and its cell; ``of_ours`` if the sheet does not say it, but the kit needs it to hold what it says."""

    plain: Plain
    place: Place
    of_ours: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the list.

    ``values`` by place in the kit; ``spots`` the cell of every place that the sheet has a column for, filled or not;
    ``advisors`` the ids in the order of the sheet; ``kinds`` what sort of value a place holds.
    """

    lidnummer: str
    naam: str
    plaats: str
    rows: tuple[int, ...]
    home: Place
    values: Mapping[Path, Value]
    spots: Mapping[Path, Place]
    kinds: Mapping[Path, Kind]
    advisors: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    notices: tuple[Notice, ...]

    @property
    def label(self) -> str:
        """Return what messages call this member."""
        return self.naam or f"lid {self.lidnummer}"


@dataclass(slots=True)
class Reader:
    """Reads the rows of one member, one after the other."""

    sheet: str
    columns: Columns
    values: dict[Path, Value] = field(default_factory=dict)
    spots: dict[Path, Place] = field(default_factory=dict)
    kinds: dict[Path, Kind] = field(default_factory=dict)
    own: dict[str, Value] = field(default_factory=dict)
    advisors: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Read one row: what it says of the member, and every advisor in it."""
        self.rows.append(row.number)
        for column in self.columns.columns.values():
            if not column.of_advisor:
                self._take_own(column, row)
        for group in self.columns.groups:
            self._take_advisor(group, row)

    def member(self) -> Member:
        """Return what the rows say together."""
        self._name_replacements()
        self._name_contacts()
        home = self._home()
        return Member(
            lidnummer=self._own_text("lidnummer"),
            naam=self._own_text("naam"),
            plaats=self._own_text("plaats"),
            rows=tuple(self.rows),
            home=home,
            values=self.values,
            spots=self.spots,
            kinds=self.kinds,
            advisors=tuple(self.advisors),
            mistakes=tuple(self.mistakes),
            notices=tuple(self.notices),
        )

    def _own_text(self, key: str) -> str:
        value = self.own.get(key)
        return value.plain if value is not None and isinstance(value.plain, str) else ""

    def _home(self) -> Place:
        for key in ("naam", "lidnummer"):
            if key in self.own:
                return self.own[key].place
        column = self.columns.find("naam") or self.columns.find("lidnummer")
        return Place(self.rows[0], column.number if column else 1)

    def _take_own(self, column: Column, row: Row) -> None:
        place = Place(row.number, column.number)
        path = column.field.path
        if path:
            self.spots.setdefault(path, place)
            self.kinds[path] = column.field.kind
        plain = self._plain(column, row)
        if plain is None:
            return
        before = self.own.get(column.field.key)
        if before is None:
            value = Value(plain, place)
            self.own[column.field.key] = value
            if path:
                self.values[path] = value
                self.spots[path] = place
        elif before.plain != plain:
            self._mistake(
                column,
                place,
                as_text(row.cells[column.number]),
                f"In {before.place.address} staat voor hetzelfde lid iets anders: '{shorten(_shown(before.plain))}'.",
                f"Zet in {before.place.address} en {place.address} hetzelfde, of laat er één leeg.",
            )

    def _take_advisor(self, group: str, row: Row) -> None:
        found: dict[str, tuple[Column, Plain]] = {}
        for column in self._columns_of(group):
            plain = self._plain(column, row)
            if plain is not None:
                found[column.field.key] = (column, plain)
        if not found:
            return
        named = _full_name(found)
        first = next((found[key][0] for key in ("naam", "achternaam", "voornaam") if key in found), None)
        if first is None:
            self._nameless(group, row, next(iter(found.values()))[0])
            return
        self._add_advisor(group, row, named, Place(row.number, first.number), first, found)

    def _add_advisor(  # noqa: PLR0913, PLR0917  an advisor is all of this
        self, group: str, row: Row, name: str, place: Place, column: Column, found: dict[str, tuple[Column, Plain]]
    ) -> None:
        given = found.get("id")
        identity = given[1] if given else slugify(name)
        if not isinstance(identity, str) or not identity:
            self._mistake(
                column,
                place,
                name,
                "Van deze naam kunnen we geen korte naam maken.",
                "Voeg een kolom 'Vertrouwenspersoon 1: id' toe, met kleine letters zonder accent.",
            )
            return
        path: Path = (ADVISORS, identity)
        if identity in self.advisors:
            self._again(row, path, place, column, found)
            return
        self.advisors.append(identity)
        self.values[(*path, "naam")] = Value(name, place)
        self.spots[(*path, "naam")] = place
        self.kinds[(*path, "naam")] = "line"
        for item in self._columns_of(group):
            if item.field.path and item.field.key != "naam" and (item.field.key != "id" or given):
                self.spots[(*path, *item.field.path)] = Place(row.number, item.number)
                self.kinds[(*path, *item.field.path)] = item.field.kind
        for item, plain in found.values():
            if item.field.path and item.field.key != "naam":
                self.values[(*path, *item.field.path)] = Value(plain, Place(row.number, item.number))
        said = group.split(" ", maxsplit=1)[0]
        if said in {"intern", "extern"} and "soort" not in found:
            self.values[(*path, "soort")] = Value(said, place)
            self.spots.setdefault((*path, "soort"), place)
            self.kinds[(*path, "soort")] = "choice"
        elif "bureau" in found and self.columns.find("soort", of_advisor=True, group=group) is None:
            # Without a column that says so: who works for an agency comes from outside.
            self.values[(*path, "soort")] = Value("extern", place, of_ours=True)
            self.kinds[(*path, "soort")] = "choice"

    def _again(
        self, row: Row, path: Path, place: Place, column: Column, found: dict[str, tuple[Column, Plain]]
    ) -> None:
        """Pass over an advisor that is repeated; one that differs, or that stands twice in a row, is a mistake."""
        first = self.values[(*path, "naam")].place
        same = all(
            self.values.get((*path, *item.field.path), Value("", place)).plain == plain
            for item, plain in found.values()
            if item.field.path and item.field.key != "naam"
        )
        if not same or first.row == row.number:
            name = _shown(self.values[(*path, "naam")].plain)
            self._mistake(
                column,
                place,
                name,
                f"Deze vertrouwenspersoon staat ook in {first.address}.",
                "Noem iedereen één keer per lid. Zijn het er twee? Geef ze dan een eigen id, in een kolom 'vp 2 id'.",
            )

    def _nameless(self, group: str, row: Row, filled: Column) -> None:
        column = self.columns.find("naam", of_advisor=True, group=group) or self.columns.find(
            "achternaam", of_advisor=True, group=group
        )
        if column is not None:
            if column.number in row.cells and as_text(row.cells[column.number]):
                already = {item.place for item in self.mistakes}
                if Place(row.number, column.number) in already:
                    return
            place = Place(row.number, column.number)
            self._mistake(column, place, "", "De naam van deze vertrouwenspersoon ontbreekt.",
                          "Vul de naam in, of maak ook de andere cellen leeg.")  # fmt: skip
            return
        self._mistake(filled, Place(row.number, filled.number), as_text(row.cells[filled.number]),
                      "Er is geen kolom met de naam van deze vertrouwenspersoon.",
                      "Voeg een kolom toe, zoals 'Vertrouwenspersoon 1'.")  # fmt: skip

    def _columns_of(self, group: str) -> Iterator[Column]:
        return (item for item in self.columns.columns.values() if item.of_advisor and item.group == group)

    def _plain(self, column: Column, row: Row) -> Plain | None:
        """Return what a cell says, or None; what is wrong or repaired is remembered."""
        cell = row.cells.get(column.number)
        if cell is None:
            return None
        try:
            fit = read_cell(column, cell)
        except Unfit as problem:
            expected = problem.expected or column.field.meaning
            self._mistake(column, cell.place, as_text(cell), problem.message, expected)
            return None
        if fit.repair:
            self.notices.append(Notice(fit.repair, cell.place))
        return fit.value

    def _mistake(self, column: Column, place: Place, value: str, message: str, expected: str) -> None:
        self.mistakes.append(Mistake(self.sheet, place, column.heading, value, message, expected, column.field.example))

    def _name_replacements(self) -> None:
        """Let ``vervanger`` point at the id of whoever has that name."""
        by_name = {slugify(_shown(self.values[(ADVISORS, name, "naam")].plain)): name for name in self.advisors}
        for name in self.advisors:
            path = (ADVISORS, name, "vervanger")
            value = self.values.get(path)
            if value is not None and isinstance(value.plain, str):
                self.values[path] = Value(by_name.get(value.plain, value.plain), value.place)

    def _name_contacts(self) -> None:
        """Give a contact of which only a number or address is known the name of its role."""
        for key, (name, _, _) in CONTACTS.items():
            path: Path = ("contacten", key)
            below = [value for other, value in self.values.items() if other[:2] == path]
            if below and (*path, "naam") not in self.values:
                self.values[(*path, "naam")] = Value(name, below[0].place, of_ours=True)


def _full_name(found: Mapping[str, tuple[Column, Plain]]) -> str:
    """Return the name, from one column or put together from several."""
    keys = ("naam",) if "naam" in found else ("voornaam", "tussenvoegsel", "achternaam")
    return " ".join(_shown(found[key][1]) for key in keys if key in found)


def _shown(plain: Plain) -> str:
    return plain if isinstance(plain, str) else ", ".join(plain)
