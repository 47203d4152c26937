"""``vertrouwenskit check KIT --persoon NAAM``: what becomes public about one advisor, to read and to sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from generator.cli.console import out, print_json
from generator.cli.exitcodes import Exit
from generator.cli.findings import show_findings
from generator.cli.overzicht import Case, overview
from generator.cli.select import Chosen
from generator.errors import Finding
from generator.openbaar.persoon import openbaar
from generator.openbaar.wie import which
from generator.pipeline import inspect_kit, read_kit
from generator.resources import Resources


def show_person(chosen: Chosen, name: str, resources: Resources, today: date, *, as_json: bool) -> Exit:
    """Print what becomes public about one advisor, and return the exit code.

    A kit that can't be read shows its findings instead. Raises ``UsageError`` for a name that is no advisor of the
    kit, or that could be several.
    """
    loaded = read_kit(chosen.folder, chosen.kits_root, resources)
    kit = loaded.kit
    if kit is None:
        found = (*chosen.findings, *loaded.findings)
        if as_json:
            print_json({"findings": [finding.as_json() for finding in found]})
        else:
            show_findings(out(), chosen.slug, found)
        return Exit.INVALID
    index = which(kit.vertrouwenspersonen, name)
    about = Case(
        slug=chosen.slug,
        kit=kit,
        persoon=kit.vertrouwenspersonen[index],
        today=today,
        public=openbaar(kit, index, resources, today),
        findings=_own(inspect_kit(chosen.folder, chosen.kits_root, resources, today), index),
    )
    if as_json:
        _print(about)
    else:
        overview(about).show(out())
    return Exit.OK


def _own(findings: Iterable[Finding], index: int) -> tuple[Finding, ...]:
    """Return the findings about the advisor at that place in the kit."""
    block = f"vertrouwenspersonen[{index}]"
    return tuple(item for item in findings if item.path == block or item.path.startswith((f"{block}.", f"{block}[")))


def _print(about: Case) -> None:
    organisatie = about.kit.organisatie
    content = {
        "kit": about.slug,
        "persoon": about.persoon.id,
        "datum": about.today.isoformat(),
        "site_url": organisatie.site_url,
        "site_openbaar": organisatie.site_openbaar,
        **asdict(about.public),
        "findings": [finding.as_json() for finding in about.findings],
    }
    print_json(content)
