"""The association behind a layer, and what its members tell other employers."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field, ValidationInfo

from generator import limits
from generator.kit.addresses import read_url
from generator.kit.contact import Contact, Model
from generator.kit.problems import wrong
from generator.kit.text import shorten
from generator.kit.values import Datum, Logobestand, Markdownregel, Regel


class Verhaal(Model):
    """What a member tells other employers; published only with a day of consent that has been."""

    titel: Regel = Field(description="De titel van het verhaal.", examples=["Ik dacht: bij ons speelt dat niet"])
    tekst: Markdownregel = Field(
        description="Het verhaal in eigen woorden: gewone tekst, met **vet**, *schuin* of een link.",
        examples=["Een monteur belde na twee weken. Meer weet ik niet, en dat hoeft ook niet."],
    )
    naam: Regel = Field(description="Wie het vertelt.", examples=["Marleen Vos"])
    functie: Regel | None = Field(default=None, description="Wat die persoon doet.", examples=["directeur"])
    lid: Regel | None = Field(default=None, description="Bij welk bedrijf dat is.", examples=["Installatiebedrijf Vos"])
    toestemming: Datum | None = Field(
        default=None,
        description="De dag waarop die persoon goedvond dat dit openbaar wordt; zonder die dag blijft het verhaal weg.",
        examples=["2026-10-01"],
    )


def _secure_if_address(text: str, info: ValidationInfo) -> str:
    """Refuse a web address that is none, or that others can read along with; other text stays as it is."""
    if not re.match(r"([A-Za-z][A-Za-z0-9+.-]*://|www\.)\S*$", text):
        return text
    address = read_url(text, info)
    if not address.startswith("https://"):
        raise wrong("webadres", f"'{shorten(text)}' is niet beveiligd.", "Schrijf een webadres met https:// ervoor.")
    return address


#: The keys under ``branche`` that only the association's own campaign reads.
CAMPAIGN_KEYS: Final = frozenset({"verhalen", "kit_aanvragen"})


class Branche(Model):
    """The association behind a ``branche.yml``; the keys of ``CAMPAIGN_KEYS`` never reach the kit of a member."""

    naam: Regel = Field(description="De naam van de brancheorganisatie.", examples=["Bond van Bouwers"])
    logo: Logobestand | None = Field(default=None, description="Het logo: png, jpg of svg.", examples=["logo.svg"])
    contact: Contact | None = Field(
        default=None, description="Hoe je de branche bereikt.", examples=[{"email": "info@bouwbond.example"}]
    )
    kit_aanvragen: Annotated[Regel, AfterValidator(_secure_if_address)] | None = Field(
        default=None,
        description="Hoe een lid een kit aanvraagt: een zin of een webadres. Zonder deze sleutel geldt het contact.",
        examples=["https://www.bouwbond.example/kit", "Bel Anja van de ledenservice."],
    )
    verhalen: tuple[Verhaal, ...] = Field(
        max_length=limits.ITEMS,
        default=(),
        description="Verhalen van leden, voor de campagne.",
        examples=[
            [{"titel": "Het scheelt", "tekst": "Mensen bellen.", "naam": "Marleen Vos", "toestemming": "2026-10-01"}]
        ],
    )


def as_a_member_sees_it(value: Any) -> Any:
    """Leave out what only the campaign reads: a slip in a story must not hold up the kits of all members."""
    if not isinstance(value, dict):
        return value
    return {key: item for key, item in value.items() if key not in CAMPAIGN_KEYS}
