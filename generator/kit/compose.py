"""YAML's events → tree, within bounds. A syntax error is raised as YAML raises it; everything else is a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from generator import limits, safeyaml
from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.nodes import Entry, KeyPath, Layer, Mapping, Mark, Node, Scalar, Sequence
from generator.kit.text import holds_hidden, shorten

#: Quotes that word processors make of straight ones, and that YAML does not know.
CURLY_DOUBLE: Final = "“”„‟″"
CURLY_SINGLE: Final = "‘’‚‛"
#: What the loader in C reads in another way than PyYAML's own, or puts at another place: tabs, tags, a comment right
#: behind the sign of a text of several lines, and between brackets a value that is empty. Each is found without looking
#: far: a hostile file must not cost more than its length.
_READ_OTHERWISE: Final = re.compile(r"\t|(?:^|[\s\[{,])!|[|>][-+\d]*#|:\s*[,\]}#]", re.MULTILINE)
_BRACKET: Final = re.compile(r"[\[{]")

#: Line (from 0) -> from which column on the text is how many columns further than the file.
Shifts: TypeAlias = dict[int, tuple[int, int]]


class TooBig(Exception):  # the bounds of the format, not a mistake that the reader can work around
    """Raised when a file goes over a bound; reading it stops there."""

    def __init__(self, mark: Mark, message: str, advice: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.message = message
        self.advice = advice


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    mark: Mark
    anchor: str | None
    is_mapping: bool
    path: KeyPath
    nodes_before: int
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    skip: bool = False
    height: int = 1

    def here(self) -> KeyPath:
        """Return the path of the value that comes next."""
        if not self.is_mapping:
            return (*self.path, len(self.items))
        return (*self.path, self.key.text) if self.key else self.path


@dataclass(slots=True)
class _Anchor:
    """A node that an alias may repeat, with what it adds to the counts."""

    node: Node
    nodes: int
    height: int


def compose(text: str, layer: Layer, shifts: Shifts | None = None) -> tuple[Node | None, list[Finding]]:
    """Read YAML text into a tree; ``shifts`` tells where the text has more columns than the file.

    Raises ``yaml.MarkedYAMLError`` at a mistake in the writing and ``TooBig`` over a bound.
    """
    if safeyaml.SafeLoader is not yaml.SafeLoader and not _is_read_otherwise(text):
        try:
            return _composed(text, layer, shifts or {}, safeyaml.SafeLoader)
        except yaml.YAMLError:
            pass  # it tells a mistake in other words and at other places than those that we know how to mend
    return _composed(text, layer, shifts or {}, yaml.SafeLoader)


def _is_read_otherwise(text: str) -> bool:
    """Tell whether the loader in C might see something else in a text; a question mark between brackets is one more."""
    bracket = _BRACKET.search(text)
    return bool(_READ_OTHERWISE.search(text) or (bracket and text.rfind("?") > bracket.start()))


def _composed(text: str, layer: Layer, shifts: Shifts, loader: type[Any]) -> tuple[Node | None, list[Finding]]:
    """Work off the events of the text one by one; the loader only scans, it builds nothing."""
    composer = _Composer(layer, shifts)
    reader = loader(text)
    try:
        while reader.check_event():
            composer.take(reader.get_event())
    except (ValueError, OverflowError) as problem:
        # PyYAML's own loader does not look at the size of a number in an escape or in a line such as ``%YAML 1.1``.
        raise yaml.MarkedYAMLError("a number", None, "escape character", reader.get_mark()) from problem
    finally:
        reader.dispose()
    return composer.root, composer.findings


class _Composer:
    """Builds the tree from events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, layer: Layer, shifts: Shifts) -> None:
        self.layer = layer
        self.shifts = shifts
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, _Anchor] = {}
        self.nodes = 0
        self.aliases = 0
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """Work off one event."""
        mark = self._mark(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(mark)
        elif self.documents > 1:
            return
        elif isinstance(event, yaml.AliasEvent):
            self._alias(str(event.anchor), mark)
        elif isinstance(event, yaml.ScalarEvent):
            self._count(mark, 1)
            self._tag(event, mark)
            self._place(self._scalar(event, mark), event.anchor, nodes=1, height=0)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()

    def _mark(self, event: yaml.Event) -> Mark:
        """Return where an event begins in the file."""
        start = event.start_mark
        if start is None:
            return Mark(self.layer, 1, 1)
        after, added = self.shifts.get(start.line, (0, 0))
        column = start.column - added if start.column >= after else start.column
        return Mark(self.layer, start.line + 1, max(column, 0) + 1)

    def _report(self, code: str, mark: Mark, message: str, advice: str, path: KeyPath | None = None) -> None:
        place = self._here() if path is None else path
        self.findings.append(finding(code, mark, message, advice, place))

    def _here(self) -> KeyPath:
        return self.stack[-1].here() if self.stack else ()

    def _document(self, mark: Mark) -> None:
        self.documents += 1
        if self.documents == 2:
            self._report(
                "VK012", mark, "Hier begint een tweede document (---).", "Een kit is één document: haal de regel weg."
            )

    def _tag(self, event: yaml.NodeEvent, mark: Mark) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None:
            shown = shorten(str(tag).replace("tag:yaml.org,2002:", "!!"))
            message = f"Hier staat een tag: '{shown}'. Een kit bevat geen tags en geen code."
            self._report(
                "VK011",
                mark,
                message,
                f"Haal '{shown}' weg. Begint de tekst met een !, zet er dan aanhalingstekens om.",
            )

    def _count(self, mark: Mark, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > limits.KIT_VALUES:
            raise TooBig(
                mark, f"Dit bestand heeft meer dan {limits.KIT_VALUES} waarden.", "Een kit heeft er een paar honderd."
            )

    def _check_depth(self, mark: Mark, height: int) -> None:
        if len(self.stack) + height > limits.KIT_DEPTH:
            raise TooBig(
                mark, f"Dit bestand is meer dan {limits.KIT_DEPTH} lagen diep.", "Een kit is hooguit zes lagen diep."
            )

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        plain = not event.style  # None or empty, by the loader
        text = str(event.value)
        if plain and _is_curly(text):
            straight = text.strip(CURLY_DOUBLE + CURLY_SINGLE)
            message = f"Om '{shorten(straight)}' staan gekrulde aanhalingstekens; YAML leest die als letters."
            self._report("VK007", mark, message, f'Gebruik rechte aanhalingstekens: "{shorten(straight)}".')
            return Scalar(mark, straight, plain=False)
        return Scalar(mark, text, plain)

    def _alias(self, name: str, mark: Mark) -> None:
        self.aliases += 1
        if self.aliases > limits.KIT_ALIASES:
            raise TooBig(
                mark, f"Dit bestand verwijst meer dan {limits.KIT_ALIASES} keer met een *.", "Schrijf de waarden uit."
            )
        anchor = self.anchors.get(name)
        if anchor is None:
            message = f"'*{shorten(name)}' verwijst naar iets dat er niet eerder staat."
            self._report(
                "VK012",
                mark,
                message,
                "Schrijf de waarde uit. Begint de tekst met een *, zet er dan aanhalingstekens om.",
            )
            self._place(Scalar(mark, ""), None, nodes=1, height=0)
            return
        self._count(mark, anchor.nodes)
        self._check_depth(mark, anchor.height)
        self._place(anchor.node, None, anchor.nodes, anchor.height)

    def _open(self, event: yaml.CollectionStartEvent, mark: Mark) -> None:
        self._count(mark, 1)
        self._check_depth(mark, 1)
        self._tag(event, mark)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(mark, event.anchor, is_mapping, self._here(), self.nodes - 1))

    def _close(self) -> None:
        done = self.stack.pop()
        node: Node = (
            Mapping(done.mark, tuple(done.entries.values()))
            if done.is_mapping
            else Sequence(done.mark, tuple(done.items))
        )
        self._place(node, done.anchor, self.nodes - done.nodes_before, done.height)

    def _place(self, node: Node, anchor: str | None, nodes: int, height: int) -> None:
        """Put a finished node where it belongs: as the root, an item, a key or a key's value."""
        if anchor:
            self.anchors[anchor] = _Anchor(node, nodes, height)
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.height = max(parent.height, height + 1)
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._take_key(parent, node)
        else:
            self._take_value(parent, parent.key, node)

    def _take_key(self, parent: _Open, node: Node) -> None:
        if isinstance(node, Scalar) and not (node.plain and node.text == "<<"):
            parent.key = node
            wrong = _wrong_key(node.text)
            if wrong is not None:
                parent.key, parent.skip = Scalar(node.mark, "<<"), True
                self._report("VK012", node.mark, f"Hier staat {wrong}.", "Een sleutel is één woord.", parent.path)
            return
        if isinstance(node, Scalar):
            what = "een samengevoegd blok (<<)"
            advice = "Schrijf de sleutels hier uit; of zet wat kits delen in een branche.yml en noem die bij basis."
        else:
            what = "een sleutel die zelf een lijst of blok is"
            advice = "Een sleutel is één woord. Begint een tekst met { of [, zet er dan aanhalingstekens om."
        self._report("VK012", node.mark, f"Hier staat {what}; een kit gebruikt dat niet.", advice)
        parent.key, parent.skip = Scalar(node.mark, "<<"), True

    def _take_value(self, parent: _Open, key: Scalar, value: Node) -> None:
        first = parent.entries.get(key.text)
        if parent.skip:
            parent.skip = False
        elif first is None:
            parent.entries[key.text] = Entry(key.mark, key.text, value)
        else:
            message = f"De sleutel '{shorten(key.text)}' staat er twee keer; de eerste keer op regel {first.mark.line}."
            self._report("VK010", key.mark, message, "Haal er één weg, of voeg de twee samen onder één sleutel.")
            parent.entries[key.text] = Entry(first.mark, first.key, _together(first.value, value))
        parent.key = None


def _wrong_key(text: str) -> str | None:
    """Say what makes a text unfit to be any key at all, or None: it would be shown as part of a path."""
    if len(text) > limits.LINE:
        return f"een sleutel van {len(text)} tekens"
    if holds_hidden(text) or not {"\n", "\r", "\t"}.isdisjoint(text):
        return f"een sleutel met een onzichtbaar teken: '{shorten(text)}'"
    return None


def _together(first: Node, second: Node) -> Node:
    """Join two mappings under one key, so that mistakes in the second are found too; else keep the first."""
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        return first
    known = {entry.key for entry in first.entries}
    return Mapping(first.mark, first.entries + tuple(entry for entry in second.entries if entry.key not in known))


def _is_curly(text: str) -> bool:
    """Tell whether curly quotes stand around the text as if they were YAML's (``’s-Hertogenbosch`` is a name)."""
    if len(text) < 2:
        return text != "" and text in CURLY_DOUBLE
    if text[0] in CURLY_DOUBLE:
        return text[-1] in CURLY_DOUBLE or sum(text.count(quote) for quote in CURLY_DOUBLE) == 1
    return text[0] in CURLY_SINGLE and text[-1] in CURLY_SINGLE
