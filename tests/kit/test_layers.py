"""Layers: how they merge, what they remember, and what they may not do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from generator.kit.loader import LoadedKit
from generator.kit.nodes import Mapping, Node, Scalar, Sequence, child
from tests.builders import codes, een_kit, lees, schrijf

BASE: dict[str, Any] = {
    "formaat": 1,
    "branche": {"naam": "Bakkersbond"},
    "organisatie": {
        "sector": "brood",
        "vestigingen": ["Tiel", "Zeist"],
        "huisstijl": {"kleur": "#112233", "accent": "#445566"},
    },
    "vertrouwenspersonen": [
        {"naam": "Anna Pol", "soort": "extern", "contact": {"telefoon": "088 1111111", "email": "anna@bond.example"}},
        {"id": "bea", "naam": "Bea Kuil", "soort": "extern", "contact": {"telefoon": "088 2222222"}},
    ],
    "contacten": {"hr": {"naam": "HR van de bond"}, "bedrijfsarts": {"naam": "Arts van de bond"}},
    "doorverwijzing": {"pesten": ["bea", "hr"]},
    "situaties": [{"id": "oven", "titel": "Hete oven", "contacten": ["hr"]}],
}


def on_base(tmp_path: Path, base: dict[str, Any] | None = None, **anders: Any) -> LoadedKit:
    schrijf(
        tmp_path / "kits" / "bond", yaml.safe_dump(base or BASE, allow_unicode=True, sort_keys=False), "branche.yml"
    )
    folder = een_kit(tmp_path / "kits" / "bond", **{"basis": "../branche.yml", "vertrouwenspersonen": None, **anders})
    return lees(folder, tmp_path / "kits")


def node_at(loaded: LoadedKit, *steps: str | int) -> Node:
    node: Node | None = loaded.tree
    for step in steps:
        node = child(node, step)
    assert node is not None
    return node


def test_mappings_merge_key_by_key_at_every_depth(tmp_path: Path) -> None:
    kit = on_base(tmp_path, organisatie__huisstijl={"accent": "#abcdef"}).kit
    assert kit is not None
    assert (kit.organisatie.naam, kit.organisatie.sector) == ("Bakkerij Van Dam", "brood")
    assert (kit.organisatie.huisstijl.kleur, kit.organisatie.huisstijl.accent) == ("#112233", "#abcdef")


def test_lists_with_ids_merge_by_id_in_the_order_of_the_base(tmp_path: Path) -> None:
    own = [
        {"naam": "Cor Vos", "soort": "intern", "contact": {"telefoon": "088 3333333"}},
        {"id": "bea", "contact": {"telefoon": "088 4444444"}},
    ]
    kit = on_base(tmp_path, vertrouwenspersonen=own).kit
    assert kit is not None
    assert [person.id for person in kit.vertrouwenspersonen] == ["anna-pol", "bea", "cor-vos"]
    assert str(kit.vertrouwenspersonen[1].contact.telefoon).replace("\u00a0", " ") == "088 444 44 44"
    assert kit.vertrouwenspersonen[1].naam == "Bea Kuil"


def test_advisor_without_id_merges_by_the_slug_of_the_name(tmp_path: Path) -> None:
    kit = on_base(tmp_path, vertrouwenspersonen=[{"naam": "Anna Pol", "bereikbaar": "elke dag"}]).kit
    assert kit is not None
    assert len(kit.vertrouwenspersonen) == 2
    assert kit.vertrouwenspersonen[0].bereikbaar == "elke dag"
    assert kit.vertrouwenspersonen[0].contact.email == "anna@bond.example"


def test_situations_merge_by_id(tmp_path: Path) -> None:
    kit = on_base(tmp_path, situaties=[{"id": "oven", "uitleg": "Au."}]).kit
    assert kit is not None
    assert [(item.titel, item.uitleg) for item in kit.situaties] == [("Hete oven", "Au.")]


def test_other_lists_and_scalars_are_replaced(tmp_path: Path) -> None:
    kit = on_base(tmp_path, organisatie__vestigingen=["Ede"], doorverwijzing={"pesten": ["bea"]}).kit
    assert kit is not None
    assert kit.organisatie.vestigingen == ("Ede",)
    assert kit.doorverwijzing["pesten"] == ("bea",)


def test_null_removes(tmp_path: Path) -> None:
    text = "basis: ../branche.yml\nformaat: 1\norganisatie: {naam: X, medewerkers: 5, sector: null, vestigingen: ~}\n"
    schrijf(tmp_path / "kits" / "bond", yaml.safe_dump(BASE), "branche.yml")
    folder = schrijf(
        tmp_path / "kits" / "bond" / "lid",
        text + "contacten: {bedrijfsarts: null}\nsituaties:\ndoorverwijzing: null\n",
    )
    kit = lees(folder, tmp_path / "kits").kit
    assert kit is not None
    assert kit.organisatie.sector is None
    assert kit.organisatie.vestigingen == ()
    assert list(kit.contacten) == ["hr"]
    assert kit.situaties == ()
    assert kit.doorverwijzing == {}


def test_branche_comes_from_the_base(tmp_path: Path) -> None:
    kit = on_base(tmp_path).kit
    assert kit is not None
    assert kit.branche is not None
    assert kit.branche.naam == "Bakkersbond"
    assert kit.basis == "../branche.yml"


def test_every_node_knows_its_own_file_and_line(tmp_path: Path) -> None:
    loaded = on_base(tmp_path)
    own, inherited = node_at(loaded, "organisatie", "naam"), node_at(loaded, "organisatie", "sector")
    assert (own.mark.layer.name, own.mark.layer.line_text(own.mark.line)) == (
        "kits/bond/voorbeeld/kit.yml",
        "  naam: Bakkerij Van Dam",
    )
    assert (inherited.mark.layer.name, inherited.mark.layer.line_text(inherited.mark.line)) == (
        "kits/bond/branche.yml",
        "  sector: brood",
    )


def test_a_replaced_node_is_remembered_through_all_layers(tmp_path: Path) -> None:
    schrijf(tmp_path / "kits", "organisatie: {sector: laagste}\n", "onder.yml")
    schrijf(tmp_path / "kits", "basis: onder.yml\norganisatie: {sector: midden}\n", "midden.yml")
    loaded = lees(een_kit(tmp_path / "kits", basis="../midden.yml", organisatie__sector="boven"))
    node = node_at(loaded, "organisatie", "sector")
    assert isinstance(node, Scalar)
    assert node.text == "boven"
    assert [(old.text, old.mark.layer.name) for old in node.overrides if isinstance(old, Scalar)] == [
        ("midden", "kits/midden.yml"),
        ("laagste", "kits/onder.yml"),
    ]


def test_a_removed_key_remembers_what_it_removed(tmp_path: Path) -> None:
    schrijf(tmp_path / "kits", "organisatie: {sector: laagste}\n", "onder.yml")
    folder = een_kit(tmp_path / "kits", basis="../onder.yml")
    text = (
        (folder / "kit.yml").read_text(encoding="utf-8").replace("medewerkers: 12", "medewerkers: 12\n  sector: null")
    )
    node = node_at(lees(schrijf(folder, text)), "organisatie", "sector")
    assert [type(old) for old in node.overrides] == [Scalar]


def test_merged_blocks_and_lists_keep_their_kinds(tmp_path: Path) -> None:
    loaded = on_base(tmp_path, vertrouwenspersonen=[{"id": "bea", "bereikbaar": "nu"}])
    assert isinstance(node_at(loaded, "vertrouwenspersonen"), Sequence)
    assert isinstance(node_at(loaded, "vertrouwenspersonen", 1), Mapping)
    assert node_at(loaded, "vertrouwenspersonen", 1, "bereikbaar").mark.layer.name == "kits/bond/voorbeeld/kit.yml"
    assert node_at(loaded, "vertrouwenspersonen", 1, "naam").mark.layer.name == "kits/bond/branche.yml"


def test_file_is_looked_for_in_the_folder_of_the_layer_that_names_it(tmp_path: Path) -> None:
    base = {**BASE, "branche": {"naam": "Bond", "logo": "logo.png"}}
    (tmp_path / "kits" / "bond").mkdir(parents=True)
    Image.new("RGB", (4, 4)).save(tmp_path / "kits" / "bond" / "logo.png")
    loaded = on_base(tmp_path, base)
    assert loaded.kit is not None
    assert loaded.kit.branche is not None
    assert loaded.kit.branche.logo is not None
    assert loaded.kit.branche.logo.pad == (tmp_path / "kits" / "bond" / "logo.png").resolve()


def test_layer_may_not_name_a_file_of_a_member_s_folder_above_its_own(tmp_path: Path) -> None:
    assert codes(on_base(tmp_path, organisatie__huisstijl={"logo": "../logo.png"})) == ["VK041"]


def test_mistake_in_a_layer_is_found_in_that_layer(tmp_path: Path) -> None:
    (finding,) = on_base(tmp_path, {**BASE, "contacten": {"hr": {"naam": "HR", "tel": "112"}}}).findings
    assert (finding.code, finding.file, finding.path) == ("VK020", "kits/bond/branche.yml", "contacten.hr.tel")


def test_all_files_are_reported_as_read(tmp_path: Path) -> None:
    assert [path.name for path in on_base(tmp_path).files] == ["kit.yml", "branche.yml"]


def locked(tmp_path: Path, lock: str, **anders: Any) -> LoadedKit:
    return on_base(tmp_path, {**BASE, "vergrendeld": [lock]}, **anders)


@pytest.mark.parametrize(
    ("lock", "anders"),
    [
        ("organisatie.sector", {"organisatie__sector": "koek"}),
        ("organisatie.sector", {"organisatie__sector": "brood"}),
        ("organisatie.huisstijl", {"organisatie__huisstijl": {"accent": "#ffffff"}}),
        ("organisatie.huisstijl.kleur", {"organisatie__huisstijl": {"kleur": "#ffffff"}}),
        ("contacten.hr", {"contacten": {"hr": {"locatie": "hier"}}}),
        (
            "vertrouwenspersonen.bea.contact",
            {"vertrouwenspersonen": [{"id": "bea", "contact": {"telefoon": "088 1234567"}}]},
        ),
        ("vertrouwenspersonen.anna-pol", {"vertrouwenspersonen": [{"naam": "Anna Pol"}]}),
        ("vertrouwenspersonen", {"vertrouwenspersonen": [{"id": "bea"}]}),
    ],
)
def test_locked_key_may_not_be_set_by_a_member(lock: str, anders: dict[str, Any], tmp_path: Path) -> None:
    loaded = locked(tmp_path, lock, **anders)
    (finding,) = loaded.findings
    assert finding.code == "VK054"
    assert finding.file == "kits/bond/voorbeeld/kit.yml"
    assert "kits/bond/branche.yml" in finding.message
    assert loaded.kit is None


@pytest.mark.parametrize(
    ("lock", "anders"),
    [
        ("organisatie.sector", {}),
        ("organisatie.huisstijl.kleur", {"organisatie__huisstijl": {"accent": "#ffffff"}}),
        ("contacten.hr", {"contacten": {"directie": {"naam": "D"}}}),
        ("vertrouwenspersonen.bea.contact", {"vertrouwenspersonen": [{"id": "bea", "bereikbaar": "nu"}]}),
    ],
)
def test_lock_leaves_other_keys_free(lock: str, anders: dict[str, Any], tmp_path: Path) -> None:
    assert codes(locked(tmp_path, lock, **anders)) == []


def test_removing_what_is_locked_is_setting_it(tmp_path: Path) -> None:
    schrijf(
        tmp_path / "kits",
        "organisatie: {huisstijl: {kleur: '#112233'}}\nvergrendeld: [organisatie.huisstijl.kleur]\n",
        "b.yml",
    )
    folder = een_kit(tmp_path / "kits", basis="../b.yml")
    text = (
        (folder / "kit.yml")
        .read_text(encoding="utf-8")
        .replace("medewerkers: 12", "medewerkers: 12\n  huisstijl: null")
    )
    assert codes(lees(schrijf(folder, text))) == ["VK054"]


def test_layer_that_locks_may_set_the_key_itself_and_a_layer_between_may_not(tmp_path: Path) -> None:
    schrijf(tmp_path / "kits", "organisatie: {sector: a}\nvergrendeld: [organisatie.sector]\n", "onder.yml")
    schrijf(tmp_path / "kits", "basis: onder.yml\norganisatie: {sector: b}\n", "midden.yml")
    (finding,) = lees(een_kit(tmp_path / "kits", basis="../midden.yml")).findings
    assert (finding.code, finding.file) == ("VK054", "kits/midden.yml")


def test_locks_of_all_layers_below_count(tmp_path: Path) -> None:
    schrijf(tmp_path / "kits", "vergrendeld: [organisatie.sector]\n", "onder.yml")
    schrijf(tmp_path / "kits", "basis: onder.yml\nvergrendeld: [organisatie.afzender]\n", "midden.yml")
    folder = een_kit(tmp_path / "kits", basis="../midden.yml", organisatie__sector="a", organisatie__afzender="b")
    assert [item.path for item in lees(folder).findings] == ["organisatie.sector", "organisatie.afzender"]


def test_lock_on_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    (finding,) = locked(tmp_path, "organisatie.sektor").findings
    assert finding.code == "VK055"
    assert "'sector'" in finding.advice


def test_layers_in_a_circle_are_found(tmp_path: Path) -> None:
    schrijf(tmp_path / "kits", "basis: voorbeeld/kit.yml\n", "branche.yml")
    assert codes(lees(een_kit(tmp_path / "kits", basis="../branche.yml"))) == ["VK051"]


def test_kit_on_itself_is_found(tmp_path: Path) -> None:
    assert codes(lees(een_kit(tmp_path / "kits", basis="kit.yml"))) == ["VK051"]


def test_very_long_chain_of_layers_is_cut_off(tmp_path: Path) -> None:
    for number in range(15):
        schrijf(tmp_path / "kits", f"basis: laag{number + 1}.yml\n", f"laag{number}.yml")
    assert codes(lees(een_kit(tmp_path / "kits", basis="../laag0.yml"))) == ["VK051"]


@pytest.mark.parametrize("basis", ["../../buiten.yml", "/etc/hostname", "../../../../../../etc/hostname"])
def test_basis_outside_the_kits_folder_is_not_read(basis: str, tmp_path: Path) -> None:
    schrijf(tmp_path, "geheim: ja\n", "buiten.yml")
    loaded = lees(een_kit(tmp_path / "kits", basis=basis))
    assert codes(loaded) == ["VK052"]
    assert [path.name for path in loaded.files] == ["kit.yml"]


def test_basis_that_is_a_link_to_outside_is_not_read(tmp_path: Path) -> None:
    schrijf(tmp_path, "geheim: ja\n", "buiten.yml")
    folder = een_kit(tmp_path / "kits", basis="../branche.yml")
    (tmp_path / "kits" / "branche.yml").symlink_to(tmp_path / "buiten.yml")
    assert codes(lees(folder)) == ["VK052"]


def test_basis_with_a_typing_error_is_suggested(tmp_path: Path) -> None:
    schrijf(tmp_path / "kits", "formaat: 1\n", "branche.yml")
    (finding,) = lees(een_kit(tmp_path / "kits", basis="../branch.yml")).findings
    assert finding.code == "VK050"
    assert "'branche.yml'" in finding.advice


def test_no_name_of_what_stands_beside_the_kits_is_suggested(tmp_path: Path) -> None:
    (tmp_path / "kits2").mkdir()
    (finding,) = lees(een_kit(tmp_path / "kits", basis="../../kits")).findings
    assert finding.code == "VK050"
    assert "kits2" not in finding.advice


def test_basis_of_another_format_is_found_although_the_kit_hides_it(tmp_path: Path) -> None:
    assert codes(on_base(tmp_path, {**BASE, "formaat": 7})) == ["VK035"]
