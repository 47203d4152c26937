"""The editor's schema: fresh, valid, Dutch, and of one mind with the validator on all that a schema can say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from generator import limits
from generator.kit.nodes import show_path
from generator.kit.schema import branche_schema, kit_schema, render_schema
from tests.builders import een_kit, lees
from tests.kit.samples import ALL, name, text_of
from tests.kit.yaml12 import read

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMAS = {"kit.yml": kit_schema(), "branche.yml": branche_schema()}

#: What is wrong before there are values at all: a schema never sees it.
UNREADABLE = {f"VK0{number:02}" for number in range(14)} - {"VK003", "VK005"}
#: What a schema says just as the validator does.
ALWAYS = {"VK020", "VK021", "VK022", "VK023", "VK025", "VK027", "VK028", "VK036", "VK037", "VK053"}
#: What a schema sees in some forms and not in others: a number that does not exist, a day that does not exist.
SOMETIMES = {"VK024", "VK026", "VK029", "VK030", "VK031", "VK032", "VK033", "VK034", "VK035", "VK041", "VK042"}


@pytest.mark.parametrize(
    ("file", "schema"), [("kit.schema.json", kit_schema()), ("branche.schema.json", branche_schema())]
)
def test_written_schema_is_fresh(file: str, schema: dict[str, Any]) -> None:
    written = (ROOT / "kits" / file).read_text(encoding="utf-8")
    assert written == render_schema(schema), "run: vertrouwenskit schema"


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))
def test_schema_is_a_valid_draft_07_schema(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))
def test_every_key_is_explained_with_an_example(schema: dict[str, Any]) -> None:
    blocks = [schema, *(block for name, block in schema["definitions"].items() if not name.endswith("-volledig"))]
    keys = [(key, shown) for block in blocks for key, shown in block["properties"].items()]
    assert len(keys) > 60
    for key, shown in keys:
        assert shown["description"], key
        assert shown["examples"], key


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))
def test_every_example_fits_its_own_key(schema: dict[str, Any]) -> None:
    blocks = [schema, *schema["definitions"].values()]
    for block in blocks:
        for shown in block["properties"].values() if "additionalProperties" in block else ():
            for example in shown["examples"]:
                Draft7Validator({**shown, "definitions": schema["definitions"]}).validate(example)


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=list(SCHEMAS))
def test_no_block_takes_unknown_keys(schema: dict[str, Any]) -> None:
    blocks = {name: block for name, block in schema["definitions"].items() if not name.endswith("-volledig")}
    assert all(block["additionalProperties"] is False for block in [schema, *blocks.values()])


def _readable() -> Iterator[tuple[Path, str]]:
    for folder in ALL:
        for file in SCHEMAS:
            findings = lees(folder).findings
            if (folder / file).is_file() and not any(item.code in UNREADABLE for item in findings):
                yield folder, file


READABLE = list(_readable())


def test_most_samples_can_be_judged_by_the_schema() -> None:
    assert len(READABLE) > 40


@pytest.mark.parametrize(("folder", "file"), READABLE, ids=[f"{name(folder)}/{file}" for folder, file in READABLE])
def test_schema_and_validator_agree(folder: Path, file: str) -> None:
    findings = [
        item for item in lees(folder).findings if item.file == f"{name(folder)}/{file}" and item.level == "error"
    ]
    errors = [_place(error) for error in _leaves(SCHEMAS[file], read(text_of(folder / file).replace("\t", " ")))]
    for item in findings:
        if item.code in ALWAYS:
            assert any(_covers(place, item.path) for place in errors), f"the schema misses {item.code} at {item.path}"
    allowed = [item.path for item in findings if item.code in ALWAYS | SOMETIMES]
    for place in errors:
        assert any(_covers(place, path) for path in allowed), f"only the schema complains, at {place}"


def _leaves(schema: dict[str, Any], value: Any) -> list[ValidationError]:
    """Return the innermost errors: those that are about a value and not about a choice between schemas."""
    waiting = list(Draft7Validator(schema).iter_errors(value))
    found = []
    while waiting:
        error = waiting.pop()
        deeper = [inner for inner in error.context or () if len(inner.absolute_path) > len(error.absolute_path)]
        waiting += deeper
        found += [] if deeper else [error]
    return found


def _place(error: ValidationError) -> str:
    return show_path(tuple(error.absolute_path))


def _covers(place: str, path: str) -> bool:
    """Tell whether an error about a block can be the one about a key in it (missing and unknown keys)."""
    above = path.rpartition(".")[0] if "." in path else ""
    return place in {path, above, path.rpartition("[")[0] or path} or place.startswith((f"{path}.", f"{path}["))


def _is_valid(kit: dict[str, Any]) -> bool:
    return bool(Draft7Validator(SCHEMAS["kit.yml"]).is_valid(kit))


SMALLEST: dict[str, Any] = {
    "formaat": 1,
    "organisatie": {"naam": "Bakkerij Van Dam", "medewerkers": 12},
    "vertrouwenspersonen": [{"naam": "Joost", "soort": "extern", "contact": {"telefoon": "088 1234567"}}],
}


@pytest.mark.parametrize("missing", ["formaat", "organisatie", "vertrouwenspersonen"])
def test_schema_asks_for_a_key_only_without_basis(missing: str) -> None:
    kit = {key: value for key, value in SMALLEST.items() if key != missing}
    assert not _is_valid(kit)
    assert not _is_valid({**kit, "basis": None})
    assert _is_valid({**kit, "basis": "../branche.yml"})


def test_with_a_basis_an_advisor_may_be_filled_in_partly() -> None:
    partly = {**SMALLEST, "vertrouwenspersonen": [{"id": "joost", "bereikbaar": "elke dag"}]}
    assert not _is_valid(partly)
    assert _is_valid({**partly, "basis": "../branche.yml"})


def test_schema_knows_how_many_there_may_be() -> None:
    advisor = SMALLEST["vertrouwenspersonen"][0]
    assert _is_valid({**SMALLEST, "vertrouwenspersonen": [advisor] * limits.ADVISORS})
    assert not _is_valid({**SMALLEST, "vertrouwenspersonen": [advisor] * (limits.ADVISORS + 1)})
    assert not _is_valid({**SMALLEST, "documenten": [{"titel": "A", "bestand": "a.pdf"}] * (limits.DOCUMENTS + 1)})


def test_branche_asks_for_nothing_but_knows_every_key() -> None:
    validator = Draft7Validator(SCHEMAS["branche.yml"])
    assert validator.is_valid({})
    assert validator.is_valid({"branche": {"naam": "Bond"}, "vergrendeld": ["organisatie.sector"], "organisatie": None})
    assert not validator.is_valid({"brnche": {}})


def test_schema_knows_no_branche_in_a_kit(tmp_path: Path) -> None:
    assert not _is_valid({**SMALLEST, "branche": {"naam": "Bond"}})
    assert lees(een_kit(tmp_path, branche={"naam": "Bond"})).kit is None


@pytest.mark.parametrize("text", ["Zoë 👋🏽 Şahin", "ok\u200dé", "a\nb", "'s-Hertogenbosch", "\u00a0x"])
def test_ordinary_text_passes_schema_and_validator(text: str, tmp_path: Path) -> None:
    organisatie = {"naam": text, "medewerkers": 12}
    assert _is_valid({**SMALLEST, "organisatie": organisatie})
    assert lees(een_kit(tmp_path, organisatie=organisatie)).kit is not None
