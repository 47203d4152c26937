"""What was really published, read by others: pages by html5lib, PDFs by pypdf, codes by zxing, cards by vobject."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Final

import html5lib
import vobject
from pypdf import PdfReader

from generator.kit.model import Kit
from generator.openbaar.persoon import Openbaar, openbaar
from generator.pipeline import read_kit
from generator.resources import default_resources
from tests.conftest import EXAMPLES, KITS, TODAY
from tests.printing import codes
from tests.printing.pdf import Pdf

#: Every advisor of the examples: the kit's slug, the place in the kit, the id.
ADVISORS: Final = (
    ("bakkerij-van-dam", 0, "hanneke-wiersma"),
    ("bouwbedrijf-de-linge", 0, "joost-verhage"),
    ("bouwbedrijf-de-linge", 1, "samira-el-amrani"),
    ("zorggroep-de-vecht", 0, "marijke-hoogland"),
    ("zorggroep-de-vecht", 1, "kwame-boateng"),
    ("zorggroep-de-vecht", 2, "fatima-bouazza"),
    ("zorggroep-de-vecht", 3, "ruud-teunissen"),
    ("zorggroep-de-vecht", 4, "agnieszka-wojcik"),
    ("zorggroep-de-vecht", 5, "prem-ramdin"),
)
RESOURCES: Final = default_resources()
#: A camera at arm's length sees about so much of a sheet (dots an inch).
SEEN: Final = 150


@cache
def kit_of(slug: str) -> Kit:
    kit = read_kit(KITS / EXAMPLES[slug], KITS, RESOURCES).kit
    assert kit is not None
    return kit


@cache
def told(slug: str, index: int) -> Openbaar:
    return openbaar(kit_of(slug), index, RESOURCES, TODAY)


def flat(text: str) -> str:
    """Return text without what typesetting does to spaces, hyphens and apostrophes."""
    text = unicodedata.normalize("NFKC", text).replace("\u2010", "-").replace("’", "'").replace("‘", "'")
    return " ".join(text.lower().split())


@cache
def _tree(path: Path) -> Any:
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


@cache
def page_words(path: Path, identifier: str | None = None) -> str:
    """Return what a page says and where its links lead; or an element of it alone."""
    found = [node for node in _tree(path).iter() if identifier in {None, node.get("id")}]
    assert found, identifier
    values = [value for node in found[0].iter() for value in node.attrib.values()]
    return flat("".join(found[0].itertext()) + " " + " ".join(values))


def heading(path: Path) -> str:
    """Return the heading of a page."""
    return " ".join("".join(next(_tree(path).iter("h1")).itertext()).replace("¶", "").split())


@cache
def pdf_words(path: Path) -> str:
    """Return what a PDF says: to a screen reader, and with what is decoration, such as initials."""
    letters = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return flat(f"{Pdf(path.read_bytes()).structure.words} {letters}")


@cache
def scanned(path: Path) -> tuple[str, ...]:
    """Return what the codes of a PDF say, each once."""
    pictures = Pdf(path.read_bytes()).pictures(SEEN)
    return tuple(sorted({text for picture in pictures for text in codes.read(picture)}))


def card_values(card: str) -> set[str]:
    """Return every value of a contact card, save its version and the parts of the name."""
    lines = [
        line for name, lines in vobject.readOne(card).contents.items() if name not in {"version", "n"} for line in lines
    ]
    return {_value(line.value) for line in lines}


def _value(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(value)
    return value if isinstance(value, str) else " ".join(str(value).split())
