"""Photos, logos and documents: what is in a file counts, not what it is called."""

from __future__ import annotations

import re
from math import ceil
from pathlib import Path
from typing import Final

from PIL import Image
from pydantic_core import PydanticCustomError

from generator import limits
from generator.kit.decoding import FORMATS, content_of, decoded_size, quiet
from generator.kit.files import Bestand
from generator.kit.problems import wrong
from generator.kit.svg import svg_problem
from generator.kit.text import did_you_mean

#: The sorts that are told by name when they are refused.
_KNOWN_FORMATS: Final = (*FORMATS, "TIFF", "BMP")
#: Many telephones write a JPEG with a second picture behind it, which Pillow opens as one and calls MPO.
_PHOTO_FORMATS: Final = {"JPEG", "MPO", "PNG", "WEBP"}
_LOGO_FORMATS: Final = {"JPEG", "MPO", "PNG"}
_OTHER_SUFFIXES: Final = {
    ".heic": "Zet de foto om naar JPEG; op een iPhone kan dat met 'Deel' en 'Bewaar als bestand'.",
    ".heif": "Zet de foto om naar JPEG.",
    ".avif": "Zet de foto om naar JPEG.",
    ".gif": "Zet het plaatje om naar PNG.",
    ".tif": "Zet de foto om naar JPEG.",
    ".tiff": "Zet de foto om naar JPEG.",
    ".bmp": "Zet het plaatje om naar PNG.",
    ".pdf": "Een pdf is geen plaatje; sla het plaatje op als PNG.",
    ".svg": "Een tekening is geen foto.",
}
_ZIP: Final = b"PK\x03\x04"
#: Documents that a reader can open and that hold no macros: suffix -> how the file begins (empty: anything).
DOCUMENTS: Final[dict[str, bytes]] = {
    ".pdf": b"%PDF-",
    ".docx": _ZIP,
    ".odt": _ZIP,
    ".xlsx": _ZIP,
    ".ods": _ZIP,
    ".pptx": _ZIP,
    ".odp": _ZIP,
    ".rtf": b"{\\rtf",
    ".txt": b"",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
}

#: Documents that are published as a picture, without its metadata.
PICTURES: Final = frozenset({".jpg", ".jpeg", ".png"})

#: A marker of a JPEG that begins a segment or ends the picture; fill bytes, stuffed bytes and restarts do neither.
_MARKER: Final = re.compile(rb"\xff([^\x00\x01\xd0-\xd7\xff])", re.DOTALL)
_START_OF_SCAN: Final = b"\xda"
_END_OF_IMAGE: Final = b"\xd9"


def check_photo(bestand: Bestand) -> Bestand:
    """Return the file if it is a JPEG, PNG or WebP of at most 25 MB and 40 megapixels.

    Raises ``PydanticCustomError``: ``bestand_te_groot`` or ``geen_plaatje``.
    """
    _refuse_large(bestand, limits.FILE_BYTES)
    _open_picture(bestand, _PHOTO_FORMATS, "Een foto is een JPEG, PNG of WebP.")
    return bestand


def check_logo(bestand: Bestand) -> Bestand:
    """Return the file if it is a PNG or JPEG, or an SVG that runs nothing and fetches nothing.

    Raises ``PydanticCustomError``: ``bestand_te_groot``, ``geen_plaatje`` or ``svg_onveilig``.
    """
    advice = "Een logo is een PNG, JPEG of SVG."
    if bestand.pad.suffix.lower() != ".svg":
        _refuse_large(bestand, limits.FILE_BYTES)
        _open_picture(bestand, _LOGO_FORMATS, advice)
        return bestand
    _refuse_large(bestand, limits.SVG_BYTES)
    problem = svg_problem(_read(bestand))
    if problem == "":
        raise wrong("geen_plaatje", f"'{bestand.naam}' is geen SVG-tekening.", advice)
    if problem is not None:
        raise wrong(
            "svg_onveilig",
            f"De SVG-tekening '{bestand.naam}' bevat {problem}.",
            "Een logo mag niets uitvoeren en niets van buiten ophalen. Sla het op als gewone SVG, zonder scripts, "
            "zonder beweging en zonder lettertypen van internet, of als PNG.",
        )
    return bestand


