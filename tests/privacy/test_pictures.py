"""Pictures and PDFs tell what is seen on them; what may stand beside that is listed here, and nothing else may.

The judge is exiftool, which shares no code with what made the files.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image

from tests.conftest import EXAMPLES, ExampleBuilder
from tests.printing.pdf import Pdf
from tests.privacy.conftest import FORBIDDEN, SHOWN, Told
from tests.privacy.published import files_of, pictures, pixels_like, suffix_of
from tests.privacy.telling import LEFT, OUTSIDE, RIGHT, SECRET, exiftool

#: What exiftool itself says, and what it finds in the file system.
_NOT_IN_THE_FILE: Final = ("System:", "ExifTool:ExifToolVersion", "Composite:ImageSize", "Composite:Megapixels")
_SORT: Final = frozenset({"File:FileType", "File:FileTypeExtension", "File:MIMEType"})
#: The tags that a picture may have: its sides, how its pixels are packed, and nothing that anybody wrote.
ALLOWED: Final = {
    ".jpg": _SORT
    | {f"File:{name}" for name in ("BitsPerSample", "ColorComponents", "EncodingProcess", "YCbCrSubSampling")}
    | {"File:ImageHeight", "File:ImageWidth"}
    | {f"JFIF:{name}" for name in ("JFIFVersion", "ResolutionUnit", "XResolution", "YResolution")},
    ".png": _SORT
    | {f"PNG:{name}" for name in ("BitDepth", "ColorType", "Compression", "Filter", "Interlace")}
    | {"PNG:ImageHeight", "PNG:ImageWidth", "PNG:Palette", "PNG:Transparency"},
    ".svg": _SORT
    | {f"SVG:{name}" for name in ("ImageHeight", "ImageWidth", "ViewBox", "Xmlns", "PathD", "PathFill")}
    | {"SVG-ns1:ImageHref"},
}
#: The tags of a PDF that this program made, with what may stand in those that are not about its content.
ALLOWED_IN_PDF: Final = (
    _SORT
    | {f"PDF:{name}" for name in ("Author", "Language", "Linearized", "PDFVersion", "PageCount", "Producer")}
    | {"PDF:Subject", "PDF:TaggedPDF", "PDF:Title"}
    | {"XMP-dc:Creator", "XMP-dc:Description", "XMP-dc:Title", "XMP-pdf:Producer"}
    | {"XMP-pdfaid:Conformance", "XMP-pdfaid:Part", "XMP-pdfuaid:Part"}
    | {f"XMP-pdfaExtension:Schemas{name}" for name in ("NamespaceURI", "Prefix", "Schema", "PropertyCategory")}
    | {f"XMP-pdfaExtension:SchemasProperty{name}" for name in ("Description", "Name", "ValueType")}
)
#: All that the dictionaries of such a PDF may name; no dates, no parts of other programs, no files inside.
ALLOWED_IN_OBJECTS: Final = frozenset(
    f"/{name}"
    for line in (
        "A Alt Annots Ascent Author BBox BaseFont BitsPerComponent BleedBox Border CapHeight ColSpan ColorSpace",
        "Columns Contents Count DecodeParms Descent DestOutputProfile DisplayDocTitle F Filter First FirstChar Flags",
        "Font FontBBox FontDescriptor FontFile2 FontName Height ID Info ItalicAngle K Kids Lang LastChar Length1",
        "ListNumbering MarkInfo Marked MediaBox Metadata MissingWidth N Nums O Obj OutputConditionIdentifier",
        "OutputIntents P Pages Parent ParentTree ParentTreeNextKey Pg Placement Predictor Producer Rect Resources Root",
        "RowSpan S Scope Size StemV StructParent StructParents StructTreeRoot Subject Subtype Tabs Title ToUnicode",
        "TrimBox Type URI ViewerPreferences W Width Widths XObject",
    )
    for name in line.split()
)


def told_by(folder: Path, beside: Path) -> dict[str, dict[str, Any]]:
    """Return per picture of an output, named by where it was found, the tags that stand in it."""
    found = pictures(folder)
    places: dict[str, str] = {}
    for digest, (where, data) in found.items():
        path = beside / f"{digest}{suffix_of(data)}"
        path.write_bytes(data)
        places[str(path)] = where
    tags = exiftool(map(Path, places))
    return {f"{places[name]} {Path(name).suffix}": _in_the_file(item) for name, item in tags.items()}


def _in_the_file(tags: dict[str, Any]) -> dict[str, Any]:
    return {tag: value for tag, value in tags.items() if not tag.startswith(_NOT_IN_THE_FILE)}


def own_pdfs(folder: Path) -> list[Path]:
    """Return the PDFs that this program made: all but the documents, which are the organisation's own."""
    return [path for path in files_of(folder) if path.suffix == ".pdf" and path.parent.name != "documenten"]


