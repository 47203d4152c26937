"""``vertrouwenskit schema``: write the schemas that editors read, or tell which of them are stale."""

from __future__ import annotations

from pathlib import Path

from generator.cli.console import err, out, say
from generator.cli.exitcodes import Exit
from generator.errors import BuildFailed
from generator.kit.schema import branche_schema, kit_schema, render_schema
from generator.refusals import refusal
from generator.whole import write_whole


def schema_files() -> dict[str, str]:
    """Return the text of each schema by its file name."""
    return {"kit.schema.json": render_schema(kit_schema()), "branche.schema.json": render_schema(branche_schema())}


def write_schemas(folder: Path) -> Exit:
    """Write both schemas into ``folder``; raises ``BuildFailed`` if that is not possible."""
    for name, text in schema_files().items():
        write_text(folder / name, text)
        say(out(), f"Geschreven: {folder / name}")
    return Exit.OK


def check_schemas(folder: Path) -> Exit:
    """Return 1, and say which, if a schema is missing or does not belong to this version."""
    stale = [name for name, text in schema_files().items() if _read(folder / name) != text]
    for name in stale:
        what = "klopt niet meer" if (folder / name).exists() else "ontbreekt"
        say(err(), f"{folder / name} {what}. Maak hem opnieuw met: vertrouwenskit schema", "red")
    if not stale:
        say(out(), f"De schema's in {folder} kloppen.", "green")
    return Exit.FAILED if stale else Exit.OK


def write_text(path: Path, text: str) -> None:
    """Write a file in UTF-8 with plain line ends on every system; raises ``BuildFailed`` if that is not possible."""
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise BuildFailed(f"{path} kan niet geschreven worden: {refusal(error)}.") from error


def _read(path: Path) -> str | None:
    # Git may have given the file Windows line ends; that is not another schema.
    return path.read_text(encoding="utf-8") if path.is_file() else None
