from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.batch.member import Print
from generator.batch.overview.leesmij import About, about, leesmij
from generator.errors import BuildFailed
from generator.pipeline import read_kit
from generator.resources import Resources
from tests.batch.overview.members import DAY, HOSTILE
from tests.conftest import KITS

NAMES = ("kit.json", "print/a.pdf", "print/kaartjes.pdf", "print/poster-a4.pdf", "site/index.html")
ABOUT = About(
    naam="Bouwbedrijf De Linge B.V.",
    prints=(Print("poster-a4.pdf", "Poster"), Print("kaartjes.pdf", "Kaartjes"), Print("weg.pdf", "Weg")),
    afzender="HR De Linge",
    contact_afzender="hr@delinge.example",
    vereniging="Bond van Bouwers",
    contact_vereniging="info@bouwbond.example, 0344 12 34 00",
)


def note(resources: Resources, told: About = ABOUT, names: tuple[str, ...] = NAMES) -> str:
    return leesmij("de-linge", names, DAY, told, resources).decode("utf-8-sig")


def flat(text: str) -> str:
    return re.sub(r"[ \r\n]+", " ", text)


def test_windows_reads_it(resources: Resources) -> None:
    data = leesmij("de-linge", NAMES, DAY, ABOUT, resources)
    assert data.startswith(b"\xef\xbb\xbfVertrouwenspersonen bij Bouwbedrijf De Linge B.V.\r\n====")
    assert data.count(b"\r\n") == data.count(b"\n")
    assert data.endswith(b".\r\n")


def test_no_line_is_wider_than_a_window(resources: Resources) -> None:
    long = About(naam="Stichting " + "Samenwerkende Bedrijven " * 10, afzender="Zeer " * 40)
    for told in (ABOUT, long):
        assert max(map(len, note(resources, told).splitlines())) <= 76


def test_it_tells_what_to_do_with_the_site(resources: Resources) -> None:
    text = flat(note(resources))
    for part in ("webserver", "AFAS InSite", "iframe", "SharePoint toont geen .html-bestanden", "usb-stick",
                 "minstens één keer per jaar", "rapport", "Alles uitpakken", "de map de-linge"):  # fmt: skip
        assert part in text


def test_it_names_the_printables_that_are_there_in_their_own_order(resources: Resources) -> None:
    listed = [line for line in note(resources).splitlines() if re.match(r"- .*: print/", line)]
    assert listed == ["- Poster: print/poster-a4.pdf", "- Kaartjes: print/kaartjes.pdf", "- Vel: print/a.pdf"]


def test_it_names_whom_to_ask(resources: Resources) -> None:
    text = flat(note(resources))
    assert "Over de namen en nummers: HR De Linge (hr@delinge.example)." in text
    assert "Over dit pakket: Bond van Bouwers (info@bouwbond.example, 0344 12 34 00)." in text
    assert "Gemaakt door Bond van Bouwers op 21\u00a0november\u00a02026." in text


def test_what_is_not_known_is_left_out_whole(resources: Resources) -> None:
    text = note(resources, About(), ("kit.json", "site/index.html"))
    assert text.startswith("Vertrouwenspersonen bij de-linge\r\n")
    for part in ("Vragen?", "Gemaakt door", "print", "()", "None"):
        assert part not in text
    assert "site" not in note(resources, About(), ("kit.json", "print/a.pdf"))
    assert "\r\n\r\n\r\n" not in text


def test_every_sentence_is_short(resources: Resources) -> None:
    text = re.sub(r"- .*: print/.*", "", note(resources, About()))
    blocks = [flat(block) for block in re.split(r"\r\n(?:\r\n|(?=- ))", text)]
    sentences = [part for block in blocks for part in re.split(r"(?<=[.:?]) ", block)]
    assert len(sentences) > 30
    assert [part for part in sentences if len(part.split()) > 18] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_stays_on_its_line(resources: Resources, text: str) -> None:
    told = About(naam=text, afzender=text, vereniging=text, contact_vereniging=text, prints=(Print("a.pdf", text),))
    result = note(resources, told)
    assert not set(result) & set("\u202e\x00\ud800\t")
    assert "49" not in result
    assert flat(result).count("# ") == 0


def test_a_kit_tells_who_stands_behind_it(resources: Resources) -> None:
    kit = read_kit(KITS / "bouw" / "bouwbedrijf-de-linge", KITS, resources).kit
    assert kit is not None
    told = about(kit, ABOUT.prints)
    assert told.naam == "Bouwbedrijf De Linge B.V."
    assert told.vereniging == "Vereniging Bouwers tussen de Rivieren"
    assert told.contact_vereniging == ("ledenservice@bouwerstussenderivieren.example, 0344\u00a012\u00a034\u00a000")
    assert told.prints == ABOUT.prints


def test_a_template_that_does_not_work_is_told(resources: Resources, tmp_path: Path) -> None:
    shutil.copytree(resources.theme / "overview", tmp_path / "overview")
    (tmp_path / "overview" / "LEESMIJ.txt").write_text("{{ bestaat_niet }}", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"LEESMIJ\.txt"):
        note(Resources(resources.content, tmp_path, resources.mkdocs_yml))
