"""The logical structure of a file (PDF 1.7, section 14.7): elements, and the way back from content to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.printing.pdf.written import array, dictionary, reference, text


@dataclass(slots=True)
class Element:
    """A structure element under construction; ``kids`` are elements, marks (page, number) and links."""

    tag: str
    name: str
    parent: Element | None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    kids: list[Element | tuple[int, int] | str] = field(default_factory=list)
    page: int = 0


def write_structure(
    document: Any, root_element: Element, marked: Sequence[Sequence[Element]], links: Sequence[Element]
) -> None:
    """Write the structure tree, and the parent tree that leads from content back to it.

    ``marked`` holds for each page the owner of each mark, ``links`` the owner of each link.
    """
    pages = [f"Page{number + 1}" for number in range(len(marked))]
    root = pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("StructTreeRoot"), "K": pdfdoc.PDFObjectReference(root_element.name)}
    )
    document.Reference(root, "STRUCTROOT")
    for element in _all(root_element):
        document.Reference(_Written(element, pages), element.name)
    root["ParentTree"] = document.Reference(_ParentTree(marked, links))
    root["ParentTreeNextKey"] = len(marked) + len(links)
    document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("STRUCTROOT")


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A structure element as it stands in the file."""

    def __init__(self, element: Element, pages: Sequence[str]) -> None:
        self._element, self._pages = element, pages

    def format(self, document: Any) -> bytes:
        """Return the dictionary."""
        return dictionary(self._entries(document))

    def _entries(self, document: Any) -> Iterator[tuple[str, bytes]]:
        element, said = self._element, self._element.attributes
        if said.get("A"):
            yield "A", array(_group(group) for group in said["A"])
        if said.get("Alt"):
            yield "Alt", text(said["Alt"], document)
        yield "K", array(self._kid(kid, document) for kid in element.kids)
        if said.get("Lang"):
            yield "Lang", text(said["Lang"], document)
        yield "P", reference(document, element.parent.name if element.parent else "STRUCTROOT")
        if element.parent:
            yield "Pg", reference(document, self._pages[element.page])
        yield "S", b"/" + element.tag.encode()
        yield "Type", b"/StructElem"

    def _kid(self, kid: Element | tuple[int, int] | str, document: Any) -> bytes:
        if isinstance(kid, Element):
            return reference(document, kid.name)
        if isinstance(kid, tuple):
            return b"%d" % kid[1]
        page = reference(document, self._pages[self._element.page])
        return dictionary((("Obj", reference(document, kid)), ("Pg", page), ("Type", b"/OBJR")))


class _ParentTree(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The way back from content to elements as it stands in the file."""

    def __init__(self, marked: Sequence[Sequence[Element]], links: Sequence[Element]) -> None:
        self._marked, self._links = marked, links

    def format(self, document: Any) -> bytes:
        """Return the dictionary: for each page the owner of each mark, and after them the owner of each link."""
        numbers: list[bytes] = []
        for number, owners in enumerate(self._marked):
            numbers += [b"%d" % number, array(reference(document, owner.name) for owner in owners)]
        for number, owner in enumerate(self._links, start=len(self._marked)):
            numbers += [b"%d" % number, reference(document, owner.name)]
        return dictionary([("Nums", array(numbers))])


def _group(group: Mapping[str, str | int]) -> bytes:
    """Return attributes of one owner: names and whole numbers."""
    return dictionary(
        (key, b"/" + value.encode() if isinstance(value, str) else b"%d" % value)
        for key, value in sorted(group.items())
    )


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)
