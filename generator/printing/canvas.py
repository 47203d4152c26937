"""A canvas that writes tagged PDF; the only module that knows reportlab's inside.

reportlab writes no tags. This canvas marks content while drawing (PDF 1.7, section 14.6) and writes the structure
tree afterwards (14.7); it also mends what keeps reportlab's files from PDF/UA-1 and PDF/A-2a: streams end with a
line end, the glyph for nothing has no letter, no font is named that is not embedded, and the file says of itself
what it is (XMP). ``REPORTLAB`` names the series that this was written against; a test compares it.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from generator.printing.elements import Outline
from generator.printing.fonts import Face, advance
from generator.printing.geometry import POINTS, Box

#: The series of reportlab whose inside this module was written against.
REPORTLAB: Final = "5.1"
_PRODUCER: Final = "vertrouwenskit"

_PAGE_KEYS: Final = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
_CATALOG_KEYS: Final = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]


@dataclass(slots=True)
class Element:
    """A structure element under construction; ``kids`` are elements, marks (page, number) and links."""

    tag: str
    name: str
    parent: Element | None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    kids: list[Element | tuple[int, int] | str] = field(default_factory=list)
    page: int = 0


class _Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream whose length and line ends are what ISO 19005-2, section 6.1.7.1 asks."""

    def __init__(self, dictionary: dict[str, Any], content: bytes, *, packed: bool = True) -> None:
        super().__init__(pdfdoc.PDFDictionary(dictionary))
        self.content = zlib.compress(content) if packed else content
        if packed:
            self.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")

    def format(self, document: Any) -> bytes:
        """Return the stream as it stands in the file."""
        dictionary = pdfdoc.PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = pdfdoc.format(dictionary, document)
        # CR and LF: after one of them alone, content that ends with the other would seem to be a byte shorter.
        return head + b"\nstream\n" + self.content + b"\r\nendstream\n"


