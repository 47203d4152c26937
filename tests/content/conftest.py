"""What readers get, made once: each kit's pages, each kit's printables and the data files, in both forms of address."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.aanspreekvorm import Aanspreekvorm
from tests.conftest import EXAMPLES
from tests.content import sites
from tests.content.reading import Page
from tests.content.sites import FORMS, NAMEN, Site


@pytest.fixture(scope="session")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for kits that tests write."""
    return tmp_path_factory.mktemp("kits")


# All tests of a form run in one worker, which renders it once.
@pytest.fixture(scope="session", params=[pytest.param(form, marks=pytest.mark.xdist_group(form)) for form in FORMS])
def form(request: pytest.FixtureRequest) -> Aanspreekvorm:
    """Both forms of address in turn."""
    found: Aanspreekvorm = request.param
    return found


@pytest.fixture(scope="session")
def every_site(kits: Path, form: Aanspreekvorm) -> tuple[Site, ...]:
    """Every site in one form of address."""
    return tuple(sites.site(naam, form, kits) for naam in NAMEN)


@pytest.fixture(scope="session")
def pages(every_site: tuple[Site, ...]) -> tuple[Page, ...]:
    """Every page of every site."""
    return tuple(page for site in every_site for page in site.pages)


@pytest.fixture(scope="session")
def data(form: Aanspreekvorm) -> tuple[Page, ...]:
    """Every data file."""
    return sites.data(form)


@pytest.fixture(scope="session")
def paper(kits: Path, form: Aanspreekvorm) -> tuple[Page, ...]:
    """Every printable of every example."""
    return tuple(page for naam in EXAMPLES for page in sites.printed(naam, form, kits))


@pytest.fixture(scope="session")
def everything(pages: tuple[Page, ...], data: tuple[Page, ...], paper: tuple[Page, ...]) -> tuple[Page, ...]:
    """All that is read of the shared content."""
    return (*pages, *data, *paper)
