"""The bounds of what we take from others: the one place that states how large, how many and how deep.

A kit, a picture or a spreadsheet above a bound is refused with a finding that names the bound. The bounds are wide
for people (a kit of two hundred lines has 8 kB, an organisation has a handful of advisors) and narrow for machines:
whatever stays below them is read within ``CPU_SECONDS`` and ``MEMORY``, and ``tests/hostile`` holds that.
"""

from __future__ import annotations

from typing import Final

_MB: Final = 1024 * 1024

# On one core of a common computer: what it may take to refuse a kit or to build one of a usual size (six advisors) with
# the worst of files; what it may take to judge or to build one that is as large as may be, with a hundred advisors; and
# what each photo above six may add to that.
CPU_SECONDS: Final = 60
LARGEST_CPU_SECONDS: Final = 120
PHOTO_CPU_SECONDS: Final = 5
MEMORY: Final = 1_500 * _MB

# A file of YAML: a kit, or a layer below it.
KIT_BYTES: Final = 1_000_000
KIT_DEPTH: Final = 40
KIT_VALUES: Final = 20_000
KIT_ALIASES: Final = 100
LAYERS: Final = 10
#: After so many mistakes in the writing the rest is not read again.
REPAIRS: Final = 25
#: Characters that are read again after mistakes in the writing: a large file is given up sooner than a small one.
REPAIRED_CHARACTERS: Final = 2_000_000
#: Findings of each level that are told of one kit; the rest shows when these are mended.
FINDINGS: Final = 200
#: Known words that an unknown one is compared with; among more, a guess costs more than it helps.
CHOICES: Final = 1_000

# Texts, in characters: a line must fit on paper, a text on a card; a short name becomes the name of a file. Addresses
# must fit in a code that a phone can read from paper (a web address in ASCII).
LINE: Final = 200
POST: Final = 300
URL: Final = 500
TEXT: Final = 4_000
SLUG: Final = 80
PATH: Final = 500

# Lists and blocks with keys of their own.
ADVISORS: Final = 100
CONTACTS: Final = 100
SITUATIONS: Final = 100
ROUTES: Final = 300
DOCUMENTS: Final = 50
SITES: Final = 200
#: Every other list: languages, members of a committee, steps of a route, roles, answers, stories.
ITEMS: Final = 100

# Files that a kit names: above this a computer for office work gets into trouble.
FILE_BYTES: Final = 25 * _MB
#: All documents of one kit together.
DOCUMENTS_BYTES: Final = 200 * _MB
#: Objects that are packed in a PDF, together; what is behind them is not searched.
PDF_PACKED_BYTES: Final = 32 * _MB
PIXELS: Final = 40_000_000
#: A progressive JPEG has about ten; each goes over every pixel once more.
JPEG_SCANS: Final = 100
SVG_BYTES: Final = 2 * _MB
#: What draws it takes some 35 kB of the stack for each, and a stack on Windows has 1 MB.
SVG_DEPTH: Final = 20
#: Shapes of a drawing, each as often as it is used; layers are those with a mask, a filter or an opacity of their own.
SVG_SHAPES: Final = 10_000
SVG_LAYERS: Final = 200
#: What may be spent on drawing it once, whatever the rules above made of it.
SVG_SECONDS: Final = 10
#: Dashes of all lines that are drawn with them.
SVG_DASHES: Final = 20_000
SVG_CSS_BYTES: Final = 50_000
#: Pixels of the pictures inside a drawing, together.
SVG_PIXELS: Final = 10_000_000

# A list of members: more than this is no list of members.
LIST_BYTES: Final = 20 * _MB
#: A list of 10,000 members with 60 columns has about 25 MB of XML; reading more takes minutes and much memory.
LIST_XML_BYTES: Final = 96 * _MB
LIST_PARTS: Final = 2_000
LIST_ROWS: Final = 20_000
LIST_COLUMNS: Final = 400
LIST_CELLS: Final = 1_000_000
