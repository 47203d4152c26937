"""What is said of the law stands in one file, each sentence with its source and date, and nowhere else."""

from __future__ import annotations

import re
from typing import Final

import pytest

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.library import Wet, load_library
from tests.content.reading import Page, is_full, sentences
from tests.content.sites import RESOURCES

#: A sentence with one of these speaks of the law.
LEGAL: Final = re.compile(
    r"\bwet(?:ten|s\w*|telijk\w*)?\b|\w+wet\b|\bverplicht\w*|\bartikel|\blid \d|\bstrafba|\brecht(?:en)? op\b|\bcao\b"
    r"|\b(?:werkgevers?|organisaties?)\b[^.?!]{0,40} (?:moet|moeten|mag niet|mogen niet)\b"
    r"|\bmoet(?:en)? (?:de |mijn |een )?(?:werkgever|organisatie)",
    re.IGNORECASE,
)
#: Sentences that name the law and state nothing of it: exceptions to secrecy, what a police report is, duties that a
#: reader does not have, and headings above a sentence of ``wet.yml``.
ALLOWED: Final = (
    "Aangifte doen, of overleggen of iets strafbaar is.",
    "Alleen in uitzonderlijke gevallen kan dat anders zijn, bijvoorbeeld als de wet het vraagt.",
    "Bijvoorbeeld als de wet het eist, als [[je|u]] zelf in groot gevaar bent, of bij een ernstig misdrijf.",
    "Daar [[kun je|kunt u]] aangifte doen van een strafbaar feit.",
    "De wet eist dat de vertrouwenspersoon iets doet.",
    "Een gesprek verplicht [[je|u]] tot niets.",
    "Iemand doet iets dat volgens de wet strafbaar is.",
    "Is er iets strafbaars gebeurd?",
    "Met een aangifte [[vertel je|vertelt u]] de politie officieel over een strafbaar feit.",
    "Officieel aan de politie vertellen dat er iets strafbaars is gebeurd.",
    "Overleggen mag altijd en verplicht [[je|u]] tot niets.",
    "Praten verplicht [[je|u]] tot niets.",
    "Wat moet de werkgever regelen?",
    "Wat moet mijn werkgever doen?",
)
#: Which law stands at which address of wetten.overheid.nl.
LAWS: Final = {
    "Arbeidsomstandighedenwet": "BWBR0010346",
    "Burgerlijk Wetboek, boek 7": "BWBR0005290",
    "Wet bescherming klokkenluiders": "BWBR0037852",
}
#: What may not be said, since it is not settled or differs by sector (section 5 of the project's domain notes).
UNSETTLED: Final = re.compile(r"vertrouwenspersoon|gedragscode|klachtencommissie|klachtenregeling", re.IGNORECASE)


def wetten(form: Aanspreekvorm = "je") -> tuple[Wet, ...]:
    return load_library(RESOURCES.content, form).wetten


def test_the_law_is_spoken_of_in_its_own_file_only(everything: tuple[Page, ...], form: Aanspreekvorm) -> None:
    from_the_file = {text for wet in wetten(form) for text in (wet.zin, wet.bron)}
    said = {
        sentence: page.name
        for page in everything
        for sentence in page.sentences
        if LEGAL.search(sentence) and sentence.rstrip(";.") not in {text.rstrip(".") for text in from_the_file}
    }
    allowed = {choose(sentence, form) for sentence in ALLOWED}
    assert {sentence: page for sentence, page in said.items() if sentence not in allowed} == {}
    assert allowed - said.keys() == set(), "these stand nowhere any more"


def test_the_check_on_the_law_sees_it() -> None:
    for text in (
        "Een werkgever is wettelijk verplicht tot beleid.", "De werkgever moet dat regelen.", "Zo wil de Arbowet het.",
        "Dat is een wettelijke eis.", "Zie artikel 3.", "Iedereen heeft recht op steun.", "Het staat in de cao.",
    ):  # fmt: skip
        assert LEGAL.search(text), text
    for text in ("De klokkenluider meldt.", "Niemand weet het.", "Je hoeft niets te bewijzen."):
        assert not LEGAL.search(text), text


@pytest.mark.parametrize("wet", wetten(), ids=lambda wet: wet.id)
def test_a_legal_sentence_is_one_sentence_with_its_article_its_place_and_the_month_it_was_seen(wet: Wet) -> None:
    assert sentences(wet.zin) == [wet.zin]
    assert is_full(wet.zin)
    law, article = wet.bron.rsplit(", artikel ", 1)
    assert re.fullmatch(r"\d+[a-z]?(, lid \d+)?", article)
    assert wet.adres == f"https://wetten.overheid.nl/{LAWS[law]}/"
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", wet.gezien)


@pytest.mark.parametrize("wet", wetten(), ids=lambda wet: wet.id)
def test_a_legal_sentence_says_nothing_that_is_not_settled(wet: Wet) -> None:
    assert not UNSETTLED.search(wet.zin)


def test_legal_sentences_are_the_same_for_both_forms_of_address() -> None:
    assert wetten("je") == wetten("u") != ()
