"""Write a plain, self-contained MkDocs project: readable, diffable, and buildable without this package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
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
    huisstijl = kit.organisatie.huisstijl
    files = _theme(resources.theme) | {
        "docs/assets/css/huisstijl.css": stylesheet(huisstijl.kleur, huisstijl.accent).encode(),
        "mkdocs.yml": _configuration(resources.mkdocs_yml, pages).encode(),
    }
    files |= {f"docs/{name}": text.encode() for name, text in pages.texts.items()}
    files |= {f"docs/{name}": data for name, data in pages.files.items()}
    for parent in sorted({(folder / name).parent for name in files}):
        parent.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _theme(theme: Path) -> dict[str, bytes]:
    """Return what every project has from the theme, by its place in the project; the icons stand in the pages."""
    parts = {theme / "assets": "docs/assets", theme / "overrides": "overrides"}
    try:
        return {
            f"{place}/{path.relative_to(part).as_posix()}": _read(path, _state(path))
            for part, place in parts.items()
            for path in sorted(part.rglob("*"))
            if path.is_file() and "icons" not in path.relative_to(part).parts
        }
    except OSError as error:
        raise BuildFailed(f"Een bestand van het thema is niet te lezen: {error}") from error


def _state(path: Path) -> tuple[int, ...]:
    stat = path.stat()
    return (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)


# The theme has some 20 files, of a few hundred kilobytes together; an edited one is read again.
@lru_cache(maxsize=64)
def _read(path: Path, _changed: tuple[int, ...]) -> bytes:
    return path.read_bytes()


def _configuration(base: Path, pages: Pages) -> str:
    try:
        shared, extra = _base(base.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BuildFailed(f"De basisinstellingen in mkdocs.yml zijn niet te lezen: {error}") from error
    return shared + _yaml({"extra": {**extra, "kit": dict(pages.kit_info)}})


# Writing YAML is slow, and only ``extra.kit`` belongs to one organisation.
@lru_cache(maxsize=4)
def _base(text: str) -> tuple[str, Mapping[str, Any]]:
    """Return what all projects have of the configuration, as YAML without ``extra``, and ``extra``."""
    configuration: dict[str, Any] = safeyaml.load(text)
    extra = MappingProxyType(configuration.pop("extra", {}))
    configuration |= {"site_name": SITE_NAME, "docs_dir": "docs", "site_dir": "site"}
    configuration.setdefault("theme", {})["custom_dir"] = "overrides"
    return _yaml(configuration), extra


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
