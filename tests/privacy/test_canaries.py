"""What one organisation gives never occurs in what is made for another: in a whole run, a killed one, a resumed one.

The batch is that of ``mixed.py``. Meanwhile values change and go, a layer changes, and a kit gets a mistake.
"""

from __future__ import annotations

import io
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from PIL import Image

from generator.cli import main
from tests.cli.conftest import Answer, environment_for, process
from tests.conftest import TODAY
from tests.privacy.mixed import (
    ALFA,
    BETA,
    OWNERS,
    STEMS,
    Words,
    folder_of,
    keys_with_text,
    marked_keys,
    write_batch,
    write_kit,
)
from tests.privacy.published import pictures, pixels_like, suffix_of
from tests.privacy.traces import words_below, words_in

#: One worker makes the runs for all of these tests.
pytestmark = pytest.mark.xdist_group("marked-batch")

#: What takes the place of two kits' texts, of a text of a layer, and what is wrong with a third kit.
CHANGED, BARE, OF_LAYER, MISTAKE = "zqxnieuwq", "zqxkaalq", "zqxlaagq", "zqxfoutq"
#: The kits of which a value changed or went, and what that value became.
BECAME = {"zqxaeenq": CHANGED, "zqxdeenq": BARE}
ALL = (*STEMS, CHANGED, BARE, OF_LAYER, MISTAKE)
HIDDEN = ".vertrouwenskit"
#: What an output holds beside kits, campaign and records: whatever is told there is told to whoever runs the batch.
OVERVIEW = ("index.html", "report.json", "report.csv")


@dataclass
class Runs:
    """The words of each owner, and after each run in which files of each part of the output stems were found."""

    folder: Path
    words: dict[str, Words]
    found: dict[str, dict[str, dict[str, set[str]]]] = field(default_factory=dict)
    quoted: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    findings: dict[str, set[str]] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def dist(self) -> Path:
        return self.folder / "dist"

    def look(self, run: str) -> None:
        """Remember what stands where after a run."""
        self.found[run] = {path.name: words_below(path, ALL) for path in sorted(self.dist.iterdir())}
        every = [word for words in self.words.values() for word in words.given]
        self.quoted[run] = words_below(self.dist / "index.html", every)
        report = json.loads((self.dist / "report.json").read_text(encoding="utf-8"))
        messages = [item["message"] for member in report["members"] for item in member["findings"]]
        self.findings[run] = words_in("\n".join(messages).encode(), every)


def build(*options: str, cwd: Path) -> Answer:
    return process("build", "--zip", "--today", str(TODAY), *options, cwd=cwd)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    folder = tmp_path_factory.mktemp("gemengd")
    kits = folder / "kits"
    made = Runs(folder, write_batch(kits))
    # One process that has seen all other kits makes the last one.
    made.answers["whole"] = build("--jobs", "1", cwd=folder)
    made.look("whole")
    shutil.copytree(folder / "dist", folder / "whole")
    shutil.copytree(kits, folder / "kits-before")
    change(kits, made)
    kill_half_way(folder)
    made.look("killed")
    made.answers["resumed"] = build("--jobs", "2", cwd=folder)
    made.look("resumed")
    return made


def change(kits: Path, made: Runs) -> None:
    """Change all that one kit says, and leave out what another may leave out; change a layer, and spoil a kit."""
    for slug, stem in BECAME.items():
        shutil.rmtree(folder_of(kits, slug))
        made.words[stem] = write_kit(kits, slug, stem, bare=stem == BARE)
    layer = kits / ALFA / "branche.yml"
    text = layer.read_text(encoding="utf-8")
    assert "Praktijk" in text
    layer.write_text(text.replace("Praktijk", f"Praktijk {OF_LAYER}"), encoding="utf-8")
    with (folder_of(kits, "zqxbeenq") / "kit.yml").open("a", encoding="utf-8") as spoiled:
        spoiled.write(f"{MISTAKE}: 1\n")


