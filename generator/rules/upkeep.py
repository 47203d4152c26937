"""Is the kit still right, and do its address and colours work where they are used?"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from generator.colours import SHAPE_CONTRAST, TEXT_CONTRAST, WHITE, contrast, readable
from generator.dates import datum
from generator.rules import sources
from generator.rules.rule import Case, Hit, rule

#: Ends of host names that only work inside a network (RFC 6762, RFC 8375, and what administrators choose).
_INSIDE_SUFFIXES: Final = (
    ".local", ".lan", ".intern", ".internal", ".intranet", ".intra", ".corp", ".home", ".home.arpa", ".localdomain",
    ".private", ".sharepoint.com", ".afasinsite.nl", "teams.microsoft.com",
)  # fmt: skip
_INSIDE_NAME: Final = re.compile(r"intranet|insite|sharepoint|(?:^|[.-])intra(?:$|[.-])")


@rule(
    "VK120",
    "warning",
    title="niet bekend of de gegevens nog kloppen",
    why="Eén verkeerd nummer, en iemand belt nooit meer. Kijk alles minstens één keer per jaar na.",
    source=sources.STUDY,
)
def checked_lately(case: Case) -> Iterator[Hit]:
    """Somebody checked names and numbers in the last twelve months, and said when.

    Wrong::

        gecontroleerd_op: 2025-11-20

    Right::

        gecontroleerd_op: 2025-11-21
    """
    day, today = case.kit.gecontroleerd_op, case.today
    place = ("gecontroleerd_op",)
    if day is None:
        advice = f"Bel elk nummer na, en zet de dag erbij. Bijvoorbeeld gecontroleerd_op: {today}"
        yield Hit(place, "Er staat niet wanneer iemand de namen en nummers nakeek.", advice)
    elif day > today:
        yield Hit(place, f"De datum {datum(day)} moet nog komen.", "Vul de dag in waarop iemand alles echt nakeek.")
    elif (day.year + 1, day.month, day.day) < (today.year, today.month, today.day):
        message = (
            f"De namen en nummers zijn voor het laatst nagekeken op {datum(day)}. Dat is meer dan 12 maanden geleden."
        )
        yield Hit(place, message, f"Bel elk nummer na, en pas de datum aan. Bijvoorbeeld gecontroleerd_op: {today}")


@rule(
    "VK121",
    "error",
    title="het adres van de site is niet beveiligd",
    why="Zonder https kan een ander op het netwerk meelezen welke pagina iemand bekijkt.",
    source=sources.OWN,
)
def secure_address(case: Case) -> Iterator[Hit]:
    """The site's own address begins with https.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 12, site_url: http://www.voorbeeld.example/vp/}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 12, site_url: https://www.voorbeeld.example/vp/}
    """
    address = case.kit.organisatie.site_url
    if address and not address.startswith("https://"):
        advice = f"Vraag de beheerder om https. Schrijf dan https://{address.partition('://')[2]}"
        yield Hit(("organisatie", "site_url"), f"Het adres {address} begint niet met https://.", advice)


@rule(
    "VK122",
    "notice",
    title="een adres in een QR-code dat alleen binnen werkt",
    why="Een code op een poster moet ook werken met een eigen telefoon, buiten het netwerk van de organisatie.",
    source=sources.OWN,
)
def address_behind_a_code(case: Case) -> Iterator[Hit]:
    """What a code on paper holds opens on a private telephone: the site's address if it is public, an appointment.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 12, site_url: https://intranet/vp/, site_openbaar: true}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 12, site_url: https://intranet/vp/, site_openbaar: false}
    """
    organisatie = case.kit.organisatie
    if organisatie.site_openbaar and organisatie.site_url and opens_inside_only(organisatie.site_url):
        message = f"{organisatie.site_url} lijkt alleen te werken binnen de organisatie, maar komt als code op posters."
        advice = "Test het met een eigen telefoon, zonder wifi. Werkt het niet? Zet dan site_openbaar: false."
        yield Hit(("organisatie", "site_url"), message, advice)
    for path, persoon in case.advisors():
        contact = persoon.contact
        in_code = not (contact.telefoon or contact.whatsapp or contact.signal or contact.email)
        if contact.afspraak and in_code and opens_inside_only(contact.afspraak):
            message = f"{contact.afspraak} lijkt alleen te werken binnen de organisatie, maar komt als code op posters."
            yield Hit((*path, "contact", "afspraak"), message, "Geef ook een telefoonnummer of een e-mailadres.")


@rule(
    "VK124",
    "notice",
    title="een kleur met te weinig contrast",
    why="Lichte letters op wit leest niet iedereen. "
    "Het programma gebruikt dan de dichtstbijzijnde kleur die wel goed leest.",
    source=sources.CONTRAST,
)
def colours_that_read(case: Case) -> Iterator[Hit]:
    """The organisation's colours have the contrast with white that letters (4.5) and shapes (3) need.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 12, huisstijl: {kleur: "#ffd500"}}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 12, huisstijl: {kleur: "#00524c"}}
    """
    style = case.kit.organisatie.huisstijl
    for key, colour, least in (("kleur", style.kleur, TEXT_CONTRAST), ("accent", style.accent, SHAPE_CONTRAST)):
        if colour and contrast(colour, WHITE) < least:
            ratio = f"{contrast(colour, WHITE):.1f}".replace(".", ",")
            wanted = f"{least:.1f}".replace(".", ",")
            message = f"De kleur {colour} heeft op wit een contrast van {ratio}. Nodig is {wanted}."
            advice = f"Op wit gebruiken we {readable(colour, WHITE, least)}. Je hoeft niets te doen."
            yield Hit(("organisatie", "huisstijl", key), message, advice)


def opens_inside_only(address: str) -> bool:
    """Tell whether the host of a web address looks like one that exists only inside an organisation's network."""
    host = (urlsplit(address).hostname or "").removesuffix(".")
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    return "." not in host or host.endswith(_INSIDE_SUFFIXES) or _INSIDE_NAME.search(host) is not None
