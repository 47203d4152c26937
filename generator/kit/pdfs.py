"""What a PDF that an organisation publishes as it is carries beside its pages.

The file is searched, not opened: a library that follows all its objects takes gigabytes for some files of a megabyte.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator import limits
from generator.kit.decoding import Content, content_of


def _named(*names: str) -> re.Pattern[bytes]:
    """Return what finds any of these names; each of its letters may be spelled with a code (7.3.5)."""
    spelled = ("".join(f"(?:{letter}|#(?i:{ord(letter):x}))" for letter in name) for name in names)
    return re.compile(rf"/(?:{'|'.join(spelled)})(?![^\s/<>\[\]()])".encode())


_STREAM: Final = re.compile(rb">>\s*+stream\r?\n")
_END: Final = b"endstream"
#: The dictionary of a stream stands before it, and is short.
_DICTIONARY: Final = 1_000
#: Text in brackets, in which there may be brackets once more, or in numbers (7.3.4).
_STRING: Final = rb"\(((?:\\.|[^\\()]|\((?:\\.|[^\\()])*+\))*+)\)|<([0-9A-Fa-f\s]*+)>"
_AUTHOR: Final = re.compile(rb"/Author\s*+(?:" + _STRING + rb"|(\d{1,10}+)\s++\d++\s++R)", re.DOTALL)
#: Actions that run, open, send or fetch something (ISO 32000-1, table 198): a link to a page is none of them.
_ACTS: Final = _named("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition")
#: Where files are attached: to the document, or by a mark on a page (ISO 32000-1, 7.7.4 and 12.5.6.15).
_ATTACHED: Final = _named("EmbeddedFiles", "FileAttachment")
_ENCRYPTED: Final = _named("Encrypt")
_PACKED: Final = _named("ObjStm")
#: A line that is broken, an octal number, or a letter (ISO 32000-1, 7.3.4.2).
_ESCAPE: Final = re.compile(rb"\\(?:(\r?\n)|([0-7]{1,3})|(.))", re.DOTALL)
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True, slots=True)
class Carried:
    """The author that a PDF names (an empty text: none), whether it can act by itself, and whether files are in it."""

    author: str = ""
    acts: bool = False
    attached: bool = False


def carried_by(path: Path) -> Carried:
    """Return what a PDF carries (ISO 32000-1, 14.3.3 and 12.6); of what is encrypted only what can be seen.

    A file that is gone, or is no PDF, carries nothing.
    """
    try:
        return _carried_by(content_of(path))
    except OSError:
        return Carried()


# The documents of an association are in the kits of all its members.
@lru_cache(maxsize=256)
def _carried_by(content: Content) -> Carried:
    plain = b"\n".join(_outside_streams(content.path.read_bytes()))
    return Carried(
        "" if _ENCRYPTED.search(plain) else _author(plain),
        _ACTS.search(plain) is not None,
        _ATTACHED.search(plain) is not None,
    )


def _outside_streams(data: bytes) -> Iterator[bytes]:
    """Yield what stands between the streams of a PDF, and the objects that are packed in streams (7.5.7)."""
    at, left = 0, limits.PDF_PACKED_BYTES
    while stream := _STREAM.search(data, at):
        end = data.find(_END, stream.end())
        if end < 0:
            break
        yield data[at : stream.start()]
        if left and _PACKED.search(data, max(at, stream.start() - _DICTIONARY), stream.start()):
            packed = _unpacked(data[stream.end() : end], left)
            left -= len(packed)
            yield packed
        at = end + len(_END)
    yield data[at:]


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _author(plain: bytes) -> str:
    """Return the author that was written last: a file that was changed has the older ones too."""
    last = deque(_AUTHOR.finditer(plain), maxlen=1)
    author = last.pop() if last else None
    if author and author[3]:
        there = rb"(?<!\d)" + author[3] + rb"\s++\d++\s++obj\s*+(?:" + _STRING + rb")"
        author = re.search(there, plain, re.DOTALL)
    return " ".join(_text(author).split()) if author else ""


def _text(string: re.Match[bytes]) -> str:
    if string[1] is not None:
        data = _ESCAPE.sub(_unescaped, string[1])
    else:
        digits = b"".join((string[2] or b"").split()).decode()
        data = bytes.fromhex(digits + "0" * (len(digits) % 2))
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")


def _unescaped(escape: re.Match[bytes]) -> bytes:
    _, octal, letter = escape.groups(default=b"")
    return bytes([int(octal, 8) % 256]) if octal else _LETTERS.get(letter, letter)
