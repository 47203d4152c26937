"""Where each value of a kit comes from: on small kits of one to three layers, and on the examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import BuildFailed, UsageError
from generator.explaining.chain import is_unreadable, read_chain
from generator.explaining.explanation import Explanation, explain
from generator.explaining.places import Answer, look_up
from generator.explaining.routes import default_routes
from generator.explaining.rows import Row
from generator.kit.loader import load_kit
from generator.kit.nodes import Mapping, Node, Scalar
from generator.library import load_library
from generator.resources import default_resources
from tests.builders import schrijf
from tests.conftest import EXAMPLES, KITS

CONTENT = default_resources().content
LIBRARY = load_library(CONTENT, "je")

LOWEST = """\
formaat: 1
vergrendeld: [organisatie.sector, klachtencommissie]
organisatie: {sector: laagste, aanspreekvorm: u, vestigingen: [Ede, Tiel]}
contacten: {hr: {naam: HR van onder}, bhv: {naam: De bhv}}
situaties: [{id: oven, titel: Hete oven, contacten: [hr]}]
documenten: [{titel: Onder, bestand: onder.pdf}]
"""
MIDDLE = """\
basis: ../onder.yml
organisatie: {sector: midden, korte_naam: Bond}
vertrouwenspersonen:
  - {naam: Anna Pol, soort: extern, contact: {telefoon: "088 1111111", email: anna@bond.example}}
"""
KIT = """\
formaat: 1
basis: ../branche.yml
organisatie:
  naam: Bakkerij Van Dam
  medewerkers: 12
