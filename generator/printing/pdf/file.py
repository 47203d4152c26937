"""A file as a whole (PDF 1.7, section 7.5): streams as they are, and everything else packed together.

A tagged file consists for the greater part of thousands of small dictionaries that resemble each other. In object
streams (7.5.7), with their places in a cross-reference stream (7.5.8), they take a tenth of the room.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from generator.printing.pdf.written import reference

#: The second line says that the file holds bytes, not text (7.5.2).
_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
#: A reader unpacks a whole object stream for one object in it.
_PACKED_TOGETHER: Final = 200
#: A place: what kind of place it is, and two numbers.
_ROW: Final = struct.Struct(">BIB")
#: What is different if the second number is one more, as it is for all that is packed together.
_NEXT: Final = bytes((2, 0, 0, 0, 0, 0, 1))
#: How hard to try; more takes longer and gains next to nothing.
_LEVEL: Final = 6


class File:
    """A file under construction: whatever is put in has a number, by which it is referred to."""

    def __init__(self) -> None:
        self._count = 0
        self._values: dict[int, str] = {}
        self._body = bytearray(_HEAD)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 255)}

    def reserve(self) -> int:
        """Return a number for an object that is put in later."""
        self._count += 1
        return self._count

    def put(self, number: int, value: str) -> None:
        """Put an object in, as it is written, under a number that was reserved."""
        self._values[number] = value

    def add(self, value: str) -> int:
        """Put an object in, as it is written, and return its number."""
        number = self.reserve()
        self._values[number] = value
        return number

    def stream(self, entries: str, content: bytes) -> int:
        """Put a stream in, its content as it is, and return its number; ``entries`` are all but the length."""
        number = self.reserve()
        self._places[number] = (1, len(self._body), 0)
        # CR and LF: after one of them alone, content that ends with the other would seem to be a byte shorter.
        head = f"{number} 0 obj\n<<{entries}/Length {len(content)}>>\nstream\n".encode("latin-1")
        self._body += b"%b%b\r\nendstream\nendobj\n" % (head, content)
        return number

    def packed(self, entries: str, content: bytes) -> int:
        """Put a stream in, its content compressed here, and return its number."""
        return self.stream(f"{entries}/Filter/FlateDecode", zlib.compress(content, _LEVEL))

    def finish(self, catalog: int, information: int) -> bytes:
        """Return the whole file; the numbers are those of its two main objects (7.7.2, 14.3.3)."""
        numbers = sorted(self._values)
        for start in range(0, len(numbers), _PACKED_TOGETHER):
            self._pack(numbers[start : start + _PACKED_TOGETHER])
        start = len(self._body)
        # The content itself names the file, so that equal files have equal names (14.4).
        name = hashlib.sha256(self._body).hexdigest()[:32]
        last = self._count + 1
        self._places[last] = (1, start, 0)
        rows = [self._places[number] for number in range(last + 1)]
        more = f"/Root {reference(catalog)}/Info {reference(information)}/ID[<{name}><{name}>]"
        self.packed(
            f"/Type/XRef/Size {last + 1}/W[1 4 1]{more}/DecodeParms<</Predictor 12/Columns {_ROW.size}>>",
            b"".join(_differences(rows)),
        )
        self._body += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._body)

    def _pack(self, numbers: Sequence[int]) -> None:
        values = [self._values[number] for number in numbers]
        starts = accumulate((len(value) + 1 for value in values), initial=0)
        index = " ".join(f"{number} {start}" for number, start in zip(numbers, starts, strict=False))
        content = f"{index}\n{' '.join(values)}".encode("latin-1")
        stream = self.packed(f"/Type/ObjStm/N {len(numbers)}/First {len(index) + 1}", content)
        self._places.update((number, (2, stream, place)) for place, number in enumerate(numbers))


def _differences(rows: Sequence[tuple[int, int, int]]) -> Iterator[bytes]:
    """Yield rows as what is different from the row above, which packs best (7.4.4.4; PNG, filter type 2)."""
    above = (0, 0, 0)
    for row in rows:
        if row == (above[0], above[1], above[2] + 1):
            yield _NEXT
        else:
            pairs = zip(_ROW.pack(*row), _ROW.pack(*above), strict=True)
            yield bytes((2, *((new - old) & 255 for new, old in pairs)))
        above = row
