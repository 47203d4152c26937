"""Each kit's printables, laid out and drawn once for all tests of that kit."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.conftest import EXAMPLES, KITS
from tests.printing.kits import NAMEN, Gedrukt, awkward, gedrukt, per_kit

Drukker = Callable[[str], Gedrukt]


@pytest.fixture(scope="session")
def drukker(tmp_path_factory: pytest.TempPathFactory) -> Drukker:
    """Return a kit by its name, an example or an awkward one."""
    kits = tmp_path_factory.mktemp("kits")

    @cache
    def by_name(naam: str) -> Gedrukt:
        return gedrukt(KITS / EXAMPLES[naam], KITS) if naam in EXAMPLES else gedrukt(awkward(naam, kits), kits)

    return by_name


@pytest.fixture(scope="session", params=per_kit(*NAMEN))
def kit(request: pytest.FixtureRequest, drukker: Drukker) -> Gedrukt:
    """Every kit in turn."""
    return drukker(request.param)


@pytest.fixture(scope="session", params=per_kit(*EXAMPLES))
def voorbeeld(request: pytest.FixtureRequest, drukker: Drukker) -> Gedrukt:
    """Every example kit in turn."""
    return drukker(request.param)
