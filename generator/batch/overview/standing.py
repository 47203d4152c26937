"""How a member stands in the eyes of its association: whether there is work to do, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from generator.batch.member import Member
from generator.errors import LEVELS, Finding, Level
from generator.kit.report import LEVEL_WORDS

#: ``fouten``: the member's own mistakes hold its kit up. ``mislukt``: our machinery did.
Stand = Literal["klaar", "waarschuwingen", "fouten", "mislukt", "wacht", "vervallen"]

#: In the order of the page, with what the page calls them.
STAND_WORDS: Final[dict[Stand, str]] = {
    "klaar": "Klaar",
    "waarschuwingen": "Klaar, met waarschuwing",
    "fouten": "Eerst verbeteren",
    "mislukt": "Mislukt",
    "wacht": "Nog niet gemaakt",
    "vervallen": "Vervallen",
}
#: The most urgent first.
URGENCY: Final[tuple[Stand, ...]] = ("mislukt", "fouten", "wacht", "waarschuwingen", "vervallen", "klaar")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are: open ones of each level, and those that the kit answers."""

    error: int = 0
    warning: int = 0
    notice: int = 0
    answered: int = 0

    def of(self, level: Level) -> int:
        """Return the number of open findings of a level."""
        return {"error": self.error, "warning": self.warning, "notice": self.notice}[level]

    def __str__(self) -> str:
        """Return ``1 fout, 2 waarschuwingen, 1 beantwoord``, or an empty text."""
        numbers = [(self.of(level), LEVEL_WORDS[level]) for level in LEVELS]
        parts = [f"{number} {words[number > 1]}" for number, words in numbers if number]
        return ", ".join([*parts, f"{self.answered} beantwoord"] if self.answered else parts)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.error + other.error,
            self.warning + other.warning,
            self.notice + other.notice,
            self.answered + other.answered,
        )


def counts_of(findings: Iterable[Finding]) -> Counts:
    """Count findings."""
    found = Counter("answered" if item.answer else item.level for item in findings)
    return Counts(found["error"], found["warning"], found["notice"], found["answered"])


def stand_of(member: Member) -> Stand:
    """Return how a member stands."""
    match member.state:
        case "removed":
            return "vervallen"
        case "failed":
            return "mislukt"
        case "waiting":
            return "wacht"
        case "invalid":
            return "fouten"
        case _:
            counts = counts_of(member.findings)
            return "waarschuwingen" if counts.error + counts.warning else "klaar"


def tally(members: Iterable[Member]) -> dict[Stand, int]:
    """Return how many members stand how; every word is in it, also with none."""
    found = Counter(stand_of(member) for member in members)
    return {stand: found[stand] for stand in STAND_WORDS}
