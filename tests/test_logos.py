"""A published logo or picture shows what it showed, and tells nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from generator.errors import BuildFailed
from generator.kit.svg import svg_problem
from generator.logos import logo, logo_pixels, logo_size, picture
from tests.test_photos import RED, a_photo, gps_exif, near, opened


def test_a_vector_logo_keeps_its_drawing_and_loses_its_maker(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:tool="http://tool.example/ns" '
        'viewBox="0 0 9 9" tool:file="/home/piet/x">'
        "<!-- Piet --><title>Piet</title><metadata><x>Piet</x></metadata><path d='M0 0h9v9z'/></svg>",
        encoding="utf-8",
    )
    suffix, data = logo(tmp_path / "logo.svg")
    assert suffix == ".svg"
    assert b"M0 0h9v9z" in data
    assert b"iet" not in data


def test_a_raster_logo_becomes_a_png_of_the_height_shown(tmp_path: Path) -> None:
    a_photo(tmp_path / "logo.jpg", (900, 900), comment=b"Piet")
    suffix, data = logo(tmp_path / "logo.jpg")
    assert (suffix, opened(data).height) == (".png", 144)
    assert b"Piet" not in data


@pytest.mark.parametrize("name", ["plattegrond.jpg", "plattegrond.png"])
def test_a_picture_offered_as_a_document_keeps_its_pixels_and_loses_its_metadata(tmp_path: Path, name: str) -> None:
    path = a_photo(tmp_path / name, (300, 200), exif=gps_exif(1))
    made = opened(picture(path))
    assert made.size == (300, 200)
    assert not made.getexif()
    assert near(made.convert("RGB").getpixel((150, 20)), RED)


@pytest.mark.parametrize(("orientation", "size"), [(1, (300, 200)), (3, (300, 200)), (6, (200, 300)), (7, (200, 300))])
def test_a_logo_is_as_large_as_it_is_drawn(tmp_path: Path, orientation: int, size: tuple[int, int]) -> None:
    path = a_photo(tmp_path / "logo.jpg", (300, 200), exif=gps_exif(orientation))
    assert logo_size(path) == size == logo_pixels(path, (999, 999), "#ffffff", path).size


def test_a_vector_has_no_size_of_its_own(tmp_path: Path) -> None:
    assert logo_size(tmp_path / "logo.svg") is None


FONT = Path(__file__).parent.parent / "theme/print/fonts/NotoSans-Bold.ttf"


def ink(path: Path) -> tuple[int, int, int, int] | None:
    """Return the box around what is drawn of a vector logo on white paper."""
    pixels = logo_pixels(path, (200, 100), "#ffffff", FONT)
    return ImageChops.difference(pixels, Image.new("RGB", pixels.size, "white")).getbbox()


@pytest.mark.parametrize("family", ["", "Montserrat", "'Open Sans', sans-serif", "serif", "monospace", "cursive"])
def test_letters_in_a_vector_logo_are_drawn_on_paper_whatever_font_they_ask_for(tmp_path: Path, family: str) -> None:
    path = tmp_path / "logo.svg"
    asked = f'font-family="{family}"' if family else ""
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text y="15" {asked}>Dam</text></svg>'
    )
    box = ink(path)
    assert box is not None
    assert box[2] - box[0] > 100


@pytest.mark.parametrize("unit", ["mm", "cm", "in", "pt", "pc"])
def test_a_vector_logo_may_measure_as_people_do(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="20{unit}" height="10{unit}">'
        f'<rect width="10{unit}" height="10{unit}"/></svg>',
        encoding="utf-8",
    )
    assert svg_problem(path.read_bytes()) is None
    box = ink(path)
    assert box is not None
    assert all(95 <= side <= 100 for side in box[2:])


def test_a_wide_shadow_stays_for_the_screen_and_is_drawn_on_paper_at_once(tmp_path: Path) -> None:
    """Half a minute is generous: comparing each pixel with all around it took more than a minute here."""
    path = tmp_path / "logo.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><filter id="f"><feMorphology radius="2" '
        'operator="dilate" in="SourceAlpha"/></filter><rect width="90" height="90" filter="url(#f)"/></svg>',
        encoding="utf-8",
    )
    assert svg_problem(path.read_bytes()) is None
    assert b'feMorphology radius="2"' in logo(path)[1].replace(b'operator="dilate" ', b"")
    before = time.process_time()
    pixels = logo_pixels(path, (2400, 2400), "#ffffff", FONT)
    assert time.process_time() - before < 30
    assert pixels.getpixel((1000, 1000)) == (0, 0, 0)


def test_a_logo_that_can_not_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"geen plaatje")
    with pytest.raises(BuildFailed, match=r"logo\.png"):
        logo_size(tmp_path / "logo.png")


def test_transparency_shows_the_ground(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(tmp_path / "logo.png")
    pixels = logo_pixels(tmp_path / "logo.png", (40, 40), "#c81414", tmp_path)
    assert (pixels.mode, near(pixels.getpixel((20, 20)), RED)) == ("RGB", True)


def test_a_picture_without_its_ground_keeps_it_transparent(tmp_path: Path) -> None:
    path = tmp_path / "plattegrond.png"
    Image.new("RGB", (30, 30), "red").save(path, transparency=(255, 0, 0))
    assert opened(picture(path)).convert("RGBA").getchannel("A").getextrema() == (0, 0)


def test_what_was_wiped_out_of_a_picture_can_not_be_brought_back(tmp_path: Path) -> None:
    """Who makes a name transparent in a drawing program often leaves its letters below."""
    path = tmp_path / "logo.png"
    wiped = Image.new("RGBA", (40, 40), "white")
    wiped.paste((200, 20, 20, 0), (10, 10, 30, 30))
    wiped.putpixel((0, 0), (200, 20, 20, 1))
    wiped.save(path)
    for made in (picture(path), logo(path)[1]):
        assert opened(made).getpixel((20, 20)) == (0, 0, 0, 0)
        assert opened(made).getpixel((0, 0)) == (200, 20, 20, 1)
        assert opened(made).getpixel((35, 35)) == (255, 255, 255, 255)


def trouble(path: Path) -> str:
    try:
        picture(path)
    except BuildFailed as failure:
        return str(failure)
    return ""


@pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")  # of some of these files
def test_a_picture_whose_metadata_is_damaged_is_named(tmp_path: Path) -> None:
    """The orientation is written back when a picture is turned, and with it all that stands beside it."""
    path = a_photo(tmp_path / "plattegrond.jpg", (90, 60), exif=gps_exif(6))
    whole = path.read_bytes()
    told = set()
    for at in range(whole.index(b"Exif"), whole.index(b"Exif") + 120):
        path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        told.add(trouble(path))
    assert told == {"", "Het document plattegrond.jpg is niet helemaal te lezen. Is het bestand beschadigd?"}
