"""Three sides of one member: what the last import wrote, what stands in the kit now, what the sheet says now.

Only what the sheet has a column for is looked at. What somebody changed by hand stays; where the sheet changed too,
and differently, that is a conflict, which is shown and not decided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from generator.intake.fields import Kind
from generator.intake.members import ADVISORS, Path
from generator.intake.phones import same_number
from generator.intake.values import Plain
from generator.kit.text import one_line

Values: TypeAlias = Mapping[Path, Plain]
_NAMES_MORE: Final = "In de kit staat met de hand meer over dit contact. Daarom blijft ook de naam staan."
Deed: TypeAlias = Literal["set", "remove", "add", "drop"]
_NOTHING: Final[Mapping[Path, Kind]] = {}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do to a kit: set or remove a value, add or drop a whole advisor."""

    deed: Deed
    path: Path
    plain: Plain = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where hand and sheet disagree; None where nothing stands. ``reason`` if it is not about the values."""

    path: Path
    stood: Plain | None
    hand: Plain | None
    sheet: Plain | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """What is laid side by side; ``held`` tells for which places the sheet has a column."""

    stood: Values
    hand: Values
    sheet: Values
    held: Callable[[Path], bool]
    kinds: Mapping[Path, Kind] = field(default_factory=lambda: _NOTHING)
    overwrite: bool = False


@dataclass(slots=True)
class Merged:
    """What to do, what is open, and what the register remembers once it is done."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    remembered: dict[Path, Plain] = field(default_factory=dict)


def merge(sides: Sides) -> Merged:
    """Return what an import does to one kit."""
    merged = Merged(remembered=dict(sides.stood))
    whole = _advisors(sides, merged)
    for path in dict.fromkeys((*sides.sheet, *sides.stood)):
        if path[:2] not in whole and sides.held(path):
            _value(sides, merged, path)
    return merged


def same(one: Plain | None, other: Plain | None, kind: Kind = "line") -> bool:
    """Tell whether two values say the same: spaces don't count, nor how a telephone number is grouped."""
    if one is None or other is None or isinstance(one, tuple) or isinstance(other, tuple):
        return one == other
    return one_line(one) == one_line(other) or (kind == "phone" and same_number(one, other))


def _value(sides: Sides, merged: Merged, path: Path) -> None:
    kind = sides.kinds.get(path, "line")
    stood, hand, sheet = sides.stood.get(path), sides.hand.get(path), sides.sheet.get(path)
    if same(stood, sheet, kind):
        return
    if same(hand, sheet, kind):
        _remember(merged, path, sheet)
    elif sheet is None and _names_more(sides, path):
        merged.conflicts.append(Conflict(path, stood, hand, sheet, _NAMES_MORE))
    elif same(hand, stood, kind) or sides.overwrite:
        _remember(merged, path, sheet)
        merged.changes.append(Change("remove", path) if sheet is None else Change("set", path, sheet))
    else:
        merged.conflicts.append(Conflict(path, stood, hand, sheet))


def _names_more(sides: Sides, path: Path) -> bool:
    """Tell whether a contact's name would go while something that hand wrote about that contact stays."""
    if path[0] != "contacten" or path[-1] != "naam":
        return False
    return any(other[:2] == path[:2] and other != path and other not in sides.stood for other in sides.hand)


def _remember(merged: Merged, path: Path, plain: Plain | None) -> None:
    if plain is None:
        merged.remembered.pop(path, None)
    else:
        merged.remembered[path] = plain


def _advisors(sides: Sides, merged: Merged) -> set[Path]:
    """Settle the advisors that stand on one side only, and return them."""
    in_sheet, in_kit, before = (_people(values) for values in (sides.sheet, sides.hand, sides.stood))
    settled: set[Path] = set()
    for person in in_sheet:
        if person not in in_kit:
            settled.add(person)
            _missing_in_kit(sides, merged, person, was_there=person in before)
    if sides.held((ADVISORS, "", "naam")):
        for person in before:
            if person not in in_sheet:
                settled.add(person)
                _missing_in_sheet(sides, merged, person, in_kit=person in in_kit)
    return settled


def _missing_in_kit(sides: Sides, merged: Merged, person: Path, *, was_there: bool) -> None:
    """Add somebody new; somebody that was taken out by hand stays out."""
    sheet, stood = _of(sides.sheet, person), _of(sides.stood, person)
    if was_there and all(same(stood.get(path), plain, sides.kinds.get(path, "line")) for path, plain in sheet.items()):
        return
    if was_there and not sides.overwrite:
        name = (*person, "naam")
        merged.conflicts.append(Conflict(person, sides.stood.get(name), None, sides.sheet.get(name)))
        return
    merged.changes.append(Change("add", person))
    merged.remembered.update(sheet)


def _missing_in_sheet(sides: Sides, merged: Merged, person: Path, *, in_kit: bool) -> None:
    """Take out whom the import itself put in, if nobody touched what stands there."""
    stood, hand = _of(sides.stood, person), _of(sides.hand, person)
    own = {path: plain for path, plain in hand.items() if path != (*person, "id")}
    untouched = own.keys() == stood.keys() and all(
        same(plain, stood[path], sides.kinds.get(path, "phone")) for path, plain in own.items()
    )
    if in_kit and not untouched and not sides.overwrite:
        name = (*person, "naam")
        merged.conflicts.append(Conflict(person, sides.stood.get(name), sides.hand.get(name), None))
        return
    for path in stood:
        merged.remembered.pop(path, None)
    if in_kit:
        merged.changes.append(Change("drop", person))


def _people(values: Values) -> dict[Path, None]:
    return dict.fromkeys(path[:2] for path in values if path[0] == ADVISORS and len(path) > 1)


def _of(values: Values, person: Path) -> dict[Path, Plain]:
    return {path: plain for path, plain in values.items() if path[:2] == person}
