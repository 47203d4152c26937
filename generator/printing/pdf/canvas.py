"""A canvas that draws tagged pages, in millimetres, and writes the file that they make.

reportlab draws no tags and writes files that take much time and room, so that this canvas takes the content of pages
from it and nothing else: content is marked while it is drawn (PDF 1.7, section 14.6), and ``File`` writes what
reportlab would. ``REPORTLAB`` names the series that this package was written against; a test compares it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from typing import Final, Literal

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import FILL_NON_ZERO, PATH_OPS, Canvas

from generator.printing.layout.elements import Outline
from generator.printing.layout.fonts import Face
from generator.printing.layout.geometry import POINTS, Box
from generator.printing.pdf.alphabet import rows
from generator.printing.pdf.codes import Fields, fields
from generator.printing.pdf.embedding import Typefaces
from generator.printing.pdf.file import File
from generator.printing.pdf.metadata import information, output_intent, packet
from generator.printing.pdf.structure import Structure
from generator.printing.pdf.written import array, numbers, reference, text

#: The series of reportlab whose inside this package was written against.
REPORTLAB: Final = "5.1"

#: The operators of a path's steps, each after its points.
_STEPS: Final = {"M": " m", "L": " l", "C": " c", "Z": "h"}


@dataclass(slots=True)
class _Page:
    """A page under construction: its number, its key in the structure, its boxes, and what it uses."""

    number: int
    key: int
    boxes: str
    fonts: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, int] = field(default_factory=dict)
    links: list[int] = field(default_factory=list)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws in millimetres from the top left of the trimmed sheet, and tags what it draws."""

    def __init__(self, title: str, subject: str, author: str, lang: str) -> None:
        super().__init__(io.BytesIO(), pageCompression=0, invariant=1)
        self._said = title, subject, author
        self._lang = lang
        self._file = File()
        self._structure = Structure(self._file)
        self._faces = Typefaces(self._file)
        self._codes: dict[Fields, tuple[str, int]] = {}
        self._images: dict[bytes, tuple[str, int]] = {}
        self._tree = self._file.reserve()
        self._pages: list[int] = []
        self._origin = self._corner = (0.0, 0.0)
        self._ink = ""
        self._setting: tuple[str, float] | None = None

    # Pages

    def begin_page(self, width: float, height: float, bleed: float = 0, slug: float = 0) -> None:
        """Begin a sheet of ``width`` by ``height`` mm with ``bleed`` and, outside it, ``slug`` mm for crop marks."""
        margin, edge = (bleed + slug) * POINTS, slug * POINTS
        w, h = width * POINTS, height * POINTS
        self._origin = self._corner = (margin, margin + h)
        boxes = (
            f"/MediaBox[{numbers(0, 0, w + 2 * margin, h + 2 * margin)}]"
            f"/BleedBox[{numbers(edge, edge, 2 * margin + w - edge, 2 * margin + h - edge)}]"
            f"/TrimBox[{numbers(margin, margin, margin + w, margin + h)}]"
        )
        number = self._file.reserve()
        self._page = _Page(number, self._structure.begin_page(number), boxes)
        self._ink, self._setting = "", None

    def end_page(self) -> None:
        """Finish the sheet."""
        page = self._page
        content = self._file.packed("", "\n".join(self._code).encode("latin-1"))
        fonts, pictures = (
            "".join(f"{name} {reference(number)}" for name, number in used.items())
            for used in (page.fonts, page.pictures)
        )
        links = f"/Annots{array(map(reference, page.links))}" if page.links else ""
        self._file.put(
            page.number,
            f"<</Type/Page/Parent {reference(self._tree)}{page.boxes}/Contents {reference(content)}"
            f"/Resources<</Font<<{fonts}>>/XObject<<{pictures}>>>>/StructParents {page.key}/Tabs/S{links}>>",
        )
        self._pages.append(page.number)
        self._startPage()

    @contextmanager
    def within_bleed(self, width: float, height: float, bleed: float) -> Iterator[None]:
        """Cut what is drawn inside at the bleed, so that nothing reaches the crop marks."""
        x, y = self._point(-bleed, height + bleed)
        sides = f"{(width + 2 * bleed) * POINTS:.3f} {(height + 2 * bleed) * POINTS:.3f}"
        with self._kept():
            self._code.append(f"{x:.3f} {y:.3f} {sides} re W n")
            yield

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw with a quarter turn to the left about a point, which becomes the origin."""
        outside = self._origin
        with self._kept():
            self.translate(*self._point(x, y))
            self.rotate(90)
            self._origin = (0.0, 0.0)
            yield
        self._origin = outside

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """Draw with settings that are forgotten afterwards."""
        outside = self._ink, self._setting
        self.saveState()
        yield
        self.restoreState()
        self._ink, self._setting = outside

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._origin[0] + x * POINTS, self._origin[1] - y * POINTS

    # Structure

    def open_element(self, tag: str, said: str = "") -> None:
        """Open a structure element; what is drawn until it is closed belongs to it."""
        self._structure.open(tag, said)

    def close_element(self) -> None:
        """Close the structure element that was opened last."""
        self._structure.close()

    def open_content(self) -> None:
        """Mark what is drawn from here as content of the open element."""
        self._code.append(f"{self._structure.mark()}BDC")

    def open_artifact(self) -> None:
        """Mark what is drawn from here as belonging to the paper, not to the message."""
        self._code.append("/Artifact BMC")

    def close_mark(self) -> None:
        """End what was marked last."""
        self._code.append("EMC")

    def link(self, box: tuple[float, float, float, float], address: str, about: str) -> None:
        """Make a place (left, top, right, bottom in mm as on the sheet) lead to an address; the element is a Link."""
        x, y = self._corner  # an annotation knows nothing of a turn
        left, bottom = x + box[0] * POINTS, y - box[3] * POINTS
        right, top = x + box[2] * POINTS, y - box[1] * POINTS
        self._page.links.append(self._structure.link((left, bottom, right, top), address, about))

    # Drawing

    def letters(self, face: Face, size: float, x: float, baseline: float, content: str, colour: str) -> None:
        """Draw one line of one face, letters and pairs at their own distance."""
        px, py = self._point(x, baseline)
        code = [f"{self._filling(colour)}BT {px:.3f} {py:.3f} Td"]
        for part, row in rows(content, face):
            used = self._faces.part(face, part, content)
            if (used.name, size) != self._setting:
                code.append(f"{used.name} {numbers(round(size, 3))} Tf")
                self._setting = used.name, size
                self._page.fonts[used.name] = used.number
            code.append(row)
        self._code.append(f"{' '.join(code)} ET")

    def shape(
        self,
        outline: Outline,
        fill: str | None,
        stroke: str | None,
        width: float,
        dash: Sequence[float],
        clip: Outline | None,
        *,
        rounded: bool,
    ) -> None:
        """Fill and stroke a path; ``width`` and ``dash`` in millimetres."""
        if fill and not stroke and not clip:
            self._code.append(f"{self._filling(fill)}{self._path(outline)} f")
            return
        code = ["q"]
        if clip:
            code.append(f"{self._path(clip)} W* n")
        if fill:
            code.append(_ink(fill, "rg"))
        if stroke:
            dashes = numbers(*[length * POINTS for length in dash])
            ends = int(rounded)
            code.append(f"{_ink(stroke, 'RG')} {numbers(width * POINTS)} w [{dashes}] 0 d {ends} J {ends} j")
        code += [self._path(outline), PATH_OPS[int(stroke is not None), int(fill is not None), FILL_NON_ZERO], "Q"]
        self._code.append(" ".join(code))

    def line_of(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """Draw a thin black line."""
        self._code.append(f"{_ink('#000000', 'RG')} {numbers(width * POINTS)} w")
        self.line(*self._point(x1, y1), *self._point(x2, y2))

    def cells(self, dark: Fields, modules: int, ground: Box) -> None:
        """Draw rows of black fields (row, from, to) on a white square; they go into the file once, however often."""
        name, number = self._codes.get(dark) or self._code_of(dark, modules)
        self._page.pictures[name] = number
        x, y = self._point(ground.x, ground.y)
        side = ground.w * POINTS / modules
        self._code.append(f"q {side:.6f} 0 0 {-side:.6f} {x:.3f} {y:.3f} cm {name} Do Q")

    def _code_of(self, dark: Fields, modules: int) -> tuple[str, int]:
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {modules} {modules}]/Resources<<>>/Filter/FlateDecode"
        made = self._codes[dark] = f"/C{len(self._codes)}", self._file.stream(entries, fields(dark, modules))
        return made

    def picture(self, data: bytes, sides: tuple[int, int], box: Box, clip: Outline | None, *, packed: bool) -> None:
        """Draw a picture, whose bytes (JPEG, or packed pixels) go into the file as they are, once however often."""
        name, number = self._image(data, sides, "FlateDecode" if packed else "DCTDecode")
        self._page.pictures[name] = number
        within = f"{self._path(clip)} W* n " if clip else ""
        px, py = self._point(box.x, box.bottom)
        self._code.append(f"q {within}{box.w * POINTS:.3f} 0 0 {box.h * POINTS:.3f} {px:.3f} {py:.3f} cm {name} Do Q")

    def _image(self, data: bytes, sides: tuple[int, int], coding: str) -> tuple[str, int]:
        if data not in self._images:
            number = self._file.stream(
                f"/Type/XObject/Subtype/Image/Width {sides[0]}/Height {sides[1]}/BitsPerComponent 8"
                f"/ColorSpace/DeviceRGB/Filter/{coding}",
                data,
            )
            self._images[data] = f"/P{len(self._images)}", number
        return self._images[data]

    def _filling(self, colour: str) -> str:
        """Return what sets the colour to fill with, if it is not set."""
        if colour == self._ink:
            return ""
        self._ink = colour
        return f"{_ink(colour, 'rg')} "

    def _path(self, outline: Outline) -> str:
        """Return a path as it is written."""
        ox, oy = self._origin
        values = [value for _, points in outline.steps for value in points]
        values[::2] = [ox + value * POINTS for value in values[::2]]
        values[1::2] = [oy - value * POINTS for value in values[1::2]]
        return _steps(tuple([(kind, len(points)) for kind, points in outline.steps])) % tuple(values)

    # The end

    def finish(self) -> bytes:
        """Return the whole file."""
        self._faces.finish()
        self._file.put(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids{array(map(reference, self._pages))}>>")
        catalog = (
            f"<</Type/Catalog/Pages {reference(self._tree)}/Lang{text(self._lang)}/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {reference(self._structure.finish())}/ViewerPreferences<</DisplayDocTitle true>>"
            f"/Metadata {reference(packet(self._file, *self._said))}"
            f"/OutputIntents[{reference(output_intent(self._file))}]>>"
        )
        return self._file.finish(self._file.add(catalog), self._file.add(information(*self._said)))


# A kit has some ten colours; other kits have others.
@lru_cache(maxsize=256)
def _ink(value: str, operator: Literal["rg", "RG"]) -> str:
    """Return what sets a colour to fill (``rg``) or to stroke with."""
    colour = HexColor(value)
    # Rounded up: a reader that cuts off what is behind the point would show the next darker colour.
    parts = (ceil(part * 100_000) / 100_000 for part in (colour.red, colour.green, colour.blue))
    return f"{' '.join(f'{part:g}' for part in parts)} {operator}"


# Paths are of a few forms: lines, rectangles with and without round corners, circles.
@lru_cache(maxsize=256)
def _steps(steps: tuple[tuple[str, int], ...]) -> str:
    """Return the format of a path whose steps are of these kinds, each with so many numbers."""
    return " ".join(f"{' '.join(['%.4f'] * count)}{_STEPS[kind]}" for kind, count in steps)
