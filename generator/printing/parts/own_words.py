"""What an advisor says of himself, in whole sentences: as many as there is room for, and never a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.typography import Block, Setter, Style

_INLINE: Final = MarkdownIt("commonmark", {"html": False}).disable("image")
#: A sentence ends at a sign and a space, if a capital, a figure or a quotation mark follows.
_END: Final = re.compile(r"(?<=[.!?…])([’”\"')]*) +(?=[‘“\"'(]*[^\W_a-zà-ÿ])")
#: An apostrophe inside a word, as it is typed: 'collega's'.
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")
#: No sentence ends with these, nor with a single letter: 't.a.v. P. Ramdin'.
_SHORT: Final = re.compile(
    r"(^|[\s(])(\w|(\w+\.)+\w+|bijv|mr|drs|dr|prof|ing|ir|ca|nr|tel|st|mw|dhr|mevr)\.$", re.IGNORECASE
)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in inline Markdown, without its signs."""
    plain = " ".join("".join(_plain(_INLINE.parseInline(" ".join(text.split())))).split())
    plain = _APOSTROPHE.sub("’", plain)
    found: list[str] = []
    start = 0
    for end in _END.finditer(plain):
        if not _SHORT.search(plain[start : end.end(1)]):
            found.append(plain[start : end.end(1)])
            start = end.end()
    return (*found, plain[start:]) if plain[start:] else tuple(found)


def quoted(setter: Setter, persoon: Vertrouwenspersoon, style: Style, width: float, height: float) -> Block | None:
    """Return an advisor's own words between quotation marks, as many sentences as fit; None if not even one does.

    A question is not the last sentence, unless the text itself ends there: its answer would be missing.
    """
    said = sentences(persoon.voorstellen or "")
    for count in range(len(said), 0, -1):
        if count < len(said) and said[count - 1].rstrip("’”\"')").endswith("?"):
            continue
        block = _tried(setter, said[:count], style, width)
        if block.natural <= width and block.height <= height:
            return block
    return None


def _tried(setter: Setter, said: Sequence[str], style: Style, width: float) -> Block:
    """Set the words with a setter of their own: that they are too long is no mistake of the kit."""
    return Setter(setter.fonts, setter.shrink).block(f"‘{' '.join(said)}’", style, width)


def _plain(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _plain(token.children)
        elif token.type in {"text", "code_inline", "text_special"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
