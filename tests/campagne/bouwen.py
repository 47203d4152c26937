"""Write a ``branche.yml`` and build its campaign."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from generator.campagne.build import Campagne, build_campagne
from generator.campagne.vereniging import GelezenBranche, read_branche
from generator.job import EngineName
from generator.resources import default_resources
from tests.builders import schrijf
from tests.conftest import TODAY

RESOURCES: Final = default_resources()
VERHAAL: Final = {
    "titel": "Het scheelt",
    "tekst": "Er wordt gebeld. *Meer* weet ik niet.",
    "naam": "Marleen Vos",
    "functie": "directeur",
    "lid": "Installatiebedrijf Vos",
    "toestemming": "2026-10-01",
}
#: An association that gives everything.
ALLES: Final[dict[str, Any]] = {
    "naam": "Bond van Installateurs",
    "contact": {
        "telefoon": "030 1234567", "email": "info@bond.example", "whatsapp": "06 12345678", "signal": "06 12345678",
        "afspraak": "https://agenda.bond.example/", "post": "Postbus 1, 3500 AA Utrecht",
    },
    "kit_aanvragen": "https://www.bond.example/kit",
    "verhalen": [VERHAAL],
}  # fmt: skip
#: An association that gives nothing but its name and an address.
KLEINSTE: Final[dict[str, Any]] = {"naam": "Bond van Bakkers", "contact": {"email": "info@bakkersbond.example"}}


def een_branche(kits: Path, branche: dict[str, Any] | None = None, **boven: Any) -> Path:
    """Write ``kits/bond/branche.yml``, the smallest unless ``branche`` is given, and return the file."""
    layer = {"formaat": 1, "branche": KLEINSTE if branche is None else branche, **boven}
    text = yaml.safe_dump(layer, allow_unicode=True, sort_keys=False, width=1000)
    return schrijf(kits / "bond", text, "branche.yml") / "branche.yml"


def gelezen(kits: Path, branche: dict[str, Any] | None = None, **boven: Any) -> GelezenBranche:
    """Write a layer under ``kits`` and read it."""
    return read_branche(een_branche(kits, branche, **boven), kits)


def gebouwd(
    folder: Path, branche: dict[str, Any] | None = None, engine: EngineName = "mkdocs", **boven: Any
) -> Campagne:
    """Write a layer in ``folder`` and build its campaign there."""
    branche_file = een_branche(folder / "kits", branche, **boven)
    (folder / "werk").mkdir()
    return build_campagne(branche_file, folder / "kits", RESOURCES, TODAY, engine, folder / "werk")


def map_van(campagne: Campagne) -> Path:
    """Return the folder of a campaign that was made."""
    assert campagne.folder is not None, campagne.findings
    return campagne.folder
