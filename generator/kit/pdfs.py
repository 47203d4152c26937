"""What a PDF that an organisation publishes as it is says of who made it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.kit.decoding import Content, content_of


def author_of(path: Path) -> str:
    """Return the author that a PDF names (ISO 32000-1, 14.3.3); an empty text if it names none or can't be read."""
    try:
        return _author_of(content_of(path))
    except OSError:
        return ""


# The documents of an association are in the kits of all its members.
@lru_cache(maxsize=256)
def _author_of(content: Content) -> str:
    import pypdfium2  # only a kit with a PDF waits for it

    try:
        document = pypdfium2.PdfDocument(content.path)
    except pypdfium2.PdfiumError:
        return ""
    try:
        return " ".join(str(document.get_metadata_value("Author")).split())
    finally:
        document.close()
