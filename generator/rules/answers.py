"""What a kit answers to findings, under ``uitzonderingen``: which are answered, and which answers hit nothing.

An answer holds for every finding of its code in the kit, up to and including its last day. An answered finding is
still told, with its reason. What may never be answered: a kit that can't be read or printed, an advisor who is not
independent, and danger (domain.md section 6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.dates import datum
from generator.errors import Answer, Finding
from generator.kit.codes import CODES, Code, finding_at, in_order
from generator.kit.loader import LoadedKit
from generator.kit.model import Uitzondering
from generator.kit.nodes import KeyPath
from generator.rules import sources
from generator.rules.catalog import BY_CODE
from generator.rules.rule import mark_of

#: What is said of the answers themselves. These have no rule, as they look at findings.
ABOUT_ANSWERS: Final[dict[str, Code]] = {
    "VK190": Code(
        "een uitzondering die niets meer raakt",
        "Een oude uitzondering verbergt later een nieuwe bevinding die niemand heeft bekeken.",
        "warning",
        sources.OWN,
    ),
    "VK191": Code(
        "een uitzondering die niet kan",
        "Onafhankelijkheid en hulp bij gevaar zijn niet iets om een uitzondering op te maken.",
        "warning",
        sources.OWN,
    ),
}


def answer(
    loaded: LoadedKit, findings: tuple[Finding, ...], today: date, *, printed: bool = True
) -> tuple[Finding, ...]:
    """Return all findings: those that the kit answers carry the answer, and idle answers are findings themselves.

    ``printed`` is false if nobody looked at the printables: an answer about those may then have something to hit.
    """
    if loaded.kit is None:
        return findings
    answers = loaded.kit.uitzonderingen
    holding = {item.code: Answer(item.reden, item.tot) for item in answers if not _ended(item, today)}
    answered = [_answered(finding, holding, _last_day(finding, answers)) for finding in findings]
    return in_order([*answered, *_idle(loaded, findings, printed=printed)])


def can_be_answered(finding: Finding) -> bool:
    """Tell whether a kit may answer this finding: not an error of reading or printing, independence or danger."""
    if finding.level != "error":
        return True
    rule = BY_CODE.get(finding.code)
    return rule is not None and rule.waivable


def _answered(finding: Finding, holding: dict[str, Answer], ended: date | None) -> Finding:
    if finding.code in holding and can_be_answered(finding):
        return replace(finding, answer=holding[finding.code])
    if ended is not None and finding.code not in holding and can_be_answered(finding):
        return replace(finding, advice=f"{finding.advice} (De uitzondering hiervoor gold tot en met {datum(ended)}.)")
    return finding


def _ended(item: Uitzondering, today: date) -> bool:
    return item.tot is not None and item.tot < today


def _same_time(item: Uitzondering, later: Uitzondering) -> bool:
    """Tell whether two answers hold at once: one that ended may stay as a record beside the next."""
    return item.tot == later.tot or item.tot is None or later.tot is None


def _last_day(finding: Finding, answers: tuple[Uitzondering, ...]) -> date | None:
    """Return until when a finding had been answered at the latest."""
    return max((item.tot for item in answers if item.code == finding.code and item.tot), default=None)


def _idle(loaded: LoadedKit, findings: tuple[Finding, ...], *, printed: bool) -> Iterator[Finding]:
    """Find answers to what is not found, to what does not exist, and to what can't be answered."""
    found = {finding.code: finding for finding in findings}
    open_ = {finding.code for finding in findings if can_be_answered(finding)}
    answers = loaded.kit.uitzonderingen if loaded.kit else ()
    for index, item in enumerate(answers):
        path: KeyPath = ("uitzonderingen", index, "code")
        # What a layer answers is for all its members; that one of them does not need it is no mistake.
        inherited = mark_of(loaded.tree, path).layer != loaded.tree.mark.layer
        if item.code not in CODES and item.code not in BY_CODE and item.code not in ABOUT_ANSWERS:
            message = f"De code {item.code} bestaat niet."
            yield _finding(loaded, "VK190", path, message, "Alle codes zie je met: vertrouwenskit rules")
        elif item.code in found and item.code not in open_:
            message = f"{item.code} kan geen uitzondering krijgen: {found[item.code].message}"
            yield _finding(loaded, "VK191", path, message, "Los de bevinding op, en haal deze uitzondering weg.")
        elif item.code in {later.code for later in answers[index + 1 :] if _same_time(item, later)}:
            message = f"Voor {item.code} staan er twee uitzonderingen. Alleen de laatste telt."
            yield _finding(loaded, "VK190", path, message, "Haal er één weg, en zet beide redenen bij elkaar.")
        elif item.code not in found and not inherited and (printed or not item.code.startswith("VK08")):
            message = f"De uitzondering voor {item.code} is niet nodig: die bevinding is er niet."
            yield _finding(loaded, "VK190", path, message, "Haal haar weg uit uitzonderingen.")


def _finding(loaded: LoadedKit, code: str, path: KeyPath, message: str, advice: str) -> Finding:
    return finding_at(mark_of(loaded.tree, path), path, code, ABOUT_ANSWERS[code], message, advice)
