"""How a mistake of our own is told: one sentence, and everything about it for who asks."""

from __future__ import annotations

import os
import traceback
from typing import Final

from generator.cli.console import err, say

#: Set to anything but 0 it asks for tracebacks; ``--debug`` sets it, so that it holds wherever a mistake shows up.
DEBUG: Final = "VERTROUWENSKIT_DEBUG"


def tell_unexpected(error: Exception) -> None:
    """Say that the program itself failed, and where if that is asked for."""
    debug = os.environ.get(DEBUG, "") not in {"", "0"}
    if debug:
        traceback.print_exception(error)
    say(err(), f"Fout in het programma zelf: {str(error) or type(error).__name__}", "red")
    if not debug:
        say(err(), "Meer weten? Herhaal het commando met --debug erbij.")