def test_the_pictures_that_go_in_tell_everything(told: Told) -> None:
    """Else the tests below would prove nothing: each block is there, and holds the secret."""
    sources = exiftool(path for path in files_of(told.kits) if path.suffix in {".jpg", ".png", ".webp", ".svg"})
    telling = {
        Path(name).name: {tag.partition(":")[0] for tag, value in tags.items() if SECRET in str(value)}
        for name, tags in sources.items()
    }
    camera = {"IFD0", "ExifIFD", "GPS"}
    assert telling["liggend.jpg"] >= camera | {"File", "IPTC", "Photoshop", "XMP-dc", "XMP-xmpMM", "ICC_Profile"}
    assert telling["dubbel.jpg"] >= camera | {"File"}
    assert telling["teken.png"] >= camera | {"PNG", "XMP-dc", "XMP-xmpMM", "ICC_Profile"}
    assert telling["web.webp"] >= camera | {"XMP-dc", "ICC_Profile"}
    assert telling["logo.svg"] >= {"SVG", "SVG-sodipodi", "SVG-inkscape"}
    tags = {tag for item in sources.values() for tag in item}
    assert tags >= {"IFD1:ThumbnailImage", "GPS:GPSLatitude", "ExifIFD:MakerNoteUnknownText", "PNG:ModifyDate"}
    assert tags >= {"MPImage2:MPImageType", "ExifIFD:DateTimeOriginal", "XMP-xmpNote:HasExtendedXMP"}


def test_no_picture_says_more_than_how_its_pixels_are_packed(told: Told, tmp_path: Path) -> None:
    found = told_by(told.dist, tmp_path)
    profiles = {where: tags for where, tags in found.items() if where.endswith(".icc")}
    shown = {where: tags for where, tags in found.items() if where not in profiles}
    assert len(shown) > 40
    for where, tags in shown.items():
        assert set(tags) - ALLOWED[f".{where.rpartition('.')[2]}"] == set(), where
    # The colours of a screen, as a library describes them: the same in every PDF, of no device and of no day.
    assert len(profiles) == 1
    (profile,) = profiles.values()
    assert profile["ICC_Profile:ProfileDescription"] == "sRGB built-in"
    assert profile["ICC-header:ProfileDateTime"] == "2026:01:01 00:00:00"
    assert {tag for tag in profile if "Device" in tag or "Creator" in tag} <= {
        "ICC-header:DeviceManufacturer", "ICC-header:DeviceModel", "ICC-header:DeviceAttributes",
        "ICC-header:ProfileCreator",
    }  # fmt: skip


def test_no_pdf_says_who_made_it_where_or_when(told: Told) -> None:
    paths = own_pdfs(told.dist)
    assert len(paths) > 20
    for name, tags in exiftool(paths).items():
        said = _in_the_file(tags)
        campaign = "/campagne/" in name
        assert set(said) == ALLOWED_IN_PDF, name
        author = "Bond van Bakkers" if campaign else "Bakkerij Van Dam"
        assert {said["PDF:Author"], said["XMP-dc:Creator"]} == {author}
        assert {said["PDF:Producer"], said["XMP-pdf:Producer"]} == {"vertrouwenskit"}


