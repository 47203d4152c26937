"""The program as it is typed on machines that are set up in another way: it works, and what it says can be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import a_kit, environment_for
from tests.cli.test_build_many import wholes
from tests.faults.disks import as_anybody, disk
from tests.faults.worlds import tree

BUILD = ("build",)
LOCALEDEF = shutil.which("localedef") or "localedef"
STRACE = shutil.which("strace") or "strace"
PLAIN = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": ""}


def run(
    *arguments: str | Path,
    cwd: Path,
    before: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command, with something ``before`` it and without some variables of the environment."""
    everything = environment_for(**(environment or {}))
    return subprocess.run(
        [*before, sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env={name: value for name, value in everything.items() if name not in without and value},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def built(folder: Path, done: subprocess.CompletedProcess[bytes], output: str = "dist") -> None:
    """Check that a kit was built, as a whole."""
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"Traceback" not in done.stderr
    assert wholes(folder / output) == {"een"}


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build gives where nothing is unusual."""
    place = tmp_path_factory.mktemp("gewoon")
    with inside(place):
        a_kit("een", "# Zoë, naïef, €")
    assert run(*BUILD, cwd=place, environment={"SOURCE_DATE_EPOCH": DAY}).returncode == 0
    return tree(place / "dist/een")


DAY = "1795219200"


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.fixture
def kits(folder: Path) -> Path:
    a_kit("een", "# Zoë, naïef, €")
    return folder


@pytest.mark.parametrize(
    "environment",
    [
        PLAIN,
        {**PLAIN, "PYTHONIOENCODING": "ascii"},
        {**PLAIN, "LC_ALL": "nl_NL.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
        {"COLUMNS": "1", "TERM": "dumb"},
        {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"},
    ],
    ids=["C", "ascii", "a terminal of Latin-1", "a narrow and dumb terminal", "elsewhere"],
)
def test_language_and_terminal_change_what_is_said_at_most(
    environment: dict[str, str], kits: Path, common: dict[str, bytes]
) -> None:
    kit = kits / "kits/een/kit.yml"
    done = run(*BUILD, cwd=kits, environment=environment)
    built(kits, done)
    assert tree(kits / "dist/een") == common
    kit.write_text(kit.read_text(encoding="utf-8").replace("soort: intern", "soort: tóch"), encoding="utf-8")
    wrong = run("check", cwd=kits, environment=environment)
    assert wrong.returncode == 3
    encoding = {"ascii": "ascii", "latin-1": "latin-1"}.get(environment.get("PYTHONIOENCODING", ""), "utf-8")
    said = wrong.stdout.decode(encoding)
    assert "FOUT" in said
    assert "soort" in said
    assert b"Traceback" not in wrong.stderr


def test_where_names_of_files_are_latin_1_too_a_build_is_the_same_and_mistakes_are_told(
    kits: Path, common: dict[str, bytes], tmp_path: Path
) -> None:
    name = "nl_NL.ISO-8859-1"
    subprocess.run([LOCALEDEF, "-i", "nl_NL", "-f", "ISO-8859-1", tmp_path / name], check=True)
    latin = {**PLAIN, "LOCPATH": str(tmp_path), "LC_ALL": name}
    asked = [sys.executable, "-c", "import sys; print(sys.getfilesystemencoding())"]
    encoding = subprocess.run(asked, env=environment_for(**latin), capture_output=True, text=True, check=True).stdout
    assert encoding.strip() == "iso8859-1"
    built(kits, run(*BUILD, cwd=kits, environment=latin))
    assert tree(kits / "dist/een") == common
    kit = kits / "kits/een/kit.yml"
    kit.write_text(kit.read_text(encoding="utf-8").replace("soort: intern", "soort: tóch王"), encoding="utf-8")
    wrong = run("check", cwd=kits, environment=latin)
    assert wrong.returncode == 3
    assert "'tóch?' is hier geen keuze." in wrong.stdout.decode("latin-1")
    assert b"Traceback" not in wrong.stderr


@pytest.mark.parametrize(
    "change",
    [
        {"HOME": "/nonexistent"},
        {"HOME": "/proc"},
        {"HOME": "", "USER": "", "LOGNAME": "", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""},
        {"TMPDIR": "/nonexistent"},
    ],
    ids=["a home that is not there", "a home that can't be written", "no home and no name", "no such TMPDIR"],
)
def test_a_home_is_not_needed(change: dict[str, str], kits: Path, common: dict[str, bytes]) -> None:
    done = run(*BUILD, cwd=kits, without=tuple(name for name, value in change.items() if not value), environment=change)
    built(kits, done)
    assert tree(kits / "dist/een") == common


@pytest.mark.parametrize(
    "name",
    [
        "spaties, één & 100% [x] {y} (z) * a#b?c=d ☎",
        unicodedata.normalize("NFD", "één"),
        'it\'s "zo" $HOME `date` ;\neinde',
        "-streepje",
        "a" * 100 + "/" + "b" * 100 + "/" + "c" * 100,
    ],
    ids=lambda name: ascii(name)[:20],
)
def test_a_folder_may_be_called_anything(name: str, folder: Path, common: dict[str, bytes]) -> None:
    place = folder / name
    place.mkdir(parents=True)
    with inside(place):
        a_kit("een", "# Zoë, naïef, €")
    done = run(*BUILD, "--kits", place / "kits", f"--output={place / 'dist'}", cwd=folder)
    built(place, done)
    assert tree(place / "dist/een") == common


@pytest.mark.parametrize("closed", ["<&- >&- 2>&-", ">&-", "| head -c 1"])
def test_a_stream_that_is_closed_or_that_nobody_reads_costs_no_kit(closed: str, kits: Path) -> None:
    command = f'"{sys.executable}" -m generator {" ".join(BUILD)} --jobs 2 {closed}'
    a_kit("twee")
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=kits, env=environment_for(), capture_output=True, timeout=120, check=False
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert {"een", "twee"} >= wholes(kits / "dist") >= {"een"}


@pytest.mark.parametrize("stream", [">", "2>"])
def test_words_that_do_not_fit_on_a_disk_end_in_a_sentence_or_in_silence(stream: str, kits: Path) -> None:
    command = f'"{sys.executable}" -m generator check geen-kit een {stream} /dev/full'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=kits, env=environment_for(), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert "Errno" not in done.stderr


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit that was built, and of which a name was changed since."""
    place = tmp_path_factory.mktemp("staat")
    with inside(place):
        kit = a_kit("een", "# Zoë, naïef, €")
    text = kit_text = (place / kit).read_text(encoding="utf-8")
    (place / kit).write_text(kit_text.replace("Sam Bakker", "Kim Bakker"), encoding="utf-8")
    assert run(*BUILD, cwd=place, environment={"SOURCE_DATE_EPOCH": DAY}).returncode == 0
    (place / kit).write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("calls", "error"),
    [
        ("link,linkat", "EPERM"),
        ("link,linkat,symlink,symlinkat", "EOPNOTSUPP"),
        ("renameat2", "EINVAL"),
        ("renameat2,fchmod,fchmodat,chmod", "EPERM"),
    ],
)
def test_a_disk_that_can_do_less_gives_the_same(
    calls: str, error: str, standing: Path, folder: Path, common: dict[str, bytes]
) -> None:
    place = shutil.copytree(standing, folder / "hier")
    watch = (STRACE, "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", f"--trace={calls}")
    inject = (*watch, f"--inject={calls}:error={error}")
    built(place, run(*BUILD, cwd=place, before=inject))
    assert tree(place / "dist/een") == common
    new = run("new", "twee", "--no-input", cwd=place, before=inject)
    assert new.returncode == 0, new.stderr
    assert (place / "kits/twee/kit.yml").read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_little_of_everything_is_enough(kits: Path, common: dict[str, bytes]) -> None:
    limits = "ulimit -n 8; ulimit -f 20000; ulimit -s 1024; exec taskset -c 0"
    command = f'{limits} "{sys.executable}" -m generator {" ".join(BUILD)}'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=kits, env=environment_for(), capture_output=True, timeout=120, check=False
    )
    built(kits, done)
    assert tree(kits / "dist/een") == common


