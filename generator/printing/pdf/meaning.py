"""What the codes of a font mean: a table to copy, to search and to read aloud by (PDF 1.7, section 9.10.3)."""

from __future__ import annotations

import zlib
from functools import lru_cache
from itertools import groupby

from generator.printing.pdf.alphabet import place


# One for all western letters, and one for every few other letters that a name has.
@lru_cache(maxsize=64)
def to_unicode(letters: str) -> bytes:
    """Return the table from codes to letters of one part, compressed; ``letters`` come in the order of their codes."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    codes = [(place(letter)[1], ord(letter)) for letter in letters]
    stretches = [list(same) for _, same in groupby(codes, key=lambda pair: pair[1] - pair[0])]
    for start in range(0, len(stretches), 100):
        some = stretches[start : start + 100]
        lines.append(f"{len(some)} beginbfrange")
        lines += [f"<{same[0][0]:02X}> <{same[-1][0]:02X}> <{_utf16(same[0][1])}>" for same in some]
        lines.append("endbfrange")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return zlib.compress("\n".join(lines).encode(), 9)


def _utf16(letter: int) -> str:
    return chr(letter).encode("utf-16-be").hex().upper()
