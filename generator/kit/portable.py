"""Names of files and folders that every disk can hold: of Windows, of a USB stick, of a web server.

The rules of Windows are the strictest (Microsoft, "Naming Files, Paths, and Namespaces"). Nothing here asks this
computer anything, so that a name is judged alike on every one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

#: Windows takes these for devices, whatever stands behind a dot; the small digits count as the common ones.
DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
#: The longest short name: a whole path has 260 characters on Windows, and an output may stand deep.
LONGEST: Final = 60
#: File systems hold 255 bytes (Linux) or 255 UTF-16 units (Windows, macOS) a name.
_MOST: Final = 255
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DIGEST: Final = 8


def unportable(name: str) -> str | None:
    """Return what is wrong with the name of one file or folder, as the end of a Dutch sentence; None if nothing is."""
    found = _FORBIDDEN.search(name)
    if found:
        shown = found.group()
        return f"het teken '{shown}' mag niet" if shown.isprintable() else "er staat een onzichtbaar teken in"
    if not name or name in {".", ".."}:
        return "het is geen naam"
    if name != name.rstrip(". "):
        return "een punt of een spatie aan het eind valt weg"
    if name.split(".", maxsplit=1)[0].rstrip().lower() in DEVICES:
        return "Windows gebruikt deze naam zelf"
    if max(len(name.encode("utf-8", "surrogatepass")), len(name.encode("utf-16-le", "surrogatepass")) // 2) > _MOST:
        return "de naam is te lang"
    return None


def why_not(slug: str) -> str | None:
    """Return why a slug can't be the name of a kit, as ``unportable`` does; it stands in every path of its output."""
    return f"gebruik hooguit {LONGEST} tekens" if len(slug) > LONGEST else unportable(slug)


def clash_key(path: str) -> str:
    """Return what two paths have alike when they are one and the same on a disk without capitals or accents' forms."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def short_name(slug: str) -> str:
    """Return a slug that is not too long for a part of a name; two slugs never give the same.

    A slug holds no ``_``, so what is cut off can be told by a digest behind one.
    """
    if len(slug) <= LONGEST:
        return slug
    digest = hashlib.sha256(slug.encode()).hexdigest()[:_DIGEST]
    return f"{slug[: LONGEST - _DIGEST - 1].rstrip('-')}_{digest}"


def file_stem(slug: str) -> str:
    """Return a slug as the name of a file or folder, with or without a suffix; two slugs never give the same."""
    return f"{slug}_" if slug in DEVICES else short_name(slug)
