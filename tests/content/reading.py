"""What a reader reads: the words of a page without its markup, as blocks and as sentences, and how easy they are.

A block is what stands by itself on a page: a heading, a paragraph, an item of a list, a cell of a table, a label.
A sentence never runs over the edge of a block. It is a *full* sentence if it ends with a sign (``. ? ! :``) and has at
least three words; only those count for means, so that labels and 'Ja.' do not make a heavy page look light.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

import textstat

#: Words of each form of address; a text has words of one of them.
JE_WORDS: Final = re.compile(r"\b(je|jij|jou|jouw|jouwe|jezelf|jullie)\b", re.IGNORECASE)
U_WORDS: Final = re.compile(r"\b(u|uw|uwe|uzelf)\b", re.IGNORECASE)

#: Elements that stand in the line; every other one is a block, also the spans of components, which CSS sets apart.
_INLINE: Final = frozenset({"a", "abbr", "b", "code", "em", "i", "strong", "sub", "sup", "wbr"})
_UNREAD: Final = frozenset({"script", "style", "svg", "template"})
_VOID: Final = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
#: Attributes that a screen reader says or a browser shows.
_SAID: Final = ("alt", "aria-label", "placeholder", "title")

#: A sentence ends at a sign, with the marks that close it; a capital, a figure or an opening mark begins the next.
_END: Final = re.compile(r"[.?!…]+[’”\"')\]]*(?=\s+[‘“\"'(\[]*(?:[’']s\s)?[A-ZÀ-ÖØ-Þ0-9])")
#: No sentence ends with these: abbreviations with dots inside, those without, titles, initials.
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(‘“\"'])(?:[a-z]|(?:\w+\.)+\w+|(?:bijv|enz|evt|incl|excl|max|min|ca|nr|art|blz|tel|mr|drs|dr|prof|ing|ir"
    r"|st|dhr|mevr|mw)|[A-Z])\.$",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"[.?!:…][’”\"')\]]*$")
_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Block:
    """What stands by itself on a page; ``heading`` if it is above other text."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its address and its words."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a data file as it is read, in one form of address."""

    name: str
    blocks: tuple[Block, ...] = field(repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every different sentence once, headings and labels too: a line that returns on each row is read once."""
        return tuple(dict.fromkeys(s for block in self.blocks for s in sentences(block.text)))

    @property
    def running(self) -> tuple[str, ...]:
        """Every different full sentence of the running text: without headings."""
        texts = (block.text for block in self.blocks if not block.heading)
        return tuple(dict.fromkeys(s for text in texts for s in sentences(text) if is_full(s)))


def read_html(name: str, html: str) -> Page:
    """Return what a person reads of a page, hidden pictures and search words left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return Page(name, tuple(reader.blocks), tuple(reader.links))


def sentences(text: str) -> list[str]:
    """Return the sentences of one block; a line break, a full stop in ``9.00`` or after ``bijv`` ends none."""
    plain = " ".join(text.split())
    found, start = [], 0
    for end in _END.finditer(plain):
        if not _ABBREVIATION.search(plain[start : end.end()]):
            found.append(plain[start : end.end()])
            start = end.end() + 1
    return [sentence for sentence in (*found, plain[start:]) if sentence]


def words(sentence: str) -> list[str]:
    """Return the words: what stands between spaces and has a letter or a figure."""
    return [word for word in sentence.split() if _WORD.search(word)]


def is_full(sentence: str) -> bool:
    """Return whether this is a sentence, not a label or a single word."""
    return bool(_CLOSED.search(sentence)) and len(words(sentence)) >= 3


def mean_length(found: Sequence[str]) -> float:
    """Return the mean number of words of sentences; 0 of none."""
    return sum(len(words(sentence)) for sentence in found) / len(found) if found else 0.0


def longer_than(found: Iterable[str], limit: int) -> list[str]:
    """Return the sentences of more than ``limit`` words."""
    return [sentence for sentence in found if len(words(sentence)) > limit]


def readability(found: Sequence[str]) -> float:
    """Return the Flesch-Douma score (W.H. Douma, Wageningen 1960): 206.8 - 0.93 words/sentence - 77 syllables/word.

    A library counts the syllables. We say where a sentence ends, since to the library each full stop is an end.
    """
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(" ".join(_one_stop(sentence) for sentence in found)))


def _one_stop(sentence: str) -> str:
    return re.sub(r"[.?!:…;]+", "", sentence).strip() + "."


class _Reader(HTMLParser):
    """Gathers blocks and links while it goes through a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self._open: list[tuple[str, bool]] = []
        self._text: list[str] = []
        self._link: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _INLINE:
            self.end_block()
        hidden = self._hidden or tag in _UNREAD or given.get("aria-hidden") == "true"
        if not hidden:
            self.blocks += [Block(text) for text in self._said(given)]
            if tag == "a" and given.get("href"):
                self._link = (given["href"] or "", [])
        if tag not in _VOID:
            self._open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_block()
        if tag == "a" and self._link:
            self.links.append(Link(self._link[0], "".join(self._link[1])))
            self._link = None
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._text.append(data)
            if self._link:
                self._link[1].append(data)

    def end_block(self) -> None:
        # A non-breaking space stays: in a number it belongs to the house style.
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self._text)).strip()
        self._text = []
        if text:
            self.blocks.append(Block(text, any(tag in _HEADINGS for tag, _ in self._open)))

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    @staticmethod
    def _said(given: dict[str, str | None]) -> Iterator[str]:
        yield from (text for name in _SAID if (text := given.get(name)))
