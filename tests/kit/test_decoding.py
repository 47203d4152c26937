"""A decoded photo is large enough for a poster, and decoded photos take no more memory than they may."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest
from PIL import Image

from generator.kit.decoding import FINE, Decoded, content_of, decoded, decoded_size, forget_decoded


def a_photo(path: Path, size: tuple[int, int], mode: str = "RGB") -> Decoded:
    """Write a photo, and decode it."""
    # A comment makes each file another one; equal files are decoded once.
    options = {"comment": path.name} if path.suffix == ".jpg" else {}
    Image.new(mode, size, 90 if mode == "L" else "#336699").save(path, **options)
    return decoded(content_of(path))


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.webp"])
@pytest.mark.parametrize(("side", "expected"), [(900, 900), (1900, 1900), (2000, 1000), (2900, 1450)])
def test_a_photo_is_decoded_small_as_long_as_a_poster_stays_sharp(
    tmp_path: Path, name: str, side: int, expected: int
) -> None:
    photo = a_photo(tmp_path / name, (side, side + 60))
    assert min(photo.pixels.size) == expected
    assert expected >= min(side, FINE)


def test_transparency_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(tmp_path / "foto.png")
    assert decoded(content_of(tmp_path / "foto.png")).pixels.getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["P", "1", "LA", "I;16"])
def test_any_sort_of_pixels_becomes_colours(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (20, 20)).save(tmp_path / "foto.png")
    assert decoded(content_of(tmp_path / "foto.png")).pixels.mode == "RGB"


def test_six_photos_of_twelve_megapixels_are_not_kept_at_the_same_time(tmp_path: Path) -> None:
    forget_decoded()
    photos = [weakref.ref(a_photo(tmp_path / f"{number}.jpg", (4000, 3000)).pixels) for number in range(6)]
    kept = [photo for photo in photos if photo() is not None]
    assert 1 <= len(kept) <= 4
    forget_decoded()
    assert [photo() for photo in photos] == [None] * 6


def test_a_photo_in_progressive_scans_leaves_room_for_them(tmp_path: Path) -> None:
    forget_decoded()
    first = weakref.ref(a_photo(tmp_path / "0.jpg", (4000, 3000)).pixels)
    Image.new("RGB", (4000, 3000)).save(tmp_path / "1.jpg", progressive=True)
    decoded(content_of(tmp_path / "1.jpg"))
    assert first() is None


def test_a_photo_that_was_whole_is_not_decoded_to_see_that_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (70, 71)).save(tmp_path / "foto.jpg")
    size = decoded_size(content_of(tmp_path / "foto.jpg"))
    forget_decoded()
    monkeypatch.setattr(Image, "open", None)
    assert decoded_size(content_of(tmp_path / "foto.jpg")) == size == (70, 71)


def test_a_photo_that_lies_on_its_side_has_the_size_of_the_upright_one(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (80, 50)).save(tmp_path / "foto.jpg", exif=exif)
    assert decoded_size(content_of(tmp_path / "foto.jpg")) == (50, 80)


def test_a_photo_that_is_replaced_while_it_is_read_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    """Two kits with the same photo share what is remembered of it: neither may get the face of the other file."""
    photo, same = tmp_path / "a.png", tmp_path / "b.png"
    for path in (photo, same):
        Image.new("RGB", (40, 40), "red").save(path)
    content = content_of(photo)
    Image.new("RGB", (41, 40), "blue").save(photo)
    with pytest.raises(OSError, match="changed"):
        decoded(content)
    assert decoded(content_of(same)).pixels.getpixel((5, 5)) == (255, 0, 0)
    assert decoded(content_of(photo)).pixels.getpixel((5, 5)) == (0, 0, 255)
