"""Findings as text for a terminal."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Finding
from generator.kit.report import counts, render, source_lines
from tests.builders import een_kit, lees


def test_finding_shows_place_level_path_message_line_caret_and_advice(tmp_path: Path) -> None:
    folder = een_kit(tmp_path / "kits", organisatie__sektor="bouw")
    place, line, caret, advice, *_ = render(lees(folder).findings).split("\n")
    assert place.startswith("kits/voorbeeld/kit.yml:5:3: VK020 fout (organisatie.sektor): De sleutel 'sektor' bestaat")
    assert line == "    5 |   sektor: bouw"
    assert caret == "      |   ^"
    assert advice.startswith("  Bedoelde je 'sector'? Hier mag: naam, korte_naam, medewerkers,")


def _finding(line_text: str, column: int) -> Finding:
    return Finding("VK020", "error", "kit.yml", "m", "a", 3, column, "", "kit-formaat", line_text)


def test_caret_stands_under_the_column_with_wide_letters_and_accents_before_it() -> None:
    line, caret = source_lines(_finding("naam: 漢字 e\u0301 x", 13))
    assert line == "    3 | naam: 漢字 e\u0301 x"
    assert caret == "      | " + " " * 13 + "^"


def test_long_line_is_cut_around_the_place() -> None:
    line, caret = source_lines(_finding("x" * 500 + "HIER" + "y" * 500, 501))
    assert len(line) <= 110
    assert line[caret.index("^") :].startswith("HIER")


def test_terminal_gets_no_control_characters() -> None:
    line, _ = source_lines(_finding("naam: \x1b[31mrood\u202e", 1))
    assert "\x1b" not in line
    assert "\u202e" not in line


def test_finding_about_a_whole_file_has_no_line() -> None:
    finding = Finding("VK072", "error", "kit.yml", "Hier is geen kit.yml.", "Maak er een.")
    assert render([finding]) == "kit.yml: VK072 fout: Hier is geen kit.yml.\n  Maak er een.\n\n1 fout"


def test_counts_are_in_dutch_and_in_order_of_weight() -> None:
    def one(level: str) -> Finding:
        return Finding("VK001", level, "k", "m", "a")  # type: ignore[arg-type]

    assert (
        counts([one("notice"), one("error"), one("warning"), one("error")]) == "2 fouten, 1 waarschuwing, 1 opmerking"
    )
    assert counts([]) == "Niets gevonden."
