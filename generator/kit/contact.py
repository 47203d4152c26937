"""What all parts of a kit share, and how somebody is reached: the base model, a contact, a person to contact."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from generator.kit.problems import wrong
from generator.kit.text import enumerate_words
from generator.kit.values import Emailadres, Postadres, Regel, Telefoonnummer, Webadres


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


#: A button that says a colleague's name must never ring at the emergency services.
_EMERGENCY: Final = frozenset({"tel:112", "tel:113"})
_OWN_NUMBER: Final = "Vul het nummer in waarop je deze persoon bereikt."


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
    post: Postadres | None = Field(
        default=None,
        description="Postadres.",
        examples=["Vertrouwelijk, t.a.v. S. El Amrani, Postbus 1, 4100 AA Culemborg"],
    )

    @field_validator("telefoon", "whatsapp", "signal")
    @classmethod
    def _a_number_of_their_own(cls, number: Telefoonnummer | None, info: ValidationInfo) -> Telefoonnummer | None:
        """Refuse a number of the emergency services, and a number without a telephone behind it for a chat."""
        if number is None:
            return None
        if number.link in _EMERGENCY:
            raise wrong("telefoonnummer", f"{number.tekst} is van de hulpdiensten.", _OWN_NUMBER)
        if info.field_name != "telefoon" and not number.link.startswith("tel:+"):
            raise wrong("telefoonnummer", f"Op {number.tekst} kan niemand een bericht ontvangen.", _OWN_NUMBER)
        return number

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
