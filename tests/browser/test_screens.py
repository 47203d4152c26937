"""Every page type looks as somebody once looked at it and found it good.

A picture that differs on purpose is replaced with ``python -m tests.browser.refresh_screens``, after a look at it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import pages_of
from tests.browser.screens import (
    BOUW,
    KEPT,
    SCREENS,
    TOLERANCE,
    Screen,
    difference,
    reviewed,
    side_by_side,
    taken,
)

HOME = next(screen for screen in SCREENS if screen.name == "begin-twee")
CHART = next(screen for screen in SCREENS if screen.name == "wegwijzer")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_looks_as_it_was_reviewed(dist: Path, whole_browser: Browser, tmp_path: Path, screen: Screen) -> None:
    old, new = reviewed(screen), taken(whole_browser, dist, screen)
    apart = difference(old, new)
    if apart > TOLERANCE:
        side_by_side(old, new).save(tmp_path / "vergelijk.png")
    assert apart <= TOLERANCE, f"look at {tmp_path / 'vergelijk.png'}: what was, what is, what differs"


@pytest.mark.parametrize(
    ("screen", "defect"),
    [
        (HOME, ".vk-gezicht:first-child .vk-knop { visibility: hidden }"),
        (HOME, ":root { --vk-kleur: #7a1f4c !important; --vk-knop: #7a1f4c !important }"),
        (HOME, ".vk-deuren { translate: 0 24px }"),
        (HOME, ".vk-portret { visibility: hidden }"),
        (HOME, ".vk-verlaat { display: none }"),
        (HOME, "body { font-family: serif !important }"),
        (CHART, ".vk-gevaar { border-color: transparent }"),
        (CHART, ".vk-filter { visibility: hidden }"),
        (CHART, "#acuut-gevaar .vk-tik { visibility: hidden }"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_defect_would_be_seen(dist: Path, whole_browser: Browser, screen: Screen, defect: str) -> None:
    assert difference(reviewed(screen), taken(whole_browser, dist, screen, defect)) > TOLERANCE


@pytest.mark.parametrize(
    ("style", "scale"),
    [
        ("body { translate: 1px 0 }", 1),
        ("body { translate: 0 1px }", 1),
        ("", 2),
        ("* { -webkit-font-smoothing: none; text-rendering: geometricPrecision }", 1),
    ],
    ids=["a dot to the right", "a dot down", "letters of twice as many dots", "other antialiasing"],
)
@pytest.mark.parametrize("screen", [HOME, CHART], ids=lambda screen: screen.name)
def test_letters_drawn_by_another_machine_pass(
    dist: Path, whole_browser: Browser, screen: Screen, style: str, scale: int
) -> None:
    assert difference(reviewed(screen), taken(whole_browser, dist, screen, style, scale)) <= TOLERANCE


def test_no_page_holds_a_part_that_no_screen_shows(dist: Path) -> None:
    """A new sort of page, or of part, is looked at before it is found good; only numbers of columns are not."""
    shown = {part for screen in SCREENS for part in parts(dist / screen.address)}
    assert "vk-verlaat" in shown
    others = {part for page in pages_of(dist, 60) for part in parts(page)} - shown
    assert {part.rpartition("--")[0] for part in others} <= {"vk-kaarten"}


def parts(page: Path) -> set[str]:
    """Return the parts of a page by the names that the style sheets know them by."""
    named = re.findall(r'class="([^"]*)"', page.read_text(encoding="utf-8"))
    return {name for names in named for name in names.split() if name.startswith("vk-")}


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    files = {path.name: path.stat().st_size for path in KEPT.iterdir()}
    assert set(files) == {screen.file.name for screen in SCREENS}
    assert BOUW in HOME.address
    assert max(files.values()) < 15_000
    assert sum(files.values()) < 250_000
