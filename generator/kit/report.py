"""Findings as plain text: place, code, level, message, the line with a caret, advice; at the end the counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from generator.errors import LEVELS, Finding, Level

#: What a level is called, one and several.
LEVEL_WORDS: Final[dict[Level, tuple[str, str]]] = {
    "error": ("fout", "fouten"),
    "warning": ("waarschuwing", "waarschuwingen"),
    "notice": ("opmerking", "opmerkingen"),
}
_MAX_LINE: Final = 100


def render(findings: Iterable[Finding]) -> str:
    """Return all findings as text for a terminal or a log, without colour, ending with the counts."""
    found = tuple(findings)
    return "\n\n".join([*(render_one(item) for item in found), counts(found)])


def render_one(item: Finding) -> str:
    """Return one finding, without a line end behind it."""
    path = f" ({item.path})" if item.path else ""
    lines = [f"{place(item)}: {item.code} {LEVEL_WORDS[item.level][0]}{path}: {item.message}"]
    lines += source_lines(item)
    return "\n".join([*lines, f"  {item.advice}"] if item.advice else lines)


def place(item: Finding) -> str:
    """Return ``file:line:column``, or the file alone if the finding is about all of it."""
    return f"{item.file}:{item.line}:{item.column}" if item.line else item.file


def source_lines(item: Finding) -> list[str]:
    """Return the line from the file and a caret under the place; nothing if the line is not known or empty."""
    if not item.line or not item.line_text.strip():
        return []
    start = max(0, item.column - _MAX_LINE // 2) if len(item.line_text) > _MAX_LINE else 0
    shown = _printable(item.line_text[start : start + _MAX_LINE])
    width = sum(_width(letter) for letter in shown[: max(0, item.column - 1 - start)])
    number = f"{item.line:>5} | "
    return [f"{number}{shown}".rstrip(), f"{' ' * (len(number) - 2)}| {' ' * width}^"]


def counts(findings: Iterable[Finding]) -> str:
    """Return ``2 fouten, 1 opmerking, 1 beantwoord``, or that nothing was found."""
    found = tuple(findings)
    parts = []
    for level in LEVELS:
        number = sum(item.level == level and item.answer is None for item in found)
        if number:
            parts.append(f"{number} {LEVEL_WORDS[level][number > 1]}")
    answered = sum(item.answer is not None for item in found)
    if answered:
        parts.append(f"{answered} beantwoord")
    return ", ".join(parts) or "Niets gevonden."


def _printable(text: str) -> str:
    """Replace what a terminal would not show as one character, or would act on."""
    return "".join(" " if letter == "\t" else letter if _is_shown(letter) else "�" for letter in text)


def _is_shown(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _width(letter: str) -> int:
    """Return how many places a character takes on a terminal."""
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
