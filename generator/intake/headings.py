"""What a heading means: case, spaces, hyphens, accents and brackets don't count, and synonyms are known."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.intake.fields import ADVISOR_FIELDS, MEMBER_FIELDS, Field, contact_fields
from generator.kit.text import nearest

_ORDINALS: Final = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5", "zesde": "6"}
_ADVISOR: Final = re.compile(
    r"\b(?:(?P<before>\d{1,2})e? )?(?P<soort>interne?|externe?)?\b ?"
    r"\b(?:vertrouwenspersoon|vertrouwenspersonen|vertrouwenscontactpersoon|vp|vcp)\b"
    r"(?: (?P<after>intern|extern)\b)?(?: (?P<number>\d{1,2})\b)?"
)
_SMALL: Final = re.compile(r"\b(?:van|de|het|der|een|nr van)\b")
#: Behind a bare field these name an advisor: ``Telefoon extern``.
_SOORT: Final = re.compile(r"^(?P<words>.*[a-z]) (?P<soort>intern|extern)e?(?: (?P<number>\d{1,2}))?$")
_TRAILING: Final = re.compile(r"^(?P<words>.*[a-z]) (?P<number>\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says: a field, and for an advisor's field which advisor (``group``).

    ``group`` is None where the heading names no advisor: a member's field, or an advisor's field that stands bare;
    otherwise ``""``, ``"2"``, ``"intern"`` or ``"extern 2"``.
    """

    field: Field
    of_advisor: bool = False
    group: str | None = None


def normalise(text: str) -> str:
    """Return a heading in the form that is compared: ``E-mailadres (HR)`` gives ``emailadres hr``."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"['`.](?=[a-z])", " ", plain)).strip()
    words = re.sub(r"\be (?=mail)", "e", words)
    words = re.sub(r"\b(vp|vcp|vertrouwenspersoon)(\d)", r"\1 \2", words)
    return " ".join(_ORDINALS.get(word, word) for word in words.split())


def meanings(heading: str) -> tuple[Meaning, ...]:
    """Return what a heading may mean, the likeliest first; several only for bare ``naam``, ``telefoon``, ``e-mail``."""
    for text in dict.fromkeys((normalise(heading), normalise(re.sub(r"[(\[].*?[)\]]", " ", heading)))):
        found = _meanings(text) if text else ()
        if found:
            return found
    return ()


@cache
def _meanings(text: str) -> tuple[Meaning, ...]:
    whole = _member_names().get(text)
    if whole is not None:
        return (Meaning(whole),)
    named = _named_advisor(text)
    if named is not None:
        return (named,)
    short = " ".join(_SMALL.sub(" ", text).split())
    whole = _member_names().get(short)
    if whole is not None:
        return (Meaning(whole),)
    bare = _bare_advisor(text)
    if text == "naam" and bare is not None:
        return (Meaning(_field("naam")), bare)
    if bare is not None and bare.field.key in {"telefoon", "email"} and bare.group is None:
        return (bare, Meaning(_field(f"contact.{bare.field.key}")))
    return () if bare is None else (bare,)


def _named_advisor(text: str) -> Meaning | None:
    """Read a heading that says which advisor it is about: ``vp 2 telefoon``, ``e-mail interne vertrouwenspersoon``."""
    found = _ADVISOR.search(text)
    if found is None:
        return None
    rest = " ".join(_SMALL.sub(" ", f"{text[: found.start()]} {text[found.end() :]}").split())
    soort = (found["soort"] or found["after"] or "").removesuffix("e")
    number = found["before"] or found["number"] or ""
    field = _advisor_names().get(rest)
    if field is None and (trailing := _TRAILING.match(rest)):
        field, number = _advisor_names().get(trailing["words"]), trailing["number"]
    if field is None:
        return None
    return Meaning(field, of_advisor=True, group=" ".join(part for part in (soort, number) if part))


def _bare_advisor(text: str) -> Meaning | None:
    """Read a heading that only names the field, or the field with a number or sort: ``talen``, ``telefoon 2``."""
    field = _advisor_names().get(text)
    if field is not None:
        return Meaning(field, of_advisor=True)
    sort = _SOORT.match(text)
    field = _advisor_names().get(sort["words"]) if sort else None
    if sort and field:
        group = f"{sort['soort']} {sort['number'] or ''}".strip()
        return Meaning(field, of_advisor=True, group=group)
    trailing = _TRAILING.match(text)
    field = _advisor_names().get(trailing["words"]) if trailing else None
    return Meaning(field, of_advisor=True, group=trailing["number"]) if field and trailing else None


def names_advisor(heading: str) -> bool:
    """Tell whether a heading says in so many words that it is about an advisor."""
    return _ADVISOR.search(normalise(heading)) is not None


def suggestion(heading: str) -> str:
    """Return ``Bedoelde je 'X'? `` for a heading that is not known, or an empty text."""
    titles = {normalise(name): field.title for field in _all_fields() for name in field.names if name}
    close = nearest(normalise(heading), titles, 0.78, len(titles))
    return f"Bedoelde je '{_shown(titles[close])}'? " if close else ""


def _shown(title: str) -> str:
    return title[:1].upper() + title[1:]


def _all_fields() -> tuple[Field, ...]:
    return (*MEMBER_FIELDS, *contact_fields(), *ADVISOR_FIELDS)


def _field(key: str) -> Field:
    return next(field for field in MEMBER_FIELDS if field.key == key)


@cache
def _member_names() -> dict[str, Field]:
    return {name: field for field in (*contact_fields(), *MEMBER_FIELDS) for name in field.names}


@cache
def _advisor_names() -> dict[str, Field]:
    return {name: field for field in ADVISOR_FIELDS for name in field.names}
