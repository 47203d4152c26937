"""Make the static TrueType fonts for the printables, from the families as their makers publish them.

Needs the Python package ``fonttools`` (no brotli: the sources are plain TrueType), and two npm packages, unpacked:

- ``@expo-google-fonts/atkinson-hyperlegible-next`` 0.4.1 (Atkinson Hyperlegible Next 2.001);
- ``@expo-google-fonts/noto-sans`` 0.4.2 (Noto Sans 2.015).

Each holds static instances of all weights and, in ``LICENSE_FONT``, the fonts' licence. ``npm pack NAME@VERSION`` gets
such a package as a tar file; the folder to name here is its ``package``::

    python maak.py ATKINSON_FOLDER NOTO_FOLDER [OUT_FOLDER]

The same sources and the same fonttools give the same bytes: no clock is read. What happens to a font:

- Atkinson's digits become its tabular ones, because the PDF library applies no font features;
- a few characters that a font lacks are drawn by a glyph it has (``ALIASES``);
- Noto, which stands in for letters that Atkinson lacks, keeps the blocks in ``NOTO_BLOCKS``;
- pair kerning among the characters in ``KERNED`` is written out as a legacy ``kern`` table, version 0, format 0;
- hinting, glyph names and the layout tables go: print has no use for them.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

DIGITS = "0123456789"

# The two micro signs look alike; so do a hyphen and its non-breaking twin; the narrow no-break space is a thin space.
ALIASES = {0x00B5: 0x03BC, 0x2010: 0x002D, 0x2011: 0x002D, 0x202F: 0x2009}

NOTO_BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0250, 0x02FF),  # IPA and spacing modifiers
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1FFF),  # Latin Extended Additional, Greek Extended
    (0x2000, 0x20CF),  # punctuation, superscripts and subscripts, currency
    (0x2100, 0x214F),  # letterlike
    (0x2190, 0x21FF),  # arrows, as far as they are there
    (0x2212, 0x2212),  # minus
    (0x2C60, 0x2C7F),  # Latin Extended-C
    (0xA720, 0xA7FF),  # Latin Extended-D
)

KERNED = (
    *range(0x41, 0x5B),
    *range(0x61, 0x7B),
    *(code for code in range(0xC0, 0x100) if code not in {0xD7, 0xF7}),
    *map(ord, DIGITS + ".,-–’‘“”?!:"),
)

MOST_PAIRS = 10_900  # the length of a format 0 subtable is a 16-bit number


@dataclass(frozen=True)
class Face:
    """One font file to make."""

    name: str
    source: str
    tabular: bool = False
    blocks: tuple[tuple[int, int], ...] = ((0x0020, 0xFFFF),)


ATKINSON = (
    Face("AtkinsonHyperlegibleNext-Regular", "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf", tabular=True),
    Face("AtkinsonHyperlegibleNext-Bold", "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf", tabular=True),
    Face("AtkinsonHyperlegibleNext-ExtraBold", "800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold.ttf", tabular=True),
)
NOTO = (
    Face("NotoSans-Regular", "400Regular/NotoSans_400Regular.ttf", blocks=NOTO_BLOCKS),
    Face("NotoSans-Bold", "700Bold/NotoSans_700Bold.ttf", blocks=NOTO_BLOCKS),
)


def remap(font: TTFont, change: dict[int, str]) -> None:
    """Let characters be drawn by other glyphs, in every Unicode subtable that can hold them."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(change)