vertrouwenspersonen:
  - {naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567"}}
"""


def explained(tmp_path: Path, kit: str = KIT, *, lowest: str = LOWEST, middle: str = MIDDLE) -> Explanation:
    """Explain a kit that stands on two layers."""
    kits = tmp_path / "kits"
    schrijf(kits, lowest, "onder.yml")
    schrijf(kits / "bond", middle, "branche.yml")
    return explanation_of(schrijf(kits / "bond" / "lid", kit), kits)


def explanation_of(folder: Path, kits: Path) -> Explanation:
    loaded = load_kit(folder, kits, LIBRARY.shared_ids)
    return explain(loaded, read_chain(loaded, kits), CONTENT, LIBRARY)


def the_row(explanation: Explanation, path: str) -> Row:
    (row,) = (row for row in explanation.rows if row.path == path and not row.whole)
    return row


def past(row: Row) -> list[tuple[object, str]]:
    return [(item.value, item.origin.place) for item in row.overrides]


def asked(explanation: Explanation, path: str) -> list[str]:
    return [row.path for row in look_up(explanation, path).rows]


def with_line(line: str, *, kit: str = KIT) -> str:
    """Return the kit with a line under ``organisatie``, which then is line 6."""
    return kit.replace("  medewerkers: 12\n", f"  medewerkers: 12\n  {line}\n")


def test_a_value_knows_its_layer_file_line_and_column(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path), "vertrouwenspersonen.anna-pol.contact.telefoon")
    assert row.value == "088 1111111"
    assert (row.origin.layer, row.origin.place) == ("branche bond/branche.yml", "kits/bond/branche.yml:4")
    assert MIDDLE.splitlines()[3][row.origin.column - 1 :].startswith('"088 1111111"')


def test_the_kit_itself_and_a_layer_beside_the_kits_are_told_apart(tmp_path: Path) -> None:
    explanation = explained(tmp_path)
    assert [(layer.layer, layer.file) for layer in explanation.layers] == [
        ("kit", "kits/bond/lid/kit.yml"),
        ("branche bond/branche.yml", "kits/bond/branche.yml"),
        ("branche onder.yml", "kits/onder.yml"),
    ]
    assert the_row(explanation, "organisatie.naam").origin.layer == "kit"


def test_three_layers_are_told_the_latest_first(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path, with_line("sector: boven")), "organisatie.sector")
    assert (row.value, row.origin.place) == ("boven", "kits/bond/lid/kit.yml:6")
    assert past(row) == [("midden", "kits/bond/branche.yml:2"), ("laagste", "kits/onder.yml:3")]


def test_a_value_that_no_layer_above_changes_took_no_place(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path), "contacten.hr.naam")
    assert (row.origin.layer, row.overrides) == ("branche onder.yml", ())


def test_a_removed_key_tells_what_was_there(tmp_path: Path) -> None:
    row = the_row(
        explained(tmp_path, with_line("korte_naam: 'De Bakker'") + "contacten: {bhv: null}\n"), "contacten.bhv"
    )
    assert (row.value, row.origin.place) == (None, "kits/bond/lid/kit.yml:9")
    assert past(row) == [({"naam": "De bhv"}, "kits/onder.yml:4")]


def test_a_key_removed_halfway_and_given_again_tells_both(tmp_path: Path) -> None:
    explanation = explained(tmp_path, with_line("sector: boven"), middle=MIDDLE.replace("sector: midden", "sector: ~"))
    row = the_row(explanation, "organisatie.sector")
    assert past(row) == [(None, "kits/bond/branche.yml:2"), ("laagste", "kits/onder.yml:3")]


def test_a_removed_key_with_a_default_has_the_default(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path, with_line("aanspreekvorm: null")), "organisatie.aanspreekvorm")
    assert (row.value, row.origin.layer, row.origin.place) == ("je", "standaard van het programma", "")
    assert past(row) == [(None, "kits/bond/lid/kit.yml:6"), ("u", "kits/onder.yml:3")]


def test_a_removed_block_with_a_default_inside_has_that_default(tmp_path: Path) -> None:
    lowest = LOWEST.replace("sector: laagste", "huisstijl: {ontwerp: kleur}")
    explanation = explained(tmp_path, with_line("huisstijl: null"), lowest=lowest)
    assert the_row(explanation, "organisatie.huisstijl").value is None
    assert the_row(explanation, "organisatie.huisstijl.ontwerp").value == "rustig"


def test_an_item_merged_by_id_keeps_what_only_the_lower_layer_gives(tmp_path: Path) -> None:
    own = '  - {naam: Anna Pol, contact: {telefoon: "088 2222222"}}\n'
    explanation = explained(tmp_path, KIT + own)
    phone = the_row(explanation, "vertrouwenspersonen.anna-pol.contact.telefoon")
    assert (phone.value, phone.origin.layer) == ("088 2222222", "kit")
    assert past(phone) == [("088 1111111", "kits/bond/branche.yml:4")]
    email = the_row(explanation, "vertrouwenspersonen.anna-pol.contact.email")
    assert (email.origin.layer, email.overrides) == ("branche bond/branche.yml", ())


def test_an_item_that_merging_added_took_no_place(tmp_path: Path) -> None:
    rows = look_up(explained(tmp_path), "vertrouwenspersonen.joost-verhage").rows
    assert {row.origin.layer for row in rows} == {"kit", "standaard van het programma"}
    assert not any(row.overrides for row in rows)


def test_a_list_of_texts_is_replaced_whole(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path, with_line("vestigingen: [Urk]")), "organisatie.vestigingen")
    assert (row.value, past(row)) == (["Urk"], [(["Ede", "Tiel"], "kits/onder.yml:3")])


def test_a_list_of_blocks_that_is_replaced_says_so_once_and_not_at_each_part(tmp_path: Path) -> None:
    documents = "documenten: [{titel: Een, bestand: a.pdf}, {titel: Twee, bestand: b.pdf}]\n"
    rows = look_up(explained(tmp_path, KIT + documents), "documenten").rows
    assert [(row.path, row.whole, len(row.overrides)) for row in rows] == [
        ("documenten", True, 1),
        ("documenten[0].titel", False, 0),
        ("documenten[0].bestand", False, 0),
        ("documenten[1].titel", False, 0),
        ("documenten[1].bestand", False, 0),
    ]
    assert past(rows[0]) == [([{"titel": "Onder", "bestand": "onder.pdf"}], "kits/onder.yml:6")]


def test_a_base_of_a_base_is_no_value_that_was_replaced(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path), "basis")
    assert (row.value, row.overrides) == ("../branche.yml", ())


def test_an_empty_list_is_a_value_too(tmp_path: Path) -> None:
    assert the_row(explained(tmp_path, with_line("vestigingen: []")), "organisatie.vestigingen").value == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("organisatie.aanspreekvorm", "je"),
        ("organisatie.site_openbaar", "false"),
        ("organisatie.huisstijl.ontwerp", "rustig"),
        ("organisatie.korte_naam", "Bakkerij Van Dam"),
        ("vertrouwenspersonen.joost-verhage.id", "joost-verhage"),
        ("vertrouwenspersonen.joost-verhage.foto.focus", ["0.5", "0.5"]),
    ],
)
def test_the_program_gives_what_no_layer_gives(path: str, value: object, tmp_path: Path) -> None:
    kit = KIT.replace("soort: extern", "soort: extern, foto: {bestand: joost.jpg}")
    row = the_row(explained(tmp_path, kit, lowest="formaat: 1\n", middle="basis: ../onder.yml\n"), path)
    assert (row.value, row.origin.layer, row.origin.place) == (value, "standaard van het programma", "")


def test_empty_defaults_and_parts_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    explanation = explained(tmp_path, lowest="formaat: 1\n", middle="basis: ../onder.yml\n")
    paths = {row.path for row in explanation.rows}
    assert not paths & {"organisatie.sector", "organisatie.vestigingen", "meldregeling", "documenten"}
    assert not any("foto" in path for path in paths)


@pytest.mark.parametrize("path", ["organisatie.sector", "klachtencommissie.naam"])
def test_a_locked_key_tells_where_it_is_locked(path: str, tmp_path: Path) -> None:
    lowest = LOWEST + "klachtencommissie: {naam: KC, soort: extern}\n"
    row = the_row(explained(tmp_path, lowest=lowest), path)
    assert row.locked is not None
    assert row.locked.place == "kits/onder.yml:2"
    assert the_row(explained(tmp_path), "organisatie.naam").locked is None


def test_the_locks_are_rows_themselves(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path), "vergrendeld")
    assert (row.value, row.origin.place) == (["organisatie.sector", "klachtencommissie"], "kits/onder.yml:2")


def test_a_lock_in_the_kit_itself_locks_nothing(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path, KIT + "vergrendeld: [organisatie.naam]\n"), "organisatie.naam")
    assert row.locked is None


def test_an_own_route_took_the_place_of_the_shared_one(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path, KIT + "doorverwijzing: {pesten: [hr]}\n"), "doorverwijzing.pesten")
    (shared,) = row.overrides
    default = next(item for item in LIBRARY.situaties if item.id == "pesten")
    assert isinstance(shared.value, dict)
    assert shared.value["eerst"] == list(default.eerst)
    assert (shared.origin.layer, shared.origin.file) == ("gedeelde inhoud", "content/nl/situaties.yml")
    line = (CONTENT / "situaties.yml").read_text(encoding="utf-8").splitlines()[shared.origin.line - 1]
    assert line.strip() == f"eerst: [{', '.join(default.eerst)}]"
    assert row.notes == (f"hulp van buiten blijft erbij: {', '.join(default.buiten)}",)


def test_an_own_route_with_help_from_outside_leaves_that_of_the_shared_one_out(tmp_path: Path) -> None:
    kit = KIT + "doorverwijzing: {pesten: [hr, juridisch-loket]}\n"
    assert the_row(explained(tmp_path, kit), "doorverwijzing.pesten").notes == ()


def test_in_danger_the_emergency_number_stays_first(tmp_path: Path) -> None:
    row = the_row(explained(tmp_path, KIT + "doorverwijzing: {acuut-gevaar: [hr]}\n"), "doorverwijzing.acuut-gevaar")
    assert "bij gevaar blijft vooraan: 112" in row.notes


def test_an_emptied_route_is_the_shared_one_again(tmp_path: Path) -> None:
    lowest = LOWEST + "doorverwijzing: {pesten: [hr]}\n"
    explanation = explained(tmp_path, KIT + "doorverwijzing: {pesten: null}\n", lowest=lowest)
    row = the_row(explanation, "doorverwijzing.pesten")
    assert row.origin.layer == "gedeelde inhoud"
    assert past(row) == [(None, "kits/bond/lid/kit.yml:8"), (["hr"], "kits/onder.yml:7")]
    assert explanation.followers == len(LIBRARY.situaties)


def test_a_route_for_an_own_situation_took_the_place_of_its_contacts(tmp_path: Path) -> None:
    explanation = explained(tmp_path, KIT + "doorverwijzing: {oven: [bhv]}\n")
    assert past(the_row(explanation, "doorverwijzing.oven")) == [(["hr"], "kits/onder.yml:5")]
    assert the_row(explanation, "situaties.oven.contacten").notes == ("telt niet mee: doorverwijzing.oven gaat voor",)


def test_a_situation_without_own_route_has_that_of_the_shared_content(tmp_path: Path) -> None:
    answer = look_up(explained(tmp_path), "doorverwijzing.pesten")
    assert [(row.path, row.origin.layer) for row in answer.rows] == [("doorverwijzing.pesten", "gedeelde inhoud")]
    assert answer.about.startswith("Een collega pest mij.")


def test_situations_that_follow_the_shared_content_are_counted(tmp_path: Path) -> None:
    everything = len(LIBRARY.situaties)
    assert explained(tmp_path).followers == everything
    assert explained(tmp_path, KIT + "doorverwijzing: {pesten: [hr], oven: [hr]}\n").followers == everything - 1


def test_shared_routes_that_cannot_be_read_are_a_failure_of_the_build(tmp_path: Path) -> None:
    schrijf(tmp_path, "situaties: [{id: pesten}]\n", "situaties.yml")
    with pytest.raises(BuildFailed, match=r"De routes in content/nl/situaties\.yml zijn niet te lezen"):
        default_routes(tmp_path, LIBRARY)
    schrijf(tmp_path, "situaties: [{id: anders, eerst: [hr]}]\n", "situaties.yml")
    with pytest.raises(BuildFailed, match=r"is de situatie .* niet te vinden"):
        default_routes(tmp_path, LIBRARY)


ANNA = "vertrouwenspersonen.anna-pol.contact"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("organisatie.naam", ["organisatie.naam"]),
        (f"{ANNA}.telefoon", [f"{ANNA}.telefoon"]),
        ("vertrouwenspersonen[0].contact.telefoon", [f"{ANNA}.telefoon"]),
        (ANNA, [f"{ANNA}.telefoon", f"{ANNA}.email"]),
        ("vertrouwenspersonen[0].contact", [f"{ANNA}.telefoon", f"{ANNA}.email"]),
        ("situaties.oven", ["situaties.oven.id", "situaties.oven.titel", "situaties.oven.contacten"]),
        ("situaties[0].contacten[0]", ["situaties[0].contacten[0]"]),
        ("organisatie.vestigingen[1]", ["organisatie.vestigingen[1]"]),
        ("contacten.", ["contacten.hr.naam", "contacten.bhv.naam"]),
        ("vergrendeld[1]", ["vergrendeld[1]"]),
    ],
)
def test_a_path_may_be_written_as_listings_and_findings_write_it(
    path: str, expected: list[str], tmp_path: Path
) -> None:
    assert asked(explained(tmp_path), path) == expected


def test_every_row_is_found_by_its_path_and_by_its_position(tmp_path: Path) -> None:
    explanation = explained(tmp_path)
    for row in explanation.rows:
        assert row in look_up(explanation, row.path).rows
        assert row in look_up(explanation, row.key).rows


def test_a_text_of_a_list_is_that_text(tmp_path: Path) -> None:
    (row,) = look_up(explained(tmp_path), "organisatie.vestigingen[1]").rows
    assert (row.value, row.origin.place) == ("Tiel", "kits/onder.yml:3")


def test_a_block_is_not_half_a_word(tmp_path: Path) -> None:
    paths = asked(explained(tmp_path, with_line("site_url: https://x.example/")), "organisatie.site_url")
    assert paths == ["organisatie.site_url"]
    with pytest.raises(UsageError):
        look_up(explained(tmp_path), "organisatie.site")


def test_a_known_key_without_value_says_what_it_is_for(tmp_path: Path) -> None:
    answer = look_up(explained(tmp_path), "organisatie.afzender")
    about = "Wie voor deze kit instaat; staat in de colofon."
    assert answer == Answer((), absent="organisatie.afzender staat niet in deze kit.", about=about)


def test_a_known_key_without_value_can_be_locked(tmp_path: Path) -> None:
    locked = look_up(explained(tmp_path), "klachtencommissie.naam").locked
    assert locked is not None
    assert locked.place == "kits/onder.yml:2"


def test_a_place_inside_something_removed_tells_of_the_removal(tmp_path: Path) -> None:
    answer = look_up(explained(tmp_path, KIT + "contacten: {bhv: null}\n"), "contacten.bhv.naam")
    assert answer.absent == "contacten.bhv.naam staat niet in deze kit."
    assert [row.path for row in answer.rows] == ["contacten.bhv"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "organisatie.nam",
            r"'organisatie\.nam' kennen we niet\. Bedoelde je 'organisatie\.naam'\? Onder organisatie kan",
        ),
        ("organisati", r"Bedoelde je 'organisatie'\? Bovenaan een kit kan staan: formaat, basis"),
        ("anna-pol", r"Bedoelde je 'vertrouwenspersonen\.anna-pol'\?"),
        ("contact.email", r"Bedoelde je 'vertrouwenspersonen\.anna-pol\.contact\.email'\?"),
        ("vertrouwenspersonen.ana-pol", r"Bedoelde je 'vertrouwenspersonen\.anna-pol'\?"),
        ("vertrouwenspersonen[2]", r"heeft 2 delen, geteld vanaf \[0\]: anna-pol, joost-verhage\.$"),
        ("doorverwijzing.peste", r"Bedoelde je 'doorverwijzing\.pesten'\?"),
        ("contacten.hrr", r"Bedoelde je 'contacten\.hr'\?"),
        ("organisatie.naam.kort", r"Onder organisatie\.naam staat verder niets\."),
        ("organisatie..naam", r"Bovenaan een kit kan staan"),
        ("[]", r"Bovenaan een kit kan staan"),
        ("", r"Bovenaan een kit kan staan"),
    ],
)
def test_a_path_that_leads_nowhere_is_answered_with_what_may_be_meant(path: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        look_up(explained(tmp_path), path)


@pytest.mark.parametrize("broken", ["- geen sleutels\n", "", "\x00"])
def test_a_layer_of_which_nothing_can_be_read_is_known(broken: str, tmp_path: Path) -> None:
    kits = tmp_path / "kits"
    schrijf(kits, "formaat: 1\n", "branche.yml")
    folder = schrijf(kits / "lid", KIT)
    loaded = load_kit(folder, kits, LIBRARY.shared_ids)
    assert not is_unreadable(read_chain(loaded, kits))
    schrijf(kits, broken, "branche.yml")
    assert is_unreadable(read_chain(load_kit(folder, kits, LIBRARY.shared_ids), kits))


def test_a_kit_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    assert is_unreadable(read_chain(load_kit(tmp_path / "niets", tmp_path, LIBRARY.shared_ids), tmp_path))


def test_a_kit_with_mistakes_is_explained_with_its_unknown_keys(tmp_path: Path) -> None:
    explanation = explained(tmp_path, with_line("onbekend: 1").replace("medewerkers: 12", "medewerkers: [a, {b: c}]"))
    assert the_row(explanation, "organisatie.onbekend").value == "1"
    assert the_row(explanation, "organisatie.medewerkers[1].b").value == "c"
    assert asked(explanation, "organisatie.onbekend") == ["organisatie.onbekend"]


def test_two_advisors_with_one_id_are_told_apart_by_position(tmp_path: Path) -> None:
    twice = '  - {naam: Joost Verhage, soort: intern, contact: {telefoon: "088 7654321"}}\n'
    explanation = explained(tmp_path, KIT + twice)
    assert the_row(explanation, "vertrouwenspersonen[1].soort").value == "extern"
    assert the_row(explanation, "vertrouwenspersonen[2].soort").value == "intern"


def test_keys_that_look_like_paths_do_not_hide_each_other(tmp_path: Path) -> None:
    explanation = explained(tmp_path, KIT + 'extra: {"a.b": punt, a: {b: diep}}\n')
    assert sorted(str(row.value) for row in explanation.rows if row.path == "extra.a.b") == ["diep", "punt"]


def test_json_has_every_promised_key_and_the_whole_value(tmp_path: Path) -> None:
    long = "x" * 150
    row = the_row(explained(tmp_path, with_line(f"sector: {long}")), "organisatie.sector")
    assert row.as_json() == {
        "path": "organisatie.sector",
        "value": long,
        "layer": "kit",
        "file": "kits/bond/lid/kit.yml",
        "line": 6,
        "column": 11,
        "overrides": [
            {"value": "midden", "layer": "branche bond/branche.yml", "file": "kits/bond/branche.yml", "line": 2},
            {"value": "laagste", "layer": "branche onder.yml", "file": "kits/onder.yml", "line": 3},
        ],
    }


def scalars(node: Node, path: str = "") -> list[tuple[str, str]]:
    """List every scalar of a tree with its path by position."""
    if isinstance(node, Scalar):
        return [(path, node.text)]
    if isinstance(node, Mapping):
        return [pair for entry in node.entries for pair in scalars(entry.value, f"{path}.{entry.key}".lstrip("."))]
    return [pair for index, item in enumerate(node.items) for pair in scalars(item, f"{path}[{index}]")]


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_value_of_an_example_is_listed_exactly_once(slug: str) -> None:
    folder = KITS / EXAMPLES[slug]
    explanation = explanation_of(folder, KITS)
    listed: list[tuple[str, str]] = []
    for row in explanation.rows:
        if row.origin.layer != "standaard van het programma" and row.path != "vergrendeld" and not row.whole:
            items = enumerate(row.value) if isinstance(row.value, list) else ()
            listed += [(f"{row.key}[{index}]", str(text)) for index, text in items]
            listed += [(row.key, row.value)] if isinstance(row.value, str) else []
    expected = scalars(explanation.tree)
    assert len(expected) > 40
    assert sorted(listed) == sorted(expected)
    assert len({row.path for row in explanation.rows}) == len(explanation.rows)


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_value_of_an_example_stands_on_the_line_that_is_told(slug: str) -> None:
    explanation = explanation_of(KITS / EXAMPLES[slug], KITS)
    checked = 0
    for row in explanation.rows:
        if isinstance(row.value, str) and row.origin.file and len(row.value) < 60:
            lines = (KITS.parent / row.origin.file).read_text(encoding="utf-8").splitlines()
            assert re.sub(r"^[\"']", "", lines[row.origin.line - 1][row.origin.column - 1 :]).startswith(row.value)
            checked += 1
    assert checked > 20
