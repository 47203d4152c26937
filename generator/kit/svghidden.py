"""Leave out of a drawing what is hidden for good: layers that were switched off, with names and drafts in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from generator.kit.svgstyle import Declaration, Sheet, declarations, links, local, references, spellings

#: What ``display`` has a meaning for.
_DRAWN: Final = frozenset(
    {
        *("text", "tspan", "textpath", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("image", "g", "use", "svg", "a", "switch"),
    }
)


def referred(element: ET.Element) -> Iterator[str]:
    """Yield the ids of what an element refers to."""
    for _, value in links(element):
        yield from spellings(value.strip().removeprefix("#"))
    for value in element.attrib.values():
        yield from references(value)


def drop_hidden(root: ET.Element) -> None:
    """Remove elements of which nothing is ever seen; what others refer to stays, and so do style sheets."""
    sheet = Sheet(root)
    used = {name for element in root.iter() for name in referred(element)}
    used.update(name for one in sheet.declared for name in references(one.value))
    _Hidden(sheet, used).prune(root, off=False)


class _Hidden:
    """Decides by the cascade of CSS whether an element is displayed (CSS Cascade 5, section 6)."""

    def __init__(self, sheet: Sheet, used: set[str]) -> None:
        self._sheet = sheet
        self._used = used

    def prune(self, parent: ET.Element, *, off: bool) -> None:
        """Remove what is hidden inside an element; what is in a hidden one is hidden, whatever it asks for."""
        for child in list(parent):
            hidden = off or self._is_off(child)
            if child.get("id") in self._used:
                self.prune(child, off=False)
            elif hidden and not any(self._is_needed(below) for below in child.iter()):
                _remove(parent, child)
            else:
                self.prune(child, off=hidden and local(child.tag) != "style")

    def _is_needed(self, element: ET.Element) -> bool:
        return local(element.tag) == "style" or element.get("id") in self._used

    def _is_off(self, element: ET.Element) -> bool:
        if local(element.tag) not in _DRAWN:
            return False
        asked = [((False, -1, (0, 0, 0)), Declaration("display", element.get("display", "inline"), important=False))]
        asked += [((one.important, 1, (0, 0, 0)), one) for one in declarations(element.get("style", ""))]
        for rule in self._sheet.candidates(element):
            if not rule.target.matches(element):
                continue
            shown = [one for one in rule.declarations if one.name == "display"]
            if not shown:
                continue
            if rule.always and rule.target.exact and not self._sheet.doubtful:
                asked += [((one.important, 0, rule.target.weight), one) for one in shown]
            elif any(one.value.lower() != "none" for one in shown):
                return False  # it may be seen on some screen, or in some state
        # Of those that weigh the same the last one counts.
        displays = [(weight, n, one.value) for n, (weight, one) in enumerate(asked) if one.name == "display"]
        return max(displays)[-1].strip().lower() == "none"


def _remove(parent: ET.Element, child: ET.Element) -> None:
    """Remove an element; the words behind it stay."""
    place = list(parent).index(child)
    if place == 0:
        parent.text = (parent.text or "") + (child.tail or "")
    else:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (child.tail or "")
    parent.remove(child)
