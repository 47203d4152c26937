"""What can't be printed well on the A4: names and addresses without room, letters without a font."""

from __future__ import annotations

from collections.abc import Iterator

from generator.campagne.a4 import GemaaktA4
from generator.campagne.bereik import wegen
from generator.campagne.vereniging import Vereniging
from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.nodes import KeyPath, Mapping
from generator.printing.layout.fonts import Fonts
from generator.rules.rule import mark_of


def unprintable(a4: GemaaktA4, vereniging: Vereniging, tree: Mapping, fonts: Fonts) -> Iterator[Finding]:
    """Find each printed value that has a strange letter, and the one behind each text without room."""
    values = dict(_values(vereniging))
    for path, text in values.items():
        unknown = fonts.missing(text)
        if unknown:
            named = ", ".join(f"'{letter}' (U+{ord(letter):04X})" for letter in unknown)
            message = f"Dit kunnen we niet drukken: {named}. Onze letters hebben dit teken niet."
            yield finding("VK081", mark_of(tree, path), message, "Schrijf het met gewone letters.", path)
    to_blame = {_behind(excess.text, values) for excess in a4.too_long}
    for path in sorted(to_blame, key=str):
        length = len(values[path])
        message = f"Deze tekst is te lang voor het A4 voor werkgevers: {length} tekens."
        yield finding("VK080", mark_of(tree, path), message, "Maak de tekst korter.", path)


def _values(vereniging: Vereniging) -> Iterator[tuple[KeyPath, str]]:
    """Yield all that the A4 shows of the association, by its place in the layer."""
    keys = {"bel": "telefoon", "mail": "email", "app": "whatsapp"}
    yield ("branche", "naam"), vereniging.naam
    if vereniging.kit_aanvragen:
        yield ("branche", "kit_aanvragen"), vereniging.kit_aanvragen
    for weg in wegen(vereniging):
        if weg.soort != "website":
            yield ("branche", "contact", keys.get(weg.soort, weg.soort)), weg.tekst


def _behind(excess: str, values: dict[KeyPath, str]) -> KeyPath:
    """Return the longest value that a text without room holds; else the longest of all, which took the room."""
    held = [path for path, text in values.items() if text.removeprefix("https://").removesuffix("/") in excess]
    return max(held or values, key=lambda path: len(values[path]))
