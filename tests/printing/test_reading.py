"""What a screen reader says of each sheet: the text in the order of its structure, held as text in ``gelezen``.

When a change to a sheet is meant, take the texts anew and read them aloud before committing them::

    VERVERS_GELEZEN=1 python -m pytest tests/printing/test_reading.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from tests.printing.conftest import Drukker
from tests.printing.kits import Gedrukt
from tests.printing.pdf import Element, Pdf

READ: Final = Path(__file__).resolve().parent / "gelezen"
SLUG: Final = "bouwbedrijf-de-linge"
RENEW: Final = "VERVERS_GELEZEN"


def read_aloud(pdf: Pdf) -> str:
    return "\n".join(pdf.spoken()) + "\n"


def structures(kit: Gedrukt) -> Iterator[tuple[str, Element]]:
    """Yield the structure of every file of a kit."""
    for file, pdf in kit.read.items():
        yield file, pdf.structure


def every(kit: Gedrukt, tag: str) -> Iterator[tuple[str, Element]]:
    """Yield every element of a type in every file of a kit."""
    for file, structure in structures(kit):
        for element in structure.every():
            if element.tag == tag:
                yield file, element


def children(element: Element) -> list[str]:
    """Return the types of what stands directly in an element, groupings without meaning left out."""
    found: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            found += children(kid) if kid.tag in {"Div", "THead", "TBody", "Sect"} else [kid.tag]
    return found


@pytest.mark.xdist_group(SLUG)
def test_every_sheet_is_read_as_a_person_would_say_it(drukker: Drukker) -> None:
    said = {f"{Path(file).stem}.txt": read_aloud(pdf) for file, pdf in drukker(SLUG).read.items()}
    if RENEW in os.environ:
        in_ci = "CI" in os.environ
        assert not in_ci, f"{RENEW} is for people: they read what changed"
        READ.mkdir(exist_ok=True)
        for old in READ.glob("*.txt"):
            old.unlink()
        for name, text in said.items():
            (READ / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in READ.glob("*.txt")}
    assert sorted(kept) == sorted(said)
    for name, text in said.items():
        assert text.splitlines() == kept[name].splitlines(), name


def test_only_whose_sheet_it_is_stands_before_its_headline(kit: Gedrukt) -> None:
    organisatie = kit.source.kit.organisatie
    masthead = {organisatie.naam, organisatie.roepnaam, *organisatie.vestigingen}
    for file, pdf in kit.read.items():
        spoken = pdf.spoken()
        before = spoken[: next(at for at, line in enumerate(spoken) if line.startswith("H1 "))]
        texts = {line.removeprefix("P ") for line in before if not line.startswith("Figure [Logo van ")}
        assert texts <= masthead, file


def test_headings_go_down_one_step_at_a_time(kit: Gedrukt) -> None:
    for file, structure in structures(kit):
        levels = [int(element.tag[1]) for element in structure.every() if element.tag in {"H1", "H2", "H3"}]
        assert levels[0] == 1, file
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), (file, levels)


def test_no_heading_is_empty_and_no_element_is_read_as_nothing(kit: Gedrukt) -> None:
    for file, structure in structures(kit):
        for element in structure.every():
            if element.tag in {"H1", "H2", "H3", "P", "LBody", "TH", "Link"}:
                assert element.text.strip(), (file, element.tag)


def test_tables_have_rows_of_cells_and_headers_that_say_what_they_head(kit: Gedrukt) -> None:
    for file, table in every(kit, "Table"):
        assert set(children(table)) <= {"TR", "Caption"}, file
        rows = [element for element in table.every() if element.tag == "TR"]
        headers = [element for element in table.every() if element.tag == "TH"]
        assert headers, file
        assert all(set(children(row)) <= {"TH", "TD"} for row in rows), file
        assert {header.attributes.get("/Scope") for header in headers} <= {"/Column", "/Row"}, file


def test_every_row_of_a_table_has_the_same_number_of_cells(kit: Gedrukt) -> None:
    for file, table in every(kit, "Table"):
        wide = [0] * 200
        for at, row in enumerate(element for element in table.every() if element.tag == "TR"):
            cells = [element for element in row.every() if element.tag in {"TH", "TD"}]
            for cell in cells:
                for below in range(int(cell.attributes.get("/RowSpan", 1))):
                    wide[at + below] += int(cell.attributes.get("/ColSpan", 1))
        assert len({width for width in wide if width}) == 1, (file, wide[:30])


def test_every_picture_and_code_is_described(kit: Gedrukt) -> None:
    for file, figure in every(kit, "Figure"):
        assert str(figure.raw.get("/Alt", "")).strip(), file


def test_lists_are_lists_and_say_whether_they_are_numbered(kit: Gedrukt) -> None:
    for file, whole in every(kit, "L"):
        assert set(children(whole)) == {"LI"}, file
        numbered = any(element.tag == "Lbl" for element in whole.every())
        assert whole.attributes["/ListNumbering"] == ("/Decimal" if numbered else "/None"), file
    for file, item in every(kit, "LI"):
        assert children(item) in (["LBody"], ["Lbl", "LBody"]), file


def test_every_advisor_is_a_heading_with_a_number_below_it_on_the_poster(kit: Gedrukt) -> None:
    spoken = [line.strip() for line in kit.read["poster-a4.pdf"].spoken()]
    for persoon in kit.source.vertrouwenspersonen:
        below = spoken[spoken.index(f"H2 {persoon.naam}") + 1 :]
        section = below[: next((at for at, line in enumerate(below) if line.startswith("H")), len(below))]
        way = persoon.contact.telefoon.tekst.replace("\u00a0", " ") if persoon.contact.telefoon else ""
        assert any(way in line for line in section), persoon.naam
