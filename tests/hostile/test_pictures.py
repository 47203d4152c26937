"""Damaged pictures, files of two sorts at once, and documents that pretend: a finding, or good for all made of them."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from generator.kit.svg import svg_problem
from generator.pages.documents import Documents
from generator.photos import portrait
from generator.pipeline import read_kit
from generator.resources import Resources
from tests.builders import codes, een_kit, lees
from tests.hostile import fields
from tests.hostile.pictures import DRAWING, try_picture
from tests.kit.test_files import with_logo, with_photo
from tests.kit.test_svg import svg

CASES = 120


def test_damaged_pictures_are_refused_when_the_kit_is_read_or_are_good_for_everything(
    tmp_path: Path, resources: Resources
) -> None:
    taken = sum(try_picture(Random(seed), tmp_path, resources).kit is not None for seed in range(CASES))  # noqa: S311
    assert 0 < taken < CASES


def short_png() -> bytes:
    """A PNG whose every part is in order, but that holds too few pixels."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, "PNG")
    data = out.getvalue()
    start = data.index(b"IDAT")
    packed = b"IDAT" + zlib.compress(b"\0" * 10)
    chunk = struct.pack(">I", len(packed) - 4) + packed + struct.pack(">I", zlib.crc32(packed))
    return data[: start - 4] + chunk + data[data.index(b"IEND") - 4 :]


def test_a_picture_with_too_few_pixels_is_a_finding_as_photo_logo_and_document(tmp_path: Path) -> None:
    photo = with_photo(tmp_path / "a", "foto.png")
    logo = with_logo(tmp_path / "b", "logo.png")
    document = een_kit(tmp_path / "c", documenten=[{"titel": "Scan", "bestand": "scan.png"}])
    for folder, name in ((photo, "foto.png"), (logo, "logo.png"), (document, "scan.png")):
        (folder / name).write_bytes(short_png())
        assert codes(lees(folder)) == ["VK043"]


