"""Whatever bytes stand in ``kit.yml`` and ``branche.yml``: findings with a place, in Dutch, or a kit."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.resources import Resources, default_resources
from tests.hostile import fields, texts
from tests.hostile.judging import check_finding, judge
from tests.hostile.mutating import good_files, mutated, write_examples
from tests.kit.samples import BAD

#: Cases of each sort in one run of the tests; ``fuzz.py`` runs as many as there is time for.
CASES = 150


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit's folder with the files that the examples name."""
    return write_examples(tmp_path_factory.mktemp("kits"))


def test_damaged_kits_and_layers_give_findings_or_a_kit(home: Path, resources: Resources) -> None:
    files = good_files()
    assert len(files) > 20
    refused = 0
    for seed in range(CASES):
        random = Random(seed)  # noqa: S311  the same damage every time
        (home / "kit.yml").write_bytes(mutated(random, files))
        (home.parent / "branche.yml").write_bytes(mutated(random, files))
        refused += judge(home, home.parents[1], resources).loaded.kit is None
    assert refused > CASES // 2


@settings(max_examples=CASES, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_findings(data: bytes) -> None:
    home = _scratch()
    (home / "kit.yml").write_bytes(data)
    judged = judge(home, home.parents[1], default_resources())
    assert judged.loaded.kit is None
    assert all(item.level != "error" or item.file.endswith("kit.yml") for item in judged.findings)


@settings(max_examples=CASES, deadline=None)
@given(
    st.sampled_from([*fields.places(fields.FULL)]),
    st.sampled_from(texts.EVERY) | st.text(max_size=60) | st.text(max_size=9).map(lambda text: text * 999),
)
def test_any_text_at_any_place_gives_findings_or_a_kit(place: tuple[str | int, ...], text: str) -> None:
    home = _scratch()
    fields.write(home.parents[1], fields.with_text(fields.FULL, place, text))
    judge(home, home.parents[1], default_resources())


@settings(max_examples=CASES, deadline=None)
@given(st.sampled_from([*fields.blocks(fields.FULL)]), st.sampled_from(texts.EVERY) | st.text(max_size=60))
def test_any_key_at_any_place_gives_findings_or_a_kit(place: tuple[str | int, ...], key: str) -> None:
    home = _scratch()
    fields.write(home.parents[1], fields.with_key(fields.FULL, place, key))
    judge(home, home.parents[1], default_resources())


_FOLDER: list[Path] = []


@pytest.fixture(scope="module", autouse=True)
def _folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the properties one folder; hypothesis calls a test many times, and a fixture of the test only once."""
    made = fields.write(tmp_path_factory.mktemp("kits"), fields.FULL)
    _FOLDER[:] = [made]


def _scratch() -> Path:
    return _FOLDER[0]


@pytest.mark.parametrize(
    "text",
    [
        'a: "\\U12345678"',
        "%YAML 1." + "9" * 5000 + "\n---\na: 1",
        '"\\ud800": x', '"a\\nFOUT": x', '"\\e[31m": x', '"\\u202ea": x'],
)  # fmt: skip
def test_what_python_cannot_even_read_is_found_at_its_line(text: str, resources: Resources) -> None:
    home = _scratch()
    good = fields.as_yaml(fields.FULL).decode().rstrip("}\n")
    (home / "kit.yml").write_text(f"{text}\n" if text[0] == "%" else f"{good},\n{text}}}\n", encoding="utf-8")
    errors = [item for item in judge(home, home.parents[1], resources).findings if item.level == "error"]
    assert {item.code for item in errors} & {"VK008", "VK012"}
    assert all(item.line for item in errors)


def test_a_kit_with_a_key_that_holds_half_a_character_is_judged_for_the_rest(resources: Resources) -> None:
    home = _scratch()
    kit = fields.with_text(fields.with_key(fields.FULL, (), "\ud800"), ("organisatie", "medewerkers"), "veel")
    fields.write(home.parents[1], kit)
    assert {"VK012", "VK027"} <= {item.code for item in judge(home, home.parents[1], resources).findings}


def test_a_site_is_known_however_its_name_was_spaced(resources: Resources) -> None:
    home = _scratch()
    kit = fields.with_text(fields.FULL, ("organisatie", "vestigingen", 0), " Den\tHaag ")
    fields.write(home.parents[1], fields.with_text(kit, ("vertrouwenspersonen", 0, "vestigingen", 0), "Den  Haag"))
    assert "VK067" not in {item.code for item in judge(home, home.parents[1], resources).findings}


def test_the_judge_refuses_a_finding_that_would_steer_a_terminal(resources: Resources) -> None:
    home = _scratch()
    (home / "kit.yml").write_bytes((BAD[0] / "kit.yml").read_bytes())
    finding = judge(home, home.parents[1], resources).findings[0]
    object.__setattr__(finding, "message", "\x1b[31mrood.")
    with pytest.raises(AssertionError):
        check_finding(finding)
