"""The kits that the printables are tried on: the three examples, and awkward ones that must hold too.

Each is read with the real shared content. ``Gedrukt`` lays a kit out and draws it when somebody asks, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image, ImageDraw

from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.library import load_library
from generator.pipeline import read_kit
from generator.printing.catalog import Printable
from generator.printing.layout.elements import Page
from generator.printing.layout.fonts import Fonts
from generator.printing.parts.source import Source
from generator.printing.pdf.drawing import draw
from generator.printing.render import LaidOut, lay_out, look_over
from generator.resources import default_resources
from generator.wegwijzer import resolve
from tests.builders import een_kit, schrijf
from tests.conftest import EXAMPLES, KITS
from tests.printing.pdf import Pdf

RESOURCES: Final = default_resources()
FONTS: Final = Fonts(RESOURCES.theme / "print" / "fonts")
#: Stands on every sheet; one that does not change with each word of the shared content keeps the goldens quiet.
VERSIE: Final = "0a1b2c3d"

LANGE_NAAM: Final = "Marie-Louise van Nieuwenhuijzen-Schimmelpenninck van der Oye"
LANGE_ORGANISATIE: Final = "Coöperatieve Vereniging voor Wijkverpleging en Huishoudelijke Hulp in Oost-Gelderland U.A."
#: With words that are wide themselves, as organisations have them.
LANGE_WOORDEN: Final = "Stichting Gehandicaptenzorg en Verpleeghuisvoorzieningen Alblasserwaard-Vijfheerenlanden NL"
LANGE_BRANCHE: Final = "Koninklijke Vereniging van Werkgevers in de Gehandicaptenzorg en Wijkverpleging Gelderland"
LANGE_VOORNAMEN: Final = (
    "Bartholomeus Constantijn Vanderlinden-Groenewoud Hilversum 1",
    "Anna-Maria van Bergerhenegouwen-Westerhuis van Schoonhoven 2",
    "Bartholomeus Constantijn Vanderlinden-Groenewoud Hilversum 3",
    "Anna-Maria van Bergerhenegouwen-Westerhuis van Schoonhoven 4",
    "Bartholomeus Constantijn Vanderlinden-Groenewoud Hilversum 5",
)
LANGE_MAIL: Final = "vertrouwenspersoon.marie-louise@thuis.example"
VREEMDE_NAMEN: Final = (
    "Ayşe Şahin-Yıldırım",
    "Tuğba Łukasiewicz",
    "Sándor Erdős",
    "Nguyễn Thị Huệ",
    "Ĳsbrand Ĳzerman",
    "Ελένη Παπαδοπούλου",
    "Наталія Ївженко",
)  # fmt: skip
#: Four ways to be reached, each with a number or address of its own.
VIER_KANALEN: Final = {
    "telefoon": "0345 123456",
    "whatsapp": "06 12345678",
    "signal": "06 23456789",
    "email": LANGE_MAIL,
}
#: The layer of an association with a long name, beside the kits that stand on it.
LAAG: Final = "../branche.yml"
VESTIGINGEN: Final = ["Culemborg", "Tiel", "Geldermalsen-Noord"]


def _personen(aantal: int, **anders: Any) -> list[dict[str, Any]]:
    """Return so many advisors, in turn internal and external; ``anders`` is the same for all of them."""
    namen = (
        "Samira El Amrani",
        "Joost Verhage",
        "Fatima Zahra Benali",
        "Kees de Groot",
        "Ingrid Mulder",
        "Bram van der Laan",
        "Chantal Petit",
        "Mohammed Aydin",
        "Roos Janssen",
    )
    return [
        {
            "naam": namen[at],
            "soort": "extern" if at % 2 else "intern",
            **({"bureau": "Praktijk Verhage"} if at % 2 else {"functie": "inkoper"}),
            "contact": {"telefoon": f"06 1234567{at}", "email": f"vp{at}@delinge.example"},
            "foto": {"bestand": "fotos/groot.jpg", "toestemming": "2026-09-15"},
            "bereikbaar": "maandag t/m donderdag, 9.00 tot 17.00 uur",
            **anders,
        }
        for at in range(aantal)
    ]


def _lange_namen(aantal: int, **anders: Any) -> list[dict[str, Any]]:
    """Return advisors with a name of 60 characters each."""
    return [{**persoon, "naam": f"{LANGE_NAAM[:-1]}{at}"} for at, persoon in enumerate(_personen(aantal, **anders))]


def _vestigingen(aantal: int) -> list[dict[str, Any]]:
    """Return advisors who all work in the first site, and in turn in one of the others too."""
    return [
        {**persoon, "vestigingen": [VESTIGINGEN[0], VESTIGINGEN[1 + at % 2]]}
        for at, persoon in enumerate(_personen(aantal))
    ]


def _lange_woorden(**huisstijl: Any) -> dict[str, Any]:
    """Return a kit of three advisors whose organisation has a long name of long words."""
    organisatie = {"naam": LANGE_WOORDEN, "medewerkers": 900, "huisstijl": huisstijl}
    return {"vertrouwenspersonen": _personen(3), "organisatie": organisatie}


def _situaties(aantal: int) -> list[dict[str, Any]]:
    return [
        {
            "id": f"eigen-{at}",
            "titel": f"Ik moet doorwerken terwijl het niet veilig is, geval {at + 1}",
            "uitleg": "Bijvoorbeeld zonder steiger, zonder valbeveiliging of met kapot gereedschap.",
            "contacten": ["leidinggevende", "vertrouwenspersoon", "arbeidsinspectie"],
        }
        for at in range(aantal)
    ]


_LANG: Final = {"naam": LANGE_NAAM}
_ZONDER_FOTO: Final = {"foto": None}
_KLEIN: Final = {"foto": {"bestand": "fotos/klein.jpg", "toestemming": "2026-09-15"}}

#: By name: what is different from the smallest valid kit (see ``tests/builders.py``).
AWKWARD: Final[Mapping[str, Mapping[str, Any]]] = {
    "kleinste": {},
    "een-lange-naam": {"vertrouwenspersonen": _personen(1, **_LANG), "organisatie__huisstijl": {"ontwerp": "rustig"}},
    "een-kleur": {"vertrouwenspersonen": _personen(1), "organisatie__huisstijl": {"ontwerp": "kleur"}},
    "een-gesprek": {"vertrouwenspersonen": _personen(1), "organisatie__huisstijl": {"ontwerp": "gesprek"}},
    "twee-lange-organisatie": {
        "vertrouwenspersonen": _personen(2),
        "organisatie": {
            "naam": LANGE_ORGANISATIE,
            "medewerkers": 12,
            "huisstijl": {"ontwerp": "gesprek", "logo": "logo.png"},
        },
    },
    "twee-lange-namen": {
        "vertrouwenspersonen": _lange_namen(2),
        "organisatie__huisstijl": {"ontwerp": "kleur"},
    },
    "drie-vier-kanalen": {
        "vertrouwenspersonen": _personen(3, contact=VIER_KANALEN),
        "organisatie__huisstijl": {"ontwerp": "kleur", "kleur": "#f2c200"},
        "organisatie__aanspreekvorm": "u",
    },
    "vier-openbaar": {
        "vertrouwenspersonen": _personen(4),
        "organisatie__site_url": "https://www.delinge.example/vertrouwenspersonen/",
        "organisatie__site_openbaar": True,
    },
    "vier-een-lange-naam": {
        "vertrouwenspersonen": [*_personen(3), {**_personen(4)[3], **_LANG}],
        "organisatie__huisstijl": {"ontwerp": "rustig"},
    },
    "twee-lange-branche": {
        "basis": LAAG,
        "vertrouwenspersonen": _personen(2),
        "organisatie__huisstijl": {"ontwerp": "kleur", "logo": "logo.png"},
    },
    "vijf-zonder-foto": {
        "vertrouwenspersonen": _personen(5, **_ZONDER_FOTO),
        "organisatie__huisstijl": {"ontwerp": "gesprek", "kleur": "#6d28d9"},
    },
    "zes-kleine-foto": {
        "vertrouwenspersonen": _personen(6, **_KLEIN),
        "organisatie__huisstijl": {"ontwerp": "rustig", "logo": "logo.png"},
    },
    "zes-vier-kanalen": {
        "vertrouwenspersonen": _personen(6, contact=VIER_KANALEN),
        "organisatie__huisstijl": {"ontwerp": "kleur"},
    },
    "zes-lange-namen": {
        "vertrouwenspersonen": _lange_namen(6),
        "organisatie__huisstijl": {"ontwerp": "gesprek"},
    },
    "negen-vestigingen": {
        "vertrouwenspersonen": _vestigingen(9),
        "organisatie__vestigingen": VESTIGINGEN,
        "organisatie__huisstijl": {"ontwerp": "kleur", "logo": "logo.png"},
    },
    "alleen-mail": {"vertrouwenspersonen": _personen(3, contact={"email": LANGE_MAIL})},
    "veertien-situaties": {"vertrouwenspersonen": _personen(2), "situaties": _situaties(14)},
    "vreemde-letters": {
        "vertrouwenspersonen": [
            {**persoon, "naam": naam, "id": f"persoon-{at}"}
            for at, (persoon, naam) in enumerate(zip(_personen(7), VREEMDE_NAMEN, strict=True))
        ],
        "gecontroleerd_op": "2026-10-01",
    },
    "drie-lange-woorden-rustig": _lange_woorden(ontwerp="rustig"),
    "drie-lange-woorden-kleur": _lange_woorden(ontwerp="kleur"),
    "drie-lange-woorden-gesprek": _lange_woorden(ontwerp="gesprek"),
    "vijf-lange-voornamen": {
        "vertrouwenspersonen": [
            {**persoon, "naam": naam} for persoon, naam in zip(_personen(5), LANGE_VOORNAMEN, strict=True)
        ],
        "organisatie__huisstijl": {"ontwerp": "kleur"},
    },
    "een-logo": {
        "vertrouwenspersonen": _personen(1),
        "organisatie__huisstijl": {"ontwerp": "rustig", "logo": "logo.png"},
    },
    "drie-logo": {
        "vertrouwenspersonen": _personen(3),
        "organisatie__huisstijl": {"ontwerp": "rustig", "logo": "logo.png"},
    },
    "als-code": {
        "vertrouwenspersonen": [
            {
                **_personen(1)[0],
                "functie": "{{7*7}} %s",
                "bereikbaar": "maandag ) Tj ET (uur) \\051",
                "voorstellen": "Ik ben er. [klik](javascript:alert(1)) <b>vet</b>",
            },
            {**_personen(2)[1], "bureau": "<b>Praktijk</b> &amp; {naam}"},
        ],
        "organisatie__naam": "De <b>Linge</b> %s ) Tj ET",
        "situaties": [
            {
                "id": "eigen",
                "titel": "Iemand zegt ](javascript:alert(1)) tegen mij",
                "uitleg": "Of {{7*7}} en <script>alert(1)</script>.",
                "contacten": ["vertrouwenspersoon"],
            }
        ],
    },
    "alles-tegelijk": {
        "basis": LAAG,
        "vertrouwenspersonen": _lange_namen(5, contact=VIER_KANALEN),
        "organisatie": {
            "naam": LANGE_ORGANISATIE,
            "medewerkers": 400,
            "vestigingen": VESTIGINGEN,
            "aanspreekvorm": "u",
            "site_url": "https://www.delinge.example/vertrouwenspersonen/",
            "site_openbaar": True,
            "huisstijl": {"ontwerp": "rustig", "logo": "logo.png"},
        },
        "situaties": _situaties(14),
    },
}  # fmt: skip

NAMEN: Final = (*EXAMPLES, *AWKWARD)


def per_kit(*namen: str) -> list[Any]:
    """Return kits as parameters; all tests of a kit run in one worker, which lays it out and draws it once."""
    return [pytest.param(naam, marks=pytest.mark.xdist_group(naam), id=naam) for naam in namen]


def bron(slug: str) -> Source:
    """Return an example kit with everything shared."""
    return gedrukt(KITS / EXAMPLES[slug], KITS).source


def gedrukt(folder: Path, kits: Path) -> Gedrukt:
    """Read a valid kit; raises ``AssertionError`` with the findings of one that is not."""
    loaded = read_kit(folder, kits, RESOURCES)
    assert loaded.kit is not None, loaded.findings
    library = load_library(RESOURCES.content, loaded.kit.organisatie.aanspreekvorm)
    source = Source(loaded.kit, resolve(loaded.kit, library), library, FONTS, VERSIE)
    return Gedrukt(folder.name, loaded, source)


def awkward(naam: str, kits: Path) -> Path:
    """Write an awkward kit with its pictures under ``kits``, and its layer if it has one; return its folder."""
    folder = met_plaatjes(een_kit(kits, naam, **AWKWARD[naam]))
    if "basis" in AWKWARD[naam]:
        een_laag(kits, LANGE_BRANCHE)
    return folder


def een_laag(kits: Path, naam: str) -> None:
    """Write ``branche.yml`` under ``kits``: an association with a logo and nothing else."""
    een_merk(kits / "branche.png", "#2d4a6b")
    schrijf(kits, f"formaat: 1\nbranche: {{naam: {naam}, logo: branche.png}}\n", "branche.yml")


def met_plaatjes(folder: Path) -> Path:
    """Draw what kits of these tests may name: ``fotos/groot.jpg``, ``fotos/klein.jpg`` and ``logo.png``."""
    (folder / "fotos").mkdir()
    for name, side in (("groot", 2000), ("klein", 300)):
        een_foto(folder / "fotos" / f"{name}.jpg", side)
    een_merk(folder / "logo.png", "#b3412e")
    return folder


def een_merk(path: Path, colour: str) -> None:
    """Draw a logo: a disc in a wide picture that is empty for the rest."""
    mark = Image.new("RGBA", (600, 200))
    ImageDraw.Draw(mark).ellipse((10, 10, 190, 190), fill=colour)
    mark.save(path)


def een_foto(path: Path, side: int) -> None:
    """Draw a gradient with a circle: a JPEG of it is as large as one of a quiet portrait."""
    picture = Image.linear_gradient("L").resize((side, side)).convert("RGB")
    ImageDraw.Draw(picture).ellipse((side // 4, side // 4, 3 * side // 4, 3 * side // 4), fill="#c68642")
    picture.save(path, "JPEG", quality=90)


@dataclass(frozen=True)
class Gedrukt:
    """A kit and its printables."""

    naam: str
    loaded: LoadedKit = field(repr=False)
    source: Source = field(repr=False)

    @cached_property
    def laid_out(self) -> tuple[LaidOut, ...]:
        """Every printable before it is drawn."""
        return lay_out(self.source)

    @cached_property
    def pdfs(self) -> Mapping[str, bytes]:
        """Every printable's PDF by its file name."""
        return {item.made.bestand: draw(item.made.document, FONTS) for item in self.laid_out}

    @cached_property
    def read(self) -> Mapping[str, Pdf]:
        """Every PDF as somebody else reads it."""
        return {file: Pdf(data) for file, data in self.pdfs.items()}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is said about printing this kit."""
        return look_over(self.laid_out, self.source, self.loaded)

    def pages(self) -> list[tuple[str, Printable, Page]]:
        """Return every page with where it is (``poster-a4.pdf, blz. 1``) and the row of the catalogue it belongs to."""
        return [
            (f"{item.made.bestand}, blz. {number}", item.row, page)
            for item in self.laid_out
            for number, page in enumerate(item.made.document.pages, 1)
        ]
