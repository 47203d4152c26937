"""What readers get, as text to look for a value in: a page of the site, a sheet of paper, a contact card."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.openbaar.gegevens import Gegeven
from generator.printing.layout.elements import Code, Picture, Text, placed
from generator.printing.parts.pictures import Portrait
from generator.printing.parts.source import Made

#: What a contact card calls its fields (RFC 2426); N says the same as FN, and the others of these are its frame.
_FIELDS: Final = {
    "FN": "Naam", "TITLE": "Rol", "ORG": "Organisatie", "TEL": "Telefoon", "EMAIL": "Mail", "URL": "Webadres",
    "ADR": "Post", "NOTE": "Notitie", "X-WHATSAPP": "WhatsApp", "X-SIGNAL": "Signal",
}  # fmt: skip
_FRAME: Final = frozenset({"BEGIN", "VERSION", "N", "END"})
#: What may stand in the middle of a value; the parts of a compact row are spans, and stand apart.
_INLINE: Final = frozenset({"a", "em", "strong", "wbr"})
_VOID: Final = frozenset({"br", "hr", "img", "input", "wbr"})


def plain(text: str) -> str:
    """Return text by which two are compared: without what typesetting does to spaces, hyphens and apostrophes."""
    flat = unicodedata.normalize("NFKC", text).translate({0x2010: "-", 0x2018: "'", 0x2019: "'"})
    return " ".join(flat.casefold().split())


def holds(text: str, value: str) -> bool:
    """Tell whether a value stands in a text, which is ``plain`` already, as words of its own."""
    return re.search(rf"(?<!\w){re.escape(plain(value))}(?!\w)", text) is not None


def page_text(page: str, identifier: str | None = None) -> str:
    """Return the plain text of a page and of its attributes, or of the one element with an id."""
    reader = _Reader(identifier)
    reader.feed(page)
    reader.close()
    return plain("\n".join(["".join(reader.words), *reader.attributes]))


class _Reader(HTMLParser):
    """Gathers text and attributes; words in neighbouring blocks stay apart."""

    def __init__(self, identifier: str | None) -> None:
        super().__init__()
        self._identifier = identifier
        self._depth = 0
        self.words: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._depth and self._identifier not in {None, dict(attrs).get("id")}:
            return
        self._depth += tag not in _VOID
        self.attributes += [value for _, value in attrs if value]
        self.words += [] if tag in _INLINE else [" "]

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in _VOID:
            self._depth -= 1
            self.words += [] if tag in _INLINE else [" "]

    def handle_data(self, data: str) -> None:
        if self._depth or self._identifier is None:
            self.words.append(data)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a printable shows: its plain text, the links in words (``Bel: Samira``), its codes and its photos."""

    made: Made
    text: str
    links: tuple[str, ...]
    codes: tuple[str, ...]
    portraits: tuple[Portrait, ...]
    letters: frozenset[str]

    def shows(self, persoon: Vertrouwenspersoon) -> bool:
        """Tell whether the photo of this advisor is on it."""
        return any(portrait.foto == persoon.foto for portrait in self.portraits)


def read_sheet(made: Made) -> Sheet:
    """Read a printable that is laid out."""
    items = [leaf.item for page in made.document.pages for leaf in placed(page)]
    texts = [item for item in items if isinstance(item, Text)]
    rasters = [item.raster for item in items if isinstance(item, Picture)]
    return Sheet(
        made,
        plain("\n".join(text.text for text in texts)),
        tuple(dict.fromkeys(text.about for text in texts if text.about)),
        tuple(dict.fromkeys(item.payload for item in items if isinstance(item, Code))),
        tuple(raster for raster in rasters if isinstance(raster, Portrait)),
        frozenset(text.text for text in texts if text.decor),
    )


def card_fields(card: str) -> tuple[Gegeven, ...]:
    """Return what a contact card tells whoever saves it."""
    lines = card.replace("\r\n ", "").split("\r\n")
    found = [(line.partition(":")[0].partition(";")[0], line.partition(":")[2]) for line in lines if line]
    return tuple(Gegeven(kind, _FIELDS.get(kind, kind), _value(value)) for kind, value in found if kind not in _FRAME)


def _value(value: str) -> str:
    """Return the parts of a field that are filled in, as they were before they were escaped."""
    parts: Iterable[str] = (part for part in re.split(r"(?<!\\);", value) if part)
    return " ".join(" ".join(re.sub(r"\\(.)", _unescaped, part) for part in parts).split())


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]
