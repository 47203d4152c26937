"""A published photo is upright, square, the size that is shown, and tells nothing but what is on it."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps

from generator.errors import BuildFailed
from generator.kit.model import Foto
from generator.kit.pictures import check_photo
from generator.kit.values import Bestand
from generator.photos import PORTRAIT_SIDES, portrait, print_portrait

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


def test_a_small_photo_is_not_enlarged_for_paper(tmp_path: Path) -> None:
    _, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", (400, 600))), 1315)
    assert sides == (400, 400)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (6000, 4000)])
@pytest.mark.parametrize("width", [158, 396, 701, 1138, 1315])
def test_a_photo_of_many_megapixels_is_printed_about_as_fine_as_asked(
    tmp_path: Path, size: tuple[int, int], width: int
) -> None:
    data, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", size)), width)
    assert sides == opened(data).size
    assert 2 / 3 * width <= sides[0] == sides[1] <= 4 / 3 * width
    assert near(opened(data).getpixel((sides[0] // 2, sides[1] // 60)), RED)
    assert near(opened(data).getpixel((sides[0] // 2, sides[1] - sides[1] // 60 - 1)), BLUE)


@pytest.mark.parametrize("side", [1200, 2000, 2100, 2500, 3000])
def test_the_largest_portrait_on_a_poster_has_157_dots_an_inch_if_the_photo_has_them(tmp_path: Path, side: int) -> None:
    asked, needed = 160 / 25.4 * 300, 160 / 25.4 * 157
    _, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", (side, side + 1))), round(asked))
    assert sides[0] >= needed


def test_a_photo_for_paper_may_have_another_shape(tmp_path: Path) -> None:
    _, sides = print_portrait(a_foto(a_photo(tmp_path / "foto.jpg", (3000, 4000))), 900, 0.88)
    assert sides[0] / sides[1] == pytest.approx(0.88, rel=0.01)
    assert 600 <= sides[0] <= 1200


def test_sizes_that_are_nearly_equal_share_one_picture(tmp_path: Path) -> None:
    foto = a_foto(a_photo(tmp_path / "foto.jpg", (3000, 4000)))
    assert print_portrait(foto, 1273) is print_portrait(foto, 1332)


@pytest.mark.parametrize("focus", [(0.0, 0.0), (1.0, 1.0)])
@pytest.mark.parametrize("size", [(300, 400), (400, 300)])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_and_cut_around_its_focus_however_it_lies_in_the_file(
    tmp_path: Path, orientation: int, size: tuple[int, int], focus: tuple[float, float]
) -> None:
    fields = Image.new("RGB", (3, 4))
    fields.putdata([(80 * x, 60 * y, 240 - 60 * y) for y in range(4) for x in range(3)])
    lying = fields.resize(size, Image.Resampling.NEAREST)
    lying.save(tmp_path / "foto.jpg", exif=gps_exif(orientation), subsampling=0, quality=95)
    upright = ImageOps.exif_transpose(Image.open(tmp_path / "foto.jpg"))
    right, bottom = (upright.width, upright.height) if focus == (1.0, 1.0) else (300, 300)
    expected = upright.crop((right - 300, bottom - 300, right, bottom))
    foto = a_foto(tmp_path / "foto.jpg", focus)
    for data in (portrait(foto, (100,)).sides[0][1], print_portrait(foto, 150)[0]):
        made = opened(data).resize((300, 300))
        for place in ((50, 50), (250, 50), (50, 250), (250, 250)):
            colour = expected.getpixel(place)
            assert isinstance(colour, tuple)
            assert near(made.getpixel(place), (int(colour[0]), int(colour[1]), int(colour[2])))


def a_profile_whose_red_is_blue() -> bytes:
    """Return sRGB with two of its colours exchanged, by their names in the table of tags (ICC.1:2010, section 7.3)."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def test_colours_are_those_of_the_profile_and_it_is_dropped(tmp_path: Path) -> None:
    path = a_photo(tmp_path / "foto.jpg", (400, 400), icc_profile=a_profile_whose_red_is_blue())
    for data in (portrait(a_foto(path), (100,)).sides[0][1], print_portrait(a_foto(path), 100)[0]):
        red, _, blue = opened(data).getpixel((50, 20))  # type: ignore[misc]
        assert blue > red + 100
        assert "icc_profile" not in opened(data).info


def test_a_damaged_profile_leaves_the_colours_as_they_are(tmp_path: Path) -> None:
    path = a_photo(tmp_path / "foto.jpg", (400, 400), icc_profile=b"geen profiel")
    assert near(opened(portrait(a_foto(path), (100,)).sides[0][1]).getpixel((50, 20)), RED)


def test_a_grey_photo_is_printed_in_the_colours_of_paper(tmp_path: Path) -> None:
    Image.new("L", (400, 400), 90).save(tmp_path / "foto.jpg")
    made = opened(print_portrait(a_foto(tmp_path / "foto.jpg"), 200)[0])
    assert (made.mode, near(made.getpixel((50, 50)), (90, 90, 90))) == ("RGB", True)
