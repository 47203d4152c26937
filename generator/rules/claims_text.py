"""Free text made comparable: one spelling, sentence by sentence, with the way back to the text as it was typed.

Small letters without accents, straight quotes, single spaces; Markdown's marks are gone. Patterns can then be plain
words, and a finding still points at the characters that the author wrote.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""(?xs)
      (?P<drop> (?<=\w) - [ \t]* \n \s* (?=[a-z])       # a word that was broken at the end of a line
      | \]\( [^()\s]* \) | \{: [^{}]* \} | [*_`~\\\[\]\#] )
    | (?P<space> \s+ )
    | (?P<dash> [\u2010-\u2015\u2212-] )
    | (?P<char> . )"""
)
#: What opens a block of Markdown; a line that begins with it does not go on with the sentence before it.
_BLOCK: Final = re.compile(r"[-*+][ \t]|\d+\.[ \t]|\#|\||:[ \t]|!!!|\?\?\?")
_QUOTES: Final = {ord(mark): "'" for mark in "‘’‚‛′´`"} | {ord(mark): '"' for mark in "“”„«»"}
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
    """Return ``text`` in one spelling; a block or a paragraph that begins is a line end, all other space is one space."""
    out: list[str] = []
    places: list[int] = []
    for token in _TOKEN.finditer(text):
        before = out[-1] if out else "\n"
        for character in _spelling(token, text, before.isalnum()):
            last = out[-1] if out else "\n"
            if not (character.isspace() and last.isspace()):
                out.append(character)
                places.append(token.start())
            elif character == "\n":
                out[-1:] = ["\n"] if out else []
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
    """Return the sentences of a text; abbreviations and initials end none, and neither do three dots."""
    found: list[Sentence] = []
    start = 0
    ends = [end.end() for end in _END.finditer(plain.text) if not _is_abbreviation(plain.text, end)]
    for end in [*ends, len(plain.text)]:
        piece = plain.text[start:end]
        if stripped := piece.strip(" \n|"):
            found.append(Sentence(stripped, start + len(piece) - len(piece.lstrip(" \n|"))))
        start = end
    return tuple(found)


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
        | en \  (?: {_SUBJECT} | wat | daar\w* | dus | toch | bovendien | verder | natuurlijk | nooit | niet | geen | ben | heb
          | heeft | is | blijft | wordt | kan | mag | geef | werk | zeg | luister | praat | zorg | hou\w* | bewaar | behandel\w*
          | garandeer\w* | vertel | deel | komt | gaat ) \b )"""
)
_SUBORDINATE: Final = re.compile(r"(?:omdat|als|doordat|nu|wanneer|hoewel|ook al|wie|wat|aangezien)\b")
_MAIN: Final = re.compile(
    rf"(?x) \s (?= (?:is|blijft|blijven|heb|heeft|kan|kun|kunt|mag|ben|bent|zijn|gaat|komt|geldt) \  {_SUBJECT} \b )"
)


def clauses(sentence: str) -> Clauses:
    """Split a sentence into clauses: at its marks, before words that open a clause, and where a main clause begins."""
    bounds = [0, *(found.end() for found in _BOUND.finditer(sentence)), len(sentence)]
    for start, end in zip(bounds, bounds[1:], strict=False):
        if _SUBORDINATE.match(sentence, start) and (main := _MAIN.search(sentence, start, end)):
            bounds.append(main.end())
    return Clauses(tuple(sorted(set(bounds))))
