from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from generator.batch.overview.spreadsheet import COLUMNS, safe, spreadsheet
from generator.errors import Answer
from tests.batch.overview.members import HOSTILE, een_bevinding, een_lid, veel_leden


def read(members: list[Any]) -> list[dict[str, str]]:
    """Read the list as a Dutch spreadsheet program does."""
    text = b"".join(spreadsheet(members)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_row_tells_how_a_member_stands() -> None:
    findings = (een_bevinding(), een_bevinding(level="warning", code="VK105"), een_bevinding(answer=Answer("Mag.")))
    (row,) = read([een_lid(state="invalid", findings=findings, reason="Een reden; met puntkomma")])
    assert row["Organisatie"] == "Bouwbedrijf De Linge"
    assert row["Stand"] == "Eerst verbeteren"
    assert row["Reden"] == "Een reden; met puntkomma"
    assert (row["Fouten"], row["Waarschuwingen"], row["Opmerkingen"], row["Beantwoord"]) == ("1", "1", "0", "1")
    assert row["Codes"] == "VK031 VK105"
    assert (row["Pagina's"], row["Drukwerk"], row["Gemaakt op"]) == ("17", "2", "2026-11-20")
    assert (row["Site"], row["Zip"]) == ("de-linge/site/index.html", "de-linge.zip")


def test_the_bytes_are_what_a_spreadsheet_program_wants() -> None:
    data = b"".join(spreadsheet(veel_leden(12)))
    assert data.startswith(b"\xef\xbb\xbfOrganisatie;Kit;")
    assert data.count(b"\r\n") == data.count(b"\n") == 13
    assert "Élan Staal".encode() in data


@pytest.mark.parametrize(
    "text", ["=1+1", "+31612345678", "-1", "@SOM(A1)", "\t=1", "\r=1", " =1+1", "\uff1d1+1", "\x00=1"]
)
def test_no_cell_begins_a_formula(text: str) -> None:
    assert safe(text).startswith(("'", "�"))


@pytest.mark.parametrize("text", ["Van Dam", "3D Print", "'t Anker", "a=b", "a-b@c.example"])
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_hostile_texts_keep_the_table_whole() -> None:
    members = [een_lid(slug=text, folder=text, naam=text, reason=text, branche=text, made_on=text) for text in HOSTILE]
    rows = read(members)
    assert len(rows) == len(HOSTILE)
    for row in rows:
        assert list(row) == list(COLUMNS)
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert not set(cell) & set("\n\r\t\x00\u202e")
