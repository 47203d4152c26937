"""Time and memory are bounded: the largest and worst of what is let in, each in a process with limits."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import resource
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from generator import limits
from generator.kit.svg import svg_problem
from tests.builders import een_kit, lees
from tests.cli.conftest import ROOT, environment_for
from tests.hostile import fields
from tests.kit.test_files import bomb

HEAD: Final = """formaat: 1
organisatie: {naam: Bakkerij, medewerkers: 12, huisstijl: {logo: logo.svg}}
vertrouwenspersonen:
- naam: Joost Verhage
  soort: extern
  contact: {telefoon: "088 1234567"}
"""
FOTO: Final = "  foto: {bestand: foto.jpg, toestemming: 2026-01-01}\n"
SPARE: Final = limits.KIT_BYTES - len(HEAD) - 1_000


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code, what it said, and what it took."""

    code: int
    out: str
    err: str
    seconds: float
    memory: int


def bounded(*arguments: str, cwd: Path, seconds: int = limits.CPU_SECONDS) -> Ended:
    """Run the command line in a process that is ended by the system above the stated bounds."""

    def bind() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        # Addresses are not memory: programs map libraries and heaps that they never touch.
        resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY * 3, limits.MEMORY * 3))

    with (cwd / "out").open("w+b") as out, (cwd / "err").open("w+b") as err:
        running = subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            cwd=cwd,
            env=environment_for(SOURCE_DATE_EPOCH="1795219200"),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            preexec_fn=bind,  # noqa: PLW1509  only two system calls, before anything else runs
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    said, complained = ((cwd / name).read_text(encoding="utf-8", errors="replace") for name in ("out", "err"))
    return Ended(running.returncode, said, complained, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def held(ended: Ended, seconds: int = limits.CPU_SECONDS) -> None:
    """Assert that a process stayed within what is stated and ended with an answer for a person."""
    assert ended.code in {0, 3}, (ended.code, ended.err[-500:])
    assert ended.seconds < seconds
    assert ended.memory < limits.MEMORY
    assert "Traceback" not in ended.out + ended.err


def filled(piece: str) -> str:
    return piece * (SPARE // len(piece.encode()))


#: What a file of a megabyte can hold at its worst, for each way of reading it.
WORST: Final[dict[str, Callable[[], str]]] = {
    "control characters": lambda: "\x00\n" * (limits.KIT_BYTES // 2 - 1),
    "an open list of many lines": lambda: "a: [x\n" + filled(" x\n"),
    "dashes in an open list": lambda: "a: [\n" + filled("- ") + "\n",
    "spaces before a mistake": lambda: "b\na" + " " * (SPARE - 100) + "\nc: [\n",
    "mistakes on every line": lambda: filled("aa: x: y\n"),
    "a long text and mistakes": lambda: HEAD + 'w: "' + "x y " * (SPARE // 4 - 200) + '"\n' + "z: @\n" * 30,
    "unknown keys": lambda: HEAD + "".join(f"sleutel{number}: x\n" for number in range(limits.KIT_VALUES // 2 - 20)),
    "unknown contacts": lambda: (
        HEAD
        + "contacten:\n"
        + "".join(f"  contact{number}: {{naam: x}}\n" for number in range(2_400))
        + "doorverwijzing:\n  pesten: ["
        + ", ".join(f"kontakt{number}" for number in range(9_000))
        + "]\n"
    ),
    "unknown situations": lambda: (
        HEAD + "doorverwijzing:\n" + "".join(f"  zaak{number}: [naam{number}]\n" for number in range(6_000))
    ),
    "advisors": lambda: HEAD + "".join(f"- {{naam: Joost Verhage {n}, soort: x}}\n" for n in range(3_000)),
    "accents in a name": lambda: HEAD.replace("Joost Verhage", '"a' + "\u0301\u0316" * (SPARE // 4 - 100) + '"'),
    "accents in a key": lambda: HEAD + '"a' + "\u0301\u0316" * (SPARE // 4 - 100) + '": x\n',
    "a long key": lambda: HEAD + '"' + "k" * SPARE + '": x\n',
    "a long path": lambda: HEAD + "documenten: [{titel: x, bestand: " + "a/" * (SPARE // 2 - 60) + "x.pdf}]\n",
    "a long number": lambda: HEAD.replace("medewerkers: 12", "medewerkers: " + "9" * SPARE),
    "a long address": lambda: HEAD.replace(
        "telefoon: ", "afspraak: " + "https://a" + ".a" * (SPARE // 2 - 40) + ", telefoon: "
    ),
    "a long mail address": lambda: HEAD.replace(
        "telefoon: ", 'email: "' + "a." * (SPARE // 2 - 40) + '@a.nl", telefoon: '
    ),
    "a long telephone number": lambda: HEAD.replace("088 1234567", "0" + " 8" * (SPARE // 2 - 20)),
    "aliases that swell": lambda: (
        HEAD
        + "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    ),
    "depth": lambda: HEAD + "a: " + "[" * (SPARE - 10),
    "a large base": lambda: HEAD + "basis: " + "../" * (SPARE // 3 - 10) + "x\n",
}


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return fields.folder(tmp_path, "voorbeeld")


def test_the_worst_megabytes_are_refused_within_the_bounds_of_one(tmp_path: Path) -> None:
    for number, make in enumerate(WORST.values()):
        folder = fields.folder(tmp_path, f"kit-{number}")
        (folder / "kit.yml").write_text(make(), encoding="utf-8")
        assert (folder / "kit.yml").stat().st_size <= limits.KIT_BYTES
    ended = bounded("check", "--json", cwd=tmp_path)
    held(ended)
    assert ended.code == 3
    told = Counter(item["kit"] for item in json.loads(ended.out)["findings"])
    assert len(told) == len(WORST) > 15
    assert all(number <= 3 * (limits.FINDINGS + 1) for number in told.values())


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>'.encode()


def doubled(times: int) -> str:
    """A drawing that uses one part 2 to the power ``times`` times."""
    parts = "".join(f'<g id="a{n + 1}"><use href="#a{n}"/><use href="#a{n}"/></g>' for n in range(times))
    return f'<defs><g id="a0"><rect width="1" height="1"/></g>{parts}</defs><use href="#a{times}"/>'


def many_scans() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((900, 900), 60).save(out, "JPEG", progressive=True, quality=10)
    data = out.getvalue()
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * (limits.JPEG_SCANS + 1) + b"\xff\xd9"


def noise(size: tuple[int, int], kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).save(out, kind, **options)
    return out.getvalue()


def text_bomb() -> bytes:
    """A PNG with a small piece of text that unpacks to a hundred megabytes."""
    data = bomb(8, 8)
    packed = b"a\0\0" + zlib.compress(b"x" * 100_000_000, 9)
    chunk = len(packed).to_bytes(4, "big") + b"zTXt" + packed + zlib.crc32(b"zTXt" + packed).to_bytes(4, "big")
    return data[:33] + chunk + data[33:]


BOMBS: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "drawing that uses itself up": ("logo.svg", lambda: svg(doubled(40))),
    "drawing of many groups in each other": ("logo.svg", lambda: svg("<g>" * 50_000 + "</g>" * 50_000)),
    "drawing of too deep groups": ("logo.svg", lambda: svg('<g opacity=".9">' * 260 + "<path/>" + "</g>" * 260)),
    "drawing with a heavy effect": (
        "logo.svg",
        lambda: svg('<filter id="f"><feTurbulence numOctaves="999999999"/></filter><rect filter="url(#f)"/>'),
    ),
    "drawing of many layers": ("logo.svg", lambda: svg('<rect width="10" height="10" opacity=".5"/>' * 30_000)),
    "drawing with many rules": ("logo.svg", lambda: svg(f"<style>{'a>b{fill:red}' * 100_000}</style>")),
    "drawing with a picture of a billion pixels": (
        "logo.svg",
        lambda: svg(f'<image href="data:image/png;base64,{base64.b64encode(bomb(30_000, 30_000)).decode()}"/>'),
    ),
    "drawing that is no drawing but packed": ("logo.svg", lambda: zlib.compress(b" " * 50_000_000)),
    "photo of a billion pixels": ("foto.jpg", lambda: bomb(60_000, 60_000)),
    "photo of many layers": ("foto.jpg", many_scans),
    "photo with a text that unpacks": ("foto.jpg", text_bomb),
    "photo that ends early": ("foto.jpg", lambda: bomb(64, 64)),
    "logo that ends early": ("logo.svg", lambda: b""),
}


def test_small_files_that_ask_for_endless_work_are_findings(tmp_path: Path) -> None:
    photo = noise((400, 400), "JPEG")
    for number, (file, make) in enumerate(BOMBS.values()):
        folder = fields.folder(tmp_path, f"kit-{number}")
        (folder / "foto.jpg").write_bytes(photo)
        (folder / file).write_bytes(make())
        (folder / "kit.yml").write_text(HEAD + FOTO, encoding="utf-8")
    ended = bounded("check", "--json", cwd=tmp_path)
    held(ended)
    assert ended.code == 3
    told = {item["kit"]: item for item in json.loads(ended.out)["findings"]}
    for number, (file, _) in enumerate(BOMBS.values()):
        assert told[f"kit-{number}"]["code"] in {"VK043", "VK044", "VK045"}
        assert f"'{file}'" in told[f"kit-{number}"]["message"]


def test_the_heaviest_drawing_that_is_taken_is_built_within_the_stated_bounds(tmp_path: Path, kit: Path) -> None:
    """As many of the slowest effects as may be, each drawn far around, for a logo as wide as its place on paper."""
    effect = '<filter id="f" x="-9" y="-9" width="19" height="19"><feGaussianBlur stdDeviation="9"/></filter>'
    blurred = '<rect width="100" height="25" filter="url(#f)"/>'
    number = limits.SVG_LAYERS // 21
    drawing = svg(effect + blurred * number).replace(b"0 0 10 10", b"0 0 100 25")
    assert svg_problem(drawing) is None
    assert svg_problem(drawing.replace(b"</svg>", blurred.encode() + b"</svg>"))
    (kit / "logo.svg").write_bytes(drawing)
    (kit / "kit.yml").write_text(HEAD, encoding="utf-8")
    ended = bounded("build", "voorbeeld", "--jobs", "1", cwd=tmp_path)
    held(ended)
    assert ended.code == 0


def people(number: int, sites: Sequence[str] = (), **more: object) -> str:
    """Return a kit with so many advisors, of whom each has ``more``."""
    advisors = [
        {
            "naam": f"Jan Smit {place}",
            "soort": "extern" if place else "intern",
            "contact": {"telefoon": f"06 1234{place:04}"},
            **more,
        }
        for place in range(number)
    ]
    organisation = {"naam": "n" * limits.LINE, "medewerkers": 12, "vestigingen": list(sites)}
    return json.dumps({"formaat": 1, "organisatie": organisation, "vertrouwenspersonen": advisors})


@pytest.mark.parametrize(
    "line", ["w" * limits.LINE, "Wij staan naast je. " * (limits.LINE // 20)], ids=["one word", "many words"]
)
def test_as_many_advisors_as_may_be_with_long_texts_are_judged_within_the_stated_bounds(
    tmp_path: Path, kit: Path, line: str
) -> None:
    sites = [f"Plaats {number}" for number in range(20)]
    more = {
        "functie": line.strip(),
        "afdeling": line.strip(),
        "bereikbaar": line.strip(),
        "talen": [line.strip()] * 9,
        "voorstellen": (line * (limits.TEXT // len(line))).strip(),
        "vestigingen": sites,
    }
    large = people(limits.ADVISORS, sites=sites, **more)
    assert limits.KIT_BYTES / 2 < len(large) < limits.KIT_BYTES
    (kit / "kit.yml").write_text(large, encoding="utf-8")
    held(bounded("check", "voorbeeld", cwd=tmp_path, seconds=limits.LARGEST_CPU_SECONDS), limits.LARGEST_CPU_SECONDS)


def test_as_many_advisors_as_may_be_with_long_texts_are_built_within_the_stated_bounds(
    tmp_path: Path, kit: Path
) -> None:
    """The site alone: no sheet of paper has room for a hundred people, and the build says so."""
    line = "Wij staan naast je. " * (limits.LINE // 20)
    long = {"functie": line.strip(), "bereikbaar": line.strip(), "voorstellen": (line * 19).strip()}
    large = people(limits.ADVISORS, sites=["Plaats 1"], **long, talen=[line.strip()] * 9)
    (kit / "kit.yml").write_text(large, encoding="utf-8")
    ended = bounded("build", "voorbeeld", "--only", "site", cwd=tmp_path, seconds=limits.LARGEST_CPU_SECONDS)
    held(ended, limits.LARGEST_CPU_SECONDS)
    assert ended.code == 0


def test_as_many_people_as_a_sheet_has_room_for_are_built_with_the_heaviest_photos(tmp_path: Path, kit: Path) -> None:
    most = limits.CPU_SECONDS + 6 * limits.PHOTO_CPU_SECONDS
    whole = json.loads(people(12))
    whole["organisatie"]["naam"] = "Bakkerij"
    photo = noise((8_000, 5_000), "JPEG", progressive=True)
    for number, advisor in enumerate(whole["vertrouwenspersonen"]):
        advisor["foto"] = {"bestand": f"foto-{number}.jpg", "toestemming": "2026-01-01"}
        # What differs in a single byte is decoded anew.
        (kit / f"foto-{number}.jpg").write_bytes(photo + bytes([number]))
    (kit / "kit.yml").write_text(json.dumps(whole), encoding="utf-8")
    ended = bounded("build", "voorbeeld", "--jobs", "1", cwd=tmp_path, seconds=most)
    held(ended, most)
    assert ended.code == 0


def test_one_advisor_more_is_a_finding(tmp_path: Path, kit: Path) -> None:
    (kit / "kit.yml").write_text(people(limits.ADVISORS + 1), encoding="utf-8")
    (finding,) = json.loads(bounded("check", "voorbeeld", "--json", cwd=tmp_path).out)["findings"]
    assert (finding["code"], finding["path"]) == ("VK025", "vertrouwenspersonen")
    assert f"hooguit {limits.ADVISORS}" in finding["advice"]


def test_the_longest_texts_are_judged_within_the_stated_bounds(tmp_path: Path) -> None:
    words = ["w" * limits.LINE, "a b " * (limits.LINE // 4), "Je bent anoniem en vertrouwelijk. " * (limits.LINE // 34)]
    for number, word in enumerate(words):
        longest = word * (limits.TEXT // len(word))
        more = {
            "voorstellen": longest,
            "functie": word.strip(),
            "bereikbaar": word.strip(),
            "talen": [word.strip()] * 9,
        }
        (fields.folder(tmp_path, f"kit-{number}") / "kit.yml").write_text(people(3, **more), encoding="utf-8")
    ended = bounded("check", "kit-0", "kit-1", "kit-2", cwd=tmp_path)
    held(ended)


def test_the_largest_photo_is_built_within_the_stated_bounds(tmp_path: Path, kit: Path) -> None:
    (kit / "foto.jpg").write_bytes(noise((8_000, 5_000), "JPEG", progressive=True))
    assert limits.PIXELS == 8_000 * 5_000
    (kit / "kit.yml").write_text(HEAD + FOTO, encoding="utf-8")
    ended = bounded("build", "voorbeeld", "--only", "site", cwd=tmp_path)
    held(ended)
    assert ended.code == 0


def test_documents_that_together_are_too_large_are_a_finding(tmp_path: Path) -> None:
    names = [f"deel-{number}.pdf" for number in range(limits.DOCUMENTS_BYTES // limits.FILE_BYTES + 1)]
    folder = een_kit(tmp_path, documenten=[{"titel": name, "bestand": name} for name in names])
    for name in names:
        with (folder / name).open("wb") as stream:
            stream.write(b"%PDF-1.7")
            stream.truncate(limits.FILE_BYTES)
    (finding,) = lees(folder).findings
    assert (finding.code, finding.path) == ("VK045", "documenten")


def test_documents_that_ask_for_endless_work_are_searched_within_the_stated_bounds(tmp_path: Path) -> None:
    objects = zlib.compressobj(9)
    packed = b"".join([*(objects.compress(b"/Author(" * 1_000_000) for _ in range(40)), objects.flush()])
    worst = [
        b"<</Type/ObjStm/Filter/FlateDecode>>stream\n" + packed + b"\nendstream\n",
        b"<</Type/ObjStm>>stream\nx\x9cendstream",
        b"/Author 1 0 R 1 0 obj ",
        b"/Author(",
        b"/#4",
        b"/OpenAction 1 0 R 1 0 obj<<",
        b"<</Type/ObjStm>>stream\n1 0 a endstream",
        b"<</Type/Metadata>>stream\n<dc:creator><rdf:li>a</dc:creator>endstream",
    ]
    photo = b"<</Filter/DCTDecode>>stream\n\xff\xd8\xffExif\0\0MM\0*\0\0\0\x08%07d\nendstream\n"
    size = limits.DOCUMENTS_BYTES // (len(worst) + 1) - 9
    worst.append(b"".join(photo % number for number in range(size // len(photo % 0))))
    names = [f"deel-{number}.pdf" for number in range(len(worst))]
    folder = een_kit(tmp_path / "kits", documenten=[{"titel": name, "bestand": name} for name in names])
    for name, data in zip(names, worst, strict=True):
        (folder / name).write_bytes(b"%PDF-1.7\n" + data * (size // len(data)))
    ended = bounded("check", folder.name, cwd=tmp_path)
    held(ended)
    assert ended.code == 0


def test_every_bound_that_is_stated_is_used_and_tried() -> None:
    """A bound that no code asks for is no bound, and one that no test names is not known to hold."""
    stated = [name for name in vars(limits) if name.isupper() and not name.startswith("_")]
    assert len(stated) > 30
    texts = {
        folder: "".join(path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py"))
        for folder in ("generator", "tests")
    }
    of_processes = {"CPU_SECONDS", "LARGEST_CPU_SECONDS", "PHOTO_CPU_SECONDS"}
    assert {name for name in stated if f"limits.{name}" not in texts["generator"]} == of_processes
    # These bound only how much is done for the sake of a better message.
    of_advice = {"REPAIRS", "REPAIRED_CHARACTERS", "CHOICES"}
    assert {name for name in stated if not re.search(rf"\blimits\b\W+(?:\w+\W+)?{name}\b", texts["tests"])} <= of_advice
