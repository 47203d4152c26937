"""A member that is new → its first ``kit.yml``, to be read and changed by hand from then on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.intake.fields import Kind
from generator.intake.members import ADVISORS, Path
from generator.intake.values import Plain
from generator.intake.yamltext import Block, Leaf, block
from generator.kit.fields import keys_below
from generator.kit.nodes import KeyPath

#: Tells a kit that the import made from one that was written by hand.
MADE_BY_IMPORT: Final = "# Deze kit komt uit de ledenlijst, met: vertrouwenskit import."
_ABOUT: Final = (
    "#",
    MADE_BY_IMPORT,
    "# Je mag hier alles aanvullen en veranderen. Een volgende import laat staan wat je zelf hebt veranderd.",
    "",
    "formaat: 1",
)


def new_kit(
    values: Mapping[Path, Plain], kinds: Mapping[Path, Kind], advisors: Iterable[str], schema: str, basis: str | None
) -> str:
    """Return the whole ``kit.yml``; ``schema`` and ``basis`` are paths from its folder."""
    tree = nested(values, kinds, advisors)
    top = {key: value for key, value in tree.items() if isinstance(value, Leaf)}
    lines = [f"# yaml-language-server: $schema={schema}", *_ABOUT]
    lines += [f"basis: {basis}"] if basis else []
    lines += block(top, 0)
    for key, value in tree.items():
        if not isinstance(value, Leaf):
            lines += ["", *block({key: value}, 0)]
    return "\n".join(lines) + "\n"


def nested(values: Mapping[Path, Plain], kinds: Mapping[Path, Kind], advisors: Iterable[str]) -> Block:
    """Return values by place as blocks within blocks, each key in the order of the format."""
    tree: dict[str, Any] = {}
    people: dict[str, dict[str, Any]] = {name: {} for name in advisors}
    for path, plain in values.items():
        target, steps = (people.setdefault(path[1], {}), path[2:]) if path[0] == ADVISORS else (tree, path)
        for step in steps[:-1]:
            target = target.setdefault(step, {})
        target[steps[-1]] = Leaf(plain, kinds.get(path, "line"))
    if people:
        tree[ADVISORS] = [ordered(person, (ADVISORS, 0)) for person in people.values()]
    return ordered(tree, ())


def ordered(part: Mapping[str, Any], path: KeyPath) -> Block:
    """Return a block with its keys in the order of the format; keys that a kit chooses keep their own."""
    known = keys_below(path)
    keys = [key for key in known if key in part] + [key for key in part if key not in known]
    return {key: ordered(part[key], (*path, key)) if isinstance(part[key], Mapping) else part[key] for key in keys}
