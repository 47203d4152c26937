"""What can be wrong: findings (data about a kit) and failures (the run itself cannot go on).

A finding is a plain value: it can be pickled, compared, sorted and printed. Nothing here derives
from ``ValueError``, because pydantic swallows that inside a validator.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

Level = Literal["error", "warning", "notice"]

#: Most serious first; also the order in which findings are shown.
LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a kit says to a finding under ``uitzonderingen``: the reason, and the last day that it holds."""

    reden: str
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth a look, in a kit.

    ``line`` and ``column`` count from 1; 0 means that the finding is about the whole file.
    ``path`` is the key's path in the kit, for example ``vertrouwenspersonen[0].contact.telefoon``.
    ``message`` says what was found, ``advice`` what is expected with an example, ``why`` in a sentence why it matters;
    all are Dutch. ``source`` names the norm or format that asks for it; ``line_text`` is the line as it stands in the
    file. A finding with an ``answer`` is still told, but stops nothing and counts as none of its level.
    """

    code: str
    level: Level
    file: str
    message: str
    advice: str
    line: int = 0
    column: int = 0
    path: str = ""
    source: str = "kit-formaat"
    line_text: str = ""
    why: str = ""
    answer: Answer | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the public form, as ``check --json`` prints it."""
        return {
            "code": self.code,
            "level": self.level,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.path,
            "message": self.message,
            "advice": self.advice,
            "why": self.why,
            "source": self.source,
            "answer": self.answer
            and {
                "reden": self.answer.reden,
                "tot": self.answer.tot and self.answer.tot.isoformat(),
            },
        }


def stopping(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Tell whether a kit with these findings may not be published; ``strict`` counts a warning as an error."""
    levels = {"error", "warning"} if strict else {"error"}
    return any(item.level in levels and item.answer is None for item in findings)


class VertrouwenskitError(Exception):
    """Base of every error that the command line turns into a Dutch sentence and an exit code."""


class UsageError(VertrouwenskitError):
    """The command was called with something that does not fit (exit code 2)."""


class KitInvalid(VertrouwenskitError):
    """A kit holds errors (exit code 3); ``findings`` holds every finding, not the errors alone."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


class BuildFailed(VertrouwenskitError):
    """Our own machinery failed: the engine, the verification or the disk (exit code 1)."""
