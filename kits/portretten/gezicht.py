"""The face: skin, eyes, brows, nose, mouth, glasses, beard and the marks of age.

Everything is drawn around x = 0 (the middle of the face), in units of a canvas of 1200 by 1500. The eyes of every
portrait lie on y = 640, so that faces line up when portraits stand in a row. Light falls from the upper left.
"""

# ruff: noqa: E501 - an outline is one row of numbers, and reads no better when it is broken

from __future__ import annotations

from dataclasses import dataclass

EYES = 640
"""Height of the line of the eyes, in canvas units from the top."""


@dataclass(frozen=True)
class Huid:
    """A skin: base tone, the tone in the shade, a deep tone for lines, a light tone, lips and blush."""

    basis: str
    schaduw: str
    diep: str
    licht: str
    lip: str
    blos: str


@dataclass(frozen=True)
class Vorm:
    """The shape of a head: half widths of temple, jaw and chin, and the height of the chin."""

    slaap: int = 206
    kaak: int = 148
    kin: int = 52
    kin_y: int = 900


def pad(d: str, fill: str, **anders: str | float) -> str:
    """Return a filled path; keywords become attributes, with `_` for `-`."""
    rest = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in anders.items())
    return f'<path d="{d}" fill="{fill}"{rest}/>'


def lijn(d: str, stroke: str, dikte: float, **anders: str | float) -> str:
    """Return an open line with round ends."""
    return pad(d, "none", stroke=stroke, stroke_width=dikte, stroke_linecap="round", stroke_linejoin="round", **anders)


def spiegel(inhoud: str) -> str:
    """Return the drawing and its mirror image."""
    return f'<g>{inhoud}</g><g transform="scale(-1 1)">{inhoud}</g>'


def omtrek(v: Vorm) -> str:
    """Return the outline of the head without ears."""
    w, k, c, y = v.slaap, v.kaak, v.kin, v.kin_y
    return (
        f"M0,318 C{w * 0.66:.0f},318 {w},420 {w},556 C{w},672 {k + 30},744 {k},{y - 98} "
        f"C{k - 34},{y - 44} {c + 26},{y} 0,{y} C{-c - 26},{y} {34 - k},{y - 44} {-k},{y - 98} "
        f"C{-k - 30},744 {-w},672 {-w},556 C{-w},420 {-w * 0.66:.0f},318 0,318 Z"
    )


def hals(h: Huid, v: Vorm, breed: int) -> str:
    """Return neck and upper chest, with the shade that the chin throws."""
    b = breed
    vorm = (
        f"M{-b},740 L{-b},940 C{-b},1010 {-b - 30},1050 {-b - 100},1100 L{-b - 130},1400 L{b + 130},1400 "
        f"L{b + 100},1100 C{b + 30},1050 {b},1010 {b},940 L{b},740 Z"
    )
    return (
        f'<clipPath id="hals"><path d="{vorm}"/></clipPath>'
        + pad(vorm, h.basis)
        + '<g clip-path="url(#hals)">'
        + f'<path d="{omtrek(v)}" transform="translate(16 58)" fill="{h.schaduw}"/>'
        + pad(
            f"M{b + 40},700 L{b + 40},1080 C{b},1090 {b - 40},1100 {b - 64},1112 C{b - 44},1030 {b - 40},980 {b - 46},900 Z",
            h.schaduw,
        )
        + "</g>"
    )


def oren(h: Huid, v: Vorm) -> str:
    """Return both ears."""
    x = v.slaap - 4
    oor = pad(
        f"M{x - 18},600 C{x + 14},576 {x + 44},596 {x + 42},640 C{x + 40},690 {x + 18},730 {x - 4},722 C{x - 22},715 {x - 24},640 {x - 18},600 Z",
        h.basis,
    )
    binnen = lijn(f"M{x + 8},622 C{x + 30},618 {x + 28},660 {x + 14},680", h.schaduw, 8)
    return spiegel(oor + binnen)


