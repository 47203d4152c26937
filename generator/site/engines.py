"""The seam to the site generator: a staged project goes in, a folder of HTML comes out.

Two engines share it. MkDocs is the default; Zensical, by the makers of the theme, reads the same project.
"""

from __future__ import annotations

import io
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from generator import safeyaml
from generator.errors import BuildFailed, UsageError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

EngineName = Literal["mkdocs", "zensical"]

#: What an engine writes that the site has no use for: lists of pages for search engines, and the look and scripts
#: of its own theme, which our frame replaces. What a page does need from here, the verification would miss.
_UNWANTED: Final = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "objects.inv",
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "search/search_index.json",  # the same index stands beside it as a script, which also loads from disk
)


def build_stage(folder: Path, engine: EngineName) -> Path:
    """Build the staged project in ``folder`` and return the folder with the site.

    Raises ``BuildFailed`` when the engine fails or warns, ``UsageError`` when it is not installed.
    """
    _ENGINES[engine](folder)
    site = folder / "site"
    for name in _UNWANTED:
        unwanted = site / name
        if unwanted.is_dir():
            shutil.rmtree(unwanted)
        else:
            unwanted.unlink(missing_ok=True)
    return site


def _build_with_mkdocs(folder: Path) -> None:
    # The theme's makers print an announcement about the engine's future on every build; it is not for our readers.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
    from mkdocs.commands.build import build
    from mkdocs.config.config_options import Plugins
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import MkDocsException

    from generator.site.shortcuts import shortcuts, smooth

    # Plugin instances outlive a build in one process, and with them what the former kit left there.
    cast("Plugins", MkDocsConfig.plugins).plugin_cache.clear()
    with _warnings() as warnings, shortcuts():
        try:
            config = _config(folder / "mkdocs.yml")
            config.plugins.on_startup(command="build", dirty=False)
            environment = engine_environment(config.theme, folder / "overrides")
            config.theme.get_env = lambda: environment  # type: ignore[method-assign]
            smooth(config)
            build(config)
        except MkDocsException as error:
            raise BuildFailed(f"MkDocs kon de site niet maken: {error}") from error
        finally:
            if "config" in locals():
                config.plugins.on_shutdown()
    if warnings:
        raise BuildFailed("MkDocs gaf een waarschuwing:\n" + "\n".join(warnings))


def _config(path: Path) -> MkDocsConfig:
    """Return what the engine makes of a project's configuration; it is spared its own reading of YAML, which is slow.

    An empty file stands for what we read: the engine lays the values over it before it judges them all.
    """
    from mkdocs.config import load_config

    values = safeyaml.load(path.read_text(encoding="utf-8")) | {"strict": False}
    return load_config(io.BytesIO(), config_file_path=str(path), **values)


def _build_with_zensical(folder: Path) -> None:
    if find_spec("zensical") is None:
        raise UsageError(
            "Zensical is niet geïnstalleerd. Zet het in dezelfde omgeving als vertrouwenskit, "
            "bijvoorbeeld met: pipx inject vertrouwenskit zensical"
        )
    done = subprocess.run(  # noqa: S603  a fixed command on a folder that we made
        [sys.executable, "-m", "zensical", "build", "--config-file", str(folder / "mkdocs.yml")],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    if done.returncode != 0:
        raise BuildFailed(f"Zensical kon de site niet maken:\n{done.stdout}{done.stderr}")


def engine_environment(theme: Theme, overrides: Path) -> Environment:
    """Return the theme's own environment, with two shortcuts that change no byte of a site.

    It lists no static files but those of our frame (the theme brings 14,000 icons, and we remove what it copies),
    and it compiles each template once per process instead of once per build.
    """
    environment = theme.get_env()
    environment.loader = _FrameFirst(theme.dirs, overrides)
    environment.bytecode_cache = _COMPILED
    return environment


class _FrameFirst(FileSystemLoader):
    """Finds every template of the theme, but lists only what stands in one folder."""

    def __init__(self, searchpath: Sequence[str], listed: Path) -> None:
        super().__init__(searchpath)
        self._listed = FileSystemLoader(listed)

    def list_templates(self) -> list[str]:
        return self._listed.list_templates()


class _InMemory(BytecodeCache):
    """Keeps compiled templates by name and content; never on disk, where somebody else could have put them."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Leave the folder out, which is another one in every build; a checksum of the source guards the content."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_COMPILED: Final = _InMemory()

_ENGINES: Final[dict[EngineName, Callable[[Path], None]]] = {
    "mkdocs": _build_with_mkdocs,
    "zensical": _build_with_zensical,
}


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
