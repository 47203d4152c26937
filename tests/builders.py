"""The smallest valid kit, and whatever a test wants to be different about it."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import yaml

from generator.kit.loader import LoadedKit, SharedIds, load_kit

#: A small stand-in for the shared content, so that tests of the reader do not hang on what an editor changes there.
SHARED: Final = SharedIds(
    situaties=frozenset({"acuut-gevaar", "agressie-door-klant", "pesten", "reorganisatie"}),
    landelijk=frozenset({"112", "113", "politie", "arbeidsinspectie", "huis-voor-klokkenluiders", "juridisch-loket"}),
    algemeen=frozenset({"leidinggevende", "huisarts"}),
    rollen=frozenset({"hr", "bedrijfsarts", "preventiemedewerker", "ondernemingsraad"}),
    sectoren=frozenset({"sport", "onderwijs", "cultuur"}),
)

_SMALLEST: Final[dict[str, Any]] = {
    "formaat": 1,
    "organisatie": {"naam": "Bakkerij Van Dam", "medewerkers": 12},
    "vertrouwenspersonen": [
        {"naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}},
    ],
}


def een_kit(kits: Path, slug: str = "voorbeeld", **anders: Any) -> Path:
    """Write ``kits/slug/kit.yml`` and return its folder.

    ``anders`` replaces keys of the smallest valid kit; ``organisatie__sector="sport"`` reaches one level down, and
    None leaves a key out.
    """
    kit = deepcopy(_SMALLEST)
    for name, value in anders.items():
        above, _, below = name.partition("__")
        target, key = (kit.setdefault(above, {}), below) if below else (kit, above)
        target[key] = value
        if value is None:
            del target[key]
    return schrijf(kits / slug, yaml.safe_dump(kit, allow_unicode=True, sort_keys=False))


def schrijf(folder: Path, text: str, name: str = "kit.yml") -> Path:
    """Write ``text`` as a file in ``folder`` (made if need be) and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def lees(folder: Path, kits: Path | None = None, shared: SharedIds = SHARED) -> LoadedKit:
    """Read the kit in ``folder``; the kits folder is the one above it unless ``kits`` says otherwise."""
    return load_kit(folder, kits or folder.parent, shared)


def codes(loaded: LoadedKit) -> list[str]:
    """Return the codes of the findings, in their order."""
    return [finding.code for finding in loaded.findings]
