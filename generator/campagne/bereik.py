"""How an employer reaches the association: every way in words, and the one that a code on paper opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.campagne.vereniging import Vereniging

Soort = Literal["website", "bel", "mail", "app", "signal", "afspraak", "post"]


@dataclass(frozen=True, slots=True)
class Weg:
    """One way: its kind, what to dial or write, and the link behind it (None for a letter)."""

    soort: Soort
    tekst: str
    link: str | None


def wegen(vereniging: Vereniging) -> tuple[Weg, ...]:
    """Return all ways, the one to try first in front."""
    contact = vereniging.contact
    found: list[Weg] = []
    if vereniging.aanvraagadres:
        found.append(_page("website", vereniging.aanvraagadres))
    if contact is None:
        return tuple(found)
    if contact.telefoon:
        found.append(Weg("bel", contact.telefoon.tekst, contact.telefoon.link))
    if contact.email:
        found.append(Weg("mail", contact.email, f"mailto:{contact.email}"))
    if contact.whatsapp:
        link = contact.whatsapp.link.replace("tel:+", "https://wa.me/")
        found.append(Weg("app", contact.whatsapp.tekst, link))
    if contact.signal:
        found.append(Weg("signal", contact.signal.tekst, contact.signal.link.replace("tel:", "https://signal.me/#p/")))
    if contact.afspraak:
        found.append(_page("afspraak", contact.afspraak))
    if contact.post:
        found.append(Weg("post", " ".join(contact.post.split()), None))
    return tuple(found)


def code_weg(vereniging: Vereniging) -> Weg | None:
    """Return the way that a code opens best: a form, else a mail that can be read later, else a number."""
    by_kind = {weg.soort: weg for weg in wegen(vereniging) if weg.link}
    order: tuple[Soort, ...] = ("website", "mail", "bel", "app", "signal", "afspraak")
    return next((by_kind[soort] for soort in order if soort in by_kind), None)


def _page(soort: Soort, address: str) -> Weg:
    return Weg(soort, address.removeprefix("https://").removesuffix("/"), address)
