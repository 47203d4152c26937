"""An association with two members and two organisations on their own, built by a builder that is done at once.

What a run decides, remembers and survives has nothing to do with how a page looks, so most of these tests replace the
making of a kit by one small file. That the real thing goes through the same door is seen in ``tests/cli``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator.batch import stamps, worker
from generator.batch.fingerprint import kit_digest, shared_digest
from generator.batch.plan import Asked, Plan, make_plan
from generator.batch.pool import Here
from generator.batch.run import run
from generator.batch.task import Outcome
from generator.errors import Finding, KitInvalid, stopping
from generator.job import Job
from generator.kit.index import find_kits
from generator.kit.loader import LoadedKit
from generator.pipeline import Built, findings_on
from generator.resources import Resources
from generator.rules.privacy import with_agreed_photos
from generator.site.manifest import fingerprints, manifest
from generator.site.trees import read_tree
from tests.builders import een_kit, schrijf
from tests.conftest import TODAY

BRANCHE = """\
formaat: 1
branche: {naam: Bond van Bouwers, contact: {email: info@bouwbond.example}}
organisatie: {sector: bouw, huisstijl: {kleur: "#00524c"}}
vertrouwenspersonen:
  - id: joost-verhage
    naam: Joost Verhage
    soort: extern
    bureau: Praktijk Verhage
    foto: {bestand: fotos/joost.png, toestemming: 2026-09-15}
    contact: {telefoon: "06 12345612", email: joost@verhage.example}
"""
LID = """\
formaat: 1
basis: ../branche.yml
gecontroleerd_op: 2026-10-01
organisatie: {{naam: {naam}, medewerkers: 80{more}}}
"""


@dataclass
class World:
    """Kits, shared content and an output; ``build`` runs over all of it and tells how each kit ended."""

    folder: Path
    resources: Resources
    today: date = TODAY
    options: dict[str, object] = field(default_factory=dict)
    strict: bool = False
    made: list[str] = field(default_factory=list)

    @property
    def kits(self) -> Path:
        return self.folder / "kits"

    @property
    def output(self) -> Path:
        return self.folder / "dist"

    def job(self, folder: Path) -> Job:
        return Job(folder, self.kits, self.output, self.resources, self.today, strict=self.strict)

    def plan(self, *, force: bool = False, zipped: bool = False) -> Plan:
        asked = [Asked(self.job(kit.folder)) for kit in find_kits(self.kits).kits]
        return make_plan(asked, shared_digest(self.resources, self.options), force=force, zipped=zipped)

    def outcomes(self, plan: Plan | None = None) -> dict[str, Outcome]:
        plan = plan or self.plan()
        done = {outcome.member.slug: outcome for outcome in run(plan.tasks, self.output, Here())}
        return done | {outcome.member.slug: outcome for outcome in plan.known}

    def build(self, plan: Plan | None = None) -> dict[str, str]:
        """Return the state of every kit."""
        return {slug: outcome.member.state for slug, outcome in sorted(self.outcomes(plan).items())}

    def rebuilt(self) -> set[str]:
        """Return which kits are built by a run over everything."""
        return {slug for slug, state in self.build().items() if state == "built"}


def build_at_once(made: list[str]) -> Callable[..., Built]:
    """Return a builder that judges as the real one does, and makes one file that says what it depends on."""

    def build(job: Job, loaded: LoadedKit, progress: object = None) -> Built:
        assert loaded.kit is not None
        found: tuple[Finding, ...] = findings_on(loaded, job.resources, job.today, ())
        if stopping(found, strict=job.strict):
            raise KitInvalid(found)
        made.append(loaded.slug)
        folder = job.output / loaded.slug
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "site").mkdir(parents=True)
        page = folder / "site" / "index.html"
        page.write_text(kit_digest(with_agreed_photos(loaded.kit, job.today)), encoding="utf-8")
        told = manifest(fingerprints(read_tree(folder)), loaded.slug, job.today, "0", job.engine)
        (folder / "kit.json").write_text(told, encoding="utf-8")
        return Built(loaded.slug, folder, 1, (), found, ())

    return build


def a_photo(path: Path, colour: str = "red") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (400, 400), colour).save(path)


@pytest.fixture(scope="session")
def world_once(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> World:
    folder = tmp_path_factory.mktemp("wereld")
    shutil.copytree(resources.content, folder / "content" / "nl")
    (folder / "theme").mkdir()
    shutil.copytree(resources.theme / "print", folder / "theme" / "print")
    shutil.copytree(resources.theme / "overview", folder / "theme" / "overview")
    shutil.copy(resources.mkdocs_yml, folder / "mkdocs.yml")
    bond = schrijf(folder / "kits" / "bouw", BRANCHE, "branche.yml")
    a_photo(bond / "fotos" / "joost.png")
    schrijf(bond / "lid-een", LID.format(naam="Lid Een", more=""))
    schrijf(bond / "lid-twee", LID.format(naam="Lid Twee", more=', huisstijl: {kleur: "#123456"}'))
    een_kit(folder / "kits", "alleen")
    document = folder / "kits" / "foto" / "code.pdf"
    photo = {
        "naam": "Sam Bakker",
        "soort": "intern",
        "contact": {"email": "sam@voorbeeld.example"},
        "foto": {"bestand": "fotos/sam.png", "toestemming": date(2026, 12, 24)},
    }
    a_photo(folder / "kits" / "foto" / "fotos" / "sam.png", "blue")
    document.write_bytes(b"%PDF-1.4 een")
    een_kit(
        folder / "kits", "foto", vertrouwenspersonen=[photo], documenten=[{"titel": "Code", "bestand": "code.pdf"}]
    )  # fmt: skip
    return World(folder, Resources(folder / "content" / "nl", folder / "theme", folder / "mkdocs.yml"))


@pytest.fixture
def world(world_once: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A fresh copy, in which a write shows at once: these tests do not wait two seconds for coarse file systems."""
    monkeypatch.setattr(stamps, "COARSEST", 0)
    with fresh(world_once, tmp_path / "wereld", monkeypatch) as made:
        yield made


class fresh:  # noqa: N801  read as a word: with fresh(...)
    """A copy of a world with the quick builder in place."""

    def __init__(self, world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(world.folder, folder)
        place = Resources(folder / "content" / "nl", folder / "theme", folder / "mkdocs.yml")
        self.world = replace(world, folder=folder, resources=place, made=[], options={})
        monkeypatch.setattr(worker, "build_loaded", build_at_once(self.world.made))

    def __enter__(self) -> World:
        return self.world

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.world.folder, ignore_errors=True)
