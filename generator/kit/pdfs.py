"""What a PDF that an organisation publishes as it is carries beside its pages.

The file is searched, not opened: a library that follows all its objects takes gigabytes for some files of a megabyte.
"""

from __future__ import annotations

import html
import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Final, Literal

from PIL import ExifTags, Image

from generator import limits
from generator.kit.decoding import Content, content_of, quiet


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
#: A link is followed when a reader chooses to; this happens to him (12.6.3), and so does all that an event starts.
_BY_ITSELF: Final = re.compile(rb"/AA\s*+(?:<<|\d++\s++\d++\s++R)")
_OPENED: Final = re.compile(rb"/OpenAction\s*+(?:(?=<<)|(\d{1,10}+)\s++\d++\s++R)")
_FETCHES: Final = _named("URI", "GoToR")
#: Where files are attached: to the document, or by a mark on a page (ISO 32000-1, 7.7.4 and 12.5.6.15).
_ATTACHED: Final = _named("EmbeddedFiles", "FileAttachment")
_ENCRYPTED: Final = _named("Encrypt")
_PACKED: Final = _named("ObjStm")
_METADATA: Final = _named("Metadata")
#: Photos stand in a PDF as a camera made them, often with all that it wrote down (ISO 32000-1, 7.4.8).
_PHOTO: Final = _named("DCTDecode")
_JPEG: Final = b"\xff\xd8\xff"
#: Where that stands in a photo: near its beginning, in at most so many bytes (EXIF 2.3, section 4.7.2).
_EXIF: Final = b"Exif\0\0"
_EXIF_BYTES: Final = 70_000
#: More photos than this nobody puts in a document that is to be read.
_PHOTOS: Final = 1_000
_TAGS: Final = ExifTags.Base
_OWNERS: Final = (_TAGS.Artist, _TAGS.Copyright, _TAGS.XPAuthor, _TAGS.CameraOwnerName)
_CAMERAS: Final = (_TAGS.Make, _TAGS.Model, _TAGS.BodySerialNumber, _TAGS.LensModel, _TAGS.DateTimeOriginal)
#: Which objects a stream holds and where each begins, counted from the first (7.5.7).
_PLACES: Final = re.compile(rb"\s*+(?:\d{1,10}+\s++\d{1,10}+\s*+){1,10000}+")
#: Where XMP names who made something (ISO 16684-1, 8.3): a list, in whatever notation a program chose for the rest.
_CREATOR: Final = (b"<dc:creator", b"</dc:creator")
_ITEM: Final = re.compile(rb"<rdf:li\b[^>]*+>([^<]*+)")
#: An action is short.
_SHORT: Final = 1_000
#: More names than this say no more.
_MAKERS: Final = 10
_BRACKETS: Final = re.compile(rb"<<|>>")
#: A line that is broken, an octal number, or a letter (ISO 32000-1, 7.3.4.2).
_ESCAPE: Final = re.compile(rb"\\(?:(\r?\n)|([0-7]{1,3})|(.))", re.DOTALL)
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


#: What a photo tells, from the worst on: where it was made, whose it is, with what and when it was made.
Told = Literal["plaats", "naam", "camera"]
_WORST_FIRST: Final[tuple[Told, ...]] = ("plaats", "naam", "camera")


@dataclass(frozen=True, slots=True)
class Carried:
    """Whom a PDF names as its authors, whether it can act by itself, whether files are in it, what its photos tell."""

    authors: tuple[str, ...] = ()
    acts: bool = False
    attached: bool = False
    photos: tuple[Told, ...] = ()


def carried_by(path: Path) -> Carried:
    """Return what a PDF carries (ISO 32000-1, 14.3 and 12.6); of what is encrypted only what can be seen.

    A file that is gone, or is no PDF, carries nothing.
    """
    try:
        return _carried_by(content_of(path))
    except OSError:
        return Carried()


# The documents of an association are in the kits of all its members.
@lru_cache(maxsize=256)
def _carried_by(content: Content) -> Carried:
    parts: dict[_Sort, list[bytes]] = {"objects": [], "metadata": [], "photo": []}
    for sort, part in _parts(content.path.read_bytes()):
        parts[sort].append(part)
    plain = b"\n".join(parts["objects"])
    author = "" if _ENCRYPTED.search(plain) else _author(plain)
    creators = [named for part in parts["metadata"] if (named := _creators(part))]
    photos = {told for exif in islice(dict.fromkeys(parts["photo"]), _PHOTOS) for told in _told_by(exif)}
    return Carried(
        # A file that was changed has what it said before as well: the last one counts.
        tuple(dict.fromkeys(filter(None, [author, *creators[-1:]]))),
        _ACTS.search(plain) is not None or _BY_ITSELF.search(plain) is not None or _fetches(plain),
        _ATTACHED.search(plain) is not None,
        tuple(told for told in _WORST_FIRST if told in photos),
    )


