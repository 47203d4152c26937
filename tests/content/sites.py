"""The shared content as readers get it: rendered for kits that reach every branch of it, in both forms of address.

The kits hold no prose of their own (that is for ``check`` to judge), so that each sentence read here is ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import markdown
import yaml

from generator import safeyaml
from generator.aanspreekvorm import Aanspreekvorm
from generator.kit.model import Kit, Vertrouwenspersoon
from generator.library import Library, load_library
from generator.pages.render import render_pages
from generator.pages.view import DrukwerkView
from generator.pipeline import read_kit
from generator.printing.catalog import CATALOG
from generator.printing.layout.elements import Node, Text
from generator.printing.layout.fonts import Fonts
from generator.printing.parts.source import Source
from generator.printing.render import lay_out
from generator.resources import default_resources
from generator.wegwijzer import resolve
from tests.builders import een_kit
from tests.conftest import EXAMPLES, KITS
from tests.content.reading import Block, Page, read_html

RESOURCES: Final = default_resources()
FORMS: Final[tuple[Aanspreekvorm, ...]] = ("je", "u")
_TWO_INSIDE: Final = [
    {"naam": "Samira El Amrani", "soort": "intern", "contact": {"telefoon": "06 12345671"}, "vervanger": "kees"},
    {"naam": "Kees de Groot", "id": "kees", "soort": "intern", "contact": {"telefoon": "06 12345672"}},
]

#: By name: what is different from the smallest valid kit. With the examples these reach every branch of every page.
VARIANTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "kleinste": {},
    "een-van-binnen": {
        "organisatie": {"naam": "Werkplaats Noord", "medewerkers": 60, "sector": "onderwijs"},
        "vertrouwenspersonen": [{**_TWO_INSIDE[1], "werkgebied": ["ongewenste-omgangsvormen"]}],
        "klachtencommissie": {"naam": "Klachtencommissie Noord", "soort": "intern"},
        "meldregeling": {},
    },
    "twee-van-binnen": {
        "organisatie": {"naam": "Sportclub Zuid", "medewerkers": 70, "sector": "sport", "afzender": "Het bestuur"},
        "vertrouwenspersonen": [{**_TWO_INSIDE[0], "register": "Register Oost"}, _TWO_INSIDE[1]],
        "klachtencommissie": {"naam": "Landelijke commissie", "soort": "landelijk"},
    },
}
#: Which sites offer printables on the downloads page; it has other words without them.
WITH_PRINTABLES: Final = frozenset({"bouwbedrijf-de-linge", "een-van-binnen"})
NAMEN: Final = (*EXAMPLES, *VARIANTS)


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of one kit in one form of address, as Markdown by file name and as they are read."""

    naam: str
    form: Aanspreekvorm
    texts: Mapping[str, str] = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)


def site(naam: str, form: Aanspreekvorm, folder: Path) -> Site:
    """Render the pages of a kit; a variant is written under ``folder`` first."""
    kit = quiet(naam, form, folder)
    library = load_library(RESOURCES.content, form)
    drukwerk = _printables() if naam in WITH_PRINTABLES else ()
    texts = render_pages(kit, resolve(kit, library), library, RESOURCES, "0a1b2c3d", drukwerk=drukwerk).texts
    return Site(naam, form, texts, tuple(_read(f"{naam} ({form}), {file}", text) for file, text in texts.items()))


def printed(naam: str, form: Aanspreekvorm, folder: Path) -> tuple[Page, ...]:
    """Lay out the printables of a kit and return the words of each."""
    kit = quiet(naam, form, folder)
    library = load_library(RESOURCES.content, form)
    source = Source(kit, resolve(kit, library), library, Fonts(RESOURCES.theme / "print" / "fonts"), "0a1b2c3d")
    return tuple(
        Page(
            f"{naam} ({form}), {item.made.bestand}",
            tuple(Block(text) for page in item.made.document.pages for node in page.body for text in _said(node)),
        )
        for item in lay_out(source)
    )


