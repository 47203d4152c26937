"""Convert a page's Markdown in pieces, and each piece that many kits share only once in a process.

The engine's own conversion stays what counts: a page is cut only where Markdown itself starts anew (at a heading, and
around a block of plain HTML), a piece goes through the engine's own Markdown, and whatever could work across a cut, a
reference or a fence, makes the page go through it whole. The result is the same to the byte.
"""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure import pages as engine
from mkdocs.structure.toc import get_toc

from generator.site.tags import pairs, tokens

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

#: Extensions of which we know that they do not look past a heading or a block of HTML.
_KNOWN: Final = frozenset({"admonition", "attr_list", "def_list", "fenced_code", "pymdownx.details", "tables", "toc"})
#: What may work further than its own piece: fences, tables of contents, tabs, old ends of lines, signs that Markdown
#: uses itself; references and their targets; an ampersand that HTML may complete.
_FAR_SIGNS: Final = ("```", "~~~", "[TOC]", "\t", "\r", "\x02", "\x03")
_REFERENCE: Final = re.compile(r"^[ ]{0,3}\*?\[[^\]\n]*\]:", re.MULTILINE)
_AMPERSAND: Final = re.compile(r"&(?!(?:[a-zA-Z]\w*|#\d+|#x[0-9a-fA-F]+);)")
_BLANK: Final = re.compile(r"(\n(?:[ ]*\n)+)")
_INLINE: Final = frozenset({"a", "abbr", "b", "br", "em", "i", "span", "strong", "sub", "sup"})
_BLOCKS: Final = frozenset({"article", "aside", "div", "dl", "figure", "nav", "ol", "p", "section", "table", "ul"})
_RAW: Final = re.compile(rf"<(?:{'|'.join(sorted(_BLOCKS))})[ >]")
_VOID: Final = frozenset({"br", "hr", "img", "input", "source", "wbr"})
#: Pieces are some kilobytes each; the shared texts have about 250 in two forms of address.
_KEPT: Final = 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """A converted piece: its HTML and what the engine wants to know of it.

    ``headings`` are the tokens for the table of contents without their children, ``ids`` those of elements that
    Markdown made, ``anchors`` all that can be linked to, ``links`` each address as written and as it became.
    """

    html: str
    title: str | None = None
    headings: tuple[dict[str, Any], ...] = ()
    ids: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    links: tuple[tuple[str, str], ...] = ()


class Kept:
    """The pieces that were used last, by their text and the settings that they were converted with."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pieces: OrderedDict[tuple[str, str], Piece] = OrderedDict()

    def get(self, key: tuple[str, str]) -> Piece | None:
        """Return a piece that is kept, which makes it the last one used."""
        piece = self._pieces.get(key)
        if piece is not None:
            self._pieces.move_to_end(key)
        return piece

    def keep(self, key: tuple[str, str], piece: Piece) -> None:
        """Keep a piece, and let go of those that were not used for the longest time."""
        self._pieces[key] = piece
        while len(self._pieces) > self._most:
            self._pieces.popitem(last=False)


_PIECES: Final = Kept(_KEPT)


@dataclass(frozen=True, slots=True)
class _Build:
    """The page that is being converted, and the build that it belongs to."""

    page: Page
    config: MkDocsConfig
    files: Files

    def links(self) -> engine._RelativePathTreeprocessor:
        """Return the engine's own judge of links, which warns of one that leads nowhere."""
        return engine._RelativePathTreeprocessor(self.page.file, self.files, self.config)


def render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Do what the engine's ``Page.render`` does, in pieces if the page can be cut."""
    build = _Build(page, config, files)
    links = build.links()
    settings = _settings(config)
    cut = divided(page.markdown or "") if settings else None
    pieces = [_plain(text) if raw else _piece(text, settings, build, links) for text, raw in cut or ()]
    ids = [identifier for piece in pieces for identifier in piece.ids]
    # An id that Markdown makes from a heading depends on those that the whole page has already.
    if not pieces or len(ids) != len(set(ids)):
        engine.Page.render(page, config, files)
        return
    page.content = "\n".join(piece.html for piece in pieces).strip()
    page.toc = get_toc(nest_toc_tokens([dict(heading) for piece in pieces for heading in piece.headings]))
    page._title_from_render = pieces[0].title
    page.present_anchor_ids = {anchor for piece in pieces for anchor in piece.anchors}
    page.links_to_anchors = links.links_to_anchors


def _settings(config: MkDocsConfig) -> str:
    """Return the settings of Markdown as a key, or nothing if there is one that we do not know."""
    extensions, options = config["markdown_extensions"], config["mdx_configs"] or {}
    if not _KNOWN.issuperset(extensions):
        return ""
    return json.dumps([extensions, options], sort_keys=True, default=repr)


