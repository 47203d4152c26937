"""A kit that fills in every key of the format, and each place in it where a text can be put."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from PIL import Image

from generator.kit.nodes import KeyPath

#: What may not stand in a file as it is.
_RAW: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def _contact(number: int) -> dict[str, str]:
    return {
        "telefoon": f"06 1234567{number}",
        "email": f"nummer{number}@voorbeeld.example",
        "whatsapp": f"06 1234567{number}",
        "signal": f"06 1234568{number}",
        "afspraak": f"https://agenda.example/nummer{number}",
        "post": f"Postbus {number}, 4100 AA Culemborg",
    }


LOGO: Final = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'
#: Every key that a kit may hold; the files that it names are those of ``write_files``.
FULL: Final[dict[str, Any]] = {
    "formaat": "1",
    "basis": "../branche.yml",
    "gecontroleerd_op": "2026-10-01",
    "organisatie": {
        "naam": "Voorbeeld Bouw",
        "korte_naam": "Voorbeeld",
        "medewerkers": "80",
        "sector": "bouw",
        "vestigingen": ["Culemborg", "Tiel"],
        "aanspreekvorm": "je",
        "site_url": "https://www.voorbeeld.example/vp/",
        "afzender": "HR Voorbeeld",
        "contact": _contact(0),
        "site_openbaar": True,
        "huisstijl": {"logo": "logo.svg", "kleur": "#00524c", "accent": "#e07a1f"},
    },
    "vertrouwenspersonen": [
        {
            "id": "sam",
            "naam": "Sam Bakker",
            "soort": "intern",
            "functie": "inkoper",
            "afdeling": "Inkoop",
            "bureau": "Bureau Sam",
            "vestigingen": ["Culemborg"],
            "andere_rollen": ["chauffeur"],
            "werkgebied": ["ongewenste-omgangsvormen", "integriteit"],
            "foto": {"bestand": "foto.jpg", "toestemming": "2026-09-15", "focus": ["0.5", "0.4"]},
            "voorstellen": "Ik luister en denk mee.",
            "talen": ["Nederlands", "Frans"],
            "contact": _contact(1),
            "bereikbaar": "maandag t/m donderdag, 9.00 tot 17.00 uur",
            "locatie": "kamer 1.12",
            "vervanger": "joost-verhage",
            "register": "LVV",
        },
        {"id": "joost-verhage", "naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}},
    ],
    "klachtencommissie": {
        "naam": "Klachtencommissie",
        "soort": "extern",
        "contact": _contact(2),
        "voorzitter": "A. de Boer",
        "leden": ["A. de Boer", "C. Yilmaz"],
        "behandeltermijn_weken": "8",
        "reglement": "regels.pdf",
    },
    "meldregeling": {"contact": _contact(3), "document": "https://intranet.voorbeeld.example/meldregeling"},
    "contacten": {
        "hr": {"naam": "HR-afdeling", "contact": _contact(4), "bereikbaar": "elke dag", "locatie": "kamer 2"},
        "leidinggevende": {"naam": "je leidinggevende"},
    },
    "doorverwijzing": {"agressie-door-klant": ["leidinggevende", "vertrouwenspersoon"]},
    "situaties": [
        {
            "id": "eigen-zaak",
            "titel": "Onveilig werk",
            "uitleg": "Werken zonder steiger.",
            "contacten": ["leidinggevende", "hr", "vertrouwenspersoon"],
        }
    ],
    "documenten": [{"titel": "Gedragscode", "bestand": "code.pdf"}],
    "uitzonderingen": [{"code": "VK104", "reden": "Dat komt nog.", "tot": "2027-01-31"}],
}
#: The layer below it.
LAYER: Final[dict[str, Any]] = {
    "formaat": "1",
    "vergrendeld": ["organisatie.huisstijl.ontwerp"],
    "branche": {
        "naam": "Bond van Voorbeelden",
        "logo": "logo.svg",
        "contact": _contact(5),
        "kit_aanvragen": "Bel de ledenservice.",
        "verhalen": [
            {
                "titel": "Het scheelt",
                "tekst": "Mensen bellen.",
                "naam": "Marleen Vos",
                "functie": "directeur",
                "lid": "Vos",
                "toestemming": "2026-10-01",
            }
        ],
    },
}


def write(kits: Path, kit: dict[str, Any], layer: dict[str, Any] | None = None, slug: str = "voorbeeld") -> Path:
    """Write a kit with its layer and the files that they name; return the kit's folder."""
    folder = kits / "bond" / slug
    folder.mkdir(parents=True, exist_ok=True)
    for home in (folder, folder.parent):
        (home / "logo.svg").write_bytes(LOGO)
    for name in ("regels.pdf", "code.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7\n")
    if not (folder / "foto.jpg").exists():
        Image.effect_noise((800, 800), 40).convert("RGB").save(folder / "foto.jpg", "JPEG")
    (folder / "kit.yml").write_bytes(as_yaml(kit))
    (folder.parent / "branche.yml").write_bytes(as_yaml(LAYER if layer is None else layer))
    return folder


def folder(above: Path, slug: str) -> Path:
    """Make the folder of a kit under ``above``, with a logo in it."""
    made = above / "kits" / slug
    made.mkdir(parents=True)
    (made / "logo.svg").write_bytes(LOGO)
    return made


def places(node: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Go through the places of all texts below a node."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from places(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(value, (*path, index))
    else:
        yield path


def blocks(node: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Go through the places of all mappings, the whole included."""
    if isinstance(node, dict):
        yield path
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in children:
        yield from blocks(value, (*path, key))


def with_text(kit: dict[str, Any], path: KeyPath, text: str) -> dict[str, Any]:
    """Return a copy of a kit with another text at one place."""
    changed = deepcopy(kit)
    *above, last = path
    at(changed, tuple(above))[last] = text
    return changed


def with_key(kit: dict[str, Any], path: KeyPath, key: str) -> dict[str, Any]:
    """Return a copy of a kit with one key more at one place."""
    changed = deepcopy(kit)
    at(changed, path)[key] = {"naam": "x"} if path == ("contacten",) else ["leidinggevende"]
    return changed


def at(node: Any, path: KeyPath) -> Any:
    """Return what stands at a place."""
    for step in path:
        node = node[step]
    return node


def as_yaml(kit: dict[str, Any]) -> bytes:
    """Write a kit with every text between quotes, so that it is read as it stands here: JSON is YAML."""
    text = json.dumps(kit, ensure_ascii=False, indent=1)
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()
