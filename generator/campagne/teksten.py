"""The texts of the employers' A4 (``content/nl/werkgevers/a4.yml``): ours, so a mistake in them is a failed build."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from generator import safeyaml
from generator.errors import BuildFailed
from generator.resources import held

_PLACE: Final = re.compile(r"\{(\w+)\}")


class A4Teksten(BaseModel):
    """What the A4 says; in some texts ``{naam}``, ``{versie}`` or ``{wat}`` is where a value goes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titel: str
    onderwerp: str
    kop: str
    oproep: str
    waarom_kop: str
    waarom: tuple[str, ...]
    vraagt_kop: str
    vraagt: tuple[str, ...]
    klein: str
    kit_kop: str
    kit: str
    bel: str
    mail: str
    app: str
    signal: str
    afspraak: str
    post: str
    website: str
    scan_website: str
    scan_mail: str
    scan_bel: str
    scan_app: str
    code: str
    logo: str
    versie: str

    def zin(self, key: str, **waarden: str) -> str:
        """Return a text with values filled in; the values are data and are not looked at again."""
        return _PLACE.sub(lambda match: waarden[match[1]], getattr(self, key))


def load_a4(folder: Path) -> A4Teksten:
    """Return the texts in ``folder`` (``content/nl/werkgevers``).

    Raises ``BuildFailed`` when the file is missing or does not have the form that it should.
    """
    try:
        return A4Teksten.model_validate(safeyaml.load(held(folder / "a4.yml").decode("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise BuildFailed(f"De teksten in werkgevers/a4.yml kloppen niet: {error}") from error
