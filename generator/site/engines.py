"""The seam to the site generator: a staged project goes in, a folder of HTML comes out.

Two engines share it. MkDocs is the default; Zensical, by the makers of the theme, reads the same project.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal, cast

from generator.errors import BuildFailed, UsageError

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
    from mkdocs.config import load_config
    from mkdocs.config.config_options import Plugins
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import MkDocsException

    # Plugin instances outlive a build in one process, and with them what the former kit left there.
    cast("Plugins", MkDocsConfig.plugins).plugin_cache.clear()
    with _warnings() as warnings:
        try:
            config = load_config(str(folder / "mkdocs.yml"), strict=False)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except MkDocsException as error:
            raise BuildFailed(f"MkDocs kon de site niet maken: {error}") from error
        finally:
            if "config" in locals():
                config.plugins.on_shutdown()
    if warnings:
        raise BuildFailed("MkDocs gaf een waarschuwing:\n" + "\n".join(warnings))


def _build_with_zensical(folder: Path) -> None:
    if find_spec("zensical") is None:
        raise UsageError("Zensical is niet geïnstalleerd. Installeer het met: pip install 'vertrouwenskit[zensical]'")
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
