"""Strips to tear off: each has a name, a number or an address, and a code of that one person."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import vobject

from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import NBSP
from generator.printing.layout.elements import Code, Page, Placed, Shape, Text, placed
from tests.printing.kits import Gedrukt

STRIPS = 8


def pages(kit: Gedrukt) -> tuple[Page, ...]:
    (made,) = (item.made for item in kit.laid_out if item.made.bestand == "poster-afscheurstroken-a4.pdf")
    return made.document.pages


def strips(page: Page) -> list[list[Placed]]:
    """Return what is between the dashed lines, strip by strip; their tops are where the strips begin."""
    shapes = [leaf.item for leaf in placed(page) if isinstance(leaf.item, Shape) and leaf.item.dash]
    dashed = [shape.box for shape in shapes if shape.box.w == 0]
    top = min(line.y for line in dashed)
    assert all(line.bottom == page.sheet.height for line in dashed)
    edges = [0.0, *sorted(line.x for line in dashed), page.sheet.width]
    below = [leaf for leaf in placed(page) if isinstance(leaf.item, Text | Code) and leaf.box.y > top]
    found = [
        [leaf for leaf in below if left <= leaf.box.x and leaf.box.right <= right] for left, right in pairwise(edges)
    ]
    assert sum(map(len, found)) == len(below), "something stands across a line"
    return found


def people(kit: Gedrukt) -> Iterator[tuple[Vertrouwenspersoon, list[Placed]]]:
    """Yield each strip with the person whose code it holds."""
    by_name = {persoon.naam: persoon for persoon in kit.source.vertrouwenspersonen}
    for page in pages(kit):
        for strip in strips(page):
            (code,) = (leaf.item for leaf in strip if isinstance(leaf.item, Code))
            yield by_name[vobject.readOne(code.payload).fn.value], strip


def said(strip: list[Placed]) -> list[str]:
    return [leaf.item.text for leaf in strip if isinstance(leaf.item, Text)]


def test_there_are_eight_strips(kit: Gedrukt) -> None:
    for page in pages(kit):
        assert len(strips(page)) == STRIPS


def test_each_strip_names_the_person_of_its_code(kit: Gedrukt) -> None:
    for persoon, strip in people(kit):
        others = {other.naam for other in kit.source.vertrouwenspersonen} - {persoon.naam}
        assert persoon.naam in said(strip)
        assert not others & set(said(strip))


def test_each_strip_has_the_number_of_its_person_or_else_the_address(kit: Gedrukt) -> None:
    for persoon, strip in people(kit):
        contact = persoon.contact
        way = contact.telefoon.tekst.replace(NBSP, " ") if contact.telefoon else contact.email
        assert way in said(strip), persoon.naam


def test_the_code_of_a_strip_holds_the_number_that_stands_beside_it(kit: Gedrukt) -> None:
    for persoon, strip in people(kit):
        (code,) = (leaf.item for leaf in strip if isinstance(leaf.item, Code))
        contact = persoon.contact
        way = contact.telefoon.link.removeprefix("tel:") if contact.telefoon else str(contact.email)
        assert way in code.payload, persoon.naam


def test_every_advisor_is_on_a_strip(kit: Gedrukt) -> None:
    assert {persoon.naam for persoon, _ in people(kit)} == {persoon.naam for persoon in kit.source.vertrouwenspersonen}
