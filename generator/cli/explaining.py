"""``vertrouwenskit explain``: each value of a kit with where it comes from and what it took the place of."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.cli.console import err, out, print_json, say, shown
from generator.cli.exitcodes import Exit
from generator.cli.findings import show_findings
from generator.cli.select import choose
from generator.explaining.chain import is_unreadable, read_chain
from generator.explaining.explanation import Explanation, explain
from generator.explaining.places import Answer, look_up
from generator.explaining.routes import ROUTES, SHOWN_FILE
from generator.explaining.rows import KIT, PROGRAM, SHARED, Row
from generator.explaining.wording import pieces, words
from generator.kit.report import counts
from generator.kit.text import shorten
from generator.library import load_library
from generator.pipeline import read_kit
from generator.resources import default_resources

#: Off a terminal lines are as long as on a common one, so that a log reads the same everywhere.
_WIDTH: Final = 100
_WIDEST: Final = 160
_WIDEST_KEY: Final = 30
_QUOTED: Final = 60
#: Blocks whose parts are shown under a heading each.
_HEADED: Final = re.compile(r"(?:vertrouwenspersonen|situaties|contacten)(?:\.[^.\[]+|\[\d+\])(?=[.\[]|$)")
_BLOCK: Final = re.compile(r"[^.\[]+")


def explain_kit(asked: str, path: str | None, kits_root: Path, *, as_json: bool) -> Exit:
    """Explain a kit, or what stands at one place of it.

    Raises ``UsageError`` for a kit that does not exist or a place that no kit has.
    """
    (kit,) = choose([asked], kits_root)
    resources = default_resources()
    loaded = read_kit(kit.folder, kit.kits_root, resources)
    chain = read_chain(loaded, kit.kits_root)
    if is_unreadable(chain):
        show_findings(err() if as_json else out(), kit.slug, loaded.findings)
        return Exit.INVALID
    vorm = loaded.kit.organisatie.aanspreekvorm if loaded.kit else "je"
    explanation = explain(loaded, chain, resources.content, load_library(resources.content, vorm))
    answer = Answer(explanation.rows) if path is None else look_up(explanation, path)
    if as_json:
        print_json([row.as_json() for row in answer.rows])
        return Exit.OK
    console = out()
    if path is None:
        _say_summary(console, kit.slug, explanation)
    _say_answer(console, explanation, answer, path)
    errors = [finding for finding in loaded.findings if finding.level == "error"]
    if errors:
        say(console)
        say(console, f"Let op: deze kit heeft {counts(errors)}. Bekijk: vertrouwenskit check {kit.slug}", "bold red")
    return Exit.OK


def _say_summary(console: Console, slug: str, explanation: Explanation) -> None:
    """Print the layers, the highest first, and which values took the place of another."""
    say(console, slug, "bold")
    rows = [row for row in explanation.rows if not row.whole]
    layers = [(layer.layer, layer.file) for layer in explanation.layers]
    layers += [(SHARED, SHOWN_FILE), (PROGRAM, "")]
    names, files = (max(len(layer[column]) for layer in layers) for column in (0, 1))
    for name, file in layers:
        number = sum(row.origin.layer == name for row in rows)
        count = f"{number} {'waarde' if number == 1 else 'waarden'}" if name != SHARED else "elke andere route"
        say(console, f"  {name:{names}}  {file:{files}}  {count}", _style(name))
    say(console, "Wat hoger staat, gaat voor.", "dim")
    differing = [row.path for row in explanation.rows if row.differs]
    if differing:
        text = f"In plaats van iets uit een lagere laag: {', '.join(map(shorten, differing))}."
        for line in _wrapped(text, _width(console)):
            say(console, line, "yellow")
    say(console)


def _say_answer(console: Console, explanation: Explanation, answer: Answer, path: str | None) -> None:
    if answer.absent:
        say(console, answer.absent, "bold")
        if answer.about:
            say(console, answer.about)
        if answer.locked:
            say(console, f"Deze sleutel is vergrendeld in {answer.locked.place}.")
    if answer.single:
        _say_one(console, answer.rows[0], answer.about)
    else:
        _say_rows(console, explanation, answer.rows)
    if path is None or path.strip(" .") == ROUTES:
        number = explanation.followers
        verb = "situatie volgt" if number == 1 else "situaties volgen"
        say(console)
        say(console, f"{ROUTES}: {number} {verb} de route van de gedeelde inhoud ({SHOWN_FILE}).", "dim")


def _say_one(console: Console, row: Row, about: str) -> None:
    """Print one value whole."""
    say(console, row.path, "bold")
    if about:
        say(console, about, "dim")
    say(console)
    for line in _whole(row):
        for part in _wrapped(line, _width(console) - 2):
            say(console, f"  {shorten(part, len(part))}")
    say(console)
    if row.value is not None:
        place = f"uit de {_short(row.origin.layer)}: {row.origin.place}" if row.origin.file else row.origin.layer
        say(console, f"  {place}", _style(row.origin.layer))
    for piece in (*pieces(row, None), *row.notes):
        say(console, f"  {piece}", "" if piece in row.notes else "yellow")
    if row.locked:
        say(console, f"  vergrendeld in {row.locked.place}")


def _whole(row: Row) -> list[str]:
    text = words(row.value, row.origin.layer)
    return (text.replace("; ", "\n") if isinstance(row.value, dict) else text).splitlines()


def _short(layer: str) -> str:
    """Return the name of a layer without its file: ``branche``."""
    return layer if layer in {KIT, SHARED} else layer.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of a listing."""

    key: int
    value: int
    whole: int


