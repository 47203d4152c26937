"""What ``build`` says of each kit, and of all of them at the end."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from generator.batch.member import Member
from generator.batch.task import Outcome, Trouble
from generator.cli.console import err, say
from generator.cli.exitcodes import Exit
from generator.cli.failures import DEBUG
from generator.cli.findings import show_findings
from generator.errors import stopping
from generator.kit.report import counts

#: Of more kits than this, good ones are counted and not named; all that was found stands in the overview.
FEW: Final = 12

_EXITS: Final = {None: Exit.OK, Trouble.KIT: Exit.INVALID, Trouble.USAGE: Exit.USAGE, Trouble.OURS: Exit.FAILED}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells how kits ended; ``asked`` is how many there are, ``output`` where they stand."""

    console: Console
    output: Path
    asked: int

    @property
    def is_brief(self) -> bool:
        """Whether there are too many kits to say something of each."""
        return self.asked > FEW

    def tell(self, outcome: Outcome) -> None:
        """Tell of one kit what a person must know now."""
        member = outcome.member
        if outcome.trouble is Trouble.KIT:
            self._invalid(member)
        elif outcome.trouble is not None:
            say(err(), f"{member.slug}: niet gemaakt. {member.reason}", "bold red")
            self._details(outcome)
        elif not self.is_brief:
            self._good(member)

    def close(self, members: Sequence[Member], overview: Path | None) -> None:
        """Count everything, and say where to look."""
        good = [member for member in members if member.state in {"built", "unchanged"}]
        say(self.console)
        say(self.console, f"{_counted(members)}.")
        if overview is not None:
            say(self.console, f"  Bekijk het overzicht: {overview.resolve().as_uri()}")
        for member in () if self.is_brief else good:
            say(self.console, f"  Bekijk {member.slug}: {self._home(member).resolve().as_uri()}")

    def _invalid(self, member: Member) -> None:
        if self.is_brief:
            found = counts(member.findings)
            say(
                self.console,
                f"{member.slug}: niet gemaakt, {found}. Meer weten? vertrouwenskit check {member.slug}",
                "bold red",
            )
            return
        show_findings(self.console, member.slug, member.findings)
        wrong = stopping(member.findings)
        reason = "er zitten fouten in de kit" if wrong else "met --strict telt een waarschuwing als fout"
        say(self.console, f"{member.slug}: niet gemaakt, {reason}", "bold red")

    def _good(self, member: Member) -> None:
        if member.findings:
            show_findings(self.console, member.slug, member.findings)
        if member.state == "unchanged":
            say(self.console, f"{member.slug}: niets veranderd → {self._home(member)}", "green")
        else:
            say(self.console, f"{member.slug}: klaar, {_made(member)} → {self._home(member)}", "green")

    def _details(self, outcome: Outcome) -> None:
        """Say more of a mistake of our own, if that is asked for."""
        if not outcome.details:
            return
        if os.environ.get(DEBUG, "") not in {"", "0"}:
            say(err(), outcome.details)
        else:
            say(err(), "Meer weten? Herhaal het commando met --debug erbij.")

    def _home(self, member: Member) -> Path:
        folder = self.output / member.slug
        return folder / "site" / "index.html" if member.site else folder / "print"


def exit_of(outcome: Outcome) -> Exit:
    """Return what one kit's ending means to the shell."""
    return _EXITS[outcome.trouble]


def _counted(members: Sequence[Member]) -> str:
    """Return ``3 van 5 kits gemaakt, 1 ongewijzigd, 1 mislukt``."""
    number = {state: sum(member.state == state for member in members) for state in ("built", "unchanged")}
    asked = len(members)
    parts = [f"{number['built']} van {asked} {'kit' if asked == 1 else 'kits'} gemaakt"]
    if number["unchanged"]:
        parts.append(f"{number['unchanged']} ongewijzigd")
    if failed := asked - sum(number.values()):
        parts.append(f"{failed} mislukt")
    return ", ".join(parts)


def _made(member: Member) -> str:
    """Return ``17 pagina's en 14 pdf's``."""
    pages = "1 pagina" if member.pages == 1 else f"{member.pages} pagina's" if member.pages else ""
    prints = "1 pdf" if len(member.prints) == 1 else f"{len(member.prints)} pdf's" if member.prints else ""
    return " en ".join(part for part in (pages, prints) if part)
