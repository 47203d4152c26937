"""Look at a built site before anybody else does: every link lands, the language is Dutch, nothing calls elsewhere.

A page that phones a third party or a button that leads nowhere is worse than a failed build, so each is a failure.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.errors import BuildFailed
from generator.kit.svg import check_published
from generator.site.tags import Attributes, lines_of, pairs, tokens
from generator.site.trees import Tree

#: Where an address is fetched without a reader's choice. ``a[href]`` is not here: a click is one.
_FETCHED: Final = {
    "a": ("ping",),
    "area": ("ping",),
    "audio": ("src",),
    "base": ("href",),
    "embed": ("src",),
    "form": ("action",),
    "frame": ("src",),
    "iframe": ("src", "srcdoc"),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_CLICKABLE_SCHEMES: Final = frozenset({"https", "http", "mailto", "tel", "sms"})
_STYLE: Final = re.compile(r"<style\b[^>]*+>(.*?)</style", re.IGNORECASE | re.DOTALL)
_REFRESH: Final = re.compile(r"[\d.\s]*+[;,]?\s*+(?:url\s*+=)?\s*+[\"']?([^\"']*+)", re.IGNORECASE)
_CSS_ADDRESS: Final = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s]+)", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    language: str = ""
    ids: set[str] = field(default_factory=set)
    doubles: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def note(self, noted: _Noted) -> None:
        """Note what an element or a line says."""
        if noted.language is not None:
            self.language = noted.language
        for identifier in noted.identifiers:
            (self.doubles if identifier in self.ids else self.ids).add(identifier)
        self.links += noted.links
        self.fetched += noted.fetched


@dataclass(frozen=True, slots=True)
class _Noted:
    """What elements have to say: ids, every address that they fetch or link to; ``language`` only of a page's root."""

    language: str | None
    identifiers: tuple[str, ...]
    links: tuple[str, ...]
    fetched: tuple[str, ...]


_NOTHING: Final = _Noted(None, (), (), ())


def _noted(tag: str, attributes: Attributes) -> _Noted:
    values = {name: value or "" for name, value in attributes}
    fetched = [
        address for name in _FETCHED.get(tag, ()) if values.get(name) for address in _addresses(name, values[name])
    ]
    if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
        found = _REFRESH.match(values.get("content", ""))
        fetched += [found[1]] if found and found[1] else []
    if values.get("style"):
        fetched += _CSS_ADDRESS.findall(values["style"])
    return _Noted(
        language=values.get("lang", "") if tag == "html" else None,
        identifiers=(values["id"],) if values.get("id") else (),
        links=(values["href"],) if tag == "a" and "href" in values else (),
        fetched=tuple(fetched),
    )


# Most lines of a page stand on other pages and in other kits too.
@lru_cache(maxsize=1024)
def _line(html: str) -> _Noted | None:
    """Return what a line says, or None if it can't be read by itself."""
    found = tokens(html)
    if found is None:
        return None
    noted = [_noted(tag, pairs(attributes)) for _, tag, attributes, *_ in found if attributes or tag == "html"]
    if all(item == _NOTHING for item in noted):
        return _NOTHING
    return _Noted(
        language=next((item.language for item in reversed(noted) if item.language is not None), None),
        identifiers=tuple(identifier for item in noted for identifier in item.identifiers),
        links=tuple(link for item in noted for link in item.links),
        fetched=tuple(address for item in noted for address in item.fetched),
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines: nobody asks, and it is a quarter of the work."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element says."""
        self.page.note(_noted(tag, tuple(attrs)))


def _addresses(attribute: str, value: str) -> list[str]:
    if attribute == "srcset":
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    return [value]


@dataclass(frozen=True, slots=True)
class _Site:
    """What a site holds: the paths of its files and what was read from its pages, by path from its root.

    ``good`` are the addresses that were tried, each with how and from which folder: all pages have the same frame.
    """

    files: frozenset[str]
    pages: Mapping[str, _Page]
    good: set[tuple[str, str, str]] = field(default_factory=set)

    def target(self, name: str, path: str) -> str | None:
        """Return the file that an address in page ``name`` means, or None if the site has none there."""
        start = "" if path.startswith("/") else posixpath.dirname(name)
        found = posixpath.normpath(posixpath.join(start, unquote(path).lstrip("/")))
        return found if found in self.files else None


def verify(site: Tree, language: str = "nl") -> int:
    """Return the number of pages in the files of a site; raises ``BuildFailed`` that lists everything found wrong."""
    pages = {name: _read(data.decode("utf-8")) for name, data in site.items() if name.endswith(".html")}
    seen = _Site(frozenset(site), pages)
    problems = [problem for name, page in pages.items() for problem in _problems(name, page, seen, language)]
    for name, data in site.items():
        if name.endswith(".css"):
            problems += [problem for address in _fetched(data) for problem in _fetch_problems(name, address, seen)]
        elif name.endswith(".svg"):
            problems += _drawing_problems(name, data)
    if not pages:
        problems.append("de site heeft geen enkele pagina")
    if problems:
        raise BuildFailed("De gemaakte site klopt niet:\n" + "\n".join(f"- {problem}" for problem in problems))
    return len(pages)


# The style sheets of the theme are the same in all kits.
@lru_cache(maxsize=16)
def _fetched(sheet: bytes) -> tuple[str, ...]:
    return tuple(_CSS_ADDRESS.findall(sheet.decode("utf-8")))


def _drawing_problems(name: str, drawing: bytes) -> Iterator[str]:
    try:
        check_published(drawing)
    except ValueError as problem:
        yield f"{name}: de tekening bevat {problem}"


def _read(html: str) -> _Page:
    page = _elements(html)
    page.fetched += [address for sheet in _STYLE.findall(html) for address in _CSS_ADDRESS.findall(sheet)]
    return page


def _elements(html: str) -> _Page:
    page = _Page()
    for line in lines_of(html):
        noted = _line(line)
        if noted is None:
            reader = _Reader()
            reader.feed(html)
            return reader.page
        if noted is not _NOTHING:
            page.note(noted)
    return page


def _problems(name: str, page: _Page, site: _Site, language: str) -> Iterator[str]:
    if page.language != language:
        yield f"{name}: de taal is '{page.language}' en niet '{language}'"
    for identifier in sorted(page.doubles):
        yield f"{name}: de plek #{identifier} is er twee keer"
    folder = posixpath.dirname(name)
    for judge, addresses in ((_fetch_problems, page.fetched), (_link_problems, page.links)):
        for address in dict.fromkeys(addresses):
            key = (judge.__name__, folder, address)
            if key in site.good:
                continue
            problems = list(judge(name, address, site))
            yield from problems
            if not problems and not address.startswith(("#", "?")):
                site.good.add(key)


def _fetch_problems(name: str, address: str, site: _Site) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme == "data" or (not parts.scheme and not parts.netloc and not parts.path):
        return
    if parts.scheme or parts.netloc:
        yield f"{name}: haalt iets op van een ander adres: {address}"
    elif site.target(name, parts.path) is None:
        yield f"{name}: het bestand {address} bestaat niet"


def _link_problems(name: str, address: str, site: _Site) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if parts.scheme not in _CLICKABLE_SCHEMES:
            yield f"{name}: een link met een vreemd begin: {address}"
        return
    target = site.target(name, parts.path) if parts.path else name
    if target is None:
        yield f"{name}: de link {address} gaat nergens heen"
        return
    anchor = unquote(parts.fragment)
    if anchor and target in site.pages and anchor not in site.pages[target].ids:
        yield f"{name}: de link {address} wijst naar een plek die er niet is"