def test_a_pdf_holds_nothing_but_pages(told: Told) -> None:
    named: Counter[str] = Counter()
    for path in {path.name: path for path in own_pdfs(told.dist)}.values():
        pdf = Pdf(path.read_bytes())
        assert SECRET not in pdf.unpacked()
        pages: list[Any] = list(pdf.reader.pages)
        own = {name for page in pages for kind in page["/Resources"].values() for name in kind}
        for found in pdf.objects():
            named.update(set(found) - own)
    assert named["/Page"] == 0
    assert named["/StructParents"] > 20
    assert set(named) - ALLOWED_IN_OBJECTS == set()


def test_the_secret_stands_in_no_file_at_all(told: Told) -> None:
    """Also not in the zip, whose members are what stands in the folder, in a contact card, or in what kits share."""
    paths = files_of(told.dist)
    assert len(paths) > 120
    assert [path for path in paths if SECRET.encode() in path.read_bytes()] == []
    with zipfile.ZipFile(told.dist / "bakkerij.zip") as packed:
        assert len(packed.namelist()) > 80
        assert not any(SECRET.encode() in packed.read(name) for name in packed.namelist())
    cards = list((told.dist / "bakkerij/site/contact").glob("*.vcf"))
    assert len(cards) == 6
    assert not any(b"PHOTO" in card.read_bytes() or b"LOGO" in card.read_bytes() for card in cards)


def test_neither_what_was_cut_away_nor_a_photo_without_consent_is_anywhere(told: Told) -> None:
    cut, shown, forbidden = [], 0, []
    for where, data in pictures(told.dist).values():
        if suffix_of(data) not in {".jpg", ".png"}:
            continue
        with Image.open(io.BytesIO(data)) as image:
            forbidden += [where] if pixels_like(image, FORBIDDEN) else []
            # These two are shown whole: a logo, and pictures that are documents.
            if "logo-" not in where and "documenten/" not in where and "shared/" not in where:
                cut += [where] if pixels_like(image, OUTSIDE) else []
                shown += pixels_like(image, LEFT) > 0
    assert (cut, forbidden) == ([], [])
    assert shown > 20


def test_the_colours_of_a_photo_without_consent_would_have_been_seen(told: Told) -> None:
    with Image.open(told.kits / "bond/bakkerij/fotos/zonder.jpg") as image:
        assert pixels_like(image, FORBIDDEN) > 1000
        assert pixels_like(image, OUTSIDE) > 1000


@pytest.mark.parametrize("naam", SHOWN)
def test_a_photo_stands_upright_though_nothing_says_any_more_how_it_lay(told: Told, naam: str) -> None:
    name = naam.lower().replace(" ", "-")
    with Image.open(told.dist / f"bakkerij/site/assets/fotos/{name}-336.jpg") as image:
        # The camera was on its side for one of them: what was left in the file is above.
        first, second = ((168, 40), (168, 296)) if name == "anna-liggend" else ((40, 168), (296, 168))
        found = [image.getpixel(place) for place in (first, second)]
    for pixel, colour in zip(found, (LEFT, RIGHT), strict=True):
        assert isinstance(pixel, tuple)
        assert all(abs(one - other) < 20 for one, other in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_pictures_and_pdfs_of_an_example_say_no_more_either(
    built: ExampleBuilder, slug: str, tmp_path: Path
) -> None:
    folder = built(slug)
    found = told_by(folder, tmp_path)
    assert len(found) > 15
    for where, tags in found.items():
        if not where.endswith((".icc", ".svg")):
            assert set(tags) - ALLOWED[f".{where.rpartition('.')[2]}"] == set(), where
    for name, tags in exiftool(own_pdfs(folder)).items():
        assert set(_in_the_file(tags)) == ALLOWED_IN_PDF, name
