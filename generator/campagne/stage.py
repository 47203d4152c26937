"""Write the campaign's site as a plain MkDocs project: the frame of the kits' sites, without what employers don't need.

No search over six pages, no button to leave at once, no wegwijzer. ``theme/campagne`` holds the few blocks of the
frame that differ; the frame itself is the kits' own ``main.html``, here under the name ``kader.html``.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

import yaml

from generator import safeyaml
from generator.campagne.pages import Site
from generator.campagne.vereniging import Vereniging
from generator.errors import BuildFailed
from generator.resources import Resources
from generator.site.branding import stylesheet

#: The engine prints the site's name unescaped in places, so it never holds a value of the association.
SITE_NAME: Final = "Een vertrouwenspersoon in uw bedrijf"
_LEFT_OUT: Final = shutil.ignore_patterns("icons", "words.js", "zoeken.js", "wegwijzer.js")


def stage_site(site: Site, vereniging: Vereniging, resources: Resources, folder: Path) -> None:
    """Write the project into ``folder``, which must be empty or absent.

    Raises ``BuildFailed`` if the base configuration or the theme can't be read.
    """
    docs, overrides = folder / "docs", folder / "overrides"
    try:
        configuration = _configuration(resources.mkdocs_yml, site)
        shutil.copytree(resources.theme / "assets", docs / "assets", ignore=_LEFT_OUT)
        shutil.copytree(resources.theme / "overrides", overrides)
        (overrides / "main.html").rename(overrides / "kader.html")
        shutil.copytree(resources.theme / "campagne" / "overrides", overrides, dirs_exist_ok=True)
        shutil.copytree(resources.theme / "campagne" / "assets", docs / "assets", dirs_exist_ok=True)
    except (OSError, yaml.YAMLError) as error:
        raise BuildFailed(f"De vormgeving van de campagne is niet te lezen: {error}") from error
    huisstijl = vereniging.huisstijl
    files = {name: text.encode() for name, text in site.texts.items()} | dict(site.files)
    files["assets/css/huisstijl.css"] = stylesheet(huisstijl.kleur, huisstijl.accent).encode()
    for name, data in files.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8", newline="\n")


def _configuration(base: Path, site: Site) -> str:
    configuration: dict[str, Any] = safeyaml.load(base.read_text(encoding="utf-8"))
    configuration["site_name"] = SITE_NAME
    configuration["docs_dir"] = "docs"
    configuration["site_dir"] = "site"
    configuration.setdefault("theme", {})["custom_dir"] = "overrides"
    configuration["plugins"] = []
    configuration["nav"] = site.menu
    configuration["extra_css"] = [*configuration.get("extra_css", ()), "assets/css/campagne.css"]
    configuration.setdefault("extra", {})["kit"] = dict(site.info)
    return yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False)
