"""The headings of one sheet → what each column holds; unknown and doubled headings are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.intake.fields import NOT_USED, Field
from generator.intake.grid import Row
from generator.intake.headings import Meaning, meanings, names_advisor, normalise, suggestion
from generator.intake.mistakes import Mistake, Notice, Place, column_letters, quoted
from generator.kit.text import enumerate_words

#: Before the first advisor's column these words are more likely about the member, so they are left out.
_NEEDS_AN_ADVISOR: Final = frozenset({"id", "locatie", "post", "bureau", "register", "vestigingen"})
_REACHES: Final = frozenset({"telefoon", "email"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: where it stands, its heading as typed, its field; ``group`` tells advisors apart."""

    number: int
    heading: str
    field: Field
    of_advisor: bool
    group: str = ""

    @property
    def meaning(self) -> tuple[str, bool, str]:
        """What may occur only once in a sheet."""
        return self.field.key, self.of_advisor, self.group


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet by number; what is told of the others; headings that exclude each other."""

    heading_row: int
    columns: Mapping[int, Column]
    notices: tuple[Notice, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    left_out: frozenset[int] = frozenset()

    def find(self, key: str, *, of_advisor: bool = False, group: str = "") -> Column | None:
        """Return the column of a field, if the sheet has it."""
        wanted = (key, of_advisor, group)
        return next((column for column in self.columns.values() if column.meaning == wanted), None)

    def holds(self, path: tuple[str, ...], *, of_advisor: bool) -> bool:
        """Tell whether the sheet has a column for a place in the kit, empty or not."""
        if of_advisor and path == ("naam",):
            return bool(self.groups)
        if of_advisor and path == ("soort",) and any(group.startswith(("intern", "extern")) for group in self.groups):
            return True
        if of_advisor and path == ("soort",) and self.holds(("bureau",), of_advisor=True):
            return True  # who works for an agency comes from outside
        return any(column.field.path == path and column.of_advisor == of_advisor for column in self.columns.values())

    @property
    def groups(self) -> tuple[str, ...]:
        """The advisors that one row can hold, in the order of their columns."""
        return tuple(dict.fromkeys(column.group for column in self.columns.values() if column.of_advisor))


@dataclass(slots=True)
class _Resolver:
    """Goes through the headings from left to right; ``current`` is the advisor whose columns are being read."""

    sheet: str
    row: int
    read: dict[int, tuple[str, tuple[Meaning, ...]]]
    columns: dict[int, Column] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)
    current: str | None = None

    def take(self, number: int, heading: str, found: tuple[Meaning, ...]) -> None:
        """Give one column its field."""
        place = Place(self.row, number)
        if not found:
            self._unknown(place, heading)
            return
        first = found[0]
        if len(found) > 1:
            first = self._choose(place, heading, found)
        if not first.of_advisor:
            self.columns[number] = Column(number, heading, first.field, of_advisor=False)
            return
        if self._nobody_of(first, heading):
            soort = str(first.group).split(" ", maxsplit=1)[0]
            self._leave(
                place,
                f"Kolom {quoted(heading)} gebruiken we niet: er is geen kolom met de naam van de {soort}e "
                f"vertrouwenspersoon. Noem die '{soort.capitalize()}e vertrouwenspersoon'.",
            )
            return
        group = self._group(first)
        if group is None:
            self._leave(
                place,
                f"Kolom {quoted(heading)} staat vóór de eerste vertrouwenspersoon. We weten niet bij wie deze kolom "
                "hoort, en gebruiken hem niet.",
            )
            return
        self.columns[number] = Column(number, heading, first.field, of_advisor=True, group=group)
        self.current = group

    def _choose(self, place: Place, heading: str, found: tuple[Meaning, ...]) -> Meaning:
        """Decide what bare ``naam``, ``telefoon`` or ``e-mail`` is: the member's or the advisor's."""
        if found[0].field.key == "naam":
            return found[1] if self._has_other("naam", place.column, of_advisor=False) else found[0]
        advisor, member = found
        key = advisor.field.key
        of_member = self._advisor_comes_later(place.column) if self.current is None else self._named(key, self.current)
        if not of_member:
            return advisor
        self.notices.append(
            Notice(
                f"Kolom {quoted(heading)} is gelezen als gegeven van het lid zelf, niet van een vertrouwenspersoon. "
                f"Het komt in de kit als '{member.field.title}'.",
                place,
            )
        )
        return member

    def _nobody_of(self, meaning: Meaning, heading: str) -> bool:
        """Tell whether ``Telefoon extern`` is about nobody in the list: perhaps it is how others call the member."""
        if not (meaning.group or "").startswith(("intern", "extern")) or names_advisor(heading):
            return False
        return not any(
            item.group == meaning.group and item.field.key in {"naam", "achternaam"}
            for _, found in self.read.values()
            for item in found
        )

    def _group(self, meaning: Meaning) -> str | None:
        if meaning.group is not None:
            return meaning.group
        if self.current is not None:
            return self.current
        later = self._first_named_group()
        if meaning.field.key in _NEEDS_AN_ADVISOR and self._advisor_comes_later(0):
            return None
        return later if later is not None else ""

    def _has_other(self, key: str, besides: int, *, of_advisor: bool) -> bool:
        return any(
            number != besides and len(found) == 1 and found[0].field.key == key and found[0].of_advisor == of_advisor
            for number, (_, found) in self.read.items()
        )

    def _named(self, key: str, group: str) -> bool:
        """Tell whether another heading names this field of this advisor in so many words."""
        return any(
            len(found) == 1 and found[0].of_advisor and found[0].field.key == key and found[0].group == group
            for _, found in self.read.values()
        )

    def _advisor_comes_later(self, column: int) -> bool:
        """Tell whether the first advisor's name stands to the right of a column."""
        for number, (_, found) in self.read.items():
            if number > column and any(item.of_advisor and item.field.key in {"naam", "achternaam"} for item in found):
                bare = len(found) > 1
                if not bare or self._has_other("naam", number, of_advisor=False):
                    return True
        return False

    def _first_named_group(self) -> str | None:
        return next(
            (
                item.group
                for _, found in self.read.values()
                for item in found
                if item.of_advisor and item.group is not None
            ),
            None,
        )

    def _unknown(self, place: Place, heading: str) -> None:
        reason = NOT_USED.get(normalise(heading))
        hint = f"{reason} " if reason else suggestion(heading)
        text = f"Kolom {quoted(heading)} kennen we niet, en gebruiken we niet. {hint}"
        self._leave(place, f"Kolom {quoted(heading)} gebruiken we niet. {reason}" if reason else text.strip())

    def _leave(self, place: Place, text: str) -> None:
        self.left_out.add(place.column)
        self.notices.append(Notice(text, place))


