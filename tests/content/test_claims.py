"""The shared content makes no claim that nobody can keep: what ``check`` finds in a kit, it finds nowhere in ours."""

from __future__ import annotations

from typing import Final

from generator.rules.claims.find import find_claims
from tests.content.reading import Page

#: What we name without saying that it is so, and where a reader sees that.
NAMED: Final = {
    "De vertrouwenspersoon is neutraal.",  # a misunderstanding, with the truth beside it
    "Ik zeg het tegen niemand, dat beloof ik.",  # in the column 'Liever niet', with something better beside it
}


def test_no_text_claims_what_nobody_can_promise(everything: tuple[Page, ...]) -> None:
    claims = [
        f"{page.name}, {found.claim.id}: {block.text}"
        for page in everything
        for block in page.blocks
        for found in find_claims(block.text)
        if block.text.strip("‘’") not in NAMED
    ]
    assert claims == []


def test_what_is_named_without_being_claimed_stands_there_still(everything: tuple[Page, ...]) -> None:
    assert {block.text.strip("‘’") for page in everything for block in page.blocks} >= NAMED


def test_a_claim_among_our_own_sentences_would_be_seen() -> None:
    for text in ("Een gesprek is 100% vertrouwelijk.", "De vertrouwenspersoon heeft een verschoningsrecht."):
        assert find_claims(f"Bel gerust. {text} Dat mag altijd."), text
