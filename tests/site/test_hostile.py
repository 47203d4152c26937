"""A kit can hold no code: whatever its texts look like, a site shows them as text and gains no element by them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest

from generator.job import Job
from generator.pipeline import build_kit
from generator.resources import Resources
from tests.builders import een_kit
from tests.conftest import TODAY

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "[klik](javascript:alert(1))",
    "**vet** _schuin_ `code`",
    "' onmouseover='alert(1)",
    '"><svg onload=alert(1)>',
    "# kop",
    "{: #anker onclick=alert(1) }",
    "[[je|u]]",
    "</title></head><body>",
    "--- !ENV [HOME]",
]


def a_kit_with(text: str) -> dict[str, Any]:
    """Return values for a kit that shows ``text`` wherever a text of its own may stand.

    People get a surname behind it: an advisor with the name of a member of the committee would stop the build.
    """
    contact = {"telefoon": "088 1234567", "post": text}
    return {
        "organisatie": {"naam": text, "korte_naam": text, "medewerkers": 80, "afzender": text, "vestigingen": [text]},
        "vertrouwenspersonen": [
            {
                "id": "een", "naam": f"{text} Aarts", "soort": "intern", "contact": contact, "functie": text,
                "afdeling": text, "vestigingen": [text], "talen": [text], "bereikbaar": text, "locatie": text,
                "register": text, "vervanger": "twee", "voorstellen": "woord",
            },
            {
                "id": "twee", "naam": f"{text} Bos", "soort": "extern", "bureau": text,
                "contact": {"email": "a@b.example"},
            },
        ],
        "klachtencommissie": {
            "naam": text, "soort": "extern", "contact": contact, "voorzitter": f"{text} Claes",
            "leden": [f"{text} Claes", f"{text} Dirks"],
        },
        "meldregeling": {"contact": contact},
        "contacten": {"hr": {"naam": f"{text} Evers", "contact": contact, "bereikbaar": text, "locatie": text}},
        "situaties": [{"id": "eigen-zaak", "titel": text, "uitleg": text, "contacten": ["hr", "vertrouwenspersoon"]}],
    }  # fmt: skip


def outline(site: Path) -> dict[str, tuple[Counter[tuple[str, tuple[str, ...]]], str]]:
    """Return for each page its elements with the names of their attributes, and its text."""
    found = {}
    for path in sorted(site.glob("*.html")):
        tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        elements = Counter((str(element.tag), tuple(sorted(element.attrib))) for element in tree.iter())
        found[path.name] = (elements, " ".join("".join(tree.itertext()).split()))
    return found


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> Any:
    return outline(build(tmp_path_factory.mktemp("goed"), resources, "woord"))


def build(folder: Path, resources: Resources, text: str) -> Path:
    kit = een_kit(folder / "kits", **a_kit_with(text))
    return build_kit(Job(kit, folder / "kits", folder / "dist", resources, TODAY, only="site")).folder / "site"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_adds_no_element_or_attribute_and_is_shown_as_typed(
    tmp_path: Path, resources: Resources, harmless: Any, text: str
) -> None:
    pages = outline(build(tmp_path, resources, text))
    assert pages.keys() == harmless.keys()
    for name, (elements, _) in pages.items():
        assert elements == harmless[name][0], name
    assert text in pages["vertrouwenspersonen.html"][1]
    assert text in pages["klachtencommissie.html"][1]
    assert text in pages["wegwijzer.html"][1]
