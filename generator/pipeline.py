"""The whole story: one kit file becomes a microsite and printables. Read ``build_kit`` from top to bottom."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.errors import BuildFailed, Finding, KitInvalid, UsageError, stopping
from generator.job import Job
from generator.kit.decoding import forget_decoded
from generator.kit.loader import LoadedKit, load_kit
from generator.library import load_library
from generator.pages.render import render_pages
from generator.pages.view import DrukwerkView
from generator.printing.parts.source import Source, source_of
from generator.printing.render import LaidOut, Printed, lay_out, look_over, print_out
from generator.refusals import refusal
from generator.resources import Resources
from generator.rules.answers import answer
from generator.rules.judge import judge
from generator.site.engines import build_stage
from generator.site.manifest import fingerprints, manifest
from generator.site.place import make_folder, refuse_foreign
from generator.site.publish import put_back, swap_in
from generator.site.sharing import write_kit
from generator.site.stage import CONFIGURATION, Project, stage, write_project
from generator.site.trees import Tree, placed, read_tree
from generator.site.verify import verify

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A kit that may be published, with all that it is made from.

    ``laid_out`` are its printables, and ``looked_over`` what was found on those; None if they are not asked for.
    """

    slug: str
    source: Source
    laid_out: tuple[LaidOut, ...] | None
    findings: tuple[Finding, ...]
    looked_over: tuple[Finding, ...] | None


@dataclass(frozen=True, slots=True)
class Made:
    """A kit whose parts are made but not yet published.

    ``files`` are those of the part or parts that were asked for, ``pages`` is how many pages the site has, ``printed``
    gives of each printable its file and its title. ``findings`` is what may still be said of the kit, and
    ``looked_over`` the part of it that was found on paper, before the kit answered it (None if no printable was made).
    """

    slug: str
    files: Tree = field(repr=False)
    pages: int
    printed: tuple[tuple[str, str], ...]
    content_version: str
    findings: tuple[Finding, ...]
    looked_over: tuple[Finding, ...] | None


@dataclass(frozen=True, slots=True)
class Built:
    """A published kit: where it stands, and what is known of it (see ``Made``)."""

    slug: str
    folder: Path
    pages: int
    printed: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    looked_over: tuple[Finding, ...] | None = None

    @property
    def prints(self) -> int:
        """How many printables were made."""
        return len(self.printed)


def read_kit(folder: Path, kits_root: Path, resources: Resources) -> LoadedKit:
    """Read and validate one kit; its mistakes are findings in the result."""
    return load_kit(folder, kits_root, load_library(resources.content, "je").shared_ids)


def inspect_kit(folder: Path, kits_root: Path, resources: Resources, today: date) -> tuple[Finding, ...]:
    """Return all that can be said about one kit: as it is read and, if it is valid, as it is judged and printed."""
    loaded = read_kit(folder, kits_root, resources)
    if loaded.kit is None:
        return loaded.findings
    source = source_of(loaded.kit, resources, today)
    return findings_on(loaded, resources, today, look_over(lay_out(source), source, loaded))


def build_kit(job: Job, progress: Progress = lambda _step: None) -> Built:
    """Build and publish one kit; until the last step nothing in ``job.output`` changes.

    Raises ``KitInvalid`` with all findings, ``UsageError`` if something foreign stands in the way, or ``BuildFailed``
    when our own machinery fails.
    """
    progress("lezen")
    return build_loaded(job, read_kit(job.folder, job.kits_root, job.resources), progress)


def build_loaded(job: Job, loaded: LoadedKit, progress: Progress = lambda _step: None) -> Built:
    """Build and publish a kit that was read already; raises as ``build_kit`` does."""
    progress("drukwerk")
    prepared = prepare(job, loaded)
    refuse_foreign(job.output / loaded.slug)
    make_folder(job.output)
    with tempfile.TemporaryDirectory(prefix=f".{loaded.slug}-", dir=job.work or job.output) as work:
        return publish(job, make(job, prepared, Path(work), progress), Path(work), progress)


def prepare(job: Job, loaded: LoadedKit) -> Prepared:
    """Lay out and judge a kit; raises ``KitInvalid`` if it may not be published."""
    if loaded.kit is None:
        raise KitInvalid(loaded.findings)
    source = source_of(loaded.kit, job.resources, job.today)
    laid_out = None if job.only == "site" else lay_out(source)
    looked_over = None if laid_out is None else look_over(laid_out, source, loaded)
    findings = findings_on(loaded, job.resources, job.today, looked_over)
    if stopping(findings, strict=job.strict):
        raise KitInvalid(findings)
    return Prepared(loaded.slug, source, laid_out, findings, looked_over)


