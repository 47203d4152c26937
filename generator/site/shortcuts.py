"""Hand the engine cheaper pieces for what it does in every build; no byte of a site is another one for it.

Imported only where MkDocs is about to build.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from material.plugins.search import plugin as search  # type: ignore[import-untyped]
from mkdocs import utils

from generator.site import pieces
from generator.site.findable import SearchParser

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_find_themes: Final = utils.get_themes


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let the engine look for installed themes once a process, and read pages for the search without ``html.parser``.

    Loading a configuration looks through every package that is installed; that is most of its time.
    """
    with _instead(utils, "get_themes", _themes), _instead(search, "Parser", SearchParser):
        yield


@contextmanager
def _instead(module: ModuleType, name: str, value: object) -> Iterator[None]:
    plain = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, plain)


# The engine remembers this too, but forgets it whenever it loads a theme; now it is this memory that it empties.
@lru_cache(maxsize=1)
def _themes() -> dict[str, EntryPoint]:
    return _find_themes()


def smooth(config: MkDocsConfig) -> None:
    """Let a build of ``config`` convert its pages in pieces, link files instead of copying, and make no sitemap."""
    config.plugins.events["page_markdown"].append(_in_pieces)
    config.plugins.events["env"].append(_linked)
    config.theme.static_templates.discard("sitemap.xml")


def _in_pieces(_markdown: str, *, page: Page, **_build: object) -> None:
    page.render = partial(pieces.render, page)  # type: ignore[method-assign]


def _linked(_environment: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Let the site share the project's own photos and documents with it; the project is thrown away afterwards."""
    for file in files:
        source = file.abs_src_path
        if not file.is_documentation_page() and source and Path(source).is_relative_to(config.docs_dir):
            file.copy_file = partial(_link, file.copy_file, source, file.abs_dest_path)  # type: ignore[method-assign]


def _link(copy: Callable[[bool], None], source: str, target: str, dirty: bool = False) -> None:
    try:
        try:
            os.link(source, target)
        except FileNotFoundError:
            Path(target).parent.mkdir(parents=True)
            os.link(source, target)
    except OSError:
        copy(dirty)
