"""A contact card per advisor (vCard 3.0, RFC 2426): a phone saves it without any server.

Version 3.0 because old and new phones, mail programs and address books all read it.
"""

from __future__ import annotations

from typing import Final

from generator.kit.addresses import as_uri
from generator.kit.model import Organisatie, Vertrouwenspersoon

#: Above so many characters a code is so dense that a phone fails on it; the organisation is then left out.
_DENSE: Final = 280


def vcard(persoon: Vertrouwenspersoon, organisatie: Organisatie) -> bytes:
    """Return the card as UTF-8 with CRLF line ends, lines folded at 75 octets as RFC 2425 section 5.8.1 asks."""
    contact = persoon.contact
    given, _, family = persoon.naam.partition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_text(family)};{_text(given)};;;",
        f"FN:{_text(persoon.naam)}",
        f"ORG:{_text(persoon.bureau or organisatie.naam)}",
        f"TITLE:{_text(f'Vertrouwenspersoon bij {organisatie.roepnaam}' if persoon.bureau else 'Vertrouwenspersoon')}",
    ]
    if contact.telefoon:
        lines.append(f"TEL;TYPE=WORK,VOICE:{contact.telefoon.link.removeprefix('tel:')}")
    for label, number in (("WhatsApp", contact.whatsapp), ("Signal", contact.signal)):
        if number and number != contact.telefoon:
            lines.append(f"TEL;TYPE=CELL:{number.link.removeprefix('tel:')}")
        if number:
            lines.append(f"X-{label.upper()}:{number.link.removeprefix('tel:')}")
    if contact.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_text(contact.email)}")
    if contact.afspraak:
        lines.append(f"URL:{as_uri(contact.afspraak)}")
    if persoon.bereikbaar:
        lines.append(f"NOTE:{_text(persoon.bereikbaar)}")
    lines.append("END:VCARD")
    return b"".join(_fold(line) for line in lines)


def contact_code(persoon: Vertrouwenspersoon, organisatie: Organisatie, *, brief: bool = False) -> str:
    """Return the card that a QR code holds: name, role, numbers and mail, and nothing that makes the code denser.

    Lines are not folded, because not every camera unfolds them. ``brief`` keeps one way to reach somebody.
    """
    contact = persoon.contact
    given, _, family = persoon.naam.partition(" ")
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_text(family)};{_text(given)}", f"FN:{_text(persoon.naam)}"]
    lines.append("TITLE:Vertrouwenspersoon")
    ways = []
    if contact.telefoon:
        ways.append(f"TEL:{contact.telefoon.link.removeprefix('tel:')}")
    others = dict.fromkeys(number for number in (contact.whatsapp, contact.signal) if number != contact.telefoon)
    ways += [f"TEL;TYPE=CELL:{number.link.removeprefix('tel:')}" for number in others if number]
    if contact.email:
        ways.append(f"EMAIL:{_text(contact.email)}")
    if not ways and contact.afspraak:
        ways.append(f"URL:{as_uri(contact.afspraak)}")
    if not ways and contact.post:
        ways.append(f"ADR:;;{_text(' '.join(contact.post.split()))};;;;")
    if brief:
        lines += ways[:1]
    else:
        belongs = f"ORG:{_text(persoon.bureau or organisatie.roepnaam)}"
        whole = sum(map(len, (*lines, belongs, *ways))) <= _DENSE
        lines += [belongs, *ways] if whole else ways
    return "\r\n".join([*lines, "END:VCARD", ""])


def _text(value: str) -> str:
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        value = value.replace(sign, escaped)
    return value


def _fold(line: str) -> bytes:
    """Fold at 75 octets, never inside a character."""
    rest = line.encode()
    parts = []
    width = 75
    while len(rest) > width:
        cut = width
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(rest[:cut])
        rest = rest[cut:]
        width = 74  # the space that marks a continuation counts
    return b"\r\n ".join([*parts, rest]) + b"\r\n"
