"""`check KIT --persoon NAAM` as a person in HR meets it: a letter to print, or to mail to the advisor."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Cli, a_kit, process
from tests.conftest import KITS


@pytest.fixture
def kits(folder: Path) -> Path:
    """The example kits, in the folder that the command line runs in."""
    shutil.copytree(KITS, folder / "kits")
    return folder / "kits"


def section(text: str, title: str) -> str:
    """Return what stands under a heading, up to the next one."""
    found = re.search(
        rf"^{re.escape(title)}\n[-=]+\n(.*?)(?=\n\n[^\n]+\n[-=]{{4,}}\n|\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, title
    return found[1]


def row(text: str, label: str) -> str:
    found = re.search(rf"^  {re.escape(label)} +(\S.*)$", text, re.MULTILINE)
    assert found, label
    return found[1]


def with_photo(place: str, photo: str) -> Path:
    """Write a small kit whose advisor has a photo; ``photo`` are more keys of it."""
    path = a_kit(place)
    (path.parent / "fotos").mkdir()
    Image.new("RGB", (800, 800), "#777777").save(path.parent / "fotos" / "sam.jpg")
    text = path.read_text(encoding="utf-8")
    lines = f"    soort: intern\n    foto: {{bestand: fotos/sam.jpg{photo}}}\n"
    assert text.count("    soort: intern\n") == 1
    path.write_text(text.replace("    soort: intern\n", lines), encoding="utf-8")
    return path


def test_an_advisor_reads_what_is_public_and_where(cli: Cli, kits: Path) -> None:
    answer = cli("check", "bouwbedrijf-de-linge", "--persoon", "Samira")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Wat wordt openbaar over Samira El Amrani?\n=====")
    site = section(answer.out, "Dit ziet iedereen die de site opent")
    assert row(site, "Telefoon") == "06\u00a012\u00a034\u00a056\u00a078"
    assert row(site, "Afspraak") == "https://agenda.delinge.example/samira"
    assert "alleen collega’s" in site
    paper = section(answer.out, "Dit staat op papier")
    assert row(paper, "Rol") == "collega, inkoper"
    assert "  - Poster van Samira El Amrani: naam, foto," in paper
    card = section(answer.out, "Dit zit in de QR-code en het contactbestand")
    assert "+31612345678" in card
    inside = section(answer.out, "Dit blijft binnen de kit")
    assert row(inside, "Toestemming") == "15\u00a0september\u00a02026"
    assert "als vervanger van Joost Verhage" in section(answer.out, "Je staat ook op andere plekken")


def test_it_ends_with_a_place_to_sign_and_how_to_withdraw(cli: Cli, kits: Path) -> None:
    letter = cli("check", "bouwbedrijf-de-linge", "--persoon", "joost-verhage").out
    agree = section(letter, "Akkoord?")
    assert letter.endswith(agree)
    assert row(agree, "Naam") == "Joost Verhage"
    assert set(row(agree, "Datum")) == set(row(agree, "Handtekening")) == {"_"}
    assert "[ ]  Akkoord met mijn foto" in agree
    assert "Laat het weten aan HR De Linge (hr@delinge.example,\n0345" in agree
    assert "kunnen we niet terughalen" in " ".join(agree.split())


def test_a_public_site_is_said_to_be_public(cli: Cli, kits: Path) -> None:
    letter = " ".join(cli("check", "bakkerij-van-dam", "--persoon", "Hanneke").out.split())
    assert "iedereen op internet kan hem lezen" in letter
    assert "We vragen zoekmachines om de site over te slaan. Dat is een verzoek" in letter
    assert "alleen collega’s" not in letter


def test_an_organisation_that_says_u_says_it_here_too(cli: Cli, kits: Path) -> None:
    letter = cli("check", "zorggroep-de-vecht", "--persoon", "Ruud").out
    said = letter.replace(section(letter, "Dit staat op papier"), "")
    assert "Bij De Vecht bent u vertrouwenspersoon." in letter
    assert "[[" not in letter
    assert not re.search(r"\b(je|jij|jou|jouw)\b", said, re.IGNORECASE)


def test_it_fits_a_sheet_and_a_mail(cli: Cli, kits: Path) -> None:
    for name in ("Samira", "Joost"):
        letter = cli("check", "bouwbedrijf-de-linge", "--persoon", name).out
        assert max(map(len, letter.splitlines())) <= 100
        assert all(line == line.rstrip() for line in letter.splitlines())
        assert "\x1b" not in letter


def test_without_consent_the_question_is_whether_the_photo_may_be_used(cli: Cli) -> None:
    with_photo("een", "")
    letter = cli("check", "een", "--persoon", "Sam", "--today", "2026-11-21").out
    assert "  Foto  fotos/sam.jpg\n        Er staat geen datum van toestemming in de kit.\n" in letter
    assert "[ ]  De foto in de kit mag gebruikt worden" in letter
    assert "Akkoord met mijn foto" not in letter
    assert "VK112, waarschuwing: De foto van Sam Bakker" in section(letter, "Dit is nog niet in orde")


def test_consent_counts_from_its_day_on(cli: Cli) -> None:
    with_photo("een", ", toestemming: 2026-11-21")
    before = cli("check", "een", "--persoon", "Sam", "--today", "2026-11-20").out
    on_the_day = cli("check", "een", "--persoon", "Sam", "--today", "2026-11-21").out
    assert "De toestemming geldt pas op 21\u00a0november\u00a02026." in before
    assert "[ ]  Akkoord met mijn foto, op de site en op papier" in on_the_day
    assert "geldt pas op" not in on_the_day


def test_only_findings_about_this_advisor_are_told(cli: Cli, kits: Path) -> None:
    """Prem has a photo without consent; that is no business of Ruud's."""
    prem = json.loads(cli("check", "zorggroep-de-vecht", "--persoon", "Prem", "--json").out)
    ruud = json.loads(cli("check", "zorggroep-de-vecht", "--persoon", "Ruud", "--json").out)
    assert "VK112" in [finding["code"] for finding in prem["findings"]]
    assert all(finding["path"].startswith("vertrouwenspersonen[5].") for finding in prem["findings"])
    assert all(finding["path"].startswith("vertrouwenspersonen[3].") for finding in ruud["findings"])


