"""What stands in a QR code (ISO/IEC 18004, section 7.4 and 7.5): its text as bytes, filled up, with its check words.

The library puts each bit and works out each check word by itself, over and over for every size that a text might get.
Here a row of words is one number; the tables of the norm are the library's own, and so is the code that comes out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, zip_longest
from typing import Final

from qrcode import base, util

_VERSIONS: Final = 40
_MODE_BITS: Final = 4
#: What a code is filled up with, in turn.
_PADDING: Final = b"\xec\x11"


def version_of(payload: bytes, correction: int) -> int:
    """Return the smallest version (1 to 40) that holds the bytes at a level of correction (the library's number).

    Raises ``ValueError`` if none does.
    """
    limits = util.BIT_LIMIT_TABLE[correction]
    # From version 10 on the length of the text is written longer, and so needs more room itself.
    version = bisect_left(limits, _needed(payload, 1), 1)
    version = bisect_left(limits, _needed(payload, min(version, _VERSIONS)), version)
    if version > _VERSIONS:
        raise ValueError(f"no code holds {len(payload)} bytes")
    return version


def codewords(payload: bytes, version: int, correction: int) -> list[int]:
    """Return the words of a code in the order in which they are placed: the data of all blocks, then their checks."""
    blocks = base.rs_blocks(version, correction)
    room = sum(block.data_count for block in blocks)
    left = iter(_filled(payload, version, room))
    data = [bytes(next(left) for _ in range(block.data_count)) for block in blocks]
    checks = [_checks(words, block.total_count - block.data_count) for words, block in zip(data, blocks, strict=True)]
    return [*_in_turn(data), *_in_turn(checks)]


def _length_bits(version: int) -> int:
    return int(util.length_in_bits(util.MODE_8BIT_BYTE, version))


def _needed(payload: bytes, version: int) -> int:
    return _MODE_BITS + _length_bits(version) + 8 * len(payload)


def _filled(payload: bytes, version: int, room: int) -> bytes:
    """Return mode, length and text, ended, and filled up to ``room`` words."""
    length = _length_bits(version)
    bits = _needed(payload, version)
    number = (util.MODE_8BIT_BYTE << length | len(payload)) << 8 * len(payload) | int.from_bytes(payload, "big")
    end = min(_MODE_BITS, 8 * room - bits)
    used = -(-(bits + end) // 8)
    words: bytes = (number << 8 * used - bits).to_bytes(used, "big")
    return words + (_PADDING * room)[: room - used]


def _in_turn(blocks: Sequence[bytes]) -> list[int]:
    """Return the first word of each block, then the second of each; shorter blocks fall out at the end."""
    return [word for word in chain.from_iterable(zip_longest(*blocks)) if word is not None]


def _checks(data: bytes, count: int) -> bytes:
    """Return the ``count`` check words of a block: the remainder of its division by the generator polynomial."""
    multiples, top = _multiples(count), 8 * (count - 1)
    rest, low = 0, (1 << top) - 1
    for word in data:
        rest = (rest & low) << 8 ^ multiples[word ^ rest >> top]
    return rest.to_bytes(count, "big")


# A code has one or two numbers of check words a block; all versions and levels together have a dozen.
@lru_cache(maxsize=32)
def _multiples(count: int) -> tuple[int, ...]:
    """Return every multiple of the generator polynomial of degree ``count``, less its first word, as a number."""
    generator = base.Polynomial([1], 0)
    for power in range(count):
        generator = generator * base.Polynomial([1, base.gexp(power)], 0)
    logs = [base.glog(word) for word in list(generator)[1:]]
    rows = (bytes(base.gexp(base.glog(factor) + log) for log in logs) for factor in range(1, 256))
    return (0, *(int.from_bytes(row, "big") for row in rows))
