"""Which advisor somebody means: by id, by name as people write it, or by a part of the name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.errors import UsageError
from generator.kit.model import Vertrouwenspersoon
from generator.kit.text import did_you_mean, shorten, slugify
from generator.rules.persons import Certainty, same_person

_SURE_FIRST: Final[tuple[Certainty, ...]] = ("vrijwel zeker", "waarschijnlijk", "mogelijk")


def which(personen: Sequence[Vertrouwenspersoon], asked: str) -> int:
    """Return the place of the advisor that ``asked`` means.

    Raises ``UsageError``, which lists the advisors, if it is nobody or could be more than one.
    """
    found = _found(personen, asked)
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{persoon.naam} ({persoon.id})" for persoon in personen)
    if found:
        names = ", ".join(f"{personen[index].naam} ({personen[index].id})" for index in found)
        raise UsageError(f"'{shorten(asked)}' kan meer dan één persoon zijn: {names}. Noem het woord tussen haakjes.")
    hint = did_you_mean(asked, [name for persoon in personen for name in (persoon.naam, persoon.id)])
    raise UsageError(
        f"In deze kit staat geen vertrouwenspersoon '{shorten(asked)}'. {hint}De vertrouwenspersonen zijn: {known}."
    )


def _found(personen: Sequence[Vertrouwenspersoon], asked: str) -> list[int]:
    """Return the places of all whom it could mean; a surer match leaves out those that are less sure."""
    by_id = [index for index, persoon in enumerate(personen) if persoon.id == asked.strip()]
    sure = [same_person(asked, persoon.naam) for persoon in personen]
    by_name = [[index for index, one in enumerate(sure) if one == certainty] for certainty in _SURE_FIRST]
    parts = set(slugify(asked).split("-")) - {""}
    by_part = [index for index, p in enumerate(personen) if parts and parts <= set(slugify(p.naam).split("-"))]
    return next((found for found in (by_id, *by_name, by_part) if found), [])
