from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.batch import worker
from generator.batch.pool import Here
from generator.cli import building
from generator.cli.building import build_date, engine_named
from generator.errors import BuildFailed, Finding, UsageError
from generator.job import Job
from generator.kit.loader import LoadedKit
from generator.pipeline import Built
from tests.cli.conftest import Cli, a_kit, environment_for, process
from tests.terminal import terminal

#: 21 November 2026, 0.00 hours UTC.
EPOCH = "1795219200"


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Let ``build`` only note what it was asked for; a kit called ``stuk`` fails."""
    seen: list[Job] = []

    def build(job: Job, loaded: LoadedKit, progress: Callable[[str], None]) -> Built:
        seen.append(job)
        progress("drukwerk")
        if job.folder.name.startswith("stuk"):
            raise BuildFailed("De schijf is vol.")
        return built(job)

    replace_builder(monkeypatch, build)
    return seen


def replace_builder(monkeypatch: pytest.MonkeyPatch, build: Callable[..., Built]) -> None:
    """Let something else make the kits, in this process, where it is seen."""
    monkeypatch.setattr(worker, "build_loaded", build)
    monkeypatch.setattr(building, "Processes", lambda _size: Here())


def built(job: Job, pages: int = 1, prints: int = 1, findings: tuple[Finding, ...] = ()) -> Built:
    printed = tuple((f"{number}.pdf", str(number)) for number in range(prints))
    return Built(job.folder.name, job.output / job.folder.name, pages, printed, findings)


def shown(folder: Path) -> list[str]:
    """Return what a person sees in a folder."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_a_kit_becomes_a_site_and_a_list_of_its_files(folder: Path) -> None:
    a_kit("een")
    answer = process("build", cwd=folder, SOURCE_DATE_EPOCH=EPOCH)
    assert (answer.code, answer.err) == (0, "")
    assert re.fullmatch(
        r"een: klaar, \d+ pagina's en \d+ pdf's → dist/een/site/index\.html\n\n1 van 1 kit gemaakt\.\n  Bekijk een: (file://\S+)\n",
        answer.out,
    )
    home = folder / "dist/een/site/index.html"
    assert home.as_uri() in answer.out
    manifest = json.loads((folder / "dist/een/kit.json").read_text(encoding="utf-8"))
    assert manifest["date"] == "2026-11-21"
    assert manifest["files"]["site/index.html"] == hashlib.sha256(home.read_bytes()).hexdigest()
    assert shown(folder / "dist") == ["een"]


def test_a_bad_kit_does_not_hold_up_a_good_one(folder: Path) -> None:
    a_kit("fout", "onbekend: x")
    a_kit("goed")
    answer = process("build", "fout", "goed", cwd=folder)
    assert answer.code == 4
    assert "FOUT VK020  kits/fout/kit.yml" in answer.out
    assert "fout: niet gemaakt, er zitten fouten in de kit" in answer.out
    assert "1 van 2 kits gemaakt, 1 mislukt." in answer.out
    assert shown(folder / "dist") == ["goed", "index.html", "report.csv", "report.json"]


def test_a_terminal_gets_a_bar_that_is_gone_at_the_end(folder: Path) -> None:
    a_kit("een")
    with terminal("build", cwd=folder, environment=environment_for()) as screen:
        screen.wait_for("een: lezen")
        screen.wait_for("een: klaar")
        assert screen.end() == 0
        assert "━" in screen.shown
        # The last thing that the bar does is to wipe its own line.
        assert "\x1b[2K" in screen.shown.rpartition("━")[2]


def test_a_kept_project_is_an_ordinary_mkdocs_project(folder: Path) -> None:
    a_kit("een")
    assert process("build", "--keep-stage", "project", cwd=folder).code == 0
    assert (folder / "project/een/mkdocs.yml").is_file()
    assert (folder / "project/een/docs/index.md").is_file()


def test_only_bad_kits_is_invalid_and_nothing_is_made(cli: Cli) -> None:
    a_kit("een", "onbekend: x")
    a_kit("twee", "onbekend: x")
    assert cli("build").code == 3
    assert not Path("dist").exists()


