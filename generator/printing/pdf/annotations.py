"""Links on a page: an annotation with its own description (PDF 1.7, section 12.5.6.5; PDF/UA-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.printing.pdf.structure import Element
from generator.printing.pdf.written import array, dictionary, number, text


class LinkAnnotation(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The annotation that leads to an address; ``place`` is left, bottom, right and top in points.

    ``index`` counts the links of the file; the parent tree numbers them after ``pages``, which are known at the end.
    """

    def __init__(
        self,
        place: tuple[float, float, float, float],
        address: str,
        about: str,
        index: int,
        pages: Sequence[Sequence[Element]],
    ) -> None:
        self._place, self._address, self._about = place, address, about
        self._index, self._pages = index, pages

    def format(self, document: Any) -> bytes:
        """Return the dictionary as it stands in the file."""
        action = (("S", b"/URI"), ("Type", b"/Action"), ("URI", text(self._address, document)))
        corners = (number(round(value, 3)) for value in self._place)
        return dictionary(
            (
                ("A", dictionary(action)),
                ("Border", array([b"0"] * 3)),
                ("Contents", text(self._about, document)),
                ("F", b"4"),
                ("Rect", array(corners)),
                ("StructParent", b"%d" % (len(self._pages) + self._index)),
                ("Subtype", b"/Link"),
                ("Type", b"/Annot"),
            )
        )
