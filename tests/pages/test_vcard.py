"""A contact card is read by an independent parser, and says what the kit says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import vobject

from generator.kit.model import Kit
from generator.pages.vcard import vcard
from tests.builders import een_kit, lees


def card(tmp_path: Path, organisatie: dict[str, Any] | None = None, **persoon: Any) -> tuple[Any, bytes]:
    advisor = {"naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}} | persoon
    loaded = lees(
        een_kit(
            tmp_path / "kits",
            organisatie={"naam": "Bakkerij Van Dam", "medewerkers": 12} | (organisatie or {}),
            vertrouwenspersonen=[advisor],
        )
    )
    assert isinstance(loaded.kit, Kit), loaded.findings
    data = vcard(loaded.kit.vertrouwenspersonen[0], loaded.kit.organisatie)
    return vobject.readOne(data.decode("utf-8")), data


def test_a_card_has_name_role_number_and_mail(tmp_path: Path) -> None:
    parsed, _ = card(tmp_path, contact={"telefoon": "088 1234567", "email": "joost@verhage.example"})
    assert parsed.fn.value == "Joost Verhage"
    assert (parsed.n.value.given, parsed.n.value.family) == ("Joost", "Verhage")
    assert parsed.tel.value == "+31881234567"
    assert parsed.email.value == "joost@verhage.example"
    assert parsed.title.value == "Vertrouwenspersoon"


def test_an_external_advisor_is_of_her_own_bureau_for_this_organisation(tmp_path: Path) -> None:
    parsed, _ = card(tmp_path, bureau="Praktijk Verhage")
    assert parsed.org.value == ["Praktijk Verhage"]
    assert parsed.title.value == "Vertrouwenspersoon bij Bakkerij Van Dam"


def test_commas_semicolons_and_backslashes_come_back_as_typed(tmp_path: Path) -> None:
    parsed, _ = card(tmp_path, naam="Ann; O'Neil, mr\\x", bereikbaar="ma, di; 9.00 uur")
    assert parsed.fn.value == "Ann; O'Neil, mr\\x"
    assert parsed.note.value == "ma, di; 9.00 uur"


@pytest.mark.parametrize("naam", ["Ş" * 90, "Łucja Wójcik " * 12])
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(tmp_path: Path, naam: str) -> None:
    parsed, data = card(tmp_path, naam=naam)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert parsed.fn.value == naam.strip()


def test_a_second_number_is_there_for_whatsapp_alone(tmp_path: Path) -> None:
    parsed, data = card(tmp_path, contact={"telefoon": "088 1234567", "whatsapp": "06 12345678"})
    assert [tel.value for tel in parsed.tel_list] == ["+31881234567", "+31612345678"]
    _, same = card(tmp_path / "twee", contact={"telefoon": "06 12345678", "whatsapp": "06 12345678"})
    assert same.count(b"TEL;") == 1
    assert data.count(b"TEL;") == 2
