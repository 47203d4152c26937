"""What readers read, rendered: every branch of every page, one form of address, and no label for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.library import load_library
from tests.content.reading import JE_WORDS, U_WORDS, Page
from tests.content.sites import RESOURCES, Site

#: Says what somebody is. Organisations may be called so.
LABELS: Final = re.compile(r"slachtoffer(?!hulp|wijzer)|\b(?:mede)?dader|\bklager|\bklaagster", re.IGNORECASE)
#: What stands between the words of a template.
_CODE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def found(pages: Iterable[Page], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """Return the texts in which a pattern is found, by page."""
    faults = {page.name: [block.text for block in page.blocks if pattern.search(block.text)] for page in pages}
    return {name: texts for name, texts in faults.items() if texts}


def test_the_sites_that_are_read_reach_every_word_of_every_page(
    every_site: tuple[Site, ...], form: Aanspreekvorm
) -> None:
    """A branch that no kit reaches would be judged by nobody."""
    unread = []
    for path in sorted((RESOURCES.content / "paginas").glob("*.md")):
        rendered = "\n".join(site.texts[path.name] for site in every_site)
        source = _FRONT_MATTER.sub("", choose(path.read_text(encoding="utf-8"), form))
        lines = [line.strip() for piece in _CODE.split(source) for line in piece.splitlines()]
        unread += [f"{path.name}: {line}" for line in lines if line not in rendered]
    assert unread == []


def test_the_je_text_has_no_u_and_the_u_text_has_no_je(everything: tuple[Page, ...], form: Aanspreekvorm) -> None:
    assert found(everything, U_WORDS if form == "je" else JE_WORDS) == {}


def test_nobody_is_called_a_victim_a_perpetrator_or_a_complainant(everything: tuple[Page, ...]) -> None:
    assert found(everything, LABELS) == {}


def test_nor_is_anybody_in_the_words_to_search_for(form: Aanspreekvorm) -> None:
    searched = [word for situatie in load_library(RESOURCES.content, form).situaties for word in situatie.zoekwoorden]
    assert searched
    assert [word for word in searched if LABELS.search(word)] == []


def test_the_check_on_labels_sees_one_and_leaves_names_alone() -> None:
    for text in ("Het slachtoffer belt.", "alle daders", "De Klager", "twee klagers", "slachtofferrol"):
        assert LABELS.search(text), text
    for text in ("Slachtofferhulp Nederland", "de Slachtofferwijzer", "een klacht", "daarin"):
        assert not LABELS.search(text), text
