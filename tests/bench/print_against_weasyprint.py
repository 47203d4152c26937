"""Benchmark: the printables of one kit against the same poster laid out by WeasyPrint, as CPU time per page.

Run by hand with ``make bench``. Both work in this one process and both are warm: fonts are parsed, photos are cut,
styles are read. They take turns, so that a busy machine disturbs both alike; the medians are compared. The pictures
for the downloads page, which WeasyPrint does not make either, are timed apart.
"""

from __future__ import annotations

import base64
import html
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.library import content_version, load_library
from generator.pages.vcard import contact_code
from generator.photos import print_portrait
from generator.pipeline import read_kit
from generator.printing.layout.fonts import Fonts, Weight
from generator.printing.layout.geometry import Box
from generator.printing.parts.pictures import pixels
from generator.printing.parts.pieces import small_words
from generator.printing.parts.qr import code
from generator.printing.parts.source import Source
from generator.printing.parts.ways import on_poster
from generator.printing.pdf.drawing import draw
from generator.printing.render import lay_out, print_out
from generator.resources import default_resources
from generator.wegwijzer import resolve

ROUNDS = 7
WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700, "extrabold": 800}
KITS = Path(__file__).resolve().parents[2] / "kits"


def source_of(folder: Path) -> Source:
    """Return the kit in a folder with everything that its printables are made from."""
    resources = default_resources()
    kit = read_kit(folder, KITS, resources).kit
    if kit is None:
        sys.exit(f"{folder.name} is not valid")
    library = load_library(resources.content, kit.organisatie.aanspreekvorm)
    fonts = Fonts(resources.theme / "print" / "fonts")
    return Source(kit, resolve(kit, library), library, fonts, content_version(resources.content))


def ours(source: Source) -> int:
    """Lay out and draw the whole set; return its pages."""
    laid_out = lay_out(source)
    for item in laid_out:
        draw(item.made.document, source.fonts)
    return sum(len(item.made.document.pages) for item in laid_out)


def theirs(page: str) -> Callable[[Source], int]:
    """Return what lays out and writes one page with WeasyPrint, tagged as ours is."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def write(_source: Source) -> int:
        HTML(string=page).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
        return 1

    return write


def as_html(source: Source) -> str:
    """Return the content of ``poster-a4`` as a page in the same faces and sizes, codes as vectors too."""
    ink = source.inks
    people = "".join(person(source, index) for index in range(len(source.vertrouwenspersonen)))
    faces = "".join(
        f"@font-face{{font-family:Next;font-weight:{weight};src:url('{source.fonts.face(name).path.as_uri()}')}}"
        for name, weight in WEIGHTS.items()
    )
    return (
        f"<html lang=nl><head><title>Poster</title><style>{faces}@page{{size:A4;margin:15mm}}"
        f"body{{font:11.5pt/1.35 Next}}h1{{font-size:56pt;line-height:1;color:{ink.kop};margin:20mm 0 6mm;width:170mm}}"
        "h2{font-size:22pt;margin:4mm 0 0}.wie{display:flex;flex-wrap:wrap;gap:8mm}.een{width:50mm}img{width:48mm}"
        ".nr{font-size:20pt;font-weight:700}small{font-size:7.5pt}</style></head><body>"
        f"<h1>{source.zin('poster-kop')}</h1><p style='font-size:20pt'>{source.zin('poster-oproep')}</p>"
        f"<div class=wie>{people}</div><p>{source.zin('poster-doen')}</p><p>{source.zin('poster-vertrouwelijk')}</p>"
        f"<small>{html.escape(small_words(source))}</small></body></html>"
    )


def person(source: Source, index: int) -> str:
    """Return one advisor as HTML."""
    persoon = source.vertrouwenspersonen[index]
    picture = ""
    if persoon.foto and persoon.foto.toestemming:
        data, _ = print_portrait(persoon.foto, pixels(48))
        coded = base64.b64encode(data).decode()
        picture = f"<img alt='Foto van {html.escape(persoon.naam)}' src='data:image/jpeg;base64,{coded}'>"
    made = code(contact_code(persoon, source.kit.organisatie), Box(0, 0, 28, 28))
    path = "".join(f"M{start} {row}h{end - start}v1H{start}z" for row, start, end in made.dark)
    drawn = f"<svg width=28mm height=28mm viewBox='0 0 {made.modules} {made.modules}'><path d='{path}'/></svg>"
    first, *rest = on_poster(source, persoon)
    others = "".join(f"<p>{html.escape(way.tekst)}</p>" for way in rest)
    return (
        f"<div class=een>{picture}<h2>{html.escape(persoon.naam)}</h2><p>{first.label}</p>"
        f"<p class=nr>{first.tekst}</p>{others}<p>{persoon.bereikbaar or ''}</p>{drawn}</div>"
    )


def cpu(work: Callable[[Source], int], source: Source) -> float:
    """Return the CPU seconds per page of one run."""
    start = time.process_time()
    pages = work(source)
    return (time.process_time() - start) / pages


def main() -> None:
    """Print the medians and their ratio for each example kit."""
    for name in ("bakkerij-van-dam", "bouw/bouwbedrijf-de-linge", "zorggroep-de-vecht"):
        source = source_of(KITS / name)
        rival = theirs(as_html(source))
        ours(source), rival(source)
        mine, other = [], []
        for _ in range(ROUNDS):
            mine.append(cpu(ours, replace(source)))
            other.append(cpu(rival, source))
        a, b = statistics.median(mine), statistics.median(other)
        start = time.process_time()
        printed = tuple(print_out(lay_out(source), source))
        whole = time.process_time() - start
        size = sum(len(item.data) for item in printed) / 1e6
        print(
            f"{source.kit.organisatie.roepnaam}: {a * 1000:.1f} ms a page against {b * 1000:.1f} ms by WeasyPrint,"
            f" ratio {a / b:.2f}; the whole set with its pictures {whole:.2f} s, {len(printed)} files, {size:.2f} MB"
        )


if __name__ == "__main__":
    main()
