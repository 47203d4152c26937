"""The texts for employers become the pages of the campaign's site, in memory: nothing is written here.

The reader is ``u`` throughout: an association writes to directors whom it often does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml
from jinja2 import TemplateError
from markupsafe import Markup

from generator import safeyaml
from generator.campagne.bereik import wegen
from generator.campagne.vereniging import Vereniging
from generator.dates import datum
from generator.errors import BuildFailed
from generator.kit.branche import Verhaal
from generator.library import by_id, load_library
from generator.logos import logo
from generator.pages.environment import components, text_environment
from generator.pages.filters import inline_markdown
from generator.pages.view import file_size
from generator.resources import Resources, held

#: Where the site keeps the A4.
A4_LINK: Final = "drukwerk/werkgevers-a4.pdf"
#: The pages in the order of the menu; a title that is absent is that of the page's own.
MENU: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Begin", ("index.md",)),
    ("Waarom", ("waarom.md",)),
    ("Zo regelt u het", ("wat-het-vraagt.md", "intern-of-extern.md")),
    ("Ja, maar…", ("ja-maar.md",)),
    ("Verhalen", ("verhalen.md",)),
    ("Uw kit", ("kit.md",)),
)
_STORIES: Final = "verhalen.md"
_FRONT_MATTER: Final = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class VerhaalView:
    """A story as the templates see it: harmless HTML for the text, and who tells it in one line."""

    titel: str
    tekst_html: Markup
    naam: str
    wie: str


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is staged from: pages and files by path, the menu, and what the frame shows of the association."""

    texts: Mapping[str, str]
    files: Mapping[str, bytes]
    menu: list[dict[str, Any]]
    info: Mapping[str, Any]


def render_site(
    vereniging: Vereniging, verhalen: tuple[Verhaal, ...], resources: Resources, version: str, a4: bytes
) -> Site:
    """Return the pages (Markdown with front matter) and files of a campaign; without stories their page stays away.

    ``version`` is the version of the texts for employers, ``a4`` the PDF that the site offers.
    Raises ``BuildFailed`` if a text, a component or a picture can't be used.
    """
    files = {A4_LINK: a4}
    variables = _variables(vereniging, verhalen, resources, file_size(len(a4)))
    mark = ""
    if vereniging.logo:
        suffix, data = logo(vereniging.logo.pad)
        mark = f"assets/logo-vereniging{suffix}"
        files[mark] = data
    folder = resources.content / "werkgevers"
    names = [name for _, names in MENU for name in names if verhalen or name != _STORIES]
    texts = {name: _page(folder / name, resources, variables) for name in names}
    return Site(texts, files, _menu(texts), _info(vereniging, mark, version))


def _variables(
    vereniging: Vereniging, verhalen: tuple[Verhaal, ...], resources: Resources, a4_size: str
) -> dict[str, Any]:
    """Return what a text or a component can name."""
    adres = vereniging.aanvraagadres
    return {
        "naam": vereniging.naam,
        "contact": vereniging.contact,
        "wegen": wegen(vereniging),
        "aanvraagadres": adres,
        "aanvragen_tekst": None if adres else vereniging.kit_aanvragen,
        "verhalen": tuple(_view(verhaal) for verhaal in verhalen),
        "wet": by_id(load_library(resources.content, "u").wetten),
        "maand": _month,
        "a4": {"link": A4_LINK, "grootte": a4_size},
    }


def _view(verhaal: Verhaal) -> VerhaalView:
    about = [part for part in (verhaal.functie, verhaal.lid) if part]
    return VerhaalView(verhaal.titel, inline_markdown(verhaal.tekst), verhaal.naam, ", ".join(about))


def _month(seen: str) -> str:
    """Return ``2026-11`` as ``november 2026``."""
    year, month = map(int, seen.split("-"))
    return datum(date(year, month, 1)).partition("\u00a0")[2]


def _page(path: Path, resources: Resources, variables: Mapping[str, Any]) -> str:
    try:
        match = _FRONT_MATTER.match(held(path).decode("utf-8").replace("\r\n", "\n"))
        if match is None:
            raise BuildFailed(f"De tekst {path.name} begint niet met een blok tussen twee regels '---'.")
        pagina = safeyaml.load(match[1])
        pieces = components(resources.theme, "u")

        def toon(component: str, **values: object) -> Markup:
            return pieces.render(component, {**variables, "pagina": pagina, **values})

        text = text_environment().from_string(match[2]).render(variables, pagina=pagina, toon=toon)
    except (OSError, TemplateError, yaml.YAMLError) as error:
        raise BuildFailed(f"De tekst werkgevers/{path.name} werkt niet: {error}") from error
    return f"---\n{yaml.safe_dump(_meta(path.name, pagina), allow_unicode=True)}---\n\n{text.strip()}\n"


def _meta(name: str, pagina: Mapping[str, Any]) -> dict[str, Any]:
    hide = ["navigation"] if pagina.get("inhoudsopgave") else ["navigation", "toc"]
    return {
        "title": pagina["titel"],
        "omschrijving": pagina["omschrijving"],
        "hide": hide,
        "soort": PurePosixPath(name).stem,
    }


def _menu(texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the menu in the engine's form, without the pages that are not there."""
    menu: list[dict[str, Any]] = []
    for title, names in MENU:
        present = [name for name in names if name in texts]
        if len(names) > 1:
            menu.append({title: present})
        elif present:
            menu.append({title: present[0]})
    return menu


def _info(vereniging: Vereniging, mark: str, version: str) -> dict[str, Any]:
    """Return what the theme's frame shows, under the names that it knows from a kit."""
    checked = vereniging.gecontroleerd_op
    quick = [weg for weg in wegen(vereniging) if weg.soort in {"bel", "mail"}]
    return {
        "naam": vereniging.naam,
        "voluit": vereniging.naam,
        "afzender": "",
        "contact": [{"link": weg.link, "tekst": weg.tekst} for weg in quick],
        "gecontroleerd_op": datum(checked) if checked else "",
        "logo": mark,
        "branche": "",
        "branche_logo": "",
        "versie": version,
    }
