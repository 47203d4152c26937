"""What a rule is: a code, a level, why it matters and its source, and one function that looks at a kit.

The docstring of that function shows, as pieces of a kit, what is wrong and what is right. The guide to the rules, the
command ``rules`` and a test read it there: the wrong piece gives exactly this finding, the right piece does not.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.errors import Finding, Level
from generator.kit.codes import Code, finding_at
from generator.kit.model import Kit, Vertrouwenspersoon
from generator.kit.nodes import Entry, KeyPath, Mapping, Mark, Node, Scalar, child
from generator.library import Library


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rule may look at: a valid kit, the tree it was read from, the shared content, and today's date."""

    kit: Kit
    tree: Mapping
    library: Library
    today: date

    def advisors(self) -> Iterator[tuple[KeyPath, Vertrouwenspersoon]]:
        """Go through the advisors, each with its place in the kit."""
        for index, persoon in enumerate(self.kit.vertrouwenspersonen):
            yield ("vertrouwenspersonen", index), persoon

    def own(self, path: KeyPath) -> KeyPath:
        """Return the place if it is in the kit's own file; if a layer below gives it, where the kit names itself.

        Whoever must act on what is *absent* can act only there.
        """
        return path if mark_of(self.tree, path).layer == self.tree.mark.layer else ("organisatie", "naam")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule is broken: what was found and what to do, in Dutch.

    ``path`` may be a key that is absent: the finding then stands at the nearest place that exists. ``level`` and
    ``source`` are given only where they differ from the rule's own.
    """

    path: KeyPath
    message: str
    advice: str
    level: Level | None = None
    source: str | None = None


Look: TypeAlias = Callable[[Case], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    ``waivable`` is false where a kit may not answer an error with a reason and go on; ``note`` says in Dutch when the
    level is another one.
    """

    code: str
    level: Level
    title: str
    why: str
    source: str
    look: Look
    waivable: bool = True
    note: str = ""

    @property
    def wrong(self) -> str:
        """The piece of a kit that breaks this rule, as YAML."""
        return _example(self.look, "Wrong::")

    @property
    def right(self) -> str:
        """The same piece, put right."""
        return _example(self.look, "Right::")

    def findings(self, case: Case) -> Iterator[Finding]:
        """Return what this rule finds."""
        for hit in self.look(case):
            about = Code(self.title, self.why, hit.level or self.level, hit.source or self.source)
            yield finding_at(mark_of(case.tree, hit.path), hit.path, self.code, about, hit.message, hit.advice)


def rule(  # noqa: PLR0913  a rule says all of this about itself
    code: str, level: Level, *, title: str, why: str, source: str, waivable: bool = True, note: str = ""
) -> Callable[[Look], Rule]:
    """Make a rule of the function below it; title, why, source and note are Dutch."""
    return lambda look: Rule(code, level, title, why, source, look, waivable, note)


def mark_of(tree: Mapping, path: KeyPath) -> Mark:
    """Return where a value stands, or the key of a block; of what is absent, the nearest place around it."""
    mark = tree.mark
    node: Node | None = tree
    for step in path:
        entry = node.entry(step) if isinstance(node, Mapping) and isinstance(step, str) else None
        node = child(node, step)
        if node is None:
            break
        mark = _place(node, entry)
    return mark


def _place(node: Node, entry: Entry | None) -> Mark:
    """Return the place of a value; of a block or a list the key before it, as that is on a line that says something."""
    return node.mark if isinstance(node, Scalar) or entry is None else entry.mark


def _example(look: Look, heading: str) -> str:
    """Return the indented block below a heading in a function's docstring."""
    lines = inspect.cleandoc(look.__doc__ or "").splitlines()
    if heading not in lines:
        return ""
    block = []
    for line in lines[lines.index(heading) + 1 :]:
        if line.strip() and not line.startswith(" "):
            break
        block.append(line)
    return textwrap.dedent("\n".join(block)).strip("\n")
