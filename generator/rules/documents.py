"""Can everybody open what a kit offers for download, and does it say and do no more than its text?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from generator.kit.model import Kit
from generator.kit.nodes import KeyPath
from generator.kit.pdfs import Told, carried_by
from generator.kit.text import shorten
from generator.kit.values import Bestand
from generator.rules import sources
from generator.rules.rule import Case, Hit, rule

#: A document that takes longer than this to load on a telephone is not read (bytes).
LARGE_DOCUMENT: Final = 10 * 1024 * 1024
#: Documents that keep their writers' names, remarks and earlier words, and that a reader can change.
_OFFICE: Final = frozenset({".docx", ".odt", ".rtf", ".xlsx", ".ods", ".pptx", ".odp"})
#: What programs fill in as an author when they know of none.
_NOBODY: Final = frozenset({
    *("anonymous", "(anonymous)", "unspecified", "(unspecified)", "unknown", "onbekend", "user", "gebruiker", "admin"),
    *("administrator", "beheerder", "owner", "eigenaar", "microsoft office user", "windows-gebruiker", "windows user"),
})  # fmt: skip


@rule(
    "VK126",
    "warning",
    title="een document dat niet geschikt is om te publiceren",
    why="Een Word- of Excelbestand bewaart namen en opmerkingen van de schrijvers. "
    "Een groot bestand opent niemand op een telefoon.",
    source=sources.both(sources.PRIVACY_LAW, sources.OWN),
)
def document_that_does_not_belong(case: Case) -> Iterator[Hit]:
    """A document is a PDF of a size that a telephone loads; an office file carries more than its text.

    Wrong::

        documenten:
          - {titel: Gedragscode, bestand: documenten/gedragscode.docx}

    Right::

        documenten:
          - {titel: Gedragscode, bestand: documenten/gedragscode.pdf}
    """
    for path, bestand in _documents(case.kit):
        suffix = PurePosixPath(bestand.naam).suffix.lower()
        size = _size(bestand.pad)
        if suffix in _OFFICE:
            message = f"'{shorten(bestand.naam)}' is een bestand om in te werken ({suffix})."
            yield Hit(path, message, "Bewaar het als pdf en noem dat bestand.")
        if size > LARGE_DOCUMENT:
            megabytes = f"{size / 1024 / 1024:.1f}".replace(".", ",")
            message = f"'{shorten(bestand.naam)}' is {megabytes} MB."
            yield Hit(path, message, f"Maak het kleiner dan {LARGE_DOCUMENT // 1024 // 1024} MB.")


@rule(
    "VK131",
    "notice",
    title="een pdf waarin staat wie hem maakte",
    why="Een document komt op de site zoals het is. Wie de eigenschappen opent, ziet de naam van de maker.",
    source=sources.both(sources.PRIVACY_LAW, sources.OWN),
)
def maker_in_a_document(case: Case) -> Iterator[Hit]:
    """A PDF does not name the colleague who typed it; the name of the organisation is welcome.

    Wrong::

        documenten:
          - {titel: Gedragscode, bestand: documenten/gedragscode-van-piet.pdf}

    Right::

        documenten:
          - {titel: Gedragscode, bestand: documenten/gedragscode.pdf}
    """
    known = [_words(name) for name in _organisations(case.kit)]
    for path, bestand in _pdfs(case.kit):
        for author in carried_by(bestand.pad).authors:
            words = _words(author)
            if not words or author.casefold() in _NOBODY or any(_is_part(words, name) for name in known):
                continue
            message = f"In '{shorten(bestand.naam)}' staat '{shorten(author)}' als auteur."
            advice = "Mag die naam openbaar zijn? Anders: haal in Word bij 'Bestand', 'Info' de auteur weg, en maak de "
            yield Hit(path, message, f"{advice}pdf opnieuw.")


@rule(
    "VK132",
    "warning",
    title="een pdf die meer doet dan tekst laten zien",
    why="Een document komt op de site zoals het is. Een script in een pdf kan iets openen of versturen zonder dat de "
    "lezer dat wil. In een bijlage kunnen namen en opmerkingen staan.",
    source=sources.both(sources.PRIVACY_LAW, sources.OWN),
)
def document_that_does_more(case: Case) -> Iterator[Hit]:
    """A PDF is there to be read: it runs nothing, sends nothing, and has no other files inside.

    Wrong::

        documenten:
          - {titel: Klachtformulier, bestand: documenten/formulier-met-verzendknop.pdf}

    Right::

        documenten:
          - {titel: Klachtformulier, bestand: documenten/formulier.pdf}
    """
    for path, bestand in _pdfs(case.kit):
        carried = carried_by(bestand.pad)
        if carried.acts:
            message = f"In '{shorten(bestand.naam)}' staat een opdracht die iets kan starten, openen of versturen."
            yield Hit(path, message, "Maak de pdf opnieuw, zonder script en zonder verzendknop.")
        if carried.attached:
            message = f"In '{shorten(bestand.naam)}' zit een ander bestand als bijlage."
            yield Hit(
                path, message, "Haal de bijlage eruit. Mag iedereen haar zien? Zet haar dan apart bij documenten."
            )


#: What a photo tells, and how that is said; only the worst is.
_TELLS: Final[dict[Told, str]] = {
    "plaats": "waar die is gemaakt",
    "naam": "van wie die is",
    "camera": "wanneer of met welke camera die is gemaakt",
}


@rule(
    "VK133",
    "warning",
    title="een pdf met een foto die meer vertelt dan te zien is",
    why="Een telefoon bewaart in elke foto waar en wanneer die is gemaakt. In een pdf blijft dat vaak staan, en een "
    "document komt op de site zoals het is.",
    source=sources.both(sources.PRIVACY_LAW, sources.OWN),
)
def photo_that_tells(case: Case) -> Iterator[Hit]:
    """A photo inside a PDF does not tell where, when, by whom or with what it was made.

    Wrong::

        documenten:
          - {titel: Plattegrond, bestand: documenten/plattegrond-met-gps.pdf}

    Right::

        documenten:
          - {titel: Plattegrond, bestand: documenten/plattegrond.pdf}
    """
    for path, bestand in _pdfs(case.kit):
        for told in carried_by(bestand.pad).photos[:1]:
            message = f"In '{shorten(bestand.naam)}' zit een foto waarin staat {_TELLS[told]}."
            advice = "Haal die gegevens uit de foto (in Windows: Eigenschappen, Details), en maak de pdf opnieuw."
            yield Hit(path, message, advice)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since the kit was read; whoever publishes it says so
        return 0


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def _is_part(author: frozenset[str], name: frozenset[str]) -> bool:
    """Tell whether the author is the organisation, or a part of it; one word such as 'Jan' could be a person."""
    return author >= name or (author <= name and len(author) > 1)


def _organisations(kit: Kit) -> Iterator[str]:
    """Yield the names that may stand on a document: of organisations, and not of people."""
    yield kit.organisatie.naam
    yield kit.organisatie.roepnaam
    if kit.branche:
        yield kit.branche.naam
    if kit.klachtencommissie:
        yield kit.klachtencommissie.naam
    yield from (persoon.bureau for persoon in kit.vertrouwenspersonen if persoon.bureau)


def _pdfs(kit: Kit) -> Iterator[tuple[KeyPath, Bestand]]:
    return ((path, bestand) for path, bestand in _documents(kit) if bestand.naam.lower().endswith(".pdf"))


def _documents(kit: Kit) -> Iterable[tuple[KeyPath, Bestand]]:
    """Return every file that is offered with the first place that names it."""
    found: list[tuple[KeyPath, Bestand]] = [
        (("documenten", index, "bestand"), document.bestand) for index, document in enumerate(kit.documenten)
    ]
    if kit.klachtencommissie and isinstance(kit.klachtencommissie.reglement, Bestand):
        found.append((("klachtencommissie", "reglement"), kit.klachtencommissie.reglement))
    if kit.meldregeling and isinstance(kit.meldregeling.document, Bestand):
        found.append((("meldregeling", "document"), kit.meldregeling.document))
    return {bestand.pad: (path, bestand) for path, bestand in reversed(found)}.values()
