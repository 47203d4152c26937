"""Each bound at its edge: what is exactly as large as may be is taken, and one more is refused."""

from __future__ import annotations

import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator import limits
from generator.intake.mistakes import FileRefused
from generator.intake.reading import read_book
from generator.kit.pdfs import carried_by
from generator.kit.svg import svg_problem
from tests.builders import codes, een_kit, lees, schrijf
from tests.intake.lists import HEADINGS, workbook
from tests.kit.test_files import bomb
from tests.kit.test_source import found, read

HEAD: Final = f"{';'.join(HEADINGS)}\n"


def drawn(inside: str) -> bool:
    """Tell whether a drawing is taken."""
    return svg_problem(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()) is None


def listed(place: Path, text: str) -> bool:
    """Tell whether a list of members is read."""
    (place / "leden.csv").write_text(text, encoding="utf-8")
    try:
        read_book(place / "leden.csv")
    except FileRefused:
        return False
    return True


def in_sheet(place: Path, columns: int) -> bool:
    path = workbook(place / "leden.xlsx", [["Lidnummer"], ["x"] * columns])
    try:
        read_book(path)
    except FileRefused:
        return False
    return True


def with_more(place: Path, parts: int = 0, xml: int = 0) -> bool:
    """Tell whether a workbook is read that is filled up to so many parts, or to so many bytes of XML."""
    path = workbook(place / "leden.xlsx", [["Lidnummer"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        inside = archive.infolist()
        for number in range(parts - len(inside)):
            archive.writestr(f"xl/media/{number}.png", b"")
        written = sum(part.file_size for part in inside)
        if xml:
            archive.writestr("xl/more.xml", b" " * (xml - written))
    try:
        read_book(path)
    except FileRefused:
        return False
    return True


def written(place: Path, text: str) -> bool:
    """Tell whether a file of YAML is read as a whole."""
    return "VK004" not in {code for code, _, _ in found(read(place, text))}


def layered(place: Path, number: int) -> bool:
    """Tell whether a kit may stand on so many layers."""
    for layer in range(number):
        schrijf(place / "kits", f"basis: laag{layer + 1}.yml\n" if layer + 1 < number else "", f"laag{layer}.yml")
    return "VK051" not in codes(lees(een_kit(place / "kits", basis="../laag0.yml")))


def named(place: Path, letters: int) -> bool:
    """Tell whether a path of so many letters is looked for, whether or not it is found."""
    name = "a/" * (letters // 2) + "a" * (letters % 2)
    (finding,) = lees(een_kit(place, documenten=[{"titel": "x", "bestand": name[:-1] + "b"}])).findings
    return finding.code == "VK040"


def called(place: Path, letters: int) -> bool:
    return "VK034" not in codes(lees(een_kit(place, contacten={"a" * letters: {"naam": "x", "telefoon": "112"}})))


def packed_picture(width: int, height: int) -> str:
    return f'<image href="data:image/png;base64,{b64encode(bomb(width, height)).decode()}"/>'


def searched(place: Path, before: int) -> bool:
    """Tell whether the author of a PDF is seen behind so many packed bytes."""
    inside = b" " * before + b"/Author(Piet)"
    (place / "x.pdf").write_bytes(
        b"%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n" + zlib.compress(inside, 9) + b"\nendstream\n"
    )
    return carried_by(place / "x.pdf").authors == ("Piet",)


def filled(size: int) -> str:
    """Return a list of so many bytes, in rows of two thousand."""
    whole, rest = divmod(size - len(HEAD), 2_000)
    return HEAD + ("x" * 1_999 + "\n") * whole + "x" * rest


#: Name of the bound -> what is as large as may be, and what is larger by one.
EDGES: Final[dict[str, Callable[[Path, int], bool]]] = {
    "KIT_DEPTH": lambda place, more: written(
        place, "a: " + "[" * (limits.KIT_DEPTH - 1 + more) + "]" * (limits.KIT_DEPTH - 1 + more)
    ),
    "KIT_VALUES": lambda place, more: written(place, "a: [" + "x, " * (limits.KIT_VALUES - 4 + more) + "x]\n"),
    "KIT_ALIASES": lambda place, more: written(place, "a: &a x\nb: [" + "*a, " * (limits.KIT_ALIASES + more) + "]\n"),
    "LAYERS": lambda place, more: layered(place, limits.LAYERS - 1 + more),
    "PATH": lambda place, more: named(place, limits.PATH + more),
    "SLUG": lambda place, more: called(place, limits.SLUG + more),
    "SVG_DEPTH": lambda _, more: drawn("<g>" * (limits.SVG_DEPTH + more) + "</g>" * (limits.SVG_DEPTH + more)),
    "SVG_SHAPES": lambda _, more: drawn("<g/>" * (limits.SVG_SHAPES - 1 + more)),
    "SVG_LAYERS": lambda _, more: drawn('<g opacity=".5"/>' * (limits.SVG_LAYERS + more)),
    "SVG_DASHES": lambda _, more: drawn(f'<rect stroke-dasharray="1" width="{limits.SVG_DASHES / 2 + more}"/>'),
    "SVG_CSS_BYTES": lambda _, more: drawn(f"<style>{' ' * (limits.SVG_CSS_BYTES + more)}</style>"),
    "SVG_PIXELS": lambda _, more: drawn(packed_picture(1, limits.SVG_PIXELS // 2 + more) * 2),
    "PDF_PACKED_BYTES": lambda place, more: searched(place, limits.PDF_PACKED_BYTES - len("/Author(Piet)") + more),
    "LIST_ROWS": lambda place, more: listed(place, HEAD + "1\n" * (limits.LIST_ROWS - 1 + more)),
    "LIST_COLUMNS": lambda place, more: listed(place, HEAD + ";" * (limits.LIST_COLUMNS - 1 + more) + "\n"),
    "LIST_COLUMNS of a sheet": lambda place, more: in_sheet(place, limits.LIST_COLUMNS + more),
    "LIST_PARTS": lambda place, more: with_more(place, parts=limits.LIST_PARTS + more),
    "LIST_XML_BYTES": lambda place, more: with_more(place, xml=limits.LIST_XML_BYTES + more),
    "LIST_CELLS": lambda place, more: listed(
        place, HEAD + ("x;" * 249 + "x\n") * ((limits.LIST_CELLS - len(HEADINGS)) // 250 + more)
    ),
    "LIST_BYTES": lambda place, more: listed(place, filled(limits.LIST_BYTES + more)),
}


@pytest.mark.parametrize("takes", EDGES.values(), ids=list(EDGES))
def test_a_bound_is_where_it_is_stated(takes: Callable[[Path, int], bool], tmp_path: Path) -> None:
    (tmp_path / "meer").mkdir()
    assert (takes(tmp_path, 0), takes(tmp_path / "meer", 1)) == (True, False)
