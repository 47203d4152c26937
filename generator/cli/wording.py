"""What the command line parser complains about, in Dutch.

Typer writes its complaints in English inside its own code, past any catalogue of translations, so they are told
apart by their class and worded here. It keeps those classes private; their names are read instead of importing them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from typer import TyperException


def in_dutch(error: TyperException) -> str:
    """Return one or two Dutch sentences for what is wrong with the command."""
    wording = _WORDINGS.get(type(error).__name__)
    return wording(error) if wording else _general(error)


def _no_such_option(error: Any) -> str:
    sentence = f"De optie {error.option_name} bestaat niet."
    near = sorted(error.possibilities or ())
    return f"{sentence} Bedoelde je {' of '.join(near)}?" if near else sentence


def _missing(error: Any) -> str:
    if error.param is None:
        return "Er ontbreekt iets."
    return f"Er ontbreekt iets: geef {name_of(error.param)}."


def _bad_value(error: Any) -> str:
    return f"Deze waarde past niet bij {name_of(error.param)}: {error.message}" if error.param else str(error.message)


def _bad_option_usage(error: Any) -> str:
    if "does not take a value" in error.message:
        return f"De optie {error.option_name} krijgt geen waarde."
    return f"De optie {error.option_name} heeft een waarde nodig."


def _general(error: TyperException) -> str:
    extra = re.fullmatch(r"Got unexpected extra arguments? ?(?:\(s\) )?\((.*)\)", error.message)
    return f"Dit is te veel: {extra[1]}" if extra else error.message


def name_of(param: Any) -> str:
    """Return what a reader types for a parameter: ``--kits`` or ``KIT``."""
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    return str(max(param.opts, key=len))


_WORDINGS: Final[dict[str, Callable[[Any], str]]] = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "BadOptionUsage": _bad_option_usage,
}
