"""The words of a code are the library's, which puts them bit by bit and divides them word by word."""

from __future__ import annotations

import pytest
import qrcode
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode import util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from generator.printing.parts.qr_data import codewords, version_of

LEVELS = (ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q, ERROR_CORRECT_H)
#: The most bytes that any code holds, at the weakest level (ISO/IEC 18004, table 7).
MOST = 2953


def by_the_library(payload: bytes, level: int) -> tuple[int, list[int]]:
    made = qrcode.QRCode(error_correction=level)
    made.add_data(util.QRData(payload, mode=util.MODE_8BIT_BYTE))
    version = made.best_fit()
    return version, util.create_data(version, level, made.data_list)


def ours(payload: bytes, level: int) -> tuple[int, list[int]]:
    version = version_of(payload, level)
    return version, codewords(payload, version, level)


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=400), st.sampled_from(LEVELS))
def test_a_code_has_the_words_of_the_library(payload: bytes, level: int) -> None:
    assert ours(payload, level) == by_the_library(payload, level)


@pytest.mark.parametrize("level", LEVELS)
def test_each_size_of_code_is_used_to_its_last_byte(level: int) -> None:
    """From version 10 on the length of the text is longer: a text just too long for version 9 may need version 10."""
    for version in range(1, 41):
        bits = util.BIT_LIMIT_TABLE[level][version] - 4 - util.length_in_bits(util.MODE_8BIT_BYTE, version)
        for payload in (b"x" * (bits // 8), b"x" * (bits // 8 + 1)):
            if (version, len(payload)) == (40, bits // 8 + 1):
                continue
            assert ours(payload, level) == by_the_library(payload, level)
        assert version_of(b"x" * (bits // 8), level) == version


def test_a_text_that_no_code_holds_is_refused() -> None:
    assert version_of(b"x" * MOST, ERROR_CORRECT_L) == 40
    with pytest.raises(ValueError, match="2954 bytes"):
        version_of(b"x" * (MOST + 1), ERROR_CORRECT_L)
