"""Which advisor in the kit is which one of the list, after somebody gave them another name or an ``id`` by hand.

An advisor is known by its id, and without one by its name; so a corrected name makes a stranger of somebody whom the
last import wrote. Here such pairs are found again, and laid under the id that the list knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from generator.intake.fields import Kind
from generator.intake.members import ADVISORS, Path
from generator.intake.merging import Merged, Sides, Values, same
from generator.intake.values import Plain
from generator.kit.text import slugify

_ALIKE: Final = 0.8
_REFERS: Final = "vervanger"


@dataclass(frozen=True, slots=True)
class Aligned:
    """The three sides with everybody under one id; ``in_kit`` and ``in_sheet`` lead from it to the id of that side."""

    sides: Sides
    in_kit: Mapping[str, str] = field(default_factory=dict)
    in_sheet: Mapping[str, str] = field(default_factory=dict)

    def kit_path(self, path: Path) -> Path:
        """Return a place as the kit knows it."""
        return _renamed_path(path, self.in_kit)

    @property
    def list_names(self) -> dict[str, str]:
        """Return for everybody whom the kit calls something else: its id in the kit -> its id in the list."""
        names = dict.fromkeys((*self.in_kit, *self.in_sheet))
        return {self.in_kit.get(name, name): self.in_sheet.get(name, name) for name in names}

    def remembered(self, merged: Merged) -> dict[Path, Plain]:
        """Return what the register remembers: by the list's own id once the kit has taken the list's name."""
        taken = {
            name: own
            for name, own in self.in_sheet.items()
            if merged.remembered.get((ADVISORS, name, "naam")) == self.sides.sheet.get((ADVISORS, name, "naam"))
        }
        return _renamed(merged.remembered, taken)


def align(sides: Sides) -> Aligned:
    """Return the sides with renamed advisors brought together."""
    pairs = _Pairs(_people(sides.stood), _people(sides.hand), _people(sides.sheet))
    pairs.renamed_by_hand()
    pairs.new_in_the_list()
    pairs.corrected_in_the_list()
    sheet_names = _turned(pairs.in_sheet)
    brought = replace(
        sides,
        stood=_renamed(sides.stood, pairs.moved),
        hand=_renamed(sides.hand, _turned(pairs.in_kit)),
        sheet=_renamed(sides.sheet, sheet_names),
        kinds=_kinds(sides.kinds, sheet_names),
    )
    return Aligned(brought, pairs.in_kit, pairs.in_sheet)


_Person: TypeAlias = dict[Path, Plain]


@dataclass(slots=True)
class _Pairs:
    """Finds who is who; ``moved`` are people whom kit and list gave the same new name."""

    stood: Mapping[str, _Person]
    hand: Mapping[str, _Person]
    sheet: Mapping[str, _Person]
    in_kit: dict[str, str] = field(default_factory=dict)
    in_sheet: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    def renamed_by_hand(self) -> None:
        """Find whom the last import wrote and the kit no longer knows by that id."""
        for name in self.stood:
            if name in self.hand:
                continue
            there = [other for other in self._free() if other not in self.sheet or name not in self.sheet]
            found = self._match(self.stood[name], {other: self.hand[other] for other in there}, self.hand)
            if found is None:
                continue
            if found in self.sheet:
                self.moved[name] = found
                continue
            self.in_kit[name] = found
            again = None if name in self.sheet else self._match(self.stood[name], self._new(), self.sheet)
            if again is not None:
                self.in_sheet[name] = again

    def new_in_the_list(self) -> None:
        """Find who is new in the list, but stands in the kit under another id."""
        for name, person in self._new().items():
            there = {other: self.hand[other] for other in self._free() if other not in self.sheet}
            found = _match(person, there, (self.sheet, self.hand))
            if found is not None:
                self.in_kit[name] = found

    def corrected_in_the_list(self) -> None:
        """Find whose name the list corrects. Another name altogether is somebody else, also with the same number."""
        for name, person in self.stood.items():
            if name not in self.hand or name in self.sheet:
                continue
            title = _text(person, ("naam",))
            new = {key: other for key, other in self._new().items() if _alike(title, _text(other, ("naam",)))}
            again = self._match(person, new, self.sheet) if _is_reached(person, new) else None
            if again is not None:
                self.in_sheet[name] = again

    def _free(self) -> list[str]:
        taken = {*self.in_kit.values(), *self.moved.values()}
        return [name for name in self.hand if name not in self.stood and name not in taken]

    def _new(self) -> dict[str, _Person]:
        """Return who stands in the list alone."""
        taken = {*self.in_kit, *self.in_sheet.values()}
        return {
            name: person
            for name, person in self.sheet.items()
            if name not in self.stood and name not in self.hand and name not in taken
        }

    def _match(self, person: _Person, others: Mapping[str, _Person], group: Mapping[str, _Person]) -> str | None:
        return _match(person, others, (self.stood, group))


def _match(person: _Person, others: Mapping[str, _Person], among: Iterable[Mapping[str, _Person]]) -> str | None:
    """Return who of others is this person: somebody of that name, or who is reached as nobody else is."""
    groups = tuple(among)
    scored = [(_likeness(person, other, groups), name) for name, other in others.items()]
    best = sorted((pair for pair in scored if pair[0] > 0), reverse=True)
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _likeness(person: _Person, other: _Person, groups: tuple[Mapping[str, _Person], ...]) -> int:
    one, two = _text(person, ("naam",)), _text(other, ("naam",))
    score = 0
    for path, plain in person.items():
        if path[:1] == ("contact",) and same(plain, other.get(path), _kind(path)):
            shared = any(_times(people.values(), path, plain) > 1 for people in groups)
            score += 0 if shared else 4
    if one and slugify(one) == slugify(two):
        return score + 8
    if _alike(one, two) and same(person.get(("soort",)), other.get(("soort",))):
        score += 2
    return score


def _alike(one: str, two: str) -> bool:
    return bool(one) and SequenceMatcher(None, slugify(one), slugify(two)).ratio() >= _ALIKE


def _is_reached(person: _Person, others: Mapping[str, _Person]) -> bool:
    """Tell whether one of others has a number or address of this person."""
    return any(
        same(plain, other.get(path), _kind(path))
        for other in others.values()
        for path, plain in person.items()
        if path[:1] == ("contact",)
    )


def _times(people: Iterable[_Person], path: Path, plain: Plain) -> int:
    return sum(same(plain, person.get(path), _kind(path)) for person in people)


def _kind(path: Path) -> Kind:
    return "phone" if path[-1] in {"telefoon", "whatsapp", "signal"} else "line"


def _text(person: _Person, path: Path) -> str:
    plain = person.get(path, "")
    return plain if isinstance(plain, str) else ""


def _people(values: Values) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for path, plain in values.items():
        if path[0] == ADVISORS and len(path) > 2:
            people.setdefault(path[1], {})[path[2:]] = plain
    return people


def _turned(names: Mapping[str, str]) -> dict[str, str]:
    return {there: here for here, there in names.items()}


def _renamed_path(path: Path, names: Mapping[str, str]) -> Path:
    if path[0] != ADVISORS or len(path) < 2:
        return path
    return (ADVISORS, names.get(path[1], path[1]), *path[2:])


def _renamed(values: Values, names: Mapping[str, str]) -> dict[Path, Plain]:
    """Return values with advisors under other ids, also where one refers to another."""
    if not names:
        return dict(values)
    return {
        _renamed_path(path, names): names.get(plain, plain) if path[-1] == _REFERS and isinstance(plain, str) else plain
        for path, plain in values.items()
    }


def _kinds(kinds: Mapping[Path, Kind], names: Mapping[str, str]) -> Mapping[Path, Kind]:
    return {**kinds, **{_renamed_path(path, names): kind for path, kind in kinds.items()}} if names else kinds
