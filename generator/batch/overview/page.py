"""``index.html``: the association's overview, in one file that asks nothing of anybody and also works from disk."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from generator.batch.member import Member
from generator.batch.overview.common import MOST_REASONS, reasons, shared_findings
from generator.batch.overview.plain import members_word, number, shown
from generator.batch.overview.rows import lead, note, rows
from generator.batch.overview.standing import STAND_WORDS, URGENCY, Stand, tally
from generator.dates import datum
from generator.errors import BuildFailed
from generator.resources import Resources, held
from generator.rules.guide import entries

#: What the theme draws for a stand.
_ICONS: Final = {
    "klaar": "vink",
    "waarschuwingen": "info",
    "fouten": "gevaar",
    "mislukt": "sluit",
    "wacht": "klok",
    "vervallen": "verlaten",
}
#: So many pieces of the template are written at once.
_BUFFER: Final = 2_000


def page(members: Sequence[Member], title: str, today: date, resources: Resources) -> Iterator[bytes]:
    """Yield the page in pieces, so that a page about thousands is never whole in memory.

    ``members`` come in the order of the page. Raises ``BuildFailed`` if the theme's template does not work.
    """
    folder = resources.theme / "overview"
    try:
        template = environment(folder).get_template("index.html")
        stream = template.stream(_values(members, title, today) | _inlined(resources.theme))
        stream.enable_buffering(_BUFFER)
        for piece in stream:
            yield piece.encode("utf-8", "replace")
    except TemplateError as error:
        raise BuildFailed(f"Het overzicht in theme/overview werkt niet: {error!r}") from error


def environment(folder: Path) -> Environment:
    """Return the environment of the page's template; every value is escaped."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"getal": number, "leden": members_word, "tekst": shown}
    return made


def _values(members: Sequence[Member], title: str, today: date) -> dict[str, Any]:
    total = tally(members)
    shared = shared_findings(members)
    why = reasons(members, {entry.code: entry.title for entry in entries()})
    associations = sorted({shown(member.branche) for member in members if member.branche})
    return {
        "title": shown(title),
        "today": today.isoformat(),
        "today_words": datum(today),
        "lead": lead(total),
        "tiles": [
            (stand, word, total[stand]) for stand, word in STAND_WORDS.items() if total[stand] or stand != "wacht"
        ],
        "bar": _bar(total),
        "reasons": why[:MOST_REASONS],
        "more_reasons": len(why[MOST_REASONS:]),
        "shared": [(item, note(item.finding)) for item in shared.values()],
        "associations": associations if len(associations) > 1 else [],
        "rows": rows(members, shared),
        "number": len(members),
        "urgency": " ".join(URGENCY),
    }


def _bar(total: Mapping[Stand, int]) -> list[tuple[Stand, str, str]]:
    """Return the parts of a bar of 1000 wide: stand, left edge, width."""
    whole, left, parts = sum(total.values()), 0.0, []
    for stand, part in total.items():
        if part:
            width = 1000 * part / whole
            parts.append((stand, f"{left:.1f}", f"{width:.1f}"))
            left += width
    return parts


def _inlined(theme: Path) -> dict[str, Any]:
    """Return style, script and drawings, and the policy that lets the browser use these and nothing else."""
    drawings = "".join(_drawing(theme, stand, name) for stand, name in _ICONS.items())
    style = f"\n{_fonts(theme / 'assets' / 'fonts')}{drawings}{_read(theme / 'overview' / 'overview.css')}"
    script = f"\n{_read(theme / 'overview' / 'overview.js')}"
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; font-src data:; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    trusted = {"style": style, "script": script}
    return {"policy": policy, **{name: Markup(text) for name, text in trusted.items()}}  # noqa: S704  the theme's own


def _fonts(folder: Path) -> str:
    """Return the theme's fonts with the files inside."""

    def inside(found: re.Match[str]) -> str:
        return f"url(data:font/woff2;base64,{b64encode((folder / found[1]).read_bytes()).decode()})"

    return re.sub(r'url\("([\w-]+\.woff2)"\)', inside, _read(folder / "fonts.css"))


def _drawing(theme: Path, stand: str, name: str) -> str:
    """Return the rule that gives a stand its drawing."""
    data = b64encode((theme / "assets" / "icons" / f"{name}.svg").read_bytes()).decode()
    return f'.is-{stand} {{ --teken: url("data:image/svg+xml;base64,{data}"); }}\n'


def _read(path: Path) -> str:
    return held(path).decode("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
