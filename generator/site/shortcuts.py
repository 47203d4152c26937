"""Hand the engine cheaper pieces for what it does in every build; no byte of a site is another one for it.

Imported only where MkDocs is about to build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache, partial
from importlib.metadata import EntryPoint
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from material.plugins.search import plugin as search  # type: ignore[import-untyped]
from mkdocs import utils
from mkdocs.commands import build
from mkdocs.utils import meta

from generator.site import pieces
from generator.site.findable import SearchParser

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_find_themes: Final = utils.get_themes
_read_meta: Final = meta.get_data
_FRONT_MATTER: Final = re.compile(r"---\n.*?\n---\n+", re.DOTALL)


@contextmanager
def shortcuts(write: Callable[[bytes, str], None], files: Callable[[MkDocsConfig], Files]) -> Iterator[None]:
    """Let the engine hand over what it would write to ``write``, and take its files from ``files``.

    It also looks for installed themes once a process, which is most of the time of loading a configuration; reads the
    same front matter once; and reads pages for the search without ``html.parser``.
    """
    with ExitStack() as replaced:
        for module, name, value in (
            (build, "get_files", files),
            (utils, "write_file", write),
            (utils, "clean_directory", _leave),
            (utils, "get_themes", _themes),
            (meta, "get_data", _meta),
            (search, "Parser", SearchParser),
            (search, "re", SimpleNamespace(**{**vars(re), "sub": _sub})),
        ):
            replaced.enter_context(_instead(module, name, value))
        yield


@contextmanager
def _instead(module: ModuleType, name: str, value: object) -> Iterator[None]:
    plain = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, plain)


def _leave(_folder: str) -> None:
    """Clean no folder: nothing is written in one."""


# The engine remembers this too, but forgets it whenever it loads a theme; now it is this memory that it empties.
@lru_cache(maxsize=1)
def _themes() -> dict[str, EntryPoint]:
    return _find_themes()


def _meta(source: str) -> tuple[str, dict[str, Any]]:
    """Return a page's text and its front matter; most front matter is the same for all kits."""
    front = _FRONT_MATTER.match(source)
    if front is None:
        return _read_meta(source)
    return source[front.end() :], {**_front_matter(front[0])}


@lru_cache(maxsize=128)
def _front_matter(text: str) -> dict[str, Any]:
    return _read_meta(text)[1]


def _sub(pattern: str, by: str, text: str) -> str:
    """Replace as ``re.sub`` does; the search takes signs of its own out of every page, and hardly any page has one."""
    sign = "data-search-"
    return text if sign in pattern and sign not in text else re.sub(pattern, by, text)


def smooth(config: MkDocsConfig) -> None:
    """Let the builds of ``config`` convert their pages in pieces, and make no sitemap."""
    config.plugins.events["page_markdown"].append(_in_pieces)
    config.theme.static_templates.discard("sitemap.xml")


def _in_pieces(_markdown: str, *, page: Page, **_build: object) -> None:
    page.render = partial(pieces.render, page)  # type: ignore[method-assign]
