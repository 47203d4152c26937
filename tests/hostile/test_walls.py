"""A build stays between its walls: what it opened, wrote, ran and reached, as the operating system saw it."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, environment_for
from tests.hostile import fields
from tests.hostile.watching import Seen, calls, note, watched
from tests.intake.lists import BRANCHE, HEADINGS, member, text_file

#: What any Python program on Linux reads of its system: the loader, locale and time zone, processors and memory,
#: types of files, random numbers.
SYSTEM = (
    *("/etc/ld.so.cache", "/etc/ld.so.preload", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"),
    *("/usr/share/locale", "/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone", "/etc/os-release"),
    # Where links among these lead on Debian.
    *("/etc/locale.alias", "/etc/ssl/openssl.cnf"),
    *("/proc/self", "/proc/stat", "/proc/meminfo", "/proc/cpuinfo", "/proc/filesystems", "/proc/sys"),
    *("/sys/devices/system/cpu", "/sys/fs/cgroup", "/dev/null", "/dev/urandom"),
    *("/etc/mime.types", "/etc/httpd", "/etc/apache", "/etc/apache2", "/usr/local/etc", "/usr/share/mime"),
    # Reportlab looks which folders of fonts there are; it opens none, for every PDF of ours brings its own.
    *("/usr/share/fonts", "/usr/share/X11/fonts", "/usr/local/share/fonts"),
)
#: Our own program with its theme and texts, Python and its libraries.
OURS: tuple[str | Path, ...] = (
    *(ROOT / name for name in ("generator", "theme", "content", "mkdocs.yml", "pyproject.toml")),
    *(sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values()),
)
CANARY = "geheim van een ander"


def inside(path: str, *allowed: str | Path) -> bool:
    return any(Path(path).is_relative_to(wall) for wall in allowed)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One good kit, and beside it kits that try to get at files of others by every way that a path has."""
    folder = tmp_path_factory.mktemp("muren")
    outside = folder / "buiten"
    (outside / "map").mkdir(parents=True)
    fields.write(folder / "kits", fields.FULL)
    good = folder / "kits/bond/voorbeeld"
    for name in ("foto.jpg", "logo.svg", "code.pdf", "map/foto.jpg"):
        (outside / name).write_bytes((good / Path(name).name).read_bytes() + CANARY.encode())
    (outside / "branche.yml").write_text(f"formaat: 1\n# {CANARY}\n", encoding="utf-8")
    (outside / "kit.yml").write_bytes((good / "kit.yml").read_bytes())
    (folder / "tmp").mkdir()
    (good / "niet-genoemd.jpg").write_bytes((good / "foto.jpg").read_bytes() + CANARY.encode())
    for slug, (link, target, place, name) in TRIES.items():
        kit = fields.with_text(fields.FULL, place, name.format(buiten=outside))
        home = fields.write(folder / "kits", kit, slug=slug)
        if link:
            (home / link).unlink(missing_ok=True)
            (home / link).parent.mkdir(exist_ok=True)
            (home / link).symlink_to(target.format(buiten=outside))
    os.mkfifo(folder / "kits/bond/pijp/foto.pijp")
    for slug, aim in {"laag-buiten": outside / "bond.yml", "laag-nul": Path("/dev/zero")}.items():
        (folder / "kits" / slug).mkdir()
        (folder / "kits" / slug / "branche.yml").symlink_to(aim)
    (outside / "bond.yml").write_bytes((folder / "kits/bond/branche.yml").read_bytes() + f"# {CANARY}\n".encode())
    (folder / "kits/laag-pijp").mkdir()
    os.mkfifo(folder / "kits/laag-pijp/branche.yml")
    return folder


