"""What is listed as public about an advisor is what was published: no more, and above all no less."""

from __future__ import annotations

import pytest
import vobject

from generator.kit.model import Contact, Foto, Vertrouwenspersoon
from generator.openbaar.gegevens import NAMEN, NOOIT, given
from generator.printing.parts.source import source_of
from tests.conftest import EXAMPLES, TODAY, ExampleBuilder
from tests.openbaar.reading import (
    ADVISORS,
    RESOURCES,
    card_values,
    flat,
    heading,
    kit_of,
    page_words,
    pdf_words,
    scanned,
    told,
)  # fmt: skip

each_advisor = pytest.mark.parametrize(("slug", "index", "identifier"), ADVISORS, ids=[one[2] for one in ADVISORS])


def test_every_key_of_an_advisor_has_a_name_or_a_reason_to_stay_inside() -> None:
    """A key that is new to the model must be named here, or this overview would keep silent about it."""
    keys = {key for key in Vertrouwenspersoon.model_fields if key not in {"contact", "foto"}}
    keys |= {f"contact.{key}" for key in Contact.model_fields} | {f"foto.{key}" for key in Foto.model_fields}
    assert keys == set(NAMEN) - {"voornaam", "foto", "initialen"}
    assert set(NOOIT) < keys


def test_the_examples_have_nine_advisors() -> None:
    assert [
        (slug, at, persoon.id) for slug in EXAMPLES for at, persoon in enumerate(kit_of(slug).vertrouwenspersonen)
    ] == list(ADVISORS)


@each_advisor
def test_what_is_on_the_site_stands_on_the_card_of_the_site(
    built: ExampleBuilder, slug: str, index: int, identifier: str
) -> None:
    site = built(slug) / "site"
    card = page_words(site / "vertrouwenspersonen.html", identifier)
    assert heading(site / "vertrouwenspersonen.html") == told(slug, index).kaart
    assert len(told(slug, index).site) >= 13
    for item in told(slug, index).site:
        assert item.sleutel == "foto" or flat(item.waarde) in card, item


@each_advisor
def test_the_pages_with_the_name_are_all_named(built: ExampleBuilder, slug: str, index: int, identifier: str) -> None:
    site, public = built(slug) / "site", told(slug, index)
    named = [path for path in site.glob("*.html") if flat(public.naam) in page_words(path)]
    titles = {"Praten met een vertrouwenspersoon" if path.name == "index.html" else heading(path) for path in named}
    assert len(named) == len(public.paginas) >= 10
    assert titles == set(public.paginas)


@each_advisor
def test_a_photo_is_listed_exactly_where_one_is_published(
    built: ExampleBuilder, slug: str, index: int, identifier: str
) -> None:
    folder, public = built(slug), told(slug, index)
    assert any(folder.glob(f"site/assets/fotos/{identifier}-*.jpg")) == any(
        item.sleutel == "foto" for item in public.site
    )
    listed = {vel.bestand for vel in public.vellen if any(item.sleutel == "foto" for item in vel.gegevens)}
    photo = f"[{flat(f'Foto van {public.naam}')}]"
    assert listed == {path.name for path in (folder / "print").glob("*.pdf") if photo in pdf_words(path)}
    assert public.met_foto == bool(listed)


@each_advisor
def test_what_is_on_paper_stands_in_that_printable(
    built: ExampleBuilder, slug: str, index: int, identifier: str
) -> None:
    for vel in told(slug, index).vellen:
        words = pdf_words(built(slug) / "print" / vel.bestand)
        for item in vel.gegevens:
            assert item.sleutel == "foto" or flat(item.waarde) in words, (vel.bestand, item)


@each_advisor
def test_every_printable_that_names_an_advisor_is_listed_with_all_it_tells(
    built: ExampleBuilder, slug: str, index: int, identifier: str
) -> None:
    public = told(slug, index)
    listed = {vel.bestand: " ".join(flat(item.waarde) for item in vel.gegevens) for vel in public.vellen}
    contact = kit_of(slug).vertrouwenspersonen[index].contact
    numbers = [number.tekst for number in (contact.telefoon, contact.whatsapp, contact.signal) if number]
    for path in (built(slug) / "print").glob("*.pdf"):
        for value in filter(None, (public.naam, *numbers, contact.email, contact.post)):
            assert (flat(value) in pdf_words(path)) <= (flat(value) in listed.get(path.name, "")), (path.name, value)


@each_advisor
def test_the_codes_hold_what_a_camera_reads(built: ExampleBuilder, slug: str, index: int, identifier: str) -> None:
    folder, public = built(slug) / "print", told(slug, index)
    files = {vel.titel: vel.bestand for vel in public.vellen}
    for file in ("kaartjes.pdf", "poster-afscheurstroken-a4.pdf", f"poster-{identifier}-a4.pdf"):
        cards = [text for text in scanned(folder / file) if text.startswith("BEGIN:VCARD")]
        own = [card_values(card) for card in cards if vobject.readOne(card).fn.value == public.naam]
        listed = [code for code in public.codes if file in {files[title] for title in code.vellen}]
        assert own == [{item.waarde for item in code.gegevens} for code in listed], file
        assert len(own) == 1


@each_advisor
def test_the_contact_file_holds_what_is_listed(built: ExampleBuilder, slug: str, index: int, identifier: str) -> None:
    card = (built(slug) / "site" / "contact" / f"{identifier}.vcf").read_bytes().decode()
    assert {item.waarde for item in told(slug, index).contactbestand} == card_values(card)


@each_advisor
def test_every_value_of_the_kit_is_either_public_or_inside(slug: str, index: int, identifier: str) -> None:
    public, kit = told(slug, index), kit_of(slug)
    texts = " ".join(flat(item.waarde) for item in (*public.site, *public.papier, *public.contactbestand))
    inside = {item.gegeven.sleutel for item in public.binnen}
    for item in given(source_of(kit, RESOURCES, TODAY), kit.vertrouwenspersonen[index]):
        assert (item.sleutel in inside) != (flat(item.waarde) in texts), item
