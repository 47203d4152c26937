"""Does anything become public that its owner did not agree to: a photo, a private number, a home address?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import phonenumbers
from pydantic_core import PydanticCustomError

from generator.dates import datum
from generator.kit.model import Contact, Kit, Vertrouwenspersoon
from generator.kit.phone import parse_phone
from generator.kit.text import shorten
from generator.rules import sources
from generator.rules.rule import Case, Hit, rule

#: Numbers without an area: help lines and emergency services, which belong to nobody.
_FOR_EVERYONE: Final = ("tel:0", "tel:1")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CHAT_LINK: Final = re.compile(r"(?:wa\.me|signal\.me/#p)/\+?(\d{8,15})")
#: A street with a number, a postcode behind it or alone. The words of a street are told apart by one sign each, so that
#: a long text without a street is read only once.
_HOME: Final = re.compile(
    r"\b[A-Z][\w']*(?:[ .-][\w']+){0,4}?(?<=[a-z])"
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|hof|singel|steeg|dreef|baan)"
    r"\s+\d+(?:\s?[a-zA-Z]\b)?(?:,? [1-9]\d{3}\s?[A-Z]{2}\b)?|\b[1-9]\d{3}\s?[A-Z]{2}\b(?!\w)"
)


@rule(
    "VK112",
    "warning",
    title="een foto zonder datum van toestemming",
    why="Een foto is een persoonsgegeven. Zonder toestemming publiceren we hem niet.",
    source=sources.PRIVACY_LAW,
)
def photo_without_consent(case: Case) -> Iterator[Hit]:
    """A photo is published only with the day on which the advisor agreed.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            foto: {bestand: fotos/sam.jpg}

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            foto: {bestand: fotos/sam.jpg, toestemming: 2026-09-15}
    """
    for path, persoon in case.advisors():
        if persoon.foto and persoon.foto.toestemming is None:
            message = f"De foto van {persoon.naam} wordt niet gebruikt: er staat geen datum van toestemming."
            advice = "Vraag toestemming en zet de dag erbij, bijvoorbeeld toestemming: 2026-09-15. Of haal de foto weg."
            yield Hit((*path, "foto"), message, advice)


@rule(
    "VK113",
    "warning",
    title="een datum van toestemming die nog moet komen",
    why="Toestemming geldt pas als iemand die heeft gegeven. Tot die dag publiceren we de foto niet.",
    source=sources.PRIVACY_LAW,
)
def consent_in_the_future(case: Case) -> Iterator[Hit]:
    """The day of consent has been; until then the photo is left out.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            foto: {bestand: fotos/sam.jpg, toestemming: 2062-09-15}

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            foto: {bestand: fotos/sam.jpg, toestemming: 2026-09-15}
    """
    for path, persoon in case.advisors():
        given = persoon.foto.toestemming if persoon.foto else None
        if given and given > case.today:
            message = f"De toestemming van {persoon.naam} is van {datum(given)}. Die dag moet nog komen."
            yield Hit((*path, "foto", "toestemming"), message, "Vul de dag in waarop de toestemming echt is gegeven.")


@rule(
    "VK114",
    "warning",
    title="een nummer of adres in een tekst over een vertrouwenspersoon",
    why="Wie deze tekst overneemt of bijwerkt, vergeet het nummer. En misschien is het van een ander, of privé.",
    source=sources.PRIVACY_LAW,
)
def detail_in_free_text(case: Case) -> Iterator[Hit]:
    """A number, a mail address or a postal address stands under ``contact``, where its owner agreed to it.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            voorstellen: Bel me thuis op 06 87654321.

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            voorstellen: Bel me gerust, ook in de avond.
    """
    national = {contact.telefoon.link for contact in case.library.landelijk if contact.telefoon}
    for path, persoon in case.advisors():
        own = _known(persoon.contact) | national
        others = {
            key: other.naam for _, other in case.advisors() if other is not persoon for key in _known(other.contact)
        }
        post = " ".join((persoon.contact.post or "").split()).casefold()
        for key, text in _texts(persoon):
            for detail in _details(text, with_homes=key == "voorstellen"):
                if detail.key in own or detail.shown.casefold() in post or detail.key.startswith(_FOR_EVERYONE):
                    continue
                whose = f" Dat is van {others[detail.key]}." if detail.key in others else ""
                message = f"Bij {key} van {persoon.naam} staat {detail.what} '{shorten(detail.shown)}'.{whose}"
                yield Hit(
                    (*path, key),
                    message,
                    f"Haal {detail.what} uit de tekst. Is het van deze persoon? Zet het bij contact.",
                )


def with_agreed_photos(kit: Kit, today: date) -> Kit:
    """Return the kit as it may be published: a photo whose day of consent is yet to come counts as one without."""
    people = tuple(_as_agreed(persoon, today) for persoon in kit.vertrouwenspersonen)
    return kit if people == kit.vertrouwenspersonen else kit.model_copy(update={"vertrouwenspersonen": people})


def _as_agreed(persoon: Vertrouwenspersoon, today: date) -> Vertrouwenspersoon:
    foto = persoon.foto
    if foto is None or foto.toestemming is None or foto.toestemming <= today:
        return persoon
    return persoon.model_copy(update={"foto": foto.model_copy(update={"toestemming": None})})


@dataclass(frozen=True, slots=True)
class _Detail:
    what: str
    shown: str
    key: str


def _texts(persoon: Vertrouwenspersoon) -> Iterator[tuple[str, str]]:
    for key in ("functie", "afdeling", "voorstellen", "bereikbaar", "locatie"):
        text = getattr(persoon, key)
        if text:
            yield key, text


def _known(contact: Contact) -> set[str]:
    numbers = (contact.telefoon, contact.whatsapp, contact.signal)
    return {number.link for number in numbers if number} | ({contact.email.casefold()} if contact.email else set())


def _details(text: str, *, with_homes: bool) -> Iterator[_Detail]:
    """Find the numbers, mail addresses and, if wanted, postal addresses in a text."""
    seen: set[str] = set()
    found = [_Detail("het nummer", number, key) for number, key in _numbers(text)]
    found += [_Detail("het e-mailadres", match[0], match[0].casefold()) for match in _EMAIL.finditer(text)]
    home = _HOME.search(text) if with_homes else None
    if home:
        found.append(_Detail("het adres", home[0], home[0].casefold()))
    for detail in found:
        if detail.key not in seen:
            seen.add(detail.key)
            yield detail


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Find telephone numbers: as written, and as the link by which two are compared."""
    written = [match.raw_string for match in phonenumbers.PhoneNumberMatcher(text, "NL")]
    written += [f"+{match[1]}" for match in _CHAT_LINK.finditer(text)]
    for number in written:
        try:
            yield number, parse_phone(number).link
        except PydanticCustomError:
            yield number, number
