"""Names as people write them: which two mean the same person, and how sure that is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.names import fold, readings
from generator.rules.persons import Certainty, same_person

CERTAIN = [
    ("Anna de Boer", "Anna de Boer"),
    ("Anna de Boer", "de Boer, Anna"),
    ("Anna de Boer", "Boer, mr. Anna de"),
    ("Anna de Boer", "mevrouw mr.dr. Anna De Boer"),
    ("Anna de Boer", "ANNA DE BOER"),
    ("Anna de Boer", "Anna de Boer."),
    ("Anna de Boer", "Anna de\u200b Bo\u00ader"),
    ("Anna de Boer", "Anna M. de Boer"),
    ("Anna de Boer", "Anna de Boer directeur"),
    ("Albert de Boer", "ALBERT de Boer"),
    ("Anna van den Berg", "ANNA VAN D BERG"),
    ("Anna van den Berg", "ANNA V.D. BERG"),
    ("Anna de Boer", "Anna de Boer – directeur"),
    ("Anna de Boer", "HR: Anna de Boer"),
    ("Anna de Boer", "HR-adviseur Anna de Boer"),
    ("Anna de Boer", "HR manager Anna de Boer"),
    ("Anna de Boer", "HR business partner Anna de Boer"),
    ("Anna de Boer", "Anna de Boer en Piet Smit"),
    ("Piet Smit", "Anna de Boer & Piet Smit"),
    ("Piet Smit", "dr. Piet Smit (arbodienst)"),
    ("Anna M. de Boer", "Anna Maria de Boer"),
    ("Samira el-Amrani", "Samira El Amrani"),
    ("Agnieszka Wójcik", "Agnieszka Wojcik"),
    ("Gülşen Yıldız", "GULSEN YILDIZ"),
    ("İbrahim Işık", "ibrahim isik"),
    ("Ĳsbrand Kok", "IJsbrand Kok"),
    ("Jan-Willem Kok", "Jan Willem Kok"),
    ("Annemarie Kok", "Anne-Marie Kok"),
    ("Anna v.d. Berg", "Anna van den Berg"),
    ("Anna v/d Berg", "Berg, Anna van der"),
    ("Anna vd Berg", "Anna v. d. Berg"),
    ("Jan 't Hart", "Jan ’t Hart"),
    ("Jan 't Hart", "'T HART, JAN"),
    ("Jan t Hart", "Jan het Hart"),
    ("Jan van 't Hof", "Jan van het Hof"),
    ("Jan 's-Gravesande", "'s Gravesande, Jan"),
    ("Anna d'Hont", "Anna D’hont"),
    ("Anna d'Hont", "Hont, Anna d'"),
    ("Pat O'Brien", "OBrien, Pat"),
    ("Anna de Boer-Jansen", "Anna de Boer - Jansen"),
    ("Anna de Boer-Jansen", "Anna Jansen-de Boer"),
    ("Joost Verhage MSc", "Joost Verhage LLM"),
    ("Joost Verhage LL.M. MBA", "drs. Joost Verhage RA"),
    ("J.H. (Hans) Prins", "Hans Prins"),
    ('Johannes "Hans" Prins', "Hans Prins"),
    ("Jaap van Dam, bakkersbaas", "Jaap van Dam"),
    ("de heer Piet Smit", "dhr. Piet Smit"),
    ("Ben de Vries", "Vries, Ben de"),
    ("Piet de Raad", "Raad, Piet de"),
    ("Anna van de Groep", "Groep, Anna van de"),
    ("Сергей Иванов", "СЕРГЕЙ ИВАНОВ"),
]

LIKELY = [
    ("A. de Boer", "Anna de Boer"),
    ("mr. A. de Boer", "Boer, A. de"),
    ("A. de Boer", "A. de Boer"),
    ("A.B. de Boer", "AB de Boer"),
    ("AB de Boer", "ab de boer"),
    ("AB de Boer", "Anna de Boer"),
    ("A.B. de Boer", "Anna de Boer"),
    ("A. B. de Boer", "A.B. de Boer"),
    ("Jan-Willem Kok", "J.W. Kok"),
    ("Jan-Willem Kok", "J.-W. Kok"),
    ("Jan Willem Kok", "Jan Kok"),
    ("Jan-Willem Kok", "J. Kok"),
    ("dr. P. Smit (arbodienst)", "de heer Piet Smit"),
    ("dr. P. Smit, Arbodienst IJsselstreek", "Smit, P."),
    ("Arbodienst IJsselstreek, dr. P. Smit", "Piet Smit"),
    ("Wouter van Lingen, directeur", "W. van Lingen"),
    ("Anna de Boer-Jansen", "Anna Jansen"),
    ("Anna de Boer-Jansen", "Anna de Boer"),
    ("A. de Boer-Jansen", "Anna de Boer - Jansen"),
    ("Anna Boer", "Anna de Boer"),
    ("Anna van den Berg", "Anna van der Berg"),
    ("Anna van den Berg", "Anna de Berg"),
    ("Vandenberg, Jan", "Jan van den Berg"),
    ("Samira Elamrani", "Samira El Amrani"),
    ("Anna Dhont", "Anna d'Hont"),
    ("IJ. de Boer", "IJsbrand de Boer"),
    ("Th. de Boer", "Theo de Boer"),
    ("Chr. Kok", "C. Kok"),
    ("J. v. Dam", "Jan van Dam"),
    ("V. Dam", "Victor Dam"),
    ("V.D. Berg", "Victor Berg"),
    ("Maria García López", "Maria García-López"),
    ("A. Ma", "Anna Ma"),
]

POSSIBLE = [
    ("Anna", "Anna"),
    ("Anna", "Anna de Boer"),
    ("mevr. De Boer", "Anna de Boer"),
    ("de Boer", "Boer"),
    ("dhr. Smit", "P. Smit"),
    ("Smit MSc", "P. Smit"),
    ("Smit, adviseur inkoop", "P. Smit"),
    ("v. Dam", "Anna van Dam"),
    ("Geertje van Dam, personeelszaken", "mw. Van Dam"),
    ("van Dam, personeelszaken", "Geertje van Dam"),
    ("Directeur Van Lingen", "Wouter van Lingen"),
    ("Anna de Boer-Jansen", "A. de Boer"),
    ("A. Jansen", "Anna de Boer-Jansen"),
    ("mevr. De Boer-Jansen", "Anna de Boer-Jansen"),
    ("Maria García López", "Maria García"),
    ("Jan-Willem", "Jan-Willem Kok"),
    ("Jan Kok", "Jan-Willem Kok"),
    ("Anna en Piet Smit", "Anna de Boer"),
    ("محمد", "محمد"),
]

DIFFERENT = [
    ("Anna de Boer", "Albert de Boer"),
    ("Anna de Boer", "B. de Boer"),
    ("Anna de Boer", "Anna Bakker"),
    ("Anna M. de Boer", "Anna K. de Boer"),
    ("Anna Maria de Boer", "Anna Karin de Boer"),
    ("Anna Maria de Boer", "Anna K. de Boer"),
    ("A.B. de Boer", "A.C. de Boer"),
    ("Anna de Boer-Jansen", "Anna Jansen-Pieters"),
    ("Anna de Boer-Jansen", "B. Jansen"),
    ("Anna de Boer-Jansen", "mevr. Jansen"),
    ("Maria García López", "M. García"),
    ("Bo de Boer", "Bernard de Boer"),
    ("V. Dam", "Anna van Dam"),
    ("Do de Vries", "Anna de Vries"),
    ("Jan Kok", "Jan-Willem Kok-Bos"),
    ("V. de Boer", "Anna de Boer"),
    ("Anna", "A. de Boer"),
    ("Anna (directeur) de Boer", "Bert de Boer"),
    ("mevr. Anna", "Anna de Boer"),
    ("Geertje van Dam, personeelszaken", "Jaap van Dam, bakkersbaas"),
    ("Ondernemingsraad De Linge", "Anna de Linge"),
    ("HR De Linge", "Anna de Linge"),
    ("HR, De Linge", "Anna de Linge"),
    ("P&O De Linge", "P. de Linge"),
    ("Team bedrijfsmaatschappelijk werk", "Anna van der Werk"),
    ("Raad van bestuur, via het bestuurssecretariaat", "Anna Bestuur"),
    ("Bestuur", "Anna Bestuur"),
    ("Bakkerij van Dam", "Geertje van Dam"),
    ("je leidinggevende", "Anna de Boer"),
    ("", ""),
    ("A.B.", "A.B."),
    ("(Anna)", "Anna"),
]

NOBODY = [
    *("HR-afdeling", "HR", "HR-servicepunt", "P&O", "P en O", "Ondernemingsraad De Linge", "OR", "MT"),
    *("Team bedrijfsmaatschappelijk werk", "je leidinggevende", "uw teamleider", "je uitvoerder of leidinggevende"),
    *("BHV-centrale", "Raad van bestuur, via het bestuurssecretariaat", "Raad van Toezicht", "Het bestuur", "bestuur"),
    *("Opvangteam na ingrijpende gebeurtenissen", "Klachtencommissie ongewenst gedrag", "Cliëntenraad", "Bedrijfsarts"),
    *(
        "Cliëntenvertrouwenspersoon",
        "vertrouwenspersoon",
        "Directie",
        "directeur",
        "Personeelszaken",
        "Zorggroep De Vecht",
    ),
    *(
        "Vertrouwenspersonen",
        "Arbodienst IJsselstreek",
        "Meldpunt",
        "Bouwbedrijf De Linge B.V.",
        "Team Jan Kok",
        "...",
        "?",
    ),
]

CASES: list[tuple[str, str, Certainty | None]] = [
    *((one, other, "vrijwel zeker") for one, other in CERTAIN),
    *((one, other, "waarschijnlijk") for one, other in LIKELY),
    *((one, other, "mogelijk") for one, other in POSSIBLE),
    *((one, other, None) for one, other in DIFFERENT),
]

FIRST_NAMES = [
    "Anna",
    "Albert",
    "Samira",
    "Zoë",
    "Jan-Willem",
    "Gülşen",
    "Łucja",
    "Søren",
    "IJsbrand",
    "Bo",
    "Ibtissam",
]
SURNAMES = ["Boer", "Wójcik", "Yıldız", "Groß", "Jansen-Smit", "Kok", "Núñez", "Verhage", "Brouwer", "Postma"]
PARTICLES = ["", "de", "van", "van den", "van der", "el", "'t", "in 't", "von"]
BEFORE = ["", "mr. ", "drs. ", "mevr. ", "prof. dr. ir. ", "mr.dr. ", "de heer ", "Directeur ", "HR-adviseur "]
BEHIND = ["", " MSc", " LL.M.", ", directeur", ", personeelszaken", " (arbodienst)", " - voorzitter", " (zij/haar)"]


@st.composite
def names(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a first name, particles (perhaps none) and a surname."""
    return draw(st.sampled_from(FIRST_NAMES)), draw(st.sampled_from(PARTICLES)), draw(st.sampled_from(SURNAMES))


