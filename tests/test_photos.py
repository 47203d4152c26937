"""A published photo is upright, square, the size that is shown, and tells nothing but what is on it."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.errors import BuildFailed
from generator.kit.decoding import SMALL
from generator.kit.model import Foto
from generator.kit.pictures import check_photo
from generator.kit.values import Bestand
from generator.photos import PORTRAIT_SIDES, logo, logo_sides, picture, portrait, print_portrait

RED, BLUE = (200, 20, 20), (20, 20, 200)


def a_photo(path: Path, size: tuple[int, int] = (400, 600), **options: Any) -> Path:
    """Write a picture that is red above and blue below."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, size[1] // 2, *size))
    picture.save(path, **options)
    return path


def a_foto(path: Path, focus: tuple[float, float] = (0.5, 0.5)) -> Foto:
    return Foto.model_construct(bestand=Bestand(path.name, path), toestemming=date(2026, 9, 15), focus=focus)


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def gps_exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Cameramerk"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 1.0)})
    return exif


def near(colour: object, expected: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) < 40 for one, other in zip(colour, expected, strict=True))


def test_each_size_is_square(tmp_path: Path) -> None:
    made = portrait(a_foto(a_photo(tmp_path / "foto.jpg")))
    assert [opened(data).size for _, data in made.sides] == [(side, side) for side in PORTRAIT_SIDES]


def test_a_photo_that_lies_on_its_side_is_turned_upright(tmp_path: Path) -> None:
    # Orientation 6 means: turn a quarter to the right to see it. Red above becomes red on the right.
    path = a_photo(tmp_path / "foto.jpg", (400, 400), exif=gps_exif(6))
    picture = opened(portrait(a_foto(path), (100,)).sides[0][1])
    assert near(picture.getpixel((90, 50)), RED)
    assert near(picture.getpixel((10, 50)), BLUE)


@pytest.mark.parametrize(("focus", "colour"), [((0.5, 0.0), RED), ((0.5, 1.0), BLUE)])
def test_the_crop_follows_the_focus_up_to_the_edge(
    tmp_path: Path, focus: tuple[float, float], colour: tuple[int, int, int]
) -> None:
    path = a_photo(tmp_path / "foto.png", (100, 400))
    picture = opened(portrait(a_foto(path, focus), (50,)).sides[0][1])
    assert near(picture.getpixel((25, 25)), colour)


@pytest.mark.parametrize(
    ("name", "options"),
    [("foto.jpg", {"exif": gps_exif(1), "comment": b"Gemaakt door Piet"}), ("foto.webp", {"exif": gps_exif(1)})],
)
def test_no_metadata_survives(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    for _, data in portrait(a_foto(a_photo(tmp_path / name, **options))).sides:
        assert not opened(data).getexif()
        assert set(opened(data).info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        assert b"Cameramerk" not in data
        assert b"Piet" not in data


def test_a_transparent_picture_stands_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(tmp_path / "foto.png")
    assert near(opened(portrait(a_foto(tmp_path / "foto.png"), (50,)).sides[0][1]).getpixel((25, 25)), (255, 255, 255))


def test_a_truncated_picture_is_named(tmp_path: Path) -> None:
    path = a_photo(tmp_path / "foto.jpg", (2000, 2000))
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(BuildFailed, match=r"foto\.jpg"):
        portrait(a_foto(path))


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


@pytest.mark.parametrize(("orientation", "sides"), [(1, (90, 60)), (3, (90, 60)), (6, (60, 90)), (8, (60, 90))])
def test_the_sides_of_a_logo_are_those_of_the_upright_picture(
    tmp_path: Path, orientation: int, sides: tuple[int, int]
) -> None:
    path = a_photo(tmp_path / "logo.jpg", (90, 60), exif=gps_exif(orientation))
    assert logo_sides(path) == sides


def test_a_vector_logo_has_no_sides_of_its_own(tmp_path: Path) -> None:
    assert logo_sides(tmp_path / "logo.svg") is None


@pytest.mark.parametrize("name", ["plattegrond.jpg", "plattegrond.png"])
def test_a_picture_offered_as_a_document_keeps_its_pixels_and_loses_its_metadata(tmp_path: Path, name: str) -> None:
    path = a_photo(tmp_path / name, (300, 200), exif=gps_exif(1))
    made = opened(picture(path))
    assert made.size == (300, 200)
    assert not made.getexif()
    assert near(made.convert("RGB").getpixel((150, 20)), RED)


def test_a_photo_that_changed_is_made_anew(tmp_path: Path) -> None:
    path = a_photo(tmp_path / "foto.png", (100, 100))
    before = portrait(a_foto(path), (50,))
    Image.new("RGB", (100, 100), (0, 200, 0)).save(path)
    os.utime(path, ns=(1, 1))
    assert portrait(a_foto(path), (50,)) != before


def test_a_photo_that_stands_in_two_places_is_decoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / name / "foto.jpg" for name in ("een", "twee")]
    for path in paths:
        path.parent.mkdir()
    a_photo(paths[0], (700, 701))
    paths[1].write_bytes(paths[0].read_bytes())
    first = portrait(a_foto(paths[0]))
    monkeypatch.setattr(Image, "open", None)
    assert portrait(a_foto(paths[1])) == first


def test_a_photo_read_for_the_kit_needs_no_second_decoding_for_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_photo(tmp_path / "foto.jpg", (900, 901))
    check_photo(Bestand(path.name, path))
    with monkeypatch.context() as patch:
        patch.setattr(Image, "open", None)
        made = portrait(a_foto(path))
    assert [opened(data).size for _, data in made.sides] == [(side, side) for side in PORTRAIT_SIDES]


def test_the_same_photo_with_another_focus_is_another_portrait(tmp_path: Path) -> None:
    path = a_photo(tmp_path / "foto.jpg", (400, 900))
    assert portrait(a_foto(path, (0.5, 0.0))) != portrait(a_foto(path, (0.5, 1.0)))


def test_what_is_decoded_small_is_large_enough_for_a_dense_screen() -> None:
    assert max(PORTRAIT_SIDES) * 1.4 < SMALL


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (6000, 4000)])
@pytest.mark.parametrize("width", [158, 396, 701, 1138, 1315])
def test_a_photo_of_many_megapixels_is_printed_as_fine_as_asked_and_little_finer(
    tmp_path: Path, size: tuple[int, int], width: int
) -> None:
    data, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", size)), width)
    assert sides == opened(data).size
    assert width <= sides[0] == sides[1] <= 1.25 * width
    assert near(opened(data).getpixel((sides[0] // 2, sides[1] // 60)), RED)
    assert near(opened(data).getpixel((sides[0] // 2, sides[1] - sides[1] // 60 - 1)), BLUE)


def test_a_photo_for_paper_may_have_another_shape(tmp_path: Path) -> None:
    _, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", (3000, 4000))), 900, 0.88)
    assert sides[0] / sides[1] == pytest.approx(0.88, rel=0.01)
    assert 900 <= sides[0] <= 1125


def test_sizes_that_are_nearly_equal_share_one_picture(tmp_path: Path) -> None:
    foto = a_foto(a_photo(tmp_path / "foto.jpg", (3000, 4000)))
    assert print_portrait(foto, 1273) == print_portrait(foto, 1332)


def test_a_small_photo_is_not_enlarged_for_paper(tmp_path: Path) -> None:
    _, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", (400, 600))), 1315)
    assert sides == (400, 400)
