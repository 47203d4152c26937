"""Free text made comparable: one spelling, sentence by sentence, with the way back to the text as it was typed.

Small letters without accents, straight quotes, single spaces; Markdown's marks are gone. Patterns can then be plain
words, and a finding still points at the characters that the author wrote.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_TOKEN: Final = re.compile(
    r"""(?xs)
      (?P<drop> (?<=\w) - [ \t]* \n \s* (?=[a-z])       # a word that was broken at the end of a line
      | \]\( [^()\s]* \) | \{: [^{}]* \} | [*_`~\\\[\]\#] )
    | (?P<word> [A-Za-z0-9]+ )
    | (?P<space> \s+ )
    | (?P<dash> [\u2010-\u2015\u2212-] )
    | (?P<char> . )"""
)
#: What opens a block of Markdown; a line that begins with it does not go on with the sentence before it.
_BLOCK: Final = re.compile(r"[-*+][ \t]|\d+\.[ \t]|\#|\||:[ \t]|!!!|\?\?\?")
_QUOTES: Final = {ord(mark): "'" for mark in "‘’‚‛′´`"} | {ord(mark): '"' for mark in "“”„«»"}
#: Characters; nobody writes a sentence of this length.
_LONGEST: Final = 1000
_END: Final = re.compile(r"(?:(?<!\.)\.|[!?]+\.*)['\")\]]*(?=\s|$)|\n|\|")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s('])(?:bijv|bv|dhr|mevr|mw|mr|dr|drs|ir|ing|nr|tel|evt|incl|excl|ca|art|resp|max|min|[a-tv-z]|(?:\w\.)+\w)$"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made comparable; ``places[i]`` is where character ``i`` of ``text`` stands in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]``, which may not be empty, stands in the original."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a ``Plain``, with its end mark, from character ``start`` on."""

    text: str
    start: int

    @property
    def is_question(self) -> bool:
        """Whether it ends as a question."""
        return self.text.rstrip("'\") ").endswith("?")


def normalise(text: str) -> Plain:
    """Return ``text`` in one spelling; a new block or paragraph is a line end, all other space is one space."""
    out: list[str] = []
    places: list[int] = []
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "word":
            out += token.group().lower()
            places += range(*token.span())
            continue
        before = out[-1] if out else "\n"
        for character in _spelling(token, text, before.isalnum() or before == "%"):
            if not (character.isspace() and (not out or out[-1].isspace())):
                out.append(character)
                places.append(token.start())
            elif character == "\n" and out:
                out[-1] = character
    return Plain("".join(out), tuple(places))


def _spelling(token: re.Match[str], text: str, follows_word: bool) -> str:
    """Return what one token of the text becomes."""
    kind, found, end = token.lastgroup, token.group(), token.end()
    if kind == "drop":
        return ""
    if kind == "space":
        return "\n" if "\n" in found and (found.count("\n") > 1 or _BLOCK.match(text, end)) else " "
    if kind == "dash":
        if found == "-" and follows_word and text[end : end + 1].isalnum():
            return " "  # a compound may be written as two words, so it is read as two words
        return " - "
    if found.isascii():
        return found.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", found.translate(_QUOTES)).casefold())
    return "".join(" " if mark.isspace() else mark for mark in plain if unicodedata.category(mark) not in {"Mn", "Cf"})


def sentences(plain: Plain) -> tuple[Sentence, ...]:
    """Return the sentences of a text; abbreviations, initials and three dots end none.

    Speech in a cell of a table is an example of what somebody might say, and left out.
    """
    found: list[Sentence] = []
    start = 0
    for end in _ends(plain.text):
        piece = plain.text[start:end]
        stripped = piece.strip(" \n|")
        if stripped and not (plain.text[start - 1 : start] == "|" and stripped.startswith("'")):
            found.append(Sentence(stripped, start + len(piece) - len(piece.lstrip(" \n|"))))
        start = end
    return tuple(found)


def _ends(text: str) -> Iterator[int]:
    """Return where sentences end, the end of the text included; what never ends is cut, to keep time in bounds."""
    start = 0
    ends = (end.end() for end in _END.finditer(text) if not _is_abbreviation(text, end))
    for end in (*ends, len(text)):
        while end - start > _LONGEST:
            start = max(text.rfind(" ", start, start + _LONGEST), start + _LONGEST // 2)
            yield start
        yield end
        start = end


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    """Tell whether a full stop belongs to the word before it."""
    return end.group().startswith(".") and bool(_ABBREVIATION.search(text[max(0, end.start() - 12) : end.start()]))


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where the clauses of one sentence begin, 0 and the sentence's length included."""

    bounds: tuple[int, ...]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the clauses that hold ``start`` to ``end``, as far as they reach."""
        index = bisect_left(self.bounds, start + 1) - 1
        return self.bounds[max(index, 0)], self.bounds[bisect_left(self.bounds, end)]


_SUBJECT: Final = (
    r"(?:ik|je|jij|u|het|er|we|wij|hij|zij|ze|de|een|iemand|iets|dat|alles|jouw|uw|mijn|elk|elke|iedere?|niemand|niets)"
)
_BOUND: Final = re.compile(
    rf"""(?x)
      [;:()] \s* | , \s* (?! (?:dat|of) \b ) | \s-\s | \.\.\. \s*
    | \s (?= (?:maar|want|dus|zodat|omdat|doordat|terwijl|hoewel|zonder\ dat|ook\ al) \b
        | (?:als|wanneer) \  {_SUBJECT} \b
        | en \  (?: {_SUBJECT} | wat | daar\w* | dus | toch | bovendien | verder | natuurlijk | nooit | niet | geen
          | ben | heb | heeft | is | blijft | wordt | kan | mag | geef | werk | zeg | luister | praat | zorg | hou\w*
          | bewaar | behandel\w* | garandeer\w* | vertel | deel | komt | gaat ) \b )"""
)
_SUBORDINATE: Final = re.compile(r"(?:omdat|als|doordat|nu|wanneer|hoewel|ook al|wie|wat|aangezien)\b")
_MAIN: Final = re.compile(
    rf"(?x) \s (?= (?:is|blijft|blijven|heb|heeft|kan|kun|kunt|mag|ben|bent|zijn|gaat|komt|geldt) \  {_SUBJECT} \b )"
)


def clauses(sentence: str) -> Clauses:
    """Split a sentence into clauses: at its marks, before words that open a clause, and where a main clause begins."""
    bounds = [0, *(found.end() for found in _BOUND.finditer(sentence)), len(sentence)]
    for start, end in list(pairwise(bounds)):
        if _SUBORDINATE.match(sentence, start) and (main := _MAIN.search(sentence, start, end)):
            bounds.append(main.end())
    return Clauses(tuple(sorted(set(bounds))))
