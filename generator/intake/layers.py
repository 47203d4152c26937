"""What stands below the members' kits: ``branche.yml``, what it gives every member, and what it locks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Final

from generator.intake.kittext import MADE_BY_IMPORT
from generator.intake.members import Path
from generator.intake.mistakes import FileRefused
from generator.intake.places import BRANCHE
from generator.intake.present import NotEditable, read_present
from generator.intake.staging import Stage, basis_of
from generator.intake.values import Plain

BASIS: Final[Path] = ("basis",)
#: The smallest kit on a branche.yml; what the loader refuses in it is that file's own mistake.
_PROBE: Final = """\
formaat: 1
basis: ../branche.yml
organisatie: {naam: Proef, medewerkers: 10}
vertrouwenspersonen:
- {id: proef-persoon, naam: Proef, soort: extern, contact: {email: proef@voorbeeld.example}}
"""


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of one folder of members.

    ``branche`` is the file that new kits stand on, None if there is none; ``values`` what it gives every member;
    ``locked`` the last key of every lock, also of the layers below it.
    """

    branche: FilePath | None = None
    values: Mapping[Path, Plain] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()

    def basis_for(self, folder: FilePath) -> str | None:
        """Return what a kit in this folder says behind ``basis``."""
        if self.branche is None:
            return None
        return FilePath(os.path.relpath(self.branche.absolute(), folder.absolute())).as_posix()

    def lacks_basis(self, text: str) -> bool:
        """Tell whether a kit that the import made dates from before there was a ``branche.yml``."""
        return self.branche is not None and basis_of(text) is None and MADE_BY_IMPORT in text

    def may_lock(self, text: str, folder: FilePath) -> bool:
        """Tell whether a kit may set a key that is locked; a word that only occurs elsewhere counts too."""
        basis = basis_of(text)
        if basis is None:
            return False
        if self.branche is None or (folder / basis).resolve() != self.branche.resolve():
            return True
        return any(word in text for word in self.locked)


def read_layers(into: FilePath, stage: Stage) -> Layers:
    """Return the layers of a folder; raises ``FileRefused`` if ``branche.yml`` itself is not valid."""
    file = into / BRANCHE
    if not file.is_file():
        return Layers()
    staged = stage.load("proef-lid", into / "proef-lid", _PROBE)
    wrong = [item for item in staged.errors() if item.file != staged.own]
    if wrong:
        more = f" (en nog {len(wrong) - 1})" if len(wrong) > 1 else ""
        raise FileRefused(
            f"{wrong[0].file} klopt niet, regel {wrong[0].line}: {wrong[0].message}{more} Verbeter dat bestand eerst."
        )
    return Layers(file, _values(file), _locked(staged.loaded.files))


def _values(file: FilePath) -> Mapping[Path, Plain]:
    try:
        return read_present(file.read_text(encoding="utf-8-sig")).values
    except NotEditable:  # with anchors and the like it is still a good layer
        return {}


def _locked(files: Iterable[FilePath]) -> frozenset[str]:
    """Return the last key of every lock; of a layer that cannot be taken apart, every word."""
    found: set[str] = set()
    for file in files:
        if file.suffix not in {".yml", ".yaml"} or not file.is_file():
            continue
        locks = _values(file).get(("vergrendeld",), ())
        if not locks and "vergrendeld" in (text := file.read_text(encoding="utf-8-sig")):
            found |= set(re.findall(r"[\w-]+", text))
        found |= {lock.rpartition(".")[2] for lock in locks}
    return frozenset(found)
