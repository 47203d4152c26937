from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import explaining
from generator.errors import BuildFailed
from tests.builders import schrijf
from tests.cli.conftest import Cli, a_kit, environment_for, process
from tests.conftest import EXAMPLES, KITS
from tests.terminal import terminal

BRANCHE = """\
vergrendeld: [klachtencommissie]
organisatie: {sector: bouw, vestigingen: [Ede]}
vertrouwenspersonen:
  - {naam: Anna Pol, soort: extern, contact: {telefoon: "088 1111111", email: anna@bond.example}}
klachtencommissie: {naam: De commissie, soort: extern, contact: {email: kc@bond.example}}
"""
KIT = """\
formaat: 1
basis: ../branche.yml
organisatie:
  naam: Timmerman
  medewerkers: 12
  sector: null
  vestigingen: [Urk]
vertrouwenspersonen:
  - {naam: Anna Pol, contact: {telefoon: "088 2222222"}}
doorverwijzing: {pesten: [vertrouwenspersoon]}
"""


def on_branche(kit: str = KIT, branche: str = BRANCHE) -> None:
    schrijf(Path("kits/bouw"), branche, "branche.yml")
    schrijf(Path("kits/bouw/timmerman"), kit)


def test_the_listing_begins_with_the_layers_and_what_differs(cli: Cli) -> None:
    on_branche()
    answer = cli("explain", "timmerman")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[:9] == [
        "timmerman",
        "  kit                          kits/bouw/timmerman/kit.yml  9 waarden",
        "  branche bouw/branche.yml     kits/bouw/branche.yml        6 waarden",
        "  gedeelde inhoud              content/nl/situaties.yml     elke andere route",
        "  standaard van het programma                               5 waarden",
        "Wat hoger staat, gaat voor.",
        "In plaats van iets uit een lagere laag: organisatie.sector, organisatie.vestigingen,",
        "vertrouwenspersonen.anna-pol.contact.telefoon, doorverwijzing.pesten.",
        "",
    ]


def test_a_listing_shows_values_in_columns_with_what_they_took_the_place_of_below(cli: Cli) -> None:
    on_branche()
    page = cli("explain", "timmerman").out
    assert (
        "organisatie\n"
        "  sector             (leeg)              kit.yml:6\n"
        "    weggehaald in kits/bouw/timmerman/kit.yml:6; daarvoor 'bouw' uit kits/bouw/branche.yml:2\n"
        "  vestigingen        Urk                 kit.yml:7\n"
        "    in plaats van 'Ede' uit kits/bouw/branche.yml:2\n"
        "  naam               Timmerman           kit.yml:4\n"
        "  medewerkers        12                  kit.yml:5\n"
        "  korte_naam         Timmerman           standaard van het programma\n"
    ) in page
    assert (
        "vertrouwenspersonen.anna-pol  (uit branche bouw/branche.yml, aangevuld in kit)\n"
        "  naam               Anna Pol            kit.yml:9\n"
        "    ook zo in kits/bouw/branche.yml:4\n"
    ) in page
    assert "klachtencommissie  vergrendeld in kits/bouw/branche.yml:1\n  naam  " in page
    assert "    in plaats van 'eerst vertrouwenspersoon; daarna leidinggevende, klachtencommissie; buiten" in page
    assert page.endswith("situaties volgen de route van de gedeelde inhoud (content/nl/situaties.yml).\n")


@pytest.mark.parametrize("slug", EXAMPLES)
def test_no_line_of_a_listing_is_longer_than_a_common_terminal(slug: str, cli: Cli) -> None:
    lines = cli("explain", slug, "--kits", KITS).out.splitlines()
    assert len(lines) > 50
    assert [line for line in lines if len(line) > 100] == []


def test_one_value_is_shown_whole(cli: Cli) -> None:
    long = "Een lang adres, " * 12
    on_branche(KIT.replace('"088 2222222"', f'"088 2222222", post: "{long.strip(", ")}"'))
    page = cli("explain", "timmerman", "vertrouwenspersonen[0].contact.post").out
    assert page.splitlines()[:3] == ["vertrouwenspersonen.anna-pol.contact.post", "Postadres.", ""]
    assert " ".join(page.split()).count("Een lang adres") == 12
    assert page.endswith("\n  uit de kit: kits/bouw/timmerman/kit.yml:9\n")


