"""Find a word in bytes, whatever packs or writes it: one search for all tests that ask where something went.

A *reading* is a way to look at bytes: as they are, unpacked, or with the places taken out where a line was broken. A
*form* is a way to write a word. Upper and lower case are the same.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import pypdfium2

from tests.printing.pdf import Pdf

#: Where a long word may be broken: folded lines of a vCard, quoted-printable, and what allows a break.
_BREAKS: Final = (b"\r\n ", b"=\r\n", b"=\n", "\u00ad".encode(), "\u200b".encode(), b"&shy;", b"<wbr>")
#: So many letters at the start of a word are sought first.
_BEGINNING: Final = 8
_known: dict[bytes, tuple[tuple[str, bytes], ...]] = {}


def traces(data: bytes, word: str) -> list[str]:
    """Return how and where a word occurs in data; nothing if it does not."""
    found = []
    for how, text in _readings(data):
        found += [f"{form}, {how}" for form, sought in forms(word) if sought in text]
    return found


def words_in(data: bytes, words: Iterable[str]) -> set[str]:
    """Return which of these words occur in data; many that begin alike take hardly longer than one."""
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:_BEGINNING], []).append(word)
    found: set[str] = set()
    for _, text in _readings(data):
        for beginning, several in alike.items():
            if any(sought in text for sought in _forms(beginning)):
                found.update(word for word in several if any(sought in text for sought in _forms(word)))
    return found


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[bytes, ...]:
    return tuple(sought for _, sought in forms(word))


def words_below(folder: Path, words: Iterable[str]) -> dict[str, set[str]]:
    """Return per word the files below a folder, or a file itself, that hold it in their content, name or link."""
    found: dict[str, set[str]] = {word: set() for word in words}
    for path in [folder, *sorted(folder.rglob("*"))]:
        name = path.relative_to(folder.parent).as_posix()
        held = words_in(path.read_bytes(), found) if path.is_file() else set()
        for word, places in found.items():
            if word in held or word in name.lower():
                places.add(name)
    return {word: places for word, places in found.items() if places}


def forms(word: str) -> list[tuple[str, bytes]]:
    """Return a word as texts, programs and formats write it, in lower case but for base64."""
    plain = word.lower()
    utf8, wide = plain.encode(), plain.encode("utf-16-be")
    made = {
        "UTF-8": utf8,
        "UTF-16BE": wide,
        "UTF-16LE": plain.encode("utf-16-le"),
        "hexadecimal": utf8.hex().encode(),
        "hexadecimal UTF-16": wide.hex().encode(),
        "percent": "".join(f"%{byte:02x}" for byte in utf8).encode(),
        "quoted-printable": "".join(f"={byte:02x}" for byte in utf8).encode(),
        "octal": "".join(f"\\{byte:03o}" for byte in utf8).encode(),
        "JSON": "".join(f"\\u{ord(letter):04x}" for letter in plain).encode(),
        "HTML": "".join(f"&#{ord(letter)};" for letter in plain).encode(),
        "HTML hexadecimal": "".join(f"&#x{ord(letter):x};" for letter in plain).encode(),
        **{f"base64 at {at}": sought for at, sought in enumerate(_in_base64(word.encode()))},
    }
    return list(made.items())


def _in_base64(word: bytes) -> Iterator[bytes]:
    """Yield the part of base64 that a word alone decides, at each of the three places where it may begin."""
    for at in range(3):
        whole = (at + len(word)) // 3 * 4
        # What stands before the word decides the first letters, and what stands behind it the last.
        yield b64encode(b"\0" * at + word)[(0, 2, 3)[at] : whole].lower()


def _readings(data: bytes) -> tuple[tuple[str, bytes], ...]:
    digest = hashlib.sha256(data).digest()
    if digest not in _known:
        _known[digest] = tuple((how, text.lower()) for how, text in _read(data))
    return _known[digest]


def _read(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "as it is", data
    whole = data
    for sign in _BREAKS:
        whole = whole.replace(sign, b"")
    if whole != data:
        yield "without breaks", whole
    if data.startswith(b"%PDF-"):
        yield "unpacked PDF", Pdf(data).unpacked().encode("latin-1", "backslashreplace")
        yield "text of a PDF", _text(data).encode()
    elif data.startswith(b"\x1f\x8b"):
        yield from ((f"gzip, {how}", text) for how, text in _read(gzip.decompress(data)))
    elif zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for entry in packed.infolist():
                yield f"zip, {entry.filename}", entry.filename.encode() + b"\0" + entry.comment + entry.extra
                for how, text in _readings(packed.read(entry)):
                    yield f"zip, {entry.filename}, {how}", text


def _text(data: bytes) -> str:
    """Return what a PDF says, by another library than the one that unpacks it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
