"""The shared facts hold what the domain asks: sources, dates, house style, and one form of address at a time."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.errors import BuildFailed
from generator.library import LandelijkContact, content_version, load_library
from generator.resources import default_resources
from tests.content.reading import JE_WORDS, U_WORDS

CONTENT = default_resources().content
TEXTS = sorted([*(CONTENT / "paginas").glob("*.md"), *CONTENT.glob("*.yml")])
THEME = default_resources().theme
COMPONENTS = sorted([*(THEME / "components").glob("*.html"), *(THEME / "overrides").glob("*.html")])

#: What a template says to Jinja is not a word to a reader (the variable ``u`` is one such).
TEMPLATE_CODE = re.compile(r"\{[{%#].*?[}%#]\}|^\s*#.*$|<[^>]*>", re.DOTALL | re.MULTILINE)

#: Numbers that two or more sources agree on (domain.md section 8).
NUMBERS = {
    "112": "112", "politie": "0900-8844", "centrum-seksueel-geweld": "0800-0188", "veilig-thuis": "0800-2000",
    "slachtofferhulp": "0900-0101", "113": "113", "luisterlijn": "088 076 70 00", "meld-misdaad-anoniem": "0800-7000",
    "vertrouwensinspecteurs": "0900-111 31 11",
}  # fmt: skip


def words_of(text: str, form: Aanspreekvorm) -> str:
    """Return what a reader reads of a file in one form of address; comments of data files are for editors."""
    return TEMPLATE_CODE.sub(" ", choose(text, form))


@pytest.mark.parametrize("path", [*TEXTS, *COMPONENTS], ids=lambda path: path.name)
def test_a_text_for_je_has_no_u_and_a_text_for_u_has_no_je(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert U_WORDS.findall(words_of(text, "je")) == []
    assert JE_WORDS.findall(words_of(text, "u")) == []


def test_the_check_on_forms_of_address_sees_a_mixed_text() -> None:
    assert U_WORDS.findall(words_of("[[Je belt|U belt]] en u hoort.", "je"))
    assert JE_WORDS.findall(words_of("[[Je belt|U belt]] en je hoort.", "u"))


@pytest.mark.parametrize("path", [*TEXTS, *COMPONENTS], ids=lambda path: path.name)
def test_the_name_of_an_organisation_ends_no_sentence(path: Path) -> None:
    """Names end in 'B.V.' often enough, and then there would be two full stops."""
    assert re.findall(r"\{\{ *naam *\}\}\.", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_component_stands_at_the_start_of_its_line(path: Path) -> None:
    """Markdown takes an indented block of HTML apart, so a component inside a fold would come out broken."""
    assert re.findall(r"(?m)^[ \t>*-]+.*\{\{ *toon\(.*", path.read_text(encoding="utf-8")) == []


def test_the_numbers_of_the_national_contacts_are_those_that_sources_agree_on() -> None:
    library = load_library(CONTENT, "je")
    printed = {
        contact.id: contact.telefoon.tekst.replace("\u00a0", " ") for contact in library.landelijk if contact.telefoon
    }
    assert printed == NUMBERS


@pytest.mark.parametrize("contact", load_library(CONTENT, "je").landelijk, ids=lambda contact: contact.id)
def test_a_national_contact_says_what_it_is_for_and_where_that_was_seen(contact: LandelijkContact) -> None:
    assert contact.naam
    assert contact.doel
    assert contact.website.startswith("https://")
    assert all(bron.titel and bron.adres.startswith("https://") for bron in contact.bronnen)
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", contact.gezien)


@pytest.mark.parametrize("contact", load_library(CONTENT, "je").landelijk, ids=lambda contact: contact.id)
def test_a_number_of_a_national_contact_was_seen_with_two_publishers(contact: LandelijkContact) -> None:
    """Two pages of one site are one source; a contact without a number needs one."""
    wanted = 2 if contact.telefoon else 1
    assert len({str(urlsplit(bron.adres).hostname).removeprefix("www.") for bron in contact.bronnen}) >= wanted
    assert len({bron.titel.partition(":")[0] for bron in contact.bronnen}) >= wanted


def test_every_route_names_contacts_that_exist() -> None:
    library = load_library(CONTENT, "je")
    ids = library.shared_ids
    known = ids.landelijk | ids.algemeen | ids.rollen
    for situatie in library.situaties:
        assert set(situatie.eerst) | set(situatie.daarna) | set(situatie.buiten) <= known, situatie.id


def test_at_most_twelve_rows_besides_danger_are_meant_for_paper() -> None:
    rows = load_library(CONTENT, "je").situaties
    assert all(situatie.op_papier for situatie in rows if situatie.gevaar)
    assert sum(situatie.op_papier for situatie in rows if not situatie.gevaar) <= 12


def test_a_changed_text_changes_the_content_version(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("een", encoding="utf-8")
    before = content_version(tmp_path)
    (tmp_path / "a.md").write_text("twee", encoding="utf-8")
    assert content_version(tmp_path) != before


def test_a_changed_text_for_employers_changes_its_own_version_and_not_that_of_the_kits(tmp_path: Path) -> None:
    (tmp_path / "werkgevers").mkdir()
    (tmp_path / "a.md").write_text("een", encoding="utf-8")
    before = content_version(tmp_path), content_version(tmp_path / "werkgevers")
    (tmp_path / "werkgevers" / "index.md").write_text("twee", encoding="utf-8")
    after = content_version(tmp_path), content_version(tmp_path / "werkgevers")
    assert after[0] == before[0]
    assert after[1] != before[1]


def test_a_damaged_data_file_is_named(tmp_path: Path) -> None:
    for path in CONTENT.glob("*.yml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "wet.yml").write_text("wetten: [", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"wet\.yml"):
        load_library(tmp_path, "je")
