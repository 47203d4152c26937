"""What can't be printed well, as findings about the kit: where the value stands, and what would fit.

A layout never hides a mistake: text that does not fit is still laid out, and the build stops on the finding.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from generator.errors import Finding
from generator.kit.codes import finding, in_order
from generator.kit.loader import LoadedKit
from generator.kit.nodes import KeyPath, Mapping, Node, Scalar, Sequence
from generator.kit.text import enumerate_words, one_line, shorten
from generator.photos import photo_side
from generator.printing.layout.elements import Text, placed
from generator.printing.layout.fonts import drawn
from generator.printing.layout.typography import TooLong
from generator.printing.parts.source import Made, Source

#: Fewer pixels than this give under 150 dots an inch on the poster of one advisor.
SHARP: Final = 700
WISHED: Final = 1400
#: A shorter value is never why a text does not fit: it only stands in the same text as one that is too long.
_SHORT: Final = 12
#: So many letters that cannot be drawn are named of one text.
_NAMED: Final = 20
#: With so many advisors a sheet is full although every text on it is short.
_CROWD: Final = 10
#: So many printables are named in one finding.
_FILES: Final = 5
#: A name of this length fits wherever there is room for its owner.
_ORDINARY: Final = 40


def findings_of(made: Iterable[Made], source: Source, loaded: LoadedKit) -> tuple[Finding, ...]:
    """Return the findings, each value of the kit once."""
    sheets = tuple(made)
    scalars = tuple(_scalars(loaded.tree, ()))
    found = [*_letters(sheets, source, scalars), *_lengths(sheets, scalars, loaded), *_photos(source, loaded)]
    return in_order(found)


_Scalars = tuple[tuple[KeyPath, Scalar], ...]


def _scalars(node: Node, path: KeyPath) -> Iterator[tuple[KeyPath, Scalar]]:
    if isinstance(node, Scalar):
        if not node.is_null:
            yield path, node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _scalars(entry.value, (*path, entry.key))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*path, index))


def _letters(made: tuple[Made, ...], source: Source, scalars: _Scalars) -> Iterator[Finding]:
    """Find letters that neither the family nor the fallback can draw."""
    shown = frozenset[str]().union(*(drawn(text) for sheet in made for text in _texts(sheet)))
    letters = {letter for letter in shown if source.fonts.missing(letter)}
    for path, scalar in scalars:
        unknown = [letter for letter in dict.fromkeys(unicodedata.normalize("NFC", scalar.text)) if letter in letters]
        if unknown:
            named = ", ".join(f"'{shorten(letter)}' (U+{ord(letter):04X})" for letter in unknown[:_NAMED])
            message = f"Dit kunnen we niet drukken: {named}. Onze letters hebben dit teken niet."
            advice = "Schrijf het met gewone letters, of maak alleen de site met: --only site."
            yield finding("VK081", scalar.mark, message, advice, path)


def _texts(made: Made) -> Iterator[str]:
    for page in made.document.pages:
        for leaf in placed(page):
            if isinstance(leaf.item, Text):
                yield from (line.text for line in leaf.item.lines)


def _lengths(made: tuple[Made, ...], scalars: _Scalars, loaded: LoadedKit) -> Iterator[Finding]:
    """Find the value behind each text that does not fit; the longest one that the text holds."""
    if not any(sheet.too_long for sheet in made):
        return
    sheets: dict[KeyPath, list[str]] = {}
    marks: dict[KeyPath, Scalar] = {}
    shown = _shown(scalars)
    unexplained: dict[str, str] = {}
    for sheet in made:
        behind = [found for excess in sheet.too_long if (found := _behind(excess, shown))]
        longest = max((len(scalar.text) for _, scalar in behind), default=0)
        for path, scalar in behind:
            # A short value is not why: it only stands on the same sheet as one that is too long.
            if 2 * len(scalar.text) > longest:
                sheets.setdefault(path, []).append(sheet.bestand)
                marks[path] = scalar
        if sheet.too_long and not behind:
            unexplained[sheet.bestand] = shorten(sheet.too_long[0].text)
    yield from _crowd(sheets, marks, unexplained, loaded)
    for file, text in unexplained.items():
        message = f"Op {file} is te weinig plek, bij '{text}'."
        yield finding("VK080", loaded.tree.mark, message, "Maak namen en teksten korter, of gebruik: --only site.")
    for path, files in sheets.items():
        length = len(one_line(marks[path].text))
        message = f"Deze tekst is te lang voor papier: {length} tekens. Hij past niet op {_named(files)}."
        advice = "Maak de tekst korter, of maak alleen de site met: --only site."
        yield finding("VK080", marks[path].mark, message, advice, path)


def _crowd(
    sheets: dict[KeyPath, list[str]], marks: dict[KeyPath, Scalar], unexplained: dict[str, str], loaded: LoadedKit
) -> Iterator[Finding]:
    """Where there are simply too many advisors, say only that: of short names, and of what no value explains."""
    names = [path for path in sheets if path[0] == "vertrouwenspersonen" and path[-1] == "naam"]
    crowded = [path for path in names if len(marks[path].text) <= _ORDINARY]
    people = loaded.tree.get("vertrouwenspersonen")
    number = len(people.items) if isinstance(people, Sequence) else len(crowded)
    if len(crowded) < 2 and not (unexplained and number >= _CROWD):
        return
    files = _named([*(file for path in crowded for file in sheets.pop(path)), *unexplained])
    unexplained.clear()
    message = f"Met {number} vertrouwenspersonen is er te weinig plek op {files}."
    advice = "Maak alleen de site met: --only site. Of maak een kit per vestiging, met een eigen groep."
    yield finding("VK080", (people or loaded.tree).mark, message, advice, ("vertrouwenspersonen",))


def _named(files: Iterable[str]) -> str:
    """Name files as Dutch does, and only count the rest of many."""
    names = list(dict.fromkeys(files))
    rest = len(names) - _FILES
    return enumerate_words([*names[:_FILES], f"{rest} andere"] if rest > 1 else names, "en")


def _shown(scalars: _Scalars) -> tuple[tuple[str, KeyPath, Scalar], ...]:
    """Return the values that can be too long as they are shown, the longest first.

    An address is shown without its beginning.
    """
    long = sorted((item for item in scalars if len(item[1].text) >= _SHORT), key=lambda item: -len(item[1].text))
    return tuple(
        (one_line(scalar.text).removeprefix("https://").removesuffix("/"), path, scalar) for path, scalar in long
    )


def _behind(excess: TooLong, shown: tuple[tuple[str, KeyPath, Scalar], ...]) -> tuple[KeyPath, Scalar] | None:
    text = one_line(excess.text)
    return next(((path, scalar) for value, path, scalar in shown if value in text), None)


def _photos(source: Source, loaded: LoadedKit) -> Iterator[Finding]:
    """Notice photos that a poster would show unsharp; one without a day of consent is never opened."""
    by_text = {
        scalar.text: (path, scalar) for path, scalar in _scalars(loaded.tree, ()) if path[-2:] == ("foto", "bestand")
    }
    for persoon in source.vertrouwenspersonen:
        if not (persoon.foto and persoon.foto.toestemming):
            continue
        side = photo_side(persoon.foto)
        if side < SHARP and persoon.foto.bestand.naam in by_text:
            path, scalar = by_text[persoon.foto.bestand.naam]
            message = f"Deze foto is {side} pixels groot. Dat is te klein voor een scherpe poster."
            advice = f"Neem een foto van minstens {WISHED} bij {WISHED} pixels; de poster wordt wel gemaakt."
            yield finding("VK082", scalar.mark, message, advice, path)
