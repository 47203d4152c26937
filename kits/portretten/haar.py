"""Hair and head scarf: each style gives what lies behind the head and what lies before it.

A style draws with three tones. What lies before the face also throws a shade on the forehead: that shade is the same
outline, moved down and to the right, and clipped to the face.
"""

# ruff: noqa: E501 - an outline is one row of numbers, and reads no better when it is broken

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gezicht import Huid, lijn, pad


@dataclass(frozen=True)
class Haarkleur:
    """Base tone, the tone in the shade and the tone of locks in the light."""

    basis: str
    schaduw: str
    licht: str


@dataclass(frozen=True)
class Kapsel:
    """Drawings behind the body, before the face, over everything, and right behind the face.

    `rand` is the outline that throws a shade.
    """

    achter: str = ""
    rand: str = ""
    voor: str = ""
    top: str = ""
    onder: str = ""
    oren: bool = True


def lokken(paden: list[str], kleur: str, dikte: float = 7, opacity: float = 0.7) -> str:
    """Return locks: soft lines along the fall of the hair."""
    return "".join(lijn(d, kleur, dikte, opacity=opacity) for d in paden)


def bob(k: Haarkleur) -> Kapsel:
    """Draw chin-length hair with a side parting and a sweeping fringe."""
    achter = pad(
        "M0,252 C-170,252 -256,350 -264,520 C-272,690 -268,830 -240,916 C-180,950 -130,930 -90,900 L90,900 C130,930 180,950 240,916 C268,830 272,690 264,520 C256,350 170,252 0,252 Z",
        k.schaduw,
    )
    rand = (
        "M96,264 C-50,226 -220,290 -256,462 C-276,600 -290,780 -262,902 C-240,936 -196,930 -170,900 C-186,820 -208,720 -204,626 "
        "C-196,566 -150,548 -110,512 C-30,470 70,440 128,376 C140,440 192,480 204,570 C216,700 210,810 172,900 C198,930 240,936 262,902 "
        "C290,780 280,600 258,456 C238,330 176,280 96,264 Z"
    )
    licht = lokken(
        [
            "M84,296 C-40,286 -170,350 -214,480",
            "M100,322 C-10,352 -140,410 -200,500",
            "M112,348 C20,410 -90,440 -150,500",
            "M-236,520 C-258,640 -262,780 -240,890",
            "M140,318 C196,360 226,440 234,540",
        ],
        k.licht,
    )
    donker = lokken(["M-220,580 C-236,680 -232,800 -206,908", "M228,580 C240,700 238,820 214,908"], k.schaduw, 9)
    kant = pad(
        "M128,376 C140,440 192,480 204,570 C216,700 210,810 172,900 C198,930 240,936 262,902 C276,846 282,760 276,670 C262,560 200,440 128,376 Z",
        k.schaduw,
        opacity=0.45,
    )
    return Kapsel(achter, rand, pad(rand, k.basis) + kant + licht + donker, oren=False)


def golvend(k: Haarkleur) -> Kapsel:
    """Draw long wavy hair over the shoulders, parted a little beside the middle."""
    achter = pad(
        "M0,228 C-190,228 -288,346 -290,520 C-298,620 -342,700 -328,800 C-318,880 -366,950 -344,1046 C-330,1120 -270,1180 -190,1160 "
        "L190,1160 C270,1180 330,1120 344,1046 C366,950 318,880 328,800 C342,700 298,620 290,520 C288,346 190,228 0,228 Z",
        k.schaduw,
    )
    rand = (
        "M-40,384 C-110,408 -176,470 -202,560 C-222,630 -190,700 -214,770 C-244,850 -196,930 -226,1010 C-250,1070 -214,1136 -160,1168 "
        "C-230,1204 -330,1156 -352,1064 C-376,970 -322,902 -342,806 C-362,720 -304,640 -300,530 C-306,346 -190,226 -10,232 "
        "C180,226 300,346 298,530 C304,640 366,716 344,806 C326,900 378,966 354,1064 C334,1156 232,1204 162,1168 "
        "C216,1136 252,1070 228,1010 C198,930 246,850 216,770 C192,700 224,630 204,560 C188,480 70,440 -40,384 Z"
    )
    licht = lokken(
        [
            "M-66,330 C-160,350 -240,430 -250,550 C-256,640 -300,710 -288,800",
            "M-30,318 C90,330 200,390 240,500",
            "M-262,840 C-246,910 -296,970 -282,1060",
            "M-20,356 C90,400 170,430 212,520",
            "M276,860 C272,930 308,970 298,1060",
            "M-304,880 C-300,940 -330,990 -312,1070",
            "M-40,282 C-150,292 -240,360 -266,470",
            "M270,600 C276,680 318,730 306,800",
        ],
        k.licht,
        9,
        0.6,
    )
    donker = lokken(
        [
            "M-236,650 C-232,720 -266,770 -256,840",
            "M244,610 C246,690 290,750 276,830 C266,900 300,960 286,1080",
            "M-250,900 C-240,980 -268,1040 -240,1130",
        ],
        k.schaduw,
        11,
    )
    return Kapsel(
        achter,
        rand,
        "",
        pad(rand, k.basis)
        + pad(
            "M204,560 C224,630 192,700 216,770 C246,850 198,930 228,1010 C252,1070 216,1136 162,1168 C200,1186 250,1180 290,1154 C240,1060 290,960 262,860 C240,780 270,660 240,560 C200,470 60,420 -40,384 C70,440 188,480 204,560 Z",
            k.schaduw,
            opacity=0.55,
        )
        + licht
        + donker,
        oren=False,
    )


