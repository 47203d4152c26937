"""The picture of a printable on the downloads page shows that very printable."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from generator.printing.layout.elements import Picture, placed
from generator.printing.previews import PICTURE_SIDE
from generator.printing.render import print_out
from tests.printing.conftest import Drukker

#: How much a pixel differs on average from the picture with the photos for paper, of 255.
_NEAR = 0.5
_FAR = 3.0
#: The same for the place of one photo or logo, where a JPEG of so few pixels loses most.
_ALIKE = 20.0


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def drawn(data: bytes) -> Image.Image:
    """Return the first page as any reader draws it."""
    with pypdfium2.PdfDocument(data) as pdf:
        image: Image.Image = pdf[0].render(scale=PICTURE_SIDE / max(pdf[0].get_size())).to_pil()
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
        page.save(packed, "JPEG", quality=75)
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


def test_photos_and_logos_look_as_they_do_on_the_page(drukker: Drukker) -> None:
    kit = drukker("bouwbedrijf-de-linge")
    seen = 0
    for item, file in zip(kit.laid_out, print_out(kit.laid_out, kit.source), strict=True):
        layout = item.made.document.pages[0]
        scale = PICTURE_SIDE / max(layout.sheet.width, layout.sheet.height)
        for leaf in placed(layout):
            if isinstance(leaf.item, Picture) and not item.made.looks_like:
                box = leaf.box
                part = tuple(round(value * scale) for value in (box.x, box.y, box.right, box.bottom))
                pair = (shown(file.picture).crop(part), drawn(file.data).crop(part))  # type: ignore[arg-type]
                assert difference(*pair) < _ALIKE, file.bestand
                seen += 1
    assert seen > 1
