"""A confidential advisor as the kit gives one: who, in which role, how to reach, and with which photo."""

from __future__ import annotations

import warnings
from typing import Any, Final, Literal

from pydantic import Field, model_validator

from generator import limits
from generator.kit.contact import Contact, Model
from generator.kit.text import slugify
from generator.kit.values import Datum, Focus, Fotobestand, Markdownregel, Regel, Slug

Soort = Literal["intern", "extern"]
Werkgebied = Literal["ongewenste-omgangsvormen", "integriteit"]

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
            max_length=limits.SITES,
            default=(),
            description="De vestigingen waar deze persoon werkt.",
            examples=[["Culemborg"]],
        )
        andere_rollen: tuple[Slug, ...] = Field(
            max_length=limits.ITEMS,
            default=(),
            description="Andere rollen in de organisatie; controles kijken hiernaar.",
            examples=[["leidinggevende"], ["ondernemingsraad"]],
        )
        werkgebied: tuple[Werkgebied, ...] = Field(
            max_length=limits.ITEMS,
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
            max_length=limits.ITEMS,
            default=(),
            description="De talen die deze persoon spreekt.",
            examples=[["Nederlands", "Arabisch"]],
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
