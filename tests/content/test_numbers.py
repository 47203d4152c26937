"""Telephone numbers, dates and times stand in the house style wherever they are read, and a link dials its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from phonenumbers import Leniency, PhoneNumberMatcher

from generator.library import load_library
from tests.content.reading import Block, Page
from tests.content.sites import RESOURCES, Site

#: The groups of section 9 of the project's domain notes; ``_`` is the space between them.
_HOUSE: Final = (
    r"06(_\d\d){4}|0\d\d_\d{3}(_\d\d){2}|0\d{3}(_\d\d){3}|0[89]00-\d{4}|09\d\d-\d{3}(_\d\d){2}|11[23]"
)  # fmt: skip
#: On a screen a line may break at a space, so there it must be one that does not break.
ON_SCREEN: Final = re.compile(_HOUSE.replace("_", "\u00a0"))
#: On paper the lines are set already, and the words of a line are read with plain spaces.
ON_PAPER: Final = re.compile(_HOUSE.replace("_", "[ \u00a0]"))
#: Six figures or more with whatever people write between them, or a number that begins with 0 and goes on.
_LIKE_A_NUMBER: Final = re.compile(r"(?<![\w,.])(?:\+|\(?0)?\d(?:[\s().\u00a0/\u2010-\u2013-]*\d){5,}(?![\w])")
_POSTCODE: Final = re.compile(r"\d{4}[ \u00a0]?[A-Z]{2}\b")
_LINK: Final = re.compile(r"tel:(\+[1-9]\d{7,14}|0[89]\d\d\d{4,7}|11[023])")
#: Other ways to write a day or an hour than ``21 november 2026`` and ``9.00 tot 17.00 uur``.
_ODD_DATE: Final = re.compile(
    r"\b\d{1,2}[-/]\d{1,2}[-/](?:\d\d){1,2}\b|\b(?:19|20)\d\d-(?:0\d|1[0-2])\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b"
    r"|\b\d{1,2}[ \u00a0](?:jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?"
    r"|\b\d{1,2}[ \u00a0](?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December)\b"
)
_ODD_TIME: Final = re.compile(
    r"\b\d{1,2}:\d\d\b|\b\d{1,2}(?:\.\d\d)? ?[uh]\b|\b\d{1,2}\.\d\d(?! (?:tot \d{1,2}\.\d\d )?uur\b)", re.IGNORECASE
)

#: Numbers that the shared texts may name besides those of the national contacts: a second number of 113.
ALSO: Final = frozenset({"0800-0113"})


def numbers(text: str) -> Iterator[str]:
    """Yield all that a reader or a telephone takes for a number: what two judges see, neither of them ours."""
    plain = _POSTCODE.sub(" ", text)
    seen = {match.raw_string for match in PhoneNumberMatcher(plain, "NL", leniency=Leniency.POSSIBLE)}
    yield from sorted(seen | {match[0].strip() for match in _LIKE_A_NUMBER.finditer(plain)})


def odd(pages: tuple[Page, ...], house: re.Pattern[str]) -> list[str]:
    return [
        f"{page.name}: {number}"
        for page in pages
        for block in page.blocks
        for number in numbers(block.text)
        if not house.fullmatch(number)
    ]


def dialled(number: str) -> str:
    """Return the address of a number, by hand: only what works abroad too is written for abroad."""
    digits = re.sub(r"\D", "", number)
    return f"tel:{digits}" if re.match(r"0[89]00|09\d\d|1", digits) else f"tel:+31{digits[1:]}"


def test_every_number_on_a_page_is_in_the_house_style(pages: tuple[Page, ...], data: tuple[Page, ...]) -> None:
    assert odd((*pages, *data), ON_SCREEN) == []


def test_every_number_on_paper_is_in_the_house_style(paper: tuple[Page, ...]) -> None:
    assert odd(paper, ON_PAPER) == []


def test_numbers_are_seen_at_all(pages: tuple[Page, ...], paper: tuple[Page, ...]) -> None:
    for found in (pages, paper):
        assert len({number for page in found for block in page.blocks for number in numbers(block.text)}) > 20


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06-12345678.", "Bel 0612345678.", "Bel 06 12 34 56 78.", "Bel +31 6 12 34 56 78.", "Bel 0800 0188.",
        "Bel (030) 888 38 88.", "Bel 030-8883888.", "Bel 0900 8844.", "Bel 0345\u00a0123456.", "Bel 088-0767000.",
    ],
)  # fmt: skip
def test_the_check_on_numbers_sees_other_styles(text: str) -> None:
    assert odd((Page("p", (Block(text),)),), ON_SCREEN)


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06\u00a012\u00a034\u00a056\u00a078.", "Bel 030\u00a0888\u00a038\u00a088, of 112.", "Bel 0800-0188.",
        "Postbus 900, 2508 CJ Den Haag", "Binnen 7 dagen, bij 50 of meer mensen.", "Op 21\u00a0november\u00a02026.",
        "Van 9.00 tot 17.00 uur.", "kaartjes van 85 × 54 mm", "0900-111\u00a031\u00a011",
    ],
)  # fmt: skip
def test_the_check_on_numbers_leaves_the_house_style_alone(text: str) -> None:
    assert odd((Page("p", (Block(text),)),), ON_SCREEN) == []


def test_a_link_dials_the_number_that_it_shows(pages: tuple[Page, ...]) -> None:
    links = [(page.name, link) for page in pages for link in page.links if link.address.startswith("tel:")]
    assert len(links) > 100
    assert [f"{name}: {link}" for name, link in links if not _LINK.fullmatch(link.address)] == []
    shown = [(name, link, re.search(_HOUSE.replace("_", "\u00a0"), link.text)) for name, link in links]
    assert sum(number is not None for *_, number in shown) > 100
    assert [f"{name}: {link}" for name, link, number in shown if number and dialled(number[0]) != link.address] == []


def test_the_shared_texts_name_no_number_besides_those_of_national_contacts(
    data: tuple[Page, ...], every_site: tuple[Site, ...]
) -> None:
    agreed = {c.telefoon.tekst for c in load_library(RESOURCES.content, "je").landelijk if c.telefoon} | ALSO
    (smallest,) = (site for site in every_site if site.naam == "kleinste")
    own = "088\u00a0123\u00a045\u00a067"
    found = {n for page in (*smallest.pages, *data) for block in page.blocks for n in numbers(block.text)}
    assert own in found
    assert found - {own} <= agreed


def test_dates_and_times_are_in_the_house_style(everything: tuple[Page, ...]) -> None:
    assert [
        f"{page.name}: {block.text}"
        for page in everything
        for block in page.blocks
        if _ODD_DATE.search(block.text) or _ODD_TIME.search(block.text)
    ] == []


@pytest.mark.parametrize(
    "text",
    ["Op 21-11-2026.", "Op 2026-11-21.", "Gezien 2026-11.", "Op 21 nov. 2026.", "Op 21 November 2026.", "Op 1/2/26."],
)
def test_the_check_on_dates_sees_other_styles(text: str) -> None:
    assert _ODD_DATE.search(text)


@pytest.mark.parametrize("text", ["Om 9:00 uur.", "Van 9.00 - 17.00 uur.", "Om 17.00u.", "Om 9.00.", "Om 9u."])
def test_the_check_on_times_sees_other_styles(text: str) -> None:
    assert _ODD_TIME.search(text)


def test_the_checks_on_dates_and_times_leave_the_house_style_alone() -> None:
    for text in ("Op 21 november 2026.", "Van 9.00 tot 17.00 uur.", "Om 9.00 uur.", "Bel 0800-0188 of u mailt."):
        assert not _ODD_DATE.search(text), text
        assert not _ODD_TIME.search(text), text
