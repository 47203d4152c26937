"""Components and icons are those of the theme as it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.pages.environment import components
from generator.resources import Resources


@pytest.fixture
def theme(tmp_path: Path, resources: Resources) -> Path:
    """A theme that a test may edit, with a component that shows an icon."""
    for part in ("components", "assets/icons"):
        shutil.copytree(resources.theme / part, tmp_path / "theme" / part)
    (tmp_path / "theme/components/proef.html").write_text("<p>\n\n{{ icoon(naam) }} [[je|u]]</p>\n", encoding="utf-8")
    return tmp_path / "theme"


def test_every_icon_has_the_size_and_pen_of_the_style_sheet_and_no_words(theme: Path) -> None:
    icons = sorted(path.stem for path in (theme / "assets/icons").glob("*.svg"))
    assert len(icons) > 30
    for naam in icons:
        html = components(theme, "je").render("proef", {"naam": naam})
        assert html.startswith('<p>\n<svg class="vk-icoon" viewBox="0 0 24 24" aria-hidden="true"><')
        assert html.endswith("</svg> je</p>")


def test_an_icon_or_a_component_that_is_not_there_is_named(theme: Path) -> None:
    with pytest.raises(BuildFailed, match=r"weg\.svg"):
        components(theme, "je").render("proef", {"naam": "weg"})
    with pytest.raises(BuildFailed, match=r"kwijt\.html"):
        components(theme, "je").render("kwijt", {})


def test_a_component_that_was_edited_is_read_again_in_both_forms_of_address(theme: Path) -> None:
    before = components(theme, "u").render("proef", {"naam": "mail"})
    (theme / "components/proef.html").write_text("<b>[[jij|u]] nu</b>", encoding="utf-8")
    assert "u</p>" in before
    assert [components(theme, vorm).render("proef", {}) for vorm in ("je", "u")] == ["<b>jij nu</b>", "<b>u nu</b>"]
