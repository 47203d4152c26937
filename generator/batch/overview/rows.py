"""A member as a row of the page: every word that the template shows, so that the template only places them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.batch.member import Member
from generator.batch.overview.common import Key, Shared, its_shared, own_findings
from generator.batch.overview.links import Links, links_of
from generator.batch.overview.plain import number, shown
from generator.batch.overview.standing import STAND_WORDS, Stand, counts_of, stand_of
from generator.dates import datum
from generator.errors import Finding, stopping
from generator.kit.report import LEVEL_WORDS, place

_STRICT: Final = "Met --strict houdt een waarschuwing de kit tegen."
_REMOVED: Final = "Deze kit is weg. Met 'build --prune' ruim je op wat er nog staat."


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page tells it; ``answer`` is the member's reason to leave it so, or an empty text."""

    code: str
    level: str
    place: str
    message: str
    advice: str
    why: str
    answer: str


@dataclass(frozen=True, slots=True)
class Row:
    """A member as the page shows it.

    ``remark`` says in sentences what else there is to know about its stand; ``counts`` is empty without findings, and
    ``no_findings`` then says what that means; ``codes`` finds the row by a code.
    """

    naam: str
    slug: str
    branche: str
    stand: Stand
    stand_word: str
    remark: str
    counts: str
    no_findings: str
    codes: str
    notes: tuple[Note, ...]
    shared: tuple[Shared, ...]
    links: Links
    made_on: str
    made_on_words: str


def rows(members: Sequence[Member], shared: Mapping[Key, Shared]) -> Iterator[Row]:
    """Yield members as rows, one at a time: of thousands only one is in memory."""
    for member in members:
        yield _row(member, shared)


def note(finding: Finding) -> Note:
    """Return a finding as the page tells it."""
    return Note(
        code=shown(finding.code),
        level=LEVEL_WORDS[finding.level][0],
        place=shown(place(finding)),
        message=shown(finding.message),
        advice=shown(finding.advice),
        why=shown(finding.why),
        answer=shown(finding.answer.reden) if finding.answer else "",
    )


def _row(member: Member, shared: Mapping[Key, Shared]) -> Row:
    stand, day = stand_of(member), _day(member.made_on)
    return Row(
        naam=shown(member.naam),
        slug=shown(member.slug),
        branche=shown(member.branche),
        stand=stand,
        stand_word=STAND_WORDS[stand],
        remark=" ".join(_remarks(member)),
        counts=str(counts_of(member.findings)),
        no_findings="Niet nagekeken" if member.state in {"waiting", "removed", "failed"} else "Geen",
        codes=shown(" ".join(sorted({item.code for item in member.findings if item.answer is None}))),
        notes=tuple(note(item) for item in own_findings(member, shared)),
        shared=tuple(its_shared(member, shared)),
        links=links_of(member),
        made_on=member.made_on if day else "",
        made_on_words=day,
    )


def _remarks(member: Member) -> Iterator[str]:
    """Yield sentences: why it stands so, and whether what stands in the output is older."""
    if member.state == "removed":
        yield _REMOVED
        return
    if member.reason:
        yield shown(member.reason)
    elif member.state == "invalid" and member.findings and not stopping(member.findings):
        yield _STRICT
    if member.state in {"failed", "invalid", "waiting"}:
        yield _older(member)


def _older(member: Member) -> str:
    if not (member.site or member.prints):
        return "Er is nog geen eerdere versie."
    day = _day(member.made_on)
    return f"De versie van {day} staat er nog." if day else "De vorige versie staat er nog."


def _day(text: str) -> str:
    """Return a day in words, or an empty text."""
    try:
        return datum(date.fromisoformat(text))
    except ValueError:
        return ""


def lead(total: dict[Stand, int]) -> str:
    """Return in a sentence or two how it is going; what is removed counts no more."""
    everybody = sum(total.values()) - total["vervallen"]
    ready, work = total["klaar"] + total["waarschuwingen"], total["fouten"] + total["mislukt"]
    if not everybody:
        return "Er zijn nog geen leden met een kit."
    parts = [f"{number(ready)} van {number(everybody)} {'kit' if everybody == 1 else 'kits'} klaar."]
    if work:
        parts.append(f"{number(work)} {'kit vraagt' if work == 1 else 'kits vragen'} nog werk.")
    if total["wacht"]:
        parts.append(f"{number(total['wacht'])} nog niet gemaakt.")
    if total["waarschuwingen"]:
        parts.append(f"Bij {number(total['waarschuwingen'])} is er een waarschuwing.")
    return " ".join(parts)
