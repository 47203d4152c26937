"""Links on a page: an annotation with its own description (PDF 1.7, section 12.5.6.5; PDF/UA-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.printing.pdf.structure import Element


class LinkNumber(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The parent tree's number of a link: known once all pages are."""

    def __init__(self, number: int, pages: Sequence[Sequence[Element]]) -> None:
        self._number, self._pages = number, pages

    def format(self, _document: Any) -> bytes:
        """Return the number as it stands in the file."""
        return str(len(self._pages) + self._number).encode()


def link_annotation(place: tuple[float, float, float, float], address: str, about: str, number: LinkNumber) -> Any:
    """Return the annotation that leads to an address; ``place`` is left, bottom, right and top in points."""
    action = {
        "Type": pdfdoc.PDFName("Action"),
        "S": pdfdoc.PDFName("URI"),
        "URI": pdfdoc.PDFString(address),
    }
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(value, 3) for value in place]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": pdfdoc.PDFString(about),
            "StructParent": number,
            "A": pdfdoc.PDFDictionary(action),
        }
    )
