"""Build a project with MkDocs without a folder: its files are handed over as data, and so is what it would write.

The engine decides all that it always decides: which files are pages, the navigation, links, the search. Imported only
where MkDocs is about to build.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

# The theme's makers print an announcement about the engine's future on every build; it is not for our readers.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")

from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, file_sort_key, set_exclusions

from generator import safeyaml
from generator.errors import BuildFailed
from generator.site.shortcuts import shortcuts, smooth
from generator.site.stage import Project
from generator.site.trees import Tree

if TYPE_CHECKING:
    from jinja2 import Environment

#: Folders that the engine believes in. It asks that the first one exists, and reads and writes in neither.
_DOCS: Final = Path(__file__).parent
_SITE: Final = _DOCS.with_name("site-in-memory")
_INDEX: Final = "search/search_index"


def build_in_memory(project: Project) -> dict[str, bytes]:
    """Return the files of the site. Raises ``BuildFailed`` when the engine fails or warns."""
    site: dict[str, bytes] = {}
    frame = {name: data for name, data in project.overrides.items() if name.endswith(".html")}
    others = {name: data for name, data in project.overrides.items() if name not in frame}

    def write(content: bytes, path: str) -> None:
        site[Path(path).relative_to(_SITE).as_posix()] = content

    taken: list[File] = []

    def files(config: MkDocsConfig) -> Files:
        found = _files({**others, **project.docs}, config, site)
        taken.extend(found)
        return found

    with _failures(), shortcuts(write, files):
        config = _config(project.base, tuple(frame.items()))
        config["extra"] = dict(project.extra)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
            _let_go(taken)
    if f"{_INDEX}.json" in site and "material/offline" in config.plugins:
        # The plugin for this reads the index from the folder in which it was not written.
        site[f"{_INDEX}.js"] = b"var __index = " + site[f"{_INDEX}.json"]
    return site


@contextmanager
def _failures() -> Iterator[None]:
    """Raise as ``BuildFailed`` what the engine raises or warns of."""
    with _warnings() as warnings:
        try:
            yield
        except MkDocsException as error:
            raise BuildFailed(f"MkDocs kon de site niet maken: {error}") from error
    if warnings:
        raise BuildFailed("MkDocs gaf een waarschuwing:\n" + "\n".join(warnings))


def _let_go(files: Iterable[File]) -> None:
    """Undo that files and pages hold each other: the megabytes of a kit would wait for the garbage collector."""
    for file in files:
        if file.page:
            vars(file.page).clear()
        vars(file).clear()


class _InMemory(File):
    """A file of a project; what is no page goes into the site as it is."""

    site: dict[str, bytes]

    def copy_file(self, dirty: bool = False) -> None:
        self.site[self.dest_uri] = self.content_bytes


def _files(docs: Tree, config: MkDocsConfig, site: dict[str, bytes]) -> Files:
    """Return the files in the order in which the engine finds them in a folder; it judges which of them count."""
    files = [_InMemory.generated(config, name, content=data) for name, data in docs.items()]
    for file in files:
        cast("_InMemory", file).site = site
    set_exclusions(files, config)
    return Files(sorted(files, key=file_sort_key))


# The kits of a run have one configuration but for ``extra``, and one frame; a campaign has its own.
@lru_cache(maxsize=4)
def _config(base: str, frame: tuple[tuple[str, bytes], ...]) -> MkDocsConfig:
    """Return what the engine makes of a configuration, with ``extra`` still to be filled in.

    An empty file stands for what we read: the engine lays the values over it before it judges them all.
    """
    # Plugin instances outlive a build in one process; two configurations must not share them.
    cast("Plugins", MkDocsConfig.plugins).plugin_cache.clear()
    values = safeyaml.load(base)
    values["theme"].pop("custom_dir", None)
    values |= {"docs_dir": str(_DOCS), "site_dir": str(_SITE), "strict": False}
    with _failures():
        config = load_config(io.BytesIO(), config_file_path=str(_DOCS.with_name("mkdocs.yml")), **values)
    environment = _environment(config, dict(frame))
    config.theme.get_env = lambda: environment  # type: ignore[method-assign]
    smooth(config)
    return config


def _environment(config: MkDocsConfig, frame: Mapping[str, bytes]) -> Environment:
    """Return the theme's own environment, in which our frame comes first; it compiles each template once a process."""
    environment = config.theme.get_env()
    ours = DictLoader({name: data.decode("utf-8") for name, data in frame.items()})
    environment.loader = _Unlisted([ours, FileSystemLoader(config.theme.dirs)])
    return environment


class _Unlisted(ChoiceLoader):
    """Finds every template, but lists none: the theme brings 14,000 icons, and we remove what it copies."""

    def list_templates(self) -> list[str]:
        return []


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the engine warns of; its remarks about progress are dropped."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    collector = Collector(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
