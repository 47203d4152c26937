"""What is listed as staying inside is nowhere in what is published; hostile values are listed as readers see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.job import Job
from generator.kit.model import Kit
from generator.openbaar.gegevens import NOOIT
from generator.openbaar.persoon import Openbaar, openbaar
from generator.pipeline import build_kit, read_kit
from generator.resources import Resources
from tests.builders import een_kit
from tests.conftest import TODAY
from tests.openbaar.reading import flat, page_words, pdf_words
from tests.site.test_hostile import HOSTILE

#: Somebody of whom the kit holds every key, each with a value that is found back wherever it stands.
SAM: dict[str, Any] = {
    "id": "korte-naam-sam",
    "naam": "Sam Zichtbaar",
    "soort": "extern",
    "functie": "Geheimfunctie",
    "afdeling": "Geheimafdeling",
    "bureau": "Bureau Zichtbaar",
    "vestigingen": ["Zichtbaarstad"],
    "andere_rollen": ["geheime-rol-xyz"],
    "werkgebied": ["integriteit"],
    "foto": {"bestand": "fotos/geheime-foto.jpg", "focus": [0.123456, 0.654321]},
    "voorstellen": "Ik *luister* graag.",
    "talen": ["Zichtbaartaal"],
    "contact": {
        "telefoon": "06 12345671",
        "email": "sam@zichtbaar.example",
        "whatsapp": "06 12345672",
        "signal": "06 12345673",
        "afspraak": "https://agenda.zichtbaar.example/sam",
        "post": "Zichtbaarweg 1, 1234 AB Zichtbaarstad",
    },
    "bereikbaar": "op een zichtbare dag",
    "locatie": "in de zichtbare kamer",
    "vervanger": "kim",
    "register": "Zichtbaar register",
}
KIM: dict[str, Any] = {
    "id": "kim",
    "naam": "Kim Anders",
    "soort": "intern",
    "foto": {"bestand": "fotos/foto-van-morgen.jpg", "toestemming": "2026-11-22"},
    "contact": {"telefoon": "06 12345674", "email": "kim@zichtbaar.example"},
}


def a_kit(kits: Path, *personen: dict[str, Any], **anders: Any) -> Path:
    folder = een_kit(kits, vertrouwenspersonen=list(personen), **anders)
    (folder / "fotos").mkdir()
    for name in ("geheime-foto.jpg", "foto-van-morgen.jpg"):
        Image.new("RGB", (900, 900), "#888888").save(folder / "fotos" / name)
    return folder


def read(folder: Path, resources: Resources) -> Kit:
    loaded = read_kit(folder, folder.parent, resources)
    assert loaded.kit is not None, loaded.findings
    return loaded.kit


def sleutels(public: Openbaar) -> set[str]:
    return {item.sleutel for item in public.site}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> tuple[Path, Openbaar]:
    """The kit of Sam and Kim, built; and what is told of Sam."""
    root = tmp_path_factory.mktemp("geheim")
    folder = a_kit(root / "kits", SAM, KIM, organisatie__vestigingen=["Zichtbaarstad", "Elders"])
    done = build_kit(Job(folder, root / "kits", root / "dist", resources, TODAY))
    return done.folder, openbaar(read(folder, resources), 0, resources, TODAY)


def test_what_stays_inside_is_what_is_not_published(published: tuple[Path, Openbaar]) -> None:
    _, public = published
    inside = {item.gegeven.sleutel: item.gegeven.waarde for item in public.binnen}
    assert inside == {
        "functie": "Geheimfunctie",
        "afdeling": "Geheimafdeling",
        "andere_rollen": "geheime-rol-xyz",
        "foto.bestand": "fotos/geheime-foto.jpg",
        "foto.focus": "0.123456 en 0.654321",
    }
    assert all(item.reden for item in public.binnen)


def test_nothing_that_stays_inside_is_in_any_file(published: tuple[Path, Openbaar]) -> None:
    folder, public = published
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 60
    secrets = [word for item in public.binnen for word in item.gegeven.waarde.replace("fotos/", "").split(" en ")]
    assert len(secrets) == 6
    for path in files:
        read_as = {".pdf": pdf_words, ".html": page_words}.get(path.suffix)
        words = read_as(path) if read_as else ""
        data = path.read_bytes().lower()
        for secret in secrets:
            assert flat(secret) not in words, (path, secret)
            assert flat(secret).encode() not in data, (path, secret)


def test_all_the_rest_is_public_and_is_in_the_files(published: tuple[Path, Openbaar]) -> None:
    folder, public = published
    given = set(SAM) - {"contact", "foto"} | {f"contact.{key}" for key in SAM["contact"]}
    assert sleutels(public) - {"initialen"} == given - {"functie", "afdeling", "andere_rollen"}
    card = page_words(folder / "site" / "vertrouwenspersonen.html", SAM["id"])
    for item in public.site:
        assert flat(item.waarde) in card, item
    for vel in public.vellen:
        for item in vel.gegevens:
            assert flat(item.waarde) in pdf_words(folder / "print" / vel.bestand), (vel.bestand, item)


def test_a_photo_stays_inside_until_the_day_of_consent_has_come(tmp_path: Path, resources: Resources) -> None:
    kit = read(a_kit(tmp_path / "kits", KIM), resources)
    before, after = (openbaar(kit, 0, resources, day) for day in (TODAY, date(2026, 11, 22)))
    assert not before.met_foto
    assert next(item.reden for item in before.binnen) == "De toestemming geldt pas op 22\u00a0november\u00a02026."
    assert after.met_foto
    assert {item.gegeven.naam for item in after.binnen} == {"Fotobestand", "Toestemming"}


def test_the_bureau_of_an_internal_advisor_is_public_where_a_card_has_it(tmp_path: Path, resources: Resources) -> None:
    """The site does not show it, and neither does a poster; the contact card does."""
    kit = read(a_kit(tmp_path / "kits", KIM | {"bureau": "Bureau Binnen"}), resources)
    public = openbaar(kit, 0, resources, TODAY)
    assert "bureau" not in sleutels(public)
    assert "bureau" not in {item.gegeven.sleutel for item in public.binnen}
    for card in (*(code.gegevens for code in public.codes if "Poster" in code.vellen), public.contactbestand):
        assert "Bureau Binnen" in {item.waarde for item in card}


ODD = [*HOSTILE, "{naam} {0} %s", "Şahin; \\ , \u202fx", "e\u0301\u00ad", "ﬁets… ½ Ĳ"]
PLACES = ("naam", "functie", "afdeling", "bereikbaar", "locatie", "register")


@pytest.mark.parametrize("turn", range(0, len(ODD), len(PLACES)))
def test_a_value_is_listed_whatever_it_looks_like(tmp_path: Path, resources: Resources, turn: int) -> None:
    texts = dict(zip(PLACES, (ODD * 2)[turn:], strict=False))
    lists = {"vestigingen": [texts["naam"]], "talen": [texts["functie"]]}
    person = KIM | texts | lists | {"contact": {"telefoon": "06 12345674", "post": texts["locatie"]}}
    public = openbaar(read(a_kit(tmp_path / "kits", person), resources), 0, resources, TODAY)
    assert sleutels(public) >= {*texts, *lists, "contact.post"}
    assert {item.gegeven.sleutel for item in public.binnen} <= set(NOOIT)
    assert public.kaart in public.paginas
    named = {vel.bestand for vel in public.vellen for item in vel.gegevens if item.sleutel == "naam"}
    assert "poster-kim-a4.pdf" in named


def test_own_words_are_listed_as_a_reader_sees_them(tmp_path: Path, resources: Resources) -> None:
    words = "Ik *luister* **altijd**, echt & eerlijk. Zie [mijn site](https://kim.example/) of <b>bel</b>."
    public = openbaar(read(a_kit(tmp_path / "kits", KIM | {"voorstellen": words}), resources), 0, resources, TODAY)
    seen = "Ik luister altijd, echt & eerlijk. Zie mijn site of <b>bel</b>."
    assert [item.waarde for item in public.site if item.sleutel == "voorstellen"] == [seen]
    assert {item.waarde for item in public.papier if item.sleutel == "voorstellen"} == {seen}
