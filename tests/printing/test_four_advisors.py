"""The poster of four: the words of a code have room beside it or below it, whatever size the faces have."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from generator.printing.layout.elements import Code, placed
from generator.printing.posters.poster import poster_a3, poster_a4
from tests.builders import een_kit
from tests.printing.boxes import clashes, texts
from tests.printing.kits import LANGE_NAAM, LANGE_VOORNAMEN, Gedrukt, gedrukt

NAMES: Final = ("Samira El Amrani", "Joost Verhage", "Fatima Zahra Benali", "Kees de Groot")
WORDS: Final = "Scan: contact opslaan"
#: No further from a code than this are the words that say what it does (mm).
NEAR: Final = 3.0


def four(kits: Path, ontwerp: str, names: tuple[str, ...] = NAMES, email: str = "", hours: str = "") -> Gedrukt:
    """Read a kit of four advisors in a design; without ``email`` and ``hours`` they have a telephone alone."""
    contact: dict[str, Any] = {"telefoon": "06 12345678", **({"email": email} if email else {})}
    more = {"bereikbaar": hours} if hours else {}
    people = [{"naam": naam, "soort": "intern", "contact": contact, **more} for naam in names]
    return gedrukt(een_kit(kits, vertrouwenspersonen=people, organisatie__huisstijl={"ontwerp": ontwerp}), kits)


def a_mail(length: int) -> str:
    """Return an address of so many characters."""
    start, end = "vertrouwenspersoon.marie-louise@", ".example"
    return f"{start}{'a' * (length - len(start) - len(end))}{end}"


def fitting(kit: Gedrukt) -> None:
    """Assert that the posters hold everything, and that the words of each code stand near it."""
    for (made,) in (poster_a4(kit.source), poster_a3(kit.source)):
        assert made.too_long == (), made.bestand
        (page,) = made.document.pages
        assert clashes(page) == []
        codes = [leaf.box for leaf in placed(page) if isinstance(leaf.item, Code)]
        words = [leaf.box for leaf, text in texts(page) if text.text == WORDS]
        assert len(codes) == len(words) == len(NAMES)
        for code, said in zip(codes, words, strict=True):
            assert code.inset(-NEAR).overlaps(said), made.bestand


@pytest.mark.parametrize("ontwerp", ["rustig", "kleur", "gesprek"])
def test_four_advisors_with_a_telephone_alone_have_large_faces_and_words_at_each_code(
    tmp_path: Path, ontwerp: str
) -> None:
    fitting(four(tmp_path, ontwerp))


@pytest.mark.parametrize("ontwerp", ["rustig", "kleur", "gesprek"])
@pytest.mark.parametrize("naam", [LANGE_NAAM, LANGE_VOORNAMEN[0]])
def test_one_of_four_may_have_a_very_long_name(tmp_path: Path, ontwerp: str, naam: str) -> None:
    fitting(four(tmp_path, ontwerp, (NAMES[0], naam, *NAMES[2:]), "vp@delinge.example", "maandag, 9.00 tot 17.00 uur"))


@pytest.mark.parametrize("ontwerp", ["rustig", "kleur", "gesprek"])
@pytest.mark.parametrize("length", range(52, 65, 3))
def test_four_advisors_may_have_long_addresses(tmp_path: Path, ontwerp: str, length: int) -> None:
    fitting(four(tmp_path, ontwerp, email=a_mail(length), hours="maandag t/m donderdag, 9.00 tot 17.00 uur"))
