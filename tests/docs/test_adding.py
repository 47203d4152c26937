"""The recipe for a new printable works as it is written down."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import page
import pytest

from generator.printing.catalog import Printable
from generator.printing.parts.source import Source
from generator.printing.pdf.drawing import draw
from tests.builders import een_kit
from tests.docs import markdown
from tests.printing.kits import AWKWARD, awkward, gedrukt

RECIPE: Final = markdown.read(Path(__file__).resolve().parents[2] / "docs" / "adding-a-printable.md")


@pytest.fixture(params=["een", *AWKWARD])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    folder = een_kit(tmp_path) if request.param == "een" else awkward(request.param, tmp_path)
    return gedrukt(folder, tmp_path).source


def test_the_module_and_the_row_of_the_recipe_make_a_good_pdf(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    module, row = RECIPE.fences("python")
    scope: dict[str, Any] = {"Printable": Printable}
    printable: Printable = eval(row.text, scope)  # noqa: S307  the recipe is ours
    made_of = ModuleType(f"generator.printing.{printable.maker.rpartition('.')[0]}")
    exec(module.text, made_of.__dict__)  # noqa: S102  the recipe is ours
    monkeypatch.setitem(sys.modules, made_of.__name__, made_of)
    (made,) = printable.make(source)
    assert made.bestand == printable.bestand
    assert made.too_long == ()
    data = draw(made.document, source.fonts)
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []
