"""A change to a kit touches one place, and leaves every other character as somebody wrote it."""

from __future__ import annotations

import difflib
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.editing import with_advisor, with_value, without
from generator.intake.members import ADVISORS
from generator.intake.present import NotEditable, Present, read_present
from generator.intake.values import Plain
from generator.intake.yamltext import Leaf, leaf, scalar
from tests.conftest import KITS

LINGE = (KITS / "bouw" / "bouwbedrijf-de-linge" / "kit.yml").read_text(encoding="utf-8")
SAMIRA = (ADVISORS, "samira-el-amrani")
Change = Callable[[Present], Present]


def diff(change: Change, text: str = LINGE) -> list[str]:
    """Return the lines that a change takes away and adds."""
    new = change(read_present(text)).text
    lines = difflib.unified_diff(text.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def setting(path: tuple[str, ...], value: Leaf) -> Change:
    return lambda present: with_value(present, path, value)


def removing(*path: str) -> Change:
    return lambda present: without(present, path)


CHANGES: list[tuple[Change, list[str]]] = [
    (
        setting(("organisatie", "medewerkers"), Leaf("200", "count")),
        ["-  medewerkers: 180", "+  medewerkers: 200"],
    ),
    (
        setting((*SAMIRA, "contact", "telefoon"), Leaf("06 99999999", "phone")),
        [
            '-      telefoon: "06 12345678"     # een eigen toestel, dat niemand anders opneemt',
            '+      telefoon: "06 99999999"     # een eigen toestel, dat niemand anders opneemt',
        ],
    ),
    (setting(("organisatie", "sector"), Leaf("bouw")), ["+  sector: bouw"]),
    (
        setting(("organisatie", "contact", "email"), Leaf("x@delinge.example")),
        [
            '-  contact: {email: hr@delinge.example, telefoon: "0345 123450"}',
            '+  contact: {email: x@delinge.example, telefoon: "0345 123450"}',
        ],
    ),
    (
        setting(("organisatie", "contact", "post"), Leaf("Postbus 1, Tiel")),
        [
            '-  contact: {email: hr@delinge.example, telefoon: "0345 123450"}',
            '+  contact: {email: hr@delinge.example, telefoon: "0345 123450", post: "Postbus 1, Tiel"}',
        ],
    ),
    (
        setting((*SAMIRA, "vestigingen"), Leaf(("Tiel",))),
        ["-    vestigingen: [Culemborg, Tiel]", "+    vestigingen: [Tiel]"],
    ),
    (
        setting((ADVISORS, "joost-verhage", "contact", "telefoon"), Leaf("06 1", "phone")),
        ["+    contact:", '+      telefoon: "06 1"'],
    ),
    (
        setting(("klachtencommissie", "naam"), Leaf("Commissie: eigen")),
        ["+klachtencommissie:", '+  naam: "Commissie: eigen"', "+"],
    ),
    (removing("gecontroleerd_op"), ["-gecontroleerd_op: 2026-10-01"]),
    (
        removing(*SAMIRA, "contact", "telefoon"),
        [
            '-      telefoon: "06 12345678"     # een eigen toestel, dat niemand anders opneemt',
            "+      # een eigen toestel, dat niemand anders opneemt",
        ],
    ),
    (
        removing("meldregeling", "contact", "email"),
        [
            '-  contact: {email: integriteit@delinge.example, telefoon: "0345 123455"}',
            '+  contact: {telefoon: "0345 123455"}',
        ],
    ),
    (
        removing("contacten", "ondernemingsraad", "contact", "email"),
        ["-    contact: {email: or@delinge.example}"],
    ),
    (
        lambda present: with_advisor(present, "ann-vos", {"naam": Leaf("Ann Vos"), "soort": Leaf("extern")}),
        ["+  - naam: Ann Vos", "+    soort: extern"],
    ),
    (removing(ADVISORS, "joost-verhage"), ["-  - id: joost-verhage", "-    vervanger: samira-el-amrani"]),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_a_change_touches_nothing_else(change: Change, expected: list[str]) -> None:
    assert diff(change) == expected


def test_a_long_text_becomes_a_block_and_a_block_becomes_a_line() -> None:
    taken = [line for line in diff(setting((*SAMIRA, "voorstellen"), Leaf("Kort.", "text"))) if line[0] == "+"]
    assert taken == ["+    voorstellen: Kort."]
    longer = "Ik luister. " * 20
    added = diff(setting(("organisatie", "afzender"), Leaf(longer.strip(), "text")))
    assert "+  afzender: >-" in added


def test_a_list_of_lines_stays_a_list_of_lines() -> None:
    text = "organisatie:\n  naam: A\n  vestigingen:\n    - Tiel\n    - Zeist\n  sector: bouw\n"
    change = setting(("organisatie", "vestigingen"), Leaf(("Tiel", "Ede", "Epe")))
    assert diff(change, text) == ["-    - Zeist", "+    - Ede", "+    - Epe"]


def test_windows_line_ends_and_a_missing_last_one_stay() -> None:
    text = "organisatie:\r\n  naam: A\r\n  medewerkers: 3"
    changed = with_value(read_present(text), ("organisatie", "sector"), Leaf("bouw")).text
    assert changed == text + "\r\n  sector: bouw\r\n"


def test_a_byte_order_mark_stays_in_front() -> None:
    text = "\ufefforganisatie:\n  naam: A\n"
    changed = with_value(read_present(text), ("organisatie", "naam"), Leaf("B")).text
    assert changed == "\ufefforganisatie:\n  naam: B\n"


def test_an_empty_key_is_filled() -> None:
    text = "organisatie:\n  naam: A\n  contact:   # later\n  medewerkers: 3\n"
    changed = with_value(read_present(text), ("organisatie", "contact", "email"), Leaf("a@b.example")).text
    assert changed == text.replace("# later\n", "# later\n    email: a@b.example\n")
    assert with_value(read_present("formaat: 1\nbasis:\n"), ("basis",), Leaf("x")).text == "formaat: 1\nbasis: x\n"


def test_the_last_advisor_takes_the_list_along() -> None:
    text = "formaat: 1\nvertrouwenspersonen:\n- naam: Ann Vos\n  soort: intern\nsituaties: []\n"
    assert without(read_present(text), (ADVISORS, "ann-vos")).text == "formaat: 1\nsituaties: []\n"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("organisatie: &o {naam: A}\nklachtencommissie: *o\n", ("organisatie", "naam")),
        ("organisatie: !!map {naam: A}\n", ("organisatie", "naam")),
        ("organisatie: {naam: A\n", ("organisatie", "naam")),
        ("- naam\n", ("organisatie", "naam")),
        ("organisatie: {naam: {x: 1}}\n", ("organisatie", "naam")),
        ("organisatie:\n  naam: A\n  naam: C\n", ("organisatie", "naam")),
        ("organisatie:\n  naam:\n    - A   # let op\n    - B\n", ("organisatie", "naam")),
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(text: str, path: tuple[str, ...]) -> None:
    with pytest.raises(NotEditable):
        with_value(read_present(text), path, Leaf("B"))


def test_somebody_with_a_remark_is_not_taken_out() -> None:
    with pytest.raises(NotEditable, match="opmerking"):
        without(read_present(LINGE), SAMIRA)


#: Other work on the same computer must not fail a test.
SLOWLY = settings(max_examples=60)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)


@SLOWLY
@given(text=TEXTS)
def test_any_text_is_written_as_yaml_that_says_that_text(text: str) -> None:
    assert yaml.compose(f"a: {scalar(text)}\n").value[0][1].value == text  # type: ignore[union-attr]
    assert yaml.compose(f"a: [{scalar(text, in_flow=True)}, b]\n").value[0][1].value[0].value == text  # type: ignore[union-attr]


@SLOWLY
@given(text=TEXTS.map(lambda text: " ".join(text.split())).filter(bool), lines=st.integers(1, 3))
def test_any_long_text_comes_back(text: str, lines: int) -> None:
    whole = "\n".join([text * 9] * lines)
    written = yaml.compose(f"a: {leaf(Leaf(whole, 'text'), 2)}\nb: c\n")
    assert written.value[0][1].value == whole  # type: ignore[union-attr]


VALUES = st.one_of(
    TEXTS.map(lambda text: " ".join(text.split())).filter(bool),
    st.lists(TEXTS.map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=3).map(tuple),
)


@SLOWLY
@given(value=VALUES, crlf=st.booleans())
def test_any_value_goes_in_and_out_without_a_trace(value: Plain, crlf: bool) -> None:
    text = LINGE.replace("\n", "\r\n") if crlf else LINGE
    path = ("organisatie", "sector")
    changed = with_value(read_present(text), path, Leaf(value))
    assert changed.values[path] == value
    assert without(changed, path).text == text


#: Texts with a remark that a change to the place would cut out, and the value to put there; None takes it out.
REMARKED: list[tuple[str, tuple[str, ...], Leaf | None]] = [
    ("talen: [Nederlands, # moedertaal\n  Fries]\n", ("talen",), Leaf(("Nederlands", "Duits"))),
    ("talen: [Nederlands,# moedertaal\n  Fries]\n", ("talen",), Leaf(("Nederlands", "Duits"))),
    ("contact: {telefoon: '1', # alleen overdag\n  email: a@b.example}\n", ("contact", "telefoon"), None),
    ("contact: {telefoon: '1', # alleen overdag\n  email: a@b.example}\n", ("contact", "email"), None),
    (
        "organisatie: {naam: Een Twee, korte_naam: Een, # kort!\n  medewerkers: 3}\n",
        ("organisatie", "korte_naam"),
        None,
    ),
    ("organisatie:\n  naam: |-  # eigen woorden\n    Een\n  sector: bouw\n", ("organisatie", "naam"), Leaf("Twee")),
    ("organisatie:\n  naam: >- # eigen # woorden\n    Een\n\n  sector: bouw\n", ("organisatie", "naam"), None),
    ("organisatie:\n  naam: Een\n    # bijna\n  sector: bouw # ja\n", ("organisatie",), None),
]


@pytest.mark.parametrize(("text", "path", "value"), REMARKED)
def test_a_change_that_would_cut_out_a_remark_is_refused(text: str, path: tuple[str, ...], value: Leaf | None) -> None:
    present = read_present(f"formaat: 1\n{text}")
    with pytest.raises(NotEditable, match="opmerking"):
        without(present, path) if value is None else with_value(present, path, value)


def test_a_remark_is_what_stands_behind_a_hash_outside_values() -> None:
    text = (
        "# boven\na: 'b # c'\nd: e#f   # rechts\ng: |  # kop\n  # tekst\n\n# na blok\nh: [i,# in\n  \"#j\"]\n"
        "k: l # m # n\n# onder"
    )
    assert sorted(read_present(text).remarks) == [
        "# boven", "# in", "# kop", "# m # n", "# na blok", "# onder", "# rechts",
    ]  # fmt: skip
