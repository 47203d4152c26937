"""What templates see of an advisor and of a page: the kit's own fields, and what the site adds to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.kit.model import Kit, Klachtencommissie, Meldregeling, Vertrouwenspersoon
from generator.kit.portable import file_stem, short_name
from generator.pages.filters import inline_markdown, opsomming
from generator.photos import Portrait


@dataclass(frozen=True, slots=True)
class PortraitView:
    """Addresses of a portrait from the site's root, and its side in CSS pixels."""

    klein: str
    groot: str
    breedte: int
    hoogte: int


@dataclass(frozen=True, slots=True)
class AdvisorView:
    """An advisor as the templates see one: every field of the kit's model, plus these."""

    persoon: Vertrouwenspersoon
    portret: PortraitView | None
    vcard: str
    voorstellen_html: Markup | None
    vervanger_naam: str | None
    werkgebied_tekst: str

    def __getattr__(self, name: str) -> Any:
        """Return a field of the kit's own model."""
        return getattr(self.persoon, name)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document to download: its address, what it is called, its kind (``pdf``) and size (``120 kB``)."""

    titel: str
    link: str
    soort: str
    grootte: str


@dataclass(frozen=True, slots=True)
class DrukwerkView:
    """A printable on the downloads page: a PDF of ``omvang`` bytes, and a JPEG of ``breedte`` by ``hoogte`` pixels.

    ``doel`` says in a sentence what it is for, ``soort`` under which heading it stands. The bytes are not here: a
    template may keep what it was given for long.
    """

    bestand: str
    titel: str
    doel: str
    formaat: str
    soort: str
    paginas: int
    omvang: int = 0
    breedte: int = 0
    hoogte: int = 0

    @property
    def link(self) -> str:
        """The address of the PDF from the site's root."""
        return f"drukwerk/{self.bestand}"

    @property
    def beeld(self) -> str:
        """The address of the picture from the site's root."""
        return f"assets/drukwerk/{self.bestand.removesuffix('.pdf')}.jpg"

    @property
    def grootte(self) -> str:
        """How large the PDF is."""
        return file_size(self.omvang)


@dataclass(frozen=True, slots=True)
class LinkedView:
    """A committee or a procedure as the templates see it: its own fields, plus the address of its document."""

    model: Klachtencommissie | Meldregeling
    link: str | None

    def __getattr__(self, name: str) -> Any:
        """Return a field of the model; ``reglement_link`` and ``document_link`` are the document's address."""
        return self.link if name in {"reglement_link", "document_link"} else getattr(self.model, name)


def file_size(count: int) -> str:
    """Return a size in bytes as people read it: ``120 kB``."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}\u00a0kB"
    return f"{count / 1_000_000:.1f}\u00a0MB".replace(".", ",")


def portrait_files(identifier: str, portrait: Portrait) -> tuple[PortraitView, dict[str, bytes]]:
    """Return the addresses of a portrait's two files and the files themselves."""
    files = {f"assets/fotos/{short_name(identifier)}-{side}.jpg": data for side, data in portrait.sides}
    (side, _), *_rest = portrait.sides
    klein, groot = files
    return PortraitView(klein, groot, side, side), files


def advisor_views(
    kit: Kit, portraits: Mapping[str, PortraitView], woorden: Mapping[str, str]
) -> tuple[AdvisorView, ...]:
    """Return the advisors in the kit's order.

    ``portraits`` holds those whose photo may be published, by id; ``woorden`` the words for fields of work.
    """
    names = {persoon.id: persoon.naam for persoon in kit.vertrouwenspersonen}
    return tuple(
        AdvisorView(
            persoon=persoon,
            portret=portraits.get(persoon.id),
            vcard=f"contact/{file_stem(persoon.id)}.vcf",
            voorstellen_html=inline_markdown(persoon.voorstellen) if persoon.voorstellen else None,
            vervanger_naam=names.get(persoon.vervanger) if persoon.vervanger else None,
            werkgebied_tekst=opsomming(woorden.get(gebied, gebied) for gebied in persoon.werkgebied),
        )
        for persoon in kit.vertrouwenspersonen
    )
