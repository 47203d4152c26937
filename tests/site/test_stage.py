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
from generator.site.stage import SITE_NAME, stage, write_project
from generator.site.trees import read_tree
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


def test_pages_photos_and_theme_stand_in_the_project_without_the_icons(own: Resources, kit: Kit) -> None:
    docs = stage(pages(), kit, own).docs
    assert docs["index.md"] == b"# Dag\n"
    assert docs["assets/fotos/a.jpg"] == b"foto"
    sheet = "assets/css/vertrouwenskit.css"
    assert docs[sheet] == (own.theme / sheet).read_bytes()
    assert not [name for name in docs if "icons" in name]


def test_a_written_project_has_what_the_project_says(tmp_path: Path, own: Resources, kit: Kit) -> None:
    project = stage(pages(), kit, own)
    write_project(project, tmp_path / "een")
    assert read_tree(tmp_path / "een" / "docs") == dict(sorted(project.docs.items(), key=by_parts))
    assert read_tree(tmp_path / "een" / "overrides") == dict(project.overrides)
    assert {path.name for path in (tmp_path / "een").iterdir()} == {"docs", "overrides", "mkdocs.yml"}


def by_parts(item: tuple[str, bytes]) -> list[str]:
    return item[0].split("/")


def test_a_theme_that_was_edited_is_read_again(own: Resources, kit: Kit) -> None:
    stage(pages(), kit, own)
    (own.theme / "assets/css/vertrouwenskit.css").write_text("body{}", encoding="utf-8")
    assert stage(pages(), kit, own).docs["assets/css/vertrouwenskit.css"] == b"body{}"


def test_the_configuration_has_the_values_of_its_own_kit_and_what_stands_in_the_base(
    tmp_path: Path, own: Resources, kit: Kit
) -> None:
    read = {}
    for naam in ("Een", "Twee: 'nog een'"):
        write_project(stage(pages(naam), kit, own), tmp_path / naam)
        read[naam] = yaml.safe_load((tmp_path / naam / "mkdocs.yml").read_text(encoding="utf-8"))
        assert read[naam]["extra"] == {"generator": False, "kit": {"naam": naam}}
        assert read[naam]["site_name"] == SITE_NAME
    base = yaml.safe_load(own.mkdocs_yml.read_text(encoding="utf-8"))
    assert read["Een"]["nav"] == base["nav"]
    assert {**read["Een"], "extra": 0} == {**read["Twee: 'nog een'"], "extra": 0}


@pytest.mark.parametrize("text", [b"a: [", b"naam: \xff"])
def test_a_base_configuration_that_is_no_yaml_is_named(own: Resources, kit: Kit, text: bytes) -> None:
    own.mkdocs_yml.write_bytes(text)
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml"):
        stage(pages(), kit, own)
