"""Photos as cameras leave them, of nobody: a drawn face, with so much noise that decoding costs what it does for real.

Drawing twelve megapixels is slow and a thousand members have many photos, so a few dozen pictures are drawn once and
every file gets a comment segment of its own: other bytes and another digest, the same picture and cost.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

#: How many different pictures there are.
BASES: Final = 40
#: The long and the short side, from 2 to 12 megapixels, as telephones and cameras have them.
SIZES: Final = (
    (1632, 1224), (1920, 1440), (2000, 2000), (2592, 1944), (3000, 2000), (3264, 2448), (4000, 2250), (3648, 2736),
    (4000, 3000),
)  # fmt: skip
_ORIENTATION: Final = 0x0112
#: EXIF orientation -> what a camera that is held so does to the picture (EXIF 2.3, section 4.6.4).
_TURNS: Final = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
_SKINS: Final = ("#f1c9a5", "#d9a27a", "#a9714b", "#7a4a2e", "#e8b893")
_HAIRS: Final = ("#2b1d14", "#6b4423", "#b08d57", "#8c8c8c", "#1a1a1a", "#9c3d1f")
#: Where the middle of the face is, from the top left, for ``focus`` in a kit.
FOCUS: Final = (0.5, 0.42)


@dataclass(slots=True)
class Photos:
    """The pictures of one seed, drawn when somebody first asks for them."""

    seed: int
    drawn: dict[int, bytes] = field(default_factory=dict)

    def unique(self, which: int, mark: str) -> bytes:
        """Return picture ``which`` (0 to ``BASES`` - 1) as a JPEG file that holds ``mark`` and so equals no other."""
        if which not in self.drawn:
            self.drawn[which] = _camera(Random(f"{self.seed} foto {which}"))  # noqa: S311  lots for a benchmark
        return with_comment(self.drawn[which], mark.encode())


def with_comment(jpeg: bytes, comment: bytes) -> bytes:
    """Return the file with a comment segment behind its application segments (ITU-T T.81, B.2.4.5)."""
    at = 2
    while jpeg[at] == 0xFF and 0xE0 <= jpeg[at + 1] <= 0xEF:
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return jpeg[:at] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[at:]


def _camera(random: Random) -> bytes:
    long, short = random.choice(SIZES)
    size = (long, short) if random.random() < 0.35 else (short, long)
    picture = _noisy(_person(size, random), random)
    orientation = random.choices(tuple(_TURNS), weights=(6, 1, 3, 1))[0]
    turn = _TURNS[orientation]
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    stored = io.BytesIO()
    (picture.transpose(turn) if turn is not None else picture).save(
        stored, "JPEG", quality=random.randint(88, 93), exif=exif, progressive=random.random() < 0.1
    )
    return stored.getvalue()


def _person(size: tuple[int, int], random: Random) -> Image.Image:
    """Draw head and shoulders before an unsharp background."""
    width, height = size
    corners = Image.new("RGB", (3, 3))
    corners.putdata([tuple(random.randint(60, 220) for _ in range(3)) for _ in range(9)])
    picture = corners.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    middle, unit = width * FOCUS[0], min(size) / 10
    eyes = height * FOCUS[1]
    hair, skin, coat = random.choice(_HAIRS), random.choice(_SKINS), random.choice(_HAIRS)

    def oval(x: float, y: float, across: float, down: float, colour: str) -> None:
        at_x, at_y = middle + x * unit, eyes + y * unit
        draw.ellipse((at_x - across * unit, at_y - down * unit, at_x + across * unit, at_y + down * unit), fill=colour)

    oval(0, 7.4, 4.2, 4.2, coat)
    oval(0, 2.6, 0.9, 1.8, skin)
    oval(0, -0.7, 2.2, 2.5, hair)
    oval(0, 0.2, 1.7, 2.3, skin)
    for side in (-0.7, 0.7):
        oval(side, 0, 0.22, 0.14, "#ffffff")
        oval(side, 0, 0.12, 0.13, hair)
    oval(0, 1.3, 0.5, 0.12, "#a2453f")
    for _ in range(400):  # strands, so that there is something sharp to keep
        x = middle + random.uniform(-2, 2) * unit
        y = eyes - random.uniform(1.6, 2.8) * unit
        draw.line((x, y, x + random.uniform(-0.3, 0.3) * unit, y + 0.6 * unit), fill=hair, width=max(1, width // 900))
    return picture.filter(ImageFilter.GaussianBlur(1))


def _noisy(picture: Image.Image, random: Random) -> Image.Image:
    """Add a sensor's noise, finer in brightness than in colour; it makes most of a camera file's bytes."""
    strength = random.uniform(0.04, 0.08)
    bands = list(picture.convert("YCbCr").split())
    for band, (reduced, share) in enumerate(((1, 1.0), (4, 0.5), (4, 0.5))):
        width, height = picture.width // reduced, picture.height // reduced
        noise = Image.frombytes("L", (width, height), random.randbytes(width * height))
        table = [round(128 + (value - 128) * strength * share) for value in range(256)]
        noise = noise.point(table).resize(picture.size, Image.Resampling.BILINEAR)
        bands[band] = ImageChops.add(bands[band], noise, 1, -128)
    return Image.merge("YCbCr", bands).convert("RGB")
