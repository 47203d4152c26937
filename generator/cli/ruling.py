"""``vertrouwenskit rules``: every code that a finding can have, in a list or explained one by one."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console

from generator.cli.console import LEVEL_STYLE, out, print_json, say
from generator.cli.exitcodes import Exit
from generator.errors import UsageError
from generator.kit.text import did_you_mean
from generator.rules.guide import CHAPTERS, Entry, entries, page


def show_rules(asked: Sequence[str], *, markdown: bool, as_json: bool) -> Exit:
    """Print all codes, or what there is to say of the codes that are asked for.

    Raises ``UsageError`` for a code that does not exist.
    """
    chosen = _chosen(asked)
    if markdown:
        sys.stdout.write(page())
    elif as_json:
        print_json({"rules": [_plain(entry) for entry in chosen]})
    elif asked:
        for entry in chosen:
            _explain(out(), entry)
    else:
        _list(out())
    return Exit.OK


def _chosen(asked: Sequence[str]) -> tuple[Entry, ...]:
    known = {entry.code: entry for entry in entries()}
    for code in asked:
        if code.upper() not in known:
            hint = did_you_mean(code.upper(), known) or "Alle codes zie je met: vertrouwenskit rules"
            raise UsageError(f"De code {code} bestaat niet. {hint.strip()}")
    return tuple(known[code.upper()] for code in dict.fromkeys(asked)) or tuple(known.values())


def _list(console: Console) -> None:
    for chapter, heading in CHAPTERS.items():
        say(console, heading, "bold")
        for entry in entries():
            if entry.chapter == chapter:
                say(console, f"  {entry.code}  {entry.level_word:<13}  {entry.title}")
        say(console)
    say(console, "Uitleg bij één code: vertrouwenskit rules VK104")


def _explain(console: Console, entry: Entry) -> None:
    say(console, f"{entry.code}  {entry.title}", "bold")
    say(
        console, entry.level_word.capitalize() + (f". {entry.remark}" if entry.remark else ""), LEVEL_STYLE[entry.level]
    )
    say(console)
    say(console, f"Waarom? {entry.why}")
    for heading, example in (("Fout:", entry.wrong), ("Goed:", entry.right)):
        if example:
            say(console)
            say(console, heading)
            say(console, "\n".join(f"  {line}" for line in example.splitlines()))
    say(console)
    say(console, f"Bron: {entry.source}", "dim")
    say(console)


def _plain(entry: Entry) -> dict[str, object]:
    return {
        "code": entry.code,
        "level": entry.level,
        "title": entry.title,
        "why": entry.why,
        "source": entry.source,
        "wrong": entry.wrong,
        "right": entry.right,
        "note": entry.note,
        "waivable": entry.waivable,
    }
