"""Put together a plain, self-contained MkDocs project: readable, diffable, and buildable without this package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from generator import safeyaml
from generator.errors import BuildFailed
from generator.kit.model import Kit
from generator.pages.render import Pages
from generator.resources import Resources, held, held_tree
from generator.site.branding import stylesheet
from generator.site.trees import Tree, placed, write_tree

#: The engine's templates print the site's name unescaped in places, so it never holds a value of a kit.
SITE_NAME: Final = "Vertrouwenspersonen"
CONFIGURATION: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """A MkDocs project before it is written.

    ``base`` is what many projects have of ``mkdocs.yml``, as YAML without ``extra``, which holds the values of one
    organisation; ``docs`` and ``overrides`` are the two folders.
    """

    base: str
    extra: Mapping[str, Any]
    docs: Tree
    overrides: Tree


def write_project(project: Project, folder: Path) -> None:
    """Write a project into ``folder``, which must be empty or absent."""
    configuration = project.base + as_yaml({"extra": dict(project.extra)})
    files = placed(project.docs, "docs") | placed(project.overrides, "overrides")
    write_tree({**files, CONFIGURATION: configuration.encode()}, folder)


def stage(pages: Pages, kit: Kit, resources: Resources) -> Project:
    """Return the project of one kit. Raises ``BuildFailed`` if the base configuration or the theme can't be read."""
    huisstijl = kit.organisatie.huisstijl
    base, extra = _configuration(resources.mkdocs_yml)
    assets, overrides = _theme(resources.theme)
    own = {"assets/css/huisstijl.css": stylesheet(huisstijl.kleur, huisstijl.accent).encode()}
    texts = {name: text.encode() for name, text in pages.texts.items()}
    return Project(base, {**extra, "kit": dict(pages.kit_info)}, assets | own | texts | dict(pages.files), overrides)


def _theme(theme: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return what every project has from the theme: assets without the icons, which stand in the pages; overrides."""
    try:
        assets, overrides = held_tree(theme / "assets"), held_tree(theme / "overrides")
    except OSError as error:
        raise BuildFailed(f"Een bestand van het thema is niet te lezen: {error}") from error
    shown = {name: data for name, data in assets.items() if not name.startswith("icons/")}
    return placed(shown, "assets"), overrides


def _configuration(base: Path) -> tuple[str, Mapping[str, Any]]:
    try:
        return _base(held(base))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BuildFailed(f"De basisinstellingen in mkdocs.yml zijn niet te lezen: {error}") from error


# Writing YAML is slow, and only ``extra.kit`` belongs to one organisation.
@lru_cache(maxsize=4)
def _base(text: bytes) -> tuple[str, Mapping[str, Any]]:
    """Return what all projects have of the configuration, as YAML without ``extra``, and ``extra``."""
    configuration: dict[str, Any] = safeyaml.load(text.decode("utf-8"))
    extra = MappingProxyType(configuration.pop("extra", {}))
    configuration |= {"site_name": SITE_NAME, "docs_dir": "docs", "site_dir": "site"}
    configuration.setdefault("theme", {})["custom_dir"] = "overrides"
    return as_yaml(configuration), extra


def as_yaml(data: Mapping[str, Any]) -> str:
    """Return data as YAML that people read and compare."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