def check_document(bestand: Bestand) -> Bestand:
    """Return the file if its suffix is a document's, its beginning fits that, and it has at most 25 MB.

    A picture among them must be whole. Raises ``PydanticCustomError``: ``bestand_te_groot``, ``geen_document`` or
    ``geen_plaatje``.
    """
    advice = "Een document is een pdf, docx, odt, xlsx, ods, pptx, odp, rtf, txt, jpg of png; een pdf opent overal."
    suffix = Path(bestand.naam).suffix.lower()
    if suffix not in DOCUMENTS:
        hint = did_you_mean(suffix, DOCUMENTS)
        raise wrong("geen_document", f"'{bestand.naam}' is geen soort document dat we kennen.", hint + advice)
    _refuse_large(bestand, limits.FILE_BYTES)
    begin = _read(bestand, 16)
    if not begin:
        raise wrong("geen_document", f"'{bestand.naam}' is leeg.", "Bewaar het document opnieuw in deze map.")
    if not begin.startswith(DOCUMENTS[suffix]):
        raise wrong("geen_document", f"'{bestand.naam}' heet {suffix}, maar is het niet.", advice)
    if suffix in PICTURES:
        _open_picture(bestand, _LOGO_FORMATS, advice)
    return bestand


def _refuse_large(bestand: Bestand, limit: int) -> None:
    """Raise ``bestand_te_groot`` for a file above ``limit`` bytes."""
    size = bestand.pad.stat().st_size
    if size > limit:
        raise wrong(
            "bestand_te_groot",
            f"'{bestand.naam}' is {ceil(size / 1024 / 1024)} MB.",
            f"Maak het bestand kleiner dan {limit // 1024 // 1024} MB.",
        )


def _read(bestand: Bestand, size: int = -1) -> bytes:
    """Read the file's first ``size`` bytes; a file that cannot be read is refused as ``bestand_soort``."""
    try:
        with bestand.pad.open("rb") as stream:
            return stream.read(size)
    except OSError as problem:
        raise wrong("bestand_soort", f"'{bestand.naam}' kan niet worden gelezen.", "Kijk naar de rechten.") from problem


def _open_picture(bestand: Bestand, formats: set[str], advice: str) -> None:
    """Read the picture's header, and then all of it, to know that it is whole."""
    hint = _OTHER_SUFFIXES.get(bestand.pad.suffix.lower(), "")
    try:
        with quiet(), Image.open(bestand.pad, formats=_KNOWN_FORMATS) as picture:
            _refuse_format(bestand, picture, formats, f"{hint} {advice}".strip())
            _refuse_pixels(bestand, picture.width, picture.height)
            _refuse_scans(bestand, picture)
            decoded_size(content_of(bestand.pad))
    except PydanticCustomError:
        raise  # our own findings; a ValueError to Python
    except Image.DecompressionBombError as problem:
        raise _too_many_pixels(bestand, "meer dan 179") from problem
    except Exception as problem:  # a damaged picture makes Pillow raise nearly anything
        what = "is geen plaatje, of het is beschadigd"
        raise wrong("geen_plaatje", f"'{bestand.naam}' {what}.", f"{hint} {advice}".strip()) from problem


def _refuse_format(bestand: Bestand, picture: Image.Image, formats: set[str], advice: str) -> None:
    """Raise ``geen_plaatje`` if the content is a picture, but of a sort that browsers or printers do not all know."""
    if picture.format not in formats:
        raise wrong("geen_plaatje", f"'{bestand.naam}' is een plaatje van het soort {picture.format}.", advice)


def _refuse_pixels(bestand: Bestand, width: int, height: int) -> None:
    """Raise ``bestand_te_groot`` above 40 megapixels."""
    if width * height > limits.PIXELS:
        raise _too_many_pixels(bestand, f"{width * height / 1e6:.0f}")


def _too_many_pixels(bestand: Bestand, megapixels: str) -> Exception:
    """Make the error for a picture with too many pixels."""
    return wrong(
        "bestand_te_groot",
        f"'{bestand.naam}' heeft {megapixels} miljoen beeldpunten.",
        f"Maak het plaatje kleiner: hooguit {limits.PIXELS // 1_000_000} miljoen beeldpunten, "
        "bijvoorbeeld 2000 bij 2000.",
    )


def _refuse_scans(bestand: Bestand, picture: Image.Image) -> None:
    """Raise ``bestand_te_groot`` for a JPEG of so many layers that it takes minutes to decode, however small it is."""
    if picture.format not in {"JPEG", "MPO"}:
        return
    if _scans(_read(bestand)) > limits.JPEG_SCANS:
        advice = "Open de foto in een ander programma en bewaar haar opnieuw als gewone JPEG."
        raise wrong("bestand_te_groot", f"'{bestand.naam}' bestaat uit veel te veel lagen.", advice)


def _scans(jpeg: bytes) -> int:
    """Count the scans of a JPEG up to its end; what a telephone puts behind it is no part of the picture.

    Segments have their length in front, scans end at the next marker (ISO/IEC 10918-1, annex B).
    """
    found, place = 0, 2
    while (marker := _MARKER.search(jpeg, place)) and marker[1] != _END_OF_IMAGE:
        found += marker[1] == _START_OF_SCAN
        place = marker.end() + int.from_bytes(jpeg[marker.end() : marker.end() + 2], "big")
    return found
