"""The logical structure of a file (PDF 1.7, section 14.7): elements, and the way back from content to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.kit.addresses import as_uri
from generator.printing.pdf.file import File
from generator.printing.pdf.written import array, reference, text


@dataclass(slots=True)
class _Element:
    """An element that is open: its type, its own number and its parent's; what is in it, as it is written."""

    tag: str
    number: int
    parent: int
    said: str
    kids: list[str] = field(default_factory=list)


class Structure:
    """The structure under construction; each element goes into the file when it is closed.

    Marks are content that belongs to an element; they are numbered anew on each page. Each page and each link has a
    key, under which the parent tree finds the owners of its marks, or its owner.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self._root = file.reserve()
        self._outer: list[_Element] = []
        self._open = _Element("Document", file.reserve(), self._root, "")
        self._owners: list[list[int] | int] = []
        self._marks: list[int] = []
        self._page = ""

    def begin_page(self, page: int) -> int:
        """Begin a page, given its number in the file; return its key."""
        self._page = f"/Pg {page} 0 R"
        self._marks = []
        return self._key(self._marks)

    def open(self, tag: str, said: str) -> None:
        """Open an element; what comes belongs to it. ``said`` are its other entries, as they are written."""
        number = self._file.reserve()
        self._open.kids.append(f"{number} 0 R")
        self._outer.append(self._open)
        self._open = _Element(tag, number, self._open.number, said + self._page)

    def close(self) -> None:
        """Close the element that was opened last."""
        done, self._open = self._open, self._outer.pop()
        self._write(done)

    def mark(self) -> str:
        """Return the operands that mark content of the open element (14.6)."""
        number = len(self._marks)
        self._marks.append(self._open.number)
        self._open.kids.append(str(number))
        return f"/{self._open.tag}<</MCID {number}>>"

    def link(self, place: tuple[float, float, float, float], address: str, about: str) -> int:
        """Return the number of a new annotation that leads to an address, and belongs to the open element.

        ``place`` is left, bottom, right and top in points. Every link has its own description (12.5.6.5; ISO 14289-1,
        7.18.5).
        """
        corners = " ".join([f"{value:.2f}" for value in place])
        number = self._file.add(
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{corners}]/Contents{text(about)}"
            f"/StructParent {self._key(self._open.number)}/A<</S/URI/URI{text(as_uri(address))}>>>>"
        )
        self._open.kids.append(f"<</Type/OBJR/Obj {number} 0 R>>")
        return number

    def finish(self) -> int:
        """Put what is left in the file: the number of the structure's root is returned."""
        self._write(self._open)
        owners = (
            f"{key} {array(map(reference, owner)) if isinstance(owner, list) else reference(owner)}"
            for key, owner in enumerate(self._owners)
        )
        parents = self._file.add(f"<</Nums{array(owners)}>>")
        self._file.put(
            self._root,
            f"<</Type/StructTreeRoot/K {reference(self._open.number)}/ParentTree {reference(parents)}"
            f"/ParentTreeNextKey {len(self._owners)}>>",
        )
        return self._root

    def _key(self, owner: list[int] | int) -> int:
        self._owners.append(owner)
        return len(self._owners) - 1

    def _write(self, element: _Element) -> None:
        value = f"<</Type/StructElem/S/{element.tag}/P {element.parent} 0 R{element.said}/K[{' '.join(element.kids)}]>>"
        self._file.put(element.number, value)