def tabular_digits(font: TTFont) -> dict[int, str]:
    """Return the tabular glyph of each digit, from the font's own ``tnum`` feature."""
    gsub = font["GSUB"].table
    lookups = {
        index
        for record in gsub.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    mapping: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in gsub.LookupList.Lookup[index].SubTable:
            mapping |= getattr(subtable, "ExtSubTable", subtable).mapping
    cmap = font.getBestCmap()
    return {ord(digit): mapping[cmap[ord(digit)]] for digit in DIGITS}


def kern_lookups(font: TTFont) -> list[list[Any]]:
    """Return the pair subtables of each kerning lookup that holds for Latin, in the order in which they apply."""
    gpos = font["GPOS"].table
    latin = next(record.Script for record in gpos.ScriptList.ScriptRecord if record.ScriptTag == "latn")
    features = [gpos.FeatureList.FeatureRecord[index] for index in latin.DefaultLangSys.FeatureIndex]
    indices = {i for record in features if record.FeatureTag == "kern" for i in record.Feature.LookupListIndex}
    found = []
    for index in sorted(indices):
        subtables = [getattr(sub, "ExtSubTable", sub) for sub in gpos.LookupList.Lookup[index].SubTable]
        found.append([sub for sub in subtables if sub.LookupType == 2])
    return [lookup for lookup in found if lookup]


def pair_value(subtable: Any, left: str, right: str) -> int | None:
    """Return what a subtable adds between two glyphs; None leaves the pair to the next subtable."""
    if left not in subtable.Coverage.glyphs:
        return None
    if subtable.Format == 1:
        pairs = subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord
        record = next((pair for pair in pairs if pair.SecondGlyph == right), None)
        if record is None:
            return None
    else:
        first = subtable.ClassDef1.classDefs.get(left, 0)
        record = subtable.Class1Record[first].Class2Record[subtable.ClassDef2.classDefs.get(right, 0)]
    return getattr(record.Value1, "XAdvance", 0)


def kerning(font: TTFont) -> dict[tuple[str, str], int]:
    """Flatten the pair kerning among the kerned characters; two digits are never kerned, so that they align."""
    cmap = font.getBestCmap()
    glyphs = [cmap[code] for code in KERNED if code in cmap]
    digits = {cmap[ord(digit)] for digit in DIGITS}
    lookups = kern_lookups(font)
    table = {}
    for left, right in product(glyphs, repeat=2):
        if left in digits and right in digits:
            continue
        value = 0
        for lookup in lookups:
            value += next((v for sub in lookup if (v := pair_value(sub, left, right)) is not None), 0)
        if value:
            table[left, right] = value
    if len(table) > MOST_PAIRS:
        raise ValueError(f"{len(table)} pairs do not fit in one kern subtable")
    return table


def add_kern(font: TTFont, pairs: dict[tuple[str, str], int]) -> None:
    """Write the pairs as one horizontal subtable; fontTools sorts them by glyph index."""
    subtable = KernTable_format_0()
    subtable.version = 0
    subtable.coverage = 1
    subtable.apple = False
    subtable.kernTable = pairs
    table = newTable("kern")
    table.version = 0
    table.kernTables = [subtable]
    font["kern"] = table


def make(face: Face, folder: Path, out: Path) -> str:
    """Make one font and say what it became."""
    font = TTFont(folder / face.source, recalcTimestamp=False)
    if face.tabular:
        remap(font, tabular_digits(font))
    cmap = font.getBestCmap()
    remap(font, {new: cmap[old] for new, old in ALIASES.items() if new not in cmap and old in cmap})
    pairs = kerning(font)

    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "DSIG", "gasp"]
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for c in font.getBestCmap() if any(a <= c <= b for a, b in face.blocks)])
    subsetter.subset(font)
    add_kern(font, pairs)

    # Say in the font itself that it is not the original one.
    for record in font["name"].names:
        if record.nameID in {3, 5}:
            record.string = f"{record.toUnicode()}; subset for print"
    path = out / f"{face.name}.ttf"
    font.save(path, reorderTables=True)
    return f"{path.name}: {path.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs, {len(pairs)} pairs\n"


def main() -> None:
    """Read the command line and make the fonts and their licences."""
    parser = argparse.ArgumentParser(description="Make the static fonts for the printables.")
    parser.add_argument("atkinson", type=Path, help="unpacked @expo-google-fonts/atkinson-hyperlegible-next")
    parser.add_argument("noto", type=Path, help="unpacked @expo-google-fonts/noto-sans")
    parser.add_argument("out", type=Path, nargs="?", default=Path(__file__).parent, help="where to (default: here)")
    asked = parser.parse_args()

    for folder, faces, licence in (
        (asked.atkinson, ATKINSON, "OFL-AtkinsonHyperlegibleNext.txt"),
        (asked.noto, NOTO, "OFL-NotoSans.txt"),
    ):
        wanted = [folder / "LICENSE_FONT", *(folder / face.source for face in faces)]
        if missing := [str(path) for path in wanted if not path.is_file()]:
            parser.error(f"not there: {', '.join(missing)}")
        lines = wanted[0].read_text(encoding="utf-8").splitlines()
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        (asked.out / licence).write_text(text, encoding="utf-8", newline="\n")
        for face in faces:
            sys.stdout.write(make(face, folder, asked.out))


if __name__ == "__main__":
    main()
