"""Bytes that nobody would write on purpose: random ones, and good files that were damaged or spliced together."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from tests.conftest import KITS
from tests.kit.samples import ALL

#: Pieces of YAML that mean something to some reader, and characters that mean something to some program.
PIECES = (
    b'!!python/object/apply:os.system [id]', b'!!binary aGk=', b'!!set {a, b}', b'!!timestamp 2026-01-01', b'! x',
    b'&a ', b'*a', b'&a [*a]', b'<<: *a', b'? [a, b]\n: c\n', b'? ', b'{? a}', b'--- \n', b'...\n', b'%YAML 1.1\n',
    b'%YAML 9999999999999999999.1\n', b'%TAG ! tag:x,2026:\n', b'|\n', b'>-\n', b'|9\n', b'- - - -', b'[[[[[[[',
    b'{{{{', b'"', b"'", b'\t', b'\r', b'\x00', b'\x1b[31m', b'\xc2\x85', b'\xe2\x80\xa8', b'\xef\xbb\xbf',
    b'\xff\xfe', b'\xed\xa0\x80', b'\xe2\x80\xae', b'\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb', b"\xcc\x81" * 40,
    b'\xf3\xb0\x80\x80', b'\xe9', b'"\\U12345678"', b'"\\ud800"', b'"\\x00"', b'"\\e[2J"', b'"a\\nb": c', b"9" * 5000,
    b'1e999', b'-0', b'0x1F', b'.inf', b'12:30:45', b'null', b'~', b'yes', b'2026-02-30', b'0001-01-01',
    b'9999-12-31', b'naam: ', b': ', b' #', b', ', b']', b'}', b"../" * 9, b'/etc/passwd', b'fotos/',
    b'basis: ../branche.yml\n', b'basis: kit.yml\n', b'vergrendeld: [organisatie]\n',
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-32-be", "latin-1", "cp1252", "utf-7", "utf-8-sig")


def mutated(random: Random, good: list[bytes], most: int = 30_000) -> bytes:
    """Return a damaged copy of one of the ``good`` files, or now and then bytes that are no copy of anything."""
    if random.random() < 0.05:
        return random.randbytes(random.randrange(2000))
    data = bytearray(random.choice(good))
    for _ in range(random.choice((1, 1, 2, 4, 12))):
        random.choice((_flip, _delete, _repeat, _insert, _splice, _shift, _swap_lines))(random, data, good)
    if random.random() < 0.05:
        return bytes(data).decode("utf-8", "ignore").encode(random.choice(_ENCODINGS), "replace")[:most]
    return bytes(data[:most])


def _place(random: Random, data: bytearray) -> int:
    return random.randrange(len(data) + 1)


def _flip(random: Random, data: bytearray, _: list[bytes]) -> None:
    if data:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _delete(random: Random, data: bytearray, _: list[bytes]) -> None:
    start = _place(random, data)
    del data[start : start + random.choice((1, 1, 3, 40, 400))]


def _repeat(random: Random, data: bytearray, _: list[bytes]) -> None:
    start = _place(random, data)
    piece = bytes(data[start : start + random.choice((1, 7, 60, 600))])
    data[start:start] = piece * random.choice((1, 1, 2, 30))


def _insert(random: Random, data: bytearray, _: list[bytes]) -> None:
    start = _place(random, data)
    data[start:start] = random.choice(PIECES)


def _splice(random: Random, data: bytearray, good: list[bytes]) -> None:
    other = random.choice(good)
    start = random.randrange(len(other) + 1)
    here = _place(random, data)
    data[here : here + random.choice((0, 50))] = other[start : start + random.choice((5, 80, 800))]


def _shift(random: Random, data: bytearray, _: list[bytes]) -> None:
    lines = bytes(data).split(b"\n")
    number = random.randrange(len(lines))
    lines[number] = b" " * random.randrange(5) + lines[number].lstrip()
    data[:] = b"\n".join(lines)


def _swap_lines(random: Random, data: bytearray, _: list[bytes]) -> None:
    lines = bytes(data).split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    data[:] = b"\n".join(lines)


def good_files() -> list[bytes]:
    """Return what damaged kits are made from: the examples with their layers, and the samples, good and bad."""
    paths = [*sorted(KITS.rglob("kit.yml")), *sorted(KITS.rglob("branche.yml"))]
    return [path.read_bytes() for path in (*paths, *(folder / "kit.yml" for folder in ALL))]


def write_examples(kits: Path) -> Path:
    """Make the folder of a kit with the files that the examples name, and return it."""
    home = kits / "bond" / "lid"
    for path in sorted(KITS.rglob("kit.yml")):
        shutil.copytree(path.parent, home, dirs_exist_ok=True)
    return home
