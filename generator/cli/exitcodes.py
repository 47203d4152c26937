"""What the command line answers to the shell; the numbers are documented and never change."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes. ``INTERRUPTED`` is what shells use for Ctrl-C."""

    OK = 0
    FAILED = 1
    USAGE = 2
    INVALID = 3
    SOME_FAILED = 4
    INTERRUPTED = 130


#: The same for people; the help shows it.
MEANING: dict[Exit, str] = {
    Exit.OK: "goed",
    Exit.FAILED: "het programma zelf ging mis",
    Exit.USAGE: "het commando klopt niet",
    Exit.INVALID: "de kit is ongeldig (bij meer kits: allemaal)",
    Exit.SOME_FAILED: "van meer kits ging een deel mis",
}


def overall(outcomes: Iterable[Exit]) -> Exit:
    """Return one answer for several kits: all good, all invalid, or some failed.

    If not one kit succeeded and our own machinery failed for at least one, that is the answer.
    """
    found = list(outcomes)
    bad = [outcome for outcome in found if outcome is not Exit.OK]
    if not bad:
        return Exit.OK
    if len(bad) < len(found):
        return Exit.SOME_FAILED
    return max(set(bad)) if Exit.FAILED not in bad else Exit.FAILED
