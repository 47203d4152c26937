"""QR codes (ISO/IEC 18004) as rows of dark modules: vector, with the quiet zone of four modules that the norm asks."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Final

from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from generator.printing.layout.elements import Code
from generator.printing.layout.geometry import Box
from generator.printing.parts.qr_data import codewords, version_of
from generator.printing.parts.qr_mask import best_masked

#: Below this side of a module (mm) a phone at reading distance begins to fail; a stronger code has smaller modules.
_LEAST_MODULE: Final = 0.5
_QUIET: Final = 4
_DARK: Final = re.compile("1+")
_LEVELS: Final = (("H", ERROR_CORRECT_H), ("Q", ERROR_CORRECT_Q), ("M", ERROR_CORRECT_M))


def code(payload: str, box: Box) -> Code:
    """Return the code of a text in a square box, quiet zone included, as strong as its size allows."""
    level, correction = _strongest(payload, box.w)
    return Code(box, payload, _modules(payload, correction), _dark(payload, correction), level)


def _strongest(payload: str, side: float) -> tuple[str, int]:
    for level, correction in _LEVELS:
        # The stronger a code, the less it holds at all.
        with suppress(ValueError):
            if side / _modules(payload, correction) >= _LEAST_MODULE:
                return level, correction
    return "L", ERROR_CORRECT_L


# A page is tried in several sizes, and its size is known before a code is made.
@lru_cache(maxsize=128)
def _modules(payload: str, correction: int) -> int:
    """Return how many modules a side of the code has, quiet zone included."""
    return 17 + 4 * version_of(payload.encode(), correction) + 2 * _QUIET


# A kit has three codes an advisor, each on several sheets; other kits have other codes.
@lru_cache(maxsize=64)
def _dark(payload: str, correction: int) -> tuple[tuple[int, int, int], ...]:
    """Return the dark modules as runs (row, from, to)."""
    content = payload.encode()
    version = version_of(content, correction)
    rows = enumerate(best_masked(version, correction, codewords(content, version, correction)), start=_QUIET)
    return tuple(
        (row, _QUIET + run.start(), _QUIET + run.end()) for row, cells in rows for run in _DARK.finditer(cells)
    )
