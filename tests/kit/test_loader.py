"""The front door: kits are found, findings are complete and public, and nothing a user writes raises."""

from __future__ import annotations

import json
import pickle
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.kit.loader import find_kits, load_kit
from tests.builders import SHARED, codes, een_kit, lees, schrijf
from tests.kit.samples import BAD, GOOD, name, text_of

SPOILERS = " \t:-[]{}\"'#&*!|>%@`,?\n“”x0\u202e"
ROOT = Path(__file__).resolve().parent.parent.parent


def test_kits_are_found_at_any_depth_and_sorted(tmp_path: Path) -> None:
    for place in ("zz", "bouw/aa", "bouw/noord/mm"):
        een_kit((tmp_path / place).parent, Path(place).name)
    schrijf(tmp_path / "geen", "x: 1\n", "anders.yml")
    index = find_kits(tmp_path)
    assert [kit.slug for kit in index.kits] == ["aa", "mm", "zz"]
    assert index.findings == ()
    found = index.named("mm")
    assert found is not None
    assert found.folder == tmp_path / "bouw" / "noord" / "mm"


def test_kit_below_a_kit_is_a_kit(tmp_path: Path) -> None:
    een_kit(een_kit(tmp_path, "boven"), "onder")
    assert [kit.slug for kit in find_kits(tmp_path).kits] == ["boven", "onder"]


def test_hidden_and_linked_folders_are_passed_over(tmp_path: Path) -> None:
    een_kit(tmp_path / "kits" / ".git", "verborgen")
    (tmp_path / "kits" / "link").symlink_to(een_kit(tmp_path, "elders"))
    assert find_kits(tmp_path / "kits").kits == ()


def test_folder_with_a_wrong_name_is_a_finding(tmp_path: Path) -> None:
    een_kit(tmp_path / "kits", "Bakkerij Van Dam")
    (finding,) = find_kits(tmp_path / "kits").findings
    assert (finding.code, finding.file) == ("VK070", "kits/Bakkerij Van Dam/kit.yml")
    assert "'bakkerij-van-dam'" in finding.advice


def test_same_slug_twice_is_a_finding_that_names_the_other(tmp_path: Path) -> None:
    een_kit(tmp_path / "kits" / "a", "zelfde")
    een_kit(tmp_path / "kits" / "b", "zelfde")
    (finding,) = find_kits(tmp_path / "kits").findings
    assert (finding.code, finding.file) == ("VK071", "kits/b/zelfde/kit.yml")
    assert "kits/a/zelfde/kit.yml" in finding.message


def test_folder_without_a_kit_is_a_finding(tmp_path: Path) -> None:
    loaded = lees(tmp_path / "niets")
    assert (loaded.kit, codes(loaded)) == (None, ["VK072"])


PUBLIC_KEYS = ["code", "level", "file", "line", "column", "path", "message", "advice", "why", "source", "answer"]


def test_findings_have_the_public_keys(tmp_path: Path) -> None:
    for folder in BAD:
        for finding in lees(folder).findings:
            public = json.loads(json.dumps(finding.as_json()))
            assert list(public) == PUBLIC_KEYS


def test_findings_are_sorted_by_file_line_and_column() -> None:
    for folder in BAD:
        places = [(item.file, item.line, item.column) for item in lees(folder).findings]
        assert places == sorted(places)


def test_file_names_are_relative_to_the_parent_of_the_kits_folder(tmp_path: Path) -> None:
    folder = een_kit(tmp_path / "kits" / "bouw", organisatie=None)
    assert {item.file for item in lees(folder, tmp_path / "kits").findings} == {"kits/bouw/voorbeeld/kit.yml"}


def test_kit_outside_the_kits_folder_can_be_read(tmp_path: Path) -> None:
    folder = een_kit(tmp_path / "los")
    (tmp_path / "kits").mkdir()
    loaded = lees(folder, tmp_path / "kits")
    assert loaded.kit is not None
    assert loaded.slug == "voorbeeld"


def test_kit_and_findings_can_be_sent_to_another_process() -> None:
    for folder in (*GOOD, *BAD):
        loaded = lees(folder)
        again = pickle.loads(pickle.dumps((loaded.kit, loaded.findings)))  # noqa: S301  (our own bytes)
        assert again == (loaded.kit, loaded.findings)


def test_warnings_and_notices_leave_the_kit_valid() -> None:
    levels = {item.level for folder in GOOD for item in lees(folder).findings}
    assert levels == {"warning", "notice"}


@pytest.mark.parametrize("folder", GOOD, ids=name)
def test_spoiled_kit_never_raises(folder: Path, tmp_path: Path) -> None:
    """Swap, drop and insert characters; whatever comes out, there is a kit or an error."""
    chance = random.Random(folder.name)  # noqa: S311  (no secret)
    text = text_of(folder / "kit.yml")
    for _ in range(25):
        spoiled = list(text)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(spoiled))
            spoiled[place] = chance.choice([*SPOILERS, ""])
        loaded = lees(schrijf(tmp_path / "kits" / "x", "".join(spoiled)))
        assert (loaded.kit is None) == any(item.level == "error" for item in loaded.findings)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.binary(max_size=300))
def test_any_bytes_never_raise(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "kit.yml").write_bytes(data)
    loaded = load_kit(tmp_path, tmp_path, SHARED)
    assert loaded.kit is None
    assert loaded.findings


def test_example_kits_have_no_errors() -> None:
    index = find_kits(ROOT / "kits")
    assert len(index.kits) >= 3
    assert index.findings == ()
