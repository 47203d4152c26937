"""How an advisor is reached, in the words that stand on paper."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.kit.phone import NBSP
from generator.printing.parts.ways import Way, on_poster, ways
from tests.builders import een_kit
from tests.printing.kits import VIER_KANALEN, gedrukt


def ways_of(kits: Path, contact: Mapping[str, str], most: int | None = None) -> list[tuple[str, str]]:
    """Return label and text of each way of an advisor with this contact; ``most`` asks for those on a poster."""
    return [(way.label, way.tekst.replace(NBSP, " ")) for way in found_in(kits, contact, most)]


def found_in(kits: Path, contact: Mapping[str, str], most: int | None = None) -> tuple[Way, ...]:
    advisor = {"naam": "Samira El Amrani", "soort": "intern", "contact": dict(contact)}
    source = gedrukt(een_kit(kits, vertrouwenspersonen=[advisor]), kits).source
    (persoon,) = source.vertrouwenspersonen
    return ways(source, persoon) if most is None else on_poster(source, persoon, most)


def test_a_number_for_several_services_stands_once(tmp_path: Path) -> None:
    found = ways_of(tmp_path, {"telefoon": "06 12345678", "whatsapp": "06-12345678", "signal": "0612345678"})
    assert found == [("Bel of app, ook via Signal", "06 12 34 56 78")]


def test_each_number_has_its_own_words(tmp_path: Path) -> None:
    found = ways_of(tmp_path, VIER_KANALEN)
    assert found == [
        ("Bel", "0345 12 34 56"),
        ("App", "06 12 34 56 78"),
        ("App via Signal", "06 23 45 67 89"),
        ("Mail", VIER_KANALEN["email"]),
    ]


def test_two_services_are_joined_by_of(tmp_path: Path) -> None:
    assert ways_of(tmp_path, {"telefoon": "06 12345678", "whatsapp": "06 12345678"}) == [
        ("Bel of app", "06 12 34 56 78")
    ]


def test_a_number_stays_together_when_it_is_wrapped(tmp_path: Path) -> None:
    (way,) = found_in(tmp_path, {"telefoon": "06 12345678"})
    assert " " not in way.tekst
    assert NBSP in way.tekst


def test_a_web_address_is_shown_without_what_nobody_types(tmp_path: Path) -> None:
    assert ways_of(tmp_path, {"afspraak": "https://agenda.example/samira/"}) == [
        ("Afspraak maken", "agenda.example/samira")
    ]


def test_a_postal_address_stands_on_one_line(tmp_path: Path) -> None:
    assert ways_of(tmp_path, {"post": "Postbus 900\n4100 AA Culemborg"}) == [("Post", "Postbus 900 4100 AA Culemborg")]


def test_a_link_leads_where_the_letters_say_and_names_the_person(tmp_path: Path) -> None:
    number, mail = found_in(tmp_path, {"telefoon": "06 12345678", "email": "samira@delinge.example"})
    assert (number.link, mail.link) == ("tel:+31612345678", "mailto:samira@delinge.example")
    assert (number.about, mail.about) == ("Bel: Samira El Amrani", "Mail: Samira El Amrani")


def test_a_poster_leaves_letters_and_web_addresses_out(tmp_path: Path) -> None:
    found = ways_of(
        tmp_path, {"telefoon": "06 12345678", "afspraak": "https://agenda.example/", "post": "Postbus 900"}, 3
    )
    assert found == [("Bel", "06 12 34 56 78")]


def test_a_poster_shows_what_there_is_if_there_is_nothing_quicker(tmp_path: Path) -> None:
    assert ways_of(tmp_path, {"post": "Postbus 900, Culemborg"}, 3) == [("Post", "Postbus 900, Culemborg")]


def test_a_poster_shows_no_more_ways_than_it_has_room_for_numbers_first(tmp_path: Path) -> None:
    assert [label for label, _ in ways_of(tmp_path, VIER_KANALEN, 2)] == ["Bel", "App"]
