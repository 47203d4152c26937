"""What can be wrong: findings (data about a kit) and failures (the run itself cannot go on).

A finding is a plain value: it can be pickled, compared, sorted and printed. Nothing here derives
from ``ValueError``, because pydantic swallows that inside a validator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal["error", "warning", "notice"]

#: Most serious first; also the order in which findings are shown.
LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "notice")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth a look, in a kit.

    ``line`` and ``column`` count from 1; 0 means that the finding is about the whole file.
    ``path`` is the key's path in the kit, for example ``vertrouwenspersonen[0].contact.telefoon``.
    ``message`` says what was found, ``advice`` what is expected with an example; both are Dutch.
    ``source`` names the norm or format that asks for it; ``line_text`` is the line as it stands in the file.
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

    def as_json(self) -> dict[str, str | int]:
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
            "source": self.source,
        }


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
