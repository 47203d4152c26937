"""What many members have in common: findings that lie in a layer they share, and the reasons why work remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.batch.member import Member
from generator.batch.overview.plain import shown
from generator.batch.overview.standing import stand_of
from generator.errors import LEVELS, Finding, Level
from generator.kit.report import LEVEL_WORDS

#: What makes two findings one: the same thing said of the same place.
Key: TypeAlias = tuple[str, str, int, int, str]
#: A longer list of reasons is no summary.
MOST_REASONS: Final = 8


@dataclass(frozen=True, slots=True)
class Shared:
    """A finding in a layer that several members share; ``anchor`` is its place in the page."""

    finding: Finding
    members: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why members have work left: what it is called, for how many, and the word that finds them in the page."""

    title: str
    kind: str
    members: int
    search: str


def key_of(finding: Finding) -> Key:
    """Return what makes a finding the same as another."""
    return (finding.code, finding.file, finding.line, finding.column, finding.message)


def shared_findings(members: Iterable[Member]) -> dict[Key, Shared]:
    """Return findings that several members have in the same place: the most serious and most common first.

    The same place is the same line of the same file, so it lies in a layer. What a member answers is its own affair and
    is not among them.
    """
    times: Counter[Key] = Counter()
    first: dict[Key, Finding] = {}
    for member in members:
        common = {key_of(item): item for item in member.findings if not item.answer}
        times.update(common.keys())
        for key, item in common.items():
            first.setdefault(key, item)
    several = [key for key, number in times.items() if number > 1]
    several.sort(key=lambda key: (LEVELS.index(first[key].level), -times[key], key))
    return {key: Shared(first[key], times[key], f"gedeeld-{place}") for place, key in enumerate(several, 1)}


def reasons(members: Iterable[Member], titles: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return why work remains: first what went wrong in the program, then errors and warnings, the most common first.

    ``titles`` gives a code's Dutch title; a code without one is called what its first finding says.
    """
    failures: Counter[str] = Counter()
    times: Counter[tuple[Level, str]] = Counter()
    called: dict[str, str] = {}
    for member in members:
        if stand_of(member) == "mislukt":
            failures[shown(member.reason)] += 1
        still_open = [item for item in member.findings if item.answer is None and item.level != "notice"]
        times.update({(item.level, item.code) for item in still_open})
        for item in still_open:
            called.setdefault(item.code, _sentence(titles.get(item.code, "")) or shown(item.message))
    failed = [Reason(text or "Onbekende oorzaak", "mislukt", number, text) for text, number in failures.items()]
    found = [
        (LEVELS.index(level), Reason(called[code], LEVEL_WORDS[level][0], number, code))
        for (level, code), number in times.items()
    ]
    failed.sort(key=lambda reason: (-reason.members, reason.title))
    found.sort(key=lambda item: (item[0], -item[1].members, item[1].search))
    return (*failed, *(reason for _, reason in found))


def _sentence(title: str) -> str:
    """Return a title with a capital; a sentence that begins with "één" writes only its second letter with an accent."""
    return f"Eén{title[3:]}" if title.startswith("één") else f"{title[:1].upper()}{title[1:]}"


def own_findings(member: Member, shared: Mapping[Key, Shared]) -> Sequence[Finding]:
    """Return the findings that are told with the member itself: serious ones first, answered ones last."""
    own = [item for item in member.findings if item.answer or key_of(item) not in shared]
    return sorted(own, key=lambda item: (item.answer is not None, LEVELS.index(item.level)))


def its_shared(member: Member, shared: Mapping[Key, Shared]) -> Sequence[Shared]:
    """Return the member's findings that are told once for all who have them."""
    keys = dict.fromkeys(key_of(item) for item in member.findings if not item.answer)
    return [shared[key] for key in keys if key in shared]