def test_one_value_is_shown_with_its_past_and_its_lock(cli: Cli) -> None:
    on_branche(KIT + "klachtencommissie: {naam: Mijn commissie}\n")
    page = cli("explain", "timmerman", "klachtencommissie.naam").out
    assert page == (
        "klachtencommissie.naam\nDe naam van de commissie.\n\n  Mijn commissie\n\n"
        "  uit de kit: kits/bouw/timmerman/kit.yml:11\n"
        "  in plaats van 'De commissie' uit kits/bouw/branche.yml:5\n"
        "  vergrendeld in kits/bouw/branche.yml:1\n\n"
        "Let op: deze kit heeft 1 fout. Bekijk: vertrouwenskit check timmerman\n"
    )


def test_a_locked_key_says_so_below_its_value(cli: Cli) -> None:
    on_branche(branche=BRANCHE.replace("vergrendeld: [", "vergrendeld: [organisatie.vestigingen, "))
    lines = cli("explain", "timmerman", "organisatie").out.splitlines()
    assert "    in plaats van 'Ede' uit kits/bouw/branche.yml:2; vergrendeld in kits/bouw/branche.yml:1" in lines


def test_a_list_that_is_replaced_says_so_above_its_parts(cli: Cli) -> None:
    on_branche(
        KIT + "documenten: [{titel: Nieuw, bestand: n.pdf}]\n", BRANCHE + "documenten: [{titel: Oud, bestand: o.pdf}]\n"
    )
    lines = cli("explain", "timmerman", "documenten").out.splitlines()
    assert lines[:3] == [
        "documenten",
        "    de hele lijst in plaats van 'Oud' uit kits/bouw/branche.yml:6",
        "  [0].titel    Nieuw       kit.yml:11",
    ]


def test_a_list_after_an_emptied_one_did_not_empty_it_itself(cli: Cli) -> None:
    schrijf(Path("kits"), "documenten: [{titel: Oudst, bestand: o.pdf}]\n", "onder.yml")
    on_branche(
        KIT + "documenten: [{titel: Nieuw, bestand: n.pdf}]\n", BRANCHE + "basis: ../onder.yml\ndocumenten: null\n"
    )
    lines = cli("explain", "timmerman", "documenten").out.splitlines()
    assert lines[1] == "    weggehaald in kits/bouw/branche.yml:7; daarvoor 'Oudst' uit kits/onder.yml:1"


def test_a_route_of_the_shared_content_is_shown_where_the_kit_has_none(cli: Cli) -> None:
    a_kit("een")
    page = cli("explain", "een", "doorverwijzing.werkdruk").out
    assert page.startswith("doorverwijzing.werkdruk\nMijn werkdruk is te hoog. De kit heeft hier geen eigen route.")
    assert "\n  eerst leidinggevende\n  daarna preventiemedewerker, bedrijfsarts" in page
    assert "  uit de gedeelde inhoud: content/nl/situaties.yml:" in page


def test_a_key_without_value_is_an_answer_and_no_mistake(cli: Cli) -> None:
    on_branche()
    answer = cli("explain", "timmerman", "klachtencommissie.voorzitter")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "klachtencommissie.voorzitter staat niet in deze kit.\nDe voorzitter.\n"
        "Deze sleutel is vergrendeld in kits/bouw/branche.yml:1.\n"
    )
    assert json.loads(cli("explain", "timmerman", "klachtencommissie.voorzitter", "--json").out) == []


def test_a_path_that_leads_nowhere_is_wrong_use(cli: Cli) -> None:
    on_branche()
    answer = cli("explain", "timmerman", "organisatie.namm")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Fout: De plek 'organisatie.namm' kennen we niet. Bedoelde je 'organisatie.naam'?")


def test_a_kit_that_does_not_exist_is_wrong_use(cli: Cli) -> None:
    a_kit("een")
    answer = cli("explain", "eeen")
    assert answer.code == 2
    assert "Bedoelde je 'een'?" in answer.err


def test_a_kit_with_mistakes_is_explained_and_the_last_line_says_so(cli: Cli) -> None:
    a_kit("een", "onbekend: x", "nog_een: y")
    answer = cli("explain", "een")
    assert answer.code == 0
    assert "onbekend " in answer.out
    assert answer.out.splitlines()[-1] == "Let op: deze kit heeft 2 fouten. Bekijk: vertrouwenskit check een"


