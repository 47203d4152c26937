"""Which kits a command is about: a slug, a folder or a file becomes a kit's folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.kit.loader import KitIndex, find_kits
from generator.kit.text import did_you_mean


@dataclass(frozen=True, slots=True)
class Chosen:
    """One kit's folder, and the folder that its layers must stay inside."""

    folder: Path
    kits_root: Path


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
    if index is None or not index.kits:
        what = "staat nog geen kit" if index is not None else "is er niet"
        where = f"In de map {kits_root} {what}." if index is not None else f"De map {kits_root} {what}."
        raise UsageError(f"{where} Begin er een met: vertrouwenskit new SLUG")
    return tuple(Chosen(folder, kits_root) for folder in index.kits.values())


def _one(name: str, index: KitIndex | None, kits_root: Path) -> Chosen:
    if index is not None and name in index.kits:
        return Chosen(index.kits[name], kits_root)
    path = Path(name)
    if path.is_dir() and (path / "kit.yml").is_file():
        return Chosen(path, _root_of(path, kits_root))
    if path.is_file() and path.name == "kit.yml":
        return Chosen(path.parent, _root_of(path.parent, kits_root))
    raise UsageError(_unknown(name, path, index, kits_root))


def _root_of(folder: Path, kits_root: Path) -> Path:
    """Return the folder that the layers of a kit given by its path must stay inside.

    That is the folder of kits if the kit stands in it, or else the nearest folder above the kit with the same name;
    failing that the folder around the kit, so that ``basis: ../branche.yml`` works anywhere.
    """
    absolute = folder.resolve()
    if absolute.is_relative_to(kits_root.resolve()):
        return kits_root
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
    known = ", ".join(index.kits)
    return f"De kit {name} is er niet. {did_you_mean(name, index.kits)}De kits in {kits_root} zijn: {known}."
