"""Does a message reach the advisor alone, and is there more than one way to send it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.kit.model import Contact
from generator.kit.nodes import KeyPath
from generator.kit.values import Telefoonnummer
from generator.rules import sources
from generator.rules.mailboxes import is_named_after, role_word
from generator.rules.persons import same_person
from generator.rules.rule import Case, Hit, rule

#: The ways of a contact, as a sentence names them.
_WAYS: Final[dict[str, str]] = {
    "telefoon": "de telefoon",
    "email": "e-mail",
    "whatsapp": "WhatsApp",
    "signal": "Signal",
    "afspraak": "een afspraak via internet",
    "post": "de post",
}
_OWN: Final = "Geef deze persoon een eigen {what}, dat niemand anders leest of opneemt."


@rule(
    "VK108",
    "warning",
    title="een gedeelde mailbox of een mailbox van een functie",
    why="Wat daar binnenkomt, leest een ander mee. Dan is het niet vertrouwelijk.",
    source=sources.BOOK,
)
def role_mailbox(case: Case) -> Iterator[Hit]:
    """An advisor has a mailbox of their own: not that of a role, a desk or a team.

    Wrong::

        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: receptie@voorbeeld.example}}

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: vertrouwenspersoon.sam@voorbeeld.example}
    """
    others = {key for _, contact in _others(case) for key in _addresses(contact)}
    mailboxes = Counter(_key(persoon.contact.email) for _, persoon in case.advisors() if persoon.contact.email)
    for path, persoon in case.advisors():
        email = persoon.contact.email
        if not email or _key(email) in others or mailboxes[_key(email)] > 1:
            continue  # VK109 and VK110 say more precisely whose it is
        own_practice = persoon.soort == "extern" and is_named_after(email, persoon.naam)
        word = None if own_practice else role_word(email, persoon.naam)
        if word:
            message = f"'{email}' is geen eigen adres van {persoon.naam}: '{word}' wijst op een gedeelde mailbox."
            yield Hit((*path, "contact", "email"), message, _OWN.format(what="e-mailadres"))


@rule(
    "VK109",
    "warning",
    title="één adres of nummer voor twee vertrouwenspersonen",
    why="Wie kiest voor de een, komt dan misschien bij de ander uit.",
    source=sources.both(sources.BOOK, sources.PROFILE),
)
def shared_between_advisors(case: Case) -> Iterator[Hit]:
    """Each advisor has a mail address and a number of their own.

    Wrong::

        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: vp@voorbeeld.example}}
          - {naam: Lotte Smit, soort: extern, contact: {telefoon: "06 12345679", email: vp@voorbeeld.example}}

    Right::

        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}
          - {naam: Lotte Smit, soort: extern, contact: {telefoon: "06 12345679", email: lotte@smit.example}}
    """
    owners: dict[str, str] = {}
    others = {key for _, contact in _others(case) for key in _addresses(contact)}
    for path, persoon in case.advisors():
        mine = {key: place for key, place in _addresses(persoon.contact).items() if key not in others}
        for key, (place, shown) in mine.items():
            if key in owners:
                message = f"{shown} is ook van {owners[key]}."
                what = "e-mailadres" if "@" in key else "nummer"
                yield Hit((*path, "contact", place), message, _OWN.format(what=what))
        owners |= {key: persoon.naam for key in mine if key not in owners}


@rule(
    "VK110",
    "warning",
    title="het adres of nummer van een ander in de organisatie",
    why="Het bericht komt dan bij HR, de commissie of de leiding terecht. Dat is nooit wat de medewerker wil.",
    source=sources.both(sources.BOOK, sources.PROFILE),
)
def address_of_another(case: Case) -> Iterator[Hit]:
    """An advisor does not share an address or a number with HR, the committee or any other contact of the kit.

    Wrong::

        contacten: {hr: {naam: HR, contact: {telefoon: "0345 123456"}}}
        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "0345 123456", email: sam@voorbeeld.example}}

    Right::

        contacten: {hr: {naam: HR, contact: {telefoon: "0345 123456"}}}
        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}
    """
    others = {key: whose for whose, contact in _others(case) for key in _addresses(contact)}
    for path, persoon in case.advisors():
        for key, (place, shown) in _addresses(persoon.contact).items():
            if key in others:
                message = f"{shown} is ook van {others[key]}."
                what = "e-mailadres" if "@" in key else "nummer"
                yield Hit((*path, "contact", place), message, _OWN.format(what=what))


@rule(
    "VK111",
    "notice",
    title="maar één manier van contact, of geen telefoon",
    why="De een belt liever, de ander schrijft liever. Wie niet wil schrijven, moet kunnen bellen.",
    source=sources.STUDY,
)
def ways_to_reach(case: Case) -> Iterator[Hit]:
    """An advisor can be reached by telephone and in one more way.

    Wrong::

        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {email: sam@voorbeeld.example}}

    Right::

        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}
    """
    for path, persoon in case.advisors():
        ways = [name for name in _WAYS if getattr(persoon.contact, name)]
        place: KeyPath = (*path, "contact", ways[0])
        if "telefoon" not in ways:
            yield Hit(
                place, f"{persoon.naam} is niet te bellen.", 'Geef ook een telefoonnummer: telefoon: "06 12345678"'
            )
        elif len(ways) == 1:
            message = f"{persoon.naam} is alleen te bereiken via {_WAYS[ways[0]]}."
            yield Hit(place, message, "Geef nog een manier, bijvoorbeeld een eigen e-mailadres.")


def _addresses(contact: Contact) -> dict[str, tuple[str, str]]:
    """Return what a message can be sent to: a form to compare by -> the key and how it is shown.

    One number for telephone and WhatsApp is one number.
    """
    found: dict[str, tuple[str, str]] = {}
    for name in ("telefoon", "email", "whatsapp", "signal"):
        value = getattr(contact, name)
        if value:
            found.setdefault(_key(value), (name, str(value)))
    return found


def _key(value: Telefoonnummer | str) -> str:
    return value.link if isinstance(value, Telefoonnummer) else value.casefold()


def _others(case: Case) -> Iterator[tuple[str, Contact]]:
    """Go through everybody in the kit who is no advisor and can be reached: whose contact it is, and the contact.

    An advisor who stands among the other contacts too, as what she also is, is not somebody else.
    """
    kit = case.kit
    bodies: list[tuple[str, Contact | None]] = [("de afzender van deze site", kit.organisatie.contact)]
    bodies += [(persoon.naam, persoon.contact) for persoon in kit.contacten.values()]
    bodies.append(("de meldregeling", kit.meldregeling.contact if kit.meldregeling else None))
    bodies.append(("de klachtencommissie", kit.klachtencommissie.contact if kit.klachtencommissie else None))
    people = [persoon.naam for persoon in kit.vertrouwenspersonen]
    for whose, contact in bodies:
        if contact and not any(naam == whose or same_person(naam, whose) for naam in people):
            yield whose, contact
