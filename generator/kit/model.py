"""The kit as values: one frozen pydantic model per mapping of the kit file.

Field names are the YAML keys. Descriptions and examples are Dutch, because the editor's schema and the
error messages show them to whoever writes a kit.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.kit.values import (  # noqa: F401
    Bestand,
    Emailadres,
    Focus,
    JaNee,
    Kleur,
    Reglement,
    Slug,
    Tekst,
    Telefoonnummer,
    Webadres,
)
