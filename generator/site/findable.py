"""What the search of the theme keeps of a page, read as its own parser reads it, but sooner.

Imported only where MkDocs is about to build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from typing import Final

from material.plugins.search.plugin import Element, Parser, Section, void  # type: ignore[import-untyped]

from generator.site.tags import Token, feed, pairs, tokens

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: What a page leaves out of the search; the parser of the theme knows how.
_LEFT_OUT: Final = ("linenodiv", "headerlink", "<script", "<object")
_EXCLUDED: Final = "data-search-exclude"
#: What we know how to leave out ourselves: a whole section.
_EXCLUDED_HEADING: Final = re.compile(rf'<h[1-6] (?:[^<>]* )?id="[^"<>]*"[^<>]* {_EXCLUDED}="[^"<>]*"[^<>]*>')


#: Where a section begins that has nothing to do with the page before it, if no element is open there.
_CUT: Final = re.compile(r'(?<=\n)(?=<h[1-6] id=")')
#: Longer parts hold the values of one kit.
_LONG: Final = 8_000


class SearchParser:
    """Stands in for the theme's parser; ``data`` holds the sections of the page that it was fed."""

    def __init__(self) -> None:
        self._plain = Parser()
        self.data: list[Section] = []

    def feed(self, html: str) -> None:
        """Read a whole page, by its sections if each of them can be read by itself."""
        if any(sign in html for sign in _LEFT_OUT) or html.count(_EXCLUDED) != len(_EXCLUDED_HEADING.findall(html)):
            self._feed_plain(html)
            return
        for part in _CUT.split(html):
            read = _read if len(part) < _LONG else _read.__wrapped__
            found = read(part, frozenset(self._plain.keep), is_first=not self.data)
            if found is None:
                self._feed_plain(html)
                return
            self.data += [_section(item) for item in found]

    def _feed_plain(self, html: str) -> None:
        feed(self._plain, html)
        self.data = self._plain.data

    def close(self) -> None:
        """Do nothing: ``feed`` read to the end."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A section as it was read, to be kept."""

    element: Element
    depth: float
    identifier: str | None
    title: tuple[str, ...]
    text: tuple[str, ...]


# The texts of a site are the same for all kits but for the sections that hold a kit's values.
@lru_cache(maxsize=256)
def _read(html: str, kept: frozenset[str], *, is_first: bool) -> tuple[_Found, ...] | None:
    """Return the sections of a part of a page, or None if it is not plain or leaves an element open."""
    found = tokens(html)
    if found is None:
        return None
    reader = _Reader(kept, is_first=is_first)
    reader.read(found)
    if reader.is_open:
        return None
    return tuple(_Found(item.el, item.depth, item.id, tuple(item.title), tuple(item.text)) for item in reader.sections)


def _section(found: _Found) -> Section:
    """Return a section that the search may change."""
    section = Section(found.element, found.depth)
    section.id, section.title, section.text = found.identifier, list(found.title), list(found.text)
    return section


class _Reader:
    """Divides the tokens of a page or a part of it in sections; ``kept`` are the tags that a text keeps."""

    def __init__(self, kept: frozenset[str], *, is_first: bool) -> None:
        self.sections: list[Section] = []
        self._kept = kept
        self._is_first = is_first
        self._section: Section | None = None
        self._context: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether an element did not end."""
        return bool(self._context)

    def read(self, found: Iterable[Token]) -> None:
        """Take the next tokens; an element that says nothing to the search is only remembered while it is open."""
        context, telling = self._context, self._kept | _HEADINGS
        for text, tag, attributes, slash, end, _other in found:
            if text:
                self._text(unescape(text) if "&" in text else text)
            if tag and tag not in void:
                if tag in telling or self._section is None:
                    self._start(tag, attributes)
                else:
                    context.append(tag)
            if end or slash:
                self._end(end or tag)

    def _begin(self, element: Element, depth: int) -> Section:
        section = Section(element, depth)
        self.sections.append(section)
        self._section = section
        return section

    def _parts(self, section: Section) -> list[str]:
        """Return where the text goes: a section counts itself as its title while any tag like its heading is open."""
        parts: list[str] = section.title if section.el.tag in self._context else section.text
        return parts

    def _start(self, tag: str, attributes: str) -> None:
        self._context.append(tag)
        if tag in _HEADINGS and "id" in (values := dict(pairs(attributes))):
            depth = len(self._context)
            if tag != "h1" and self._is_first and not self.sections:
                self._begin(Element("hx"), depth)
            first = self._is_first and not self.sections
            section = self._begin(Element(tag, values), depth)
            section.id = None if first else values["id"]
        section = self._section or self._begin(Element("hx"), 0)
        if tag in self._kept and not section.is_excluded():
            self._parts(section).append(f"<{tag}>")

    def _end(self, tag: str) -> None:
        context, section = self._context, self._section
        if not context or context[-1] != tag or section is None:
            return
        if section.depth > len(context):
            self._leave(section)
            section = self._section or section
        context.pop()
        if tag not in self._kept or section.is_excluded():
            return
        parts = self._parts(section)
        opened = parts.index(f"<{tag}>")
        if any(not part.isspace() for part in parts[opened + 1 :]):
            parts.append(f"</{tag}>")
        else:
            del parts[opened:]

    def _leave(self, section: Section) -> None:
        """Go on with the section around a heading that stood in an element which ends now."""
        for outer in reversed(self.sections):
            if outer.depth <= len(self._context):
                section.depth = float("inf")
                self._section = outer
                return

    def _text(self, text: str) -> None:
        section = self._section or self._begin(Element("hx"), 0)
        if section.is_excluded():
            return
        preformatted = "pre" in self._context
        blank = text.isspace()
        if not preformatted:
            text = " " if blank else text.replace("\n", " ")
        parts = self._parts(section)
        if parts is section.title or not blank:
            parts.append(escape(text, quote=False))
        elif preformatted or not parts or not parts[-1].isspace():
            parts.append(text)
