"""One process prints thousands of kits: what it remembers of one is bounded, and never seen in another."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import generator.printing
from tests.printing.process import printed_by

_PRINT = """
import hashlib, sys, tempfile
from pathlib import Path
from generator.printing.render import print_out
from tests.printing.kits import EXAMPLES, KITS, awkward, gedrukt
kits = Path(tempfile.mkdtemp())
digest = hashlib.sha256()
for naam in {kits!r}:
    kit = gedrukt(KITS / EXAMPLES[naam], KITS) if naam in EXAMPLES else gedrukt(awkward(naam, kits), kits)
    files = list(print_out(kit.laid_out, kit.source))
for file in files:
    digest.update(file.bestand.encode() + file.data + file.picture)
print(len(files), digest.hexdigest())
"""


@pytest.mark.parametrize(
    ("before", "naam"),
    [
        pytest.param(("zorggroep-de-vecht", "bouwbedrijf-de-linge"), "bakkerij-van-dam", id="other people"),
        # The same people, numbers, photos and words, in other colours, sizes and shapes.
        pytest.param(("een-kleur", "een-lange-naam"), "een-gesprek", id="the same people"),
    ],
)
def test_a_kit_printed_after_others_gives_the_files_of_that_kit_printed_alone(
    before: tuple[str, ...], naam: str
) -> None:
    alone = printed_by(_PRINT.format(kits=(naam,)))
    assert int(alone.split()[0]) > 5
    assert printed_by(_PRINT.format(kits=(*before, naam))) == alone


def caches() -> Iterator[tuple[str, Any]]:
    """Yield what remembers results in the modules of the printables."""
    for found in pkgutil.walk_packages(generator.printing.__path__, "generator.printing."):
        module = import_module(found.name)
        for name, value in vars(module).items():
            if hasattr(value, "cache_info") and value.__module__ == found.name:
                yield f"{found.name}.{name}", value


def test_whatever_remembers_results_of_kits_has_a_bound() -> None:
    remembering = dict(caches())
    assert len(remembering) > 8
    endless = {name for name, work in remembering.items() if work.cache_info().maxsize is None}
    # What takes nothing gives one thing.
    assert {name for name in endless if inspect.signature(remembering[name]).parameters} == set()
