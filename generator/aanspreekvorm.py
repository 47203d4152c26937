"""One text for *je* and *u*: ``[[je kunt|u kunt]]`` in shared content becomes the half that an organisation chose.

Verbs and pronouns differ between the two forms, so a replacement of words can't be right; the writer gives both.
Only our own content passes here, never a kit's value: in a kit two square brackets are two square brackets.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Aanspreekvorm = Literal["je", "u"]

_CHOICE: Final = re.compile(r"\[\[([^\[\]|]*)\|([^\[\]|]*)\]\]")


def choose(text: str, aanspreekvorm: Aanspreekvorm) -> str:
    """Return ``text`` with each ``[[je|u]]`` reduced to the half of ``aanspreekvorm``; lines stay lines."""
    return _CHOICE.sub(r"\1" if aanspreekvorm == "je" else r"\2", text)