def _say_rows(console: Console, explanation: Explanation, rows: Sequence[Row]) -> None:
    """Print rows under the headings of their blocks."""
    if not rows:
        return
    ordered = sorted(rows, key=lambda row: _heading(row) != "")
    columns = _columns(ordered, _width(console))
    first = True
    for heading, group in groupby(ordered, _heading):
        members = list(group)
        if not first:
            say(console)
        first = False
        if heading:
            _say_heading(console, explanation, heading, members)
        for row in members:
            _say_row(console, row, columns, lock_told=bool(heading and explanation.lock_on(heading)))


def _columns(rows: Sequence[Row], width: int) -> _Columns:
    key = min(_WIDEST_KEY, max(cell_len(_label(row)) for row in rows))
    source = max(cell_len(_source(row)) for row in rows)
    value = max((cell_len(_one_line(row)) for row in rows if not row.whole), default=0)
    return _Columns(key, min(value, max(20, width - key - source - 6)), width)


def _one_line(row: Row) -> str:
    return shorten(words(row.value, row.origin.layer), 400)


def _heading(row: Row) -> str:
    """Return the heading that a row stands under; nothing for what stands by itself at the top of a kit."""
    for found in (_HEADED.match(row.path), _BLOCK.match(row.path)):
        if found and (row.whole or found[0] != row.path):
            return found[0]
    return ""


def _label(row: Row) -> str:
    return shorten(row.path.removeprefix(_heading(row)).lstrip("."), 200)


def _say_heading(console: Console, explanation: Explanation, heading: str, rows: list[Row]) -> None:
    text = shown(shorten(heading, 200), "bold")
    about = _layers_of(explanation, heading, rows) if len(explanation.layers) > 1 else ""
    locked = explanation.lock_on(heading)
    for remark in (about, f"vergrendeld in {locked.place}" if locked else ""):
        text.append_text(shown(f"  {remark}" if remark else "", "" if remark == about else "magenta"))
    console.print(text, soft_wrap=True)


def _layers_of(explanation: Explanation, heading: str, rows: list[Row]) -> str:
    """Say which layer an item of a list, or a contact, began in, and which layers added to it."""
    used = {origin.layer for row in rows for origin in (row.origin, *(past.origin for past in row.overrides))}
    layers = [layer.layer for layer in reversed(explanation.layers) if layer.layer in used]
    if not layers or not _HEADED.match(heading) or (len(layers) == 1 and heading.startswith("contacten")):
        return ""
    added = f", aangevuld in {', '.join(layers[1:])}" if layers[1:] else ""
    return f"(uit {layers[0]}{added})"


def _say_row(console: Console, row: Row, columns: _Columns, *, lock_told: bool) -> None:
    if not row.whole:
        style = "dim" if row.origin.layer == PROGRAM else ""
        label = shown(_label(row), style)
        label.pad_right(max(0, columns.key - label.cell_len))
        value = shown(_one_line(row), style)
        room = max(10, columns.value - max(0, label.cell_len - columns.key))
        value.truncate(room, overflow="ellipsis", pad=True)
        console.print(
            Text.assemble("  ", label, "  ", value, "  ", shown(_source(row), _style(row.origin.layer))), soft_wrap=True
        )
    told = list(pieces(row, _QUOTED))
    if row.whole and row.overrides[0].value is not None:
        told[0] = f"{'de hele lijst' if isinstance(row.value, list) else 'het hele blok'} {told[0]}"
    if row.locked and not lock_told:
        told.append(f"vergrendeld in {row.locked.place}")
    _say_pieces(console, told, columns.whole, "yellow" if row.differs else "dim")
    _say_pieces(console, [] if row.origin.layer == PROGRAM else row.notes, columns.whole, "dim")


def _say_pieces(console: Console, remarks: Iterable[str], width: int, style: str) -> None:
    """Print remarks on a row below it, indented."""
    for line in _wrapped("; ".join(remarks), width - 4):
        say(console, f"    {line}", style)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)


def _source(row: Row) -> str:
    """Return the layer with the place, short enough for a column: the summary has the whole names."""
    if not row.origin.file:
        return row.origin.layer
    if row.origin.layer == KIT:
        return f"kit.yml:{row.origin.line}"
    if row.origin.layer == SHARED:
        return f"{SHARED}:{row.origin.line}"
    return f"{row.origin.layer}:{row.origin.line}"


def _style(layer: str) -> str:
    return {KIT: "", PROGRAM: "dim", SHARED: "magenta"}.get(layer, "cyan")


def _width(console: Console) -> int:
    return min(_WIDEST, max(_WIDTH, console.width)) if console.is_terminal else _WIDTH