def read_headings(sheet: str, row: Row) -> Columns:
    """Return what the columns under a row of headings hold; two columns with one meaning are a mistake."""
    read: dict[int, tuple[str, tuple[Meaning, ...]]] = {}
    for number, cell in sorted(row.cells.items()):
        heading = " ".join(str(cell.value).split()) if isinstance(cell.value, str) else ""
        if heading:
            read[number] = (heading, meanings(heading))
    resolver = _Resolver(sheet, row.number, read)
    for number, (heading, found) in read.items():
        resolver.take(number, heading, found)
    mistakes = tuple(_doubled(sheet, row.number, resolver.columns))
    return Columns(row.number, resolver.columns, tuple(resolver.notices), mistakes, frozenset(resolver.left_out))


def known_headings(row: Row) -> int:
    """Return how many cells of a row are headings that we know; each meaning counts once."""
    found = {meanings(cell.value)[:1] for cell in row.cells.values() if isinstance(cell.value, str)}
    return len(found - {()})


def _doubled(sheet: str, row: int, columns: Mapping[int, Column]) -> list[Mistake]:
    """Find columns that mean the same."""
    by_meaning: dict[tuple[str, bool, str], list[Column]] = {}
    for column in columns.values():
        by_meaning.setdefault(column.meaning, []).append(column)
    return [
        Mistake(
            sheet,
            Place(row, column.number),
            column.heading,
            column.heading,
            f"De kolommen {enumerate_words((column_letters(item.number) for item in same), 'en')} betekenen allebei "
            f"'{column.field.title}'.",
            "Houd één van deze kolommen, of geef de andere een andere naam.",
        )
        for same in by_meaning.values()
        if len(same) > 1
        for column in same[1:]
    ]
