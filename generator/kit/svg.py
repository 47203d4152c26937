"""Judge whether an SVG runs nothing and fetches nothing: a logo goes onto every page."""

from __future__ import annotations

import io
import re
import warnings
from base64 import b64decode
from typing import Final
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from PIL import Image

_FORBIDDEN: Final = {
    "script": "een script",
    "foreignobject": "een stuk webpagina (foreignObject)",
    "iframe": "een stuk webpagina (iframe)",
    "object": "een stuk webpagina (object)",
    "embed": "een stuk webpagina (embed)",
    "audio": "geluid",
    "video": "een film",
    "handler": "een script (handler)",
    "listener": "een script (listener)",
    "link": "een verwijzing naar een ander bestand (link)",
}
_INLINE: Final = re.compile(r"\s*(#|data:image/(png|jpeg|jpg|gif|webp)[;,])", re.IGNORECASE)
_URL: Final = re.compile(r"url\(\s*[\"']?\s*([^)]*)", re.IGNORECASE)
_CSS_FETCH: Final = re.compile(r"@import|image-set|\bsrc\(|expression\(|\\", re.IGNORECASE)
_REFERENCES: Final = {"href", "src", "base"}
#: The most pixels of a picture inside a drawing: small files may hold what no computer for office work unpacks.
_MAX_PIXELS: Final = 40_000_000


class _Unsafe(Exception):
    """Raised inside the parser to stop it; its text is the reason, in Dutch."""


def svg_problem(data: bytes) -> str | None:
    """Return None for a safe SVG, an empty text for what is no SVG, else what is wrong, in Dutch."""
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.entity
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(data, True)
    except _Unsafe as problem:
        return str(problem)
    except (expat.ExpatError, ValueError, LookupError):
        return ""
    return None


class _Reader:
    """The handlers of one parse; knows only whether it has seen the root and stands inside a ``style``."""

    def __init__(self) -> None:
        self.depth = 0
        self.style: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Look at an element and its attributes."""
        local = name.rpartition(" ")[2].lower()
        if self.depth == 0 and local != "svg":
            raise _Unsafe("")
        self.depth += 1
        if local in _FORBIDDEN:
            raise _Unsafe(_FORBIDDEN[local])
        if local == "style":
            self.style = []
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].lower(), value)

    def end(self, name: str) -> None:
        """Leave an element; judge a style sheet when it is whole, since the parser hands text over in pieces."""
        self.depth -= 1
        if self.style is not None and name.rpartition(" ")[2].lower() == "style":
            _check_css("".join(self.style))
            self.style = None

    def text(self, data: str) -> None:
        """Collect the text of a style sheet."""
        if self.style is not None:
            self.style.append(data)

    def entity(self, *_: object) -> None:
        """Refuse entities: they can grow without end and can read other files."""
        raise _Unsafe("een eigen afkorting (ENTITY)")

    def instruction(self, target: str, _: str) -> None:
        """Refuse style sheets from elsewhere."""
        if target.lower() == "xml-stylesheet":
            raise _Unsafe("een opmaakblad van elders (xml-stylesheet)")


def _check_attribute(name: str, value: str) -> None:
    """Raise ``_Unsafe`` for an attribute that runs something or fetches something."""
    if name.startswith("on"):
        raise _Unsafe(f"een script ({name})")
    if re.match(r"\s*(javascript|vbscript)\s*:", value, re.IGNORECASE):
        raise _Unsafe(f"een script ({name})")
    if name in _REFERENCES and value.strip() and not _INLINE.match(value):
        raise _Unsafe("een verwijzing naar buiten de tekening")
    if name in _REFERENCES:
        _refuse_pixels(value)
    if name == "attributename" and value.strip().lower().rpartition(":")[2] in _REFERENCES | {"style"}:
        raise _Unsafe("een bewegende verwijzing")
    if name == "style":
        _check_css(value)
    else:
        _check_urls(value)


def _refuse_pixels(link: str) -> None:
    """Raise ``_Unsafe`` for a picture inside the drawing with too many pixels; one that is broken shows nothing."""
    kind, _, data = link.partition(",")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            raw = b64decode(unquote_to_bytes(data)) if "base64" in kind.lower() else unquote_to_bytes(data)
            with Image.open(io.BytesIO(raw)) as picture:
                pixels = picture.width * picture.height
    except Image.DecompressionBombError:
        pixels = _MAX_PIXELS + 1
    except (OSError, SyntaxError, ValueError, EOFError):
        return
    if pixels > _MAX_PIXELS:
        raise _Unsafe(f"een plaatje met meer dan {_MAX_PIXELS // 1_000_000} miljoen beeldpunten")


def _check_css(css: str) -> None:
    """Raise ``_Unsafe`` for style rules that fetch something; a backslash could hide one."""
    if _CSS_FETCH.search(css):
        raise _Unsafe("opmaak die iets van buiten kan ophalen")
    _check_urls(css)


def _check_urls(value: str) -> None:
    """Raise ``_Unsafe`` for a ``url(...)`` that does not point inside the drawing."""
    if any(not _INLINE.match(target) for target in _URL.findall(value)):
        raise _Unsafe("een verwijzing naar buiten de tekening")
