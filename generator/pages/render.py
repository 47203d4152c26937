"""Kit, wegwijzer and shared texts become the pages and files of a site, in memory: nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, Final

import yaml
from jinja2 import TemplateError
from markupsafe import Markup

from generator import safeyaml
from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.dates import datum
from generator.errors import BuildFailed
from generator.kit.model import Contact, Kit
from generator.kit.portable import file_stem
from generator.library import Library, by_id
from generator.logos import logo
from generator.pages.documents import Documents
from generator.pages.environment import Components, components, plain_template, text_template
from generator.pages.situations import situations_script
from generator.pages.vcard import vcard
from generator.pages.view import DrukwerkView, LinkedView, PortraitView, advisor_views, portrait_files
from generator.photos import portrait
from generator.resources import Resources, held_tree
from generator.wegwijzer import Wegwijzer, name_with_role

_FRONT_MATTER: Final = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything of one kit that the site is staged from, by its path from the site's root."""

    texts: Mapping[str, str]
    files: Mapping[str, bytes]
    kit_info: Mapping[str, Any]


def render_pages(  # noqa: PLR0913  a page is made from all of these
    kit: Kit,
    wegwijzer: Wegwijzer,
    library: Library,
    resources: Resources,
    version: str,
    *,
    drukwerk: tuple[DrukwerkView, ...] = (),
) -> Pages:
    """Return the pages (Markdown with front matter) and files (photos, cards, documents) of one kit.

    ``version`` is the content version, kept in every page; ``drukwerk`` is offered on the downloads page, and its files
    are to be put beside these.

    Raises ``BuildFailed`` if a text, a component or a picture can't be used.
    """
    portraits, files = _portraits(kit)
    files |= {
        f"contact/{file_stem(persoon.id)}.vcf": vcard(persoon, kit.organisatie) for persoon in kit.vertrouwenspersonen
    }
    files["assets/js/situaties.js"] = situations_script(wegwijzer)
    logos = _logos(kit, files)
    documents = Documents()
    variables = _variables(kit, wegwijzer, library, portraits, documents)
    files |= documents.files
    variables["drukwerk"] = drukwerk
    shown = components(resources.theme, kit.organisatie.aanspreekvorm)
    texts = {}
    for name, source in held_tree(resources.content / "paginas").items():
        if name.endswith(".md"):
            texts[name] = _page(name, source, kit.organisatie.aanspreekvorm, shown, variables)
    return Pages(texts, files, _kit_info(kit, logos, version))


def _variables(
    kit: Kit, wegwijzer: Wegwijzer, library: Library, portraits: dict[str, PortraitView], documents: Documents
) -> dict[str, Any]:
    """Return what a text or a component can name; ``documents`` gathers the files that it links to."""
    rollen = by_id(library.rollen)
    commissie, regeling = kit.klachtencommissie, kit.meldregeling
    personen = advisor_views(kit, portraits, library.woorden)
    return {
        "kit": kit,
        "organisatie": kit.organisatie,
        "naam": kit.organisatie.roepnaam,
        "vertrouwenspersonen": personen,
        "intern": [persoon for persoon in personen if persoon.soort == "intern"],
        "extern": [persoon for persoon in personen if persoon.soort == "extern"],
        "klachtencommissie": LinkedView(commissie, documents.link(commissie.reglement)) if commissie else None,
        "meldregeling": LinkedView(regeling, documents.link(regeling.document)) if regeling else None,
        "documenten": documents.views(kit),
        "contactnamen": {key: name_with_role(key, item.naam, rollen) for key, item in kit.contacten.items()},
        "wegwijzer": wegwijzer,
        "landelijk": by_id(library.landelijk),
        "algemeen": by_id(library.algemeen),
        "rollen": rollen,
        "begrippen": library.begrippen,
        "wet": by_id(library.wetten),
        "woorden": library.woorden,
        "u": kit.organisatie.aanspreekvorm == "u",
    }


