"""Members as tests want them: one with whatever is different about it, and many of every kind."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from generator.batch.member import Member, Print, State
from generator.errors import Answer, Finding

DAY: Final = date(2026, 11, 21)
TITLE: Final = "Vereniging Bouwers tussen de Rivieren"
LAYER: Final = "kits/bouw/branche.yml"
PRINTS: Final = (Print("poster-a4.pdf", "Poster"), Print("kaartjes.pdf", "Kaartjes"))
#: Texts that mean something to HTML, Jinja, a spreadsheet or a reader's eye.
HOSTILE: Final = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
    '"><svg onload=alert(1)>',
    "</title></style></script></table>",
    "a\u202egnp.exe",
    '=HYPERLINK("https://elders.example";"klik")',
    "javascript:alert(1)",
    "tab\ten\nregel\x00nul\ud800",
)


def een_lid(slug: str = "de-linge", **anders: Any) -> Member:
    """Return a member that stands, with whatever is different about it."""
    values: dict[str, Any] = {
        "slug": slug,
        "folder": f"kits/bouw/{slug}",
        "naam": "Bouwbedrijf De Linge",
        "state": "built",
        "branche": TITLE,
        "pages": 17,
        "site": True,
        "prints": PRINTS,
        "zipped": True,
        "made_on": "2026-11-20",
    }
    return Member(**(values | anders))


def een_bevinding(file: str = "kits/bouw/de-linge/kit.yml", **anders: Any) -> Finding:
    """Return a finding, with whatever is different about it."""
    values: dict[str, Any] = {
        "code": "VK031",
        "level": "error",
        "message": "Het e-mailadres 'fatima@' klopt niet.",
        "advice": "Schrijf het adres helemaal uit.",
        "line": 15,
        "column": 12,
        "path": "vertrouwenspersonen[0].contact.email",
    }
    return Finding(file=file, **(values | anders))


def gedeeld(**anders: Any) -> Finding:
    """Return a finding in the layer that members share."""
    values = {"code": "VK201", "level": "warning", "message": "De foto heeft geen toestemming.", "line": 31}
    return een_bevinding(LAYER, **(values | anders))


def veel_leden(number: int) -> list[Member]:
    """Return members of every kind, the same each time: six in a row stand in six ways."""
    return [_nummer(place) for place in range(number)]


def _nummer(place: int) -> Member:
    states: tuple[State, ...] = ("unchanged", "built", "invalid", "failed", "waiting", "removed")
    slug, state = f"lid-{place:04}", states[place % 6]
    own = f"kits/bouw/{slug}/kit.yml"
    answered = een_bevinding(own, code="VK104", level="warning", answer=Answer("Begint in januari.", date(2027, 1, 1)))
    findings = {
        "unchanged": (een_bevinding(own, code="VK107", level="notice", message="Er is maar één nummer."), answered),
        "built": (gedeeld(), een_bevinding(own, code="VK105", level="warning", message="Er is geen vervanger.")),
        "invalid": (een_bevinding(own), gedeeld()),
    }
    first_time = state in {"invalid", "failed", "waiting"} and place % 4 == 0
    return een_lid(
        slug,
        naam=f"{('Bouwbedrijf', 'Élan Staal', 'Kwekerij', 'Smederij')[place % 4]} nummer {place}",
        state=state,
        branche=TITLE if place % 3 else "Bond van Smeden",
        reason="De schijf is vol." if state == "failed" else "",
        findings=findings.get(state, ()),
        site=not first_time,
        prints=() if first_time else PRINTS,
        zipped=not first_time,
        made_on="" if first_time else "2026-11-20",
    )
