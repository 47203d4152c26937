"""The staged project holds what the theme and the kit hold now."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from generator.errors import BuildFailed
from generator.kit.model import Kit
from generator.pages.render import Pages
from generator.pipeline import read_kit
from generator.resources import Resources
from generator.site.stage import SITE_NAME, stage
from tests.builders import een_kit


@pytest.fixture
def own(tmp_path: Path, resources: Resources) -> Resources:
    """Resources that a test may edit."""
    shutil.copytree(resources.theme, tmp_path / "theme")
    shutil.copy(resources.mkdocs_yml, tmp_path / "mkdocs.yml")
    return Resources(resources.content, tmp_path / "theme", tmp_path / "mkdocs.yml")


@pytest.fixture
def kit(tmp_path: Path, resources: Resources) -> Kit:
    loaded = read_kit(een_kit(tmp_path / "kits"), tmp_path / "kits", resources)
    assert loaded.kit is not None
    return loaded.kit


def pages(naam: str = "Voorbeeld") -> Pages:
    return Pages({"index.md": "# Dag\n"}, {"assets/fotos/a.jpg": b"foto"}, {"naam": naam})


def test_pages_photos_and_theme_stand_in_the_project_without_the_icons(
    tmp_path: Path, own: Resources, kit: Kit
) -> None:
    stage(pages(), kit, own, tmp_path / "een")
    docs = tmp_path / "een" / "docs"
    assert (docs / "index.md").read_text(encoding="utf-8") == "# Dag\n"
    assert (docs / "assets/fotos/a.jpg").read_bytes() == b"foto"
    sheet = "assets/css/vertrouwenskit.css"
    assert (docs / sheet).read_bytes() == (own.theme / sheet).read_bytes()
    assert not (docs / "assets/icons").exists()


def test_a_theme_that_was_edited_is_read_again(tmp_path: Path, own: Resources, kit: Kit) -> None:
    stage(pages(), kit, own, tmp_path / "een")
    (own.theme / "assets/css/vertrouwenskit.css").write_text("body{}", encoding="utf-8")
    stage(pages(), kit, own, tmp_path / "twee")
    assert (tmp_path / "twee/docs/assets/css/vertrouwenskit.css").read_text(encoding="utf-8") == "body{}"


def test_an_edit_in_the_project_does_not_reach_the_theme(tmp_path: Path, own: Resources, kit: Kit) -> None:
    before = (own.theme / "assets/css/vertrouwenskit.css").read_bytes()
    for name in ("een", "twee"):
        stage(pages(), kit, own, tmp_path / name)
        staged = tmp_path / name / "docs/assets/css/vertrouwenskit.css"
        assert staged.read_bytes() == before
        staged.write_bytes(b"")
    assert (own.theme / "assets/css/vertrouwenskit.css").read_bytes() == before


def test_the_configuration_has_the_values_of_its_own_kit_and_what_stands_in_the_base(
    tmp_path: Path, own: Resources, kit: Kit
) -> None:
    read = {}
    for naam in ("Een", "Twee: 'nog een'"):
        stage(pages(naam), kit, own, tmp_path / naam)
        read[naam] = yaml.safe_load((tmp_path / naam / "mkdocs.yml").read_text(encoding="utf-8"))
        assert read[naam]["extra"] == {"generator": False, "kit": {"naam": naam}}
        assert read[naam]["site_name"] == SITE_NAME
    base = yaml.safe_load(own.mkdocs_yml.read_text(encoding="utf-8"))
    assert read["Een"]["nav"] == base["nav"]
    assert {**read["Een"], "extra": 0} == {**read["Twee: 'nog een'"], "extra": 0}


def test_a_base_configuration_that_is_no_yaml_is_named(tmp_path: Path, own: Resources, kit: Kit) -> None:
    own.mkdocs_yml.write_text("a: [", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml"):
        stage(pages(), kit, own, tmp_path / "een")