def make(job: Job, prepared: Prepared, work: Path, progress: Progress = lambda _step: None) -> Made:
    """Make the parts of a kit; ``work`` is a folder for what must be on disk meanwhile. Raises ``BuildFailed``."""
    slug, source, laid_out = prepared.slug, prepared.source, prepared.laid_out
    printed = tuple(print_out(laid_out, source, press=job.press)) if laid_out is not None else ()
    files = placed({item.bestand: item.data for item in printed}, "print")
    pages = 0
    if job.only != "print":
        progress("site")
        project = _stage(job, slug, source, printed)
        site = build_stage(project, job.engine, work)
        progress("nakijken")
        pages = verify(site)
        files |= placed(site, "site")
    forget_decoded()
    titles = tuple((item.bestand, item.titel) for item in printed)
    return Made(slug, files, pages, titles, source.version, prepared.findings, prepared.looked_over)


def publish(job: Job, made: Made, work: Path, progress: Progress = lambda _step: None) -> Built:
    """Swap what was made into ``job.output``; ``work`` is a folder on the same file system. Raises ``BuildFailed``."""
    progress("klaarzetten")
    target, finished = job.output / made.slug, work / "klaar"
    files = {**made.files, **_other_part(job, target)}
    digests = fingerprints(files)
    told = manifest(digests, made.slug, job.today, made.content_version, job.engine)
    write_kit(files, digests, told, finished, job.shared)
    try:
        swap_in(finished, target, work)
    except OSError as error:
        raise BuildFailed(f"De map {target} kan niet vervangen worden: {refusal(error)}.") from error
    return Built(made.slug, target, made.pages, made.printed, made.findings, made.looked_over)


def findings_on(
    loaded: LoadedKit, resources: Resources, today: date, looked_over: tuple[Finding, ...] | None
) -> tuple[Finding, ...]:
    """Return what was found on reading, by the rules and on paper, with what the kit answers to it.

    ``looked_over`` is what ``look_over`` found on paper, or None if nobody looked. The kit must be valid.
    """
    assert loaded.kit is not None  # noqa: S101  said above
    library = load_library(resources.content, loaded.kit.organisatie.aanspreekvorm)
    found = loaded.findings + judge(loaded, library, today) + (looked_over or ())
    return answer(loaded, found, today, printed=looked_over is not None)


def _stage(job: Job, slug: str, source: Source, printed: tuple[Printed, ...]) -> Project:
    """Return the project of the site, and leave it on disk if that is asked for."""
    views = _views(printed)
    pages = render_pages(source.kit, source.wegwijzer, source.library, job.resources, source.version, drukwerk=views)
    sheets = {view.link: item.data for view, item in zip(views, printed, strict=True)}
    pictures = {view.beeld: item.picture for view, item in zip(views, printed, strict=True)}
    pages = replace(pages, files={**pages.files, **sheets, **pictures})
    project = stage(pages, source.kit, job.resources)
    if job.keep_stage is not None:
        _keep(project, job.keep_stage / slug)
    return project


def _views(printed: tuple[Printed, ...]) -> tuple[DrukwerkView, ...]:
    return tuple(
        DrukwerkView(
            bestand=item.bestand,
            titel=item.titel,
            doel=item.row.doel,
            formaat=item.row.formaat,
            soort=item.row.soort,
            paginas=item.paginas,
            omvang=len(item.data),
            breedte=item.sides[0],
            hoogte=item.sides[1],
        )
        for item in printed
    )


def _other_part(job: Job, target: Path) -> dict[str, bytes]:
    """Return what an earlier build made of the part that this one leaves alone."""
    other = {"site": "print", "print": "site"}.get(job.only or "")
    return placed(read_tree(target / other), other) if other else {}


def _keep(project: Project, target: Path) -> None:
    """Leave the staged project; a folder of somebody's own work is not replaced."""
    if target.exists() and not (target / CONFIGURATION).is_file():
        raise UsageError(f"De map {target} bestaat al en is geen project van vertrouwenskit. Kies een andere map.")
    work = target.with_name(f".{target.name}.bezig")
    put_back(work, target.parent)
    shutil.rmtree(work, ignore_errors=True)
    try:
        write_project(project, work / "nieuw")
        swap_in(work / "nieuw", target, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
