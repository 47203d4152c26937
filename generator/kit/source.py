"""A file's bytes → text → tree of nodes, with everything that is wrong in it as text or as YAML.

A kit is read from YAML's events, not through a loader: no tag is resolved, no scalar is turned into a number or a
date, nothing is built before its size is known, and keys that occur twice are seen. After a mistake in the writing
the lines that it spoils are left out and the rest is read again, so that one run finds as much as can be found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml

from generator import limits
from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.compose import Shifts, TooBig, compose
from generator.kit.nodes import Layer, Mapping, Mark, Node
from generator.kit.syntax import repair
from generator.kit.text import shorten
from generator.refusals import refusal

#: Stands for every key at the top of a file.
EVERYTHING: Final = frozenset({"*"})
_TOP_KEY: Final = re.compile(r"""["']?([^\s#"':-][^:"']*+)["']?\s*+:(\s|$)""")
#: What YAML does not allow in a file, and two marks that YAML takes for the end of a line.
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: its layer, its keys and its findings.

    ``lost``: the keys at the top under which lines could not be read, or ``EVERYTHING`` if that cannot be told.
    """

    layer: Layer
    root: Mapping
    findings: tuple[Finding, ...]
    lost: frozenset[str] = frozenset()


def read_source(path: Path, name: str) -> ReadFile:
    """Read a kit or a layer; ``name`` is how findings call it. Never raises for what is in the file."""
    layer = Layer(name=name, path=path, folder=path.parent)
    try:
        data = path.read_bytes() if path.stat().st_size <= limits.KIT_BYTES else None
    except OSError as problem:
        return _unreadable(
            layer, "VK001", f"Dit bestand kan niet worden gelezen ({refusal(problem)}).", "Kijk naar de rechten."
        )
    if data is None:
        return _unreadable(
            layer, "VK004", "Dit bestand is groter dan 1 MB.", "Een kit is tekst van een paar honderd regels."
        )
    if data.startswith(_UTF16):
        return _unreadable(layer, "VK002", "Dit bestand is opgeslagen als UTF-16.", "Sla het op als UTF-8.", line=1)
    return _parsed(layer, data)


# The kits of an association stand on the same layers; what was read of a file is never changed.
@lru_cache(maxsize=8)
def _parsed(layer: Layer, data: bytes) -> ReadFile:
    return _parse(layer, *_decode(data))


def _unreadable(layer: Layer, code: str, message: str, advice: str, line: int = 0) -> ReadFile:
    """Return a file of which nothing can be read."""
    mark = Mark(layer, line, line)
    return ReadFile(layer, Mapping(mark), (finding(code, mark, message, advice),), EVERYTHING)


def _decode(data: bytes) -> tuple[str, list[tuple[str, int, int, str, str]]]:
    """Return the text and what is wrong with its encoding, as (code, line, column, message, advice)."""
    found = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        message = "Dit bestand begint met een onzichtbaar merkteken (een BOM)."
        found.append(("VK003", 1, 1, message, "Dat mag, maar hoeft niet: sla het op als UTF-8 zonder BOM."))
    try:
        return data.decode("utf-8"), found
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        text = data.decode("cp1252", errors="replace")
        wrong = re.split(r"\r\n|\r|\n", text)[line - 1][column - 1 : column] or "?"
        wrong = shorten(wrong)
        message = (
            f"Dit bestand is niet opgeslagen als UTF-8; vanaf hier ('{wrong}') is niet zeker welke letters er staan."
        )
        found.append(
            ("VK002", line, column, message, "Sla het op als UTF-8; in Kladblok: Opslaan als, Codering: UTF-8.")
        )
        return text, found


def _parse(layer: Layer, text: str, encoding: list[tuple[str, int, int, str, str]]) -> ReadFile:
    """Read the text, leaving out what cannot be read until the rest can."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    layer = replace(layer, lines=tuple(lines))
    found = [
        finding(code, Mark(layer, line, column), message, advice) for code, line, column, message, advice in encoding
    ]
    found += _refuse_control_characters(layer, lines)
    lost: frozenset[str] = frozenset()
    shifts: Shifts = {}
    for _ in range(_tries(text)):
        try:
            root, more = compose("\n".join(lines) + "\n", layer, shifts)
        except yaml.MarkedYAMLError as problem:
            before = list(lines)
            found += repair(problem, lines, layer, shifts)
            if lines == before:
                break
            lost |= _lost_keys(before, lines)
        except TooBig as problem:
            found.append(finding("VK004", problem.mark, problem.message, problem.advice))
            break
        else:
            return _rooted(layer, root, found + more, lost)
    return ReadFile(layer, Mapping(Mark(layer, 1, 1)), tuple(found), EVERYTHING)


def _tries(text: str) -> int:
    """Return how often a text may be read: seldom if it is long, because each time takes as long as the first."""
    return max(2, min(limits.REPAIRS, limits.REPAIRED_CHARACTERS // (len(text) + 1)))


def _rooted(layer: Layer, root: Node | None, found: list[Finding], lost: frozenset[str]) -> ReadFile:
    """Return the read file; its root must be a mapping."""
    if isinstance(root, Mapping):
        return ReadFile(layer, root, tuple(found), lost)
    start = Mark(layer, 1, 1) if root is None else root.mark
    if not lost:
        message = "Dit bestand is leeg." if root is None else "Dit bestand bestaat niet uit sleutels met waarden."
        advice = "Begin met formaat: 1 en daaronder organisatie: en vertrouwenspersonen:."
        found.append(finding("VK013", start, message, advice))
    return ReadFile(layer, Mapping(start), tuple(found), EVERYTHING)


def _lost_keys(before: list[str], after: list[str]) -> frozenset[str]:
    """Return the keys at the top under which lines were emptied."""
    lost = set()
    key = "*"
    for old, new in zip(before, after, strict=True):
        match = _TOP_KEY.match(old)
        key = match.group(1) if match else key
        if old.strip() and not new.strip():
            lost.add(key)
    return frozenset(lost)


def _refuse_control_characters(layer: Layer, lines: list[str]) -> list[Finding]:
    """Find characters that no text file holds, one a line, and put spaces in their place."""
    found: list[Finding] = []
    for number, line in enumerate(lines):
        match = _NOT_TEXT.search(line)
        if match and len(found) <= limits.FINDINGS:
            message = f"Hier staat een teken dat niet in een bestand hoort (U+{ord(match.group()):04X})."
            mark = Mark(layer, number + 1, match.start() + 1)
            found.append(finding("VK006", mark, message, "Haal het weg, of typ de regel opnieuw."))
        if match:
            lines[number] = _NOT_TEXT.sub(" ", line)
    return found
