"""The association's campaign stands beside the kits of its members, and is built when something changed."""

from __future__ import annotations

import shutil
from datetime import date

from generator.batch.campaign import Campaign, build_campaigns
from generator.batch.leftovers import leftovers
from generator.resources import Resources
from tests.batch.conftest import World


def campaigns(world: World, **more: bool) -> list[Campaign]:
    return list(build_campaigns(world.job(world.kits / "alleen"), {"alleen"}, **more))


def told(world: World, **more: bool) -> list[tuple[str, str]]:
    return [
        (campaign.folder.relative_to(world.output).as_posix(), campaign.state) for campaign in campaigns(world, **more)
    ]


def with_everything(world: World, resources: Resources) -> World:
    """Give a world the whole theme: here the real pages are made."""
    shutil.copytree(resources.theme, world.resources.theme, dirs_exist_ok=True)
    world.output.mkdir()
    return world


def test_it_is_built_once_and_again_when_its_texts_change(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    assert told(world) == [("campagne", "built")]
    assert (world.output / "campagne/site/index.html").is_file()
    assert (world.output / "campagne/print/werkgevers-a4.pdf").is_file()
    assert told(world) == [("campagne", "unchanged")]
    text = world.resources.content / "werkgevers/index.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nEen zin erbij.\n", encoding="utf-8")
    assert told(world) == [("campagne", "built")]
    (world.output / "campagne/site/index.html").unlink()
    assert told(world) == [("campagne", "built")]


def test_a_story_appears_on_the_day_of_consent(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    layer = world.kits / "bouw/branche.yml"
    story = "{titel: Het scheelt, tekst: Mensen bellen., naam: Marleen Vos, toestemming: 2026-12-24}"
    text = layer.read_text(encoding="utf-8").replace(
        "naam: Bond van Bouwers,", f"naam: Bond van Bouwers, verhalen: [{story}],"
    )
    layer.write_text(text, encoding="utf-8")
    assert told(world) == [("campagne", "built")]
    world.today = date(2026, 12, 24)
    assert told(world) == [("campagne", "built")]
    pages = "".join(path.read_text(encoding="utf-8") for path in world.output.rglob("campagne/site/**/*.html"))
    assert "Marleen Vos" in pages


def test_two_associations_get_a_folder_each(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    shutil.copytree(world.kits / "bouw", world.kits / "zorg")
    assert told(world) == [("campagne/bouw", "built"), ("campagne/zorg", "built")]


def test_an_association_that_comes_and_goes_leaves_nothing_behind(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    assert told(world) == [("campagne", "built")]
    shutil.copytree(world.kits / "bouw", world.kits / "zorg")
    campaigns(world)
    assert sorted(path.name for path in (world.output / "campagne").iterdir()) == ["bouw", "zorg"]
    assert told(world) == [("campagne/bouw", "unchanged"), ("campagne/zorg", "unchanged")]
    shutil.rmtree(world.kits / "zorg")
    assert told(world) == [("campagne", "built")]
    assert sorted(path.name for path in (world.output / "campagne").iterdir()) == ["kit.json", "print", "site"]


def test_a_failing_association_keeps_its_campaign_beside_a_new_one(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    shutil.copytree(world.kits / "bouw", world.kits / "zorg")
    campaigns(world)
    before = (world.output / "campagne/bouw/site/index.html").read_bytes()
    for name, old, new in (("bouw", "#00524c", "groen"), ("zorg", "#00524c", "#00524d")):
        layer = world.kits / name / "branche.yml"
        layer.write_text(layer.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert told(world) == [("campagne/bouw", "invalid"), ("campagne/zorg", "built")]
    assert (world.output / "campagne/bouw/site/index.html").read_bytes() == before


def test_what_somebody_put_there_himself_is_not_replaced(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    campaigns(world)
    note = world.output / "campagne/notitie.txt"
    note.write_text("van mij", encoding="utf-8")
    (campaign,) = campaigns(world)
    assert campaign.state == "failed"
    assert "notitie.txt" in campaign.reason
    assert note.is_file()


def test_a_value_that_the_campaign_does_not_show_is_no_reason_to_build_it(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    campaigns(world)
    layer = world.kits / "bouw/branche.yml"
    layer.write_text(layer.read_text(encoding="utf-8").replace("sector: bouw", "sector: sport"), encoding="utf-8")
    assert told(world) == [("campagne", "unchanged")]


def test_a_mistake_in_the_layer_keeps_the_last_good_campaign(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    campaigns(world)
    layer = world.kits / "bouw/branche.yml"
    layer.write_text(layer.read_text(encoding="utf-8").replace("#00524c", "groen"), encoding="utf-8")
    (campaign,) = campaigns(world)
    assert campaign.state == "invalid"
    assert campaign.findings
    assert (world.output / "campagne/site/index.html").is_file()


def test_a_kit_of_that_name_is_in_its_way(world: World) -> None:
    (campaign,) = build_campaigns(world.job(world.kits / "alleen"), {"campagne"})
    assert campaign.state == "failed"
    assert "Geef de kit een andere naam." in campaign.reason


def test_organisations_on_their_own_have_none(world: World) -> None:
    shutil.rmtree(world.kits / "bouw")
    assert campaigns(world) == []


def test_it_is_no_leftover_of_a_kit(world: World, resources: Resources) -> None:
    with_everything(world, resources)
    campaigns(world)
    assert list(leftovers(world.output, (), (), "../kits")) == []
