"""The sample kits of the rules: each stands on ``basis.yml`` and says at its head what must be found, answered or not.

``# beantwoord:`` is like ``# verwacht:``, for a finding that the kit answers.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import Finding
from generator.kit.loader import LoadedKit, load_kit
from generator.library import load_library
from generator.resources import default_resources
from generator.rules.answers import answer
from generator.rules.judge import judge
from tests.conftest import TODAY
from tests.kit.samples import Expected, expected, given

HERE = Path(__file__).resolve().parent
GOOD = tuple(sorted(path.parent for path in (HERE / "goed").glob("*/kit.yml")))
BAD = tuple(sorted(path.parent for path in (HERE / "fouten").glob("*/kit.yml")))
ALL = GOOD + BAD
_ANSWERED = re.compile(r"^# beantwoord: (VK\d{3})$", re.MULTILINE)


def loaded(folder: Path, kits_root: Path = HERE) -> LoadedKit:
    """Read a sample against the real shared content."""
    return load_kit(folder, kits_root, load_library(default_resources().content, "je").shared_ids)


def judged(kit: LoadedKit) -> tuple[Finding, ...]:
    """Return all findings of a kit, on the day that all tests take for today."""
    form = kit.kit.organisatie.aanspreekvorm if kit.kit else "je"
    library = load_library(default_resources().content, form)
    return answer(kit, kit.findings + judge(kit, library, TODAY), TODAY, printed=False)


def found(folder: Path, kits_root: Path = HERE) -> tuple[list[Expected], list[str]]:
    """Return the open findings of a sample, and the codes of those that it answers."""
    findings = judged(loaded(folder, kits_root))
    return (
        given(tuple(item for item in findings if item.answer is None)),
        sorted(item.code for item in findings if item.answer),
    )


def stated(folder: Path, file: str) -> tuple[list[Expected], list[str]]:
    """Return what the head of a sample says."""
    text = (folder / "kit.yml").read_text(encoding="utf-8")
    return expected(folder, file), sorted(_ANSWERED.findall(text))
