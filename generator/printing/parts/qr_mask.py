"""Which of its eight masks a QR code gets (ISO/IEC 18004, section 7.8): the one with the fewest confusing patterns.

The library counts module by module, which takes most of the time of a code, and a kit has three codes an advisor.
Here a whole code is one number, of which each bit is a module, so that all modules are compared at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import qrcode

#: What could be taken for a corner of the code: a finder's row with four light modules before or after it.
_FINDERS: Final = ("10111010000", "00001011101")
_MASKS: Final = 8
#: Codes from this version on say of themselves which it is (section 7.10).
_NUMBERED: Final = 7


def best_masked(made: qrcode.QRCode) -> tuple[str, ...]:
    """Return the rows of a code that has its data and its version, a 1 for each dark module, in its best mask."""
    made.makeImpl(True, 0)
    first, side, changes = _bits(made), made.modules_count, _changes(made.version)
    mask = min(range(_MASKS), key=[_lost(first ^ change, side) for change in changes].__getitem__)
    # The mask changes the modules with data; its number, and for large codes the version, stand in others.
    made.setup_type_info(False, mask)
    if made.version >= _NUMBERED:
        made.setup_type_number(False)
    modules = f"{_bits(made) ^ changes[mask]:0{side * side}b}"[::-1]
    return tuple(modules[start : start + side] for start in range(0, side * side, side))


# There are forty sizes of code; contact cards and addresses take some ten of them.
@lru_cache(maxsize=40)
def _changes(version: int) -> tuple[int, ...]:
    """Return for each mask the modules in which it differs from the first: the same whatever a code of a size says."""
    blank = qrcode.QRCode(version=version)
    found = []
    for mask in range(_MASKS):
        blank.makeImpl(True, mask)
        found.append(_bits(blank))
    return tuple(found[0] ^ bits for bits in found)


def _bits(made: qrcode.QRCode) -> int:
    """Return the modules row by row as a number, the first module as its lowest bit."""
    return int("".join("1" if cell else "0" for row in reversed(made.modules) for cell in reversed(row)), 2)


def _lost(dark: int, side: int) -> int:
    """Return the points that a code loses by its patterns."""
    every = (1 << side * side) - 1
    # One beside the other and one below the other: the last column and the last row have no neighbour.
    across = ~(dark ^ dark >> 1) & every & ~_columns(side, side - 1)
    down = ~(dark ^ dark >> side) & (every >> side)
    runs = _runs(across, 1) + _runs(down, side)
    blocks = 3 * (across & down & down >> 1).bit_count()
    finders = sum(
        (_matches(dark, every, pattern, 1) & ~_columns(side, side - 10)).bit_count()
        + _matches(dark, every, pattern, side).bit_count()
        for pattern in _FINDERS
    )
    balance = int(abs(dark.bit_count() / side**2 * 100 - 50) / 5) * 10
    return runs + blocks + 40 * finders + balance


def _runs(alike: int, step: int) -> int:
    """Return the points for five and more modules alike in a row: three, and one more for each module after them."""
    begun = alike & alike >> step & alike >> 2 * step & alike >> 3 * step
    return begun.bit_count() + 2 * (begun & ~(begun << step)).bit_count()


def _matches(dark: int, every: int, pattern: str, step: int) -> int:
    """Return the modules at which a pattern begins; across, it may run on into the next row."""
    found, light = every, every ^ dark
    for index, module in enumerate(pattern):
        found &= (dark if module == "1" else light) >> index * step
    return found


@lru_cache(maxsize=80)
def _columns(side: int, first: int) -> int:
    """Return the modules in the columns from ``first`` on."""
    row = (1 << side) - (1 << first)
    return sum(row << index * side for index in range(side))
