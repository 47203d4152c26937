"""The values of an advisor as they are shown: each with its key in the kit and what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import BaseModel

from generator.dates import datum
from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import Telefoonnummer
from generator.pages.filters import inline_markdown, opsomming
from generator.printing.parts.source import Source

#: What each value is called, by its path in the kit, in the order in which they are told. ``voornaam``, ``initialen``
#: and ``foto`` are no value of a kit by themselves: they are what readers see of one.
NAMEN: Final[Mapping[str, str]] = {
    "naam": "Naam",
    "voornaam": "Voornaam",
    "foto": "Foto",
    "initialen": "Initialen",
    "soort": "Soort",
    "functie": "Werk",
    "afdeling": "Afdeling",
    "bureau": "Bureau",
    "voorstellen": "Eigen woorden",
    "contact.telefoon": "Telefoon",
    "contact.whatsapp": "WhatsApp",
    "contact.signal": "Signal",
    "contact.email": "Mail",
    "contact.afspraak": "Afspraak",
    "contact.post": "Post",
    "bereikbaar": "Bereikbaar",
    "locatie": "Plek",
    "vestigingen": "Vestigingen",
    "talen": "Talen",
    "werkgebied": "Waarover",
    "vervanger": "Vervanger",
    "register": "Register",
    "id": "Korte naam",
    "andere_rollen": "Andere rollen",
    "foto.bestand": "Fotobestand",
    "foto.toestemming": "Toestemming",
    "foto.focus": "Uitsnede",
}
#: Never published, whatever a kit says, so not even looked for: why each of them is in a kit.
NOOIT: Final[Mapping[str, str]] = {
    "andere_rollen": "Alleen de controles kijken hiernaar.",
    "foto.bestand": "Op de site krijgt een foto een andere naam.",
    "foto.toestemming": "Deze dag bepaalt alleen of de foto gebruikt mag worden.",
    "foto.focus": "Deze getallen bepalen alleen hoe de foto wordt uitgesneden.",
}


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One thing that is told: its key in the kit or in a contact card, what it is called, and the text as shown."""

    sleutel: str
    naam: str
    waarde: str


def gegeven(sleutel: str, waarde: str) -> Gegeven:
    """Return a value under the name that its key has."""
    return Gegeven(sleutel, NAMEN[sleutel], waarde)


def given(source: Source, persoon: Vertrouwenspersoon) -> Iterator[Gegeven]:
    """Yield every value that the kit gives about an advisor, as a reader of the site would see it."""
    found = dict(_leaves(persoon))
    for key in [key for key in NAMEN if key in found]:
        yield gegeven(key, _shown(source, key, found[key]))


def _leaves(block: BaseModel, above: str = "") -> Iterator[tuple[str, Any]]:
    for name in type(block).model_fields:
        value = getattr(block, name)
        if isinstance(value, BaseModel):
            yield from _leaves(value, f"{above}{name}.")
        elif value not in (None, ()) and (name != "focus" or name in block.model_fields_set):
            yield f"{above}{name}", value


def _shown(source: Source, key: str, value: Any) -> str:
    match value:
        case str() if key == "voorstellen":
            return str(inline_markdown(value).striptags())
        case str() if key == "vervanger":
            return next(other.naam for other in source.vertrouwenspersonen if other.id == value)
        case tuple() if key == "werkgebied":
            return opsomming(source.library.woorden[gebied] for gebied in value)
        case tuple():
            return opsomming(value)
        case Telefoonnummer():
            return value.tekst
    return datum(value) if isinstance(value, date) else " ".join(str(getattr(value, "naam", value)).split())
