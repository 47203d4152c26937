"""Every code on every sheet is read from a picture by somebody else's reader, and says what the kit says."""

from __future__ import annotations

from typing import Any

import vobject

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Code, Page, placed
from generator.printing.parts.filenames import person_file
from generator.printing.posters.poster import spread
from tests.printing.codes import TURNS, read
from tests.printing.conftest import Drukker
from tests.printing.kits import Gedrukt

#: A camera at arm's length sees about so much of a sheet (dots an inch).
SEEN = 150


def payloads(page: Page) -> list[str]:
    """Return what the codes of a page say, sorted."""
    return sorted(leaf.item.payload for leaf in placed(page) if isinstance(leaf.item, Code))


def all_payloads(kit: Gedrukt) -> set[str]:
    return {payload for _, _, page in kit.pages() for payload in payloads(page)}


def cards(kit: Gedrukt, bestand: str | None = None) -> list[Any]:
    """Return the contact cards behind the codes of a kit, or of one of its files, each once."""
    items = [item for item in kit.laid_out if bestand in {None, item.made.bestand}]
    found = {payload for item in items for page in item.made.document.pages for payload in payloads(page)}
    return [vobject.readOne(payload) for payload in sorted(found) if payload.startswith("BEGIN:VCARD")]


def values(card: Any, kind: str) -> set[str]:
    return {line.value for line in card.contents.get(kind, ())}


def numbers(persoon: Vertrouwenspersoon) -> set[str]:
    contact = persoon.contact
    given = (contact.telefoon, contact.whatsapp, contact.signal)
    return {number.link.removeprefix("tel:") for number in given if number}


def test_every_code_is_read_from_a_picture_of_its_sheet_upright_and_turned(kit: Gedrukt) -> None:
    for item in kit.laid_out:
        wanted = [payloads(page) for page in item.made.document.pages]
        if any(wanted):
            pictures = kit.read[item.made.bestand].pictures(SEEN)
            for turn in TURNS:
                found = [read(picture, turn) if said else [] for picture, said in zip(pictures, wanted, strict=True)]
                assert found == wanted, (item.made.bestand, turn)


def test_every_advisor_has_a_code_on_a_card_on_a_strip_and_on_an_own_poster(kit: Gedrukt) -> None:
    personen = kit.source.vertrouwenspersonen
    for file in ("kaartjes.pdf", "poster-afscheurstroken-a4.pdf"):
        assert {card.fn.value for card in cards(kit, file)} == {persoon.naam for persoon in personen}, file
    for persoon in personen:
        assert {card.fn.value for card in cards(kit, person_file(persoon))} == {persoon.naam}


def test_up_to_four_advisors_have_their_codes_on_the_poster_with_all(kit: Gedrukt) -> None:
    named = {card.fn.value for card in cards(kit, "poster-a4.pdf")}
    crowded = [group for group in spread(kit.source.vertrouwenspersonen) if len(group) > 4]
    without = {persoon.naam for group in crowded for persoon in group}
    assert named == {persoon.naam for persoon in kit.source.vertrouwenspersonen} - without


def test_a_code_holds_the_contact_card_of_an_advisor(kit: Gedrukt) -> None:
    personen = {persoon.naam: persoon for persoon in kit.source.vertrouwenspersonen}
    for card in cards(kit):
        persoon = personen[card.fn.value]
        assert card.title.value == "Vertrouwenspersoon"
        assert f"{card.n.value.given} {card.n.value.family}".strip() == persoon.naam
        assert values(card, "tel") <= numbers(persoon)
        assert values(card, "email") <= {persoon.contact.email}
        assert values(card, "tel") | values(card, "email")


def test_the_code_on_a_poster_holds_every_number_and_the_mail_address(kit: Gedrukt) -> None:
    personen = {persoon.naam: persoon for persoon in kit.source.vertrouwenspersonen}
    for card in cards(kit, "poster-a4.pdf"):
        contact = personen[card.fn.value].contact
        assert values(card, "tel") == numbers(personen[card.fn.value])
        assert values(card, "email") == ({contact.email} if contact.email else set())


def test_a_code_leads_to_the_site_only_if_everybody_can_open_it(kit: Gedrukt) -> None:
    organisatie = kit.source.kit.organisatie
    others = {payload for payload in all_payloads(kit) if not payload.startswith("BEGIN:VCARD")}
    assert others <= ({organisatie.site_url} if organisatie.site_openbaar else set())


def test_a_site_that_everybody_can_open_has_a_code(drukker: Drukker) -> None:
    kit = drukker("vier-openbaar")
    assert kit.source.kit.organisatie.site_url in all_payloads(kit)


def test_a_code_needs_no_server(kit: Gedrukt) -> None:
    """A contact card is saved by the phone itself; nobody sees that it was."""
    for card in cards(kit):
        assert set(card.contents) <= {"version", "n", "fn", "title", "org", "tel", "email"}
