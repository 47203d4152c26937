"""How a mistake of our own, or of the system, is told: one sentence, and everything about it for who asks."""

from __future__ import annotations

import os
import traceback
from typing import Final

from generator.cli.console import err, say
from generator.refusals import disk_trouble

#: Set to anything but 0 it asks for tracebacks; ``--debug`` sets it, so that it holds wherever a mistake shows up.
DEBUG: Final = "VERTROUWENSKIT_DEBUG"


def tell_unexpected(error: Exception) -> None:
    """Say that the program itself failed, and where if that is asked for."""
    _tell(error, f"Fout in het programma zelf: {str(error) or type(error).__name__}")


def tell_refused(error: OSError) -> None:
    """Say what the operating system refused, and where in the program if that is asked for."""
    _tell(error, f"Fout: {disk_trouble(error)}")


def _tell(error: Exception, sentence: str) -> None:
    debug = os.environ.get(DEBUG, "") not in {"", "0"}
    if debug:
        traceback.print_exception(error)
    say(err(), sentence, "red")
    if not debug:
        say(err(), "Meer weten? Herhaal het commando met --debug erbij.")