def gelaat(h: Huid, v: Vorm, blos: float) -> str:
    """Return the head: base tone, the shaded side, the blush and light on the cheeks."""
    w = v.slaap
    return (
        f'<clipPath id="gelaat"><path d="{omtrek(v)}"/></clipPath>'
        + pad(omtrek(v), h.basis)
        + '<g clip-path="url(#gelaat)">'
        + pad(
            f"M{w + 20},300 L{w + 20},920 L0,920 C60,905 128,868 150,800 C172,730 176,690 168,640 C164,600 186,560 184,500 C182,440 170,380 140,320 Z",
            h.schaduw,
            opacity=0.5,
        )
        + f'<ellipse cx="-122" cy="738" rx="58" ry="40" fill="{h.blos}" opacity="{blos}" filter="url(#zacht)"/>'
        + f'<ellipse cx="122" cy="738" rx="58" ry="40" fill="{h.blos}" opacity="{blos}" filter="url(#zacht)"/>'
        + f'<ellipse cx="-60" cy="470" rx="90" ry="60" fill="{h.licht}" opacity="0.35" filter="url(#zacht)"/>'
        + "</g>"
    )


def ogen(h: Huid, iris: str, wimper: str, lang: bool, open_: float = 1.0) -> str:
    """Return both eyes: almond, iris, light, upper lid; `lang` draws longer lashes, `open_` scales the opening."""
    b, o = -30 * open_, 17 * open_
    oog = f"M-40,8 C-26,{b:.0f} 14,{b - 4:.0f} 41,-2 C30,{o:.0f} -12,{o + 5:.0f} -40,8 Z"
    bovenlid = f"M-41,9 C-26,{b:.0f} 14,{b - 4:.0f} 42,-3"

    def een(cx: int, teken: int, naam: str) -> str:
        binnen = (
            f'<clipPath id="{naam}"><path d="{oog}"/></clipPath>'
            + pad(oog, "#fbf4ec")
            + f'<g clip-path="url(#{naam})"><circle cx="0" cy="-6" r="22" fill="{iris}"/>'
            + '<ellipse cx="0" cy="3" rx="14" ry="10" fill="#d9a066" opacity="0.3"/>'
            + '<circle cx="0" cy="-6" r="11.5" fill="#1a1110"/>'
            + pad(f"M-46,-44 L46,-44 L46,-8 C20,{b + 18:.0f} -20,{b + 18:.0f} -46,14 Z", "#3a1f1a", opacity=0.2)
            + "</g>"
            + f'<circle cx="{-8 * teken}" cy="-13" r="5.6" fill="#fff"/><circle cx="{8 * teken}" cy="2" r="2.6" fill="#fff" opacity="0.7"/>'
            + lijn(bovenlid, wimper, 8.5 if lang else 7)
            + (lijn("M37,-9 C43,-7 48,-9 52,-13", wimper, 5) if lang else "")
            + lijn(f"M-30,{b - 7:.0f} C-12,{b - 19:.0f} 20,{b - 18:.0f} 42,{b + 6:.0f}", h.schaduw, 5.5)
            + lijn(f"M-22,{o + 14:.0f} C-6,{o + 19:.0f} 14,{o + 17:.0f} 30,{o + 4:.0f}", h.schaduw, 5, opacity=0.75)
        )
        return f'<g transform="translate({cx} {EYES}) scale({teken} 1)">{binnen}</g>'

    return een(90, 1, "oog-r") + een(-90, -1, "oog-l")


def wenkbrauwen(kleur: str, dikte: float, boog: float = 0.0, opacity: float = 1.0) -> str:
    """Return two tapered brows; `boog` lifts the arch."""
    y, d, a = 568, dikte, boog
    vorm = (
        f"M42,{y - 8} C62,{y - 14 - a} 92,{y - 19 - a} 120,{y - 16 - a} C138,{y - 13 - a} 150,{y - 3} 160,{y + 13} "
        f"C146,{y + 3} 130,{y - 15 - a + d * 0.75:.0f} 110,{y - 17 - a + d * 0.95:.0f} C88,{y - 17 - a + d * 1.05:.0f} 66,{y - 11 + d * 0.95:.0f} 46,{y - 7 + d * 0.95:.0f} "
        f"C36,{y - 6 + d * 0.8:.0f} 34,{y - 5} 42,{y - 8} Z"
    )
    return spiegel(pad(vorm, kleur, opacity=opacity))


