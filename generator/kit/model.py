"""The kit as values: one frozen pydantic model per mapping of the kit file.

Field names are the YAML keys. Descriptions and examples are Dutch, because the editor's schema and the
error messages show them to whoever writes a kit.
"""

from __future__ import annotations

import warnings
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.kit.problems import wrong
from generator.kit.text import enumerate_words, slugify
from generator.kit.values import (
    Aantal,
    Bestand,
    Code,
    Datum,
    Documentbestand,
    Emailadres,
    Focus,
    Fotobestand,
    JaNee,
    Kleur,
    Logobestand,
    Markdownregel,
    Regel,
    Reglement,
    Slug,
    Tekst,
    Telefoonnummer,
    Versie,
    Webadres,
)

Soort = Literal["intern", "extern"]
SoortCommissie = Literal["intern", "extern", "landelijk"]
Aanspreekvorm = Literal["je", "u"]
Ontwerp = Literal["rustig", "kleur", "gesprek"]
Werkgebied = Literal["ongewenste-omgangsvormen", "integriteit"]

_Value = TypeVar("_Value")
_TITLES: Final = frozenset(
    [
        "mr",
        "mr.",
        "drs",
        "drs.",
        "dr",
        "dr.",
        "prof",
        "prof.",
        "ing",
        "ing.",
        "ir",
        "ir.",
        "ds",
        "ds.",
        "mevr",
        "mevr.",
        "mevrouw",
        "dhr",
        "dhr.",
        "de",
        "heer",
    ]
)


def _without_nulls(value: Any) -> Any:
    """Drop the keys of a free mapping that a layer emptied with ``null``."""
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else value


#: A mapping whose keys the kit chooses.
Vrij = Annotated[dict[Slug, _Value], BeforeValidator(_without_nulls)]


