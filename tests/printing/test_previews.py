"""The picture of a printable on the downloads page shows that very printable."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from generator.printing.render import PICTURE_WIDTH, print_out
from tests.printing.conftest import Drukker

#: How much a pixel differs on average from the picture with the photos for paper, of 255.
_NEAR = 0.5
_FAR = 3.0


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def drawn(data: bytes) -> Image.Image:
    """Return the first page as any reader draws it."""
    with pypdfium2.PdfDocument(data) as pdf:
        image: Image.Image = pdf[0].render(scale=PICTURE_WIDTH / pdf[0].get_width()).to_pil()
        return image.convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("naam", ["bakkerij-van-dam", "bouwbedrijf-de-linge", "drie-logo"])
def test_a_picture_differs_from_the_printed_page_no_more_than_a_jpeg_does(naam: str, drukker: Drukker) -> None:
    kit = drukker(naam)
    for file in print_out(kit.laid_out, kit.source):
        packed = io.BytesIO()
        page = drawn(file.data)
        page.save(packed, "JPEG", quality=80)
        loss = difference(shown(packed.getvalue()), page)
        assert difference(shown(file.picture), page) < loss + _NEAR, file.bestand


def test_pictures_of_different_printables_differ_more_than_that(drukker: Drukker) -> None:
    kit = drukker("bouwbedrijf-de-linge")
    a4, a3, culemborg, *others = print_out(kit.laid_out, kit.source)
    assert a3.picture == a4.picture
    assert culemborg.picture != a4.picture
    assert all(
        difference(shown(a4.picture).resize((99, 99)), shown(file.picture).resize((99, 99))) > _FAR
        for file in others[1:]
    )
