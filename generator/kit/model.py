"""The kit as values: one frozen pydantic model per mapping of the kit file.

Field names are the YAML keys. Descriptions and examples are Dutch, because the editor's schema and the
error messages show them to whoever writes a kit.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field, field_validator

from generator import limits
from generator.aanspreekvorm import Aanspreekvorm
from generator.kit.advisor import Foto, Vertrouwenspersoon
from generator.kit.branche import Branche, Verhaal, as_a_member_sees_it
from generator.kit.contact import Contact, Contactpersoon, Model
from generator.kit.problems import wrong
from generator.kit.values import (
    Aantal,
    Bestand,
    Code,
    Datum,
    Documentbestand,
    JaNee,
    Kleur,
    Logobestand,
    Regel,
    Reglement,
    Slug,
    Tekst,
    Telefoonnummer,
    Versie,
    Webadres,
)

__all__ = [
    "Aanspreekvorm",
    "Branche",
    "Contact",
    "Contactpersoon",
    "Document",
    "Foto",
    "Huisstijl",
    "Kit",
    "Klachtencommissie",
    "Meldregeling",
    "Model",
    "Organisatie",
    "Situatie",
    "Uitzondering",
    "Verhaal",
    "Vertrouwenspersoon",
]

SoortCommissie = Literal["intern", "extern", "landelijk"]
Ontwerp = Literal["rustig", "kleur", "gesprek"]

_Value = TypeVar("_Value")


def _without_nulls(value: Any) -> Any:
    """Drop the keys of a free mapping that a layer emptied with ``null``."""
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else value


#: A mapping whose keys the kit chooses.
Vrij = Annotated[dict[Slug, _Value], BeforeValidator(_without_nulls)]


class Huisstijl(Model):
    """Logo, colours and poster design."""

    logo: Logobestand | None = Field(default=None, description="Het logo: png, jpg of svg.", examples=["logo.svg"])
    kleur: Kleur | None = Field(
        default=None, description="De hoofdkleur, tussen aanhalingstekens.", examples=["#00524c"]
    )
    accent: Kleur | None = Field(
        default=None, description="De tweede kleur, tussen aanhalingstekens.", examples=["#e07a1f"]
    )
    ontwerp: Ontwerp = Field(default="rustig", description="Het ontwerp van de posters.", examples=["rustig"])


class Organisatie(Model):
    """The organisation that the kit is for."""

    naam: Regel = Field(description="De volledige naam.", examples=["Bouwbedrijf De Linge B.V."])
    korte_naam: Regel | None = Field(
        default=None,
        description="De naam in lopende tekst; zonder deze sleutel is dat de volledige naam.",
        examples=["De Linge"],
    )
    medewerkers: Aantal = Field(
        description="Hoeveel mensen er werken (hoofden); verschillende controles hangen daarvan af.", examples=[180]
    )
    sector: Slug | None = Field(
        default=None,
        description="De sector; zet de hulplijnen van die sector aan.",
        examples=["bouw", "onderwijs", "sport"],
    )
    vestigingen: tuple[Regel, ...] = Field(
        max_length=limits.SITES, default=(), description="De vestigingen.", examples=[["Culemborg", "Tiel"]]
    )
    aanspreekvorm: Aanspreekvorm = Field(
        default="je", description="Spreken we de lezer aan met je of met u?", examples=["je"]
    )
    site_url: Webadres | None = Field(
        default=None,
        description="Het adres waar de site komt te staan; QR-codes wijzen hierheen.",
        examples=["https://intranet.delinge.example/vertrouwenspersonen/"],
    )
    afzender: Regel | None = Field(
        default=None, description="Wie voor deze kit instaat; staat in de colofon.", examples=["HR De Linge"]
    )
    contact: Contact | None = Field(
        default=None, description="Hoe je de afzender bereikt.", examples=[{"email": "hr@delinge.example"}]
    )
    site_openbaar: JaNee = Field(
        default=False, description="true als iedereen de site kan openen zonder in te loggen.", examples=[False]
    )
    huisstijl: Huisstijl = Field(
        default_factory=Huisstijl, description="Logo, kleuren en ontwerp.", examples=[{"kleur": "#00524c"}]
    )

    @property
    def roepnaam(self) -> str:
        """The name in running text."""
        return self.korte_naam or self.naam


class Klachtencommissie(Model):
    """The committee that handles formal complaints."""

    naam: Regel = Field(description="De naam van de commissie.", examples=["Klachtencommissie ongewenst gedrag"])
    soort: SoortCommissie = Field(description="Intern, extern of landelijk.", examples=["extern"])
    contact: Contact | None = Field(
        default=None, description="Hoe je de commissie bereikt.", examples=[{"email": "klachten@commissie.example"}]
    )
    voorzitter: Regel | None = Field(default=None, description="De voorzitter.", examples=["mr. A. de Boer"])
    leden: tuple[Regel, ...] = Field(
        max_length=limits.ITEMS,
        default=(),
        description="De leden; controles vergelijken ze met de vertrouwenspersonen.",
        examples=[["A. de Boer", "C. Yilmaz"]],
    )
    behandeltermijn_weken: Aantal | None = Field(
        default=None, description="Binnen hoeveel weken de commissie een klacht behandelt.", examples=[8]
    )
    reglement: Reglement | None = Field(
        default=None,
        description="Een bestand in de kit, of een webadres.",
        examples=["documenten/klachtenregeling.pdf"],
    )


class Meldregeling(Model):
    """The internal reporting procedure (Wet bescherming klokkenluiders)."""

    contact: Contact | None = Field(
        default=None, description="Waar je meldt.", examples=[{"email": "integriteit@delinge.example"}]
    )
    document: Reglement | None = Field(
        default=None,
        description="De regeling: een bestand in de kit, of een webadres.",
        examples=["https://intranet.delinge.example/meldregeling"],
    )


class Situatie(Model):
    """A situation of the organisation's own, with its route."""

    id: Slug = Field(description="Korte naam om naar te verwijzen.", examples=["onveilig-op-de-bouwplaats"])
    titel: Regel = Field(
        description="De situatie, in de woorden van de lezer.", examples=["Onveilig werk op de bouwplaats"]
    )
    uitleg: Tekst | None = Field(
        default=None, description="Een zin uitleg.", examples=["Werken zonder steiger of zonder beschermingsmiddelen."]
    )
    contacten: tuple[Slug, ...] = Field(
        min_length=1,
        max_length=limits.ITEMS,
        description="Bij wie je terechtkunt; de eerste eerst.",
        examples=[["leidinggevende", "preventiemedewerker", "arbeidsinspectie"]],
    )


