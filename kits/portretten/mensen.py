"""The people of the example kits, each as a handful of choices."""

from __future__ import annotations

from dataclasses import dataclass

from gezicht import Huid, Vorm
from haar import Haarkleur
from kleding import Stof

LICHT = Huid("#f4cfb3", "#e0a988", "#b9785a", "#fde6d3", "#d08273", "#ec8f7c")
ZACHT = Huid("#eec09a", "#d69c72", "#a8704c", "#f8d9b8", "#c67a68", "#e08a6a")
OLIJF = Huid("#e2ae84", "#c58a5e", "#95603d", "#f1c9a4", "#b4604f", "#d67f5f")
BRUIN = Huid("#b27a52", "#93603c", "#663d24", "#c9946c", "#94503f", "#b8603f")
DONKER = Huid("#80502f", "#633a20", "#3c2010", "#9c6942", "#7d3f35", "#a0523a")

MAN = Vorm(208, 160, 66, 912)
VROUW = Vorm(204, 142, 46, 896)


@dataclass(frozen=True)
class Persoon:
    """One portrait: who, where the picture goes, and every choice of the drawing."""

    bestand: str
    leeftijd: int
    huid: Huid
    vorm: Vorm
    kapsel: str
    haar: Haarkleur
    kleding: str
    stof: Stof
    fond: str
    iris: str = "#5b3a26"
    wenkbrauw: str = "#4a3428"
    wenkbrauwdikte: float = 15
    boog: float = 0
    mond: str = "dicht"
    lippen: str | None = None
    bril: str | None = None
    brilkleur: str = "#3b2f2b"
    baard: str | None = None
    baardkleur: str = "#4a3428"
    baardschaduw: str = "#2e201a"
    sproeten: bool = False
    neus: float = 1.0
    oorbel: str | None = None
    schouders: float = 1.0
    hals: int = 98
    blos: float = 0.4
    vrouw: bool = True
    kantel: float = 0
    gedraaid: bool = False
    opmerking: str | None = None


BLOND = Haarkleur("#d9ab5f", "#b07f3c", "#f0cf8e")
KOPER = Haarkleur("#a4522b", "#7a3519", "#cf7a45")
BRUINZWART = Haarkleur("#3a241c", "#22130f", "#6b4432")
ZWART = Haarkleur("#211816", "#120c0b", "#4a3a36")
GRIJSBRUIN = Haarkleur("#6f5d50", "#4b3d34", "#9c8a7b")
ZILVER = Haarkleur("#cfcfd4", "#a2a3ad", "#f3f3f5")
GRIJS = Haarkleur("#8f8d8e", "#646265", "#c4c2c2")

MENSEN = (
    Persoon(
        "bakkerij-van-dam/fotos/hanneke-wiersma.jpg",
        52,
        LICHT,
        VROUW,
        "bob",
        KOPER,
        "vest",
        Stof("#2f6b5e", "#214e45", "#3f8273", "#f6ead8"),
        "#f3c98b",
        iris="#4f7a63",
        wenkbrauw="#7a4428",
        mond="open",
        sproeten=True,
        schouders=0.92,
        hals=88,
        kantel=2.5,
    ),
    Persoon(
        "bouw/bouwbedrijf-de-linge/fotos/samira-el-amrani.jpg",
        36,
        OLIJF,
        VROUW,
        "golvend",
        BRUINZWART,
        "blazer",
        Stof("#e07a3c", "#b95a22", "#ee9257", "#fbf3ea"),
        "#a9d3cb",
        wenkbrauw="#2b1914",
        boog=4,
        lippen="#bf6a5c",
        schouders=0.92,
        hals=84,
        oorbel="#e3b657",
        kantel=-2.5,
    ),
    Persoon(
        "bouw/fotos/joost-verhage.png",
        54,
        LICHT,
        MAN,
        "zijscheiding",
        GRIJSBRUIN,
        "overhemd",
        Stof("#5d83a8", "#44658a", "#769bbe"),
        "#d5dfc4",
        iris="#4d7391",
        wenkbrauw="#5a483d",
        wenkbrauwdikte=18,
        bril="recht",
        baard="stoppels",
        baardkleur="#7b6a5e",
        baardschaduw="#5c4b41",
        schouders=1.06,
        hals=112,
        blos=0.28,
        vrouw=False,
        neus=1.1,
        opmerking="GEHEIM-KANTOOR: niet publiceren, gemaakt bij J. thuis",
        kantel=1.5,
    ),
    Persoon(
        "zorggroep-de-vecht/fotos/marijke-hoogland.jpg",
        59,
        LICHT,
        VROUW,
        "pixie",
        ZILVER,
        "trui",
        Stof("#d8625a", "#b2453f", "#e67d73"),
        "#cdd9ee",
        iris="#5a7fa3",
        wenkbrauw="#8d8580",
        bril="rond",
        brilkleur="#7a3b52",
        mond="open",
        schouders=0.94,
        hals=88,
        oorbel="#f4efe6",
        kantel=-2,
    ),
    Persoon(
        "zorggroep-de-vecht/fotos/kwame-boateng.jpg",
        34,
        DONKER,
        MAN,
        "kort-kroes",
        ZWART,
        "trui",
        Stof("#e9b23f", "#c48d22", "#f3c765"),
        "#bfe0d2",
        iris="#2e1a10",
        wenkbrauw="#1c120e",
        wenkbrauwdikte=19,
        baard="kort",
        baardkleur="#241714",
        baardschaduw="#120b09",
        mond="open",
        schouders=1.06,
        hals=114,
        neus=1.22,
        blos=0.25,
        vrouw=False,
        gedraaid=True,
        opmerking="GEHEIM-FOTO: thuisadres van K. Boateng",
        kantel=2,
    ),
    Persoon(
        "zorggroep-de-vecht/fotos/fatima-bouazza.jpg",
        41,
        OLIJF,
        VROUW,
        "hoofddoek",
        Haarkleur("#3f7d8c", "#2a5a68", "#63a0ad"),
        "trui",
        Stof("#33415f", "#232e47", "#465577"),
        "#f6d3c4",
        wenkbrauw="#3a241c",
        boog=3,
        lippen="#c0695f",
        schouders=0.92,
        hals=84,
        kantel=-1.5,
    ),
    Persoon(
        "zorggroep-de-vecht/fotos/agnieszka-wojcik.jpg",
        45,
        ZACHT,
        VROUW,
        "knot",
        BLOND,
        "coltrui",
        Stof("#8b3a5e", "#692745", "#a65276"),
        "#dfe6c8",
        iris="#587f8f",
        wenkbrauw="#94693a",
        boog=2,
        lippen="#cf7a6f",
        schouders=0.92,
        hals=86,
        oorbel="#e3b657",
        kantel=2.5,
    ),
    Persoon(
        "zorggroep-de-vecht/fotos/prem-ramdin.jpg",
        63,
        BRUIN,
        MAN,
        "terugwijkend",
        GRIJS,
        "colbert",
        Stof("#34466b", "#233250", "#475b84", "#dfe8f3"),
        "#ecd9b0",
        iris="#33201a",
        wenkbrauw="#5e5857",
        wenkbrauwdikte=19,
        baard="kort",
        baardkleur="#a9a6a5",
        baardschaduw="#767373",
        schouders=1.04,
        hals=108,
        neus=1.14,
        blos=0.22,
        vrouw=False,
        kantel=-1.5,
    ),
)