def _page(
    name: str, source: bytes, aanspreekvorm: Aanspreekvorm, shown: Components, variables: Mapping[str, Any]
) -> str:
    try:
        parts = _divided(source, aanspreekvorm)
        if parts is None:
            raise BuildFailed(f"De tekst {name} begint niet met een blok tussen twee regels '---'.")
        pagina = _fill(parts[0], variables)

        def toon(component: str, **values: object) -> Markup:
            return shown.render(component, {**variables, "pagina": pagina, **values})

        text = text_template(parts[1]).render(variables, pagina=pagina, toon=toon)
    except (TemplateError, yaml.YAMLError) as error:
        raise BuildFailed(f"De tekst {name} werkt niet: {error}") from error
    meta = _meta(name, pagina["titel"], pagina["omschrijving"], bool(pagina.get("inhoudsopgave")))
    return f"---\n{meta}---\n\n{text.strip()}\n"


# A page of the shared content is the same for every kit, until its variables are filled in.
@lru_cache(maxsize=64)
def _divided(source: bytes, aanspreekvorm: Aanspreekvorm) -> tuple[Any, str] | None:
    """Return front matter and text of a page in one form of address, or None if it has no front matter."""
    match = _FRONT_MATTER.match(choose(source.decode("utf-8").replace("\r\n", "\n"), aanspreekvorm))
    return (safeyaml.load(match[1]), match[2]) if match else None


def _fill(value: Any, variables: Mapping[str, Any]) -> Any:
    """Return front matter with the variables in its texts filled in; the texts are ours, the values are data."""
    if isinstance(value, dict):
        return {key: _fill(item, variables) for key, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, variables) for item in value]
    if isinstance(value, str) and "{" in value:
        return plain_template(value).render(variables)
    return value


@lru_cache(maxsize=128)
def _meta(name: str, titel: str, omschrijving: str, inhoudsopgave: bool) -> str:
    """Return the engine's front matter; a title holds no value of a kit, because the engine prints it as it is."""
    hide = ["navigation"] if name == "index.md" else []
    if not inhoudsopgave:
        hide.append("toc")
    meta = {"title": titel, "omschrijving": omschrijving, "hide": hide, "soort": PurePosixPath(name).stem}
    return yaml.safe_dump(meta, allow_unicode=True, sort_keys=True)


def _portraits(kit: Kit) -> tuple[dict[str, PortraitView], dict[str, bytes]]:
    """Return the portraits that may be published: of a photo without a day of consent none is made."""
    views: dict[str, PortraitView] = {}
    files: dict[str, bytes] = {}
    for persoon in kit.vertrouwenspersonen:
        if persoon.foto and persoon.foto.toestemming:
            views[persoon.id], made = portrait_files(persoon.id, portrait(persoon.foto))
            files |= made
    return views, files


def _logos(kit: Kit, files: dict[str, bytes]) -> dict[str, str]:
    """Add the logos to ``files`` and return their addresses under ``organisatie`` and ``branche``."""
    sources = {"organisatie": kit.organisatie.huisstijl.logo, "branche": kit.branche.logo if kit.branche else None}
    addresses = {}
    for owner, source in sources.items():
        if source:
            suffix, data = logo(source.pad)
            addresses[owner] = f"assets/logo-{owner}{suffix}"
            files[addresses[owner]] = data
    return addresses


def _kit_info(kit: Kit, logos: Mapping[str, str], version: str) -> dict[str, Any]:
    """Return what the theme's frame (header, footer, head) shows of a kit, as text that is ready to print."""
    organisatie = kit.organisatie
    return {
        "naam": organisatie.roepnaam,
        "voluit": organisatie.naam,
        "afzender": organisatie.afzender or "",
        "contact": _ways(organisatie.contact),
        "gecontroleerd_op": datum(kit.gecontroleerd_op) if kit.gecontroleerd_op else "",
        "logo": logos.get("organisatie", ""),
        "branche": kit.branche.naam if kit.branche else "",
        "branche_logo": logos.get("branche", ""),
        "versie": version,
    }


def _ways(contact: Contact | None) -> list[dict[str, str]]:
    """Return how to reach whoever answers for the site, as links with their text."""
    ways = []
    if contact and contact.email:
        ways.append({"link": f"mailto:{contact.email}", "tekst": contact.email})
    if contact and contact.telefoon:
        ways.append({"link": contact.telefoon.link, "tekst": contact.telefoon.tekst})
    return ways
