"""Every letter that a name can have is drawn; one that no font has is named; and a font is read once."""

from __future__ import annotations

import unicodedata

import pytest

from generator.printing.layout.fonts import Fonts, Weight
from tests.printing.kits import FONTS, RESOURCES
from tests.printing.process import printed_by

WEIGHTS: tuple[Weight, ...] = ("regular", "bold", "extrabold")


def letters(*blocks: tuple[int, int]) -> str:
    """Return the letters, digits and signs of Unicode's blocks; Coptic stands among the Greek and is left out."""
    signs = (chr(code) for first, last in blocks for code in range(first, last + 1))
    return "".join(
        sign for sign in signs if unicodedata.category(sign)[0] in "LNPS" and "COPTIC" not in unicodedata.name(sign)
    )


LATIN = letters((0x21, 0x7E), (0xA1, 0xFF), (0x100, 0x17F), (0x180, 0x24F), (0x1E00, 0x1EFF))
GREEK = letters((0x370, 0x3FF), (0x1F00, 0x1FFF))
CYRILLIC = letters((0x400, 0x4FF), (0x500, 0x52F))


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    "alphabet", [LATIN, GREEK, CYRILLIC, "ŞğŁőễĲĳẞ€–—‘’“”…·×"], ids=["latin", "greek", "cyrillic", "signs"]
)
def test_every_letter_of_an_alphabet_is_drawn(alphabet: str, weight: Weight) -> None:
    assert len(alphabet) > 15
    assert FONTS.missing(alphabet, weight) == ()


def test_the_family_for_reading_draws_dutch_and_turkish_by_itself() -> None:
    face = FONTS.face("regular")
    assert [piece.face for piece in FONTS.pieces("Ayşe Yıldırım-Coëlho ĲĳŁőé", "regular")] == [face]


def test_a_letter_that_no_font_has_is_named_once() -> None:
    assert FONTS.missing("王 en 王明") == ("王", "明")


def test_a_mark_that_makes_no_letter_with_the_one_before_it_is_missing() -> None:
    assert FONTS.missing("Nax\u0302a") == ("\u0302",)
    assert FONTS.missing("Na\u0302") == ()


def test_letters_in_parts_are_put_together() -> None:
    assert FONTS.missing("Nguye\u0302\u0303n") == ()
    (piece,) = FONTS.pieces("e\u0302\u0303", "regular")
    assert piece.text == "ễ"


def test_a_word_is_drawn_in_one_face() -> None:
    """Ж alone would come from the fallback: an odd one out in the middle of a name."""
    main, other = FONTS.face("bold"), FONTS.fallback("bold")
    pieces = FONTS.pieces("Jan ЖanЖ Piet", "bold")
    assert [(piece.text, piece.face) for piece in pieces] == [("Jan ", main), ("ЖanЖ", other), (" Piet", main)]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_a_space_that_does_not_break_is_drawn_as_a_space(space: str) -> None:
    assert "".join(piece.text for piece in FONTS.pieces(f"06{space}12", "regular")) == "06 12"
    assert FONTS.width(f"06{space}12", "regular") == FONTS.width("06 12", "regular")


def test_pairs_of_letters_stand_closer_where_the_font_says_so() -> None:
    face = FONTS.face("bold")
    assert face.kern("T", "o") < 0
    assert face.run_width("To") == face.width("T") + face.kern("T", "o") + face.width("o")


def test_figures_are_equally_wide_so_that_numbers_stand_in_columns() -> None:
    for weight in WEIGHTS:
        face = FONTS.face(weight)
        assert len({face.width(figure) for figure in "0123456789"}) == 1


def test_every_font_stands_beside_its_licence() -> None:
    folder = FONTS.folder
    families = {path.name.partition("-")[0] for path in folder.glob("*.ttf")}
    assert families == {"AtkinsonHyperlegibleNext", "NotoSans"}
    for family in families:
        licence = (folder / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert "Copyright" in licence


def test_the_family_is_that_of_the_site() -> None:
    site = {path.name for path in (RESOURCES.theme / "assets" / "fonts").iterdir()}
    assert any(name.replace("-", "").lower().startswith("atkinsonhyperlegiblenext") for name in site)


def test_two_readers_share_a_face() -> None:
    assert Fonts(FONTS.folder).face("bold") is FONTS.face("bold")


_PARSED = """
from collections import Counter
from reportlab.pdfbase import ttfonts
parsed = Counter()
read = ttfonts.TTFontFile.__init__
def counted(self, file, *args, **more):
    parsed[str(file)] += 1
    read(self, file, *args, **more)
ttfonts.TTFontFile.__init__ = counted
from tests.printing.kits import EXAMPLES, KITS, gedrukt
for slug in ("bakkerij-van-dam", "bouwbedrijf-de-linge"):
    assert gedrukt(KITS / EXAMPLES[slug], KITS).pdfs
print(max(parsed.values()), len(parsed))
"""


def test_a_process_reads_each_font_once_however_many_kits_it_prints() -> None:
    most, fonts = printed_by(_PARSED).split()
    assert most == "1"
    assert 3 <= int(fonts) <= 5
