"""One kit, with its association's layer, whose pictures tell everything; built once, with its zip and the campaign."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from reportlab.pdfgen.canvas import Canvas

from tests.builders import schrijf
from tests.cli.conftest import environment_for
from tests.conftest import TODAY
from tests.privacy.telling import (
    SECRET,
    portrait,
    write_jpeg,
    write_png,
    write_svg,
    write_two_in_one,
    write_webp,
)

#: A photo that may not be shown, in a colour that stands nowhere else.
FORBIDDEN: Final = (255, 120, 0)
_LAYER: Final[dict[str, Any]] = {
    "formaat": 1,
    "branche": {"naam": "Bond van Bakkers", "logo": "logo.jpg", "contact": {"email": "info@bakkersbond.example"}},
}
#: The photos that are shown, by the advisor's name.
SHOWN: Final = {
    "Anna Liggend": "liggend.jpg",
    "Bas Dubbel": "dubbel.jpg",
    "Cor Teken": "teken.png",
    "Dia Web": "web.webp",
}
_HIDDEN: Final = {"Eva Zonder": "zonder.jpg", "Fee Later": "later.jpg"}


def _advisor(number: int, naam: str, foto: str, **toestemming: Any) -> dict[str, Any]:
    return {
        "naam": naam,
        "soort": "intern" if number % 2 else "extern",
        "contact": {"telefoon": f"06 1234560{number}", "email": f"{naam[:3].lower()}@bakkerij.example"},
        "foto": {"bestand": f"fotos/{foto}", **toestemming},
    }


def _write(kits: Path) -> None:
    kit = kits / "bond" / "bakkerij"
    (kit / "fotos").mkdir(parents=True)
    (kit / "documenten").mkdir()
    write_jpeg(kit / "fotos" / "liggend.jpg", orientation=6)
    write_two_in_one(kit / "fotos" / "dubbel.jpg")
    write_png(kit / "fotos" / "teken.png")
    write_webp(kit / "fotos" / "web.webp")
    for name in _HIDDEN.values():
        portrait(left=FORBIDDEN).save(kit / "fotos" / name, comment=SECRET.encode())
    write_jpeg(kits / "bond" / "logo.jpg", (300, 200))
    write_svg(kit / "logo.svg", (kits / "bond" / "logo.jpg").read_bytes())
    write_jpeg(kit / "documenten" / "plattegrond.jpg", (300, 200))
    write_png(kit / "documenten" / "scan.png", (300, 200))
    page = Canvas(str(kit / "documenten" / "code.pdf"), invariant=1)
    page.setAuthor("Bakkerij Van Dam")
    page.drawString(100, 700, "Gedragscode")
    page.save()
    schrijf(kits / "bond", yaml.safe_dump(_LAYER), "branche.yml")
    people = [
        *(_advisor(at, naam, foto, toestemming="2026-09-15") for at, (naam, foto) in enumerate(SHOWN.items())),
        _advisor(8, "Eva Zonder", "zonder.jpg"),
        _advisor(9, "Fee Later", "later.jpg", toestemming="2062-01-01"),
    ]
    values = {
        "formaat": 1,
        "basis": "../branche.yml",
        "gecontroleerd_op": str(TODAY),
        "organisatie": {"naam": "Bakkerij Van Dam", "medewerkers": 12, "huisstijl": {"logo": "logo.svg"}},
        "vertrouwenspersonen": people,
        "documenten": [
            {"titel": "Plattegrond", "bestand": "documenten/plattegrond.jpg"},
            {"titel": "Scan", "bestand": "documenten/scan.png"},
            {"titel": "Gedragscode", "bestand": "documenten/code.pdf"},
        ],
    }
    schrijf(kit, yaml.safe_dump(values, allow_unicode=True, sort_keys=False))


@dataclass(frozen=True)
class Told:
    """Where the kits stand whose pictures tell everything, and what was made of them."""

    kits: Path
    dist: Path


@pytest.fixture(scope="package")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("vertelt")
    _write(folder / "kits")
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--zip", "--today", str(TODAY)],
        cwd=folder,
        env=environment_for(),
        capture_output=True,
        check=True,
    )
    return Told(folder / "kits", folder / "dist")
