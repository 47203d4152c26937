"""How an advisor is reached, in words for paper: the one way to try first, and the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import Telefoonnummer
from generator.printing.parts.source import Source

Soort = Literal["nummer", "mail", "web", "post"]


@dataclass(frozen=True, slots=True)
class Way:
    """A label (``Bel of app``), what to dial or write, and the link behind it."""

    soort: Soort
    label: str
    tekst: str
    link: str | None
    about: str


def ways(source: Source, persoon: Vertrouwenspersoon) -> tuple[Way, ...]:
    """Return the ways to reach an advisor; numbers first, a number for several services once."""
    contact, zin = persoon.contact, source.zin
    found: list[Way] = []
    services: dict[Telefoonnummer, list[str]] = {}
    for number, key in ((contact.telefoon, "bel"), (contact.whatsapp, "app"), (contact.signal, "signal")):
        if number:
            services.setdefault(number, []).append(key)
    for number, words in services.items():
        label = _label(source, words)
        about = zin("weg-beschrijving", weg=label, naam=persoon.naam)
        found.append(Way("nummer", label, number.tekst, number.link, about))
    if contact.email:
        about = zin("weg-beschrijving", weg=zin("weg-mail"), naam=persoon.naam)
        found.append(Way("mail", zin("weg-mail"), contact.email, f"mailto:{contact.email}", about))
    if contact.afspraak:
        about = zin("weg-beschrijving", weg=zin("weg-afspraak"), naam=persoon.naam)
        shown = contact.afspraak.removeprefix("https://").removesuffix("/")
        found.append(Way("web", zin("weg-afspraak"), shown, contact.afspraak, about))
    if contact.post:
        found.append(Way("post", zin("weg-post"), " ".join(contact.post.split()), None, ""))
    return tuple(found)


def on_poster(source: Source, persoon: Vertrouwenspersoon, most: int = 3) -> tuple[Way, ...]:
    """Return the ways that are worth their room on a wall; a letter or a web address only if there is nothing else."""
    found = ways(source, persoon)
    quick = tuple(way for way in found if way.soort in {"nummer", "mail"})
    return (quick or found)[:most]


def _label(source: Source, services: list[str]) -> str:
    """Return ``Bel``, ``Bel of app`` or ``Bel of app, ook via Signal``."""
    words = [source.zin(f"weg-{key}") for key in services if key != "signal"]
    if not words:
        return source.zin("weg-signal")
    label = f" {source.zin('weg-of')} ".join([words[0], *(word.lower() for word in words[1:])])
    return f"{label}, {source.zin('weg-ook-signal')}" if "signal" in services else label