def test_a_good_kit_has_no_such_line(cli: Cli) -> None:
    a_kit("een")
    assert "Let op" not in cli("explain", "een").out


@pytest.mark.parametrize("content", ["- een lijst\n", "\ufffe", ""])
def test_of_an_unreadable_file_the_findings_are_shown(content: str, cli: Cli) -> None:
    a_kit("een").write_text(content, encoding="utf-8")
    answer = cli("explain", "een")
    assert (answer.code, answer.err) == (3, "")
    assert "FOUT VK0" in answer.out
    as_json = cli("explain", "een", "--json")
    assert (as_json.code, as_json.out) == (3, "")
    assert "FOUT VK0" in as_json.err


def test_a_branche_that_cannot_be_read_is_never_passed_over(cli: Cli) -> None:
    on_branche(branche="- een lijst\n")
    answer = cli("explain", "timmerman")
    assert answer.code == 3
    assert "kits/bouw/branche.yml" in answer.out


def test_a_failure_in_the_shared_content_is_our_own(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise BuildFailed("situaties.yml is weg.")

    a_kit("een")
    monkeypatch.setattr(explaining, "explain", failing)
    answer = cli("explain", "een")
    assert (answer.code, answer.err) == (1, "Fout: situaties.yml is weg.\n")


def test_json_is_all_that_is_printed_and_is_complete(cli: Cli) -> None:
    long = "é→" * 60
    on_branche(KIT.replace("Timmerman", long) + "onbekend: x\n")
    answer = cli("explain", "timmerman", "--json")
    assert (answer.code, answer.err) == (0, "")
    rows = {row["path"]: row for row in json.loads(answer.out)}
    keys = {"path", "value", "layer", "file", "line", "column", "overrides"}
    assert all(set(row) == keys for row in rows.values())
    assert rows["organisatie.naam"]["value"] == long
    assert rows["organisatie.aanspreekvorm"]["file"] is None
    assert rows["organisatie.sector"]["overrides"] == [
        {"value": "bouw", "layer": "branche bouw/branche.yml", "file": "kits/bouw/branche.yml", "line": 2}
    ]
    one = json.loads(cli("explain", "timmerman", "organisatie.naam", "--json").out)
    assert one == [rows["organisatie.naam"]]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_json_is_whole_in_any_encoding(encoding: str, folder: Path) -> None:
    on_branche(KIT.replace("Timmerman", "Één → twee"))
    answer = process("explain", "timmerman", "organisatie.naam", "--json", cwd=folder, PYTHONIOENCODING=encoding)
    assert json.loads(answer.out)[0]["value"] == "Één → twee"


HOSTILE = r'"[red]x[/red] \e[31mrood \u202Egnirts\a\u200b :smile:"'


@pytest.mark.parametrize("path", [(), ("organisatie",), ("organisatie.naam",), ("organisatie.korte_naam",)])
def test_text_of_a_kit_never_steers_the_terminal(path: tuple[str, ...], cli: Cli) -> None:
    on_branche(
        KIT.replace("naam: Timmerman", f"naam: {HOSTILE}\n  korte_naam: kort\n  {HOSTILE}: 1"),
        BRANCHE.replace("sector: bouw", f"korte_naam: {HOSTILE}"),
    )
    page = cli("explain", "timmerman", *path).out
    assert "[red]x[/red]" in page
    assert ":smile:" in page
    assert not set("\x1b\a\u202e\u200b") & set(page)


def test_a_path_that_is_typed_never_steers_the_terminal(cli: Cli) -> None:
    a_kit("een")
    answer = cli("explain", "een", "x\x1b[31m[red]")
    assert answer.code == 2
    assert "\x1b" not in answer.err


def test_on_a_terminal_what_is_not_from_the_kit_has_another_look(folder: Path) -> None:
    on_branche()
    with terminal("explain", "timmerman", cwd=folder, environment=environment_for()) as screen:
        assert screen.end() == 0
    lines = screen.shown.splitlines()
    default = next(line for line in lines if "aanspreekvorm" in line)
    own = next(line for line in lines if "medewerkers" in line)
    assert "\x1b[2maanspreekvorm" in default
    assert "\x1b" not in own
    assert any("\x1b[33m    in plaats van 'Ede'" in line for line in lines)
