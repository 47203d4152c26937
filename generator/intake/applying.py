"""The changes of a merge, done one by one in the text of a kit; what cannot be done safely becomes a conflict."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from generator.intake.aligning import Aligned
from generator.intake.editing import with_advisor, with_value, without
from generator.intake.kittext import nested
from generator.intake.members import ADVISORS, Path
from generator.intake.merging import Change, Conflict, Merged, Sides
from generator.intake.present import NotEditable, Present
from generator.intake.yamltext import Block, Leaf

_NAME_STAYS: Final = "Er blijft meer staan over dit contact. Daarom blijft ook de naam staan."


def applied(present: Present, merged: Merged, aligned: Aligned) -> tuple[Present, list[Path]]:
    """Do the changes one by one; what cannot be done safely becomes a conflict, this time and the next."""
    sides = aligned.sides
    done: list[Path] = []
    stuck: set[Path] = set()
    # A name that is set may be what the kit knows somebody by, so names go last.
    for change in sorted(merged.changes, key=lambda change: change.deed == "set" and _is_name(change.path)):
        try:
            present = _done(present, change, aligned, stuck)
            done.append(aligned.kit_path(change.path))
        except NotEditable as problem:
            stuck |= {change.path[:depth] for depth in range(1, len(change.path))}
            _forget(merged, sides, change.path)
            hand = sides.hand.get(change.path)
            merged.conflicts.append(Conflict(change.path, None, hand, sides.sheet.get(change.path), str(problem)))
    return present, done


def _is_name(path: Path) -> bool:
    return path[0] == ADVISORS and path[2:] == ("naam",)


def _forget(merged: Merged, sides: Sides, place: Path) -> None:
    """Let the register say of a place what it said before."""
    for path in [path for path in merged.remembered if path[: len(place)] == place]:
        merged.remembered.pop(path)
    merged.remembered |= {path: plain for path, plain in sides.stood.items() if path[: len(place)] == place}


def _done(present: Present, change: Change, aligned: Aligned, stuck: Container[Path]) -> Present:
    sides, path = aligned.sides, aligned.kit_path(change.path)
    if change.deed == "remove" and change.path[-1] == "naam" and change.path[:-1] in stuck:
        raise NotEditable(_NAME_STAYS)
    if change.deed == "set":
        plain = change.plain
        if path[0] == ADVISORS and path[-1] == "vervanger" and isinstance(plain, str):
            plain = aligned.in_kit.get(plain, plain)
        return with_value(present, path, Leaf(plain, sides.kinds.get(change.path, "line")))
    if change.deed == "add":
        own = {place: plain for place, plain in sides.sheet.items() if place[:2] == change.path}
        refers = (*change.path, "vervanger")
        if refers in own:
            own[refers] = aligned.in_kit.get(str(own[refers]), own[refers])
        tree = nested(own, sides.kinds, ())
        people = tree[ADVISORS]
        assert isinstance(people, list)  # noqa: S101  that is how ``nested`` writes advisors
        person: Block = people[0]
        return with_advisor(present, change.path[1], person)
    return without(present, path)
