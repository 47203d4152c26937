"""How a validator says, in Dutch, what is wrong; and the first look at every value: is it text at all."""

from __future__ import annotations

from typing import Any, Final, LiteralString

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from generator.kit.nodes import Remarks, SourcedText
from generator.kit.text import forbidden_character, is_mangled, shorten

_BOOLEANS: Final = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})
_NAMES: Final = {
    "\u200b": "een spatie zonder breedte",
    "\ufeff": "een byte order mark",
    "\u2028": "een regelscheiding (U+2028)",
    "\u2029": "een alineascheiding (U+2029)",
}


def wrong(kind: LiteralString, message: str, advice: str) -> PydanticCustomError:
    """Make the error that a validator raises: a stable ``kind`` (see ``codes``) and two Dutch texts.

    ``message`` says what was found, ``advice`` what is expected, with an example.
    """
    return PydanticCustomError(kind, "{bericht}", {"bericht": message, "advies": advice})


def kind_of(value: Any) -> str:
    """Name the sort of thing that stands in the kit, in Dutch."""
    if value is None:
        return "niets"
    if isinstance(value, dict):
        return "een blok met eigen sleutels"
    return "een lijst" if isinstance(value, list | tuple) else "een tekst" if isinstance(value, str) else "een getal"


def as_text(value: Any, info: ValidationInfo | None = None) -> str:
    """Return the value if it is text; remember in ``info.context`` what other programs would misread.

    Raises ``PydanticCustomError``: ``tekst_verwacht``, ``waar_onwaar_als_tekst`` or ``verborgen_teken``.
    """
    if not isinstance(value, str):
        raise wrong("tekst_verwacht", f"Hier staat {kind_of(value)}.", "Hier hoort één waarde.")
    if isinstance(value, SourcedText) and value.node.plain:
        if value in _BOOLEANS:
            raise wrong(
                "waar_onwaar_als_tekst",
                f"'{value}' zonder aanhalingstekens betekent in YAML ja of nee; hier hoort tekst.",
                f'Is het echt tekst? Zet er dan aanhalingstekens om: "{value}".',
            )
        if is_mangled(value) and info is not None and isinstance(info.context, Remarks):
            info.context.mangled.append(value.node)
    text: str = value
    refuse_hidden(text)
    return text


def refuse_hidden(text: str) -> None:
    """Raise ``verborgen_teken`` if the text holds a character that cannot be seen or that turns the text around."""
    found = forbidden_character(text)
    if found is None:
        return
    turns = "\u202a" <= found <= "\u202e" or "\u2066" <= found <= "\u2069"
    name = "een teken dat de schrijfrichting omdraait" if turns else _NAMES.get(found, "een stuurteken")
    raise wrong(
        "verborgen_teken",
        f"In '{shorten(text)}' zit een onzichtbaar teken: {name} (U+{ord(found):04X}).",
        "Haal de waarde weg en typ haar opnieuw; plakken uit een ander programma neemt zulke tekens soms mee.",
    )
