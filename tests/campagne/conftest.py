"""Campaigns that several tests look at, made once: the example's, one that gives everything, and the smallest."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.campagne.build import Campagne, build_campagne
from tests.campagne.bouwen import ALLES, RESOURCES, gebouwd, map_van
from tests.conftest import KITS, TODAY

#: Those that every test of a campaign looks at: with everything, and with next to nothing.
NAMEN = ("bouw", "kleinste")
Bouwer = Callable[[str], Campagne]


@pytest.fixture(scope="session")
def bouwer(tmp_path_factory: pytest.TempPathFactory) -> Bouwer:
    """Return a campaign by its name."""

    @cache
    def by_name(naam: str) -> Campagne:
        folder = tmp_path_factory.mktemp(naam)
        if naam == "bouw":
            return build_campagne(KITS / "bouw" / "branche.yml", KITS, RESOURCES, TODAY, "mkdocs", folder)
        return gebouwd(folder, ALLES if naam == "alles" else None)

    return by_name


@pytest.fixture(scope="session", params=[pytest.param(naam, marks=pytest.mark.xdist_group(naam)) for naam in NAMEN])
def campagne(request: pytest.FixtureRequest, bouwer: Bouwer) -> Path:
    """The folder of every campaign in turn."""
    return map_van(bouwer(request.param))