def test_json_holds_the_same(cli: Cli, kits: Path) -> None:
    letter = " ".join(cli("check", "bakkerij-van-dam", "--persoon", "Hanneke").out.split())
    answer = cli("check", "bakkerij-van-dam", "--persoon", "Hanneke", "--json")
    assert (answer.code, answer.err) == (0, "")
    content = json.loads(answer.out)
    assert (content["kit"], content["persoon"], content["site_openbaar"]) == (
        "bakkerij-van-dam",
        "hanneke-wiersma",
        True,
    )
    told = [*content["site"], *content["contactbestand"], *(item["gegeven"] for item in content["binnen"])]
    told += [item for vel in content["vellen"] for item in vel["gegevens"]]
    told += [item for code in content["codes"] for item in code["gegevens"]]
    assert len(told) > 50
    for item in told:
        assert " ".join(item["waarde"].split()) in letter, item


def test_a_name_that_is_nobody_is_a_mistake_in_the_command(cli: Cli, kits: Path) -> None:
    answer = cli("check", "bouwbedrijf-de-linge", "--persoon", "Piet")
    assert (answer.code, answer.out) == (2, "")
    assert "Joost Verhage (joost-verhage), Samira El Amrani (samira-el-amrani)" in answer.err


def test_a_kit_that_can_not_be_read_shows_its_mistakes(cli: Cli) -> None:
    a_kit("een", "onbekend: x")
    answer = cli("check", "een", "--persoon", "Sam")
    assert answer.code == 3
    assert answer.out == cli("check", "een").out.removesuffix("1 kit nagekeken. 1 fout.\n")
    as_json = cli("check", "een", "--persoon", "Sam", "--json")
    assert as_json.code == 3
    assert [finding["code"] for finding in json.loads(as_json.out)["findings"]] == ["VK020"]


def test_values_are_shown_as_typed(cli: Cli) -> None:
    path = a_kit("een")
    odd = "[[je|u]] {naam} [bold]x[/] :boom:"
    text = re.sub(r"naam: .?Sam Bakker.?", f"naam: 'Sam {odd}'", path.read_text(encoding="utf-8"))
    path.write_text(text.replace("    soort: intern\n", f"    soort: intern\n    locatie: '{odd}'\n"), encoding="utf-8")
    letter = cli("check", "een", "--persoon", "Sam").out
    assert row(letter, "Plek") == odd
    assert letter.startswith(f"Wat wordt openbaar over Sam {odd}?\n")


def test_headings_alone_stand_out_on_a_terminal(folder: Path) -> None:
    a_kit("een")
    plain = process("check", "een", "--persoon", "Sam", cwd=folder)
    coloured = process("check", "een", "--persoon", "Sam", cwd=folder, FORCE_COLOR="1")
    assert (plain.code, plain.err) == (0, "")
    assert "\x1b[1mAkkoord?\x1b[0m" in coloured.out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.out) == plain.out
