"""The shared content is B1 Dutch: short sentences, and a readability that fits.

'A page' is a page of the site as it is rendered, or a data file with running text. The mean is taken over its full
sentences (see ``reading.py``), the maximum over every sentence, also headings, items, cells and labels.
"""

from __future__ import annotations

from typing import Final

from tests.content.reading import Page, longer_than, mean_length, readability

#: Section 9 of the project's domain notes.
MEAN: Final = 12
MOST: Final = 25
#: Douma's own table calls 60-70 'normaal' and 70-80 'tamelijk gemakkelijk'. The library splits words as a typesetter
#: does, so that 'over' has one syllable; that flatters our pages by up to two points. 65 is thus well inside 'normaal',
#: with room for the long words that have no other name: vertrouwenspersoon, klachtencommissie, discriminatie.
EASY: Final = 65
#: Four sentences on the law and the labels of buttons make no page; their sentences are held to the maximum.
NO_PAGE: Final = ("wet.yml", "woorden.yml")


def prose(pages: tuple[Page, ...], data: tuple[Page, ...]) -> tuple[Page, ...]:
    return (*pages, *(page for page in data if not page.name.startswith(NO_PAGE)))


def test_no_sentence_is_longer_than_25_words(everything: tuple[Page, ...]) -> None:
    assert {page.name: long for page in everything if (long := longer_than(page.sentences, MOST))} == {}


def test_the_mean_sentence_of_a_page_has_at_most_12_words(pages: tuple[Page, ...], data: tuple[Page, ...]) -> None:
    means = {page.name: mean_length(page.running) for page in prose(pages, data)}
    assert all(means.values()), "a page without sentences is not read"
    assert {name: round(mean, 1) for name, mean in means.items() if mean > MEAN} == {}


def test_every_page_is_as_easy_to_read_as_b1_asks(pages: tuple[Page, ...], data: tuple[Page, ...]) -> None:
    scores = {page.name: readability(page.running) for page in prose(pages, data)}
    assert {name: round(score, 1) for name, score in scores.items() if score < EASY} == {}
