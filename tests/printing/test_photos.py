"""Photos on paper: none that nobody agreed to, and nothing of the camera in any file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf.generic import StreamObject

from generator.printing.layout.elements import Picture, placed
from generator.printing.parts.pictures import Portrait
from tests.builders import een_kit
from tests.conftest import KITS
from tests.printing.conftest import Drukker
from tests.printing.kits import Gedrukt, gedrukt, met_plaatjes
from tests.printing.pdf import Drawn, Pdf

MAGENTA = (255, 0, 255)
DESIGNS = ("rustig", "kleur", "gesprek")
CANARY = b"GEHEIM"
#: Segments that say nothing but how the pixels are packed: application data 0 (JFIF) and 14 (Adobe's colours).
PACKING = {0xE0, 0xEE}


def an_advisor(naam: str, foto: dict[str, str]) -> dict[str, Any]:
    return {"naam": naam, "soort": "extern", "contact": {"telefoon": "088 1234567"}, "foto": foto}


def a_shy_kit(kits: Path, ontwerp: str) -> Gedrukt:
    """Return a kit with two photos: one that may be shown, and one, magenta, that nobody agreed to."""
    agreed = an_advisor("Joost Verhage", {"bestand": "fotos/groot.jpg", "toestemming": "2026-09-15"})
    shy = an_advisor("Sam Schuw", {"bestand": "fotos/schuw.jpg"})
    folder = een_kit(kits, vertrouwenspersonen=[agreed, shy], organisatie__huisstijl={"ontwerp": ontwerp})
    met_plaatjes(folder)
    Image.new("RGB", (1500, 1500), MAGENTA).save(folder / "fotos" / "schuw.jpg", "JPEG")
    return gedrukt(folder, kits)


def photos(kit: Gedrukt) -> Iterator[tuple[str, Drawn]]:
    for file, pdf in kit.read.items():
        for number in range(len(pdf.reader.pages)):
            yield from ((file, image) for image in pdf.images(number) if image.is_photo)


def rasters(kit: Gedrukt) -> set[str]:
    """Return which photo files the layouts show."""
    leaves = (leaf.item for _, _, page in kit.pages() for leaf in placed(page))
    return {
        item.raster.foto.bestand.pad.name
        for item in leaves
        if isinstance(item, Picture) and isinstance(item.raster, Portrait)
    }


def segments(jpeg: bytes) -> list[int]:
    """Return the kinds of the segments before the picture itself (ITU T.81, B.1.1.4)."""
    assert jpeg[:2] == b"\xff\xd8"
    at, found = 2, []
    while jpeg[at + 1] != 0xDA:
        assert jpeg[at] == 0xFF
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def streams(pdf: Pdf) -> Iterator[bytes]:
    """Yield every stream of a file unpacked."""
    return (part.get_data() for part in pdf.objects() if isinstance(part, StreamObject))


@pytest.mark.parametrize("ontwerp", DESIGNS)
def test_a_photo_that_nobody_agreed_to_is_in_no_layout(tmp_path: Path, ontwerp: str) -> None:
    kit = a_shy_kit(tmp_path, ontwerp)
    assert kit.source.vertrouwenspersonen[1].foto is not None
    assert rasters(kit) == {"groot.jpg"}


@pytest.mark.parametrize("ontwerp", DESIGNS)
def test_a_photo_that_nobody_agreed_to_is_in_no_file(tmp_path: Path, ontwerp: str) -> None:
    kit = a_shy_kit(tmp_path, ontwerp)
    found = list(photos(kit))
    assert found
    for file, photo in found:
        red, green, blue = photo.decode().convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
        assert not (red > 200 and green < 60 and blue > 200), file


@pytest.mark.parametrize("ontwerp", DESIGNS)
def test_a_photo_that_nobody_agreed_to_is_not_even_opened(tmp_path: Path, ontwerp: str) -> None:
    kit = a_shy_kit(tmp_path, ontwerp)
    foto = kit.source.vertrouwenspersonen[1].foto
    assert foto is not None
    foto.bestand.pad.unlink()
    assert kit.pdfs
    assert kit.findings == ()


def test_a_photo_that_somebody_agreed_to_must_be_there(tmp_path: Path) -> None:
    """Or else the test above would prove nothing."""
    from generator.errors import BuildFailed

    kit = a_shy_kit(tmp_path, "rustig")
    foto = kit.source.vertrouwenspersonen[0].foto
    assert foto is not None
    foto.bestand.pad.unlink()
    with pytest.raises((BuildFailed, OSError)):
        assert kit.pdfs


@pytest.mark.xdist_group("zorggroep-de-vecht")
def test_nothing_that_the_camera_wrote_is_in_any_file(drukker: Drukker) -> None:
    assert CANARY in (KITS / "zorggroep-de-vecht" / "fotos" / "kwame-boateng.jpg").read_bytes()
    kit = drukker("zorggroep-de-vecht")
    assert "kwame-boateng.jpg" in rasters(kit)
    for file, pdf in kit.read.items():
        assert CANARY not in pdf.data, file
        assert not any(CANARY in data for data in streams(pdf)), file


def test_a_photo_in_a_file_is_pixels_and_no_more(voorbeeld: Gedrukt) -> None:
    found = list(photos(voorbeeld))
    assert found
    for file, photo in found:
        data = photo.stream._data
        extra = {kind for kind in segments(data) if 0xE0 <= kind <= 0xEF or kind == 0xFE}
        assert extra <= PACKING, file
        assert b"Exif" not in data, file
        assert not photo.decode().getexif(), file
