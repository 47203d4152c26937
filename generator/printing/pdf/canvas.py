"""A canvas that writes tagged PDF, in millimetres.

reportlab writes no tags. This canvas marks content while drawing (PDF 1.7, section 14.6) and has the structure tree
written afterwards; it also mends what keeps reportlab's files from PDF/UA-1 and PDF/A-2a: no font is named that is
not embedded, streams end with a line end, and the file says of itself what it is. ``REPORTLAB`` names the series
that this package was written against; a test compares it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final, Literal

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import FILL_NON_ZERO, PATH_OPS, Canvas

from generator.printing.layout.elements import Outline
from generator.printing.layout.fonts import Face
from generator.printing.layout.geometry import POINTS, Box
from generator.printing.pdf.alphabet import Alphabet, stretches
from generator.printing.pdf.annotations import LinkAnnotation
from generator.printing.pdf.embedding import embed_fonts
from generator.printing.pdf.metadata import Information, output_intent, packet
from generator.printing.pdf.streams import Stream
from generator.printing.pdf.structure import Element, write_structure
from generator.printing.pdf.written import numbers

#: The series of reportlab whose inside this package was written against.
REPORTLAB: Final = "5.1"

#: The operators of a path's steps.
_STEPS: Final = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_PAGE_KEYS: Final = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
_CATALOG_KEYS: Final = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Draws in millimetres from the top left of the trimmed sheet, and tags what it draws."""

    def __init__(self, title: str, subject: str, author: str, lang: str) -> None:
        self._marked: list[list[Element]] = []
        self._mark_count = 0
        self._links: list[Element] = []
        self._element_count = 0
        self._root = Element("Document", "SE0", None)
        self._open = self._root
        self._images: dict[bytes, str] = {}
        self._alphabets: dict[str, Alphabet] = {}
        self._digest = hashlib.sha256(repr((title, subject, author, lang)).encode())
        self._origin = self._corner = (0.0, 0.0)
        super().__init__(io.BytesIO(), pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        self._doc.info = Information()
        self.setTitle(title)
        self.setSubject(subject)
        self.setAuthor(author)
        self._describe(title, subject, author)

    def _make_preamble(self) -> None:
        """Leave out reportlab's first font: it would be named in the file and not embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    # Pages

    def begin_page(self, width: float, height: float, bleed: float = 0, slug: float = 0) -> None:
        """Begin a sheet of ``width`` by ``height`` mm with ``bleed`` and, outside it, ``slug`` mm for crop marks."""
        margin = (bleed + slug) * POINTS
        w, h = width * POINTS, height * POINTS
        self.setPageSize((w + 2 * margin, h + 2 * margin))
        self._origin = self._corner = (margin, margin + h)
        self.setTrimBox((margin, margin, margin + w, margin + h))
        edge = slug * POINTS
        self.setBleedBox((edge, edge, 2 * margin + w - edge, 2 * margin + h - edge))
        self._marked.append([])
        self._mark_count = 0

    def end_page(self) -> None:
        """Finish the sheet."""
        number = len(self._marked) - 1
        super().showPage()
        page = self._doc.Pages.pages[-1]
        content = page.stream.encode("latin-1")
        self._digest.update(content)
        page.Contents = Stream({}, content)
        page.__NoDefault__ = _PAGE_KEYS
        page.StructParents = number
        page.Tabs = pdfdoc.PDFName("S")

    @contextmanager
    def within_bleed(self, width: float, height: float, bleed: float) -> Iterator[None]:
        """Cut what is drawn inside at the bleed, so that nothing reaches the crop marks."""
        x, y = self._point(-bleed, height + bleed)
        self.saveState()
        self._code.append(
            f"{x:.3f} {y:.3f} {(width + 2 * bleed) * POINTS:.3f} {(height + 2 * bleed) * POINTS:.3f} re W n"
        )
        yield
        self.restoreState()

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._origin[0] + x * POINTS, self._origin[1] - y * POINTS

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw with a quarter turn to the left about a point, which becomes the origin."""
        self.saveState()
        px, py = self._point(x, y)
        self.translate(px, py)
        self.rotate(90)
        outside, self._origin = self._origin, (0.0, 0.0)
        yield
        self._origin = outside
        self.restoreState()

    # Structure

    @contextmanager
    def element(self, tag: str, attributes: Mapping[str, Any]) -> Iterator[Element]:
        """Open a structure element; what is drawn inside belongs to it."""
        self._element_count += 1
        opened = Element(tag, f"SE{self._element_count}", self._open, attributes, page=len(self._marked) - 1)
        self._open.kids.append(opened)
        self._open, outer = opened, self._open
        yield opened
        self._open = outer

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Mark what is drawn inside as content of the open element."""
        page = len(self._marked) - 1
        self._code.append(f"/{self._open.tag} <</MCID {self._mark_count}>> BDC")
        self._open.kids.append((page, self._mark_count))
        self._marked[page].append(self._open)
        self._mark_count += 1
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn inside as belonging to the paper, not to the message."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def link(self, box: tuple[float, float, float, float], address: str, about: str) -> None:
        """Make a place (left, top, right, bottom in mm as on the sheet) lead to an address; the element is a Link."""
        x, y = self._corner  # an annotation knows nothing of a turn
        left, bottom = x + box[0] * POINTS, y - box[3] * POINTS
        right, top = x + box[2] * POINTS, y - box[1] * POINTS
        number = len(self._links)
        annotation = LinkAnnotation((left, bottom, right, top), address, about, number, self._marked)
        name = f"LINK{number}"
        self._addAnnotation(annotation, name)
        self._links.append(self._open)
        self._open.kids.append(self._doc.annotationName(name))

    # Drawing

    def letters(self, face: Face, size: float, x: float, baseline: float, text: str, colour: str) -> None:
        """Draw one line of one face, letters and pairs at their own distance."""
        px, py = self._point(x, baseline)
        self._code.append(_ink(colour, "rg"))
        code = [f"BT 1 0 0 1 {px:.3f} {py:.3f} Tm"]
        subset = None
        row: list[str] = []
        alphabet = self._alphabets.setdefault(face.name, Alphabet(face.font, self._doc))
        for stretch, move in stretches(text, face):
            for number, raw in alphabet.numbered(stretch):
                if number != subset:
                    code += _row(row)
                    code.append(f"{face.font.getSubsetInternalName(number, self._doc)} {size:.3f} Tf")
                    subset, row = number, []
                row.append(raw)
            row.append(move)
        self._code.append(" ".join([*code, *_row(row), "ET"]))

    def _path(self, outline: Outline) -> str:
        """Return a path as it is written."""
        ox, oy = self._origin
        steps = ["n"]
        for kind, values in outline.steps:
            points = [oy - value * POINTS if index % 2 else ox + value * POINTS for index, value in enumerate(values)]
            steps.append(f"{numbers(*points)} {_STEPS[kind]}" if points else _STEPS[kind])
        return " ".join(steps)

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
        code = ["q"]
        if clip:
            code.append(f"{self._path(clip)} W* n")
        if fill:
            code.append(_ink(fill, "rg"))
        if stroke:
            dashes = numbers(*[length * POINTS for length in dash])
            ends = int(rounded)
            code += [_ink(stroke, "RG"), f"{numbers(width * POINTS)} w", f"[{dashes}] 0 d", f"{ends} J", f"{ends} j"]
        code += [self._path(outline), PATH_OPS[int(stroke is not None), int(fill is not None), FILL_NON_ZERO], "Q"]
        self._code += code

    def line_of(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """Draw a thin black line."""
        self._code += [_ink("#000000", "RG"), f"{numbers(width * POINTS)} w"]
        self.line(*self._point(x1, y1), *self._point(x2, y2))

    def cells(self, dark: Sequence[tuple[int, int, int]], modules: int, ground: Box) -> None:
        """Draw rows of black fields (row, from, to) on a white square, as one path: no seams between neighbours."""
        side = ground.w / modules
        x, y = self._point(ground.x, ground.bottom)
        self._code += [
            _ink("#ffffff", "rg"),
            f"{x:.3f} {y:.3f} {ground.w * POINTS:.3f} {ground.h * POINTS:.3f} re f",
            _ink("#000000", "rg"),
        ]
        # A code has hundreds of fields, and each number in them comes back in many: each is written once.
        lefts = [f"{self._origin[0] + (ground.x + at * side) * POINTS:.4f}" for at in range(modules)]
        lows = [f"{self._origin[1] - (ground.y + at * side + side) * POINTS:.4f}" for at in range(modules)]
        widths = [f"{length * side * POINTS:.4f} {side * POINTS:.4f} re" for length in range(modules + 1)]
        self._code += [f"{lefts[start]} {lows[row]} {widths[end - start]}" for row, start, end in dark]
        self._code.append("f")

    def picture(self, data: bytes, sides: tuple[int, int], box: Box, clip: Outline | None, *, packed: bool) -> None:
        """Draw a picture, whose bytes (JPEG, or packed pixels) go into the file as they are, once however often."""
        name = self._image(data, sides, "FlateDecode" if packed else "DCTDecode")
        self._code.append("q")
        if clip:
            self._code.append(f"{self._path(clip)} W* n")
        px, py = self._point(box.x, box.bottom)
        matrix = f"{box.w * POINTS:.3f} 0 0 {box.h * POINTS:.3f} {px:.3f} {py:.3f} cm"
        self._code.append(f"{matrix} /{self._doc.getXObjectName(name)} Do")
        self._formsinuse.append(name)
        self._code.append("Q")

    def _image(self, data: bytes, sides: tuple[int, int], coding: str) -> str:
        key = hashlib.sha256(data).digest()
        if key not in self._images:
            self._images[key] = f"photo{len(self._images)}"
            self._digest.update(key)
            entries = {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Image"),
                "Width": sides[0],
                "Height": sides[1],
                "BitsPerComponent": 8,
                "ColorSpace": pdfdoc.PDFName("DeviceRGB"),
                "Filter": pdfdoc.PDFName(coding),
            }
            self._doc.addForm(self._images[key], Stream(entries, data, packed=False))
        return self._images[key]

    # The end

    def finish(self) -> bytes:
        """Return the whole file."""
        write_structure(self._doc, self._root, self._marked, self._links)
        embed_fonts(self._doc)
        digest = self._digest.hexdigest()[:32]
        self._doc._ID = f"\n[<{digest}><{digest}>]\n".encode()
        data: bytes = self._doc.GetPDFData(self)
        return data

    def _describe(self, title: str, subject: str, author: str) -> None:
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = catalog.__Refs__ = _CATALOG_KEYS
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFName("true")[1:]})
        self.setViewerPreference("DisplayDocTitle", "true")
        catalog.Metadata = packet(title, subject, author)
        catalog.OutputIntents = pdfdoc.PDFArray([self._doc.Reference(output_intent(self._doc))])


def _row(row: Sequence[str]) -> list[str]:
    """Return the operator that shows letters and distances."""
    return [f"[<{''.join(row)}>] TJ".replace(" <>", "")] if row else []


# A kit has some ten colours; other kits have others.
@lru_cache(maxsize=256)
def _ink(value: str, operator: Literal["rg", "RG"]) -> str:
    """Return what sets a colour to fill (``rg``) or to stroke with."""
    colour = HexColor(value)
    return f"{numbers(colour.red, colour.green, colour.blue)} {operator}"
