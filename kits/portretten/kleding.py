"""Clothes: from the neckline down to the edge of the picture."""

# ruff: noqa: E501 - an outline is one row of numbers, and reads no better when it is broken

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gezicht import lijn, pad, spiegel

OPENING = "C96,1180 40,1380 0,1500 C-40,1380 -96,1180 -112,1000"
"""The neckline of a jacket: a deep V."""


@dataclass(frozen=True)
class Stof:
    """A garment's base tone, its shade and light tone, and the tone of what is worn beneath."""

    basis: str
    schaduw: str
    licht: str
    onder: str = "#ffffff"


def romp(hals: str, breed: float) -> str:
    """Return the outline of the upper body; `hals` is the neckline from right to left, `breed` scales the shoulders."""
    s = breed
    return (
        f"M-112,1000 C-180,1046 {-290 * s:.0f},1064 {-360 * s:.0f},1106 C{-436 * s:.0f},1154 {-470 * s:.0f},1300 {-488 * s:.0f},1520 "
        f"L{488 * s:.0f},1520 C{470 * s:.0f},1300 {436 * s:.0f},1154 {360 * s:.0f},1106 C{290 * s:.0f},1064 180,1046 112,1000 {hals} Z"
    )


def lijf(hals: str, s: Stof, breed: float) -> str:
    """Return the body in its base tone with the shaded side and the seams of the sleeves."""
    vorm = romp(hals, breed)
    b = breed
    return (
        f'<clipPath id="lijf"><path d="{vorm}"/></clipPath>'
        + pad(vorm, s.basis)
        + '<g clip-path="url(#lijf)">'
        + pad(
            f"M{330 * b:.0f},1060 C{400 * b:.0f},1130 {384 * b:.0f},1240 {372 * b:.0f},1540 L{520 * b:.0f},1540 L{520 * b:.0f},1060 Z",
            s.schaduw,
            opacity=0.5,
        )
        + lijn(f"M{310 * b:.0f},1540 C{306 * b:.0f},1440 {310 * b:.0f},1320 {296 * b:.0f},1226", s.schaduw, 8)
        + lijn(f"M{-310 * b:.0f},1540 C{-306 * b:.0f},1440 {-310 * b:.0f},1320 {-296 * b:.0f},1226", s.schaduw, 8)
        + lijn(
            f"M{-366 * b:.0f},1138 C{-400 * b:.0f},1172 {-420 * b:.0f},1226 {-430 * b:.0f},1290",
            s.licht,
            12,
            opacity=0.7,
        )
        + "</g>"
    )


def trui(s: Stof, breed: float) -> str:
    """Draw a sweater with a round neck and a ribbed collar."""
    hals = "C86,1096 -86,1096 -112,1000"
    boord = "M-112,1000 C-86,1096 86,1096 112,1000 C126,1008 136,1014 146,1020 C112,1140 -112,1140 -146,1020 C-136,1014 -126,1008 -112,1000 Z"
    return lijf(hals, s, breed) + pad(boord, s.licht) + lijn("M-146,1020 C-112,1140 112,1140 146,1020", s.schaduw, 6)


def coltrui(s: Stof, breed: float) -> str:
    """Draw a sweater with a rolled collar."""
    kraag = "M-120,930 C-60,972 60,972 120,930 C132,960 136,1000 140,1036 C80,1092 -80,1092 -140,1036 C-136,1000 -132,960 -120,930 Z"
    ribben = "".join(
        lijn(f"M{x},{976 - abs(x) * 0.24:.0f} L{x * 1.1:.0f},{1064 - abs(x) * 0.2:.0f}", s.schaduw, 4, opacity=0.5)
        for x in range(-96, 97, 24)
    )
    return (
        lijf("C86,1060 -86,1060 -112,1000", s, breed)
        + pad(kraag, s.basis)
        + pad(
            "M40,968 C70,962 100,948 120,930 C132,960 136,1000 140,1036 C110,1062 70,1076 40,1080 Z",
            s.schaduw,
            opacity=0.6,
        )
        + ribben
        + lijn("M-140,1036 C-80,1092 80,1092 140,1036", s.schaduw, 8)
    )


