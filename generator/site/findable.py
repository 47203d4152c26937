"""What the search of the theme keeps of a page, read as its own parser reads it, but sooner.

Imported only where MkDocs is about to build.
"""

from __future__ import annotations

from html import escape, unescape
from typing import Final

from material.plugins.search.plugin import Element, Parser, Section, void  # type: ignore[import-untyped]

from generator.site.tags import Token, feed, pairs, tokens

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: What a page leaves out of the search; the parser of the theme knows how.
_LEFT_OUT: Final = ("data-search-exclude", "linenodiv", "headerlink", "<script", "<object")


class SearchParser:
    """Stands in for the theme's parser; ``data`` holds the sections of the page that it was fed."""

    def __init__(self) -> None:
        self._plain = Parser()
        self.data: list[Section] = []

    def feed(self, html: str) -> None:
        """Read a whole page."""
        found = tokens(html)
        if found is None or any(sign in html for sign in _LEFT_OUT):
            feed(self._plain, html)
            self.data = self._plain.data
            return
        reader = _Reader(self._plain.keep)
        for token in found:
            reader.read(token)
        self.data = reader.sections

    def close(self) -> None:
        """Do nothing: ``feed`` read to the end."""


class _Reader:
    """Divides the tokens of one page in sections; ``kept`` are the tags that a text keeps."""

    def __init__(self, kept: set[str]) -> None:
        self.sections: list[Section] = []
        self._kept = kept
        self._section: Section | None = None
        self._context: list[str] = []

    def read(self, token: Token) -> None:
        """Take the next token."""
        text, tag, attributes, slash, end, _other = token
        if text:
            self._text(unescape(text) if "&" in text else text)
        if tag and tag not in void:
            self._start(tag, attributes)
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
            if tag != "h1" and not self.sections:
                self._begin(Element("hx"), depth)
            first = not self.sections
            section = self._begin(Element(tag, values), depth)
            section.id = None if first else values["id"]
        section = self._section or self._begin(Element("hx"), 0)
        if tag in self._kept:
            self._parts(section).append(f"<{tag}>")

    def _end(self, tag: str) -> None:
        if not self._context or self._context[-1] != tag or self._section is None:
            return
        if self._section.depth > len(self._context):
            self._leave(self._section)
        self._context.pop()
        if tag not in self._kept:
            return
        parts = self._parts(self._section)
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
        preformatted = "pre" in self._context
        blank = text.isspace()
        if not preformatted:
            text = " " if blank else text.replace("\n", " ")
        section = self._section or self._begin(Element("hx"), 0)
        parts = self._parts(section)
        if parts is section.title or not blank:
            parts.append(escape(text, quote=False))
        elif preformatted or not parts or not parts[-1].isspace():
            parts.append(text)
