"""The logical structure of a file (PDF 1.7, section 14.7): elements, and the way back from content to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


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
    reference = pdfdoc.PDFObjectReference
    root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot"), "K": reference(root_element.name)})
    document.Reference(root, "STRUCTROOT")
    for element in _all(root_element):
        document.Reference(_written(element, pages), element.name)
    numbers: list[Any] = []
    for number, owners in enumerate(marked):
        numbers += [number, pdfdoc.PDFArray([reference(owner.name) for owner in owners])]
    for number, owner in enumerate(links):
        numbers += [len(marked) + number, reference(owner.name)]
    root["ParentTree"] = document.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}))
    root["ParentTreeNextKey"] = len(marked) + len(links)
    document.Catalog.StructTreeRoot = reference("STRUCTROOT")


def _written(element: Element, pages: Sequence[str]) -> Any:
    reference = pdfdoc.PDFObjectReference
    kids: list[Any] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(reference(kid.name))
        elif isinstance(kid, str):
            entries = {"Type": pdfdoc.PDFName("OBJR"), "Obj": reference(kid), "Pg": reference(pages[element.page])}
            kids.append(pdfdoc.PDFDictionary(entries))
        else:
            kids.append(kid[1])
    entries = {
        "Type": pdfdoc.PDFName("StructElem"),
        "S": pdfdoc.PDFName(element.tag),
        "P": reference(element.parent.name if element.parent else "STRUCTROOT"),
        "K": pdfdoc.PDFArray(kids),
    }
    if element.parent:
        entries["Pg"] = reference(pages[element.page])
    for key in ("Alt", "Lang"):
        if element.attributes.get(key):
            entries[key] = pdfdoc.PDFString(element.attributes[key])
    if element.attributes.get("A"):
        entries["A"] = _attributes(element.attributes["A"])
    return pdfdoc.PDFDictionary(entries)


def _attributes(groups: Sequence[Mapping[str, Any]]) -> Any:
    written = []
    for group in groups:
        entries = {}
        for key, value in group.items():
            if isinstance(value, tuple):
                entries[key] = pdfdoc.PDFArray([round(number, 3) for number in value])
            else:
                entries[key] = pdfdoc.PDFName(value) if isinstance(value, str) else value
        written.append(pdfdoc.PDFDictionary(entries))
    return pdfdoc.PDFArray(written)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)