def test_the_options_reach_the_build(cli: Cli, jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    a_kit("een", kits="elders")
    assert cli("build", "een", "--kits", "elders", "--output", "uit", "--engine", "zensical").code == 0
    (job,) = jobs
    assert (job.output, job.engine, job.keep_stage, job.kits_root) == (Path("uit"), "zensical", None, Path("elders"))
    assert job.today == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("options", "expected"),
    [((), (None, False)), (("--only", "print", "--drukwerk"), ("print", True)), (("--only", "site"), ("site", False))],
)
def test_a_build_may_be_limited_to_a_part_and_made_ready_for_a_printer(
    options: tuple[str, ...], expected: tuple[str | None, bool], cli: Cli, jobs: list[Job]
) -> None:
    a_kit("een")
    assert cli("build", *options).code == 0
    (job,) = jobs
    assert (job.only, job.press) == expected


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--only", "prnt"), "Het onderdeel prnt bestaat niet. Bedoelde je 'print'?"),
        (("--only", "site", "--drukwerk"), "met --only site worden die niet gemaakt"),
    ],
)
def test_a_part_that_does_not_exist_or_makes_no_sense_is_wrong_use(
    options: tuple[str, ...], told: str, cli: Cli, jobs: list[Job]
) -> None:
    a_kit("een")
    answer = cli("build", *options)
    assert answer.code == 2
    assert told in answer.err
    assert jobs == []


def test_printables_alone_are_told_with_their_folder(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    replace_builder(monkeypatch, lambda job, *_: built(job, pages=0))
    assert "een: klaar, 1 pdf → dist/een/print\n" in cli("build", "--only", "print").out


def test_a_failure_of_the_only_kit_is_our_own(cli: Cli, jobs: list[Job]) -> None:
    a_kit("stuk")
    answer = cli("build")
    assert answer.code == 1
    assert answer.err == "stuk: niet gemaakt. De schijf is vol.\n"


def test_a_failure_of_one_of_several_is_partial(cli: Cli, jobs: list[Job]) -> None:
    a_kit("goed")
    a_kit("stuk")
    assert cli("build").code == 4
    assert cli("build", "stuk").code == 1


def test_remarks_about_a_good_kit_are_shown(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    remark = Finding("VK038", "notice", "kits/een/kit.yml", "Let op.", "Doe zo.")
    replace_builder(monkeypatch, lambda job, *_: built(job, prints=2, findings=(remark,)))
    answer = cli("build")
    assert answer.code == 0
    assert "OPMERKING VK038" in answer.out
    assert "een: klaar, 1 pagina en 2 pdf's → " in answer.out


def test_two_kits_of_one_name_never_overwrite_each_other(cli: Cli, jobs: list[Job]) -> None:
    a_kit("een")
    a_kit("bouw/een")
    answer = cli("build")
    assert answer.code == 4
    assert "VK071" in answer.out
    assert len(jobs) == 1


@pytest.mark.parametrize("given", ["gisteren", "", "1.5", "9" * 30, "١٢x"])
def test_a_date_that_can_not_be_read_is_wrong_use(given: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    answer = cli("build")
    assert answer.code == 2
    assert answer.err.startswith(f"Fout: SOURCE_DATE_EPOCH is '{given}', maar hier hoort een aantal seconden")
    assert not Path("dist").exists()


def test_the_example_in_that_message_is_right() -> None:
    assert datetime.fromtimestamp(int(EPOCH), UTC).date() == date(2026, 11, 21)


def test_the_date_is_utc_whatever_the_clock_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) - 1))
    assert build_date() == date(2026, 11, 20)


def test_without_a_given_date_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now().astimezone().date()
    assert before <= build_date() <= datetime.now().astimezone().date()


@pytest.mark.parametrize(
    ("name", "hint"), [("zensikal", "Bedoelde je 'zensical'?"), ("hugo", "Kies mkdocs of zensical.")]
)
def test_an_engine_that_does_not_exist_is_wrong_use(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"De engine {name} bestaat niet. {hint}")):
        engine_named(name)


@pytest.mark.parametrize("option", ["--output", "--keep-stage"])
def test_a_file_in_the_place_of_a_folder_is_wrong_use(option: str, cli: Cli) -> None:
    a_kit("een")
    Path("bezet").touch()
    answer = cli("build", option, "bezet")
    assert (answer.code, answer.err) == (2, "Fout: bezet is een bestand. Kies een map om in te schrijven.\n")


def test_not_even_a_mistake_of_ours_holds_up_the_other_kits(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(job: Job, *_: object) -> Built:
        if job.folder.name == "een":
            raise RuntimeError("raar")
        return built(job)

    a_kit("een")
    a_kit("twee")
    replace_builder(monkeypatch, build)
    answer = cli("build")
    assert answer.code == 4
    assert "een: niet gemaakt. Fout in het programma zelf: raar\n" in answer.err
    assert "twee: klaar" in answer.out
    assert "Traceback" in cli("build", "--debug").err