def neus(h: Huid, breed: float) -> str:
    """Return the nose: the shaded side, the underside and the nostrils; `breed` scales its width."""
    b = breed
    return (
        pad(
            f"M{14 * b:.0f},612 C{14 * b:.0f},660 {20 * b:.0f},694 {30 * b:.0f},716 C{48 * b:.0f},730 {46 * b:.0f},762 {20 * b:.0f},762 "
            f"C{10 * b:.0f},768 {-10 * b:.0f},768 {-20 * b:.0f},762 C{-4 * b:.0f},758 {10 * b:.0f},752 {10 * b:.0f},734 C{8 * b:.0f},700 {-2 * b:.0f},660 {14 * b:.0f},612 Z",
            h.schaduw,
        )
        + lijn(f"M{-36 * b:.0f},736 C{-46 * b:.0f},752 {-34 * b:.0f},766 {-18 * b:.0f},761", h.schaduw, 7)
        + lijn(f"M{36 * b:.0f},736 C{46 * b:.0f},752 {34 * b:.0f},766 {18 * b:.0f},761", h.diep, 5, opacity=0.55)
        + pad(
            f"M{-25 * b:.0f},760 C{-20 * b:.0f},752 {-10 * b:.0f},754 {-7 * b:.0f},762 C{-12 * b:.0f},766 {-20 * b:.0f},766 {-25 * b:.0f},760 Z",
            h.diep,
            opacity=0.8,
        )
        + pad(
            f"M{25 * b:.0f},760 C{20 * b:.0f},752 {10 * b:.0f},754 {7 * b:.0f},762 C{12 * b:.0f},766 {20 * b:.0f},766 {25 * b:.0f},760 Z",
            h.diep,
            opacity=0.8,
        )
        + f'<ellipse cx="{-6 * b:.0f}" cy="726" rx="10" ry="14" fill="{h.licht}" opacity="0.55"/>'
    )


def mond(h: Huid, soort: str, lippen: str | None = None) -> str:
    """Return a calm smile; `soort` is `dicht` (closed) or `open` (a row of teeth shows)."""
    lip = lippen or h.lip
    if soort == "open":
        buiten = "M-68,797 C-44,796 -22,789 -9,792 C-4,794 4,794 9,792 C22,789 44,796 68,797 C58,838 30,855 0,855 C-30,855 -58,838 -68,797 Z"
        binnen = "M-61,802 C-34,804 34,804 61,802 C50,832 26,841 0,841 C-26,841 -50,832 -61,802 Z"
        return (
            pad(buiten, lip)
            + f'<clipPath id="mond"><path d="{binnen}"/></clipPath>'
            + f'<g clip-path="url(#mond)">{pad(binnen, "#7c3936")}{pad("M-70,790 L70,790 L58,820 C34,837 -34,837 -58,820 Z", "#fffaf3")}</g>'
            + lijn("M-22,849 C-8,852 8,852 22,849", "#fff", 3.5, opacity=0.3)
            + lijn("M-26,876 C-12,882 12,882 26,876", h.schaduw, 6, opacity=0.6)
        )
    onder = "M-48,818 C-26,829 26,829 48,818 C36,853 -36,853 -48,818 Z"
    return (
        pad(
            "M-68,800 C-46,804 -22,796 -9,798 C-4,800 4,800 9,798 C22,796 46,804 68,800 C46,824 20,830 0,830 C-20,830 -46,824 -68,800 Z",
            lip,
        )
        + pad(onder, lip)
        + pad(onder, "#fff", opacity=0.16)
        + lijn("M-73,795 C-52,821 -22,829 0,829 C22,829 52,821 73,795", h.diep, 5)
        + lijn("M-28,872 C-12,878 12,878 28,872", h.schaduw, 6.5, opacity=0.7)
    )


