"""Files that a kit names: they exist, under exactly that name, inside the folder of the layer that names them."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator import limits
from generator.kit.nodes import Remarks, SourcedText
from generator.kit.problems import as_text, wrong
from generator.kit.text import nearest, shorten

#: A relative path with forward slashes that never climbs; the editor's schema uses the same pattern.
PATTERN: Final = r"^(?!\s*[/~])(?!\s*[A-Za-z][A-Za-z0-9+.-]*:)(?!(.*/)?\s*\.\.\s*(/|$))[^\\]*[^\\/\s][^\\]*$"
_EXPECTED: Final = "Schrijf het pad vanaf de map van dit bestand, met gewone schuine strepen."


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file of the kit: ``naam`` as written (posix, relative), ``pad`` absolute, links resolved."""

    naam: str
    pad: Path

    def __str__(self) -> str:
        """Return the name as it stands in the kit."""
        return self.naam

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic find the file from the text that names it, and write only its name."""
        return core_schema.with_info_plain_validator_function(
            lambda value, info: value if isinstance(value, cls) else find_file(as_text(value, info), info),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe a file's name for editors."""
        help_text = "Hier hoort een bestand in de map van de kit, zoals fotos/samira.jpg."
        return {"type": ["string", "number"], "pattern": PATTERN, "patternErrorMessage": help_text}


def find_file(text: str, info: ValidationInfo | None = None) -> Bestand:
    """Find the file that ``text`` names, starting at the folder of its layer, and note it in ``info``'s context.

    Raises ``PydanticCustomError``, in Dutch: ``bestand_pad`` (a path of the wrong form), ``bestand_ontbreekt``,
    ``bestand_buiten_kit`` (outside the folder once links are followed), ``bestand_soort`` (a folder, a pipe).
    """
    if not isinstance(text, SourcedText):
        raise wrong("bestand_pad", f"'{shorten(text)}' hoort bij geen map.", "Noem een bestand in een kit.yml.")
    refuse_path(text)
    found = _resolve(text, text.node.mark.layer.folder)
    if info is not None and isinstance(info.context, Remarks):
        info.context.files.append(found.pad)
    return found


def refuse_path(text: str) -> None:
    """Raise ``bestand_pad`` or ``bestand_buiten_kit`` if the text is no relative path with forward slashes."""
    shown = shorten(text)
    if len(text) > limits.PATH:
        raise wrong(
            "bestand_pad", f"Dit pad heeft {len(text)} tekens.", f"Gebruik er hooguit {limits.PATH}. {_EXPECTED}"
        )
    if re.match(r"\s*https?:", text, re.IGNORECASE):
        raise wrong("bestand_pad", f"'{shown}' is een webadres.", f"Hier hoort een bestand uit de kit. {_EXPECTED}")
    if "\\" in text:
        better = text.replace("\\", "/")
        raise wrong(
            "bestand_pad", f"In '{shown}' staat een backslash.", f"Bedoelde je '{shorten(better)}'? {_EXPECTED}"
        )
    if re.search(r"(^|/)\s*\.\.\s*(/|$)", text) or re.match(r"\s*([/~]|[A-Za-z][A-Za-z0-9+.-]*:)", text):
        raise wrong("bestand_buiten_kit", f"'{shown}' wijst naar een plek buiten de map van de kit.", _EXPECTED)
    if not re.match(PATTERN, text):
        raise wrong("bestand_pad", f"'{shown}' is geen naam van een bestand.", _EXPECTED)


def _resolve(text: str, folder: Path) -> Bestand:
    """Walk from ``folder`` along the names in ``text``, comparing them exactly, also where the disk does not."""
    here = folder
    seen: list[str] = []
    for part in (part for part in text.split("/") if part not in ("", ".")):
        names = _names(here, part)
        wanted = unicodedata.normalize("NFC", part)
        if wanted not in names:
            raise _missing(text, seen, part, list(names))
        here, seen = here / names[wanted], [*seen, part]
        if here.is_symlink():
            _inside(text, here, folder)  # before its names are read, or a hint could tell them
    target = _inside(text, here, folder)
    if not target.is_file():
        what = "een map" if target.is_dir() else "geen gewoon bestand"
        raise wrong("bestand_soort", f"'{shorten(text)}' is {what}.", f"Noem een bestand. {_EXPECTED}")
    return Bestand(str(text), target)


def _inside(text: str, path: Path, folder: Path) -> Path:
    """Return where a path leads once links are followed; raises for nothing, a circle, and for outside ``folder``."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as problem:
        message = f"'{shorten(text)}' is een verwijzing naar niets."
        raise wrong("bestand_ontbreekt", message, "Zet het bestand zelf in de map van de kit.") from problem
    if not target.is_relative_to(folder.resolve()):
        raise wrong(
            "bestand_buiten_kit",
            f"'{shorten(text)}' is een verwijzing naar een plek buiten de map van de kit.",
            "Zet het bestand zelf in de map van de kit.",
        )
    return target


def _names(folder: Path, exact: str) -> dict[str, str]:
    """Return the names in a folder, by their form NFC: some disks keep another form than people type.

    Of two that are the same in NFC the one that is written exactly so counts, or else the first: never the order in
    which a disk happens to tell them.
    """
    found: dict[str, str] = {}
    try:
        for name in os.listdir(folder):  # noqa: PTH208  a pool of photos has thousands
            composed = unicodedata.normalize("NFC", name)
            other = found.get(composed, name)
            found[composed] = exact if exact in {name, other} else min(name, other)
    except OSError:
        return {}
    return found


def _missing(text: str, seen: list[str], part: str, names: list[str]) -> Exception:
    """Make the error for a name that is not there, with the name that comes nearest."""
    close = nearest(part, names)
    if close is None:
        stem = Path(part).stem.casefold()
        close = next((name for name in sorted(names) if Path(name).stem.casefold() == stem), None)
    if close is not None:
        rest = text.split("/")[len(seen) + 1 :]
        hint = f"Bedoelde je '{'/'.join([*seen, close, *rest])}'? Hoofdletters tellen mee. "
    else:
        hint = ""
    place = f" (er is geen map '{'/'.join([*seen, part])}')" if part != text.rsplit("/", maxsplit=1)[-1] else ""
    return wrong("bestand_ontbreekt", f"Het bestand '{shorten(text)}' is er niet{place}.", f"{hint}{_EXPECTED}")