def overhemd(s: Stof, breed: float) -> str:
    """Draw a shirt with an open collar."""
    hals = "L0,1190 L-112,1000"
    kraag = pad(
        "M112,986 C134,1000 150,1012 160,1024 C150,1090 118,1150 84,1184 L8,1196 C48,1136 84,1066 112,986 Z", s.licht
    )
    sluiting = lijn("M0,1190 L0,1520", s.schaduw, 6) + "".join(
        f'<circle cx="0" cy="{y}" r="9" fill="{s.schaduw}"/><circle cx="-1" cy="{y - 2}" r="6" fill="{s.licht}"/>'
        for y in (1262, 1356, 1450)
    )
    vouw = lijn("M160,1024 C150,1090 118,1150 84,1184 L8,1196", s.schaduw, 6)
    return lijf(hals, s, breed) + sluiting + spiegel(kraag + vouw)


def blazer(s: Stof, breed: float) -> str:
    """Draw a jacket with lapels over a plain top."""
    top = pad("M-116,1000 C-80,1110 80,1110 116,1000 L136,1040 L120,1540 L-120,1540 L-136,1040 Z", s.onder) + pad(
        "M116,1000 L136,1040 L120,1540 L10,1540 C80,1400 110,1200 96,1062 Z", "#1d1a33", opacity=0.1
    )
    return top + lijf(OPENING, s, breed) + spiegel(revers(s))


def revers(s: Stof) -> str:
    """Return the right lapel of a jacket."""
    d = "M112,992 C140,1010 164,1022 184,1030 C206,1090 206,1130 196,1166 L238,1182 L198,1224 C150,1330 90,1420 6,1520 L-10,1520 C40,1380 96,1180 112,992 Z"
    return pad(d, s.licht) + lijn(
        "M184,1030 C206,1090 206,1130 196,1166 L238,1182 L198,1224 C150,1330 90,1420 6,1520", s.schaduw, 6
    )


def colbert(s: Stof, breed: float) -> str:
    """Draw a jacket with lapels over a shirt with an open collar."""
    hemd = pad("M-116,996 L0,1180 L116,996 L136,1040 L120,1540 L-120,1540 L-136,1040 Z", s.onder) + lijn(
        "M0,1190 L0,1520", "#1d1a33", 5, opacity=0.16
    )
    kraag = pad(
        "M106,948 C128,966 148,990 158,1014 C146,1080 118,1140 90,1170 L4,1190 C46,1130 88,1050 106,948 Z", "#f6f8fb"
    ) + lijn("M158,1014 C146,1080 118,1140 90,1170 L4,1190", "#1d1a33", 5, opacity=0.2)
    return hemd + lijf(OPENING, s, breed) + spiegel(kraag + revers(s))


def vest(s: Stof, breed: float) -> str:
    """Draw a cardigan over a plain top."""
    top = pad("M-118,1000 C-90,1104 90,1104 118,1000 L136,1040 L120,1540 L-120,1540 L-136,1040 Z", s.onder) + lijn(
        "M-118,1000 C-90,1110 90,1110 118,1000", "#1d1a33", 6, opacity=0.14
    )
    rand = pad(
        "M112,996 C126,1006 142,1014 156,1022 C150,1200 120,1380 96,1520 L54,1520 C84,1380 112,1190 112,996 Z", s.licht
    ) + lijn("M156,1022 C150,1200 120,1380 96,1520", s.schaduw, 5)
    return top + lijf("C112,1190 84,1380 60,1520 L-60,1520 C-84,1380 -112,1190 -112,1000", s, breed) + spiegel(rand)


KLEDING: dict[str, Callable[[Stof, float], str]] = {
    "trui": trui,
    "coltrui": coltrui,
    "overhemd": overhemd,
    "blazer": blazer,
    "colbert": colbert,
    "vest": vest,
}
