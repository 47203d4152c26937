"""Which kits a command is about: a slug, a folder or a file becomes a kit's folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Finding, UsageError
from generator.kit.layers import shown_name
from generator.kit.loader import KIT_FILE, KitFolder, KitIndex, find_kits
from generator.kit.text import did_you_mean


@dataclass(frozen=True, slots=True)
class Chosen:
    """One kit's folder, the folder that its layers must stay inside, and what is wrong with its name or place."""

    folder: Path
    kits_root: Path
    findings: tuple[Finding, ...] = ()

    @property
    def slug(self) -> str:
        """The name of the folder."""
        return self.folder.absolute().name


def choose(asked: Sequence[str], kits_root: Path) -> tuple[Chosen, ...]:
    """Return the kits that are asked for, each once, in the order asked; without names all kits of ``kits_root``.

    Raises ``UsageError``, in Dutch, for a name or path that is no kit.
    """
    index = find_kits(kits_root) if kits_root.is_dir() else None
    if not asked:
        return _all(index, kits_root)
    chosen = [_one(name, index, kits_root) for name in asked]
    return tuple(dict.fromkeys(chosen))


def _all(index: KitIndex | None, kits_root: Path) -> tuple[Chosen, ...]:
    if index is None:
        raise UsageError(f"De map {kits_root} is er niet. Begin een kit met: vertrouwenskit new SLUG")
    if not index.kits:
        raise UsageError(f"In de map {kits_root} staat nog geen kit. Begin er een met: vertrouwenskit new SLUG")
    return tuple(_indexed(kit, index, kits_root) for kit in index.kits)


def _indexed(kit: KitFolder, index: KitIndex, kits_root: Path) -> Chosen:
    if not index.findings:
        return Chosen(kit.folder, kits_root)
    file = shown_name(kit.folder / KIT_FILE, kits_root)
    return Chosen(kit.folder, kits_root, tuple(finding for finding in index.findings if finding.file == file))


def _one(name: str, index: KitIndex | None, kits_root: Path) -> Chosen:
    known = index.named(name) if index else None
    if index and known:
        return _indexed(known, index, kits_root)
    path = Path(name)
    if path.is_file() and path.name == KIT_FILE:
        path = path.parent
    if not (path.is_dir() and (path / KIT_FILE).is_file()):
        raise UsageError(_unknown(name, path, index, kits_root))
    for kit in index.kits if index else ():
        if index and kit.folder.resolve() == path.resolve():
            return _indexed(kit, index, kits_root)
    return Chosen(path, _root_of(path, kits_root))


def _root_of(folder: Path, kits_root: Path) -> Path:
    """Return the folder that the layers of a kit given by its path must stay inside.

    That is the nearest folder above the kit that is called like the folder of kits; failing that the folder around
    the kit, so that ``basis: ../branche.yml`` works anywhere.
    """
    absolute = folder.resolve()
    same_name = [parent for parent in absolute.parents if parent.name == kits_root.name]
    return same_name[0] if same_name else absolute.parent


def _unknown(name: str, path: Path, index: KitIndex | None, kits_root: Path) -> str:
    if path.is_dir():
        return f"In de map {name} staat geen kit.yml."
    if path.is_file():
        return f"{name} is geen kit: het bestand moet kit.yml heten."
    if index is None:
        return f"De kit {name} is er niet, en de map {kits_root} ook niet. Begin een kit met: vertrouwenskit new SLUG"
    if not index.kits:
        return f"De kit {name} is er niet: in {kits_root} staat nog geen kit. Begin er een met: vertrouwenskit new SLUG"
    slugs = [kit.slug for kit in index.kits]
    return f"De kit {name} is er niet. {did_you_mean(name, slugs)}De kits in {kits_root} zijn: {', '.join(slugs)}."
