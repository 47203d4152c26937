"""The A4 for employers: one side that everybody can read, whatever an association gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image, ImageDraw

from generator.campagne.a4 import lay_out_a4
from generator.campagne.teksten import load_a4
from generator.printing.layout.clashes import misplaced
from generator.printing.layout.elements import Page, Text, placed
from generator.printing.pdf.drawing import draw
from tests.campagne.bouwen import ALLES, KLEINSTE, RESOURCES, gelezen, map_van
from tests.campagne.conftest import Bouwer
from tests.printing import codes
from tests.printing.kits import FONTS, LANGE_ORGANISATIE, VERSIE
from tests.printing.pdf import Pdf
from tests.printing.test_conformance import failures

TEKSTEN: Final = load_a4(RESOURCES.content / "werkgevers")
CONTACT: Final[dict[str, Any]] = ALLES["contact"]

#: Associations that try the sheet: what stands under ``branche``, and the house style.
SOORTEN: Final[dict[str, tuple[dict[str, Any], dict[str, Any]]]] = {
    "kleinste": (KLEINSTE, {}),
    "alles": (ALLES, {"kleur": "#00524c", "accent": "#e07a1f"}),
    "geel": (ALLES, {"kleur": "#ffdd00"}),
    "grijs": ({"naam": "Bond", "contact": {"telefoon": "030 1234567"}}, {"kleur": "#808080"}),
    "wit": (KLEINSTE, {"kleur": "#ffffff"}),
    "lange-naam": ({**ALLES, "naam": LANGE_ORGANISATIE, "kit_aanvragen": "Bel uw adviseur. " * 8}, {}),
    "alleen-post": ({"naam": "Bond", "contact": {"post": CONTACT["post"]}}, {}),
    "breed-logo": ({**ALLES, "logo": "breed.png"}, {}),
    "hoog-logo": ({**ALLES, "naam": LANGE_ORGANISATIE, "logo": "hoog.png"}, {"kleur": "#ffdd00"}),
    "alleen-woorden": ({"naam": "Bond", "kit_aanvragen": "Vraag het aan uw adviseur."}, {}),
    "signal": ({"naam": "Bond", "contact": {"signal": "06 12345678"}}, {}),
    "accenten": ({**KLEINSTE, "naam": "Fédération Čapek & Łódź ‘s-Gravenhage"}, {}),
}  # fmt: skip


def sheet(naam: str, kits: Path) -> tuple[Page, bytes]:
    """Return the sheet of an association, which holds all it should, and its PDF."""
    branche, huisstijl = SOORTEN[naam]
    (kits / "bond").mkdir(parents=True)
    for name, size in (("breed.png", (800, 160)), ("hoog.png", (300, 400))):
        picture = Image.new("RGB", size, "#ffffff")
        ImageDraw.Draw(picture).ellipse((10, 10, 150, 150), fill="#b3412e")
        picture.save(kits / "bond" / name)
    read = gelezen(kits, branche, organisatie={"huisstijl": huisstijl})
    assert read.vereniging is not None, read.findings
    made = lay_out_a4(read.vereniging, TEKSTEN, FONTS, VERSIE)
    assert made.too_long == ()
    (page,) = made.document.pages
    return page, draw(made.document, FONTS)


@pytest.fixture(params=SOORTEN)
def gemaakt(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Page, bytes]:
    return sheet(request.param, tmp_path)


def texts(page: Page) -> list[Text]:
    return [leaf.item for leaf in placed(page) if isinstance(leaf.item, Text)]


def test_it_keeps_to_pdf_ua_and_pdf_a(gemaakt: tuple[Page, bytes]) -> None:
    assert failures(gemaakt[1]) == []


def test_it_is_one_side_of_a4_and_nothing_stands_in_the_way_of_anything(gemaakt: tuple[Page, bytes]) -> None:
    page, data = gemaakt
    assert len(Pdf(data).reader.pages) == 1
    assert page.sheet.name == "A4"
    assert list(misplaced(page)) == []


def test_its_question_can_be_read_from_afar_and_its_words_at_hand(gemaakt: tuple[Page, bytes]) -> None:
    found = texts(gemaakt[0])
    assert max(text.size for text in found) >= 44
    *message, small_print = sorted((text.size for text in found), reverse=True)
    assert min(message) >= 9
    assert small_print >= 6.5


def test_it_says_why_what_it_asks_and_how_to_get_the_kit_in_that_order(gemaakt: tuple[Page, bytes]) -> None:
    spoken = [line.strip() for line in Pdf(gemaakt[1]).spoken()]
    heads = [line.split(maxsplit=1)[1] for line in spoken if line.startswith(("H1", "H2"))]
    assert heads == [TEKSTEN.kop, TEKSTEN.waarom_kop, TEKSTEN.vraagt_kop, TEKSTEN.kit_kop]
    items = [line.split(maxsplit=1)[1] for line in spoken if line.startswith("LBody")]
    assert items == [*TEKSTEN.waarom, *TEKSTEN.vraagt]


@pytest.mark.parametrize(
    ("naam", "payload"),
    [
        ("kleinste", ["mailto:info@bakkersbond.example"]),
        ("alles", ["https://www.bond.example/kit"]),
        ("grijs", ["tel:+31301234567"]),
        ("signal", ["https://signal.me/#p/+31612345678"]),
        ("alleen-post", []),
        ("alleen-woorden", []),
    ],
)
def test_a_telephone_reads_its_code(naam: str, payload: list[str], tmp_path: Path) -> None:
    picture = Pdf(sheet(naam, tmp_path)[1]).picture(110)
    for turn in codes.TURNS:
        assert codes.read(picture, turn) == payload


def test_every_link_on_it_says_where_it_leads(tmp_path: Path) -> None:
    links = {note["/A"]["/URI"]: str(note["/Contents"]) for note in Pdf(sheet("alles", tmp_path)[1]).annotations()}
    assert links == {
        "https://www.bond.example/kit": "Website: Bond van Installateurs",
        "tel:+31301234567": "Bel: Bond van Installateurs",
        "mailto:info@bond.example": "Mail: Bond van Installateurs",
    }


def test_it_names_the_association_and_the_version_of_its_texts(bouwer: Bouwer) -> None:
    data = (map_van(bouwer("bouw")) / "print" / "werkgevers-a4.pdf").read_bytes()
    said = " ".join(Pdf(data).spoken())
    assert "[Logo van Vereniging Bouwers tussen de Rivieren]" in said
    assert "Vereniging Bouwers tussen de Rivieren · Versie " in said
