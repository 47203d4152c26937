"""Ask the kit's own loader about a kit that is not written yet: it stands for a moment in a temporary folder."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path as FilePath
from types import TracebackType
from typing import Any, Final, Self

from generator.errors import Finding
from generator.intake.media import Copy
from generator.intake.members import Path
from generator.intake.yamltext import scalar
from generator.kit.ids import id_of
from generator.kit.layers import shown_name
from generator.kit.loader import KIT_FILE, LoadedKit, load_kit
from generator.kit.nodes import Sequence, child
from generator.kit.shared import SharedIds
from generator.temporary import temporary_folder

_BASIS: Final = re.compile(r"^basis:[ \t]*(\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)", re.MULTILINE)
_STEPS: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Staged:
    """A kit as the loader read it; ``own`` is how its findings call the kit's file, not a layer's."""

    loaded: LoadedKit
    own: str

    def errors(self) -> list[Finding]:
        """Return what keeps the kit from being valid."""
        return [item for item in self.loaded.findings if item.level == "error"]

    def path_of(self, item: Finding) -> Path:
        """Return the place of a finding with advisors by their ids, without positions in other lists."""
        steps: list[str] = []
        node: Any = self.loaded.tree
        for key, position in _STEPS.findall(item.path):
            if key:
                node = child(node, key)
                steps.append(key)
            else:
                named = id_of(node.items[int(position)], steps[-1]) if _has(node, int(position)) else None
                node = child(node, int(position))
                steps += [named] if named else []
        return tuple(steps)


class Stage:
    """A temporary folder for trying kits; layers and their files are read where they stand."""

    def __init__(self, into: FilePath, kits_root: FilePath, shared: SharedIds) -> None:
        self._into = into.absolute()
        self._kits_root = kits_root
        self._shared = shared
        self._root = FilePath()
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Make the folder; raises ``BuildFailed`` if it can't be made."""
        usual = tempfile.gettempdir()
        # On Windows no relative path leads from one drive to another, and ``basis`` is one.
        same_drive = os.path.splitdrive(usual)[0] == os.path.splitdrive(self._into)[0]
        parent = None if same_drive else self._kits_root.absolute().parent
        self._root = self._stack.enter_context(temporary_folder(parent))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the folder away."""
        self._stack.close()

    def load(
        self, slug: str, real: FilePath, text: str, named: Iterable[str] = (), copies: Iterable[Copy] = ()
    ) -> Staged:
        """Return a kit as it would be read from the folder ``real`` with this text and these files.

        ``named`` are the texts in it that may name a file that the kit has already.
        """
        folder, real = self._root / slug, real.absolute()
        folder.mkdir()
        try:
            (folder / KIT_FILE).write_text(self._with_basis(text, real, folder), encoding="utf-8", newline="")
            sources = {name: real / name for name in _files(named, real)} | {copy.name: copy.source for copy in copies}
            for name, source in sources.items():
                _link(source, folder / name)
            loaded = load_kit(folder, self._kits_root, self._shared)
            return Staged(loaded, shown_name(folder / KIT_FILE, self._kits_root))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _with_basis(self, text: str, real: FilePath, folder: FilePath) -> str:
        """Let ``basis`` lead from the temporary folder to the layer in its own place."""
        found = _BASIS.search(text)
        if found is None:
            return text
        target = os.path.relpath(real / found[1].strip("\"'"), folder)
        basis = scalar(FilePath(target).as_posix(), "phone")
        return text[: found.start(1)] + basis + text[found.end(1) :]


def basis_of(text: str) -> str | None:
    """Return what a kit says behind ``basis``, read from its text alone; None if it says nothing."""
    found = _BASIS.search(text)
    return found[1].strip("\"'") if found else None


def _has(node: Any, position: int) -> bool:
    return isinstance(node, Sequence) and position < len(node.items)


def _files(named: Iterable[str], folder: FilePath) -> list[str]:
    """Return the texts that are the name of a file in a kit."""
    return [text for text in named if len(text) < 200 and ".." not in text and "." in text and _is_file(folder / text)]


def _is_file(path: FilePath) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _link(source: FilePath, target: FilePath) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
