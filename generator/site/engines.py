"""The seam to the site generator: a project goes in, the files of a site come out.

Two engines share it. MkDocs is the default, and builds in memory; Zensical, by the makers of the theme, reads the same
project from disk.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.errors import BuildFailed, UsageError
from generator.job import EngineName
from generator.site.stage import CONFIGURATION, Project, write_project
from generator.site.trees import Tree, read_tree

#: What an engine writes that the site has no use for: lists of pages for search engines, and the look and scripts
#: of its own theme, which our frame replaces. What a page does need from here, the verification would miss.
_UNWANTED: Final = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "objects.inv",
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
    "search/search_index.json",  # the same index stands beside it as a script, which also loads from disk
)


def build_stage(project: Project, engine: EngineName, work: Path) -> dict[str, bytes]:
    """Build a project and return the files of the site; ``work`` is a folder for what an engine must have on disk.

    Raises ``BuildFailed`` when the engine fails or warns, ``UsageError`` when it is not installed.
    """
    site = _ENGINES[engine](project, work)
    return {name: site[name] for name in sorted(site) if not name.startswith(_UNWANTED)}


def _build_with_mkdocs(project: Project, _work: Path) -> Tree:
    # Imported where it is needed: a build of printables alone has no use for MkDocs.
    from generator.site.inmemory import build_in_memory

    return build_in_memory(project)


def _build_with_zensical(project: Project, work: Path) -> Tree:
    if find_spec("zensical") is None:
        raise UsageError(
            "Zensical is niet geïnstalleerd. Zet het in dezelfde omgeving als vertrouwenskit, "
            "bijvoorbeeld met: pipx inject vertrouwenskit zensical"
        )
    folder = (work / "project").absolute()  # the engine runs in that folder
    write_project(project, folder)
    done = subprocess.run(  # noqa: S603  a fixed command on a folder that we made
        [sys.executable, "-m", "zensical", "build", "--config-file", str(folder / CONFIGURATION)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise BuildFailed(f"Zensical kon de site niet maken:\n{done.stdout}{done.stderr}")
    site = read_tree(folder / "site")
    shutil.rmtree(folder)
    return site


_ENGINES: Final[dict[EngineName, Callable[[Project, Path], Tree]]] = {
    "mkdocs": _build_with_mkdocs,
    "zensical": _build_with_zensical,
}
