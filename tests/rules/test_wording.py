"""Words that a text of the site does not use: the other form of address, and labels on people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aanspreekvorm import Aanspreekvorm
from generator.rules.wording import LABELS, labels, other_form


@pytest.mark.parametrize(
    ("text", "form", "word"),
    [
        ("Wat je vertelt, kiest u zelf.", "je", "u"),
        ("Bel ons. Uw verhaal telt.", "je", "Uw"),
        ("Neem de tijd voor uzelf.", "je", "uzelf"),
        ("Ik vraag: 'Wat wilt u?'", "je", "u"),
        ("Dat is van u.", "je", "u"),
        ("**U** bepaalt.", "je", "U"),
        ("Mijn deur staat open (ook voor u).", "je", "u"),
        ("U kiest, maar jij vertelt.", "u", "jij"),
        ("Ik denk met je mee.", "u", "je"),
        ("Dat is aan jou", "u", "jou"),
        ("Het is jouw keuze.", "u", "jouw"),
        ("Zorg goed voor jezelf.", "u", "jezelf"),
        ("Jullie zijn welkom.", "u", "Jullie"),
        ("Ik vraag altijd: ‘Kan ik je helpen?’", "u", "je"),
        ("*Je* bepaalt.", "u", "Je"),
    ],
)
def test_the_other_form_of_address_is_found(text: str, form: Aanspreekvorm, word: str) -> None:
    place = re.search(rf"\b{word}\b", text)
    assert place
    assert other_form(text, form) == (place.start(), word)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jij bepaalt, en jullie spreken samen af.", "je"),
        ("U bepaalt wat er met uw verhaal gebeurt.", "u"),
        ("Ik luister en denk mee.", "je"),
        ("Ik luister en denk mee.", "u"),
        ("Bij de U-bocht linksaf.", "je"),
        ("Zij werkte in de U.S. en in Ü.", "je"),
        ("Zij heet U\u0308nal.", "je"),
        ("Bereikbaar van 9 u tot 17 u.", "je"),
        ("Mail naar u@voorbeeld.example of kijk op https://voorbeeld.example/u/samen.", "je"),
        ("Het UWV en de uitzendkracht uiten zich.", "je"),
        ("Wij kozen voor de u-vorm.", "je"),
        ("Mijn collega's Jelle en Joukje zijn beschikbaar. Jeetje!", "u"),
        ("De je-vorm past hier niet.", "u"),
        ("Je parle français.", "u"),
        ("", "u"),
    ],
)
def test_a_letter_or_a_part_of_a_word_is_no_form_of_address(text: str, form: Aanspreekvorm) -> None:
    assert other_form(text, form) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ben je slachtoffer van pesten?", ["slachtoffer"]),
        ("Het slachtoffer en de dader praten.", ["slachtoffer", "dader"]),
        ("Daders en KLAGERS horen het later.", ["Daders", "KLAGERS"]),
        ("De beklaagde, de pleger en de aangeklaagde.", ["beklaagde", "pleger", "aangeklaagde"]),
        ("De pesters. *Slachtoffers* ook.", ["pesters", "Slachtoffers"]),
        ("De klaagster.", ["klaagster"]),
    ],
)
def test_a_label_on_people_is_found_where_it_stands(text: str, words: list[str]) -> None:
    found = labels(text)
    assert [word for _, word, _ in found] == words
    assert [text[at : at + len(word)] for at, word, _ in found] == words
    assert all(instead == LABELS[word.casefold()] for _, word, instead in found)


@pytest.mark.parametrize(
    "text",
    [
        "Slachtofferhulp Nederland helpt. Zie slachtofferhulp.nl en slachtofferwijzer.nl.",
        "Bel slachtofferhulp of kijk op de Slachtofferwijzer.",
        "Slachtoffer Hulp Nederland",
        "Zij beklaagde zich over de herrie.",
        "Een klacht, een klaaglied en een dadendrang.",
        "Jij, de ander en degene over wie het gaat.",
    ],
)
def test_names_and_other_words_are_no_labels(text: str) -> None:
    assert labels(text) == ()


def test_what_to_write_instead_holds_no_label_itself() -> None:
    assert [instead for instead in LABELS.values() if labels(instead)] == []


@given(st.text(max_size=60), st.sampled_from(["je", "u"]))
def test_any_text_is_read_and_positions_lie_in_it(text: str, form: Aanspreekvorm) -> None:
    found = other_form(text, form)
    assert found is None or text[found[0] : found[0] + len(found[1])] == found[1]
    assert all(text[at : at + len(word)] == word for at, word, _ in labels(text))
