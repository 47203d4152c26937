"""A code is the one that the library would make after counting module by module for each of its masks."""

from __future__ import annotations

import pytest
import qrcode
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode import util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from generator.printing.parts.qr_mask import best_masked
from tests.printing.test_qr import CARD

LEVELS = (ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q, ERROR_CORRECT_H)


def a_code(payload: str, level: int) -> qrcode.QRCode:
    made = qrcode.QRCode(error_correction=level)
    made.add_data(payload.encode(), optimize=0)
    made.best_fit()
    return made


def masked(payload: str, level: int) -> tuple[str, ...]:
    made = a_code(payload, level)
    words = util.create_data(made.version, level, made.data_list)
    return best_masked(made.version, level, words)


def by_the_library(payload: str, level: int) -> tuple[str, ...]:
    made = a_code(payload, level)
    made.makeImpl(False, made.best_mask_pattern())
    return tuple("".join("1" if cell else "0" for cell in row) for row in made.modules)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("payload", ["112", "https://www.delinge.example/", CARD, CARD * 3, "王 ễ €"])
def test_a_code_is_the_one_of_the_library(payload: str, level: int) -> None:
    assert masked(payload, level) == by_the_library(payload, level)


@pytest.mark.parametrize("version", range(1, 41))
def test_every_size_of_code_is_the_one_of_the_library(version: int) -> None:
    made = qrcode.QRCode(version, ERROR_CORRECT_M)
    made.add_data(b"112", optimize=0)
    words = util.create_data(version, ERROR_CORRECT_M, made.data_list)
    made.makeImpl(False, made.best_mask_pattern())
    rows = tuple("".join("1" if cell else "0" for cell in row) for row in made.modules)
    assert best_masked(version, ERROR_CORRECT_M, words) == rows


@settings(max_examples=40)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), min_size=8, max_size=200), st.sampled_from(LEVELS))
def test_a_code_is_the_one_of_the_library_whatever_it_says(payload: str, level: int) -> None:
    assert masked(payload, level) == by_the_library(payload, level)
