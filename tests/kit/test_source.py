"""Text → tree: encodings, bounds, positions, and reading on after a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import limits
from generator.kit.nodes import Scalar, text_at
from generator.kit.source import ReadFile, read_source
from tests.builders import codes, een_kit, lees, schrijf


def read(tmp_path: Path, text: str | bytes) -> ReadFile:
    path = tmp_path / "kit.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_source(path, "kit.yml")


def found(source: ReadFile) -> list[tuple[str, int, int]]:
    return [(item.code, item.line, item.column) for item in source.findings]


def value(source: ReadFile, *steps: str | int) -> str:
    node = text_at(source.root, *steps)
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize(
    "typed",
    ["0612345678", "12:30", "1.10", "0x1F", "1e3", "nee", "no", "yes", "on", "2026-10-01", "1_000", "+31", "true"],
)
def test_scalar_is_kept_as_it_was_typed(typed: str, tmp_path: Path) -> None:
    assert value(read(tmp_path, f"a: {typed}\n"), "a") == typed


def test_node_knows_line_column_and_quotes(tmp_path: Path) -> None:
    source = read(tmp_path, "a:\n  - b: 'x'\n    c: y\n")
    b, c = text_at(source.root, "a", 0, "b"), text_at(source.root, "a", 0, "c")
    assert b is not None
    assert c is not None
    assert (b.mark.line, b.mark.column, b.plain) == (2, 8, False)
    assert (c.mark.line, c.mark.column, c.plain) == (3, 8, True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_of_every_system_give_the_same_places(end: str, tmp_path: Path) -> None:
    source = read(tmp_path, end.join(["a: 1", "b: 2", "a: 3", ""]))
    assert found(source) == [("VK010", 3, 1)]


def test_bom_is_taken_with_a_notice(tmp_path: Path) -> None:
    source = read(tmp_path, b"\xef\xbb\xbfa: 1\n")
    assert [(item.code, item.level) for item in source.findings] == [("VK003", "notice")]
    assert value(source, "a") == "1"


def test_other_encoding_is_found_at_its_first_letter_and_read_on(tmp_path: Path) -> None:
    source = read(tmp_path, "a: 1\nb: café\na: 2\n".encode("cp1252"))
    assert found(source) == [("VK002", 2, 7), ("VK010", 3, 1)]
    assert value(source, "b") == "café"


def test_utf_16_is_named(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, "a: 1\n".encode("utf-16")).findings
    assert finding.code == "VK002"
    assert "UTF-16" in finding.message


def test_file_above_a_megabyte_is_not_read(tmp_path: Path) -> None:
    assert found(read(tmp_path, "#" * (limits.KIT_BYTES + 1))) == [("VK004", 0, 0)]


def test_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    assert [item.code for item in read_source(tmp_path / "weg.yml", "weg.yml").findings] == ["VK001"]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{b: " * 100_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(500)),
        "- " * 50_000 + "x",
        "? " * 5_000 + "x",
    ],
    ids=["lists", "blocks", "keys", "items", "complex keys"],
)
def test_depth_is_bounded(text: str, tmp_path: Path) -> None:
    assert found(read(tmp_path, text))[0][0] == "VK004"


def test_number_of_values_is_bounded(tmp_path: Path) -> None:
    assert [code for code, _, _ in found(read(tmp_path, "a: [" + "x, " * limits.KIT_VALUES + "x]\n"))] == ["VK004"]


def test_number_of_aliases_is_bounded(tmp_path: Path) -> None:
    assert [
        code for code, _, _ in found(read(tmp_path, "a: &a x\nb: [" + "*a, " * (limits.KIT_ALIASES + 1) + "]\n"))
    ] == ["VK004"]


def test_aliases_that_swell_are_counted_by_what_they_repeat(tmp_path: Path) -> None:
    text = "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 10):
        text += f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]\n"
    assert "VK004" in [code for code, _, _ in found(read(tmp_path, text))]


def test_aliases_that_deepen_are_counted_by_what_they_repeat(tmp_path: Path) -> None:
    text = "l0: &l0 [[[[[[[[[[x]]]]]]]]]]\n" + "".join(f"l{n}: &l{n} [[[[[[*l{n - 1}]]]]]]\n" for n in range(1, 20))
    assert "VK004" in [code for code, _, _ in found(read(tmp_path, text))]


def test_alias_repeats_its_value(tmp_path: Path) -> None:
    source = read(tmp_path, "a: &x {b: 1}\nc: *x\n")
    assert found(source) == []
    assert value(source, "c", "b") == "1"


def test_alias_inside_itself_is_found(tmp_path: Path) -> None:
    assert found(read(tmp_path, "a: &x [*x]\n")) == [("VK012", 1, 8)]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!!int", "!eigen", "!", "!!binary", "!<tag:x.example,2026:y>"]
)
def test_no_tag_is_taken(tag: str, tmp_path: Path) -> None:
    assert found(read(tmp_path, f"a: {tag} x\n")) == [("VK011", 1, 4)]


def test_tag_on_a_list_or_a_block_is_found_too(tmp_path: Path) -> None:
    assert found(read(tmp_path, "a: !!python/tuple [x]\nb: !!set {c}\n")) == [("VK011", 1, 4), ("VK011", 2, 4)]


MISTAKES = {
    "tab": ("a: 1\nb:\n\tc: 2\n", ("VK005", 3, 1)),
    "tab after spaces": ("a: 1\nb:\n  \tc: 2\n", ("VK005", 3, 3)),
    "colon in a value": ("a: 1\nb: x: y\n", ("VK008", 2, 5)),
    "no colon": ("a: 1\nb\nc: 2\n", ("VK008", 2, 1)),
    "indentation too small": ("a:\n    b: 1\n  c: 2\n", ("VK008", 3, 3)),
    "open list": ("a: 1\nb: [x, y\nc: 2\n", ("VK008", 2, 4)),
    "open block": ("a: 1\nb: {x: y\nc: 2\n", ("VK008", 2, 4)),
    "comma missing": ("a: 1\nb: {x: y z: w}\n", ("VK008", 2, 4)),
    "closing bracket": ("a: 1\nb: x]\nc: ]\n", ("VK008", 3, 4)),
    "open quote": ('a: 1\nb: "x\nc: 2\n', ("VK009", 2, 4)),
    "open single quote": ("a: 1\nb: 'x\nc: 2\n", ("VK009", 2, 4)),
    "open quote that a later quote closes": ('a: 1\nb: "x\nc: "y"\nd: 1\n', ("VK009", 2, 4)),
    "no space behind the first colon": ("a:1\nb: 2\n", ("VK008", 1, 2)),
    "no space behind a colon": ("a: 1\nb:\n  c:2\n  d: 3\n", ("VK008", 3, 4)),
    "no space behind the last colon": ("a: 1\nb: 2\nc:3\n", ("VK008", 3, 2)),
    "anchor without a name": ("a: 1\nb: & x\n", ("VK008", 2, 4)),
    "at sign": ("a: 1\nb: @x\n", ("VK008", 2, 4)),
    "percent sign": ("a: 1\nb: %x\n", ("VK008", 2, 4)),
    "escape": ('a: 1\nb: "C:\\map"\n', ("VK008", 2, 7)),
    "list item beside keys": ("a: 1\n- b\n", ("VK008", 2, 1)),
    "list behind a key": ("a: 1\nb: - x\n", ("VK008", 2, 4)),
    "curly quotes": ("a: 1\nb: “x: y”\n", ("VK007", 2, 4)),
}


@pytest.mark.parametrize(("text", "place"), MISTAKES.values(), ids=list(MISTAKES))
def test_mistake_is_found_once_at_its_place(text: str, place: tuple[str, int, int], tmp_path: Path) -> None:
    assert found(read(tmp_path, text)) == [place]


@pytest.mark.parametrize(("text", "place"), MISTAKES.values(), ids=list(MISTAKES))
def test_after_a_mistake_the_rest_is_read(text: str, place: tuple[str, int, int], tmp_path: Path) -> None:
    source = read(tmp_path, f"{text}einde: goed\n")
    assert value(source, "einde") == "goed"


def test_several_mistakes_are_found_in_one_run(tmp_path: Path) -> None:
    text = "a: x: y\nb: @x\nc: [1, 2\nd: 'x\ne: “x: y”\nf: !t 1\nf: 2\n"
    assert [code for code, _, _ in sorted(found(read(tmp_path, text)), key=lambda item: item[1:])] == [
        "VK008", "VK008", "VK008", "VK009", "VK007", "VK011", "VK010",
    ]  # fmt: skip


def test_what_only_follows_from_an_unreadable_line_is_not_reported(tmp_path: Path) -> None:
    folder = een_kit(tmp_path, doorverwijzing={"pesten": ["joost-verhage"]})
    text = (folder / "kit.yml").read_text(encoding="utf-8").replace("naam: Joost", "naam: Joost: de")
    assert codes(lees(schrijf(folder, text))) == ["VK008"]


def test_mistakes_elsewhere_are_reported_beside_an_unreadable_line(tmp_path: Path) -> None:
    folder = een_kit(tmp_path, doorverwijzing={"pesten": ["niemand"]})
    text = (folder / "kit.yml").read_text(encoding="utf-8").replace("naam: Bakkerij", "naam: Bakkerij: de")
    assert codes(lees(schrijf(folder, text))) == ["VK008", "VK062"]


def test_places_are_right_in_lines_that_were_mended(tmp_path: Path) -> None:
    source = read(tmp_path, "a:\n\tb: !t 1\n\tc:\n\t\td: !t 2\ne:!t 3\nf: 1\n")
    assert sorted(found(source), key=lambda item: item[1:]) == [
        ("VK005", 2, 1),
        ("VK011", 2, 5),
        ("VK011", 4, 6),
        ("VK008", 5, 2),
        ("VK011", 5, 3),
    ]


@pytest.mark.parametrize("text", ["’s-Hertogenbosch", "“Van Dam” is ons merk", "de ‘Linge’", "6” buis"])
def test_curly_quotes_inside_a_text_are_text(text: str, tmp_path: Path) -> None:
    source = read(tmp_path, f"a: {text}\n")
    assert found(source) == []
    assert value(source, "a") == text


@pytest.mark.parametrize("text", ["“x”", "„x”", "”x”", "‘x’", "“x"])
def test_curly_quotes_around_a_value_are_found_and_taken_off(text: str, tmp_path: Path) -> None:
    source = read(tmp_path, f"a: {text}\n")
    assert found(source) == [("VK007", 1, 4)]
    assert value(source, "a") == "x"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x85", "\u2028", "\ufeff", "\x7f"])
def test_control_character_in_the_file_is_found(character: str, tmp_path: Path) -> None:
    assert found(read(tmp_path, f"a: 1\nb: x{character}y\nb: 2\n")) == [("VK006", 2, 5), ("VK010", 3, 1)]
