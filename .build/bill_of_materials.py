"""Write a software bill of materials into every wheel: what it carries, and what it needs to run.

The format is CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), the place is that of PEP 770:
``.dist-info/sboms/``. It is written here by hand, so that installing from source needs nothing but hatchling;
the tests hold the result against the published schema.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Where ``pyproject.toml`` puts theme, texts and configuration in the wheel.
DATA = "generator/_data"
NAME = "vertrouwenskit"
#: What ``make constraints`` writes above the versions without which nothing runs.
TO_RUN = "# To run:"

Json = dict[str, Any]


class BillOfMaterials(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its configuration untyped
    """Adds the bill to a wheel; an editable install carries nothing and needs none."""

    def initialize(self, version: str, build_data: Json) -> None:
        """Write the bill where hatchling finds it."""
        if version == "editable":
            return
        metadata = self.metadata.core
        bill = bill_of(Path(self.root), self.metadata.version, metadata.license_expression, metadata.dependencies)
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name, f"{NAME}.cdx.json")
        path.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        build_data["sbom_files"].append(str(path))

    def finalize(self, version: str, build_data: Json, artifact_path: str) -> None:
        """Remove what ``initialize`` wrote."""
        if version != "editable":
            self._folder.cleanup()


def bill_of(root: Path, version: str, licence: str, dependencies: Iterable[str]) -> Json:
    """Return the bill of a checkout. Raises ``LookupError`` for a dependency without a pinned version."""
    pinned = pins(root)
    itself = {
        "type": "application",
        "bom-ref": NAME,
        "name": NAME,
        "version": version,
        "purl": f"pkg:pypi/{NAME}@{version}",
        "licenses": [{"expression": licence}],
    }
    needed = [reference(normal(re.split(r"[^\w.-]", each)[0]), pinned) for each in dependencies]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": itself, "lifecycles": [{"phase": "build"}]},
        "components": [*carried(root), *(library(name, pinned) for name in pinned)],
        "dependencies": [{"ref": NAME, "dependsOn": sorted(needed)}],
        # Which of the libraries need which others is told by their own metadata, not here.
        "compositions": [{"aggregate": "incomplete", "dependencies": [NAME]}],
    }
    # A number of its own for each content, and the same for the same.
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True))
    return {**bill, "serialNumber": number.urn}


def carried(root: Path) -> Iterator[Json]:
    """Yield what ``bundled.toml`` tells, with the SHA-256 of each file. Raises ``LookupError`` for a file it omits."""
    left = {path.relative_to(root).as_posix() for path in files_in(root)}
    for entry in tomllib.loads((root / ".build/bundled.toml").read_text(encoding="utf-8"))["component"]:
        matched = {found.relative_to(root).as_posix() for pattern in entry["files"] for found in root.glob(pattern)}
        names = sorted(left & matched)
        left -= matched
        yield component(root, entry, names)
    if left:
        raise LookupError(f".build/bundled.toml does not say whose these are: {', '.join(sorted(left))}")


def files_in(root: Path) -> Iterator[Path]:
    """Yield the files that travel beside the code, without the licence texts."""
    yield root / "mkdocs.yml"
    for folder in ("theme", "content"):
        for path in (root / folder).rglob("*"):
            is_licence = path.name.startswith(("OFL", "LICEN"))
            if path.is_file() and not is_licence and "__pycache__" not in path.parts:
                yield path


def component(root: Path, entry: Mapping[str, Any], names: Iterable[str]) -> Json:
    """Return one entry as a component, with its files inside it."""
    licences = [{"license": {"id": entry["licence"]}}]
    found: Json = {
        "type": "library",
        "bom-ref": f"bundled:{entry['name']}",
        "name": entry["name"],
        "licenses": licences,
        "components": [
            {
                "type": "file",
                "name": f"{DATA}/{name}",
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256((root / name).read_bytes()).hexdigest()}],
                "licenses": licences,
            }
            for name in names
        ],
    }
    found |= {key: entry[key] for key in ("version", "purl") if key in entry}
    if "changed" in entry:
        found["pedigree"] = {"notes": entry["changed"]}
    return found


def pins(root: Path) -> dict[str, str]:
    """Return the versions of ``constraints.txt`` without which nothing runs, by normalised name."""
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    section = text.partition(f"{TO_RUN}\n")[2].partition("\n#")[0]
    pairs = (line.split("==") for line in section.split())
    return {normal(name): version for name, version in pairs}


def library(name: str, pinned: Mapping[str, str]) -> Json:
    """Return a library from the index as a component; the wheel names it but does not carry it."""
    version, purl = pinned[name], reference(name, pinned)
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "scope": "required"}


def reference(name: str, pinned: Mapping[str, str]) -> str:
    """Return the package URL (https://github.com/package-url/purl-spec) of a pinned library."""
    if name not in pinned:
        raise LookupError(f"constraints.txt pins no version of {name}; run `make constraints`")
    return f"pkg:pypi/{name}@{pinned[name]}"


def normal(name: str) -> str:
    """Return a name as the index writes it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
