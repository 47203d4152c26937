"""The whole story: one kit file becomes a published microsite. Read ``build_kit`` from top to bottom."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.errors import BuildFailed, Finding, KitInvalid, UsageError
from generator.kit.loader import LoadedKit, load_kit
from generator.library import content_version, load_library
from generator.pages.render import render_pages
from generator.resources import Resources
from generator.site.engines import EngineName, build_stage
from generator.site.manifest import manifest
from generator.site.publish import swap_in
from generator.site.stage import stage
from generator.site.verify import verify
from generator.wegwijzer import resolve

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that one build depends on; nothing else is read, no clock and no environment."""

    folder: Path
    kits_root: Path
    output: Path
    resources: Resources
    today: date
    engine: EngineName = "mkdocs"
    keep_stage: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """A published kit: where it stands, how many pages it has, and what may still be said about it."""

    slug: str
    folder: Path
    pages: int
    findings: tuple[Finding, ...]


def read_kit(folder: Path, kits_root: Path, resources: Resources) -> LoadedKit:
    """Read and validate one kit; its mistakes are findings in the result."""
    return load_kit(folder, kits_root, load_library(resources.content, "je").shared_ids)


def build_kit(job: Job, progress: Progress = lambda _step: None) -> Built:
    """Build and publish one kit; until the last step nothing in ``job.output`` changes.

    Raises ``KitInvalid`` with all findings, or ``BuildFailed`` when our own machinery fails.
    """
    progress("lezen")
    loaded = read_kit(job.folder, job.kits_root, job.resources)
    kit = loaded.kit
    if kit is None or any(finding.level == "error" for finding in loaded.findings):
        raise KitInvalid(loaded.findings)

    progress("teksten")
    library = load_library(job.resources.content, kit.organisatie.aanspreekvorm)
    version = content_version(job.resources.content)
    wegwijzer = resolve(kit, library)
    pages = render_pages(kit, wegwijzer, library, job.resources, version)

    target = job.output / loaded.slug
    _refuse_foreign(target)
    _make_folder(job.output)
    with tempfile.TemporaryDirectory(prefix=f".{loaded.slug}-", dir=job.output) as work:
        progress("site")
        project = Path(work) / "project"
        stage(pages, kit, job.resources, project)
        if job.keep_stage is not None:
            _keep(project, job.keep_stage / loaded.slug)
        site = build_stage(project, job.engine)

        progress("nakijken")
        count = verify(site)

        progress("klaarzetten")
        finished = Path(work) / "klaar"
        finished.mkdir()
        site.rename(finished / "site")
        (finished / "kit.json").write_text(
            manifest(finished, loaded.slug, job.today, version, job.engine), encoding="utf-8", newline="\n"
        )
        try:
            swap_in(finished, target, Path(work) / "oud")
        except OSError as error:
            raise BuildFailed(f"De map {target} kan niet vervangen worden: {error.strerror}.") from error
    return Built(loaded.slug, target, count, loaded.findings)


#: All that a build leaves in a kit's folder; a build replaces the whole folder, so nothing else may stand there.
_OURS: Final = frozenset({"site", "kit.json"})
#: What file managers leave behind by themselves.
_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def _refuse_foreign(target: Path) -> None:
    """Raise ``UsageError`` if publishing in ``target`` would remove something that no build made."""
    if not target.exists() and not target.is_symlink():
        return
    if target.is_symlink() or not target.is_dir():
        raise UsageError(f"{target} is geen gewone map. Haal het weg, of kies met --output een andere map.")
    foreign = sorted({path.name for path in target.iterdir()} - _OURS - _LITTER)
    if foreign:
        raise UsageError(
            f"In de map {target} staat iets dat vertrouwenskit niet heeft gemaakt: {', '.join(foreign[:5])}. "
            "Het zou verdwijnen. Zet het ergens anders neer, of kies met --output een andere map."
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise UsageError(f"In de map {folder} kan niet geschreven worden. Kies met --output een andere map.") from error


def _keep(project: Path, target: Path) -> None:
    """Leave a copy of the staged project; a folder of somebody's own work is not replaced."""
    if target.exists() and not (target / "mkdocs.yml").is_file():
        raise UsageError(f"De map {target} bestaat al en is geen project van vertrouwenskit. Kies een andere map.")
    copy = target.with_name(f".{target.name}.nieuw")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy)
    swap_in(copy, target, target.with_name(f".{target.name}.oud"))