def zijscheiding(k: Haarkleur) -> Kapsel:
    """Draw short hair with a side parting, combed up from the forehead."""
    rand = (
        "M-207,640 C-232,560 -244,470 -206,384 C-190,330 -150,300 -124,290 C-120,276 -60,240 20,248 C60,236 150,250 180,300 C226,336 244,430 236,500 C236,556 224,600 207,640 "
        "C202,612 200,596 198,572 C194,540 186,512 172,488 C160,462 146,448 132,438 C96,462 60,462 30,458 C-30,452 -70,462 -118,430 C-150,452 -176,490 -188,530 C-196,562 -200,600 -207,640 Z"
    )
    licht = lokken(
        [
            "M-112,416 C-108,350 -30,292 64,288",
            "M-70,440 C-60,380 20,322 120,318",
            "M-14,446 C6,396 66,356 150,354",
            "M50,450 C76,416 110,394 166,392",
            "M-204,450 C-200,410 -184,372 -160,344",
        ],
        k.licht,
    )
    return Kapsel(
        "",
        rand,
        pad(rand, k.basis)
        + pad(
            "M132,438 C146,448 160,462 172,488 C186,512 194,540 198,572 C200,596 202,612 207,640 C224,600 236,556 236,500 C240,440 230,380 204,334 C204,380 176,420 132,438 Z",
            k.schaduw,
            opacity=0.6,
        )
        + licht,
    )


def pixie(k: Haarkleur) -> Kapsel:
    """Draw short hair with volume on top and a soft fringe."""
    rand = (
        "M-208,664 C-234,610 -252,500 -224,400 C-194,306 -110,256 -30,262 C40,238 140,258 184,322 C234,366 252,470 242,548 C238,606 226,636 208,664 "
        "C210,626 206,596 196,566 C190,540 180,520 166,500 C164,524 158,540 148,552 C146,534 136,520 122,510 C104,500 84,494 66,494 C50,504 38,518 30,530 C30,514 26,504 18,498 C-6,502 -30,508 -48,514 C-62,528 -72,544 -78,558 C-80,544 -80,534 -84,526 C-108,534 -130,546 -146,560 C-180,584 -198,614 -208,664 Z"
    )
    licht = lokken(
        [
            "M-10,490 C-80,460 -116,400 -110,326",
            "M-70,504 C-130,480 -172,430 -182,366",
            "M40,480 C0,420 10,346 60,292",
            "M96,488 C74,424 96,352 144,316",
            "M-204,590 C-222,534 -226,480 -214,430",
            "M160,498 C164,450 184,404 208,392",
        ],
        k.licht,
        8,
    )
    donker = lokken(
        ["M66,494 C56,464 60,424 84,396", "M-84,526 C-112,512 -140,486 -152,460", "M216,600 C230,566 236,530 234,490"],
        k.schaduw,
        8,
    )
    kant = pad(
        "M166,500 C188,540 206,594 208,664 C226,636 238,606 242,548 C250,480 242,410 210,352 C222,410 204,466 166,500 Z",
        k.schaduw,
        opacity=0.6,
    )
    return Kapsel("", rand, pad(rand, k.basis) + kant + licht + donker)


