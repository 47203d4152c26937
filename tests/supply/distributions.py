"""What this environment holds: installed distributions, what they require, and how the constraints name them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from tests.conftest import ROOT

CONSTRAINTS = ROOT / "constraints.txt"


def pinned() -> dict[str, dict[NormalizedName, str]]:
    """Return the pinned versions by the heading above them."""
    sections: dict[str, dict[NormalizedName, str]] = {}
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.strip("# :")
            sections[heading] = {}
        else:
            name, version = line.split("==")
            sections[heading][canonicalize_name(name)] = version
    return sections


def needed_to_run() -> set[NormalizedName]:
    """Return the names of all that an installation without extras brings, ours left out."""
    found: set[NormalizedName] = set()
    waiting = list(_required("vertrouwenskit", frozenset({""})))
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found.add(name)
            waiting += _required(requirement.name, frozenset({"", *requirement.extras}))
    return found


def _required(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            yield requirement
