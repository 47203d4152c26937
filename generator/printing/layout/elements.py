"""What a layout consists of: a tree in reading order whose leaves have a place on the sheet.

The tree is the document's logical structure (PDF 1.7, section 14.8) and at the same time the order of drawing, so
that what a screen reader says and what a copier shows can't differ. Everything is a value; nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from generator.printing.layout.geometry import Box, Sheet, around

Tag = Literal[
    "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure",
    "Link", "Caption", "Span", "Div",
]  # fmt: skip
Scope = Literal["Row", "Column"]


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one weight and colour."""

    text: str
    weight: Literal["regular", "bold", "extrabold"]
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it begins, its baseline and width in millimetres; ``space`` if a word ends with it."""

    x: float
    baseline: float
    width: float
    runs: tuple[Run, ...]
    space: bool = True

    @property
    def text(self) -> str:
        """The letters of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Text:
    """Set text in its box; ``size`` in points. A link has an address, and ``about`` says where it leads.

    With ``decor`` it is an artefact: letters that say nothing which is not read elsewhere.
    """

    box: Box
    lines: tuple[Line, ...]
    size: float
    link: str | None = None
    about: str = ""
    decor: bool = False

    @property
    def text(self) -> str:
        """What it says, as a person reads it aloud."""
        return "".join(line.text + (" " if line.space else "") for line in self.lines).strip()


class Raster(Protocol):
    """Where a picture's pixels come from; a layout needs none of them, so they are made when it is drawn."""

    def load(self) -> tuple[bytes, tuple[int, int]]:
        """Return the bytes, and width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A raster that is there already."""

    data: bytes = field(repr=False)
    sides: tuple[int, int]

    def load(self) -> tuple[bytes, tuple[int, int]]:
        """Return what was given."""
        return self.data, self.sides


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG in a box, cut by ``clip``. Its description is the figure's.

    With ``packed`` the data are not a JPEG but red, green and blue of each pixel, compressed by zlib: for logos.
    """

    box: Box
    raster: Raster
    clip: Outline | None = None
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: ``box`` includes the quiet zone, ``dark`` are rows of runs (row, from, to) in modules."""

    box: Box
    payload: str
    modules: int
    dark: tuple[tuple[int, int, int], ...] = field(repr=False)
    level: str = "M"


#: A step of a path: M and L take a point, C three, Z none; millimetres.
Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Outline:
    """A path in millimetres."""

    steps: tuple[Step, ...]

    @property
    def box(self) -> Box:
        """The box around all its points."""
        points = [(p[i], p[i + 1]) for _, p in self.steps for i in range(0, len(p), 2)]
        return around(tuple(Box(x, y, 0, 0) for x, y in points))


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing without meaning: an artefact. ``width`` of the stroke in millimetres."""

    outline: Outline
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.3
    dash: tuple[float, ...] = ()
    clip: Outline | None = None
    round: bool = False

    @property
    def box(self) -> Box:
        """The box around it."""
        return self.outline.box


Item = Text | Picture | Code | Shape


@dataclass(frozen=True, slots=True)
class Turn:
    """A quarter turn to the left about the sheet's point (``x``, ``y``), which becomes the inside's origin.

    Inside, x runs up the sheet and y to the right.
    """

    x: float
    y: float

    def place(self, box: Box) -> Box:
        """Return where a box of the inside stands on the sheet."""
        return Box(self.x + box.y, self.y - box.right, box.h, box.w)


@dataclass(frozen=True, slots=True)
class Node:
    """A tagged element. ``alt`` describes a figure, ``scope`` says what a header cell heads.

    With ``decor`` all in it is an artefact: a repetition of what is read elsewhere, such as a second strip.
    """

    tag: Tag
    children: tuple[Node | Item, ...]
    alt: str = ""
    scope: Scope | None = None
    columns: int = 1
    turn: Turn | None = None
    lang: str = ""
    rows: int = 1
    decor: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet, tagged content in order of reading; ``under`` is drawn first, an artefact throughout.

    ``over`` holds text that belongs to the paper and not to the message, such as the small print of cut marks.
    """

    sheet: Sheet
    body: tuple[Node, ...]
    under: tuple[Shape | Picture, ...] = ()
    over: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file: its title, subject and language, and its pages."""

    title: str
    subject: str
    author: str
    pages: tuple[Page, ...]
    lang: str = "nl-NL"


@dataclass(frozen=True, slots=True)
class Placed:
    """A leaf of a page, the element that it belongs to, and the turns that it stands in."""

    item: Item
    owner: Node | None
    turns: tuple[Turn, ...] = ()

    @property
    def box(self) -> Box:
        """The leaf's place on the sheet."""
        return self.on_sheet(self.item.box)

    def on_sheet(self, box: Box) -> Box:
        """Return where a box that is given as the item's own is, a line's for instance, stands on the sheet."""
        for turn in reversed(self.turns):
            box = turn.place(box)
        return box


def placed(page: Page) -> Iterator[Placed]:
    """Return every leaf of a page in the order of drawing."""
    leaves = [Placed(item, None) for item in page.under]
    for node in page.body:
        _gather(node, (), leaves, decor=False)
    leaves += [Placed(item, None) for item in page.over]
    return iter(leaves)


def _gather(node: Node, turns: tuple[Turn, ...], leaves: list[Placed], *, decor: bool) -> None:
    inner = (*turns, node.turn) if node.turn else turns
    decor = decor or node.decor
    owner = None if decor else node
    for child in node.children:
        if isinstance(child, Node):
            _gather(child, inner, leaves, decor=decor)
        else:
            leaves.append(Placed(child, owner, inner))


#: How far a quarter of a circle's handles stand out, as part of the radius.
_ROUND: Final = 0.5522847498


def rectangle(box: Box, radius: float = 0) -> Outline:
    """Return a rectangle, its corners rounded by ``radius`` millimetres."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    r = min(radius, box.w / 2, box.h / 2)
    if r <= 0:
        return Outline((("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ())))
    k = r * (1 - _ROUND)
    return Outline(
        (
            ("M", (x + r, y)),
            ("L", (right - r, y)),
            ("C", (right - k, y, right, y + k, right, y + r)),
            ("L", (right, bottom - r)),
            ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
            ("L", (x + r, bottom)),
            ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
            ("L", (x, y + r)),
            ("C", (x, y + k, x + k, y, x + r, y)),
            ("Z", ()),
        )
    )


def ellipse(box: Box) -> Outline:
    """Return the ellipse that fills a box."""
    (cx, cy), rx, ry = box.centre, box.w / 2, box.h / 2
    kx, ky = rx * _ROUND, ry * _ROUND
    return Outline(
        (
            ("M", (cx + rx, cy)),
            ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
            ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
            ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
            ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
            ("Z", ()),
        )
    )


def rule(
    x: float, y: float, right: float, bottom: float, colour: str, width: float = 0.25, dash: tuple[float, ...] = ()
) -> Shape:
    """Return a straight line."""
    return Shape(Outline((("M", (x, y)), ("L", (right, bottom)))), stroke=colour, width=width, dash=dash)


def filled(box: Box, colour: str, radius: float = 0) -> Shape:
    """Return a field of colour."""
    return Shape(rectangle(box, radius), fill=colour)
