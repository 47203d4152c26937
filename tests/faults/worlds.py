"""Folders in which a command is stopped at every step, and what must be true of them afterwards."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.steps import Ending, run, run_here
from tests.intake.lists import BRANCHE, HEADINGS, MEMBER, member, text_file

DAY: Final = "2026-11-21"
_LID: Final = """\
formaat: 1
basis: ../branche.yml
gecontroleerd_op: 2026-10-01
organisatie: {{naam: {naam}, medewerkers: 80}}
klachtencommissie: {{naam: Klachtencommissie, soort: extern}}
vertrouwenspersonen:
  - naam: Joost Verhage
    soort: extern
    contact: {{telefoon: "06 12345612", email: joost@verhage.example}}
  - naam: Sam Bakker
    soort: intern
    contact: {{telefoon: "06 12345678"}}
"""
_BOND: Final = "formaat: 1\nbranche: {naam: De Bond, contact: {email: info@bond.example}}\n"
Tree = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class World:
    """A command, the folder before it (``old``) and what it makes of that (``new``): files by path.

    ``whole`` groups the paths that are only right together: all of them old, all new, or (``absent``) none there.
    """

    name: str
    place: Path
    arguments: list[str]
    old: Tree
    new: Tree

    def fresh(self) -> Path:
        """Return the folder as it was before the command."""
        folder = self.place / "hier"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.place / "voor", folder)
        return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder, but for what only this program looks at."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".vertrouwenskit" not in path.parts
    }


def litter(folder: Path) -> list[str]:
    """Return what should be gone after a good run: work, locks, and files that were being made."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.name.endswith((".nieuw", ".lock", ".bezig"))
        or path.name == ".import-bezig"
        or path.parent.name == "work"
    ]


def _world(name: str, place: Path, arguments: list[str], prepare: Callable[[Path], None]) -> World:
    before, hier = place / "voor", place / "hier"
    before.mkdir(parents=True)
    prepare(before)
    run_here(arguments, World(name, place, arguments, {}, {}).fresh())
    return World(name, place, arguments, tree(before), tree(hier))


def _kit(folder: Path, slug: str, naam: str) -> None:
    path = folder / "kits/bond" / slug / "kit.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_LID.format(naam=naam), encoding="utf-8")


def a_build(place: Path) -> World:
    """Two members of an association, built with zips; one is changed, a third one is new."""

    def prepare(folder: Path) -> None:
        for slug in ("een", "twee"):
            _kit(folder, slug, f"Lid {slug}")
        (folder / "kits/bond/branche.yml").write_text(_BOND, encoding="utf-8")
        run_here(BUILD, folder)
        _kit(folder, "twee", "Een Andere Naam")
        _kit(folder, "drie", "Lid drie")
        (folder / "kits/bond/branche.yml").write_text(_BOND.replace("De Bond", "De Nieuwe Bond"), encoding="utf-8")

    return _world("build", place, BUILD, prepare)


BUILD: Final = ["build", "--zip", "--today", DAY]
IMPORT: Final = ["import", "leden.csv", "--into", "kits/bakkers"]


def an_import(place: Path) -> World:
    """Members in a list: one that was imported before and changed, one that did not change, one that is new."""

    def prepare(folder: Path) -> None:
        into = folder / "kits/bakkers"
        into.mkdir(parents=True)
        (into / "branche.yml").write_text(BRANCHE, encoding="utf-8")
        (folder / "oud.jpg").write_bytes(b"")
        same = member(lidnummer="1002", naam="Café De Hoek")
        text_file(folder / "leden.csv", [HEADINGS, MEMBER, same])
        run_here(IMPORT, folder)
        changed = member(telefoon="06 87654321")
        text_file(folder / "leden.csv", [HEADINGS, changed, same, member(lidnummer="1003", naam="Molen Zuid")])

    return _world("import", place, IMPORT, prepare)


def a_new_kit(place: Path) -> World:
    """A first kit in an empty folder."""
    return _world("new", place, ["new", "bakkerij", "--no-input"], lambda folder: (folder / "leeg.txt").touch())


def unwhole(world: World, folder: Path, *, may_be_gone: bool = False) -> list[str]:
    """Return what is neither old nor new in a folder: mixtures, halves, and what nobody asked for.

    With ``may_be_gone`` a whole folder of the output may be absent: it was being replaced where no exchange is.
    """
    now = tree(folder)
    groups: dict[str, set[str]] = {}
    for name in {*now, *world.old, *world.new}:
        groups.setdefault(_group(name), set()).add(name)
    wrong = []
    for group, names in groups.items():
        states = [{name: side[name] for name in names if name in side} for side in (world.old, world.new)]
        stands = {name: now[name] for name in names if name in now}
        is_gone = may_be_gone and not stands and group.startswith("dist/") and "." not in group
        if stands not in states and not is_gone and not _is_told_otherwise(group, stands):
            wrong.append(group)
    return wrong + _untrue(folder)


def _group(name: str) -> str:
    parts = name.split("/")
    return "/".join(parts[:2]) if parts[0] == "dist" else name


def _is_told_otherwise(group: str, stands: Tree) -> bool:
    """Tell whether a file tells of this run itself, and is whole."""
    if group == "dist/report.json":
        return group in stands and bool(json.loads(stands[group])["members"])
    if group == "dist/index.html":
        return stands.get(group, b"").rstrip().endswith(b"</html>")
    if group == "dist/report.csv":
        return stands.get(group, b"").endswith(b"\n")
    if group.endswith("/.import.json"):
        return group in stands and bool(json.loads(stands[group])["leden"])
    # What nobody takes for a kit or for a part of one, and what the import tells of its mistakes.
    hidden = group.rpartition("/")[2].startswith(".") and group.endswith((".nieuw", ".lock"))
    return (group.startswith("kits/") and (hidden or "/.import-bezig/" in group)) or group == "leden-fouten.csv"


def _untrue(folder: Path) -> list[str]:
    """Return the kits in the output that are not what their own ``kit.json`` says."""
    found = []
    for told in (folder / "dist").glob("*/kit.json"):
        files = json.loads(told.read_text(encoding="utf-8"))["files"]
        standing = {path.relative_to(told.parent).as_posix() for path in told.parent.rglob("*") if path.is_file()}
        digests = {
            name: hashlib.sha256((told.parent / name).read_bytes()).hexdigest() for name in standing & set(files)
        }
        if standing != {*files, "kit.json"} or digests != files:
            found.append(f"{told.parent.name}: kit.json")
    return found


def repaired(world: World, folder: Path) -> list[str]:
    """Run the command once more, undisturbed; return what is not as if it had never been disturbed."""
    ending: Ending = run(world.arguments, folder)
    # A kit that stands is not made a second time.
    is_there = world.name == "new" and ending.code == 2 and "Er is al een kit" in ending.said
    if ending.code != 0 and not is_there:
        return [f"exit {ending.code}: {ending.said}"]
    now = tree(folder)
    other = [name for name in sorted({*now, *world.new}) if now.get(name) != world.new.get(name)]
    return [name for name in other if not _is_told_otherwise(name, now)] + litter(folder) + _temporary()


def _temporary() -> list[str]:
    return [path.name for path in Path(os.environ["TMPDIR"]).glob("vertrouwenskit-*")]
