"""The style rules of a drawing, and what stands between quotes in it, read by all who judge, weigh or clean one.

Reading takes time in proportion to the text (each pattern below can only be tried once at every place), and errs to
one side: a rule that isn't understood may apply to every element, and says so (CSS Syntax 3, Selectors 4). Selectors
share what their rule declares; who goes over the declarations of each selector counts that work.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree as ET

#: What a ``url(...)`` points to, as far as a careless program would read.
URL: Final = re.compile(r"url\(\s*+[\"']?\s*+([^)]*+)", re.IGNORECASE)
#: A ``url(...)`` that points to a part of the drawing.
REFERENCE: Final = re.compile(
    r"""(?P<before>url\(\s*+(?:(?P<quote>["'])\s*+)?\#)(?P<id>(?(quote)[^"']*+|[^)"'\s]*+))""",
    re.IGNORECASE | re.VERBOSE,
)
#: A whole selector of an attribute, with its name and the value it looks for.
ATTRIBUTE: Final = re.compile(r"""\[\s*+(?P<name>[\w:-]++)\s*+(?:(?P<how>[~|^$*]?=)\s*+["']?(?P<value>[^"'\]]*+))?""")
_DATA: Final = re.compile(r"\s*+data:(?P<kind>[^,]*+),(?P<data>.*)", re.IGNORECASE | re.DOTALL)
_TOKEN: Final = re.compile(
    r"""
    (?P<remark>/\*(?:[^*]++|\*(?!/))*+(?:\*/)?)
    | (?P<quoted>"[^"]*+"? | '[^']*+'?)
    | (?P<url>url\(\s*+(?:"[^"]*+"? | '[^']*+'? | [^)"']*+)\s*+\)?)
    | (?P<mark>[{};])
    | [^{};/"'uU]++ | .
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_PART: Final = re.compile(r"\s*+[>+~]\s*+|\s++|[#.]?[\w-]++|\*|\[[^\]]*+\]?|::?[\w-]++|.", re.DOTALL)
#: No program that draws puts more rules into each other; what lies deeper makes the sheet doubtful.
_NESTED: Final = 10
#: States that a picture on a page is never in.
_NEVER: Final = frozenset(
    {":hover", ":active", ":focus", ":focus-within", ":focus-visible", ":visited", ":target", ":before", ":after"}
)


class Declaration(NamedTuple):
    """A property in lower case, its value, and whether it is ``!important``."""

    name: str
    value: str
    important: bool


@dataclass(frozen=True)
class Rule:
    """What one selector asks for; ``always`` if it does so on every screen and on paper."""

    selector: str
    declarations: tuple[Declaration, ...]
    always: bool

    @cached_property
    def target(self) -> Selector:
        """Return the selector taken apart."""
        return Selector.read(self.selector)


@dataclass(frozen=True, slots=True)
class Selector:
    """The last part of a selector, which names the element; ``exact`` if that is all there is to it."""

    tag: str = ""
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    exact: bool = False
    anything: bool = False
    never: bool = False

    @classmethod
    def read(cls, text: str) -> Selector:
        """Take a selector apart."""
        found: dict[str, list[str]] = {"": [], "#": [], ".": [], "[": []}
        never, exact = False, True
        for part in _PART.findall(text.strip()):
            if part[0] in "#.[" and len(part) > 1:
                found[part[0]].append(part if part[0] == "[" else part[1:])
                exact &= part[0] != "["
            elif part[0] == ":":
                never |= part.lower() in _NEVER or part.startswith("::")
                exact = False
            elif part.strip(" \t\r\n\f>+~") == "":
                found, exact = {key: [] for key in found}, False
            elif part == "*" or re.fullmatch(r"[\w-]+", part):
                found[""].append(part)
            else:
                return cls(anything=True)
        tag = "".join(found[""]).lower().strip("*")
        return cls(tag, tuple(found["#"]), tuple(found["."]), tuple(found["["]), exact=exact, never=never)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return how much this selector weighs against others (Selectors 4, section 17)."""
        return len(self.ids), len(self.classes) + len(self.attributes), int(bool(self.tag))

    def matches(self, element: ET.Element) -> bool:
        """Tell whether this may name an element; it certainly does if it is ``exact``."""
        if self.anything or self.never:
            return self.anything
        return (
            self.tag in {"", local(element.tag)}
            and set(self.ids) <= {element.get("id")}
            and set(self.classes) <= set(element.get("class", "").split())
            and all(_has(element, attribute) for attribute in self.attributes)
        )


class Sheet:
    """The rules of all style sheets in a drawing; ``doubtful`` if programs may read them in different ways."""

    def __init__(self, root: ET.Element) -> None:
        self.rules: list[Rule] = []
        #: What all rules declare, each once, however many selectors a rule has.
        self.declared: list[Declaration] = []
        self.doubtful = False
        for element in root.iter():
            if local(element.tag) == "style":
                everywhere = element.get("media", "").strip().lower() in {"", "all"}
                reader = _Reader("".join(element.itertext()), everywhere=everywhere)
                self.rules += reader.rules
                self.declared += reader.declared
                self.doubtful |= reader.doubtful
        self._places: dict[str, list[int]] = {}
        for number, rule in enumerate(self.rules):
            self._places.setdefault(_key(rule.target), []).append(number)

    def candidates(self, element: ET.Element) -> list[Rule]:
        """Return the rules worth a look for an element, in the order in which they stand."""
        keys = {
            "",
            f"#{element.get('id', '')}",
            local(element.tag),
            *(f".{c}" for c in element.get("class", "").split()),
        }
        return [self.rules[number] for number in sorted(n for key in keys for n in self._places.get(key, ()))]


class _Reader:
    """Reads one style sheet."""

    def __init__(self, css: str, *, everywhere: bool = True) -> None:
        self.rules: list[Rule] = []
        self.declared: list[Declaration] = []
        self.doubtful = False
        self._everywhere = everywhere
        self._open: list[tuple[str, list[str]]] = []
        self._text: list[str] = []
        for token in _TOKEN.finditer(css):
            kind, text = token.lastgroup, token[0]
            if kind == "mark":
                self._mark(text)
            else:
                self.doubtful |= _is_doubtful(kind, text)
                self._text.append(" " if kind == "remark" else text)
        self.doubtful |= bool(self._open) or bool("".join(self._text).strip())
        while self._open:
            self._mark("}")

    def _mark(self, mark: str) -> None:
        text = "".join(self._text).strip()
        self._text = []
        if mark == "{" and len(self._open) >= _NESTED:
            self.doubtful = True
        elif mark == "{":
            self._open.append((text, []))
        elif not self._open:
            self.doubtful |= mark == "}" or not (text == "" or text.startswith("@"))
        else:
            self._open[-1][1].append(text)
            if mark == "}":
                self._close(*self._open.pop())

    def _close(self, prelude: str, body: list[str]) -> None:
        outer = [name for name, _ in self._open]
        declared = tuple(declarations(";".join(body)))
        if any(name.lower().startswith("@") and "keyframes" in name.lower() for name in outer):
            prelude = "%"
        elif prelude.startswith("@"):
            prelude = next((name for name in reversed(outer) if not name.startswith("@")), "")
        if declared and prelude:
            always = self._everywhere and not outer
            self.declared += declared
            self.rules += [Rule(part, declared, always) for part in map(str.strip, prelude.split(",")) if part]


def _is_doubtful(kind: str | None, text: str) -> bool:
    """Tell whether a piece holds a mark that a program could take for the end of something, or doesn't end."""
    if kind == "quoted":
        return any(mark in text for mark in ("{", "}", ";", "/*", "\n")) or len(text) < 2 or text[-1] != text[0]
    if kind == "url":
        return "{" in text or "}" in text or not text.endswith(")")
    return kind == "remark" and not text.endswith("*/")


def declarations(text: str) -> Iterator[Declaration]:
    """Yield what a ``style`` attribute or the inside of a rule asks for."""
    for piece in pieces(text):
        name, _, value = piece.partition(":")
        value, mark, important = value.strip().rpartition("!")
        if important.strip().lower() != "important":
            value, important = value + mark + important, ""
        yield Declaration(name.strip().lower(), value.strip(), bool(important))


def pieces(text: str) -> Iterator[str]:
    """Yield the declarations in a text as they are written; a space replaces a remark, quotes may hold a semicolon."""
    found: list[str] = []
    for token in _TOKEN.finditer(text):
        if token[0] != ";":
            found.append(" " if token.lastgroup == "remark" else token[0])
        elif found:
            yield "".join(found)
            found = []
    if "".join(found).strip():
        yield "".join(found)


def references(value: str) -> list[str]:
    """Return the parts of the drawing that a value points to with ``url(#...)``."""
    return [name for found in REFERENCE.finditer(value) for name in spellings(found["id"].strip())]


def spellings(name: str) -> list[str]:
    """Return a name as it stands in an address, and as it may be meant there (``%20`` for a space)."""
    return list(dict.fromkeys((name, unquote(name))))


def without_remarks(css: str, replaced: str = "none") -> str:
    """Return style rules without remarks, and without pictures, which no logo needs there.

    A space stays where a remark stood: two halves that become one word could fetch something.
    """
    made = []
    for token in _TOKEN.finditer(css):
        kept = " " if token.lastgroup == "remark" else token[0]
        target = URL.match(kept) if token.lastgroup == "url" else None
        made.append(replaced if target and target[1].lower().startswith("data:") else kept)
    return "".join(made)


def embedded(value: str) -> bytes | None:
    """Return what is packed in a ``data:`` address, as browsers read it: padding may be missing; None if it is none.

    Raises ``ValueError`` for what nobody can unpack.
    """
    found = _DATA.match(value)
    if found is None:
        return None
    data = unquote_to_bytes(found["data"])
    if not found["kind"].strip().lower().endswith("base64"):
        return data
    data = b"".join(data.split()).rstrip(b"=")
    return b64decode(data + b"=" * (-len(data) % 4))


def local(name: object) -> str:
    """Return the name of an element or attribute in lower case, without its namespace."""
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""


def links(element: ET.Element) -> Iterable[tuple[str, str]]:
    """Return the ``href`` attributes of an element with their values."""
    return [(name, value) for name, value in element.attrib.items() if local(name) == "href"]


def _key(target: Selector) -> str:
    """Return what a rule is looked up by: one of the things an element must have."""
    if target.ids:
        return f"#{target.ids[0]}"
    return f".{target.classes[0]}" if target.classes else target.tag


def _has(element: ET.Element, attribute: str) -> bool:
    found = ATTRIBUTE.match(attribute)
    if found is None:
        return True
    value = element.get(found["name"])
    return value is not None and (found["how"] != "=" or value == found["value"])
