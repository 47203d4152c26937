"""The package reads as one story: each stage imports only from stages before it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent

#: The stages in the order of the pipeline; modules in one row may import each other.
STAGES = (
    (
        "__init__",
        "errors",
        "resources",
        "aanspreekvorm",
        "safeyaml",
        "colours",
        "dates",
        "memo",
        "job",
        "limits",
        "refusals",
        "claimed",
        "temporary",
        "whole",
    ),
    ("kit",),
    ("library",),
    ("rules", "explaining", "intake"),
    ("wegwijzer",),
    ("photos", "logos", "pixels", "vectors"),
    ("pages",),
    ("printing",),
    ("openbaar",),
    ("site",),
    ("campagne",),
    ("pipeline",),
    ("batch",),
    ("starter",),
    ("serve",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(STAGES) for name in names}


def imports_of(path: Path) -> set[str]:
    """Return the stages of this package that a module imports, also those imported inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module] if node.module != "generator" else [f"generator.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {[*name.split("."), "__init__"][1] for name in names if name.split(".")[0] == "generator"}
    return {name if name in RANK else "__init__" for name in found}


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


def test_every_module_belongs_to_a_stage() -> None:
    assert len(modules()) > 40
    assert {stage_of(path) for path in modules()} <= set(RANK)


def test_imports_point_to_earlier_stages_only() -> None:
    backwards = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in modules()
        for name in imports_of(path)
        if RANK[name] > RANK[stage_of(path)]
    ]
    assert backwards == []


#: Inside ``printing``, in the same way; the catalogue names makers without importing them.
PRINTING = ("layout", "pdf", "parts", "posters", "chart", "catalog", "handouts")


def test_printing_too_reads_from_the_ground_up() -> None:
    backwards = []
    seen = 0
    for floor, room in enumerate(PRINTING):
        for path in sorted((PACKAGE / "printing" / room).glob("*.py")):
            for above in re.findall(r"from generator\.printing\.(\w+)", path.read_text(encoding="utf-8")):
                seen += 1
                if above not in PRINTING[: floor + 1]:
                    backwards.append(f"{path.name} imports {above}")
    assert seen > 100
    assert backwards == []


def test_only_one_package_knows_the_inside_of_reportlab() -> None:
    knowing = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if re.search(r"^\s*(?:from|import) reportlab", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {path for path in knowing if not path.startswith("printing/pdf/")} == {"printing/layout/fonts.py"}


def test_the_check_sees_an_import_inside_a_function(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("def f():\n    from generator.site import stage\n", encoding="utf-8")
    assert imports_of(tmp_path / "x.py") == {"site"}
