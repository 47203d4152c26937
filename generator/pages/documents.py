"""The files that a kit offers for download, each under one address."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final

from generator.kit.model import Kit
from generator.kit.pictures import PICTURES
from generator.kit.portable import file_stem
from generator.kit.text import slugify
from generator.kit.values import Bestand
from generator.logos import picture
from generator.pages.view import DocumentView, file_size
from generator.pixels import named

FOLDER: Final = "documenten"


class Documents:
    """Collects documents: ``files`` holds their bytes under the address that ``add`` gave."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def add(self, bestand: Bestand) -> str:
        """Return the address of a file; two files with one name get two addresses, one file named twice gets one.

        Raises ``BuildFailed`` if it can't be read any more.
        """
        name = PurePosixPath(bestand.naam)
        # A scan or a photo among the documents loses its metadata like every other picture.
        data = picture(bestand.pad) if name.suffix.lower() in PICTURES else _as_it_is(bestand.pad)
        # An address that needs no escapes anywhere, and that no engine hides for a dot in front.
        stem, suffix = file_stem(slugify(name.stem) or "document"), name.suffix.lower()
        address = f"{FOLDER}/{stem}{suffix}"
        number = 2
        while self.files.get(address, data) != data:
            address = f"{FOLDER}/{stem}-{number}{suffix}"
            number += 1
        self.files[address] = data
        return address

    def link(self, target: Bestand | str | None) -> str | None:
        """Return where a regulation stands: the address of a file of the kit, or the web address that it is."""
        return self.add(target) if isinstance(target, Bestand) else target

    def views(self, kit: Kit) -> tuple[DocumentView, ...]:
        """Return the kit's downloads in its own order."""
        return tuple(self._view(document.titel, document.bestand) for document in kit.documenten)

    def _view(self, titel: str, bestand: Bestand) -> DocumentView:
        link = self.add(bestand)
        return DocumentView(
            titel, link, PurePosixPath(bestand.naam).suffix[1:].lower(), file_size(len(self.files[link]))
        )


def _as_it_is(path: Path) -> bytes:
    with named("Het document", path):
        return path.read_bytes()
