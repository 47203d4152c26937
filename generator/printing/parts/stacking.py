"""Text below text: set from the top of a box downwards, or measured first and placed later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.printing.layout.elements import Node, Tag, Text
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Content, Setter, Style, TooLong


@dataclass(slots=True)
class Stack:
    """Text set from the top of a box downwards; ``y`` is where the next one begins."""

    setter: Setter
    box: Box
    y: float = field(init=False)
    nodes: list[Node] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.y = self.box.y

    def add(
        self,
        content: Content,
        style: Style,
        tag: Tag = "P",
        *,
        gap: float = 0,
        link: str | None = None,
        about: str = "",
        lines: int | None = None,
        balance: bool = False,
    ) -> Text:
        """Set ``content`` below what stands already, ``gap`` mm lower."""
        block = self.setter.block(content, style, self.box.w, lines=lines, balance=balance)
        return self.put(block, tag, gap=gap, link=link, about=about)

    def put(self, block: Block, tag: Tag = "P", *, gap: float = 0, link: str | None = None, about: str = "") -> Text:
        """Place a block that is set already."""
        if self.nodes:
            self.y += gap * self.setter.shrink
        text = block.at(self.box.x, self.y, link=link, about=about)
        self.nodes.append(Node(tag, (text,)))
        self.y += block.height
        self.setter.need(text.text, self.box.bottom, self.y, block.style)
        return text

    def skip(self, gap: float) -> None:
        """Leave room."""
        self.y += gap * self.setter.shrink


@dataclass(slots=True)
class Pile:
    """Text to stand below each other, measured before it has a place."""

    setter: Setter
    width: float
    height: float = 0.0
    entries: list[tuple[float, Block, Tag, str | None, str]] = field(default_factory=list)

    def add(
        self,
        content: Content,
        style: Style,
        tag: Tag = "P",
        *,
        gap: float = 0,
        link: str | None = None,
        about: str = "",
        lines: int | None = None,
    ) -> None:
        """Set ``content`` below what stands already, ``gap`` mm lower."""
        block = self.setter.block(content, style, self.width, lines=lines)
        above = gap * self.setter.shrink if self.entries else 0.0
        self.entries.append((self.height + above, block, tag, link, about))
        self.height += above + block.height

    def at(self, x: float, y: float) -> tuple[Node, ...]:
        """Return the texts with the first one's top left corner at a place."""
        return tuple(
            Node(tag, (block.at(x, y + down, link=link, about=about),))
            for down, block, tag, link, about in self.entries
        )

    def need(self, have: float, want: float) -> None:
        """Note that beside this text ``want`` mm are wanted and ``have`` are left; its longest text is to blame."""
        if have + 0.01 < want:
            block = max((entry[1] for entry in self.entries), key=lambda block: (len(block.lines), block.natural))
            self.setter.blame(TooLong(block.at(0, 0).text, block.style.size))


def level(piles: Sequence[Pile], first: int = 4) -> None:
    """Bring the first texts of piles beside each other to the same height, however many lines each has."""
    for index in range(min(first, *(len(pile.entries) for pile in piles))):
        low = max(pile.entries[index][0] for pile in piles)
        for pile in piles:
            down = low - pile.entries[index][0]
            pile.entries[index:] = [(entry[0] + down, *entry[1:]) for entry in pile.entries[index:]]
            pile.height += down
