"""The texts on paper: short and plain, one form of address, no promise that nobody can keep, and none missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from generator.aanspreekvorm import Aanspreekvorm
from generator.library import Drukwerk, load_library
from generator.printing.parts.own_words import sentences
from generator.resources import default_resources
from tests.content.reading import JE_WORDS, U_WORDS

PRINTING = Path(__file__).resolve().parents[2] / "generator" / "printing"
FORMS: tuple[Aanspreekvorm, ...] = get_args(Aanspreekvorm)

#: What the domain says never to say (sections 4, 5 and 9), and what would frighten or shout.
NEVER = re.compile(
    r"100 ?% (vertrouwelijk|geheim|veilig)|absolu|geheimhouding|beroepsgeheim|verschoning|zwijgplicht|anoniem"
    r"|ontslag|ontslagen|gecertificeerd|gediplomeerd|\bLVV\b|wettelijk verplicht|altijd vertrouwelijk|niemand hoort"
    r"|gegarandeerd|garantie|meldpunt|slachtoffer|dader|klager|\bSTOP\b|!",
    re.IGNORECASE,
)
#: Words of letters from an office, with a plain word for each.
STIFF = re.compile(
    r"\b(middels|indien|conform|dient|dienen|teneinde|derhalve|tevens|reeds|inzake|omtrent|betreffende|aangaande"
    r"|desgewenst|bejegening|faciliteren|escaleren|signaleren|adequaat|eventueel|betrokkene|ongeacht|waarborgen)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\{(\w+)\}")


def drukwerk(form: Aanspreekvorm) -> Drukwerk:
    return load_library(default_resources().content, form).drukwerk


def texts(form: Aanspreekvorm) -> Iterator[tuple[str, str]]:
    """Yield every text with where it stands."""
    found = drukwerk(form)
    yield from found.zinnen.items()
    for key, items in found.lijsten.items():
        yield from ((f"{key} {number}", item) for number, item in enumerate(items, 1))
    for number, pair in enumerate(found.misverstanden, 1):
        yield f"misverstand {number} denkt", pair.denkt
        yield f"misverstand {number} waar", pair.waar


def faults(form: Aanspreekvorm, pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """Return what a pattern finds, by the text in which it stands."""
    return {where: pattern.findall(text) for where, text in texts(form) if pattern.search(text)}


@pytest.mark.parametrize("form", FORMS)
def test_a_text_keeps_to_one_form_of_address(form: Aanspreekvorm) -> None:
    assert faults(form, U_WORDS if form == "je" else JE_WORDS) == {}
    assert faults(form, re.compile(r"\[\[|\]\]|\|")) == {}


@pytest.mark.parametrize("form", FORMS)
def test_a_text_promises_nothing_that_nobody_can_keep(form: Aanspreekvorm) -> None:
    assert faults(form, NEVER) == {}


def test_the_check_on_promises_sees_one() -> None:
    assert NEVER.search("Het gesprek is 100% vertrouwelijk.")
    assert NEVER.search("Anoniem bellen kan altijd.")


@pytest.mark.parametrize("form", FORMS)
def test_a_text_is_plain(form: Aanspreekvorm) -> None:
    assert faults(form, STIFF) == {}
    long = [sentence for _, text in texts(form) for sentence in sentences(text) if len(sentence.split()) > 20]
    assert long == []


@pytest.mark.parametrize("form", FORMS)
def test_a_text_is_typed_with_care(form: Aanspreekvorm) -> None:
    assert faults(form, re.compile(r"""["']|  | - |\.\.\.| [.,:;?]|^\s|\s$|\b[A-Z]{3,}\b""")) == {}


@pytest.mark.parametrize("form", FORMS)
def test_who_says_confidential_also_says_that_there_are_exceptions(form: Aanspreekvorm) -> None:
    said = [text for _, text in texts(form) if "gesprek is vertrouwelijk" in text]
    assert len(said) > 1
    assert [text for text in said if "uitzonder" not in text or "vooraf" not in text] == []


def test_both_forms_have_the_same_texts_with_the_same_places() -> None:
    je, u = (dict(texts(form)) for form in FORMS)
    assert list(je) == list(u)
    assert {where: PLACE.findall(text) for where, text in je.items()} == {
        where: PLACE.findall(text) for where, text in u.items()
    }


def test_every_text_that_a_printable_asks_for_exists_and_gets_its_places() -> None:
    found = drukwerk("je")
    calls = re.compile(r"\bzin\(\s*\"([a-z-]+)\"((?:[^()]|\([^()]*\))*)\)")
    asked = [call for path in PRINTING.rglob("*.py") for call in calls.findall(path.read_text(encoding="utf-8"))]
    assert len(asked) > 25
    for key, given in asked:
        assert key in found.zinnen, key
        assert set(PLACE.findall(found.zinnen[key])) <= set(re.findall(r"(\w+)=", given)), key


def test_no_text_is_left_that_no_printable_asks_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PRINTING.rglob("*.py"))
    literal = set(re.findall(r"[\"']([a-z]+(?:-[a-z]+)*)[\"']", code))
    begun = tuple(set(re.findall(r"f\"([a-z-]+-)\{", code)))
    found = drukwerk("je")
    unused = [key for key in (*found.zinnen, *found.lijsten) if key not in literal and not key.startswith(begun)]
    assert unused == []


@pytest.mark.parametrize("form", FORMS)
def test_the_misunderstandings_are_few_and_short(form: Aanspreekvorm) -> None:
    pairs = drukwerk(form).misverstanden
    assert 5 <= len(pairs) <= 7
    for pair in pairs:
        assert len(pair.denkt.split()) <= 12
        assert len(pair.waar.split()) <= 22
        assert pair.denkt.endswith((".", "?"))
        assert pair.waar.endswith(".")


def test_what_people_think_does_not_speak_to_the_reader() -> None:
    """A thought is one's own, so it is the same for both forms of address."""
    thoughts = [[pair.denkt for pair in drukwerk(form).misverstanden] for form in FORMS]
    assert thoughts[0] == thoughts[1]
    assert not any(JE_WORDS.search(thought) or U_WORDS.search(thought) for thought in thoughts[0])