@pytest.fixture
def spoken() -> Iterator[list[warnings.WarningMessage]]:
    """What libraries warn of; outside the tests that would end up on the terminal."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        yield said


def test_damaged_data_of_a_camera_is_nobodys_business(
    tmp_path: Path, spoken: list[warnings.WarningMessage], resources: Resources
) -> None:
    home = fields.write(tmp_path, fields.FULL)
    broken = b"Exif\0\0II*\0\xff\xff\xff\xff"
    Image.effect_noise((500, 500), 50).convert("RGB").save(home / "foto.jpg", "JPEG", exif=broken)
    kit = read_kit(home, tmp_path, resources).kit
    assert kit is not None
    foto = kit.vertrouwenspersonen[0].foto
    assert foto is not None
    assert portrait(foto).sides
    assert spoken == []


@pytest.mark.parametrize(
    "end",
    [b"<script>alert(1)</script>", b"PK\x03\x04 zip", b"%PDF-1.7 /JS (app.alert(1))"],
    ids=["html", "zip", "pdf"],
)
def test_a_photo_that_is_something_else_too_is_published_as_a_photo_alone(
    end: bytes, tmp_path: Path, resources: Resources
) -> None:
    home = fields.write(tmp_path, fields.FULL)
    out = io.BytesIO()
    Image.effect_noise((400, 400), 50).convert("RGB").save(out, "JPEG", comment=b"<script>alert(2)</script>")
    (home / "foto.jpg").write_bytes(out.getvalue() + end)
    kit = read_kit(home, tmp_path, resources).kit
    assert kit is not None
    foto = kit.vertrouwenspersonen[0].foto
    assert foto is not None
    for _, data in portrait(foto).sides:
        assert data.startswith(b"\xff\xd8\xff")
        assert data.endswith(b"\xff\xd9")
        assert b"alert" not in data


@pytest.mark.parametrize("begin", [b"<script>alert(1)</script>", b"PK\x03\x04", b"%PDF-1.7\n", b"GIF89a", b"\0"])
def test_a_photo_behind_something_else_is_a_finding(begin: bytes, tmp_path: Path, resources: Resources) -> None:
    home = fields.write(tmp_path, fields.FULL)
    out = io.BytesIO()
    Image.effect_noise((400, 400), 50).convert("RGB").save(out, "JPEG")
    (home / "foto.jpg").write_bytes(begin + out.getvalue())
    assert codes(read_kit(home, tmp_path, resources))[0] in {"VK043", "VK045"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("code.pdf", b"<html><script>alert(1)</script></html>"),
        ("code.pdf", b"\n%PDF-1.7"),
        ("code.docx", b"%PDF-1.7"),
        ("code.png", b"\x89PNG\r\n\x1a\n<html>"),
        ("code.jpg", b"\xff\xd8\xff<script>"),
        ("code.html", b"%PDF-1.7"),
        ("code.pdf.exe", b"%PDF-1.7"),
        ("code.svg", DRAWING),
        ("code.pdf\u202e", b"%PDF-1.7"),
        ("code.txt", b""),
    ],
)
def test_a_document_that_pretends_is_a_finding(name: str, content: bytes, tmp_path: Path) -> None:
    folder = een_kit(tmp_path, documenten=[{"titel": "Code", "bestand": name}])
    (folder / name).write_bytes(content)
    assert codes(lees(folder))[0] in {"VK026", "VK043", "VK046"}


def test_documents_get_addresses_that_mean_nothing_to_anybody(tmp_path: Path) -> None:
    names = [
        "a b'c<d>.PDF",
        "%2e%2e%2f.pdf",
        "javascript:alert(1).pdf",
        "ß" * 100 + ".pdf",
        "index.html.pdf",
        ".pdf.pdf",
    ]
    folder = een_kit(tmp_path, documenten=[{"titel": "x", "bestand": f"./{name}"} for name in names])
    for number, name in enumerate(names):
        (folder / name).write_bytes(b"%PDF-1.7\n" + str(number).encode())
    kit = lees(folder).kit
    assert kit is not None
    documents = Documents()
    links = [view.link for view in documents.views(kit)]
    assert len(set(links)) == len(names)
    for link in links:
        assert re.fullmatch(r"documenten/[a-z0-9_-]+\.pdf", link)
        assert len(link) < 120


COSTLY = {
    "a part that holds itself": svg('<g id="a"><use href="#a"/></g>'),
    "a pattern in itself": svg('<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'),
    "masks of masks by a class": svg(
        "<style>.m0{mask:url(#m0)}.m1{mask:url(#m1)}</style>"
        + "".join(f'<mask id="m{n + 1}"><g class="m{n}"/><g class="m{n}"/></mask>' for n in (0, 1))
        + "".join(f'<mask id="m{n + 1}"><g mask="url(#m{n})"/><g mask="url(#m{n})"/></mask>' for n in range(2, 9))
        + '<rect mask="url(#m9)"/>' * 3
    ),
    "a rule that a comment hides": svg(
        f'<style>rect/*}}*/{{filter:url(#f)}}</style><filter id="f"/>{"<rect/>" * 300}'
    ),
    "a rule behind a text with a brace": svg(
        f'<style>rect{{font-family:"}}";filter:url(#f)}}</style><filter id="f"/>{"<rect/>" * 300}'
    ),
    "a long path that is used over and over": svg(f'<path id="p" d="{"M0 0L9 9" * 9_000}"/>' + '<use href="#p"/>' * 90),
    "arrows on every corner": svg('<marker id="m"/><path marker-mid="url(#m)"/>'),
}  # fmt: skip


@pytest.mark.parametrize("data", COSTLY.values(), ids=list(COSTLY))
def test_a_drawing_that_asks_for_endless_work_is_refused_with_a_reason(data: bytes) -> None:
    assert svg_problem(data)


def test_a_drawing_as_programs_save_it_costs_little() -> None:
    clips = "".join(f'<clipPath id="c{n}"><rect/></clipPath>' for n in range(40))
    shapes = "".join(f'<path class="a{n % 40}" d="{"M1 1L2 2" * 50}"/>' for n in range(900))
    rules = "".join(f".a{n}{{fill:#00{n:02}4c;fill-opacity:.5}}" for n in range(40))
    assert (
        svg_problem(svg(f"<style>{rules}</style><defs>{clips}</defs><g><g clip-path='url(#c3)'>{shapes}</g></g>"))
        is None
    )
