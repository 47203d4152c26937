"""Which of its eight masks a QR code gets (ISO/IEC 18004, section 7.8): the one with the fewest confusing patterns.

The library counts module by module, which takes most of the time of a code, and a kit has three codes an advisor.
Here a whole code is one number, of which each bit is a module, so that all modules are compared at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import qrcode

#: What could be taken for a corner of the code: a finder's row with four light modules before or after it.
_FINDERS: Final = ("10111010000", "00001011101")
_MASKS: Final = 8


def best_masked(version: int, correction: int, words: Sequence[int]) -> tuple[str, ...]:
    """Return the rows of a code of a version and a level of correction, a 1 for each dark module, in its best mask.

    ``words`` are the code's bytes in the order in which they are placed: data and correction.
    """
    side, data = _side(version), _placed(version, words)
    dark = [blank ^ data for blank in _unnumbered(version)]
    mask = min(range(_MASKS), key=lambda number: _lost(dark[number], side))
    modules = f"{_blank(version, correction, mask) ^ data:0{side * side}b}"[::-1]
    return tuple(modules[start : start + side] for start in range(0, side * side, side))


def _side(version: int) -> int:
    return 17 + 4 * version


# There are forty sizes of code; contact cards and addresses take some ten of them.
@lru_cache(maxsize=40)
def _unnumbered(version: int) -> tuple[int, ...]:
    """Return a code in each mask as masks are compared: without data, and without the number of its mask."""
    made = qrcode.QRCode(version=version)
    return tuple(_without_data(made, mask, is_test=True) for mask in range(_MASKS))


@lru_cache(maxsize=160)
def _blank(version: int, correction: int, mask: int) -> int:
    """Return a code without data: only what stands in every code of the kind."""
    return _without_data(qrcode.QRCode(version, correction), mask, is_test=False)


def _without_data(made: qrcode.QRCode, mask: int, *, is_test: bool) -> int:
    made.data_cache = []
    made.makeImpl(is_test, mask)
    return _bits(made)


def _placed(version: int, words: Sequence[int]) -> int:
    """Return the modules that are dark in the data before it is masked."""
    cells = bytearray(b"0" * _side(version) ** 2)
    for cell, bit in zip(_order(version), "".join(f"{word:08b}" for word in words), strict=False):
        if bit == "1":
            cells[cell] = 49  # the digit 1
    return int(cells[::-1], 2)


@lru_cache(maxsize=40)
def _order(version: int) -> tuple[int, ...]:
    """Return the modules with data in the order of its bits (section 7.7.3): in pairs of columns from the right.

    The pairs go up and down in turn, and pass over the upright row of timing marks. A few modules may be left over.
    """
    side = _side(version)
    full = qrcode.QRCode(version=version)
    full.data_cache = [255] * (side * side // 8)  # more than it has room for
    full.makeImpl(True, 0)
    holds = _unnumbered(version)[0] ^ _bits(full)
    order: list[int] = []
    upwards = True
    for right in (*range(side - 1, 6, -2), 5, 3, 1):
        rows = range(side - 1, -1, -1) if upwards else range(side)
        cells = (row * side + column for row in rows for column in (right, right - 1))
        order += [cell for cell in cells if holds >> cell & 1]
        upwards = not upwards
    return tuple(order)


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
