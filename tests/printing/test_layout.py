"""Every printable of every kit, as it is laid out: nothing clipped, nothing over anything else, nothing tiny."""

from __future__ import annotations

from typing import Final

from generator.printing.catalog import Printable
from generator.printing.layout.elements import Code, Node, Page, placed
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.qr import code
from tests.printing.boxes import clashes, ink_of, lines, texts, width
from tests.printing.kits import (
    FONTS,
    LANGE_BRANCHE,
    LANGE_MAIL,
    LANGE_NAAM,
    LANGE_ORGANISATIE,
    LANGE_VOORNAMEN,
    LANGE_WOORDEN,
    Gedrukt,
)

#: From the edge of the sheet after cutting (mm); an office printer leaves about so much white.
EDGE: Final = 5.0
#: The smallest letters on any sheet, and in large print (points).
SMALLEST: Final = 6.5
LARGE_PRINT: Final = 18.0


def least_code(row: Printable) -> float:
    """Return the smallest side of a code (mm): what hangs on a wall is scanned from further away."""
    on_wall = row.soort == "poster" and "afscheurstroken" not in row.bestand
    return 25.0 if on_wall else 20.0


def least_letters(row: Printable) -> float:
    return LARGE_PRINT if "grote-letters" in row.bestand else SMALLEST


def test_the_awkward_kits_are_as_awkward_as_they_should_be() -> None:
    assert (len(LANGE_NAAM), len(LANGE_ORGANISATIE), len(LANGE_BRANCHE), len(LANGE_MAIL)) == (60, 90, 90, 45)
    assert len(LANGE_WOORDEN) >= 90
    assert {len(naam) for naam in LANGE_VOORNAMEN} == {60}


def test_everything_fits(kit: Gedrukt) -> None:
    assert [(item.made.bestand, item.made.too_long) for item in kit.laid_out if item.made.too_long] == []


def test_no_letter_comes_near_the_edge_of_the_sheet(kit: Gedrukt) -> None:
    outside = [
        (where, line.what, line.box)
        for where, _, page in kit.pages()
        for line in lines(page)
        if not page.sheet.box.inset(EDGE).holds(line.box)
    ]
    assert outside == []


def test_every_line_is_as_wide_as_its_letters(kit: Gedrukt) -> None:
    wrong = [
        (where, line.text, line.width)
        for where, _, page in kit.pages()
        for _, text in texts(page)
        for line in text.lines
        if abs(line.width - width(line, text.size)) > 0.01
    ]
    assert wrong == []


def test_every_line_stands_within_the_box_of_its_text(kit: Gedrukt) -> None:
    outside = [
        (where, line.text, text.box)
        for where, _, page in kit.pages()
        for _, text in texts(page)
        for line in text.lines
        # Ink is reckoned a little higher than a capital, which is where a box begins.
        if not text.box.holds(ink_of(line, text.size), 0.03 * text.size)
    ]
    assert outside == []


def test_no_line_is_wider_than_the_box_of_its_text(kit: Gedrukt) -> None:
    outside = [
        (where, line.text, text.box)
        for where, _, page in kit.pages()
        for _, text in texts(page)
        for line in text.lines
        if line.x < text.box.x - 0.05 or line.x + width(line, text.size) > text.box.right + 0.05
    ]
    assert outside == []


def test_nothing_stands_over_a_text_a_code_or_a_picture(kit: Gedrukt) -> None:
    found = [(where, clash) for where, _, page in kit.pages() for clash in clashes(page)]
    assert found == []


def test_every_code_is_large_enough_for_a_phone(kit: Gedrukt) -> None:
    small = [
        (where, leaf.box)
        for where, row, page in kit.pages()
        for leaf in placed(page)
        if isinstance(leaf.item, Code) and min(leaf.box.w, leaf.box.h) < least_code(row) - 0.01
    ]
    assert small == []


def test_no_code_leaves_the_sheet(kit: Gedrukt) -> None:
    outside = [
        (where, leaf.box)
        for where, _, page in kit.pages()
        for leaf in placed(page)
        if isinstance(leaf.item, Code) and not page.sheet.box.inset(EDGE).holds(leaf.box)
    ]
    assert outside == []


def test_no_letter_is_smaller_than_the_floor(kit: Gedrukt) -> None:
    tiny = [
        (where, text.text, text.size)
        for where, row, page in kit.pages()
        for _, text in texts(page)
        if text.size < least_letters(row) - 0.001
    ]
    assert tiny == []


def test_names_and_numbers_are_whole_on_the_posters_with_all_advisors(kit: Gedrukt) -> None:
    said = {
        item.made.bestand: " ".join(text.text for page in item.made.document.pages for _, text in texts(page))
        for item in kit.laid_out
        if item.made.bestand in {"poster-a4.pdf", "poster-a3.pdf"}
    }
    assert len(said) == 2
    for persoon in kit.source.vertrouwenspersonen:
        way = persoon.contact.telefoon.tekst.replace("\u00a0", " ") if persoon.contact.telefoon else ""
        for file, words in said.items():
            assert persoon.naam in words, file
            assert way in words, file


def test_nothing_is_cut_off_with_dots(kit: Gedrukt) -> None:
    cut = [text.text for _, _, page in kit.pages() for _, text in texts(page) if "…" in text.text]
    assert cut == []


def test_every_page_says_whose_it_is_and_of_which_version(kit: Gedrukt) -> None:
    for where, _, page in kit.pages():
        said = " ".join(text.text for _, text in texts(page))
        assert kit.source.kit.organisatie.naam in said, where
        assert kit.source.version in said, where


def test_the_check_sees_what_stands_over_something_else() -> None:
    block = Setter(FONTS).block("Een regel", Style(12), 60)
    one, other = block.at(20, 20), block.at(25, 22)
    qr = code("tekst", Box(20, 19, 25, 25))
    assert clashes(Page(A4, (Node("P", (one,)), Node("P", (other,))))) == ["'Een regel' and 'Een regel'"]
    assert clashes(Page(A4, (Node("P", (one,)), Node("Figure", (qr,))))) == ["'Een regel' and 'Code'"]
    assert clashes(Page(A4, (Node("P", (one,)), Node("P", (block.at(20, 30),))))) == []
