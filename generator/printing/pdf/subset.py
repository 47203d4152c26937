"""A TrueType font with some letters alone, and with those tables alone that a PDF needs (PDF 1.7, section 9.9).

A reader takes letters by their codes; names, hints and what else a screen or a typesetter wants is left out. The
tables are those of the OpenType specification.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import Any, Final

#: Flags of a glyph that consists of others ('glyf', composite glyph description).
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
#: What the sum over a whole font comes to with the adjustment in 'head'.
_WHOLE: Final = 0xB1B0AFBA
_ADJUSTMENT: Final = 8


def subset(font: Any, glyphs: Mapping[int, int]) -> bytes:
    """Return a font that holds, of reportlab's ``font``, the glyphs that codes below 256 stand for."""
    outlines, numbers = _outlines(font, glyphs)
    starts, body = [0], bytearray()
    for outline in outlines:
        body += outline + bytes(-len(outline) % 2)
        starts.append(len(body))
    short = len(body) < 2 * 0xFFFF
    measures = [value for old in numbers for value in font.hmetrics[old]]
    head = bytearray(font.get_table("head"))
    struct.pack_into(">I", head, _ADJUSTMENT, 0)
    struct.pack_into(">H", head, 50, 0 if short else 1)
    return _file(
        {
            b"cmap": _cmap({code: numbers[old] for code, old in glyphs.items()}),
            b"glyf": bytes(body),
            b"head": bytes(head),
            b"hhea": _with(font.get_table("hhea"), 34, len(numbers)),
            b"hmtx": struct.pack(f">{len(measures)}H", *measures),
            b"loca": struct.pack(
                f">{len(starts)}{'H' if short else 'I'}", *([start // 2 for start in starts] if short else starts)
            ),
            b"maxp": _with(font.get_table("maxp"), 4, len(numbers)),
        }
    )


def _outlines(font: Any, glyphs: Mapping[int, int]) -> tuple[list[bytes], dict[int, int]]:
    """Return outlines, and the new number of each by its old one: nothing first, then what is asked for, then parts."""
    numbers: dict[int, int] = {}
    for old in (0, *(glyphs[code] for code in sorted(glyphs))):
        numbers.setdefault(old, len(numbers))
    table = font.get_table("glyf")
    outlines: list[bytes] = []
    waiting = list(numbers)
    for old in waiting:
        outline = table[font.glyphPos[old] : font.glyphPos[old + 1]]
        for at in _components(outline):
            (part,) = struct.unpack_from(">H", outline, at)
            if part not in numbers:
                numbers[part] = len(numbers)
                waiting.append(part)
            outline = _with(outline, at, numbers[part])
        outlines.append(outline)
    return outlines, numbers


def _components(outline: bytes) -> Iterator[int]:
    """Yield where an outline names another that is a part of it."""
    # A glyph says how many contours it has; less than none if it consists of others.
    if outline[:1] < b"\x80":
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        yield at + 2
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    """Return the way from codes to glyphs, one for a symbolic font ('cmap', platform 1, format 6)."""
    first, last = min(glyphs), max(glyphs)
    row = [glyphs.get(code, 0) for code in range(first, last + 1)]
    head = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(row), 0, first, len(row))
    return struct.pack(f">{len(head) + len(row)}H", *head, *row)


def _with(table: bytes, at: int, value: int) -> bytes:
    return table[:at] + struct.pack(">H", value) + table[at + 2 :]


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    """Return a font file of tables, with the sums that it is checked by ('Organization of an OpenType Font')."""
    power = len(tables).bit_length() - 1
    head = struct.pack(">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power)))
    at = len(head) + 16 * len(tables)
    rows, body, total = bytearray(head), bytearray(), 0
    for tag, table in sorted(tables.items()):
        if tag == b"head":
            adjustment = at + len(body) + _ADJUSTMENT
        rows += struct.pack(">4sIII", tag, added := _sum(table), at + len(body), len(table))
        total += added
        body += table + bytes(-len(table) % 4)
    made = rows + body
    struct.pack_into(">I", made, adjustment, (_WHOLE - total - _sum(rows)) & 0xFFFFFFFF)
    return bytes(made)


def _sum(table: bytes | bytearray) -> int:
    padded = bytes(table) + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