def test_two_processes_work_without_shared_memory(kits: Path) -> None:
    """Some containers and hosts have no /dev/shm that a user may write in; semaphores stand there."""
    a_kit("twee")
    unshare = shutil.which("unshare")
    if os.geteuid() != 0 or unshare is None:
        pytest.skip("only root may take /dev/shm away from one process")
    script = (
        f'mount -t tmpfs -o ro,size=4k none /dev/shm && exec "{sys.executable}" -m generator {" ".join(BUILD)} --jobs 2'
    )
    done = subprocess.run(
        [unshare, "--mount", "/bin/sh", "-c", script],
        cwd=kits,
        env=environment_for(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if "mount" in done.stderr:
        pytest.skip("nothing may be mounted here")
    assert done.returncode == 0, done.stdout + done.stderr
    assert wholes(kits / "dist") == {"een", "twee"}


def test_a_user_without_a_name_in_a_folder_that_can_only_be_read_elsewhere_builds(folder: Path) -> None:
    with disk(folder / "kits", "size=4m") as place:
        with inside(folder):
            a_kit("een")
        subprocess.run([shutil.which("mount") or "mount", "-o", "remount,ro", place], check=True)
        done = run(*BUILD, cwd=folder, before=tuple(as_anybody()), without=("USER", "LOGNAME", "HOME"))
        built(folder, done)
        assert sorted(path.name for path in place.iterdir()) == ["een"]
