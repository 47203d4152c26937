"""Texts made to keep a pattern busy: every rule reads them to the end. A pattern that tries all ways would not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import een_kit
from tests.rules.samples import judged, loaded

BUSY = {
    "hyphens": "A" + "-a" * 1900,
    "words": "A a " * 950,
    "stops": "A." * 1900,
    "one word": "A" + "a" * 3900,
    "numbers": "06 " * 1300,
    "mail": "a@a." * 950,
    "half mail": "a.b-" * 950,
    "streets": "Astraat " * 480,
    "brackets": "[a](" * 950,
    "emphasis": "*_" * 1900,
    "secrecy": "alles blijft geheim " * 190,
    "postcodes": "1234 " * 780,
}


@pytest.mark.parametrize("text", BUSY.values(), ids=BUSY)
def test_a_long_text_is_read_to_the_end(tmp_path: Path, text: str) -> None:
    advisor = {
        "naam": "Sam Bakker", "soort": "extern", "contact": {"telefoon": "088 1234567"},
        "voorstellen": f"{text} Bel 0345 654321",
    }  # fmt: skip
    situatie = {"id": "eigen-zaak", "titel": text[:190], "uitleg": text[:3900], "contacten": ["vertrouwenspersoon"]}
    kit = loaded(een_kit(tmp_path, vertrouwenspersonen=[advisor], situaties=[situatie]), tmp_path)
    assert kit.kit is not None
    # The number at the very end is seen, save where the text before it is itself a row of digits.
    found = {(item.code, item.path) for item in judged(kit)}
    assert (("VK114", "vertrouwenspersonen[0].voorstellen") in found) or text[0].isdigit()