class _Information(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """Title and maker alone: no date, so that equal kits give equal files."""

    def format(self, document: Any) -> bytes:
        """Return the dictionary as it stands in the file."""
        values = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Producer": _PRODUCER}
        entries = {key: pdfdoc.PDFString(value) for key, value in values.items() if value}
        written: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return written


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
        self._digest = hashlib.sha256(repr((title, subject, author, lang)).encode())
        self._origin = self._corner = (0.0, 0.0)
        super().__init__(io.BytesIO(), pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        self._doc.info = _Information()
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
        page.Contents = _Stream({}, content)
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
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray([round(value, 3) for value in (left, bottom, right, top)]),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": pdfdoc.PDFString(about),
                "StructParent": _LinkNumber(number, self._marked),
                "A": pdfdoc.PDFDictionary(
                    {
                        "Type": pdfdoc.PDFName("Action"),
                        "S": pdfdoc.PDFName("URI"),
                        "URI": pdfdoc.PDFString(address),
                    }
                ),
            }
        )
        name = f"LINK{number}"
        self._addAnnotation(annotation, name)
        self._links.append(self._open)
        self._open.kids.append(self._doc.annotationName(name))

    # Drawing

    def letters(self, face: Face, size: float, x: float, baseline: float, text: str, colour: str) -> None:
        """Draw one line of one face, letters and pairs at their own distance."""
        px, py = self._point(x, baseline)
        self.setFillColor(_colour(colour))
        code = [f"BT 1 0 0 1 {px:.3f} {py:.3f} Tm"]
        subset = None
        row: list[str] = []
        for letter, kern in advance(text, face):
            for number, raw in face.font.splitString(letter, self._doc):
                if number != subset:
                    code += _row(row)
                    code.append(f"{face.font.getSubsetInternalName(number, self._doc)} {size:.3f} Tf")
                    subset, row = number, []
                row.append(f"<{raw.hex()}>")
            if kern:
                row.append(f"{-kern:.1f}")
        self._code.append(" ".join([*code, *_row(row), "ET"]))

    def outline(self, outline: Outline) -> Any:
        """Return the path in reportlab's form."""
        path = self.beginPath()
        for kind, values in outline.steps:
            points = [self._point(values[at], values[at + 1]) for at in range(0, len(values), 2)]
            flat = [value for point in points for value in point]
            {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}[kind](*flat)
        return path

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
        self.saveState()
        if clip:
            self.clipPath(self.outline(clip), stroke=0)
        if fill:
            self.setFillColor(_colour(fill))
        if stroke:
            self.setStrokeColor(_colour(stroke))
            self.setLineWidth(width * POINTS)
            self.setDash([length * POINTS for length in dash])
            self.setLineCap(int(rounded))
            self.setLineJoin(int(rounded))
        self.drawPath(self.outline(outline), stroke=int(stroke is not None), fill=int(fill is not None), fillMode=1)
        self.restoreState()

    def line_of(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """Draw a thin black line."""
        self.setStrokeColor(_colour("#000000"))
        self.setLineWidth(width * POINTS)
        self.line(*self._point(x1, y1), *self._point(x2, y2))

    def cells(self, cells: Sequence[tuple[float, float, float, float]], ground: Box) -> None:
        """Draw black fields (left, top, width, height) on white, as one path: no seams between neighbours."""
        self.setFillColor(_colour("#ffffff"))
        x, y = self._point(ground.x, ground.bottom)
        self._code.append(f"{x:.3f} {y:.3f} {ground.w * POINTS:.3f} {ground.h * POINTS:.3f} re f")
        self.setFillColor(_colour("#000000"))
        for left, top, w, h in cells:
            px, py = self._point(left, top + h)
            self._code.append(f"{px:.4f} {py:.4f} {w * POINTS:.4f} {h * POINTS:.4f} re")
        self._code.append("f")

    def picture(self, data: bytes, sides: tuple[int, int], box: Box, clip: Outline | None, *, packed: bool) -> None:
        """Draw a picture, whose bytes (JPEG, or packed pixels) go into the file as they are, once however often."""
        name = self._image(data, sides, "FlateDecode" if packed else "DCTDecode")
        self.saveState()
        if clip:
            self.clipPath(self.outline(clip), stroke=0)
        px, py = self._point(box.x, box.bottom)
        matrix = f"{box.w * POINTS:.3f} 0 0 {box.h * POINTS:.3f} {px:.3f} {py:.3f} cm"
        self._code.append(f"{matrix} /{self._doc.getXObjectName(name)} Do")
        self._formsinuse.append(name)
        self.restoreState()

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
            self._doc.addForm(self._images[key], _Stream(entries, data, packed=False))
        return self._images[key]

    # The end

    def finish(self) -> bytes:
        """Return the whole file."""
        self._structure()
        self._embed_fonts()
        digest = self._digest.hexdigest()[:32]
        self._doc._ID = f"\n[<{digest}><{digest}>]\n".encode()
        data: bytes = self._doc.GetPDFData(self)
        return data

    def _describe(self, title: str, subject: str, author: str) -> None:
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = catalog.__Refs__ = _CATALOG_KEYS
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFName("true")[1:]})
        self.setViewerPreference("DisplayDocTitle", "true")
        metadata = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        catalog.Metadata = _Stream(metadata, _xmp(title, subject, author), packed=False)
        profile = _Stream({"N": 3, "Filter": pdfdoc.PDFName("FlateDecode")}, _srgb(), packed=False)
        intent = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("OutputIntent"),
                "S": pdfdoc.PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
                "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
                "DestOutputProfile": self._doc.Reference(profile),
            }
        )
        catalog.OutputIntents = pdfdoc.PDFArray([self._doc.Reference(intent)])

    def _structure(self) -> None:
        """Write the structure tree, and the parent tree that leads from content back to it."""
        pages = [f"Page{number + 1}" for number in range(len(self._marked))]
        reference = pdfdoc.PDFObjectReference
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot"), "K": reference(self._root.name)})
        self._doc.Reference(root, "STRUCTROOT")
        for element in _all(self._root):
            self._doc.Reference(self._written(element, pages), element.name)
        numbers: list[Any] = []
        for number, owners in enumerate(self._marked):
            numbers += [number, pdfdoc.PDFArray([reference(owner.name) for owner in owners])]
        for number, owner in enumerate(self._links):
            numbers += [len(self._marked) + number, reference(owner.name)]
        root["ParentTree"] = self._doc.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(self._marked) + len(self._links)
        self._doc.Catalog.StructTreeRoot = reference("STRUCTROOT")

    def _written(self, element: Element, pages: Sequence[str]) -> Any:
        reference = pdfdoc.PDFObjectReference
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(reference(kid.name))
            elif isinstance(kid, str):
                entries = {"Type": pdfdoc.PDFName("OBJR"), "Obj": reference(kid), "Pg": reference(pages[element.page])}
                kids.append(pdfdoc.PDFDictionary(entries))
            else:
                kids.append(kid[1])
        entries = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName(element.tag),
            "P": reference(element.parent.name if element.parent else "STRUCTROOT"),
            "K": pdfdoc.PDFArray(kids),
        }
        if element.parent:
            entries["Pg"] = reference(pages[element.page])
        for key in ("Alt", "Lang"):
            if element.attributes.get(key):
                entries[key] = pdfdoc.PDFString(element.attributes[key])
        if element.attributes.get("A"):
            entries["A"] = _attributes(element.attributes["A"])
        return pdfdoc.PDFDictionary(entries)

    def _embed_fonts(self) -> None:
        """Embed the letters that were drawn; in reportlab's own way the glyph for nothing would claim to be U+0000."""
        for font in self._doc.delayedFonts:
            state = font.state[self._doc]
            state.frozen = 1
            for number, subset in enumerate(state.subsets):
                name = font.getSubsetInternalName(number, self._doc)[1:]
                fonts = self._doc.idToObject["BasicFonts"].dict
                fonts[name] = self._doc.Reference(self._font(font, number, subset), name)
            del font.state[self._doc]
        self._doc.delayedFonts = []

    def _font(self, font: Any, number: int, subset: Sequence[int]) -> Any:
        face = font.face
        base = f"{_subset_tag(number)}+{face.name.decode('latin-1')}"
        program = face.makeSubset(list(subset))
        file = self._doc.Reference(_Stream({"Length1": len(program)}, program))
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(base),
            "Flags": 4,  # symbolic: the letters are numbered in this file alone
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "ItalicAngle": 0,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
            "FontFile2": file,
        }
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("TrueType"),
                "BaseFont": pdfdoc.PDFName(base),
                "FirstChar": 0,
                "LastChar": len(subset) - 1,
                "Widths": pdfdoc.PDFArray([face.getCharWidth(code) for code in subset]),
                "ToUnicode": self._doc.Reference(_Stream({}, _to_unicode(subset))),
                "FontDescriptor": self._doc.Reference(pdfdoc.PDFDictionary(descriptor)),
            }
        )


