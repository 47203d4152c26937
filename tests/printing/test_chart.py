"""The chart on paper, on the wall, on the back of the info sheet and in large print: what a reader finds on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pytest

from generator.kit.phone import NBSP
from generator.printing.layout.elements import Node, Page, Text
from generator.wegwijzer import Plek, Rij
from tests.conftest import EXAMPLES
from tests.printing.boxes import texts
from tests.printing.conftest import Drukker
from tests.printing.kits import Gedrukt, per_kit

KITS_WITH_CHARTS = (*EXAMPLES, "veertien-situaties", "drie-vier-kanalen", "alles-tegelijk", "als-code")
TABLES = ("wegwijzer-a3.pdf", "infoblad-nieuwe-medewerkers.pdf")
LARGE = "infoblad-grote-letters.pdf"
#: As many situations, danger apart, as are read at a glance.
MOST = 12


@dataclass(frozen=True)
class Shown:
    """A situation as it is on paper: its first contact, and what is said of who is in control."""

    titel: str
    eerst: tuple[Text, ...]
    regie: str

    @property
    def words(self) -> str:
        return " ".join(text.text for text in self.eerst)


@pytest.fixture(scope="module", params=per_kit(*KITS_WITH_CHARTS))
def gekozen(request: pytest.FixtureRequest, drukker: Drukker) -> Gedrukt:
    """Each kit whose chart is looked at."""
    return drukker(request.param)


def pages(kit: Gedrukt, bestand: str) -> tuple[Page, ...]:
    (made,) = (item.made for item in kit.laid_out if item.made.bestand == bestand)
    return made.document.pages


def chart_page(kit: Gedrukt, bestand: str) -> Page:
    """Return the page with the table: the second of the info sheet."""
    return pages(kit, bestand)[1 if "infoblad" in bestand else 0]


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(tuple(child for child in node.children if isinstance(child, Node)))


def said(node: Node) -> tuple[Text, ...]:
    return tuple(child for each in every((node,)) for child in each.children if isinstance(child, Text))


def words(node: Node) -> str:
    """Return what a node says, descriptions of figures included."""
    figures = [each.alt for each in every((node,)) if each.tag == "Figure"]
    return " ".join([*(text.text for text in said(node)), *figures])


def cells(row: Node) -> list[Node]:
    return [child for child in row.children if isinstance(child, Node)]


def in_table(page: Page) -> list[Shown]:
    """Return the situations of a chart that is a table."""
    rows = [cells(node) for node in every(page.body) if node.tag == "TR"]
    situations = [row for row in rows if row[0].scope == "Row" and row[0].columns == 1]
    return [Shown(words(row[0]), said(row[1]), words(row[-1])) for row in situations]


def in_large_print(kit: Gedrukt) -> list[Shown]:
    """Return the situations of a chart that is a list below each title."""
    known = {rij.titel for rij in kit.source.wegwijzer.rijen}
    nodes = [node for page in pages(kit, LARGE) for node in every(page.body) if node.tag in {"H3", "L"}]
    found = []
    for title, answers in pairwise(nodes):
        if title.tag == "H3" and words(title) in known:
            items = [cells(item) for item in cells(answers)]
            labelled = {words(item[0]): item[1] for item in items}
            found.append(Shown(words(title), said(labelled["Begin hier"]), words(labelled["Wie bepaalt?"])))
    return found


def charts(kit: Gedrukt) -> Mapping[str, list[Shown]]:
    """Return the situations of each chart of a kit by its file."""
    return {**{bestand: in_table(chart_page(kit, bestand)) for bestand in TABLES}, LARGE: in_large_print(kit)}


def rows(kit: Gedrukt) -> Mapping[str, Rij]:
    return {rij.titel: rij for rij in kit.source.wegwijzer.rijen}


def links(plek: Plek) -> set[str]:
    """Return all that a contact may be reached by."""
    found = {plek.telefoon.link if plek.telefoon else "", f"mailto:{plek.email}", plek.website or ""}
    for persoon in plek.personen:
        contact = persoon.contact
        found |= {number.link for number in (contact.telefoon, contact.whatsapp, contact.signal) if number}
        found |= {f"mailto:{contact.email}", contact.afspraak or ""}
    return found


def test_danger_comes_first_and_all_of_it(gekozen: Gedrukt) -> None:
    danger = [rij.titel for rij in gekozen.source.wegwijzer.gevaar]
    assert danger
    for file, shown in charts(gekozen).items():
        assert [each.titel for each in shown][: len(danger)] == danger, file


def test_at_most_twelve_situations_follow_each_once(gekozen: Gedrukt) -> None:
    known = rows(gekozen)
    for file, shown in charts(gekozen).items():
        others = [each.titel for each in shown if not known[each.titel].gevaar]
        assert 8 <= len(others) <= MOST, file
        assert len(set(others)) == len(others), file


def test_all_three_charts_show_the_same_situations_in_the_same_order(gekozen: Gedrukt) -> None:
    first, *others = ([each.titel for each in shown] for shown in charts(gekozen).values())
    assert all(other == first for other in others)


def test_an_organisation_s_own_situations_are_among_them(gekozen: Gedrukt) -> None:
    own = {situatie.titel for situatie in gekozen.source.kit.situaties}
    for file, shown in charts(gekozen).items():
        assert len(own & {each.titel for each in shown}) >= min(len(own), 8), file


def test_each_situation_begins_with_its_one_first_contact(gekozen: Gedrukt) -> None:
    for file, shown in charts(gekozen).items():
        for each in shown:
            eerst = rows(gekozen)[each.titel].eerst
            assert each.words.strip(), (file, each.titel)
            assert {text.link for text in each.eerst if text.link} <= links(eerst), (file, each.titel)


def test_the_number_of_the_first_contact_stands_with_it(gekozen: Gedrukt) -> None:
    for file, shown in charts(gekozen).items():
        for each in shown:
            eerst = rows(gekozen)[each.titel].eerst
            if eerst.telefoon:
                assert eerst.telefoon.tekst.replace(NBSP, " ") in each.words, (file, each.titel)
            if eerst.personen:
                people = "|".join(re.escape(persoon.voornaam) for persoon in eerst.personen)
                assert re.search(rf"vertrouwenspersoon|{people}", each.words, re.IGNORECASE), (file, each.titel)


def test_each_situation_says_who_is_in_control(gekozen: Gedrukt) -> None:
    for file, shown in charts(gekozen).items():
        for each in shown:
            assert each.regie == rows(gekozen)[each.titel].regie_label, (file, each.titel)
            assert each.regie, (file, each.titel)


def test_who_is_in_doubt_begins_with_the_advisor(gekozen: Gedrukt) -> None:
    doubt = {"je": "Twijfel je? Begin bij de vertrouwenspersoon.", "u": "Twijfelt u? Begin bij de vertrouwenspersoon."}
    wanted = doubt[gekozen.source.kit.organisatie.aanspreekvorm]
    for bestand in TABLES:
        assert any(wanted in text.text for _, text in texts(chart_page(gekozen, bestand))), bestand
    assert any(wanted in text.text for page in pages(gekozen, LARGE) for _, text in texts(page))


def test_both_forms_of_address_are_tried(drukker: Drukker) -> None:
    assert {drukker(naam).source.kit.organisatie.aanspreekvorm for naam in ("zorggroep-de-vecht", "als-code")} == {
        "je",
        "u",
    }
