"""What is unfit in the stories of members, and why some are left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.campagne.vereniging import Vereniging
from generator.dates import datum
from generator.errors import Finding
from generator.kit.branche import Verhaal
from generator.kit.codes import Code, finding_at
from generator.kit.nodes import KeyPath, Mapping
from generator.kit.text import shorten
from generator.rules import sources
from generator.rules.claims.find import find_claims
from generator.rules.rule import mark_of
from generator.rules.texts import unsafe_claim

_WHY: Final = "Wie zijn verhaal vertelt, is herkenbaar. Zonder toestemming publiceren we het niet."
NO_CONSENT: Final = Code("een verhaal zonder datum van toestemming", _WHY, "warning", sources.PRIVACY_LAW)
LATER: Final = Code(
    "een verhaal met een datum van toestemming die nog moet komen", _WHY, "warning", sources.PRIVACY_LAW
)


def unfit(vereniging: Vereniging, tree: Mapping, today: date) -> Iterator[Finding]:
    """Find the stories that are left out, and the claims that nobody can keep."""
    for index, verhaal in enumerate(vereniging.verhalen):
        path: KeyPath = ("branche", "verhalen", index)
        yield from _without_consent(verhaal, tree, path, today)
        for key in ("titel", "tekst"):
            yield from _claims(getattr(verhaal, key), tree, (*path, key))


def _without_consent(verhaal: Verhaal, tree: Mapping, path: KeyPath, today: date) -> Iterator[Finding]:
    given = verhaal.toestemming
    if given is None:
        message = f"Het verhaal van {verhaal.naam} wordt niet gebruikt: er staat geen datum van toestemming."
        advice = "Vraag toestemming en zet de dag erbij, bijvoorbeeld toestemming: 2026-10-01. Of haal het verhaal weg."
        yield finding_at(mark_of(tree, (*path, "titel")), path, "VK201", NO_CONSENT, message, advice)
    elif given > today:
        path = (*path, "toestemming")
        message = f"De toestemming van {verhaal.naam} is van {datum(given)}. Die dag moet nog komen."
        advice = "Vul de dag in waarop de toestemming echt is gegeven. Tot die dag blijft het verhaal weg."
        yield finding_at(mark_of(tree, path), path, "VK202", LATER, message, advice)


def _claims(text: str, tree: Mapping, path: KeyPath) -> Iterator[Finding]:
    seen: set[str] = set()
    for found in find_claims(text):
        if found.claim.id not in seen:
            seen.add(found.claim.id)
            about = Code(unsafe_claim.title, unsafe_claim.why, unsafe_claim.level, found.claim.bron)
            message = f"Hier staat '{shorten(text[found.start : found.end])}'. {found.claim.waarom}"
            advice = f"Schrijf liever: {found.claim.liever_u}"
            yield finding_at(mark_of(tree, path), path, unsafe_claim.code, about, message, advice)