class _LinkNumber(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The parent tree's number of a link: known once all pages are."""

    def __init__(self, number: int, pages: list[list[Element]]) -> None:
        self._number, self._pages = number, pages

    def format(self, _document: Any) -> bytes:
        """Return the number as it stands in the file."""
        return str(len(self._pages) + self._number).encode()


def _attributes(groups: Sequence[Mapping[str, Any]]) -> Any:
    written = []
    for group in groups:
        entries = {}
        for key, value in group.items():
            if isinstance(value, tuple):
                entries[key] = pdfdoc.PDFArray([round(number, 3) for number in value])
            else:
                entries[key] = pdfdoc.PDFName(value) if isinstance(value, str) else value
        written.append(pdfdoc.PDFDictionary(entries))
    return pdfdoc.PDFArray(written)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _row(row: Sequence[str]) -> list[str]:
    """Return the operator that shows letters and distances; neighbours without a distance join."""
    return [f"[{' '.join(row).replace('> <', '')}] TJ"] if row else []


@cache
def _colour(value: str) -> Any:
    return HexColor(value)


def _subset_tag(number: int) -> str:
    """Return six capitals that name a subset (PDF 1.7, section 9.6.4)."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = chr(65 + rest) + letters
    return letters


def _to_unicode(subset: Sequence[int]) -> bytes:
    """Return the table from codes to letters (PDF 1.7, section 9.10.3); codes without a letter are left out."""
    pairs = [(code, value) for code, value in enumerate(subset) if value]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in some]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()


def _xmp(title: str, subject: str, author: str) -> bytes:
    """Return the metadata packet (ISO 16684-1) that names the file, and the two norms that it keeps to."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{_PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


@cache
def _srgb() -> bytes:
    """Return the profile of the screen's colours, compressed, without the day that made it (ICC.1:2010, 7.2)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return zlib.compress(bytes(profile), 9)
