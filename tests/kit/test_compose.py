"""A kit is read by the loader in C, and comes out as PyYAML's own loader reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import safeyaml
from generator.kit.compose import TooBig, compose
from generator.kit.nodes import Layer, Mapping, Node, Scalar
from tests.conftest import KITS

LAYER = Layer("kit.yml", Path("kit.yml"), Path())
LINES = (
    "naam: Bakkerij Van Dam",
    "a: 'x: y'",
    'b: "twee \\u00e9 woorden"',
    "c: {telefoon: 06 12345678, tags: [een, twee]}",
    "c: {vraag: waarom? daarom, x: ja?}",
    "lijst:",
    "- een",
    "  - naam: Zoë 😀",
    "    soort: extern",
    "d: |",
    "  regel een",
    "   regel twee",
    "e: >-",
    "f: >#",
    "    - dieper",
    "# opmerking",
    "g: h: i",
    "g:\tx",
    "-\tx",
    "anker: &a waarde",
    "alias: *a",
    "tag: !!str 5",
    "? sleutel",
    "---",
    "...",
    "%YAML 1.1",
    "",
    "“krul”: ‘krul’",
    "dicht: ]",
    "leeg: {a: , b: [c: , d], e:",
    "leeg: {a, b:}",
    "  }",
    "leeg2: {a: # opmerking",
    "naam2: !&a! x",
    "tag2: !a%00b x",
    "@begin: `eind`",
)


def told(node: Node | None) -> object:
    """Return all that a node says, with every place."""
    if node is None:
        return None
    place = (node.mark.line, node.mark.column)
    if isinstance(node, Scalar):
        return place, node.text, node.plain
    if isinstance(node, Mapping):
        return place, [(entry.mark.line, entry.mark.column, entry.key, told(entry.value)) for entry in node.entries]
    return place, [told(item) for item in node.items]


def outcome(text: str) -> object:
    try:
        root, findings = compose(text, LAYER)
    except yaml.MarkedYAMLError as problem:
        return str(problem)
    except TooBig as problem:
        return problem.message, problem.mark
    return told(root), findings


def by_its_own_loader(text: str) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(safeyaml, "SafeLoader", yaml.SafeLoader)
        return outcome(text)


@settings(max_examples=300)
@given(lines=st.lists(st.sampled_from(LINES), max_size=8))
def test_both_loaders_make_the_same_tree_findings_and_mistakes(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    assert outcome(text) == by_its_own_loader(text)


@pytest.mark.parametrize("path", sorted(KITS.rglob("*.yml")), ids=lambda path: path.parent.name)
def test_a_whole_kit_is_the_same_by_both_loaders(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert outcome(text) == by_its_own_loader(text)


@pytest.mark.parametrize("text", ["[" * 1_000_000, "- {a: b}\n" * 100_000, "# a:\n" * 200_000 + "[" * 50])
def test_a_text_of_a_megabyte_is_told_to_be_too_big(text: str) -> None:
    """A pattern that looked from each bracket to the end of the text would take minutes to get there."""
    with pytest.raises(TooBig):
        compose(text, LAYER)


@pytest.mark.parametrize("text", ["c: {vraag: waarom? daarom}\n", "f: ># x\n", "a:\tb\n"])
def test_what_only_one_of_them_takes_is_a_mistake(text: str) -> None:
    assert outcome(text) == by_its_own_loader(text)
