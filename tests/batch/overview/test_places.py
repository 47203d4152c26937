"""The overview names files from the output on; where that stands is not for its readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.batch.overview.plain import without_places

DIST = Path("/home/piet/mijn kits/dist")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (f"De map {DIST}/de-linge kan niet weg: site/een.txt.", "De map de-linge kan niet weg: site/een.txt."),
        (f"In de map {DIST}/a staat iets. Kies: {DIST}/b", "In de map a staat iets. Kies: b"),
        ("Fout: [Errno 2] '/home/piet/.cache/x/foto.jpg'", "Fout: [Errno 2] 'foto.jpg'"),
        (r"Fout bij C:\Users\piet\kits\kit.yml.", "Fout bij kit.yml."),
        ("Zie https://www.example.org/a/b/c.html.", "Zie https://www.example.org/a/b/c.html."),
        ("En/of: 3/4 van site/a/b.txt", "En/of: 3/4 van site/a/b.txt"),
        ("", ""),
    ],
)
def test_a_reason_names_no_place_on_this_machine(reason: str, told: str) -> None:
    assert without_places(reason, DIST) == told


def test_a_relative_output_reads_the_same_as_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for place in ("dist", tmp_path / "dist"):
        assert without_places(f"De map {place}/de-linge is er al.", Path("dist")) == "De map de-linge is er al."
    assert without_places("De map de-linge is er al, zie README.", Path()) == "De map de-linge is er al, zie README."
