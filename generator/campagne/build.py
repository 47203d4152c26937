"""One ``branche.yml`` becomes a finished campaign: read, laid out, staged, built and verified, in a given folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.campagne.a4 import lay_out_a4
from generator.campagne.pages import render_site
from generator.campagne.paper import unprintable
from generator.campagne.stage import stage_site
from generator.campagne.teksten import load_a4
from generator.campagne.vereniging import SLUG, read_branche
from generator.campagne.verhalen import unfit
from generator.errors import Finding
from generator.job import EngineName
from generator.kit.codes import in_order
from generator.library import content_version
from generator.printing.layout.fonts import Fonts
from generator.printing.pdf.drawing import draw
from generator.resources import Resources
from generator.site.engines import build_stage
from generator.site.manifest import fingerprints, manifest
from generator.site.sharing import write_kit
from generator.site.trees import placed
from generator.site.verify import verify

A4_FILE: Final = "werkgevers-a4.pdf"


@dataclass(frozen=True, slots=True)
class Campagne:
    """What a build of a campaign gave.

    ``folder`` is the finished folder inside the work folder, with ``site/``, ``print/`` and ``kit.json``; it is None
    if the findings hold an error, or if there is nothing to make a campaign of. ``files`` are all files that were
    read: together with the resources, the day and the engine everything that the folder depends on.
    """

    folder: Path | None
    pages: int
    prints: int
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]


def build_campagne(  # noqa: PLR0913, PLR0917  all that a campaign depends on, and nothing else
    branche_file: Path, kits_root: Path, resources: Resources, today: date, engine: EngineName, work: Path
) -> Campagne:
    """Make the campaign of an association in ``work``, which must exist and hold no earlier campaign.

    A mistake in ``branche.yml`` is a finding in the result. Raises ``BuildFailed`` when our own machinery fails.
    """
    read = read_branche(branche_file, kits_root)
    if read.vereniging is None:
        return Campagne(None, 0, 0, read.findings, read.files)
    version = content_version(resources.content / "werkgevers")
    fonts = Fonts(resources.theme / "print" / "fonts")
    a4 = lay_out_a4(read.vereniging, load_a4(resources.content / "werkgevers"), fonts, version)
    found = [
        *read.findings,
        *unfit(read.vereniging, read.tree, today),
        *unprintable(a4, read.vereniging, read.tree, fonts),
    ]
    findings = in_order(found)
    if any(item.level == "error" for item in findings):
        return Campagne(None, 0, 0, findings, read.files)

    pdf = draw(a4.document, fonts)
    site = render_site(read.vereniging, read.vereniging.published(today), resources, version, pdf)
    built = build_stage(stage_site(site, read.vereniging, resources), engine, work)
    built.pop("search.json", None)  # Zensical's index, for a search that this site does not have
    pages = verify(built)
    files = placed({A4_FILE: pdf}, "print") | placed(built, "site")
    digests = fingerprints(files)
    write_kit(files, digests, manifest(digests, SLUG, today, version, engine), work / SLUG, None)
    return Campagne(work / SLUG, pages, 1, findings, read.files)