_Sort = Literal["objects", "metadata", "photo"]


def _parts(data: bytes) -> Iterator[tuple[_Sort, bytes]]:
    """Yield what stands between the streams of a PDF, the objects packed in streams, metadata, and that of photos."""
    at, left = 0, limits.PDF_PACKED_BYTES
    while stream := _STREAM.search(data, at):
        end = data.find(_END, stream.end())
        if end < 0:
            break
        yield "objects", data[at : stream.start()]
        # Of the object itself: the one before it may name where its metadata is.
        about = max(at, stream.start() - _DICTIONARY, data.rfind(b" obj", at, stream.start())), stream.start()
        is_packed = _PACKED.search(data, *about) is not None
        is_metadata = not is_packed and _METADATA.search(data, *about) is not None
        if left and (is_packed or is_metadata):
            inside = data[stream.end() : end]
            unpacked = _unpacked(inside, left) or inside[:left]
            left -= len(unpacked)
            yield ("metadata", unpacked) if is_metadata else ("objects", _numbered(unpacked))
        elif left and (data.startswith(_JPEG, stream.end()) or _PHOTO.search(data, *about)):
            begin = data[stream.end() : min(end, stream.end() + _EXIF_BYTES)]
            if not begin.startswith(_JPEG):  # packed once more
                begin = _unpacked(begin, min(left, _EXIF_BYTES))
                left -= len(begin)
            if (exif := begin.find(_EXIF)) >= 0:
                yield "photo", begin[exif:]
        at = end + len(_END)
    yield "objects", data[at:]


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _told_by(exif: bytes) -> Iterator[Told]:
    """Yield what the metadata of a photo tells; of what is damaged nothing, for nobody can read it."""
    found = Image.Exif()
    try:
        with quiet():
            found.load(exif)
            tags = {**dict(found), **found.get_ifd(ExifTags.IFD.Exif)}
            places = found.get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # noqa: BLE001  whatever damaged metadata make Pillow raise
        return
    if ExifTags.GPS.GPSLatitude in places:
        yield "plaats"
    if any(tags.get(tag) for tag in _OWNERS):
        yield "naam"
    if any(tags.get(tag) for tag in _CAMERAS):
        yield "camera"


def _numbered(unpacked: bytes) -> bytes:
    """Return the objects from a stream as they would stand outside of it, with their numbers in front."""
    places = _PLACES.match(unpacked)
    if places is None:
        return unpacked
    first, numbers = places.end(), [int(number) for number in places[0].split()]
    begins = [*numbers[1::2], len(unpacked)]
    if begins != sorted(begins):
        return unpacked
    return b"\n".join(
        b"%d 0 obj " % number + unpacked[first + begin : first + end]
        for number, (begin, end) in zip(numbers[::2], pairwise(begins), strict=True)
    )


def _fetches(plain: bytes) -> bool:
    """Tell whether the file opens something elsewhere as soon as it is opened itself."""
    opened = _last(_OPENED, plain)
    if opened and opened[1]:
        opened = _last(re.compile(rb"(?<!\d)" + opened[1] + rb"\s++\d++\s++obj\s*+(?=<<)"), plain)
    return opened is not None and _FETCHES.search(_dictionary(plain, opened.end())) is not None


def _last(pattern: re.Pattern[bytes], plain: bytes) -> re.Match[bytes] | None:
    """Return what was written last: a file that was changed has the older ones too."""
    found = deque(pattern.finditer(plain), maxlen=1)
    return found.pop() if found else None


def _dictionary(plain: bytes, begin: int) -> bytes:
    """Return the dictionary that begins at a place, with those inside it, as far as an action reaches."""
    depth = 0
    for mark in _BRACKETS.finditer(plain, begin, begin + _SHORT):
        depth += 1 if mark[0] == b"<<" else -1
        if depth == 0:
            return plain[begin : mark.end()]
    return plain[begin : begin + _SHORT]


def _creators(metadata: bytes) -> str:
    """Return the makers that a packet of XMP names."""
    begin, end = (metadata.find(tag) for tag in _CREATOR)
    found = islice(_ITEM.finditer(metadata, begin, max(begin, end)), _MAKERS)
    names = (name[1].decode(errors="replace") for name in found)
    return ", ".join(filter(None, (" ".join(html.unescape(name).split()) for name in names)))


def _author(plain: bytes) -> str:
    author = _last(_AUTHOR, plain)
    if author and author[3]:
        there = rb"(?<!\d)" + author[3] + rb"\s++\d++\s++obj\s*+(?:" + _STRING + rb")"
        author = _last(re.compile(there, re.DOTALL), plain)
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
