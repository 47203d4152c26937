"""Small PDFs that name an author, that can act, or that have a file inside."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

from PIL import ExifTags, Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas


def a_pdf(author: str) -> bytes:
    """Return a PDF of one page by ``author``; an empty text leaves what the library fills in."""
    out = io.BytesIO()
    page = Canvas(out, invariant=1)
    if author:
        page.setAuthor(author)
    page.drawString(90, 700, "Gedragscode")
    page.save()
    return out.getvalue()


def exif(**tags: object) -> bytes:
    """Return the metadata of a photo with these tags, by their names in EXIF."""
    made = Image.Exif()
    for name, value in tags.items():
        if name == "GPSLatitude":
            made.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = value
        elif name == "DateTimeOriginal":
            made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = value
        else:
            made[ExifTags.Base[name]] = value
    return made.tobytes()


def with_a_photo(exif: bytes, *, packed: bool = False) -> bytes:
    """Return a PDF with a photo as a camera makes it, with these metadata; ``packed`` packs it once more."""
    photo, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(photo, "JPEG", exif=exif)
    stream: StreamObject = DecodedStreamObject()
    stream.set_data(photo.getvalue())
    if packed:
        stream = stream.flate_encode()
    filters = [NameObject(f"/{name}") for name in (["FlateDecode"] if packed else []) + ["DCTDecode"]]
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(64),
            NameObject("/Height"): NumberObject(48),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
            NameObject("/Filter"): ArrayObject(filters),
        }
    )
    written = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf(""))))
    page = written.pages[0]
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/Foto"): written._add_object(stream)})}
    )
    written.write(out)
    return out.getvalue()


def that_acts(action: str) -> bytes:
    """Return a PDF that does ``action`` when it is opened."""
    written, out = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf("")))), io.BytesIO()
    acts = DictionaryObject({NameObject("/S"): NameObject(f"/{action}"), NameObject("/F"): TextStringObject("iets")})
    written.root_object[NameObject("/OpenAction")] = written._add_object(acts)
    written.write(out)
    return out.getvalue()


def that_opens_a_page(*, packed: bool = False) -> bytes:
    """Return a PDF that opens a page on the web when it is opened itself."""
    action = b"<</S/URI/URI(https://voorbeeld.example)>>"
    return _packed(action) if packed else that_acts("URI")


def with_a_link() -> bytes:
    """Return a PDF that is opened at its first page, on which there is a link."""
    written, out = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf("")))), io.BytesIO()
    written.add_annotation(0, Link(rect=(90, 690, 200, 715), url="https://voorbeeld.example"))
    first = written.pages[0].indirect_reference
    assert first is not None
    written.root_object[NameObject("/OpenAction")] = ArrayObject([first, NameObject("/Fit")])
    written.write(out)
    return out.getvalue()


def by(creators: Sequence[str], *, packed: bool = False, author: str = "") -> bytes:
    """Return a PDF whose XMP names its makers, and whose older sort of properties names ``author``."""
    items = "".join(f"<rdf:li>{escape(name)}</rdf:li>" for name in creators)
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator><rdf:Seq>{items}</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    written, out = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf(author)))), io.BytesIO()
    stream: StreamObject = DecodedStreamObject()
    stream.set_data(xmp.encode())
    if packed:
        stream = stream.flate_encode()
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    written.root_object[NameObject("/Metadata")] = written._add_object(stream)
    written.write(out)
    return out.getvalue()


def with_a_file_inside() -> bytes:
    """Return a PDF to which a spreadsheet is attached."""
    written, out = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf("")))), io.BytesIO()
    written.add_attachment("namen.csv", b"Piet;06 12345678")
    written.write(out)
    return out.getvalue()


def that_acts_unseen() -> bytes:
    """Return a PDF whose script is packed away in a stream of objects, under a name that is spelled with a code."""
    return _packed(rb"<</S/J#61vaScript/JS(app.launchURL\('https://voorbeeld.example'\))>>")


def _packed(action: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>",
        action,
    ]
    places, packed = b"", b""
    for number, item in enumerate(objects, start=1):
        places += b"%d %d " % (number, len(packed))
        packed += item + b" "
    data = zlib.compress(places + packed)
    pdf = b"%PDF-1.7\n"
    stream = len(pdf)
    pdf += b"5 0 obj<</Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(places))
    pdf += b"/Length %d>>stream\n%b\nendstream endobj\n" % (len(data), data)
    table = len(pdf)
    rows = b"".join(b"\2" + (5).to_bytes(4) + bytes([index]) for index in range(len(objects)))
    rows += b"\1" + stream.to_bytes(4) + b"\0" + b"\1" + table.to_bytes(4) + b"\0"
    pdf += b"6 0 obj<</Type/XRef/Size 7/W[1 4 1]/Index[1 6]/Root 1 0 R"
    pdf += b"/Length %d>>stream\n%b\nendstream endobj\n" % (len(rows), rows)
    return pdf + b"startxref\n%d\n%%%%EOF\n" % table
