"""Telephone numbers: read as people type them, shown in the house style, linked so that they can be dialled."""

from __future__ import annotations

import phonenumbers
import pytest
from pydantic_core import PydanticCustomError

from generator.kit.phone import NBSP, parse_phone

HOUSE_STYLE = [
    ("0612345678", "06 12 34 56 78", "tel:+31612345678"),
    ("06 12345678", "06 12 34 56 78", "tel:+31612345678"),
    ("06-1234 5678", "06 12 34 56 78", "tel:+31612345678"),
    ("+31 6 12345678", "06 12 34 56 78", "tel:+31612345678"),
    ("+31 (0)6 12345678", "06 12 34 56 78", "tel:+31612345678"),
    ("0031 6 12 34 56 78", "06 12 34 56 78", "tel:+31612345678"),
    ("06–12345678", "06 12 34 56 78", "tel:+31612345678"),
    ("06\u00a012345678", "06 12 34 56 78", "tel:+31612345678"),
    ("0308883888", "030 888 38 88", "tel:+31308883888"),
    ("(030) 888 38 88", "030 888 38 88", "tel:+31308883888"),
    ("0345 123456", "0345 12 34 56", "tel:+31345123456"),
    ("0228-562000", "0228 56 20 00", "tel:+31228562000"),
    ("088 0767 000", "088 076 70 00", "tel:+31880767000"),
    ("085 1234567", "085 123 45 67", "tel:+31851234567"),
    ("0800-0188", "0800-0188", "tel:08000188"),
    ("0800 1234567", "0800-123 45 67", "tel:08001234567"),
    ("0900 8844", "0900-8844", "tel:09008844"),
    ("0900 111 3 111", "0900-111 31 11", "tel:09001113111"),
    ("112", "112", "tel:112"),
    ("113", "113", "tel:113"),
    ("14 030", "14 030", "tel:14030"),
    ("140345", "14 0345", "tel:140345"),
    ("116 000", "116 000", "tel:116000"),
    ("+32 2 555 12 12", "+32 2 555 12 12", "tel:+3225551212"),
    ("+49 30 901820", "+49 30 901820", "tel:+4930901820"),
    ("0032 2 555 12 12", "+32 2 555 12 12", "tel:+3225551212"),
]


@pytest.mark.parametrize(("typed", "shown", "link"), HOUSE_STYLE)
def test_number_is_shown_in_house_style_and_linked(typed: str, shown: str, link: str) -> None:
    number = parse_phone(typed)
    assert number.tekst == shown.replace(" ", NBSP)
    assert number.link == link
    assert number.invoer == typed
    assert str(number) == number.tekst


@pytest.mark.parametrize(("typed", "shown", "link"), HOUSE_STYLE)
def test_shown_number_reads_as_itself(typed: str, shown: str, link: str) -> None:
    again = parse_phone(parse_phone(typed).tekst)
    assert (again.tekst, again.link) == (shown.replace(" ", NBSP), link)


@pytest.mark.parametrize("typed", [typed for typed, _, link in HOUSE_STYLE if link.startswith("tel:+")])
def test_international_link_is_the_number_that_the_library_reads(typed: str) -> None:
    number = parse_phone(typed)
    parsed = phonenumbers.parse(typed.replace("–", "-"), "NL")
    assert number.e164 == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def test_service_numbers_have_no_international_form() -> None:
    assert parse_phone("0800-0188").e164 is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "bel me",
        "06-1234567",
        "06 123456789",
        "12",
        "020 8883838 / 06 12345678",
        "+31 6",
        "0612345678 of 112",
        "06 00000000",
    ],
)
def test_number_that_cannot_exist_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_phone(typed)
    assert caught.value.type == "telefoonnummer"