class Document(Model):
    """A document to download."""

    titel: Regel = Field(description="Hoe het document heet.", examples=["Gedragscode"])
    bestand: Documentbestand = Field(
        description="Het bestand, liefst een pdf.", examples=["documenten/gedragscode.pdf"]
    )


class Uitzondering(Model):
    """A finding of ``check`` that somebody has answered."""

    code: Code = Field(description="De code van de bevinding.", examples=["VK104"])
    reden: Tekst = Field(
        description="Waarom dit zo mag blijven.", examples=["De externe vertrouwenspersoon begint in januari."]
    )
    tot: Datum | None = Field(default=None, description="Tot en met welke dag dit geldt.", examples=["2027-01-31"])


class Kit(Model):
    """A whole kit: one organisation."""

    formaat: Versie = Field(description="De versie van dit formaat; altijd 1.", examples=[1])
    basis: Regel | None = Field(
        default=None, description="De laag waar deze kit op staat: een branche.yml.", examples=["../branche.yml"]
    )
    gecontroleerd_op: Datum | None = Field(
        default=None,
        description="De dag waarop iemand namen en nummers voor het laatst nakeek.",
        examples=["2026-10-01"],
    )
    organisatie: Organisatie = Field(
        description="Over de organisatie.", examples=[{"naam": "Bouwbedrijf De Linge B.V.", "medewerkers": 180}]
    )
    vertrouwenspersonen: tuple[Vertrouwenspersoon, ...] = Field(
        max_length=limits.ADVISORS,
        min_length=1,
        description="De vertrouwenspersonen; minstens één.",
        examples=[[{"naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}}]],
    )
    klachtencommissie: Klachtencommissie | None = Field(
        default=None,
        description="De klachtencommissie.",
        examples=[{"naam": "Klachtencommissie ongewenst gedrag", "soort": "extern"}],
    )
    meldregeling: Meldregeling | None = Field(
        default=None,
        description="De interne meldregeling; verwacht vanaf 50 werknemers.",
        examples=[{"contact": {"email": "integriteit@delinge.example"}}],
    )
    contacten: Vrij[Contactpersoon] = Field(
        max_length=limits.CONTACTS,
        default_factory=dict,
        description="Andere contacten in de organisatie, elk met een eigen korte naam.",
        examples=[{"hr": {"naam": "HR-afdeling", "contact": {"telefoon": "0345 123456"}}}],
    )
    doorverwijzing: Vrij[Annotated[tuple[Slug, ...], Field(min_length=1, max_length=limits.ITEMS)]] = Field(
        max_length=limits.ROUTES,
        default_factory=dict,
        description="De wegwijzer: per situatie de contacten, de eerste eerst.",
        examples=[{"agressie-door-klant": ["leidinggevende", "vertrouwenspersoon", "bedrijfsarts"]}],
    )
    situaties: tuple[Situatie, ...] = Field(
        max_length=limits.SITUATIONS,
        default=(),
        description="Eigen situaties.",
        examples=[[{"id": "onveilig-werk-hoogte", "titel": "Werken op hoogte", "contacten": ["leidinggevende"]}]],
    )
    documenten: tuple[Document, ...] = Field(
        max_length=limits.DOCUMENTS,
        default=(),
        description="Documenten om te downloaden.",
        examples=[[{"titel": "Gedragscode", "bestand": "documenten/gedragscode.pdf"}]],
    )
    uitzonderingen: tuple[Uitzondering, ...] = Field(
        max_length=limits.ITEMS,
        default=(),
        description="Bevindingen van 'check' die beantwoord zijn.",
        examples=[[{"code": "VK104", "reden": "De externe vertrouwenspersoon begint in januari."}]],
    )
    branche: Annotated[Branche | None, BeforeValidator(as_a_member_sees_it)] = Field(
        default=None, description="De branche; alleen in branche.yml.", examples=[{"naam": "Bond van Bouwers"}]
    )

    @field_validator("documenten")
    @classmethod
    def _light_enough(cls, documenten: tuple[Document, ...]) -> tuple[Document, ...]:
        """Refuse documents that together would take more memory than a computer for office work has to spare."""
        size = sum(path.stat().st_size for path in {document.bestand.pad for document in documenten})
        if size > limits.DOCUMENTS_BYTES:
            message = f"De documenten zijn samen {size // 1024**2} MB."
            raise wrong("bestand_te_groot", message, f"Samen mogen ze {limits.DOCUMENTS_BYTES // 1024**2} MB zijn.")
        return documenten


__all__ = [
    "Bestand",
    "Branche",
    "Contact",
    "Contactpersoon",
    "Document",
    "Foto",
    "Huisstijl",
    "Kit",
    "Klachtencommissie",
    "Meldregeling",
    "Model",
    "Organisatie",
    "Situatie",
    "Telefoonnummer",
    "Uitzondering",
    "Verhaal",
    "Vertrouwenspersoon",
]
