"""Lines of text that read well on a terminal, on paper and in a mail: headings, paragraphs, columns and lists."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.cli.console import say

#: No line is wider, unless it holds a word that is: an address stays whole.
WIDTH: Final = 96
_INDENT: Final = "  "
#: A label that is wider stands on a line of its own.
_LABEL: Final = 26


class Letter:
    """Gathers lines. Only the texts of this program pass through ``[[je|u]]`` and ``{place}``; values never do."""

    def __init__(self, form: Aanspreekvorm) -> None:
        self._form: Aanspreekvorm = form
        self._lines: list[tuple[str, str]] = []

    def heading(self, text: str, under: str = "-", **values: object) -> None:
        """Add a heading with a rule below it, and space around it."""
        text = choose(text, self._form).format(**values)
        self._lines += [("", "")] if self._lines else []
        self._lines += [(text, "bold"), (under * len(text), "bold"), ("", "")]

    def say(self, text: str, **values: object) -> None:
        """Add a paragraph."""
        self._add(choose(text, self._form).format(**values), "")
        self._lines.append(("", ""))

    def points(self, items: Iterable[str]) -> None:
        """Add a list."""
        for item in items:
            self._add(item, f"{_INDENT}- ", f"{_INDENT}  ")
        self._lines.append(("", ""))

    def rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Add labels with what belongs to them in a second column."""
        wide = max((len(label) for label, _ in rows if len(label) <= _LABEL), default=0)
        later = " " * (len(_INDENT) + wide + 2)
        for label, value in rows:
            first = f"{_INDENT}{label:{wide}}  "
            if len(label) > wide:
                self._add(label, _INDENT)
                first = later
            self._add(value, first, later)
        self._lines.append(("", ""))

    def line(self, text: str) -> None:
        """Add one line as it is."""
        self._lines.append((text, ""))

    def _add(self, text: str, first: str, later: str | None = None) -> None:
        wrapped = textwrap.wrap(
            text,
            WIDTH,
            initial_indent=first,
            subsequent_indent=first if later is None else later,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self._lines += [(line, "") for line in wrapped or [first.rstrip()]]

    def show(self, console: Console) -> None:
        """Print it all."""
        for text, style in self._lines:
            say(console, text, style)
