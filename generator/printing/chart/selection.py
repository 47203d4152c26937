"""Which situations stand on paper: all of danger, and of the others as many as still read at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.printing.parts.source import Source
from generator.wegwijzer import EIGEN_GROEP, Rij, RijenGroep

#: As many situations, danger apart, as still read at a glance (domain.md section 7).
MOST: Final = 12
#: One without the other would make the label over them a promise that no row keeps.
_TOGETHER: Final = ("getuige", "beschuldigd")
#: These stay, however many situations a kit has of its own.
_ALWAYS: Final = ("pesten", "seksuele-intimidatie", "discriminatie", "integriteit")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows for one sheet of paper; ``whole`` is False where some stand on the site alone."""

    gevaar: tuple[Rij, ...]
    groepen: tuple[RijenGroep, ...]
    whole: bool

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """Every row in the order of reading."""
        return self.gevaar + tuple(rij for groep in self.groepen for rij in groep.rijen)


def chosen(source: Source, most: int = MOST) -> Chosen:
    """Return the rows for paper: all of danger, and of the others the organisation's own before shared ones."""
    groepen = source.wegwijzer.groepen
    candidates = [rij for groep in groepen for rij in groep.rijen if rij.op_papier]
    kept = set(_best(source, candidates, most))
    rows = [replace(groep, rijen=tuple(rij for rij in groep.rijen if rij.id in kept)) for groep in groepen]
    shown = tuple(groep for groep in rows if groep.rijen)
    return Chosen(source.wegwijzer.gevaar, shown, len(kept) == sum(len(groep.rijen) for groep in groepen))


def _best(source: Source, candidates: list[Rij], most: int) -> list[str]:
    """Return ids: what always stays, the kit's own rows and routes, and then each group in turn."""
    own = [rij for rij in candidates if rij.groep == EIGEN_GROEP.id]
    routed = [rij for rij in candidates if rij.id in source.kit.doorverwijzing]
    first = [rij for rij in candidates if rij.id in _ALWAYS]
    picked: list[Rij] = []
    for rij in dict.fromkeys((*first, *own, *routed)):
        _add(picked, rij, candidates, most)
    rest = [rij for rij in candidates if rij not in picked]
    while rest and len(picked) < most:
        count = Counter(rij.groep for rij in picked)
        rij = min(rest, key=lambda row: count[row.groep])
        rest.remove(rij)
        _add(picked, rij, candidates, most)
    return [rij.id for rij in picked]


def _add(picked: list[Rij], rij: Rij, candidates: Iterable[Rij], most: int) -> None:
    """Pick a row with those that belong to it, if there is room for all of them."""
    bound = [other for other in candidates if {rij.id, other.id} <= {*_TOGETHER}] or [rij]
    new = [other for other in bound if other not in picked]
    if len(picked) + len(new) <= most:
        picked += new
