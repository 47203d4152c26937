"""Write an association with many members, for the benchmarks: ``python tests/bench/members.py FOLDER --members 1000``.

The same seed gives the same bytes, and the first members of a large association are those of a small one. Names,
numbers and faces are invented.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

# Started as a script, Python looks in this folder only.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.member_kits import Member, member
from tests.bench.member_layers import layers
from tests.bench.member_photos import BASES, Photos
from tests.bench.member_words import COLOURS

#: The folder of the association below ``FOLDER/kits``.
ASSOCIATION: Final = "vereniging"


def write_association(folder: Path, members: int, seed: int) -> None:
    """Write ``folder/kits/vereniging`` with its layers and so many members.

    Raises ``FileExistsError`` if the association stands there already: what is left of another one would be built too.
    """
    home = folder / "kits" / ASSOCIATION
    home.mkdir(parents=True)
    photos = Photos(seed)
    for name, layer in layers().items():
        _write_yaml(home / name, layer)
    for at, persoon in enumerate(layers()["branche.yml"]["vertrouwenspersonen"]):
        _write(home / persoon["foto"]["bestand"], photos.unique(at * BASES // 3, f"{seed} pool {at}"))
    _write(home / "logo.svg", _svg_logo("#2d4a6b", "#d4602f"))
    for name in ("klachtenregeling", "gedragscode"):
        _write(home / "documenten" / f"{name}.pdf", _document(name.capitalize(), "Vereniging van Werkgevers"))
    for number in range(members):
        _write_member(home, member(seed, number), photos, seed)


def _write_member(home: Path, made: Member, photos: Photos, seed: int) -> None:
    folder = home / made.slug
    random = Random(f"{seed} {made.slug}")  # noqa: S311  lots for a benchmark
    _write_yaml(folder / "kit.yml", made.kit)
    for name in made.photos:
        _write(folder / name, photos.unique(random.randrange(BASES), f"{seed} {made.slug} {name}"))
    for name, title in made.documents:
        _write(folder / name, _document(title, made.kit["organisatie"]["naam"]))
    if made.logo:
        colours = random.sample(COLOURS, 2)
        _write(folder / made.logo, _svg_logo(*colours) if made.logo.endswith(".svg") else _png_logo(*colours))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _write_yaml(path: Path, values: Mapping[str, Any]) -> None:
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=110)
    _write(path, text.encode())


def _svg_logo(colour: str, accent: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect x="6" y="18" width="40" height="60" rx="8" '
        f'fill="{colour}"/><circle cx="66" cy="48" r="24" fill="{accent}"/></svg>\n'
    ).encode()


def _png_logo(colour: str, accent: str) -> bytes:
    picture = Image.new("RGBA", (640, 240))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((10, 20, 300, 220), 40, fill=colour)
    draw.ellipse((340, 20, 540, 220), fill=accent)
    stored = io.BytesIO()
    picture.save(stored, "PNG")
    return stored.getvalue()


def _document(title: str, organisation: str) -> bytes:
    stored = io.BytesIO()
    page = Canvas(stored, pagesize=A4, invariant=1, lang="nl")
    page.setTitle(title)
    page.drawString(72, 770, title)
    page.drawString(72, 740, organisation[:80])
    page.drawString(72, 710, "Dit is een voorbeeld. Hier staat straks de tekst van de regeling.")
    page.save()
    return stored.getvalue()


def main() -> None:
    """Write the association that the command line asks for, and say how large it became."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--members", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    start = time.perf_counter()
    try:
        write_association(arguments.folder, arguments.members, arguments.seed)
    except FileExistsError as error:
        parser.error(f"{error.filename} stands there already; choose an empty folder")
    size = sum(path.stat().st_size for path in arguments.folder.rglob("*") if path.is_file())
    print(f"{arguments.members} members, {size / 1e6:.0f} MB, in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
