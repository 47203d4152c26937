"""The layers of the benchmark's association: what its members share, and its pool of advisors."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

from generator.kit.text import slugify
from tests.bench.member_photos import FOCUS
from tests.bench.member_words import POOL

#: A mapping as it stands in a kit file.
Values: TypeAlias = dict[str, Any]


def layers() -> dict[str, Values]:
    """Return the association's layers by file name: with the whole pool, with one advisor of it each, and with none.

    A member takes the layer with the advisors that it chose: a list merges, so a kit can't leave one out.
    """
    pool = [_from_pool(number) for number in range(len(POOL))]
    found = {"branche.yml": _layer(pool), "zonder-pool.yml": _layer([])}
    return found | {f"regio-{number}.yml": _layer([persoon]) for number, persoon in enumerate(pool, 1)}


def _layer(advisors: list[Values]) -> Values:
    shared: Values = {
        "formaat": 1,
        "branche": {
            "naam": "Vereniging van Werkgevers tussen de Rivieren",
            "logo": "logo.svg",
            "contact": {"email": "ledenservice@werkgevers-rivieren.example", "telefoon": "0344 123400"},
        },
        "vergrendeld": ["contacten.ledenhulp"],
        "organisatie": {"huisstijl": {"kleur": "#2d4a6b", "accent": "#d4602f"}},
        "klachtencommissie": {
            "naam": "Klachtencommissie ongewenst gedrag Werkgevers tussen de Rivieren",
            "soort": "extern",
            "contact": {"email": "secretaris@klachtencommissie-rivieren.example", "telefoon": "0344 123410"},
            "voorzitter": "mr. A. Achterberg",
            "leden": ["A. Achterberg", "C. Yilmaz", "W. van Zanten"],
            "behandeltermijn_weken": 8,
            "reglement": "documenten/klachtenregeling.pdf",
        },
        "contacten": {"ledenhulp": {"naam": "Ledenhulp van de vereniging", "contact": {"telefoon": "0344 123420"}}},
        "situaties": [
            {
                "id": "ander-bedrijf",
                "titel": "Iemand van een ander bedrijf gaat over mijn grens",
                "uitleg": "Bijvoorbeeld een leverancier of iemand van de opdrachtgever.",
                "contacten": ["leidinggevende", "vertrouwenspersoon", "ledenhulp"],
            }
        ],
        "documenten": [{"titel": "Gedragscode van de vereniging", "bestand": "documenten/gedragscode.pdf"}],
    }
    return shared | ({"vertrouwenspersonen": advisors} if advisors else {})


def _from_pool(number: int) -> Values:
    naam, bureau = POOL[number]
    domain = f"{slugify(naam.split()[-1])}.example"
    mobile = f"06 1234560{number}"
    return {
        "id": slugify(naam),
        "naam": naam,
        "soort": "extern",
        "bureau": bureau,
        "werkgebied": ["ongewenste-omgangsvormen", "integriteit"],
        "foto": {"bestand": f"fotos/{slugify(naam)}.jpg", "toestemming": date(2026, 5, 21), "focus": list(FOCUS)},
        "voorstellen": "Ik werk voor geen enkel lid. Ik luister, orden en laat zien welke wegen er zijn.",
        "talen": ["Nederlands", "Engels"],
        "contact": {
            "telefoon": mobile,
            "email": f"{slugify(naam.split()[0])}@{domain}",
            "whatsapp": mobile,
            "afspraak": f"https://afspraak.{domain}/gesprek",
        },
        "bereikbaar": "maandag t/m zaterdag, 7.00 tot 20.00 uur",
        "locatie": "buiten het werk, op een rustige plek in de buurt",
    }