FOTO = ("vertrouwenspersonen", 0, "foto", "bestand")
LOGO = ("organisatie", "huisstijl", "logo")
CODE = ("documenten", 0, "bestand")
#: Slug -> a link with its target, and the place in the kit with the name that is written there.
TRIES = {
    "link-foto": ("foto.jpg", "{buiten}/foto.jpg", FOTO, "foto.jpg"),
    "link-logo": ("logo.svg", "{buiten}/logo.svg", LOGO, "logo.svg"),
    "link-code": ("code.pdf", "../../../buiten/code.pdf", CODE, "code.pdf"),
    "link-map": ("map", "{buiten}/map", FOTO, "map/foto.jpg"),
    "link-typefout": ("map", "{buiten}/map", FOTO, "map/fotoo.jpg"),
    "link-kring": ("foto.jpg", "foto.jpg", FOTO, "foto.jpg"),
    "link-nul": ("foto.jpg", "/dev/zero", FOTO, "foto.jpg"),
    "link-kit": ("kit.yml", "{buiten}/kit.yml", FOTO, "foto.jpg"),
    "link-laag": ("laag.yml", "{buiten}/branche.yml", ("basis",), "laag.yml"),
    "omhoog": ("", "", FOTO, "../../../buiten/foto.jpg"),
    "absoluut": ("", "", FOTO, "{buiten}/foto.jpg"),
    "laag-omhoog": ("", "", ("basis",), "../../../buiten/branche.yml"),
    "laag-absoluut": ("", "", ("basis",), "{buiten}/branche.yml"),
    "pijp": ("", "", FOTO, "foto.pijp"),
    "map": ("", "", FOTO, "."),
    "buurman": ("", "", FOTO, "../voorbeeld/niet-genoemd.jpg"),
    "link-buurman": ("foto.jpg", "../voorbeeld/niet-genoemd.jpg", FOTO, "foto.jpg"),
    "link-map-buurman": ("map", "../voorbeeld", FOTO, "map/niet-genoemd.jpg"),
}


#: What is watched: with one process and with more, and the commands that only read.
COMMANDS = {
    "build": ("build", "--jobs", "1"),
    "build with more processes": ("build", "--jobs", "2", "--output", "dist2"),
    "check": ("check", "--json"),
    "explain": ("explain", "link-foto"),
}


def environment_in(world: Path) -> dict[str, str]:
    return environment_for(
        TMPDIR=str(world / "tmp"),
        HOME=str(world / "thuis"),
        PYTHONDONTWRITEBYTECODE="1",
        SOURCE_DATE_EPOCH="1795219200",
    )


@pytest.fixture(scope="module", params=COMMANDS.values(), ids=list(COMMANDS))
def seen(world: Path, request: pytest.FixtureRequest) -> Seen:
    """Watch one command over all of them at once."""
    return watched(list(request.param), world, environment_in(world), world / "calls.log")


@pytest.fixture(scope="module")
def built(world: Path) -> Seen:
    return watched(["build", "--jobs", "1"], world, environment_in(world), world / "built.log")


def test_only_the_good_kit_is_built(world: Path, built: Seen) -> None:
    assert built.code == 4
    made = {path.parent.name for path in (world / "dist").glob("*/kit.json")}
    assert made == {"voorbeeld", "campagne"}


def test_nothing_is_opened_outside_the_kits_and_what_a_program_needs(world: Path, seen: Seen) -> None:
    allowed: tuple[str | Path, ...] = (
        *(world / name for name in ("kits", "dist", "dist2", "tmp")),
        *{Path(path).resolve() for path in OURS},
        *OURS,
        *{Path(path).resolve() for path in SYSTEM},
        *SYSTEM,
    )
    assert len(seen.read) > 400
    assert seen.code in {0, 3, 4}
    assert {path for path in seen.read if not inside(path, *allowed)} <= {str(ROOT), str(world), *sys.path}
    assert not any(inside(path, world / "buiten") for path in seen.read)


def test_no_file_of_a_kit_is_opened_that_it_does_not_name_itself(seen: Seen) -> None:
    assert not [path for path in seen.read if path.endswith("niet-genoemd.jpg")]


def test_nothing_is_written_outside_the_output_and_the_temporary_folder(world: Path, seen: Seen) -> None:
    # Processes share a semaphore, which the system keeps as a file of its own.
    allowed = (world / "dist", world / "dist2", world / "tmp", Path("/dev/null"), Path("/dev/shm"))  # noqa: S108
    assert {path for path in seen.written if not inside(path, *allowed)} == set()
    assert list((world / "tmp").iterdir()) == []
    assert not (world / "thuis").exists()


