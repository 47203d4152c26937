"""Values: what is taken, in which form, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.kit.addresses import as_uri
from generator.kit.model import Kit
from generator.kit.text import forbidden_character, nearest, slugify
from generator.kit.values import Aantal, Datum, Emailadres, JaNee, Kleur, Postadres, Regel, Slug, Tekst, Webadres
from tests.builders import codes, een_kit, lees, schrijf


def value(kind: Any, text: str) -> Any:
    return TypeAdapter(kind).validate_python(text)


def refused(kind: Any, text: str) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        value(kind, text)
    (error,) = caught.value.errors()
    return error["type"], error["ctx"]["advies"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hr@delinge.example", "hr@delinge.example"),
        (" HR@DeLinge.EXAMPLE ", "HR@delinge.example"),
        ("zoë@bücher.example", "zoë@bücher.example"),
        ("p&o@gemeente.example", "p&o@gemeente.example"),
    ],
)
def test_email_is_normalised(typed: str, kept: str) -> None:
    assert value(Emailadres, typed) == kept


@pytest.mark.parametrize(
    "typed", ["hr", "hr@", "@x.example", "a b@x.example", "a@b", "a..b@x.example", "Jan <jan@x.example>"]
)
def test_what_is_no_email_is_refused(typed: str) -> None:
    assert refused(Emailadres, typed)[0] == "emailadres"


@pytest.mark.parametrize(
    "typed",
    [
        "https://x.example",
        "http://intranet/vp",
        "https://x.example:8443/a?b=c#d",
        "https://bücher.example/",
        "http://[::1]/",
    ],
)
def test_web_address_is_taken_as_it_is(typed: str) -> None:
    assert value(Webadres, typed) == typed


def test_scheme_of_a_web_address_becomes_small() -> None:
    assert value(Webadres, "HTTPS://X.example/A") == "https://X.example/A"


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://x.example",
        "file:///etc/passwd",
        "//x.example",
        "x.example",
        "https://",
        "https:///pad",
        "https://u:p@x.example",
        "https://x.example/a b",
        'https://x.example/"onclick',
        "https://x.example/<b>",
        "https://x.example:99999/",
        "https://a..b/",
        "https://x.example\\@kwaad.example",
    ],
)
def test_other_addresses_are_refused(typed: str) -> None:
    assert refused(Webadres, typed)[0] == "webadres"


def test_colour_becomes_small_letters() -> None:
    assert value(Kleur, "#00524C") == "#00524c"


@pytest.mark.parametrize(
    ("kind", "text", "most"),
    [
        (Webadres, "https://agenda.example/" + "a" * 477, 500),
        (Webadres, "https://agenda.example/" + "é" * 79 + "abc", 500),
        (Postadres, "Postbus 1 " * 30, 300),
    ],
    ids=["web address", "web address beyond ASCII", "postal address"],
)
def test_an_address_fits_in_a_code_on_paper(kind: Any, text: str, most: int) -> None:
    fits = text.strip()
    assert value(kind, fits) == fits
    error, advice = refused(kind, fits + "aa")
    assert error == "tekst_te_lang"
    assert f"{most} tekens" in advice


@pytest.mark.parametrize("text", ["hr?cc=baas@x.example", "hr%40y.example@x.example", "a#b@x.example"])
def test_an_address_that_a_link_would_send_to_another_is_refused(text: str) -> None:
    kind, advice = refused(Emailadres, text)
    assert kind == "emailadres"
    assert "zonder ?" in advice


@pytest.mark.parametrize(
    ("typed", "as_link"),
    [
        ("https://agenda.example/a?b=%20&c=(1)#d", "https://agenda.example/a?b=%20&c=(1)#d"),
        ("https://Bücher.example:8443/zoë?ä=ü#é", "https://xn--bcher-kva.example:8443/zo%C3%AB?%C3%A4=%C3%BC#%C3%A9"),
        ("https://agenda.example/100%25 é".replace(" ", "-"), "https://agenda.example/100%25-%C3%A9"),
        ("mailto:zoë@bücher.example", "mailto:zo%C3%AB@b%C3%BCcher.example"),
        ("tel:+31612345678", "tel:+31612345678"),
    ],
)
def test_a_link_beyond_ascii_becomes_one_that_every_reader_follows(typed: str, as_link: str) -> None:
    assert as_uri(typed) == as_link


@pytest.mark.parametrize("host", ["a\u0301\u0327\u200dz", "xn--é", "é" * 64, "☃"])
def test_a_host_beyond_ascii_that_cannot_exist_is_refused(host: str) -> None:
    assert refused(Webadres, f"https://{host}.example/")[0] in {"webadres", "verborgen_teken"}


@pytest.mark.parametrize(("typed", "meant"), [("00524C", "#00524c"), ("#abc", "#aabbcc"), ("groen", "")])
def test_other_colours_are_refused_with_a_guess(typed: str, meant: str) -> None:
    kind, advice = refused(Kleur, typed)
    assert kind == "kleur"
    assert (f'Bedoelde je "{meant}"?' in advice) == bool(meant)


def test_date_is_read() -> None:
    assert value(Datum, "2026-10-01") == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-10-2026", "2026-10-01"),
        ("01/10/2026", "2026-10-01"),
        ("1 oktober 2026", "2026-10-01"),
        ("20261001", "2026-10-01"),
        ("1 mrt. 2026", ""),
        ("5 mei 2026", "2026-05-05"),
        ("2026-02-30", ""),
        ("morgen", ""),
        ("2026-10-01T10:00", ""),
    ],
)
def test_other_dates_are_refused_with_a_guess(typed: str, meant: str) -> None:
    kind, advice = refused(Datum, typed)
    assert kind == "datum"
    assert (f"Bedoelde je {meant}?" in advice) == bool(meant)


@pytest.mark.parametrize(
    ("typed", "meant"), [("1.200", "1200"), ("12 mensen", "12"), ("0", ""), ("-3", ""), ("veel", ""), ("1,5", "1")]
)
def test_what_is_no_count_is_refused_with_a_guess(typed: str, meant: str) -> None:
    kind, advice = refused(Aantal, typed)
    assert kind == "geheel_getal"
    assert (f"Bedoelde je {meant}?" in advice) == bool(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ja", "true"), ("nee", "false"), ("yes", "true"), ("no", "false"), ("Off", "false"), ("1", "true")],
)
def test_dutch_and_old_words_for_a_boolean_are_refused_with_a_guess(typed: str, meant: str) -> None:
    kind, advice = refused(JaNee, typed)
    assert kind == "waar_of_onwaar"
    assert f"Bedoelde je {meant}?" in advice


@pytest.mark.parametrize(("typed", "kept"), [("true", True), ("False", False)])
def test_boolean_is_read(typed: str, kept: bool) -> None:
    assert value(JaNee, typed) is kept


def test_text_is_normalised_and_stripped() -> None:
    assert value(Tekst, "  Zoe\u0308 \r\n\r\n  twee  ") == "Zoë\n\n  twee"
    assert value(Regel, "  Zoe\u0308\n  El   Amrani ") == "Zoë El Amrani"


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x85", "\u200b", "\u2028", "\u202e", "\u2066", "\ufeff", "\ud800"]
)
def test_hidden_character_in_a_text_is_refused(character: str) -> None:
    assert refused(Regel, f"Joost{character}Verhage")[0] == "verborgen_teken"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Samira El Amrani", "samira-el-amrani"),
        ("Zoë d'Ancona", "zoe-dancona"),
        ("Łukasz Ørsted", "lukasz-orsted"),
        ("Jan-Willem  IJsselstein", "jan-willem-ijsselstein"),
        ("محمد", ""),
        ("mr. A. de Boer", "mr-a-de-boer"),
    ],
)
def test_slug_of_a_name(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("typed", ["HR", "a b", "a--b", "-a", "é", "a_b", ""])
def test_what_is_no_slug_is_refused(typed: str) -> None:
    assert refused(Slug, typed)[0] == "slug"


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("telefon", ["telefoon", "email"], "telefoon"),
        ("Extern", ["intern", "extern"], "extern"),
        ("x", ["telefoon"], None),
        ("korte-naam", ["korte_naam"], "korte_naam"),
        ("e-mail", ["email", "post"], "email"),
        ("extern", ["extern"], "extern"),
    ],
)
def test_nearest_word(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


@pytest.mark.parametrize("typed", ["0612345678", "+31612345678", "0800-0188"])
def test_unquoted_number_is_read_as_typed(typed: str, tmp_path: Path) -> None:
    folder = een_kit(tmp_path)
    text = (folder / "kit.yml").read_text(encoding="utf-8").replace("088 1234567", typed)
    kit = lees(schrijf(folder, text)).kit
    assert kit is not None
    telefoon = kit.vertrouwenspersonen[0].contact.telefoon
    assert telefoon is not None
    assert telefoon.invoer == typed


@pytest.mark.parametrize("typed", ["12:30", "1.10", "007", "no", "1e3", "0x1F", "1_000"])
def test_value_that_others_would_mangle_gives_a_notice_and_stays(typed: str, tmp_path: Path) -> None:
    folder = een_kit(tmp_path)
    text = (folder / "kit.yml").read_text(encoding="utf-8").replace("naam: Bakkerij Van Dam", f"naam: {typed}")
    loaded = lees(schrijf(folder, text))
    assert [(item.code, item.level, item.path) for item in loaded.findings] == [("VK038", "notice", "organisatie.naam")]
    assert loaded.kit is not None
    assert loaded.kit.organisatie.naam == typed


@pytest.mark.parametrize("typed", ["'12:30'", '"1.10"', "12", "112", "Kamer 1.10", "2026-10-01", "1.1"])
def test_quoted_and_unmistakable_values_give_no_notice(typed: str, tmp_path: Path) -> None:
    folder = een_kit(tmp_path)
    text = (folder / "kit.yml").read_text(encoding="utf-8").replace("naam: Bakkerij Van Dam", f"naam: {typed}")
    assert codes(lees(schrijf(folder, text))) == []


def test_numbers_and_dates_need_no_quotes(tmp_path: Path) -> None:
    folder = een_kit(tmp_path)
    text = "gecontroleerd_op: 2026-10-01\n" + (folder / "kit.yml").read_text(encoding="utf-8")
    assert codes(lees(schrijf(folder, text))) == []


@given(st.text(max_size=150))
def test_any_text_is_taken_clean_or_refused_in_dutch(text: str) -> None:
    if forbidden_character(text):
        assert refused(Regel, text)[0] == "verborgen_teken"
    elif not text.strip():
        assert refused(Regel, text)[0] == "tekst_leeg"
    else:
        kept = value(Regel, text)
        assert kept == kept.strip()
        assert "\n" not in kept
        assert forbidden_character(kept) is None


def test_defaults_of_the_smallest_kit(tmp_path: Path) -> None:
    kit = lees(een_kit(tmp_path)).kit
    assert isinstance(kit, Kit)
    assert kit.organisatie.roepnaam == "Bakkerij Van Dam"
    assert (kit.organisatie.aanspreekvorm, kit.organisatie.site_openbaar, kit.organisatie.huisstijl.ontwerp) == (
        "je",
        False,
        "rustig",
    )
    assert kit.vertrouwenspersonen[0].id == "joost-verhage"
    assert kit.contacten == {}
    assert kit.klachtencommissie is None


@pytest.mark.parametrize(
    ("naam", "voornaam", "initialen"),
    [
        ("Samira El Amrani", "Samira", "SA"),
        ("mr. Anna de Boer", "Anna", "AB"),
        ("Cher", "Cher", "C"),
        ("drs. Ömer Şahin", "Ömer", "ÖŞ"),
        ("Prof. dr. Jan Smit", "Jan", "JS"),
        ("Élise 't Hart", "Élise", "ÉH"),
    ],
)
def test_first_name_and_initials(naam: str, voornaam: str, initialen: str, tmp_path: Path) -> None:
    person = {"naam": naam, "soort": "extern", "contact": {"telefoon": "088 1234567"}}
    kit = lees(een_kit(tmp_path, vertrouwenspersonen=[person])).kit
    assert kit is not None
    assert (kit.vertrouwenspersonen[0].voornaam, kit.vertrouwenspersonen[0].initialen) == (voornaam, initialen)


def test_kit_cannot_be_changed(tmp_path: Path) -> None:
    kit = lees(een_kit(tmp_path)).kit
    assert kit is not None
    with pytest.raises(ValidationError):
        kit.organisatie.naam = "anders"