def kort_kroes(k: Haarkleur) -> Kapsel:
    """Draw very short curly hair, shorter at the sides."""
    zij = "M-207,636 C-224,540 -222,440 -180,380 L180,380 C222,440 224,540 207,636 C203,600 200,580 195,556 C191,530 184,512 174,490 C130,430 -130,430 -174,490 C-184,512 -191,530 -195,556 C-200,580 -203,600 -207,636 Z"
    rand = "M-184,512 C-216,450 -206,366 -142,322 C-110,292 -40,278 0,284 C50,276 118,290 146,324 C206,366 216,450 184,512 C180,502 176,496 168,486 C130,462 70,454 0,454 C-70,454 -130,462 -168,486 C-176,496 -180,502 -184,512 Z"
    punten = [
        (-130, 370),
        (-96, 346),
        (-58, 328),
        (-18, 320),
        (22, 322),
        (60, 334),
        (-112, 400),
        (-74, 376),
        (-34, 362),
        (8, 360),
        (46, 370),
        (-146, 416),
        (-52, 406),
        (-92, 424),
        (-10, 404),
        (30, 412),
    ]
    krul = "".join(
        lijn(f"M{x - 8},{y + 4} C{x - 8},{y - 8} {x + 8},{y - 8} {x + 8},{y + 4}", k.licht, 5, opacity=0.5)
        for x, y in punten
    )
    return Kapsel("", rand, pad(zij, meng_zij(k)) + pad(rand, k.basis) + krul)


def meng_zij(k: Haarkleur) -> str:
    """Return the tone of shaved sides: between the hair and its lightest tone."""
    return "#" + "".join(
        f"{(int(k.basis[i : i + 2], 16) * 2 + int(k.licht[i : i + 2], 16)) // 3:02x}" for i in (1, 3, 5)
    )


def knot(k: Haarkleur) -> Kapsel:
    """Draw hair drawn back into a high bun, with two loose locks along the face."""
    achter = (
        f'<ellipse cx="24" cy="222" rx="106" ry="84" fill="{k.basis}"/>'
        + pad(
            "M40,139 C100,142 130,186 130,222 C130,276 80,306 24,306 C86,282 104,196 40,139 Z", k.schaduw, opacity=0.7
        )
        + lokken(["M-56,226 C-50,176 0,160 46,162", "M-46,254 C-20,204 40,190 90,206"], k.licht, 8)
    )
    rand = (
        "M-205,650 C-240,570 -254,440 -208,358 C-160,272 -60,256 10,258 C90,256 172,276 212,358 C254,440 240,570 205,650 "
        "C202,612 202,586 194,556 C176,490 100,450 -24,396 C-70,450 -166,490 -190,556 C-202,586 -202,612 -205,650 Z"
    )
    los = "M-186,520 C-216,590 -226,680 -210,770 C-204,804 -212,834 -226,858 C-186,836 -178,786 -188,724 C-196,650 -180,590 -164,532 Z"
    los_r = (
        "M188,520 C216,592 230,660 218,744 C214,780 220,806 232,830 C194,810 186,764 194,704 C200,640 188,590 170,532 Z"
    )
    licht = lokken(
        [
            "M-40,372 C-120,394 -190,450 -210,550",
            "M-44,340 C-136,356 -206,410 -224,500",
            "M-44,306 C-130,312 -200,360 -224,430",
            "M0,380 C90,400 180,440 212,530",
            "M16,346 C120,358 200,400 228,480",
            "M20,310 C110,314 190,350 220,420",
        ],
        k.licht,
    )
    kant = pad(
        "M194,556 C176,490 100,450 -24,396 C90,416 200,450 222,560 L205,650 C202,612 202,586 194,556 Z",
        k.schaduw,
        opacity=0.5,
    )
    return Kapsel(
        achter,
        rand,
        pad(rand, k.basis)
        + kant
        + pad(los, k.basis)
        + pad(los_r, k.basis)
        + pad(los_r, k.schaduw, opacity=0.6)
        + licht,
    )


