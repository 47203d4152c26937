"""Draw the portraits of the example kits: `python teken.py [OUTPUT]` (default: the kits folder).

Each person in `mensen.py` becomes an SVG drawing; a headless Chromium turns it into a picture of 1200 by 1500.
The drawings are deterministic: the same choices give the same picture.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from gezicht import (
    baard,
    bril,
    gelaat,
    hals,
    lijn,
    mond,
    neus,
    ogen,
    oren,
    rimpels,
    spiegel,
    sproeten,
    wenkbrauwen,
)
from haar import KAPSELS, schaduw_op_gezicht
from kleding import KLEDING
from mensen import MENSEN, Persoon
from opslaan import bewaar
from PIL import Image

BREED, HOOG = 1200, 1500


def meng(kleur: str, doel: str, deel: float) -> str:
    """Return `kleur` mixed with `doel` by `deel` (0 to 1)."""
    a = [int(kleur[i : i + 2], 16) for i in (1, 3, 5)]
    b = [int(doel[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(x + (y - x) * deel):02x}" for x, y in zip(a, b, strict=True))


def fond(kleur: str) -> str:
    """Return the background: a tint with a large, barely lighter disc where the light comes from."""
    return (
        f'<rect width="{BREED}" height="{HOOG}" fill="{kleur}"/>'
        f'<circle cx="440" cy="520" r="760" fill="{meng(kleur, "#ffffff", 0.3)}"/>'
    )


def oorbellen(kleur: str | None) -> str:
    """Return small ear-rings."""
    if kleur is None:
        return ""
    return spiegel(
        f'<circle cx="222" cy="738" r="12" fill="{kleur}"/>' + lijn("M217,733 L219,731", "#fff", 5, opacity=0.7)
    )


def gezicht(p: Persoon) -> str:
    """Return everything on the face, from skin to glasses."""
    h = p.huid
    wimper = meng(p.wenkbrauw, "#1d1210", 0.75)
    delen = [gelaat(h, p.vorm, p.blos), schaduw_op_gezicht(KAPSELS[p.kapsel](p.haar), h), rimpels(h, p.leeftijd)]
    if p.baard:
        delen.append(baard(p.baard, p.baardkleur, p.baardschaduw, p.vorm))
    if p.sproeten:
        delen.append(sproeten(h))
    delen += [
        neus(h, p.neus),
        mond(h, p.mond, p.lippen),
        ogen(h, p.iris, wimper, p.vrouw, 0.94 if p.leeftijd > 56 else 1.0),
    ]
    delen.append(wenkbrauwen(p.wenkbrauw, p.wenkbrauwdikte, p.boog))
    return "".join(delen)


def teken(p: Persoon) -> str:
    """Return the portrait as SVG text."""
    kapsel = KAPSELS[p.kapsel](p.haar)
    hoofd = [
        kapsel.onder,
        oren(p.huid, p.vorm) if kapsel.oren else "",
        gezicht(p),
        kapsel.voor,
        oorbellen(p.oorbel),
        kapsel.top,
        bril(p.bril, p.brilkleur) if p.bril else "",
    ]
    kantel = f'<g transform="rotate({p.kantel} 0 900)">'
    lagen = [
        kantel + kapsel.achter + "</g>",
        hals(p.huid, p.vorm, p.hals),
        KLEDING[p.kleding](p.stof, p.schouders),
        kantel + "".join(hoofd) + "</g>",
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{BREED}" height="{HOOG}" viewBox="0 0 {BREED} {HOOG}">'
        '<defs><filter id="zacht" x="-50%" y="-50%" width="200%" height="200%">'
        '<feGaussianBlur stdDeviation="20"/></filter></defs>'
        + fond(p.fond)
        + f'<g transform="translate(600 690) scale(1.16) translate(0 -640)">{"".join(lagen)}</g></svg>'
    )


def naar_png(svg: str, doel: Path) -> None:
    """Render `svg` to the PNG file `doel` with headless Chromium."""
    with tempfile.TemporaryDirectory() as map_:
        bron = Path(map_) / "portret.html"
        bron.write_text(
            f'<!doctype html><meta charset="utf-8"><style>*{{margin:0}}svg{{display:block}}</style>{svg}',
            encoding="utf-8",
        )
        vlaggen = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={map_}/p"]
        maat = f"--window-size={BREED},{HOOG}"
        chromium = shutil.which("chromium") or "chromium"
        # Only our own drawing is opened, from our own folder.
        subprocess.run(  # noqa: S603
            [chromium, *vlaggen, maat, f"--screenshot={doel}", bron.as_uri()], check=True, capture_output=True
        )


def main(uitvoer: Path) -> None:
    """Draw everyone in `MENSEN` below the folder `uitvoer`."""
    for p in MENSEN:
        with tempfile.TemporaryDirectory() as map_:
            png = Path(map_) / "portret.png"
            naar_png(teken(p), png)
            with Image.open(png) as beeld:
                bewaar(beeld, uitvoer / p.bestand, gedraaid=p.gedraaid, opmerking=p.opmerking)
        print(uitvoer / p.bestand)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
