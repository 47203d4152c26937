"""What the tests read from the guide and the README: links, pictures, fenced blocks, tables and code words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language and its text."""

    language: str
    text: str


@dataclass(frozen=True)
class Document:
    """A parsed Markdown file."""

    path: Path
    tokens: tuple[Token, ...]

    @property
    def links(self) -> list[str]:
        return [str(token.attrs["href"]) for token in self._inline() if token.type == "link_open"]

    @property
    def pictures(self) -> list[tuple[str, str]]:
        """Return address and text of each picture."""
        return [(str(token.attrs["src"]), token.content) for token in self._inline() if token.type == "image"]

    @property
    def codes(self) -> list[str]:
        return [token.content for token in self._inline() if token.type == "code_inline"]

    def fences(self, *languages: str) -> list[Fence]:
        return [Fence(t.info, t.content) for t in self.tokens if t.type == "fence" and t.info in languages]

    @property
    def anchors(self) -> set[str]:
        """Return the addresses of the headings, made as GitHub makes them."""
        seen: Counter[str] = Counter()
        anchors = set()
        for heading in self.headings:
            slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            anchors.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
            seen[slug] += 1
        return anchors

    @property
    def headings(self) -> list[str]:
        return [_plain(self.tokens[i + 1]) for i, token in enumerate(self.tokens) if token.type == "heading_open"]

    def tables(self, heading: str) -> list[list[list[str]]]:
        """Return the tables between this heading and the next, as rows of cells, the head left out."""
        start = next(
            i for i, t in enumerate(self.tokens) if t.type == "heading_open" and _plain(self.tokens[i + 1]) == heading
        )
        tables: list[list[list[str]]] = []
        in_body = in_cell = False
        for token in self._section(start + 1):
            if token.type in {"tbody_open", "tbody_close"}:
                in_body = token.type == "tbody_open"
                tables += [[]] if in_body else []
            elif token.type == "tr_open" and in_body:
                tables[-1].append([])
            elif token.type in {"td_open", "td_close"}:
                in_cell = token.type == "td_open"
            elif token.type == "inline" and in_cell:
                tables[-1][-1].append(_plain(token))
        return tables

    def codes_after(self, words: str) -> list[str]:
        """Return the code words of the one paragraph that begins with ``words``."""
        (paragraph,) = (t for t in self.tokens if t.type == "inline" and _plain(t).startswith(words))
        return [child.content for child in paragraph.children or () if child.type == "code_inline"]

    def _section(self, start: int) -> list[Token]:
        rest = self.tokens[start:]
        end = next((i for i, token in enumerate(rest) if token.type == "heading_open"), len(rest))
        return list(rest[:end])

    def _inline(self) -> list[Token]:
        return [child for token in self.tokens for child in token.children or ()]


def read(path: Path) -> Document:
    return Document(path, tuple(MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))))


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in {"text", "code_inline"})
