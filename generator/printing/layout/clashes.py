"""What stands where it can't be read: off the sheet, over another text, over a code or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.printing.layout.elements import Code, Page, Picture, Placed, Text, placed
from generator.printing.layout.geometry import POINTS, Box

#: How far letters reach above and below their baseline, as parts of the type size.
_ABOVE: Final = 0.72
_BELOW: Final = 0.22
#: Ink may come this near to other ink (mm).
_TOUCH: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Ink:
    box: Box
    text: Text | None


def misplaced(page: Page) -> Iterator[Text]:
    """Yield each text of which a line leaves the sheet or meets something else."""
    found = sorted(_inks(page), key=lambda ink: ink.box.y)
    for index, ink in enumerate(found):
        if ink.text and not page.sheet.box.holds(ink.box, 0.1):
            yield ink.text
        for other in found[index + 1 :]:
            if other.box.y + _TOUCH >= ink.box.bottom:
                break
            if (ink.text or other.text) and ink.box.overlaps(other.box, _TOUCH):
                yield from (each.text for each in (ink, other) if each.text)


def _inks(page: Page) -> Iterator[_Ink]:
    for leaf in placed(page):
        if isinstance(leaf.item, Text):
            yield from _lines(leaf, leaf.item)
        elif isinstance(leaf.item, Code | Picture) and leaf.item not in page.under:
            yield _Ink(leaf.box, None)


def _lines(leaf: Placed, text: Text) -> Iterator[_Ink]:
    if text.decor:
        return
    size = text.size / POINTS
    for line in text.lines:
        box = Box(line.x, line.baseline - _ABOVE * size, line.width, (_ABOVE + _BELOW) * size)
        yield _Ink(leaf.on_sheet(box), text)
