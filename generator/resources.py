"""Where theme, shared content and base configuration live: in a checkout, or inside the installed package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Resources:
    """The folders and the file that every build reads besides the kit itself (absolute paths)."""

    content: Path
    theme: Path
    mkdocs_yml: Path

    @property
    def watched(self) -> tuple[Path, ...]:
        """Everything that changes a site when it changes."""
        return (self.content, self.theme, self.mkdocs_yml)


def default_resources() -> Resources:
    """Return what travels with the package, or what stands beside it in a checkout."""
    packed = _PACKAGE / "_data"
    root = packed if packed.is_dir() else _PACKAGE.parent
    return Resources(root / "content" / "nl", root / "theme", root / "mkdocs.yml")
