"""Claims that an own text may not make: absolute secrecy, a privilege, a safe job, anonymity, a mark, a legal duty.

What counts is what a sentence says, whatever the wording around it: "Geen zorgen, alles blijft 100% geheim" claims,
"100% geheimhouding bestaat niet" does not. A question claims nothing unless the text answers it so.

Decided, and held by the tests: "vertrouwelijk" by itself, "strikt vertrouwelijk" and "ik heb een geheimhoudingsplicht"
are no claims, because section 4 of the project's domain notes calls a talk confidential. "Altijd geheim, tenzij ..." is
none either, because it names an exception; "100%" and "absoluut" claim also beside an exception. To telephone
anonymously can be possible (section 3); to report anonymously is a claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.rules.claims.data import CLAIMS, Claim
from generator.rules.claims.denial import Setting, denied, doubted
from generator.rules.claims.pattern import Pattern
from generator.rules.claims.patterns import PATTERNS, TELLTALE
from generator.rules.claims.text import Plain, normalise, sentences

__all__ = ["CLAIMS", "Claim", "Found", "find_claims"]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim, and where its words stand: ``text[start:end]``."""

    claim: Claim
    start: int
    end: int


def find_claims(text: str, *, register: bool = False, anoniem: bool = False) -> tuple[Found, ...]:
    """Return the unsafe claims of ``text`` in their order, each at most once a sentence.

    ``register`` tells that the kit names the advisor's register, so that a quality mark may be spoken of; ``anoniem``
    that the kit says that anonymous reporting is possible.
    """
    allowed = {name for name, is_allowed in (("keurmerk", register), ("anoniem", anoniem)) if is_allowed}
    sought = [claim for claim in CLAIMS if claim.id not in allowed]
    plain = normalise(text)
    found = [
        Found(claim, *plain.span(start, end))
        for setting in _settings(plain)
        for claim in sought
        for start, end in _first(claim, setting)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _settings(plain: Plain) -> list[Setting]:
    """Return each sentence between its neighbours."""
    all_of_them = sentences(plain)
    texts = ["", *(sentence.text for sentence in all_of_them), "", ""]
    return [Setting(sentence, *texts[at : at + 1], *texts[at + 2 : at + 4]) for at, sentence in enumerate(all_of_them)]


def _first(claim: Claim, setting: Setting) -> list[tuple[int, int]]:
    """Return where the first mention of a claim in a sentence stands in the text, as a list of none or one."""
    if not TELLTALE[claim.id].search(setting.text):
        return []
    firsts = (
        next((found for found in pattern.found_in(setting.text) if _holds(pattern, setting, found)), None)
        for pattern in PATTERNS[claim.id]
    )
    spans = sorted((found.start(), found.end()) for found in firsts if found)
    return [(setting.sentence.start + start, setting.sentence.start + end) for start, end in spans[:1]]


def _holds(pattern: Pattern, setting: Setting, found: re.Match[str]) -> bool:
    """Tell whether words that were found are meant."""
    if not pattern.applies(setting.before, setting.text):
        return False
    if pattern.force == "asked":
        return setting.is_answered_no()
    if not setting.is_asserted():
        return False
    if pattern.force != "firm" and setting.is_excepted():
        return False
    return not (doubted if pattern.force == "denying" else denied)(setting.text, found.start(), found.end())
