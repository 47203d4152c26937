"""The parts that patterns for claims are built from, and the three ways in which words can claim something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

WORD: Final = r"[\w'%]+"
PERCENT: Final = (
    r"(?:\d{3,} ?(?:%|procent|pct)|(?:honderd|tweehonderd|duizend) ?(?:%|procent)|"
    r"volle (?:100|honderd) ?(?:%|procent)?)"
)
#: Those who might be told.
ANYONE: Final = (
    r"(?:iemand|niemand|anderen|een ander|derden|mensen|wie|buitenstaanders|(?:je|jouw|uw|de|een|jullie|mijn|onze|het|"
    r"collega)\b|collega's|hr\b|leidinggevenden?|de)"
)

Force = Literal["firm", "soft", "denying", "asked"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that make a claim, in the spelling of ``text``.

    ``firm`` words claim whatever follows ("100% geheim, behalve ..."); ``soft`` words do not if an exception is named;
    ``denying`` words claim with a denial of their own ("ik vertel niets door"), so that a second one is needed to deny
    them; ``asked`` words are a question that claims if the answer is no. ``near`` must, and ``unless`` must not, be
    found in the sentence (``near``: or in the sentence before).
    """

    force: Force
    words: str
    near: str = ""
    unless: str = ""

    def found_in(self, sentence: str) -> Iterator[re.Match[str]]:
        """Yield where the words stand."""
        return _compiled(self.words).finditer(sentence)

    def applies(self, before: str, sentence: str) -> bool:
        """Tell whether the words around allow the pattern."""
        if self.near and not any(_compiled(rf"\b(?:{self.near})").search(text) for text in (sentence, before)):
            return False
        return not (self.unless and _compiled(self.unless).search(sentence))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compile an expression when it is first needed: all of them take longer than many a command."""
    return re.compile(expression)


def gap(most: int) -> str:
    """Return the pattern of up to ``most`` words and the space after them; commas and brackets may stand between."""
    return rf"(?:\(?{WORD}\)?,? ){{0,{most}}}"


def firm(words: str, *, near: str = "", unless: str = "") -> Pattern:
    """Return a pattern that claims even if an exception is named."""
    return Pattern("firm", words, near, unless)


def soft(words: str, *, near: str = "", unless: str = "") -> Pattern:
    """Return a pattern that claims unless an exception is named."""
    return Pattern("soft", words, near, unless)


def denying(words: str, *, near: str = "", unless: str = "") -> Pattern:
    """Return a pattern that claims by denying, unless an exception is named."""
    return Pattern("denying", words, near, unless)


def asked(words: str) -> Pattern:
    """Return the pattern of a question that claims if the text answers it with no."""
    return Pattern("asked", words)