def divided(source: str) -> list[tuple[str, bool]] | None:
    """Return the pieces of a page, each with whether it is plain HTML, or None if it can't be cut."""
    if _works_far(source):
        return None
    found: list[tuple[str, bool]] = []
    parts = _BLANK.split(source.strip("\n"))
    for block, blank in zip(parts[::2], ["", *parts[1::2]], strict=True):
        if _RAW.match(block):
            if not _is_whole(block):
                return None
            found.append((block, True))
        elif "<" in block and not _is_inline(block):
            return None
        elif not found or found[-1][1] or block.startswith("#"):
            # What is indented, or explains the term before it, may belong to what stands above the cut.
            if block.startswith((" ", ":")):
                return None
            found.append((block, False))
        else:
            found[-1] = (f"{found[-1][0]}{blank}{block}", False)
    return found


def _works_far(source: str) -> bool:
    """Tell whether something in a page may work across a cut; plain searches first, which cost next to nothing."""
    if any(sign in source for sign in _FAR_SIGNS):
        return True
    return bool(("]:" in source and _REFERENCE.search(source)) or _AMPERSAND.search(source))


# The blocks of one kit go by; those that all kits have stay.
@lru_cache(maxsize=64)
def _is_whole(block: str) -> bool:
    """Tell whether a block is nothing but whole elements, each on lines of its own."""
    open_tags: list[str] = []
    found = tokens(block) or ()
    for place, (text, tag, _attributes, slash, end, _other) in enumerate(found):
        if not open_tags and place and (text or tag or end) and not (text == "\n" and tag in _BLOCKS):
            return False
        if tag and not slash and tag not in _VOID:
            open_tags.append(tag)
        elif end and (not open_tags or open_tags.pop() != end):
            return False
    return bool(found) and not open_tags


def _is_inline(block: str) -> bool:
    """Tell whether the HTML in a block of Markdown ends where it stands."""
    found = tokens(block)
    return found is not None and all(
        (tag or end or "a") in _INLINE for _text, tag, _attributes, _slash, end, _ in found
    )


@lru_cache(maxsize=64)
def _plain(html: str) -> Piece:
    """Return a block of plain HTML, which Markdown leaves as it is, with the places in it that can be linked to."""
    anchors = frozenset(
        value or ""
        for _text, tag, attributes, _slash, _end, _other in tokens(html) or ()
        if attributes
        for name, value in pairs(attributes)
        if name == "id" or (name == "name" and tag == "a")
    )
    return Piece(f"{html}\n", anchors=anchors)


def _piece(text: str, settings: str, build: _Build, links: engine._RelativePathTreeprocessor) -> Piece:
    """Return a converted piece, from memory if its links mean the same there and here; ``links`` notes them."""
    key = (settings, text)
    piece = _PIECES.get(key)
    if piece is None or not _has_same_links(piece, links):
        piece = _converted(text, _markdown(settings), build)
        _PIECES.keep(key, piece)
        for written, _became in piece.links:
            links.path_to_url(written)
    return piece


def _has_same_links(piece: Piece, links: engine._RelativePathTreeprocessor) -> bool:
    return all(links.path_to_url(written) == became for written, became in piece.links)


@lru_cache(maxsize=2)
def _markdown(settings: str) -> Markdown:
    extensions, options = json.loads(settings)
    return Markdown(extensions=extensions, extension_configs=options)


class _Links(engine._RelativePathTreeprocessor):
    """The engine's links, that remember what each address became."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.seen: dict[str, str] = {}

    def path_to_url(self, url: str) -> str:
        self.seen[url] = super().path_to_url(url)
        return self.seen[url]


def _converted(text: str, markdown: Markdown, build: _Build) -> Piece:
    """Convert a piece as the engine converts a page."""
    markdown.reset()
    raw, title = engine._RawHTMLPreprocessor(), engine._ExtractTitleTreeprocessor()
    anchors = engine._ExtractAnchorsTreeprocessor(build.page.file, build.files, build.config)
    links = _Links(build.page.file, build.files, build.config)
    parts: tuple[Any, ...] = (raw, anchors, links, title)
    for part in parts:
        part._register(markdown)
    html = markdown.convert(text)
    piece = Piece(
        html=html,
        title=title.title,
        headings=tuple(_flat(getattr(markdown, "toc_tokens", []))),
        ids=frozenset(anchors.present_anchor_ids),
        anchors=frozenset(anchors.present_anchor_ids | raw.present_anchor_ids),
        links=tuple(links.seen.items()),
    )
    for part in parts:
        vars(part).clear()  # the converter stays and keeps its parts; with them the files of this kit would stay
    return piece


def _flat(headings: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for heading in headings:
        yield {name: value for name, value in heading.items() if name != "children"}
        yield from _flat(heading["children"])
