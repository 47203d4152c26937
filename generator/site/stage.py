"""Write a plain, self-contained MkDocs project: readable, diffable, and buildable without this package."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

import yaml

from generator import safeyaml
from generator.errors import BuildFailed
from generator.kit.model import Kit
from generator.pages.render import Pages
from generator.resources import Resources
from generator.site.branding import stylesheet

#: The engine's templates print the site's name unescaped in places, so it never holds a value of a kit.
SITE_NAME: Final = "Vertrouwenspersonen"


def stage(pages: Pages, kit: Kit, resources: Resources, folder: Path) -> None:
    """Write the project of one kit into ``folder``, which must be empty or absent.

    Raises ``BuildFailed`` if the base configuration or the theme can't be read.
    """
    docs = folder / "docs"
    shutil.copytree(resources.theme / "assets", docs / "assets", ignore=shutil.ignore_patterns("icons"))
    shutil.copytree(resources.theme / "overrides", folder / "overrides")
    huisstijl = kit.organisatie.huisstijl
    _write(docs / "assets" / "css" / "huisstijl.css", stylesheet(huisstijl.kleur, huisstijl.accent).encode())
    for name, text in pages.texts.items():
        _write(docs / name, text.encode())
    for name, data in pages.files.items():
        _write(docs / name, data)
    _write(folder / "mkdocs.yml", _configuration(resources.mkdocs_yml, pages).encode())


def _configuration(base: Path, pages: Pages) -> str:
    try:
        configuration: dict[str, Any] = safeyaml.load(base.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BuildFailed(f"De basisinstellingen in mkdocs.yml zijn niet te lezen: {error}") from error
    configuration["site_name"] = SITE_NAME
    configuration["docs_dir"] = "docs"
    configuration["site_dir"] = "site"
    configuration.setdefault("theme", {})["custom_dir"] = "overrides"
    configuration.setdefault("extra", {})["kit"] = dict(pages.kit_info)
    return yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
