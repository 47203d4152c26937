"""Do two written names mean the same person? Of the ways to read each, the strongest agreement counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, get_args

from generator.rules.names import Name, fold, readings

#: How sure we are, surest first; these words stand in messages.
Certainty = Literal["vrijwel zeker", "waarschijnlijk", "mogelijk"]

#: How an umlaut is written where a keyboard has none; both sides are changed, so that *Boer* stays like *Boer*.
_UMLAUT: Final = re.compile(r"(?<=[aou])e(?=\w)")


def same_person(one: str, other: str) -> Certainty | None:
    """Say how sure it is that two written names mean the same person; None if they do not, or if one is no person.

    - *vrijwel zeker*: the same first name and surname; titles, roles, order and a second initial are set aside.
    - *waarschijnlijk*: the surname is the same and initials fit, or only particles or a second first name differ; or it
      is one half of a double surname, with the same first name; or the same words in another order (``Li Wei``); or
      the same name with ``ue`` for ``ü``.
    - *mogelijk*: one of the two gives a surname or a first name only; or half a double surname, and initials that fit.
    """
    mine, theirs = readings(one), readings(other)
    found = _surest(mine, theirs)
    if found or not (mine and theirs):
        return found
    plain, other_plain = _plainly_spelt(one), _plainly_spelt(other)
    if _turned(plain, other_plain):
        return "waarschijnlijk"
    found = _surest(readings(plain), readings(other_plain))
    return "waarschijnlijk" if found == "vrijwel zeker" else found


def _surest(some: Iterable[Name], others: Iterable[Name]) -> Certainty | None:
    listed = list(others)
    found = {_compare(mine, theirs) for mine in some for theirs in listed}
    return next((certainty for certainty in get_args(Certainty) if certainty in found), None)


def _turned(one: str, other: str) -> bool:
    """Tell whether two names hold the same words, all written out, in another order."""
    mine, theirs = (text.replace(",", " ").split() for text in (one, other))
    written_out = all(len(word) > 1 and word.isalpha() for word in mine)
    return len(mine) > 1 and written_out and sorted(mine) == sorted(theirs)


def _plainly_spelt(text: str) -> str:
    return _UMLAUT.sub("", fold(text))


def _compare(one: Name, other: Name) -> Certainty | None:
    """Compare two readings."""
    agreement = _first_names(one.given, other.given)
    if not one.words or not other.words:
        return "mogelijk" if agreement == "same" else None
    mine, theirs, loose = set(one.words), set(other.words), one.loose or other.loose
    if mine == theirs or one.glued == other.glued:
        if agreement == "same":
            exact = mine == theirs and not loose and _particles_fit(one.particles, other.particles)
            return "vrijwel zeker" if exact else "waarschijnlijk"
        return {"fits": "waarschijnlijk", "silent": "mogelijk", "differs": None}[agreement]
    if agreement not in {"same", "fits"} or not (mine < theirs or theirs < mine):
        return None
    if loose:
        return "mogelijk" if agreement == "same" and one.given == other.given else None
    return "waarschijnlijk" if agreement == "same" else "mogelijk"


def _first_names(one: tuple[str, ...], other: tuple[str, ...]) -> Literal["same", "fits", "silent", "differs"]:
    """Compare first names and initials in their order; one side may give fewer."""
    if not one or not other:
        return "silent"
    if all(map(_fits, one, other)):
        more, whole = one[len(other) :] + other[len(one) :], one[0] == other[0] and one[0][-1] != "."
        if whole and any(part[0] == "-" for part in more):
            return "silent"  # Jan and Jan-Willem may be two people, who both wrote their name in full
        return "same" if whole and all(part[-1] == "." for part in more) else "fits"
    glued, other_glued = (re.sub("[.-]", "", "".join(parts)) for parts in (one, other))
    return ("fits" if "." in "".join(one + other) else "same") if glued == other_glued else "differs"


def _fits(one: str, other: str) -> bool:
    """Tell whether two first names are the same, or one is an initial of the other."""
    a, b = one.lstrip("-"), other.lstrip("-")
    return a == b or (a[-1] == "." and b.startswith(a[:-1])) or (b[-1] == "." and a.startswith(b[:-1]))


def _particles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether particles are the same, or written short on one side: ``v. d.`` and ``van der``."""
    return len(one) == len(other) and all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=True)
    )