def rimpels(h: Huid, leeftijd: int) -> str:
    """Return the lines of age: fold beside the mouth, crow's feet, lines under the eyes and on the forehead."""
    vouw = 0.35 if leeftijd < 40 else 0.6 if leeftijd < 50 else 0.9
    stukken = [spiegel(lijn("M56,748 C74,756 90,770 94,788", h.schaduw, 6, opacity=vouw))]
    if leeftijd >= 48:
        stukken.append(spiegel(lijn("M149,630 C157,626 163,621 167,616", h.schaduw, 4.5)))
    if leeftijd >= 55:
        stukken.append(spiegel(lijn("M149,642 C158,642 166,641 171,639", h.schaduw, 4.5)))
        stukken.append(spiegel(lijn("M66,682 C82,692 100,692 116,684", h.schaduw, 4.5, opacity=0.8)))
        stukken.append(lijn("M-84,518 C-38,509 38,509 84,518", h.schaduw, 4.5, opacity=0.7))
    if leeftijd >= 60:
        stukken.append(lijn("M-66,490 C-30,483 30,483 66,490", h.schaduw, 4.5, opacity=0.6))
    return "".join(stukken)


def sproeten(h: Huid) -> str:
    """Return freckles over nose and cheeks."""
    punten = [
        (-146, 706),
        (-128, 722),
        (-112, 702),
        (-96, 722),
        (-78, 708),
        (-60, 726),
        (-134, 742),
        (60, 708),
        (76, 724),
        (94, 704),
        (110, 724),
        (130, 708),
        (146, 722),
        (-20, 700),
        (6, 690),
        (-104, 742),
        (100, 744),
    ]
    return "".join(f'<circle cx="{x}" cy="{y}" r="4.2" fill="{h.diep}" opacity="0.38"/>' for x, y in punten)


def bril(soort: str, kleur: str) -> str:
    """Return glasses, `rond` or `recht`, with a glint on the glass."""
    if soort == "rond":
        glas = '<circle cx="92" cy="646" r="70" {}/>'
        brug, poot = "M-24,636 C-12,624 12,624 24,636", "M161,632 L206,620"
    else:
        glas = '<rect x="24" y="598" width="138" height="98" rx="30" {}/>'
        brug, poot = "M-25,626 C-12,616 12,616 25,626", "M162,624 L208,618"
    vlak = glas.format('fill="#ffffff" opacity="0.13"')
    rand = glas.format(f'fill="none" stroke="{kleur}" stroke-width="10"')
    glans = lijn("M58,668 L96,612", "#fff", 7, opacity=0.35)
    return (
        spiegel(vlak + rand + lijn(poot, kleur, 10))
        + lijn(brug, kleur, 10)
        + glans
        + lijn("M-126,668 L-88,612", "#fff", 7, opacity=0.35)
    )


def baard(soort: str, kleur: str, donker: str, v: Vorm) -> str:
    """Return a beard inside the outline of the face: `kort` (full, trimmed) or `stoppels` (stubble)."""
    y, w = v.kin_y, v.slaap
    vorm = (
        f"M{-w - 10},610 C{-w + 8},680 {-w + 20},730 {-w + 52},762 C-128,790 -104,786 -84,778 C-58,768 -34,771 0,772 C34,771 58,768 84,778 "
        f"C104,786 128,790 {w - 52},762 C{w - 20},730 {w - 8},680 {w + 10},610 L{w + 10},{y + 40} L{-w - 10},{y + 40} Z"
    )
    dekking = 0.36 if soort == "stoppels" else 1.0
    return (
        f'<g clip-path="url(#gelaat)"><g opacity="{dekking}">{pad(vorm, kleur)}'
        + pad(
            f"M{w + 10},600 L{w + 10},{y + 30} L0,{y + 30} C70,{y - 8} 120,860 140,800 C156,760 {w - 24},730 {w - 10},670 Z",
            donker,
            opacity=0.6,
        )
        + "</g></g>"
    )
