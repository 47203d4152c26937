"""A layout becomes a file: every box is drawn where the layout says, in the order of the structure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.printing.layout.elements import Code, Document, Item, Line, Node, Page, Picture, Shape, Text, Turn
from generator.printing.layout.fonts import Fonts
from generator.printing.layout.geometry import BLEED, POINTS, Box
from generator.printing.pdf.attributes import said
from generator.printing.pdf.canvas import TaggedCanvas

#: The room outside the bleed for crop marks (mm).
SLUG: Final = 7.0
_MARK: Final = 5.0


def draw(document: Document, fonts: Fonts, *, press: bool = False) -> bytes:
    """Return the PDF; ``press`` adds bleed, crop marks and the boxes that a printer works with."""
    canvas = TaggedCanvas(document.title, document.subject, document.author, document.lang)
    drawing = _Drawing(canvas, fonts)
    for page in document.pages:
        canvas.begin_page(page.sheet.width, page.sheet.height, *((BLEED, SLUG) if press else (0, 0)))
        if press:
            with canvas.within_bleed(page.sheet.width, page.sheet.height, BLEED):
                drawing.page(page)
            drawing.crop_marks(page)
        else:
            drawing.page(page)
        canvas.end_page()
    return canvas.finish()


class _Drawing:
    def __init__(self, canvas: TaggedCanvas, fonts: Fonts) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._turns: tuple[Turn, ...] = ()

    def page(self, page: Page) -> None:
        self._artifact(page.under)
        self._canvas.open_element("Sect")
        for node in page.body:
            self._node(node)
        self._canvas.close_element()
        self._artifact(page.over)

    def _artifact(self, items: Sequence[Item]) -> None:
        if items:
            self._canvas.open_artifact()
            for item in items:
                self._item(item)
            self._canvas.close_mark()

    def crop_marks(self, page: Page) -> None:
        """Draw two lines at each corner, clear of the bleed."""
        sheet, gap = page.sheet, BLEED + 1
        self._canvas.open_artifact()
        for x, out_x in ((0.0, -1.0), (sheet.width, 1.0)):
            for y, out_y in ((0.0, -1.0), (sheet.height, 1.0)):
                across = (x + out_x * gap, y, x + out_x * (gap + _MARK), y)
                down = (x, y + out_y * gap, x, y + out_y * (gap + _MARK))
                for left, top, right, bottom in (across, down):
                    self._canvas.line_of(left, top, right, bottom, 0.1)
        self._canvas.close_mark()

    def _node(self, node: Node, *, artefact: bool = False) -> None:
        """Draw an element; inside an artefact nothing is tagged."""
        if node.turn:
            self._turns = (*self._turns, node.turn)
            with self._canvas.turned(node.turn.x, node.turn.y):
                self._drawn(node, artefact=artefact)
            self._turns = self._turns[:-1]
        else:
            self._drawn(node, artefact=artefact)

    def _drawn(self, node: Node, *, artefact: bool) -> None:
        if artefact:
            self._untagged(node)
        elif node.decor:
            self._canvas.open_artifact()
            self._untagged(node)
            self._canvas.close_mark()
        else:
            self._tagged(node)

    def _untagged(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Node):
                self._node(child, artefact=True)
            else:
                self._item(child)

    def _tagged(self, node: Node) -> None:
        self._canvas.open_element(node.tag, said(node))
        for child in node.children:
            if isinstance(child, Node):
                self._node(child)
            elif (isinstance(child, Shape) and node.tag != "Figure") or (isinstance(child, Text) and child.decor):
                self._artifact([child])
            elif isinstance(child, Text) and child.link and node.tag != "Link":
                self._canvas.open_element("Link")
                self._content(child)
                self._canvas.close_element()
            else:
                self._content(child)
        self._canvas.close_element()

    def _content(self, item: Item) -> None:
        self._canvas.open_content()
        self._item(item)
        self._canvas.close_mark()
        if isinstance(item, Text) and item.link:
            for line in item.lines:
                box = self._outside(
                    Box(line.x, line.baseline - 0.8 * item.size / POINTS, line.width, item.size / POINTS)
                )
                self._canvas.link((box.x, box.y, box.right, box.bottom), item.link, item.about or item.text)

    def _outside(self, box: Box) -> Box:
        for turn in reversed(self._turns):
            box = turn.place(box)
        return box

    def _item(self, item: Item) -> None:
        if isinstance(item, Text):
            for line in item.lines:
                self._line(line, item.size)
        elif isinstance(item, Picture):
            self._canvas.picture(*item.raster.load(), item.box, item.clip, packed=item.packed)
        elif isinstance(item, Code):
            self._canvas.cells(item.dark, item.modules, item.box)
        else:
            self._canvas.shape(
                item.outline, item.fill, item.stroke, item.width, item.dash, item.clip, rounded=item.round
            )

    def _line(self, line: Line, size: float) -> None:
        """Draw a line; it ends with a space, so that a screen reader does not join it to the next."""
        x = line.x
        for index, run in enumerate(line.runs):
            text = run.text + (" " if line.space and index == len(line.runs) - 1 else "")
            for piece in self._fonts.pieces(text, run.weight):
                self._canvas.letters(piece.face, size, x, line.baseline, piece.text, run.colour)
                x += piece.width * size / 1000 / POINTS
