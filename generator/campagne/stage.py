"""The campaign's site as a plain MkDocs project: the frame of the kits' sites, without what employers don't need.

No search over six pages, no button to leave at once, no wegwijzer. ``theme/campagne`` holds the few blocks of the
frame that differ; the frame itself is the kits' own ``main.html``, here under the name ``kader.html``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from generator import safeyaml
from generator.campagne.pages import Site
from generator.campagne.vereniging import Vereniging
from generator.errors import BuildFailed
from generator.resources import Resources, held, held_tree
from generator.site.branding import stylesheet
from generator.site.stage import Project, as_yaml
from generator.site.trees import placed

#: The engine prints the site's name unescaped in places, so it never holds a value of the association.
SITE_NAME: Final = "Een vertrouwenspersoon in uw bedrijf"
_LEFT_OUT: Final = frozenset({"words.js", "zoeken.js", "wegwijzer.js"})


def stage_site(site: Site, vereniging: Vereniging, resources: Resources) -> Project:
    """Return the project. Raises ``BuildFailed`` if the base configuration or the theme can't be read."""
    own = resources.theme / "campagne"
    try:
        base, extra = _configuration(resources.mkdocs_yml, site)
        shared, assets = held_tree(resources.theme / "assets"), held_tree(own / "assets")
        overrides = held_tree(resources.theme / "overrides")
        overrides["kader.html"] = overrides.pop("main.html")
        overrides |= held_tree(own / "overrides")
    except (OSError, yaml.YAMLError) as error:
        raise BuildFailed(f"De vormgeving van de campagne is niet te lezen: {error}") from error
    needed = {name: data for name, data in shared.items() if not _is_left_out(name)}
    huisstijl = vereniging.huisstijl
    assets["css/huisstijl.css"] = stylesheet(huisstijl.kleur, huisstijl.accent).encode()
    texts = {name: text.encode() for name, text in site.texts.items()}
    return Project(base, extra, placed(needed | assets, "assets") | texts | dict(site.files), overrides)


def _is_left_out(name: str) -> bool:
    return name.startswith("icons/") or name.rpartition("/")[2] in _LEFT_OUT


def _configuration(base: Path, site: Site) -> tuple[str, dict[str, Any]]:
    """Return the configuration without ``extra`` as YAML, and ``extra``."""
    configuration: dict[str, Any] = safeyaml.load(held(base).decode("utf-8"))
    configuration["site_name"] = SITE_NAME
    configuration["docs_dir"] = "docs"
    configuration["site_dir"] = "site"
    configuration.setdefault("theme", {})["custom_dir"] = "overrides"
    configuration["plugins"] = []
    configuration["nav"] = site.menu
    configuration["extra_css"] = [*configuration.get("extra_css", ()), "assets/css/campagne.css"]
    extra = {**configuration.pop("extra", {}), "kit": dict(site.info)}
    return as_yaml(configuration), extra
