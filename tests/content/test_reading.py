"""The judge itself: it sees sentences where a reader does, counts their words and is not fooled by dots."""

from __future__ import annotations

import pytest

from tests.content.reading import (
    Block,
    Link,
    Page,
    is_full,
    longer_than,
    mean_length,
    read_html,
    readability,
    sentences,
    words,
)

PLAIN = ["Een vertrouwenspersoon luistert naar je.", "Jij kiest zelf wat er gebeurt.", "Bel gerust, ook in de avond."]
STIFF = [
    "De werkgever dient zorg te dragen voor adequate waarborging van de vertrouwelijkheid.",
    "Betrokkene kan zich conform de klachtenregeling wenden tot de vertrouwenspersoon.",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel ons. Dat mag altijd.", ["Bel ons.", "Dat mag altijd."]),
        ("Twijfel je? Bel dan! Het helpt… Echt.", ["Twijfel je?", "Bel dan!", "Het helpt…", "Echt."]),
        ("Dat kan bijv. in de avond of t/m vrijdag.", ["Dat kan bijv. in de avond of t/m vrijdag."]),
        ("Vraag bijv. Samira of dr. P. Smit.", ["Vraag bijv. Samira of dr. P. Smit."]),
        ("Bij De Linge B.V. kies je zelf.", ["Bij De Linge B.V. kies je zelf."]),
        ("Van 9.00 tot 17.00 uur. Bel gerust.", ["Van 9.00 tot 17.00 uur.", "Bel gerust."]),
        ("‘Wat blijft tussen ons?’ De ander legt het uit.", ["‘Wat blijft tussen ons?’", "De ander legt het uit."]),
        ("Bel de lijn. ’s Nachts kan ook.", ["Bel de lijn.", "’s Nachts kan ook."]),
        ("Bel binnen 7 dagen. 112 is voor spoed.", ["Bel binnen 7 dagen.", "112 is voor spoed."]),
        ("Over twee\nregels. Klaar.", ["Over twee regels.", "Klaar."]),
        ("Begin bij", ["Begin bij"]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_word_is_what_stands_between_spaces_and_is_no_mark() -> None:
    assert words("Bel 112 – of 0900-8844 , ook ’s nachts.") == ["Bel", "112", "of", "0900-8844", "ook", "’s", "nachts."]


def test_a_sentence_of_26_words_is_seen_and_one_of_25_is_not() -> None:
    ok, long = ("Dit " + "zijn " * (count - 2) + "woorden." for count in (25, 26))
    assert longer_than([ok, long], 25) == [long]


def test_a_long_sentence_is_not_hidden_by_an_abbreviation_or_a_colon() -> None:
    long = "Dit is bijv. een " + "heel " * 12 + "lange zin: van 9.00 tot 17.00 uur " + "staat hij " * 3 + "stil."
    assert longer_than(sentences(long), 25) == [long]


def test_labels_and_single_words_are_no_full_sentences() -> None:
    assert [text for text in ("Begin bij", "Ja.", "Bel 112.", "Op die dag:", "Dat mag ook?") if is_full(text)] == [
        "Op die dag:",
        "Dat mag ook?",
    ]


def test_the_mean_is_of_full_sentences_of_the_running_text_each_once() -> None:
    page = Page("p", (Block("Wat is dit nu?", heading=True), Block("Ja. Een twee drie vier. Een twee drie vier.")))
    assert page.running == ("Een twee drie vier.",)
    assert mean_length(page.running) == 4
    assert mean_length(["Een twee drie vier.", "Een twee drie vier vijf zes."]) == 5


def test_headings_items_cells_and_parts_of_a_component_are_read_apart() -> None:
    page = read_html(
        "p",
        "<h2>Wie helpt mij?</h2><p>Bel <a href='tel:112'>112</a> of\n<em>ga</em> weg.</p><ul><li>een<li>twee</ul>"
        "<table><tr><td>a</td><td>b</td></tr></table><div><strong>naam</strong><span>doel</span></div>",
    )
    assert [block.text for block in page.blocks] == [
        "Wie helpt mij?", "Bel 112 of ga weg.", "een", "twee", "a", "b", "naam", "doel",
    ]  # fmt: skip
    assert [block.text for block in page.blocks if block.heading] == ["Wie helpt mij?"]
    assert page.links == (Link("tel:112", "112"),)


def test_what_is_hidden_is_not_read_and_what_a_screen_reader_says_is() -> None:
    page = read_html(
        "p", "<span aria-hidden='true'>SA <b>x</b></span><svg><text>y</text></svg><img alt='Foto van Bo'><i>na</i>"
    )
    assert [block.text for block in page.blocks] == ["Foto van Bo", "na"]


def test_a_space_that_does_not_break_stays() -> None:
    assert read_html("p", "<p>06&nbsp;12\n34</p>").blocks == (Block("06\u00a012 34"),)


def test_plain_sentences_are_easier_than_those_of_an_office() -> None:
    assert readability(PLAIN) > 80
    assert readability(STIFF) < 40


def test_the_measure_is_flesch_douma() -> None:
    """Two sentences of four words with one syllable in each: 206.8 - 0.93 * 4 - 77 * 1."""
    assert readability(["Ik bel je nu.", "Jij weet dat ook."]) == pytest.approx(206.835 - 0.93 * 4 - 77, abs=0.01)