def written(name: tuple[str, str, str]) -> str:
    return " ".join(part for part in name if part)


def without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


@pytest.mark.parametrize(("one", "other", "certainty"), CASES, ids=[f"{one} = {other}" for one, other, _ in CASES])
def test_two_names_are_the_same_person_so_surely(one: str, other: str, certainty: Certainty | None) -> None:
    assert same_person(one, other) == certainty
    assert same_person(other, one) == certainty


@pytest.mark.parametrize("text", NOBODY)
def test_role_or_group_is_nobody_not_even_itself(text: str) -> None:
    assert same_person(text, text) is None
    assert readings(text) == () or all(not name.given for name in readings(text))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_compare_the_same_in_both_directions(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)


@given(st.text(alphabet="AaBbvVdDtT.,-'’/()\" &;~_é\u0301\u200b", max_size=30), st.sampled_from(CASES))
def test_any_heap_of_initials_and_signs_compares_the_same_in_both_directions(
    heap: str, case: tuple[str, str, Certainty | None]
) -> None:
    assert same_person(heap, case[0]) == same_person(case[0], heap)
    assert same_person(f"{heap} Boer", f"Anna {heap} de Boer") == same_person(f"Anna {heap} de Boer", f"{heap} Boer")


@given(names(), names())
def test_names_compare_the_same_in_both_directions(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert same_person(written(one), written(other)) == same_person(written(other), written(one))


@given(names(), st.sampled_from(BEFORE), st.sampled_from(BEHIND))
def test_name_is_itself_whatever_stands_before_and_behind_it(
    name: tuple[str, str, str], before: str, behind: str
) -> None:
    assert same_person(written(name), f"{before}{written(name)}{behind}") == "vrijwel zeker"


@given(names())
def test_name_with_its_surname_first_is_the_same(name: tuple[str, str, str]) -> None:
    first, particles, surname = name
    for turned in (f"{surname}, {first} {particles}", f"{particles} {surname}, {first}"):
        assert same_person(written(name), turned) == "vrijwel zeker"


@given(names(), names(), st.sampled_from([str.upper, str.lower, str.title, str.swapcase, str.casefold]))
def test_case_and_accents_make_no_difference(
    one: tuple[str, str, str], other: tuple[str, str, str], recase: type[str]
) -> None:
    expected = same_person(written(one), written(other))
    assert same_person(recase(written(one)), written(other)) == expected
    assert same_person(without_accents(written(one)), written(other)) == expected
    assert same_person(unicodedata.normalize("NFD", written(one)), written(other)) == expected


@given(names(), names())
def test_other_first_name_is_never_the_same_person(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    first, *surname = one
    if fold(first) != fold(other[0]):
        assert same_person(written(one), written((other[0], surname[0], surname[1]))) is None


@given(names())
def test_initial_fits_its_first_name_and_no_other(name: tuple[str, str, str]) -> None:
    first, particles, surname = name
    assert same_person(written((f"{first[0]}.", particles, surname)), written(name)) == "waarschijnlijk"
    assert same_person(written(("Q.", particles, surname)), written(name)) is None


def test_of_an_endless_text_only_the_beginning_is_read() -> None:
    assert len(readings("Anna en Piet en " * 1_000)) < 100
    assert same_person("Anna en Piet en " * 50_000, "(" * 50_000 + "Anna") is None


def test_reading_gives_initials_particles_and_both_halves_of_a_surname() -> None:
    (name,) = readings("mr. J.W. van der Berg-Smit")
    assert (name.given, name.particles, name.words) == (("j.", "w."), ("van", "der"), ("berg", "smit"))
