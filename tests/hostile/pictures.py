"""Damaged pictures and drawings: refused with a finding when the kit is read, or good for everything made of them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image

from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.logos import logo, logo_pixels, logo_size, picture
from generator.photos import photo_side, portrait, print_portrait
from generator.pipeline import read_kit
from generator.resources import Resources
from tests.hostile import fields
from tests.hostile.mutating import mutated

#: What a drawing can hold that means something to somebody.
DRAWING = b"""<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40">
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1"/></linearGradient>
<clipPath id="c"><rect width="9" height="9"/></clipPath><mask id="m"><circle r="4"/></mask>
<filter id="f"><feGaussianBlur stdDeviation="1"/></filter>
<pattern id="p" width="2" height="2"><path d="M0 0h1"/></pattern>
<symbol id="s" viewBox="0 0 4 4"><rect width="3" height="3"/></symbol></defs><style>.a{fill:url(#g);opacity:.5}</style>
<g class="a" clip-path="url(#c)" transform="rotate(3)">
<path d="M1 1 C 2 2 3 3 4 4 A 1 1 0 0 1 5 5 Z" stroke-dasharray="1 2"/></g>
<use href="#s" x="3" mask="url(#m)"/><text x="1" y="9" font-size="4">A&amp;B<tspan dx="1">c</tspan></text>
<rect width="9" height="9" fill="url(#p)" filter="url(#f)"/>
<image width="3" height="3"
 href="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="/></svg>"""


@cache
def originals() -> tuple[bytes, ...]:
    """Return small good pictures of every sort that a kit may hold, and of some that it may not."""
    noise = Image.effect_noise((60, 40), 70)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    made = []
    for mode in ("RGB", "L", "CMYK"):
        made += [_saved(noise.convert(mode), "JPEG", exif=exif, progressive=mode == "L")]
    for mode in ("RGB", "RGBA", "P", "1", "LA", "I;16"):
        source = noise.convert("L") if mode == "I;16" else noise
        made += [_saved(source.convert(mode), "PNG", exif=exif)]
    made += [_saved(noise, kind) for kind in ("WEBP", "GIF", "TIFF", "BMP", "MPO")]
    return tuple(made)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def try_picture(random: Random, kits: Path, resources: Resources) -> LoadedKit:
    """Put a damaged file at each place of a kit that takes one, read it, and make all that is made of what is taken."""
    home = kits / "bond" / "voorbeeld"
    if not home.exists():
        fields.write(kits, fields.with_text(fields.FULL, ("documenten", 0, "bestand"), "code.png"))
    pixels = mutated(random, [*originals()], most=10**6)
    (home / "foto.jpg").write_bytes(pixels)
    (home / "code.png").write_bytes(random.choice(originals()) if random.random() < 0.5 else pixels)
    (home / "logo.svg").write_bytes(mutated(random, [DRAWING]) if random.random() < 0.5 else DRAWING)
    (home.parent / "logo.svg").write_bytes(fields.LOGO)
    loaded = read_kit(home, kits, resources)
    wrong = {item.path for item in loaded.findings if item.level == "error"}
    assert all(_is_about_a_file(item) for item in loaded.findings if item.level == "error"), loaded.findings
    if "organisatie.huisstijl.logo" not in wrong:
        font = resources.theme / "print" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"
        assert logo(home / "logo.svg")[1]
        logo_size(home / "logo.svg")
        assert logo_pixels(home / "logo.svg", (600, 200), "#ffffff", font).width
    if "documenten[0].bestand" not in wrong:
        assert picture(home / "code.png")
    if "vertrouwenspersonen[0].foto.bestand" not in wrong:
        _use_photo(loaded, home, resources)
    return loaded


def _is_about_a_file(item: Finding) -> bool:
    return item.code in {"VK042", "VK043", "VK044", "VK045", "VK046"} and item.line > 0


def _use_photo(loaded: LoadedKit, home: Path, resources: Resources) -> None:
    """Make the portraits of a photo that was taken, for the site and for paper."""
    kit = loaded.kit
    if kit is None:  # another file of the kit is damaged: put a good one there
        (home / "logo.svg").write_bytes(DRAWING)
        (home / "code.png").write_bytes(_saved(Image.new("RGB", (9, 9)), "PNG"))
        kit = read_kit(home, home.parents[1], resources).kit
        assert kit is not None
    foto = kit.vertrouwenspersonen[0].foto
    assert foto is not None
    assert photo_side(foto) > 0
    for data in (*(data for _, data in portrait(foto).sides), print_portrait(foto, 300)[0]):
        with Image.open(io.BytesIO(data)) as made:
            made.load()
            assert made.format == "JPEG"