def quiet(naam: str, form: Aanspreekvorm, folder: Path) -> Kit:
    """Return a kit without words, photos or situations of its own, in one form of address."""
    place, root = (KITS / EXAMPLES[naam], KITS) if naam in EXAMPLES else (_written(naam, folder), folder)
    kit = read_kit(place, root, RESOURCES).kit
    assert kit is not None, naam
    return kit.model_copy(
        update={
            "organisatie": kit.organisatie.model_copy(update={"aanspreekvorm": form}),
            "vertrouwenspersonen": tuple(_silent(persoon) for persoon in kit.vertrouwenspersonen),
            "contacten": {
                key: wie.model_copy(update={"naam": "Kim Bos", "bereikbaar": None, "locatie": None})
                for key, wie in kit.contacten.items()
            },
            "situaties": (),
            "doorverwijzing": {},
        }
    )


def data(form: Aanspreekvorm) -> tuple[Page, ...]:
    """Return the texts of each data file that a reader may see: no sources, addresses or search words."""
    library = load_library(RESOURCES.content, form)
    return tuple(
        Page(f"{name}.yml ({form})", tuple(Block(text) for text in texts if text))
        for name, texts in _texts(library).items()
    )


def _written(naam: str, folder: Path) -> Path:
    place = folder / naam
    return place if place.exists() else een_kit(folder, naam, **VARIANTS[naam])


def _silent(persoon: Vertrouwenspersoon) -> Vertrouwenspersoon:
    return persoon.model_copy(update={"foto": None, "voorstellen": None, "bereikbaar": None, "locatie": None})


def _printables() -> tuple[DrukwerkView, ...]:
    """Return the catalogue as the downloads page shows it, without drawing anything."""
    return tuple(
        DrukwerkView(row.bestand, row.titel, row.doel, row.formaat, row.soort, 2, 1000, 44, 62) for row in CATALOG
    )


def _read(name: str, text: str) -> Page:
    """Return a staged page as a reader gets it, with the title and summary that search results show."""
    _, front, body = text.split("---\n", 2)
    meta = safeyaml.load(front)
    page = read_html(name, markdown.markdown(body, extensions=_extensions()))
    return Page(name, (Block(meta["title"], heading=True), Block(meta["omschrijving"]), *page.blocks), page.links)


def _extensions() -> list[str]:
    """Return the extensions that the engine uses, so that nothing is read that it would show in another way."""
    engine = yaml.safe_load(RESOURCES.mkdocs_yml.read_text(encoding="utf-8"))
    return [item if isinstance(item, str) else next(iter(item)) for item in engine["markdown_extensions"]]


def _said(node: Node) -> Iterator[str]:
    if node.alt:
        yield node.alt
    for child in node.children:
        if isinstance(child, Node):
            yield from _said(child)
        elif isinstance(child, Text):
            yield child.text


def _texts(library: Library) -> dict[str, tuple[str, ...]]:
    paper = library.drukwerk
    return {
        "situaties": (
            *(groep.titel for groep in library.groepen),
            *(text for s in library.situaties for text in (s.titel, s.uitleg, s.toelichting)),
        ),
        "contacten": (
            *(text for c in library.landelijk for text in (c.naam, c.doel, c.opmerking)),
            *(text for rol in (*library.algemeen, *library.rollen) for text in (rol.naam, rol.doel)),
        ),
        "wet": tuple(text for wet in library.wetten for text in (wet.zin, wet.bron)),
        "begrippen": tuple(text for begrip in library.begrippen for text in (begrip.term, begrip.uitleg)),
        "woorden": tuple(library.woorden.values()),
        "drukwerk": (
            *paper.zinnen.values(),
            *(text for items in paper.lijsten.values() for text in items),
            *(text for pair in paper.misverstanden for text in (pair.denkt, pair.waar)),
        ),
    }
