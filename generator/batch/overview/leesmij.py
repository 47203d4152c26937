"""``LEESMIJ.txt``: what a member does with its kit, in plain text that every Windows computer opens."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.batch.member import Print
from generator.batch.overview.plain import shown
from generator.dates import datum
from generator.errors import BuildFailed
from generator.kit.contact import Contact
from generator.kit.model import Kit
from generator.resources import Resources

_WIDTH: Final = 76
_TEMPLATE: Final = "LEESMIJ.txt"


@dataclass(frozen=True, slots=True)
class About:
    """What the note says of a kit beside what is in the folder; what is empty is left out.

    ``prints`` gives printables their titles. ``afzender`` answers for the kit and ``vereniging`` made it; each with its
    contact in one line, for example ``ledenservice@bouwbond.example, 0344 123400``.
    """

    naam: str = ""
    prints: tuple[Print, ...] = ()
    afzender: str = ""
    contact_afzender: str = ""
    vereniging: str = ""
    contact_vereniging: str = ""


def about(kit: Kit, prints: tuple[Print, ...]) -> About:
    """Return what the note says of a kit."""
    organisatie, branche = kit.organisatie, kit.branche
    return About(
        naam=organisatie.naam,
        prints=prints,
        afzender=organisatie.afzender or "",
        contact_afzender=_reach(organisatie.contact),
        vereniging=branche.naam if branche else "",
        contact_vereniging=_reach(branche.contact) if branche else "",
    )


def leesmij(slug: str, names: Collection[str], day: date, told: About, resources: Resources) -> bytes:
    """Return the note: UTF-8 with a byte order mark and the line ends of Windows, in lines of at most 76 characters.

    ``names`` are the files in the kit's folder; a printable without a title is told by its file. Raises ``BuildFailed``
    if the theme's template does not work.
    """
    values = {name: shown(getattr(told, name)) for name in About.__slots__ if name != "prints"}
    values["naam"] = values["naam"] or slug
    site = any(name.startswith("site/") for name in names)
    folder = resources.theme / "overview"
    try:
        text = (
            _environment(folder)
            .get_template(_TEMPLATE)
            .render(values, slug=slug, site=site, prints=_prints(names, told), datum=datum(day))
        )
    except TemplateError as error:
        raise BuildFailed(f"De tekst theme/overview/{_TEMPLATE} werkt niet: {error!r}") from error
    return ("\r\n".join(_lines(text)) + "\r\n").encode("utf-8-sig", "replace")


def _prints(names: Collection[str], told: About) -> list[Print]:
    """Return the printables that are there: in the order in which they are told, then the others by name."""
    there = {name.removeprefix("print/") for name in names if name.startswith("print/")}
    titled = [Print(item.bestand, shown(item.titel)) for item in told.prints if item.bestand in there]
    others = there - {item.bestand for item in titled}
    return [*titled, *(Print(name, "Vel") for name in sorted(others))]


def _reach(contact: Contact | None) -> str:
    """Return how somebody is reached, in one line."""
    ways = (contact.email, contact.telefoon) if contact else ()
    return ", ".join(str(way) for way in ways if way)


def _environment(folder: Path) -> Environment:
    """Return the environment of a plain text, in which no character has a meaning."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701  a text file: there is nothing to escape for
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _lines(text: str) -> Iterator[str]:
    """Yield lines of at most the width; a heading gets a rule as long as itself, the first a double one."""
    rule = "="
    # A part of the template that is left out leaves its blank line behind.
    for line in re.sub(r"\n{3,}", "\n\n", text.strip()).split("\n"):
        hanging = "  " if line.startswith("- ") else ""
        is_heading = line.startswith("# ")
        wrapped = textwrap.wrap(line.removeprefix("# "), _WIDTH, subsequent_indent=hanging, break_on_hyphens=False) or [
            ""
        ]
        yield from wrapped
        if is_heading:
            yield rule * max(map(len, wrapped))
            rule = "-"
