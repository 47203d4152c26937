"""Do the organisation's own words promise what is true, in the right form of address, without a label on people?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from generator.kit.nodes import KeyPath
from generator.kit.text import one_line, shorten
from generator.rules import sources
from generator.rules.claims.find import find_claims
from generator.rules.rule import Case, Hit, rule
from generator.rules.wording import labels, other_form

_CONTEXT = 60


@rule(
    "VK123",
    "warning",
    title="een belofte of bewering die niet waar te maken is",
    why="Wie vertrouwt op een belofte die niet klopt, loopt schade op. En komt nooit meer terug.",
    source=sources.both(sources.PROFILE, sources.DESK),
)
def unsafe_claim(case: Case) -> Iterator[Hit]:
    """No own text promises absolute secrecy, a legal privilege, a safe job, anonymity or a quality mark.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            voorstellen: Alles wat je mij vertelt, blijft 100% geheim.

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            voorstellen: >
              Een gesprek is vertrouwelijk. Er gebeurt niets zonder jouw toestemming,
              behalve in uitzonderlijke gevallen. In zo'n geval hoor je dat vooraf.
    """
    form = case.kit.organisatie.aanspreekvorm
    for own in _own_texts(case):
        seen: set[str] = set()
        for found in find_claims(own.text, register=own.register):
            if found.claim.id not in seen:
                seen.add(found.claim.id)
                quoted = shorten(own.text[found.start : found.end])
                better = found.claim.liever if form == "je" else found.claim.liever_u
                message = f"Hier staat '{quoted}'. {found.claim.waarom}"
                yield Hit(own.path, message, f"Schrijf liever: {better}", source=found.claim.bron)


@rule(
    "VK127",
    "warning",
    title="je en u door elkaar",
    why="De site spreekt de lezer overal op één manier aan. Een andere vorm leest als een vergissing.",
    source=sources.PLAIN_LANGUAGE,
)
def form_of_address(case: Case) -> Iterator[Hit]:
    """An own text addresses the reader as the rest of the site does.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 12, aanspreekvorm: u}
        situaties:
          - {id: nachtdienst, titel: In de nachtdienst ben je alleen, contacten: [leidinggevende]}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 12, aanspreekvorm: u}
        situaties:
          - {id: nachtdienst, titel: In de nachtdienst bent u alleen, contacten: [leidinggevende]}
    """
    form = case.kit.organisatie.aanspreekvorm
    for own in _own_texts(case):
        found = other_form(own.text, form)
        if found:
            near = shorten(one_line(own.text)[max(0, found[0] - _CONTEXT // 2) :], _CONTEXT)
            message = f"De site zegt '{form}', maar hier staat '{found[1]}': '{near}'."
            yield Hit(own.path, message, f"Schrijf deze tekst met '{form}', of zonder allebei.")


@rule(
    "VK128",
    "notice",
    title="een woord dat een etiket plakt",
    why="Wie zich geen slachtoffer voelt, leest niet verder. En wie dader heet, is al veroordeeld.",
    source=sources.PLAIN_LANGUAGE,
)
def label_on_people(case: Case) -> Iterator[Hit]:
    """An own text speaks of you, the other, the one whom it is about.

    Wrong::

        situaties:
          - {id: gevolgen, titel: Ik ben slachtoffer van pesten, contacten: [vertrouwenspersoon]}

    Right::

        situaties:
          - {id: gevolgen, titel: Ik word gepest, contacten: [vertrouwenspersoon]}
    """
    for own in _own_texts(case):
        for _, word, instead in labels(own.text)[:1]:
            yield Hit(own.path, f"Hier staat '{word}'.", f"Schrijf liever: {instead}.")


@rule(
    "VK129",
    "notice",
    title="een link die van de site wegvalt",
    why="Een link zonder https kan een ander meelezen. Daarom laat de site hem weg en blijft alleen de tekst staan.",
    source=sources.OWN,
)
def link_that_is_dropped(case: Case) -> Iterator[Hit]:
    """A link in an introduction begins with https or mailto.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            voorstellen: Lees [meer over mij](http://www.voorbeeld.example/sam).

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
            voorstellen: Lees [meer over mij](https://www.voorbeeld.example/sam).
    """
    for path, persoon in case.advisors():
        for address in _links(persoon.voorstellen or ""):
            if not address.startswith(("https://", "mailto:")):
                message = f"De link naar '{shorten(address)}' komt niet op de site."
                yield Hit((*path, "voorstellen"), message, "Schrijf een heel adres dat begint met https://.")


@dataclass(frozen=True, slots=True)
class _Own:
    """A text that somebody of the organisation wrote; ``register`` tells whether it may speak of a quality mark."""

    path: KeyPath
    text: str
    register: bool


def _own_texts(case: Case) -> Iterator[_Own]:
    """Go through all texts of a kit that are sentences or that stand in one."""
    kit = case.kit
    for path, persoon in case.advisors():
        for key in ("functie", "voorstellen", "bereikbaar", "locatie"):
            text = getattr(persoon, key)
            if text:
                yield _Own((*path, key), text, bool(persoon.register))
    register = any(persoon.register for persoon in kit.vertrouwenspersonen)
    for index, situatie in enumerate(kit.situaties):
        yield _Own(("situaties", index, "titel"), situatie.titel, register)
        if situatie.uitleg:
            yield _Own(("situaties", index, "uitleg"), situatie.uitleg, register)
    for name, contact in kit.contacten.items():
        for key in ("naam", "bereikbaar", "locatie"):
            text = getattr(contact, key)
            if text:
                yield _Own(("contacten", name, key), text, register)
    for index, document in enumerate(kit.documenten):
        yield _Own(("documenten", index, "titel"), document.titel, register)


def _links(text: str) -> Iterator[str]:
    """Return the addresses of the links in inline Markdown."""
    for block in MarkdownIt("commonmark", {"html": False}).parseInline(text):
        for token in block.children or ():
            if token.type == "link_open":
                yield str(token.attrs.get("href", ""))
