"""Hold one kit against every rule. This is the package's front door, with ``answers`` behind it."""

from __future__ import annotations

from datetime import date

from generator.errors import Finding
from generator.kit.codes import in_order
from generator.kit.loader import LoadedKit
from generator.library import Library
from generator.rules.catalog import RULES
from generator.rules.rule import Case


def judge(loaded: LoadedKit, library: Library, today: date) -> tuple[Finding, ...]:
    """Return what all rules find in a valid kit, sorted by file, line and column; nothing for a kit that is not valid.

    ``today`` is what dates are held against: no clock is read.
    """
    if loaded.kit is None:
        return ()
    case = Case(loaded.kit, loaded.tree, library, today)
    return in_order([finding for rule in RULES for finding in rule.findings(case)])
