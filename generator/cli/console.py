"""The two places where the command line writes; text from a kit is shown as it is and can never steer the terminal."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from typing import Any, Final, TextIO

from rich.console import Console
from rich.text import Text

#: Everything that a terminal obeys instead of showing it: a kit may hold such a character in a line that is shown.
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
LEVEL_STYLE: Final = {"error": "bold red", "warning": "yellow", "notice": "cyan"}


def out() -> Console:
    """Return the console for results. Rich drops colour by itself off a terminal and with ``NO_COLOR``."""
    return _console(sys.stdout)


def err() -> Console:
    """Return the console for complaints."""
    return _console(sys.stderr)


def shown(text: str, style: str = "") -> Text:
    """Return text for a console: no markup, no control characters; a tab becomes a space, so that carets stay right."""
    return Text(_CONTROL.sub(_replacement, text), style=style)


def say(console: Console, text: str = "", style: str = "") -> None:
    """Print one or more lines, not wrapped: paths and source lines must stay whole when they are copied or piped."""
    console.print(shown(text, style), soft_wrap=True)


def paragraph(console: Console, text: str, style: str = "", indent: str = "  ") -> None:
    """Print a text below something: on a terminal every line of it stands in, elsewhere it stays one line."""
    lines = [text]
    if console.is_terminal:
        width = max(40, console.width - 1)
        lines = textwrap.wrap(text, width - len(indent), break_long_words=False, break_on_hyphens=False)
    for line in lines:
        say(console, indent + line, style)


def print_json(content: Any, *, plain: bool = False) -> None:
    """Print JSON and nothing else; ``plain`` writes every letter beyond ASCII in JSON's own way."""
    # Without it a terminal or a pipe that is not UTF-8 would get question marks.
    plain = plain or sys.stdout.encoding.lower().replace("-", "") != "utf8"
    json.dump(content, sys.stdout, ensure_ascii=plain, indent=2)
    sys.stdout.write("\n")
    sys.stdout.flush()


def make_printable(stream: TextIO) -> None:
    """Let a stream replace what its encoding can't show, instead of ending the program over an arrow."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _replacement(found: re.Match[str]) -> str:
    return " " if found.group() == "\t" else "\ufffd"


def _console(stream: TextIO) -> Console:
    return Console(file=stream, markup=False, highlight=False, emoji=False)
