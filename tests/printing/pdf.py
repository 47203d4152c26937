"""A PDF as somebody else reads it: its structure, its text by structure, its pictures, and how it looks.

pypdf gives the objects; the text is put together here from the marked content, letter by letter through each font's
table, so that nothing of what wrote the file is trusted.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot
from typing import Any, Final

import pypdfium2
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, StreamObject

#: Elements that are said in one breath; what is in them is not taken apart.
_BREATH: Final = frozenset({"H1", "H2", "H3", "P", "LBody", "Lbl", "TH", "TD", "Caption", "Figure"})
#: Of a table from codes to letters: a part of it, and in it a code, perhaps the last of a stretch, and a letter.
_PART: Final = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX: Final = re.compile(r"<([0-9A-Fa-f]+)>")

_Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Element:
    """A structure element: its type, its dictionary, what it holds in order, and what is said of it as a link."""

    tag: str
    raw: Mapping[str, Any] = field(repr=False)
    kids: tuple[Element | str, ...]
    about: str = ""

    def every(self) -> Iterator[Element]:
        """Yield the element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.every()

    @property
    def text(self) -> str:
        """All that is said in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def words(self) -> str:
        """All that is said in it in one breath: descriptions of pictures in brackets, of links in braces."""
        if self.tag == "Figure":
            return f" [{self.raw['/Alt']}] "
        inside = "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)
        return f"{inside.strip()} {{{self.about}}} " if self.about else inside

    @property
    def attributes(self) -> Mapping[str, Any]:
        """The attributes of all owners together."""
        found: dict[str, Any] = {}
        for group in self.raw.get("/A", ()):
            found |= {key: value for key, value in group.get_object().items() if key != "/O"}
        return found


@dataclass(frozen=True)
class Drawn:
    """A picture on a page: the stream, and its sides as printed in millimetres."""

    stream: Any
    width: float
    height: float

    @property
    def pixels(self) -> tuple[int, int]:
        """The pixels of the stream."""
        return int(self.stream["/Width"]), int(self.stream["/Height"])

    @property
    def is_photo(self) -> bool:
        """Tell whether the picture is a JPEG."""
        return bool(self.stream["/Filter"] == "/DCTDecode")

    @property
    def dpi(self) -> float:
        """The dots an inch at which it is printed."""
        return max(self.pixels[0] / self.width, self.pixels[1] / self.height) * 25.4

    def decode(self) -> Image.Image:
        """Return the pixels of a JPEG."""
        return Image.open(io.BytesIO(self.stream._data))


class Pdf:
    """One file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(io.BytesIO(data), strict=True)
        self.root: Any = self.reader.trailer["/Root"]
        self._numbers = {page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages)}  # type: ignore[union-attr]

    # How it looks

    def pictures(self, dpi: float) -> list[Image.Image]:
        """Draw every page."""
        document = pypdfium2.PdfDocument(self.data)
        try:
            return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
        finally:
            document.close()

    def picture(self, dpi: float) -> Image.Image:
        """Draw the first page."""
        return self.pictures(dpi)[0]

    # Its objects

    def objects(self) -> Iterator[Any]:
        """Yield every dictionary of the file, also those that nothing leads to."""
        trailer: Any = self.reader.trailer
        for number in range(1, int(trailer["/Size"])):
            yield from _dictionaries(self.reader.get_object(number))

    def unpacked(self) -> str:
        """Return all that the file says: its objects, and what is in streams that are not pictures or fonts."""
        trailer: Any = self.reader.trailer
        said = [repr(trailer)]
        for number in range(1, int(trailer["/Size"])):
            found: Any = self.reader.get_object(number)
            said.append(repr(found))
            if isinstance(found, StreamObject) and not {"/Width", "/Length1", "/N"} & set(found):
                said.append(found.get_data().decode("latin-1"))
        return "\n".join(said)

    def fonts(self) -> list[Any]:
        """Return the fonts that pages may use."""
        pages: list[Any] = list(self.reader.pages)
        found = {font.idnum: font for page in pages for font in page["/Resources"].get("/Font", {}).values()}
        return [font.get_object() for font in found.values()]

    def annotations(self) -> list[Any]:
        """Return what can be clicked."""
        pages: list[Any] = list(self.reader.pages)
        return [note.get_object() for page in pages for note in page.get("/Annots", ())]

    def images(self, number: int) -> list[Drawn]:
        """Return the pictures that a page draws, codes not among them."""
        resources: Any = self.reader.pages[number]["/Resources"]
        drawn = [(resources["/XObject"][name].get_object(), sides) for name, sides in self._pages[number].pictures]
        return [Drawn(stream, *sides) for stream, sides in drawn if stream["/Subtype"] == "/Image"]

    # What it says

    @cached_property
    def structure(self) -> Element:
        """The document as its structure tree has it."""
        tree: Any = self.root["/StructTreeRoot"]
        return self._element(tree["/K"].get_object(), None)

    def spoken(self) -> list[str]:
        """Return what a screen reader says in its order: one line per element, after its type and depth."""
        return list(_spoken(self.structure, 0))

    @cached_property
    def _pages(self) -> list[_Content]:
        return [self._interpreted(page) for page in self.reader.pages]

    def _element(self, raw: Any, page: Any) -> Element:
        page = raw.get("/Pg", page)
        kids: list[Element | str] = []
        about = ""
        for kid in raw["/K"] if isinstance(raw["/K"], ArrayObject) else [raw["/K"]]:
            kid = kid.get_object()  # noqa: PLW2901  a reference and what it refers to
            if isinstance(kid, int):
                kids.append(self._pages[self._numbers[page.indirect_reference.idnum]].said.get(kid, ""))
            elif kid.get("/Type") == "/OBJR":
                about = str(kid["/Obj"]["/Contents"])
            else:
                kids.append(self._element(kid, page))
        return Element(str(raw["/S"])[1:], raw, tuple(kids), about)

    def _interpreted(self, page: Any) -> _Content:
        content = _Content(
            {name: _table(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
        )
        for operands, operator in ContentStream(page["/Contents"].get_object(), self.reader).operations:
            step = _STEPS.get(operator)
            if step:
                step(content, operands, operator)
        assert content.open == []
        return content


@dataclass
class _Content:
    """What a page says by mark, and the pictures that it draws with their sides in millimetres."""

    tables: Mapping[str, Mapping[int, str]]
    said: dict[int, str] = field(default_factory=lambda: defaultdict(str))
    pictures: list[tuple[str, tuple[float, float]]] = field(default_factory=list)
    open: list[int | None] = field(default_factory=list)
    matrix: _Matrix = (1, 0, 0, 1, 0, 0)
    kept: list[tuple[_Matrix, Mapping[int, str]]] = field(default_factory=list)
    table: Mapping[int, str] = field(default_factory=dict)

    def mark(self, operands: Any, operator: bytes) -> None:
        self.open.append(operands[1].get("/MCID") if operator == b"BDC" else None)

    def unmark(self, _operands: Any, _operator: bytes) -> None:
        self.open.pop()

    def font(self, operands: Any, _operator: bytes) -> None:
        self.table = self.tables[operands[0]]

    def show(self, operands: Any, _operator: bytes) -> None:
        number = next((mark for mark in reversed(self.open) if mark is not None), None)
        if number is not None:
            self.said[number] += "".join(_letters(part, self.table) for part in operands[0])

    def save(self, _operands: Any, _operator: bytes) -> None:
        self.kept.append((self.matrix, self.table))

    def restore(self, _operands: Any, _operator: bytes) -> None:
        self.matrix, self.table = self.kept.pop()

    def transform(self, operands: Any, _operator: bytes) -> None:
        a, b, c, d, e, f = (float(value) for value in operands)
        self.matrix = _times((a, b, c, d, e, f), self.matrix)

    def draw(self, operands: Any, _operator: bytes) -> None:
        a, b, c, d, _, _ = self.matrix
        self.pictures.append((operands[0], (hypot(a, b) / 72 * 25.4, hypot(c, d) / 72 * 25.4)))


_STEPS: Final[Mapping[bytes, Callable[[_Content, Any, bytes], None]]] = {
    b"BDC": _Content.mark,
    b"BMC": _Content.mark,
    b"EMC": _Content.unmark,
    b"Tf": _Content.font,
    b"TJ": _Content.show,
    b"q": _Content.save,
    b"Q": _Content.restore,
    b"cm": _Content.transform,
    b"Do": _Content.draw,
}


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _table(font: Any) -> dict[int, str]:
    """Read a font's table from codes to letters, of which stretches may follow each other in both."""
    table: dict[int, str] = {}
    for kind, part in _PART.findall(font["/ToUnicode"].get_data().decode("ascii")):
        values = iter(_HEX.findall(part))
        for first in values:
            last = next(values) if kind == "range" else first
            letter = ord(bytes.fromhex(next(values)).decode("utf-16-be"))
            codes = range(int(first, 16), int(last, 16) + 1)
            table |= {code: chr(letter + at) for at, code in enumerate(codes)}
    return table


def _letters(part: Any, table: Mapping[int, str]) -> str:
    codes = getattr(part, "original_bytes", b"")
    return "".join(table[code] for code in codes)


def _dictionaries(value: Any) -> Iterator[Any]:
    if isinstance(value, DictionaryObject):
        yield value
        for item in value.values():
            if not isinstance(item, IndirectObject):
                yield from _dictionaries(item)
    elif isinstance(value, ArrayObject):
        for item in value:
            if not isinstance(item, IndirectObject):
                yield from _dictionaries(item)


def _spoken(element: Element, depth: int) -> Iterator[str]:
    if element.tag in _BREATH:
        scope = f" ({element.attributes['/Scope'][1:]})" if "/Scope" in element.attributes else ""
        yield f"{'  ' * depth}{element.tag}{scope} {' '.join(element.words.split())}".rstrip()
        return
    if element.tag not in {"Document", "Sect", "Div", "TBody", "THead"}:
        yield f"{'  ' * depth}{element.tag}"
        depth += 1
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _spoken(kid, depth)
