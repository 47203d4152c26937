"""PyYAML's safe loader for our own files, in C where it is there. A kit is read by ``generator.kit`` instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    SafeLoader = yaml.SafeLoader
else:
    # About ten times as fast; where PyYAML came without it, its own parser does the same.
    SafeLoader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def load(text: str) -> Any:
    """Return the data in ``text``; raises ``yaml.YAMLError``."""
    return yaml.load(text, Loader=SafeLoader)  # noqa: S506  it is a safe loader
