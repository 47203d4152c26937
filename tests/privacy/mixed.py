"""A mixed batch in which every organisation is marked: each text that it gives carries a word that is its own.

Two associations, members of them, and an organisation by itself; *je* and *u*; with and without photos, logos and
documents. A word begins with its owner's stem, so that a stem found in another's output is a leak, whatever it leaked.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import KITS

ALFA, BETA = "zqxalfaq", "zqxbetaq"
#: The kits by their slug, which is their stem too -> the layer below it.
OWNERS: Final = {"zqxaeenq": ALFA, "zqxatweeq": ALFA, "zqxbeenq": BETA, "zqxceenq": "", "zqxdeenq": ""}
STEMS: Final = (ALFA, BETA, *OWNERS)
#: Keys that hold no text of an organisation's own: a choice, a number, a date, a file or the name of something else.
_NO_TEXT: Final = frozenset(
    {
        *("aanspreekvorm", "andere_rollen", "basis", "behandeltermijn_weken", "code", "contacten", "document"),
        *("doorverwijzing", "focus", "formaat", "gecontroleerd_op", "ontwerp", "sector", "site_openbaar", "soort"),
        *("toestemming", "tot", "vervanger", "werkgebied", "kleur", "accent", "medewerkers"),
    }
)
#: Keys of the association's campaign, which no kit has.
_OF_A_LAYER: Final = frozenset({"kit_aanvragen", "verhalen", "lid", "tekst"})


@dataclass
class Words:
    """Gives one organisation its words; ``colour`` is that of its photos, ``numbers`` are its telephone numbers."""

    stem: str
    at: int
    given: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    def __call__(self, before: str = "", behind: str = "") -> str:
        """Return a text with a new word in it."""
        self.given.append(f"{self.stem}{len(self.given):02}")
        return " ".join(part for part in (before, self.given[-1], behind) if part)

    def number(self) -> str:
        """Return a new telephone number of its own, as the links of a site have it."""
        self.numbers.append(f"61234{self.at:02}{len(self.numbers):02}")
        return f"06 {self.numbers[-1][1:]}"

    @property
    def colour(self) -> tuple[int, int, int]:
        return (self.at % 3 * 100, self.at // 3 % 3 * 100, 60 + self.at // 9 * 100)


def write_batch(kits: Path, stems: tuple[str, ...] = tuple(OWNERS)) -> dict[str, Words]:
    """Write layers and kits below ``kits`` in the order of ``stems``; return the words that each was given."""
    words = {ALFA: _write_layer(kits, ALFA, 1), BETA: _write_layer(kits, BETA, 2)}
    for stem in stems:
        words[stem] = write_kit(kits, stem)
    return words


def folder_of(kits: Path, slug: str) -> Path:
    """Return where a kit of the batch stands."""
    return kits / OWNERS[slug] / slug


def write_kit(kits: Path, slug: str, stem: str = "", *, bare: bool = False) -> Words:
    """Write a kit with all keys and files there are, but for every second one; ``bare`` leaves out what may be."""
    at = 3 + list(OWNERS).index(slug)
    words = Words(stem or slug, at + (len(OWNERS) if stem else 0))
    folder = folder_of(kits, slug)
    values = _kit(words, folder, rich=at % 2 == 1 and not bare)
    if OWNERS[slug]:
        values = {"basis": "../branche.yml", **values}
    _dump(folder / "kit.yml", values)
    return words


def _write_layer(kits: Path, stem: str, at: int) -> Words:
    words = Words(stem, at)
    folder = kits / stem
    _photo(folder / f"fotos/{words()}.png", words)
    story = {"titel": words(), "tekst": words(), "naam": words(), "functie": words(), "lid": words()}
    values = {
        "formaat": 1,
        "branche": {
            "naam": words("Bond"),
            "logo": _logo(folder, words, ".svg"),
            "contact": {"email": f"{words()}@bond.example", "telefoon": words.number()},
            "kit_aanvragen": words("Bel"),
            "verhalen": [
                {**story, "toestemming": "2026-09-15"},
                {**story, "tekst": f"{stem}geheim", "titel": "Geheim"},
            ],
        },
        "vertrouwenspersonen": [
            {
                "id": f"{stem}pool",
                "naam": words("Joost"),
                "soort": "extern",
                "bureau": words("Praktijk"),
                "foto": {"bestand": f"fotos/{words.given[0]}.png", "toestemming": "2026-09-15"},
                "contact": {"telefoon": words.number(), "email": f"{words()}@pool.example"},
            }
        ],
        "documenten": [{"titel": words("Code"), "bestand": _document(folder, words)}],
    }
    _dump(folder / "branche.yml", values)
    return words


def _kit(words: Words, folder: Path, *, rich: bool) -> dict[str, Any]:
    people = [_advisor(words, folder, soort, rich=rich) for soort in ("intern", "extern")]
    people[0]["vervanger"] = people[1]["id"]
    organisatie: dict[str, Any] = {
        "naam": words("Bedrijf"),
        "korte_naam": words(),
        "medewerkers": 700 + words.at,
        "sector": "sport",
        "vestigingen": [words("Vestiging")],
        "aanspreekvorm": "je" if rich else "u",
        "site_url": f"https://{words()}.example/wie",
        "afzender": words("HR"),
        "contact": {"email": f"{words()}@hr.example"},
        "site_openbaar": rich,
        "huisstijl": {"kleur": f"#{50 + words.at}1c3d", "accent": "#e07a1f", "ontwerp": "rustig"},
    }
    if rich:
        organisatie["huisstijl"]["logo"] = _logo(folder, words, ".svg" if words.at % 4 == 1 else ".png")
    people[0]["vestigingen"] = organisatie["vestigingen"]
    situation = words.stem + "situatie"
    return {
        "formaat": 1,
        "gecontroleerd_op": "2026-11-01",
        "organisatie": organisatie,
        "vertrouwenspersonen": people,
        "klachtencommissie": {
            "naam": words("Commissie"),
            "soort": "extern",
            "contact": {"email": f"{words()}@klacht.example", "telefoon": words.number()},
            "voorzitter": words("mr."),
            "leden": [words("A."), words("B.")],
            "behandeltermijn_weken": 8,
            "reglement": _document(folder, words),
        },
        "meldregeling": {
            "contact": {"email": f"{words()}@meld.example"},
            "document": f"https://{words()}.example/meldregeling",
        },
        "contacten": {
            "hr": {"naam": words("Personeel"), "contact": {"telefoon": words.number()}, "bereikbaar": words()},
            "bedrijfsarts": {"naam": words("dr."), "locatie": words("kamer")},
        },
        "doorverwijzing": {"agressie-door-klant": ["hr", "vertrouwenspersoon"]},
        "situaties": [{"id": situation, "titel": words("Onveilig"), "uitleg": words("Werk"), "contacten": ["hr"]}],
        "documenten": [
            {"titel": words("Gedragscode"), "bestand": _document(folder, words)},
            *([{"titel": words("Notitie"), "bestand": _note(folder, words)}] if rich else []),
        ],
        "uitzonderingen": [{"code": "VK104", "reden": words("Komt nog"), "tot": "2027-01-31"}],
    }


def _advisor(words: Words, folder: Path, soort: str, *, rich: bool) -> dict[str, Any]:
    number = words.number()
    made = {
        "id": f"{words.stem}{soort}",
        "naam": words("Sam"),
        "soort": soort,
        "functie": words("inkoper"),
        "afdeling": words("afdeling"),
        "werkgebied": ["ongewenste-omgangsvormen", "integriteit"],
        "voorstellen": words("Ik luister en ik heet"),
        "talen": ["Nederlands", words()],
        "contact": {
            "telefoon": number,
            "whatsapp": words.number(),
            "signal": number,
            "email": f"{words()}@advies.example",
            "afspraak": f"https://{words()}.example/afspraak",
            "post": words("Postbus 1"),
        },
        "bereikbaar": words("maandag"),
        "locatie": words("kamer"),
        "register": words("LVV"),
    }
    if soort == "extern":
        del made["functie"], made["afdeling"]
        made["bureau"] = words("Praktijk")
    if rich:
        name = f"fotos/{words()}.jpg"
        _photo(folder / name, words)
        made["foto"] = {"bestand": name, "toestemming": "2026-09-15", "focus": [0.5, 0.4]}
    return made


def _photo(path: Path, words: Words) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", (1200, 900), words.colour)
    image.paste((250, 240, 230), (500, 300, 700, 600))
    image.save(path)


def _logo(folder: Path, words: Words, suffix: str) -> str:
    name = f"{words()}{suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    if suffix == ".svg":
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><text y="40">{words()}</text></svg>'
        (folder / name).write_text(drawing, encoding="utf-8")
    else:
        Image.new("RGB", (300, 200), words.colour).save(folder / name)
    return name


def _document(folder: Path, words: Words) -> str:
    name = f"documenten/{words('reglement')}.pdf".replace(" ", "-")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setAuthor(words())
    canvas.drawString(90, 700, words())
    canvas.save()
    (folder / name).write_bytes(out.getvalue())
    return name


def _note(folder: Path, words: Words) -> str:
    name = f"documenten/{words()}.txt"
    (folder / name).write_text(words("Notitie"), encoding="utf-8")
    return name


def _dump(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=200), encoding="utf-8")


def marked_keys(path: Path, stem: str) -> set[str]:
    """Return the keys of a kit file below which a text with a word of its own stands."""
    found: set[str] = set()

    def walk(value: object, key: str) -> None:
        if isinstance(value, dict):
            for name, below in value.items():
                walk(below, name)
        elif isinstance(value, list):
            for below in value:
                walk(below, key)
        elif stem in str(value) or key in {"telefoon", "whatsapp", "signal"}:
            found.add(key)

    walk(yaml.safe_load(path.read_text(encoding="utf-8")), "")
    return found


def keys_with_text() -> set[str]:
    """Return the keys of a kit that hold a text, a file or a number of an organisation's own, by the schema."""
    found: set[str] = set()

    def walk(schema: object) -> None:
        if isinstance(schema, dict):
            for name, below in schema.get("properties", {}).items():
                if "properties" not in json.dumps(below) and "$ref" not in json.dumps(below):
                    found.add(name)
            for below in schema.values():
                walk(below)
        elif isinstance(schema, list):
            for below in schema:
                walk(below)

    walk(json.loads((KITS / "kit.schema.json").read_text(encoding="utf-8")))
    return found - _NO_TEXT - _OF_A_LAYER