def terugwijkend(k: Haarkleur) -> Kapsel:
    """Draw short hair that has drawn back at the temples."""
    rand = (
        "M-207,650 C-236,580 -246,470 -212,380 C-190,330 -150,306 -124,298 C-80,262 20,256 70,270 C110,272 180,310 206,366 C246,450 236,580 207,650 C202,620 200,594 196,566 "
        "C192,536 184,514 172,494 C172,456 156,426 124,410 C96,436 50,426 8,430 C-40,434 -90,436 -124,410 C-156,426 -172,456 -172,494 C-184,514 -192,536 -196,566 C-200,594 -202,620 -207,650 Z"
    )
    licht = lokken(
        [
            "M-104,404 C-94,350 -40,312 20,304",
            "M-56,420 C-46,370 10,334 76,330",
            "M4,420 C16,382 60,358 116,356",
            "M-208,540 C-218,490 -212,440 -192,404",
        ],
        k.licht,
    )
    return Kapsel(
        "",
        rand,
        pad(rand, k.basis)
        + pad(
            "M124,410 C156,426 172,456 172,494 C184,514 192,536 196,566 C200,594 202,620 207,650 C236,580 246,450 206,366 C196,346 184,332 170,322 C176,360 156,396 124,410 Z",
            k.schaduw,
            opacity=0.6,
        )
        + licht,
    )


def hoofddoek(k: Haarkleur) -> Kapsel:
    """Draw a head scarf that falls in folds over the shoulders, with an under-scarf at the forehead."""
    gezicht = "M0,426 C-126,426 -184,500 -190,606 C-192,716 -150,812 -100,862 C-66,896 -30,904 0,904 C30,904 66,896 100,862 C150,812 192,716 190,606 C184,500 126,426 0,426 Z"
    band = (
        "M0,404 C-134,404 -194,476 -200,590 C-180,506 -124,446 0,446 C124,446 180,506 200,590 C194,476 134,404 0,404 Z"
    )
    buiten = (
        "M0,256 C-172,256 -256,362 -262,540 C-266,680 -252,790 -244,866 C-250,930 -286,990 -336,1050 C-356,1120 -320,1190 -250,1222 "
        "C-150,1262 40,1290 180,1252 C270,1226 340,1180 342,1092 C330,1010 258,940 246,866 C252,790 266,680 262,540 C256,362 172,256 0,256 Z"
    )
    vouwen = (
        pad(
            "M262,540 C266,680 252,790 246,866 C258,940 330,1010 342,1092 C340,1180 270,1226 180,1252 C220,1180 214,1090 150,1000 C116,950 108,920 100,862 C150,812 192,716 190,606 C186,500 130,430 60,416 C120,390 150,330 150,300 C220,350 258,440 262,540 Z",
            k.schaduw,
            opacity=0.5,
        )
        + pad(
            "M-100,862 C-60,950 60,1000 176,1010 C110,1040 -40,1022 -130,956 C-170,926 -206,900 -232,872 C-190,880 -140,880 -100,862 Z",
            k.schaduw,
            opacity=0.55,
        )
        + lokken(
            [
                "M-196,910 C-116,1020 50,1090 214,1100",
                "M-238,970 C-160,1090 20,1176 220,1180",
                "M-290,1050 C-220,1150 -60,1226 130,1244",
            ],
            k.schaduw,
            9,
            0.6,
        )
        + lokken(
            [
                "M-140,330 C-204,394 -232,480 -234,560 C-236,680 -218,780 -220,850",
                "M-226,930 C-150,1048 0,1132 190,1140",
                "M-296,1010 C-230,1110 -100,1196 60,1216",
            ],
            k.licht,
            8,
            0.7,
        )
    )
    return Kapsel(
        "",
        band,
        "",
        f'<path d="{buiten} {gezicht}" fill="{k.basis}" fill-rule="evenodd"/>' + vouwen + pad(band, k.schaduw),
        pad(gezicht, k.schaduw),
        False,
    )


KAPSELS: dict[str, Callable[[Haarkleur], Kapsel]] = {
    "bob": bob,
    "golvend": golvend,
    "zijscheiding": zijscheiding,
    "pixie": pixie,
    "kort-kroes": kort_kroes,
    "knot": knot,
    "terugwijkend": terugwijkend,
    "hoofddoek": hoofddoek,
}


def schaduw_op_gezicht(kapsel: Kapsel, h: Huid) -> str:
    """Return the shade that the hair throws on the face."""
    if not kapsel.rand:
        return ""
    return f'<g clip-path="url(#gelaat)"><path d="{kapsel.rand}" transform="translate(10 24)" fill="{h.schaduw}" opacity="0.85"/></g>'