def kill_half_way(folder: Path) -> None:
    """Build with two jobs, and kill the run as soon as the first kit is finished."""
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--zip", "--jobs", "2", "--today", str(TODAY)],
        cwd=folder,
        env=environment_for(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stdout
        assert any("zqxaeenq: klaar" in line for line in running.stdout)
        running.send_signal(signal.SIGKILL)
    assert running.returncode == -signal.SIGKILL


def strangers(found: dict[str, dict[str, set[str]]], slug: str, own: Iterable[str]) -> dict[str, set[str]]:
    """Return what in a kit's folder and zip is of nobody who may be there."""
    allowed = {slug, OWNERS[slug], *own}
    return {
        stem: places
        for part in (slug, f"{slug}.zip")
        for stem, places in found[part].items()
        if stem not in allowed
    }  # fmt: skip


def test_every_text_of_a_kit_is_marked(runs: Runs) -> None:
    """A new key of the format makes this fail until ``mixed.py`` marks it too."""
    kit = folder_of(runs.folder / "kits", "zqxaeenq") / "kit.yml"
    assert keys_with_text() - marked_keys(kit, CHANGED) == set()
    assert min(len(words.given) for words in runs.words.values()) > 15


@pytest.mark.parametrize("slug", OWNERS)
def test_what_a_kit_gives_is_in_its_own_output(runs: Runs, slug: str) -> None:
    """The search would find a stranger as well: it finds nearly every word of the kit itself, and its numbers."""
    words = runs.words[slug]
    found = words_below(runs.folder / "whole" / slug, [*words.given, *words.numbers])
    missing = {*words.given, *words.numbers} - set(found)
    # Not shown: who wrote a document of its own is in it; an answer to a finding; a file's own name that has another.
    assert len(missing) <= 8
    assert len(found) > 45


@pytest.mark.parametrize("slug", OWNERS)
def test_a_whole_run_puts_nothing_of_one_organisation_in_the_output_of_another(runs: Runs, slug: str) -> None:
    assert runs.answers["whole"].code == 0
    assert len(runs.found["whole"][slug][slug]) > 60
    assert strangers(runs.found["whole"], slug, ()) == {}
    for stem in {slug, OWNERS[slug]} - {""}:
        assert runs.found["whole"][f"{slug}.zip"][stem]


@pytest.mark.parametrize("slug", OWNERS)
def test_no_number_of_another_organisation_is_in_it_either(runs: Runs, slug: str) -> None:
    others = [words.numbers for stem, words in runs.words.items() if stem not in {slug, OWNERS[slug]}]
    numbers = [number for some in others for number in some]
    assert len(numbers) > 30
    assert words_below(runs.folder / "whole" / slug, numbers) == {}


@pytest.mark.parametrize("slug", OWNERS)
def test_a_killed_run_leaves_each_output_to_its_own_organisation(runs: Runs, slug: str) -> None:
    assert strangers(runs.found["killed"], slug, {BECAME.get(slug, ""), OF_LAYER}) == {}
    assert runs.found["killed"]["zqxaeenq"][CHANGED]


@pytest.mark.parametrize("slug", OWNERS)
def test_a_resumed_run_leaves_nothing_of_what_changed(runs: Runs, slug: str) -> None:
    found = runs.found["resumed"]
    assert runs.answers["resumed"].code == 4
    assert strangers(found, slug, {BECAME.get(slug, ""), OF_LAYER}) == {}
    if slug in BECAME:
        # The slug is the name of the folder; the words that began with it are gone.
        old = words_below(runs.dist / slug, runs.words[slug].given) | words_below(
            runs.dist / f"{slug}.zip", runs.words[slug].given
        )
        assert old == {}
        assert found[slug][BECAME[slug]]
    assert (OF_LAYER in found[slug]) == (OWNERS[slug] == ALFA)


def test_what_changed_is_gone_from_the_whole_output(runs: Runs) -> None:
    """From the overview, the records, the files that kits share, and what a killed run was busy with."""
    old = [word for slug in BECAME for word in runs.words[slug].given]
    assert words_below(runs.dist, old) == {}
    assert words_below(runs.folder / "whole", old)


def test_a_kit_with_a_mistake_keeps_its_last_good_output(runs: Runs) -> None:
    assert MISTAKE not in runs.found["resumed"]["zqxbeenq"]
    assert runs.found["resumed"]["zqxbeenq"] == runs.found["whole"]["zqxbeenq"]


def names_in(layer: Path) -> set[str]:
    """Return the words in the names of the organisation or the association and of the advisors, in a kit or a layer."""
    values = yaml.safe_load(layer.read_text(encoding="utf-8"))
    whose = values.get("organisatie") or values["branche"]
    return {item["naam"].split()[-1] for item in (whose, *values["vertrouwenspersonen"])}


@pytest.mark.parametrize("run", ["whole", "resumed"])
def test_the_overview_tells_of_a_kit_who_it_is_and_for_whom_there_are_posters(runs: Runs, run: str) -> None:
    """And what was found in it: here, that its documents name who made them."""
    assert all(runs.found[run][part] for part in OVERVIEW)
    kits = runs.folder / ("kits-before" if run == "whole" else "kits")
    files = [kits / stem / "branche.yml" for stem in (ALFA, BETA)]
    files += [folder_of(kits, slug) / "kit.yml" for slug in OWNERS]
    expected = set().union(*map(names_in, files))
    assert len(expected) > 15
    assert 0 < len(runs.findings[run]) < 40
    assert set(runs.quoted[run]) <= expected | runs.findings[run]


@pytest.mark.parametrize(("own", "other"), [(ALFA, BETA), (BETA, ALFA)])
@pytest.mark.parametrize("run", ["whole", "killed", "resumed"])
def test_a_campaign_tells_of_its_association_only_what_was_agreed_to(
    runs: Runs, run: str, own: str, other: str
) -> None:
    campaign = runs.found[run]["campagne"]
    assert set(campaign) == {ALFA, BETA}
    folder = f"campagne/{own}/"
    assert {name for name in campaign[own] if not name.startswith(folder)} == {f"campagne/{own}"}
    assert not any(name.startswith(folder) for name in campaign[other])
    # A story without a day of consent, and the advisor of the pool, are for nobody here.
    words = runs.words[own]
    shown = words_below(runs.dist / "campagne" / own, [f"{own}geheim", *words.given])
    assert f"{own}geheim" not in shown
    assert len(shown) >= 9
    pool = words.given[11:]
    assert len(pool) == 7
    assert set(pool) & set(shown) == set()


@pytest.mark.parametrize("run", ["whole", "killed", "resumed"])
def test_a_record_is_of_one_kit(runs: Runs, run: str) -> None:
    records = {
        stem: {place for place in places if "/kits/" in place or "/refused/" in place}
        for stem, places in runs.found[run][HIDDEN].items()
    }
    seen = 0
    for stem, places in records.items():
        owners = {slug for slug, became in BECAME.items() if became == stem} or {stem}
        allowed = {slug for slug, layer in OWNERS.items() if slug in owners or layer in owners or stem == OF_LAYER}
        seen += len(places)
        assert {Path(place).stem for place in places} <= allowed
    assert seen >= len(OWNERS)


def test_a_report_of_one_kit_names_no_other(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(runs.folder)
    for slug in OWNERS:
        for form in ("--json", "--sarif"):
            main(["check", slug, form, "--today", str(TODAY)])
            told = "".join(capsys.readouterr())
            found = {stem for stem in ALL if stem in told.lower()}
            assert slug in found
            assert found <= {slug, OWNERS[slug], BECAME.get(slug, slug), OF_LAYER, MISTAKE}
            assert json.loads(told)


def _portraits(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    for where, data in pictures(folder).values():
        if suffix_of(data) in {".jpg", ".png"} and ("fotos/" in where or " object " in where):
            with Image.open(io.BytesIO(data)) as image:
                yield where, image


@pytest.mark.parametrize("slug", OWNERS)
def test_a_face_is_only_in_the_output_of_its_own_organisation(runs: Runs, slug: str) -> None:
    mine = {slug, OWNERS[slug]}
    colours = {stem: words.colour for stem, words in runs.words.items()}
    seen = set()
    for where, image in _portraits(runs.folder / "whole" / slug):
        whose = {stem for stem, colour in colours.items() if pixels_like(image, colour) > image.width}
        assert whose <= mine, where
        seen |= whose
    assert bool(seen) == (slug != "zqxceenq")


@pytest.mark.parametrize("slug", BECAME)
def test_a_face_that_was_taken_out_is_nowhere_any_more(runs: Runs, slug: str) -> None:
    old = runs.words[slug].colour

    def shown(folder: Path) -> list[str]:
        return [where for where, image in _portraits(folder) if pixels_like(image, old) > image.width]

    assert shown(runs.folder / "whole" / slug)
    assert shown(runs.dist / slug) == []
