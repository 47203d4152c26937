"""Fonts in the file: only the letters that were drawn, each with what it means.

reportlab's own way would let the glyph for nothing claim to be U+0000, which PDF/UA forbids.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from generator.printing.pdf.streams import Stream
from generator.printing.pdf.written import array, number


def embed_fonts(document: Any) -> None:
    """Embed the letters that ``document`` draws, and take the fonts out of reportlab's own hands."""
    for font in document.delayedFonts:
        state = font.state[document]
        state.frozen = 1
        for part, subset in enumerate(state.subsets):
            name = font.getSubsetInternalName(part, document)[1:]
            fonts = document.idToObject["BasicFonts"].dict
            fonts[name] = document.Reference(_font(document, font, part, subset), name)
        del font.state[document]
    document.delayedFonts = []


def _font(document: Any, font: Any, part: int, subset: Sequence[int]) -> Any:
    face = font.face
    base = f"/{_subset_tag(part)}+{face.name.decode('latin-1')}"
    program, packed, to_unicode = _letters(face, tuple(subset))
    entries = {"Length1": program, "Filter": pdfdoc.PDFName("FlateDecode")}
    descriptor = {
        "Type": pdfdoc.PDFName("FontDescriptor"),
        "FontName": base,
        "Flags": 4,  # symbolic: the letters are numbered in this file alone
        "FontBBox": pdfdoc.PDFArray(face.bbox),
        "ItalicAngle": 0,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.capHeight,
        "StemV": face.stemV,
        "MissingWidth": face.defaultWidth,
        "FontFile2": document.Reference(Stream(entries, packed, packed=False)),
    }
    meaning = Stream({"Filter": pdfdoc.PDFName("FlateDecode")}, to_unicode, packed=False)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("TrueType"),
            "BaseFont": base,
            "FirstChar": 0,
            "LastChar": len(subset) - 1,
            "Widths": array(number(face.getCharWidth(code)) for code in subset),
            "ToUnicode": document.Reference(meaning),
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
        }
    )


# The sheets of one kit draw the same letters in the same order where they begin with the same words.
@lru_cache(maxsize=64)
def _letters(face: Any, subset: tuple[int, ...]) -> tuple[int, bytes, bytes]:
    """Return the length of a font with these letters alone, the font compressed, and what its letters mean."""
    program = face.makeSubset(list(subset))
    return len(program), zlib.compress(program), zlib.compress(_to_unicode(subset))


def _subset_tag(number: int) -> str:
    """Return six capitals that name a subset (PDF 1.7, section 9.6.4)."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = chr(65 + rest) + letters
    return letters


def _to_unicode(subset: Sequence[int]) -> bytes:
    """Return the table from codes to letters (PDF 1.7, section 9.10.3); codes without a letter are left out."""
    pairs = [(code, value) for code, value in enumerate(subset) if value]
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
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        lines.append(f"{len(some)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in some]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()
