"""Pictures for paper are made photo after photo, and serve on a screen too where that is quicker."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest
from PIL import Image

from generator.kit.decoding import content_of, decoded
from generator.photos import PORTRAIT_SIDES, portrait
from generator.printing.parts.pictures import Portrait, develop
from tests.test_photos import a_foto, a_photo, opened


def test_once_developed_nothing_needs_the_photo_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    foto = a_foto(a_photo(tmp_path / "foto.jpg", (1300, 1301)))
    rasters = [Portrait(foto, 900), Portrait(foto, 200), Portrait(foto, 900, 0.88)]
    develop(rasters)
    monkeypatch.setattr(Image, "open", None)
    made = [*(raster.load()[0] for raster in rasters), rasters[2].small(100), portrait(foto).sides[0][1]]
    assert all(made)


def test_once_developed_no_photo_is_held(tmp_path: Path) -> None:
    foto = a_foto(a_photo(tmp_path / "foto.jpg", (1300, 1302)))
    pixels = weakref.ref(decoded(content_of(foto.bestand.pad)).pixels)
    assert pixels() is not None
    develop([Portrait(foto, 900)])
    assert pixels() is None


@pytest.mark.parametrize(("width", "shown", "side"), [(900, 100, 168), (900, 200, 336), (300, 100, 168)])
def test_a_screen_shows_the_portrait_of_the_site(tmp_path: Path, width: int, shown: int, side: int) -> None:
    foto = a_foto(a_photo(tmp_path / "foto.jpg", (1300, 1303)))
    small = Portrait(foto, width).small(shown)
    assert small == dict(portrait(foto).sides)[side]


def test_a_screen_shows_another_shape_in_that_shape(tmp_path: Path) -> None:
    small = Portrait(a_foto(a_photo(tmp_path / "foto.jpg", (1300, 1304))), 900, 0.5).small(100)
    assert small is not None
    width, height = opened(small).size
    assert width / height == pytest.approx(0.5, rel=0.02)
    assert 100 < width < 900


@pytest.mark.parametrize(("width", "shown"), [(150, 20), (900, 2 * max(PORTRAIT_SIDES))])
def test_a_picture_for_paper_that_is_no_larger_serves_itself(tmp_path: Path, width: int, shown: int) -> None:
    assert Portrait(a_foto(a_photo(tmp_path / "foto.jpg", (1300, 1305))), width).small(shown) is None
