"""Text as people type it: normalised, without invisible characters, comparable; and the nearest known word."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from generator import limits

#: The words for "nothing" of YAML's core schema, and the empty value.
NULL_WORDS: Final = frozenset({"", "~", "null", "Null", "NULL"})

#: Characters that no text of a kit may hold, as the inside of a regular expression's character class that both
#: Python and ECMAScript (the editor's schema) read: control characters, line separators, zero-width space and byte
#: order mark, the marks that turn the direction of writing, and the two non-characters.
#: Tab and line ends are not in it: they become spaces or stay line ends. Surrogates are not in it either, because
#: an editor's regular expressions see every emoji as two of them.
FORBIDDEN: Final = (
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069"
    r"\ufeff\ufffe\uffff"
)
_FORBIDDEN: Final = re.compile(rf"[{FORBIDDEN}\ud800-\udfff]")

#: The same, and the marks that only nudge the direction of writing: in our own sentences they have no place.
_UNSHOWN: Final = re.compile(rf"[{FORBIDDEN}\u200e\u200f\u061c\ud800-\udfff]")

#: A short name: small letters, digits, single hyphens between them.
SLUG_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"

#: Plain scalars that YAML 1.1 or 1.2 readers turn into something that is written in another way.
_MANGLED: Final = re.compile(
    r"""(?ix)
    [-+]?0[0-9_]+ | \+[0-9]+ | 0x[0-9a-f_]+ | 0o[0-7]+ | 0b[01_]+   # octal, hexadecimal, binary; a lost + or 0
    | [-+]?[0-9]{16,}                                               # too long to be kept exactly
    | [-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?                         # an underscore is dropped
    | [-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?                         # base 60: 12:30 becomes 750
    | [-+]?[0-9]*\.[0-9]*0 | [-+]?[0-9]+\.                          # 1.10 becomes 1.1
    | [-+]?[0-9]+(\.[0-9]*)?e[-+]?[0-9]+                            # 1e3 becomes 1000.0
    | yes | no | on | off | y | n"""
)

_LETTERS: Final = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})


def forbidden_character(text: str) -> str | None:
    """Return the first character that a kit may not hold, or None."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def holds_hidden(text: str) -> bool:
    """Tell whether a text holds a character that cannot be seen, marks that nudge the direction of writing included."""
    return _UNSHOWN.search(text) is not None


def clean_lines(text: str) -> str:
    """Return the text in Unicode form NFC, without space at the ends of its lines and of the whole."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").expandtabs(1).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def one_line(text: str) -> str:
    """Return the text in Unicode form NFC on one line; runs of white space become one space, save U+00A0."""
    return re.sub(r"[ \t\r\n]+", " ", unicodedata.normalize("NFC", text)).strip()


def is_mangled(text: str) -> bool:
    """Tell whether other YAML readers would change this text if it stands there without quotes."""
    return _MANGLED.fullmatch(text) is not None


def slugify(text: str) -> str:
    """Return the slug of a name: ``Samira El Amrani`` gives ``samira-el-amrani``; may be empty, is never too long."""
    plain = (
        unicodedata.normalize("NFKD", text[: limits.TEXT].lower().translate(_LETTERS))
        .encode("ascii", "ignore")
        .decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['`]", "", plain)).strip("-")[: limits.SLUG].rstrip("-")


def nearest(word: str, known: Iterable[str], likeness: float = 0.7, most: int = limits.CHOICES) -> str | None:
    """Return the known word that looks most like ``word``, or None if none comes near (``likeness`` from 0 to 1).

    No guess is made at a word longer than a line or, but for capitals and hyphens, among more than ``most`` known ones.
    """
    if len(word) > limits.LINE:
        return None
    choices = {choice.casefold(): choice for choice in sorted(set(known), reverse=True)}
    folded = word.casefold().strip()
    for attempt in (
        folded,
        folded.replace("_", "-"),
        folded.replace(" ", "_"),
        folded.replace("-", "_"),
        slugify(word),
    ):
        if attempt in choices and choices[attempt] != word:
            return choices[attempt]
    if len(choices) > most:
        return None
    found = difflib.get_close_matches(folded, list(choices), n=1, cutoff=likeness)
    return choices[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``Bedoelde je 'x'? `` with a space behind it, or an empty text."""
    found = nearest(word, known)
    return f"Bedoelde je '{found}'? " if found else ""


def shorten(text: str, limit: int = 60) -> str:
    """Return the text on one line, at most ``limit`` characters, fit to be quoted in a message."""
    flat = _UNSHOWN.sub("�", " ".join(text[: 20 * limit].split()))
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def enumerate_words(words: Iterable[str], last: str = "of") -> str:
    """Join words as Dutch does: ``je of u``, ``a, b of c``."""
    *front, tail = list(words)
    return f"{', '.join(front)} {last} {tail}" if front else tail
