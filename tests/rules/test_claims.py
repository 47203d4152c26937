"""Unsafe claims in free text: found whatever the wording around them, and not where the text denies them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.rules.claims.find import CLAIMS, Claim, find_claims
from generator.rules.wording import other_form

TEXTS = Path(__file__).parent / "teksten"
ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content" / "nl"


def lines_of(name: str) -> list[str]:
    """Return the lines of a corpus, without comments; ``\\n`` in a line is a line end in the text."""
    lines = (TEXTS / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


def pairs_of(name: str) -> list[tuple[str, str]]:
    """Return expectation and text of each line of a corpus."""
    return [(ids, text) for ids, _, text in (line.partition(" | ") for line in lines_of(name))]


def ids_in(text: str, *, register: bool = False, anoniem: bool = False) -> list[str]:
    """Return the names of the claims of a text, each once."""
    return sorted({found.claim.id for found in find_claims(text, register=register, anoniem=anoniem)})


def expected(ids: str) -> list[str]:
    """Return the names that a corpus expects; ``veilig`` is none, ``gemist:`` one that is known not to be found."""
    return [] if ids == "veilig" or ids.startswith("gemist:") else sorted(ids.split("+"))


def words_of(text: str) -> list[tuple[str, str]]:
    """Return each claim with the words it was found in."""
    return [(found.claim.id, text[found.start : found.end]) for found in find_claims(text)]


@pytest.mark.parametrize(("ids", "text"), pairs_of("onveilig.txt"))
def test_unsafe_text_gives_exactly_its_claims(ids: str, text: str) -> None:
    assert ids_in(text) == expected(ids)


@pytest.mark.parametrize("text", lines_of("veilig.txt"))
def test_safe_text_gives_none(text: str) -> None:
    assert words_of(text) == []


@pytest.mark.parametrize(("ids", "text"), pairs_of("gemengd.txt"))
def test_text_by_another_author_gives_what_it_says(ids: str, text: str) -> None:
    assert ids_in(text) == expected(ids)


def test_the_corpora_are_large_and_name_every_claim() -> None:
    names = {name for ids, _ in pairs_of("onveilig.txt") for name in expected(ids)}
    assert names == {claim.id for claim in CLAIMS}
    assert len(lines_of("onveilig.txt")) >= 150
    assert len(lines_of("veilig.txt")) >= 140
    assert len([ids for ids, _ in pairs_of("gemengd.txt") if ids.startswith("gemist:")]) <= 2


#: The same claim as people type it, and as files carry it.
SPELLINGS = [
    "Alles is 100% geheim.",
    "Alles is 100 % geheim.",
    "Alles is 100\u00a0% geheim.",
    "Alles is \uff11\uff10\uff10\uff05 geheim.",
    "ALLES IS 100% GEHEIM!",
    "Alles is *100%* **geheim**.",
    "Alles is [100%](https://voorbeeld.example/a) geheim.",
    "Alles is 100%\ngeheim.",
    "Alles is 100%-geheim.",
    "Alles is 100% ge\u00adheim.",
    "Alles is 100 procent gehéím.",
    "Alles is “100% geheim”.",
    "Alles is (echt!) 100% geheim",
    "- Alles is 100% geheim\n- Bel mij",
    "Alles is honderd procent geheim",
    "Alles is voor de volle 100% geheim",
    "Alles is honderdprocent geheim",
    "Alles is 100% geheim-\nhouding waard",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_claim_is_found_in_every_spelling(text: str) -> None:
    assert ids_in(text) == ["geheimhouding"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hallo! Alles is *100%* geheim, écht.", "Alles is *100%* geheim"),
        ("Ik ben Zoë. Ik heb een  beroeps-geheim.", "beroeps-geheim"),
        ("ﬁjn: u kunt ‘anoniem’ melden", "anoniem"),
        ("Eerst dit.\n\nDan: je baan is\nveilig.", "je baan is\nveilig"),
    ],
)
def test_position_points_at_the_words_as_they_were_typed(text: str, words: str) -> None:
    assert [found for _, found in words_of(text)] == [words]


def test_each_claim_counts_once_a_sentence_and_in_the_order_of_the_text() -> None:
    text = "Je baan is veilig. Niemand komt het te weten: alles blijft 100% geheim. Ik vertel nooit iets door."
    assert [name for name, _ in words_of(text)] == ["ontslag", "geheimhouding", "geheimhouding"]


@pytest.mark.parametrize(
    "text", ["Ik ben gecertificeerd vertrouwenspersoon.", "Ik ben lid van de LVV.", "Ik sta in het register."]
)
def test_a_quality_mark_may_be_named_if_the_kit_gives_a_register(text: str) -> None:
    assert ids_in(text) == ["keurmerk"]
    assert ids_in(text, register=True) == []


def test_anonymous_reporting_may_be_named_if_the_kit_says_so() -> None:
    text = "Je kunt anoniem melden. Alles blijft 100% geheim."
    assert ids_in(text) == ["anoniem", "geheimhouding"]
    assert ids_in(text, anoniem=True) == ["geheimhouding"]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_the_safe_wording_is_safe_and_keeps_its_form_of_address(claim: Claim) -> None:
    forms: tuple[tuple[Aanspreekvorm, str], ...] = (("je", claim.liever), ("u", claim.liever_u))
    for form, wording in forms:
        assert words_of(wording) == []
        assert other_form(wording, form) is None
    assert claim.waarom.endswith(".")
    assert claim.bron


def blocks_of(path: Path) -> Iterator[str]:
    """Return the texts of a file of the shared content: its paragraphs, or the values of its keys."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yml":
        yield from values_of(yaml.safe_load(text))
    else:
        yield from re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text).split("\n\n")


def values_of(value: object) -> Iterator[str]:
    """Return the texts in a value; what people wrongly think stands in one text with what is true."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and "denkt" in value:
        yield f"{value['denkt']} {value['waar']}"
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from values_of(item)


@pytest.mark.parametrize("form", ["je", "u"])
def test_the_shared_content_makes_no_unsafe_claim(form: Aanspreekvorm) -> None:
    blocks = [
        (path.name, choose(block, form))
        for path in [*CONTENT.glob("*.yml"), *CONTENT.glob("paginas/*.md")]
        for block in blocks_of(path)
    ]
    assert len(blocks) > 1000
    assert [(name, words_of(block)) for name, block in blocks if words_of(block)] == []


def test_the_example_kits_make_no_unsafe_claim() -> None:
    texts = [
        text for path in (ROOT / "kits").rglob("*.yml") for text in values_of(yaml.safe_load(path.read_text("utf-8")))
    ]
    assert len(texts) > 200
    assert [words_of(text) for text in texts if words_of(text)] == []


@given(st.text(max_size=300))
def test_any_text_is_read_and_positions_lie_in_it(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_claims(text))


PIECES = [
    "niet",
    "nooit",
    "iets",
    "alles",
    "100%",
    "geheim",
    "ik",
    "vertel",
    "niemand",
    "anoniem",
    ",",
    ". ",
    "? ",
    "\n",
    "*",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_row_of_telling_words_is_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(text[found.start : found.end].strip() for found in find_claims(text))


@pytest.mark.parametrize(
    "piece",
    [
        "niet ",
        "ik vertel niemand ",
        "100% en ",
        "a",
        "nooit, ",
        "  \n",
        "je ",
        "-",
        "* ",
        "'",
        "(",
        "?!",
        "geen 100% geheim ",
        "niet dat ik niemand vertel, ",
    ],
)
def test_a_long_text_of_one_piece_takes_time_in_proportion(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    find_claims(text)
    assert time.process_time() - started < 3