def test_no_network_is_reached_and_no_other_program_run(seen: Seen) -> None:
    assert seen.reached == []
    assert {Path(program).resolve() for program in seen.run} == {Path(sys.executable).resolve()}


def test_no_word_of_another_is_in_the_output(world: Path, built: Seen) -> None:
    assert len(built.written) > 50
    files = [path for path in (world / "dist").rglob("*") if path.is_file()]
    assert len(files) > 50
    assert not [path for path in files if CANARY.encode() in path.read_bytes()]
    assert "fotoo" in (world / "dist/report.json").read_text("utf-8")
    assert "Bedoelde je 'map/foto.jpg'" not in (world / "dist/report.json").read_text("utf-8")


def test_an_import_opens_and_writes_nothing_elsewhere(world: Path, tmp_path: Path) -> None:
    into = tmp_path / "kits/bond"
    into.mkdir(parents=True)
    (into / "branche.yml").write_text(BRANCHE, encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    outside = world / "buiten"
    (tmp_path / "link.jpg").symlink_to(outside / "foto.jpg")
    (tmp_path / "map").symlink_to(outside)
    tries = ["link.jpg", "map/foto.jpg", "../buiten/foto.jpg", str(outside / "foto.jpg")]
    members = [
        (*member(lidnummer=f"{1001 + number}", naam=f"Lid {number}"), photo, "15-9-2026" if photo else "")
        for number, photo in enumerate(["", *tries])
    ]
    text_file(tmp_path / "leden.csv", [(*HEADINGS, "VP 1 foto", "VP 1 toestemming"), *members])
    arguments = ["import", "leden.csv", "--into", "kits/bond"]
    seen = watched(arguments, tmp_path, environment_in(tmp_path), tmp_path / "tmp/calls.log")
    assert seen.code == 4
    assert str(tmp_path / "leden.csv") in seen.read
    assert not any(inside(path, outside) for path in seen.read)
    assert {path.name for path in into.iterdir() if path.is_dir()} == {"lid-0"}
    allowed = (tmp_path / "kits", tmp_path / "tmp", Path("/dev/null"))
    elsewhere = {Path(path) for path in seen.written if not inside(path, *allowed)}
    # The list of mistakes, and what it is called while it is written.
    assert {path.parent for path in elsewhere} == {tmp_path}
    assert all(path.name.lstrip(".").startswith("leden-fouten.csv") for path in elsewhere)
    assert seen.reached == []


def test_the_reader_of_the_log_sees_what_a_process_does() -> None:
    log = "\n".join(
        (
            '7 openat(AT_FDCWD</a/b>, "../c", O_RDONLY|O_CLOEXEC) = 3</a/c>',
            '7 openat(AT_FDCWD</a>, "d", O_WRONLY|O_CREAT <unfinished ...>',
            "8 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3<TCP:[1]>",
            "7 <... openat resumed>, 0666) = 4</a/d>",
            '7 openat(AT_FDCWD</a>, "link", O_RDONLY|O_CLOEXEC) = 5</elders/zo\\303\\253>',
            '7 openat(AT_FDCWD</a>, "weg", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)',
        )
    )
    assert [(call.name, call.result) for call in calls(log)][:3] == [("openat", 3), ("socket", 3), ("openat", 4)]
    seen = Seen(0)
    note(seen, log, Path("/w"))
    assert seen.read == {"/a/c", "/a/link", "/elders/zoë"}
    assert seen.written == {"/a/d"}
    assert len(seen.reached) == 1


def test_a_file_that_is_reached_by_a_link_is_seen(tmp_path: Path) -> None:
    """The witness itself: a layer that is a link within the kits is opened, and both of its names are noted."""
    fields.write(tmp_path / "kits", fields.FULL)
    layer = tmp_path / "kits/bond/branche.yml"
    layer.rename(tmp_path / "kits/echt.yml")
    layer.symlink_to(tmp_path / "kits/echt.yml")
    seen = watched(["check", "voorbeeld"], tmp_path, environment_in(tmp_path), tmp_path / "calls.log")
    assert {str(tmp_path / "kits/echt.yml")} <= seen.read
