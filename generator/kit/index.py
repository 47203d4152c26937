"""Find the kits: every folder at any depth under the kits folder that holds a ``kit.yml``."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Finding
from generator.kit.codes import finding, in_order
from generator.kit.layers import shown_name
from generator.kit.nodes import Layer, Mark
from generator.kit.portable import why_not
from generator.kit.text import SLUG_PATTERN, slugify


@dataclass(frozen=True, slots=True)
class KitFolder:
    """A kit that was found: its slug (the folder's name) and its folder."""

    slug: str
    folder: Path


@dataclass(frozen=True, slots=True)
class KitIndex:
    """The kits under a folder, sorted by slug and place; findings about names that are wrong or occur twice."""

    kits: tuple[KitFolder, ...]
    findings: tuple[Finding, ...]

    def named(self, slug: str) -> KitFolder | None:
        """Return the first kit with this slug."""
        return next((kit for kit in self.kits if kit.slug == slug), None)


def find_kits(kits_root: Path) -> KitIndex:
    """Look for kits under ``kits_root``; hidden folders and links to folders are passed over."""
    folders = []
    for here, names, files in os.walk(kits_root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        if "kit.yml" in files:
            folders.append(Path(here))
    kits = sorted(
        (KitFolder(folder.absolute().name, folder) for folder in folders), key=lambda kit: (kit.slug, kit.folder)
    )
    return KitIndex(tuple(kits), in_order(_problems(kits, kits_root)))


def _problems(kits: list[KitFolder], kits_root: Path) -> list[Finding]:
    """Find slugs that are wrong or taken."""
    found = []
    first: dict[str, KitFolder] = {}
    for kit in kits:
        if not re.fullmatch(SLUG_PATTERN, kit.slug):
            better = slugify(kit.slug)
            hint = f"Bedoelde je '{better}'? " if better else ""
            advice = f"{hint}Gebruik kleine letters zonder accent, cijfers en streepjes, bijvoorbeeld bakkerij-van-dam."
            mark = _mark(kit, kits_root)
            found.append(finding("VK070", mark, f"De map '{kit.slug}' heeft geen goede naam voor een kit.", advice))
        elif (wrong := why_not(kit.slug)) is not None:
            mark = _mark(kit, kits_root)
            advice = "Geef de map een andere naam, bijvoorbeeld bakkerij-van-dam."
            found.append(finding("VK070", mark, f"De map '{kit.slug}' kan niet overal zo heten: {wrong}.", advice))
        if kit.slug in first:
            other = shown_name(first[kit.slug].folder / "kit.yml", kits_root)
            advice = "Geef één van de twee mappen een andere naam."
            mark = _mark(kit, kits_root)
            found.append(finding("VK071", mark, f"De naam '{kit.slug}' heeft {other} ook.", advice))
        first.setdefault(kit.slug, kit)
    return found


def _mark(kit: KitFolder, kits_root: Path) -> Mark:
    path = kit.folder / "kit.yml"
    return Mark(Layer(shown_name(path, kits_root), path, kit.folder), 0, 0)
