"""What an advisor says of himself stands on paper in whole sentences, or not at all."""

from __future__ import annotations

import pytest

from generator.kit.model import Contact, Vertrouwenspersoon
from generator.photos import _box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.own_words import quoted, sentences
from generator.printing.posters.single_parts import first_name
from tests.printing.kits import FONTS

STYLE = Style(14, leading=1.38, floor=11)


def persoon(naam: str = "Samira El Amrani", voorstellen: str | None = None) -> Vertrouwenspersoon:
    contact = Contact.model_validate({"telefoon": "06 12345678"})
    return Vertrouwenspersoon(naam=naam, soort="intern", contact=contact, voorstellen=voorstellen)


def said(text: str, width: float, height: float) -> str | None:
    block = quoted(Setter(FONTS), persoon(voorstellen=text), STYLE, width, height)
    return block.at(0, 0).text if block else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik luister. Jij kiest.", ("Ik luister.", "Jij kiest.")),
        ("Zit je iets dwars? Bel *gerust*!", ("Zit je iets dwars?", "Bel gerust!")),
        ("Schrijf t.a.v. P. Ramdin. Dat mag.", ("Schrijf t.a.v. P. Ramdin.", "Dat mag.")),
        ("Bel bijv. Anna, of dr. De Boer.", ("Bel bijv. Anna, of dr. De Boer.",)),
        ("Lees [meer](https://a.example). 24 uur per dag.", ("Lees meer.", "24 uur per dag.")),
        ("Collega's zijn er.\nIk ook.", ("Collega’s zijn er.", "Ik ook.")),
        ("geen hoofdletter. geen tweede zin", ("geen hoofdletter. geen tweede zin",)),
        ("", ()),
    ],
)
def test_a_text_is_divided_at_the_ends_of_its_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_as_many_whole_sentences_are_said_as_fit() -> None:
    text = "Ik luister naar je verhaal en ik denk met je mee. Jij kiest zelf welke stap je zet."
    assert said(text, 80, 60) == f"‘{text}’"
    assert said(text, 80, 12) == "‘Ik luister naar je verhaal en ik denk met je mee.’"
    assert said(text, 80, 3) is None


def test_a_question_is_not_left_without_its_answer() -> None:
    text = "Ik ben er. Is het te klein om te bellen? Dan mag je mij juist bellen, ook in de avond en het weekend."
    assert said(text, 80, 12) == "‘Ik ben er.’"
    assert said("Zit je iets dwars?", 80, 12) == "‘Zit je iets dwars?’"


@pytest.mark.parametrize(
    ("naam", "expected"),
    [
        ("Samira El Amrani", "Samira"),
        ("mr. dr. Jan-Peter Balk", "Jan-Peter"),
        ("J. de Boer", "J. de Boer"),
        ("Th. van Dam", "Th. van Dam"),
    ],
)
def test_an_initial_is_no_first_name(naam: str, expected: str) -> None:
    assert first_name(persoon(naam)) == expected


@pytest.mark.parametrize("ratio", [0.6, 0.88, 1.0, 1.4])
@pytest.mark.parametrize("focus", [(0.5, 0.5), (0.0, 1.0), (0.9, 0.1)])
def test_a_crop_has_the_shape_that_was_asked_and_stays_inside_the_photo(
    ratio: float, focus: tuple[float, float]
) -> None:
    left, top, right, bottom = _box((300, 400), focus, ratio)
    assert (right - left) / (bottom - top) == pytest.approx(ratio, rel=0.01)
    assert right - left in {300, round(400 * ratio)}
    assert 0 <= left < right <= 300
    assert 0 <= top < bottom <= 400