class Model(BaseModel):
    """What all parts of a kit share: frozen, no unknown keys, and a key that is null is a key that is absent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _absent_if_null(cls, data: Any) -> Any:
        """Drop known keys that are null; an unknown key stays, so that it is found."""
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


class Contact(Model):
    """The ways to reach somebody; at least one."""

    telefoon: Telefoonnummer | None = Field(default=None, description="Telefoonnummer.", examples=["06 12345678"])
    email: Emailadres | None = Field(
        default=None, description="E-mailadres.", examples=["vertrouwenspersoon.samira@delinge.example"]
    )
    whatsapp: Telefoonnummer | None = Field(
        default=None, description="Telefoonnummer voor WhatsApp.", examples=["06 12345678"]
    )
    signal: Telefoonnummer | None = Field(
        default=None, description="Telefoonnummer voor Signal.", examples=["06 12345678"]
    )
    afspraak: Webadres | None = Field(
        default=None, description="Webadres waar je een afspraak maakt.", examples=["https://agenda.example/samira"]
    )
    post: Tekst | None = Field(
        default=None,
        description="Postadres.",
        examples=["Vertrouwelijk, t.a.v. S. El Amrani, Postbus 1, 4100 AA Culemborg"],
    )

    @model_validator(mode="after")
    def _at_least_one(self) -> Contact:
        """Refuse a contact that leads nowhere."""
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise wrong(
                "contact_leeg",
                "Hier staat geen enkele manier om contact op te nemen.",
                f"Geef er minstens één: {enumerate_words(type(self).model_fields)}.",
            )
        return self


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
    vestigingen: tuple[Regel, ...] = Field(default=(), description="De vestigingen.", examples=[["Culemborg", "Tiel"]])
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


class Foto(Model):
    """A photo of an advisor; it is published only with a consent date."""

    bestand: Fotobestand = Field(description="Het bestand: jpg, png of webp.", examples=["fotos/samira.jpg"])
    toestemming: Datum | None = Field(
        default=None,
        description="De dag van de toestemming; zonder deze datum wordt de foto niet gebruikt.",
        examples=["2026-09-15"],
    )
    focus: Focus = Field(
        default=(0.5, 0.5),
        description="Het midden van de uitsnede, vanaf linksboven: twee getallen van 0 tot 1.",
        examples=[[0.5, 0.35]],
    )


with warnings.catch_warnings():
    # Every class inherits an unrelated method ``register`` from Python's abstract base classes; pydantic warns of that.
    warnings.simplefilter("ignore", UserWarning)

    class Vertrouwenspersoon(Model):
        """A confidential advisor."""

        id: Slug = Field(
            default="",
            description="Korte naam om naar te verwijzen; standaard gemaakt van naam.",
            examples=["joost-verhage"],
        )
        naam: Regel = Field(description="Voornaam en achternaam.", examples=["Samira El Amrani"])
        soort: Soort = Field(description="Intern (een collega) of extern (van buiten).", examples=["intern"])
        functie: Regel | None = Field(
            default=None, description="Het gewone werk van deze persoon.", examples=["inkoper"]
        )
        afdeling: Regel | None = Field(default=None, description="De afdeling.", examples=["Inkoop"])
        bureau: Regel | None = Field(
            default=None, description="Het bureau (bij extern).", examples=["Praktijk Verhage"]
        )
        vestigingen: tuple[Regel, ...] = Field(
            default=(), description="De vestigingen waar deze persoon werkt.", examples=[["Culemborg"]]
        )
        andere_rollen: tuple[Slug, ...] = Field(
            default=(),
            description="Andere rollen in de organisatie; controles kijken hiernaar.",
            examples=[["leidinggevende"], ["ondernemingsraad"]],
        )
        werkgebied: tuple[Werkgebied, ...] = Field(
            default=(),
            description="Waarvoor je bij deze persoon terechtkunt.",
            examples=[["ongewenste-omgangsvormen", "integriteit"]],
        )
        foto: Foto | None = Field(
            default=None,
            description="Een foto, met de datum van toestemming.",
            examples=[{"bestand": "fotos/samira.jpg", "toestemming": "2026-09-15"}],
        )
        voorstellen: Markdownregel | None = Field(
            default=None,
            description="Voorstellen in eigen woorden; *nadruk* en links mogen, in Markdown.",
            examples=["Ik luister, denk met je mee en ben er zonder oordeel."],
        )
        talen: tuple[Regel, ...] = Field(
            default=(), description="De talen die deze persoon spreekt.", examples=[["Nederlands", "Arabisch"]]
        )
        contact: Contact = Field(
            description="Hoe je deze persoon bereikt; minstens één manier.", examples=[{"telefoon": "06 12345678"}]
        )
        bereikbaar: Regel | None = Field(
            default=None,
            description="Wanneer je deze persoon bereikt.",
            examples=["maandag t/m donderdag, 9.00 tot 17.00 uur"],
        )
        locatie: Regel | None = Field(
            default=None, description="Waar je elkaar spreekt.", examples=["kamer 1.12, of op een plek buiten kantoor"]
        )
        vervanger: Slug | None = Field(
            default=None,
            description="Het id van een andere vertrouwenspersoon, die invalt.",
            examples=["joost-verhage"],
        )
        register: Regel | None = Field(
            default=None,
            description="Het register waarin deze persoon staat; alleen als het echt zo is.",
            examples=["LVV"],
        )

        @model_validator(mode="before")
        @classmethod
        def _default_id(cls, data: Any) -> Any:
            """Make the id from the name if the kit gives none."""
            if not isinstance(data, dict) or data.get("id") is not None or not isinstance(data.get("naam"), str):
                return data
            made = slugify(data["naam"])
            return {**data, "id": made} if made else data  # a name without Latin letters: ``references`` asks for an id

        @property
        def voornaam(self) -> str:
            """The first name, titles skipped: ``mr. Anna de Boer`` gives ``Anna``."""
            words = self.naam.split()
            return next((word for word in words if word.lower() not in _TITLES), words[0])

        @property
        def initialen(self) -> str:
            """One or two capitals: first name and last word of the name."""
            words = [word for word in self.naam.split() if word.lower() not in _TITLES] or self.naam.split()
            letters = [next((letter for letter in word if letter.isalnum()), "") for word in (words[0], words[-1])]
            return "".join(letters if len(words) > 1 else letters[:1]).upper()


class Klachtencommissie(Model):
    """The committee that handles formal complaints."""

    naam: Regel = Field(description="De naam van de commissie.", examples=["Klachtencommissie ongewenst gedrag"])
    soort: SoortCommissie = Field(description="Intern, extern of landelijk.", examples=["extern"])
    contact: Contact | None = Field(
        default=None, description="Hoe je de commissie bereikt.", examples=[{"email": "klachten@commissie.example"}]
    )
    voorzitter: Regel | None = Field(default=None, description="De voorzitter.", examples=["mr. A. de Boer"])
    leden: tuple[Regel, ...] = Field(
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


class Contactpersoon(Model):
    """Another contact in the organisation: HR, the company doctor, a manager."""

    naam: Regel = Field(description="Hoe dit contact heet.", examples=["HR-afdeling"])
    contact: Contact | None = Field(
        default=None, description="Hoe je dit contact bereikt.", examples=[{"telefoon": "0345 123456"}]
    )
    bereikbaar: Regel | None = Field(
        default=None, description="Wanneer je dit contact bereikt.", examples=["open spreekuur op dinsdag"]
    )
    locatie: Regel | None = Field(default=None, description="Waar je dit contact vindt.", examples=["kamer 2.03"])


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


class Branche(Model):
    """The association behind a ``branche.yml``."""

    naam: Regel = Field(description="De naam van de brancheorganisatie.", examples=["Bond van Bouwers"])
    logo: Logobestand | None = Field(default=None, description="Het logo: png, jpg of svg.", examples=["logo.svg"])
    contact: Contact | None = Field(
        default=None, description="Hoe je de branche bereikt.", examples=[{"email": "info@bouwbond.example"}]
    )


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
        default_factory=dict,
        description="Andere contacten in de organisatie, elk met een eigen korte naam.",
        examples=[{"hr": {"naam": "HR-afdeling", "contact": {"telefoon": "0345 123456"}}}],
    )
    doorverwijzing: Vrij[Annotated[tuple[Slug, ...], Field(min_length=1)]] = Field(
        default_factory=dict,
        description="De wegwijzer: per situatie de contacten, de eerste eerst.",
        examples=[{"agressie-door-klant": ["leidinggevende", "vertrouwenspersoon", "bedrijfsarts"]}],
    )
    situaties: tuple[Situatie, ...] = Field(
        default=(),
        description="Eigen situaties.",
        examples=[[{"id": "onveilig-werk-hoogte", "titel": "Werken op hoogte", "contacten": ["leidinggevende"]}]],
    )
    documenten: tuple[Document, ...] = Field(
        default=(),
        description="Documenten om te downloaden.",
        examples=[[{"titel": "Gedragscode", "bestand": "documenten/gedragscode.pdf"}]],
    )
    uitzonderingen: tuple[Uitzondering, ...] = Field(
        default=(),
        description="Bevindingen van 'check' die beantwoord zijn.",
        examples=[[{"code": "VK104", "reden": "De externe vertrouwenspersoon begint in januari."}]],
    )
    branche: Branche | None = Field(
        default=None, description="De branche; alleen in branche.yml.", examples=[{"naam": "Bond van Bouwers"}]
    )


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
    "Vertrouwenspersoon",
]
