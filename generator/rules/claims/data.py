"""What no text may promise or say about an advisor, why, and what to write instead.

The list is that of the project's domain notes, sections 3 to 5: the function profile of the advisors' professional body
(LVV, 2016), and desk research into the state of the law. The safe wordings say exactly as much as is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.aanspreekvorm import choose


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that may not be said: its name, why, the safe wording for *je* and for *u*, the source; in Dutch."""

    id: str
    waarom: str
    liever: str
    liever_u: str
    bron: str


PROFILE: Final = "LVV-functieprofiel vertrouwenspersoon (2016)"
LAW: Final = "Eigen onderzoek van wet en wetsvoorstellen (november 2026)"


def _claim(name: str, waarom: str, liever: str, bron: str) -> Claim:
    """Return a claim whose safe wording is given as ``[[je|u]]`` text."""
    return Claim(name, waarom, choose(liever, "je"), choose(liever, "u"), bron)


GEHEIMHOUDING: Final = _claim(
    "geheimhouding",
    "Geheimhouding kent uitzonderingen, bijvoorbeeld bij groot gevaar of als de wet iets anders eist.",
    "Een gesprek is vertrouwelijk. Er gebeurt niets zonder [[jouw|uw]] toestemming, behalve in uitzonderlijke "
    "gevallen. In zo'n geval [[hoor je|hoort u]] dat vooraf.",
    PROFILE,
)
VERSCHONINGSRECHT: Final = _claim(
    "verschoningsrecht",
    "Een vertrouwenspersoon heeft geen verschoningsrecht, zoals een arts of advocaat dat heeft.",
    "Een gesprek is vertrouwelijk. In uitzonderlijke gevallen kan de wet iets anders eisen. "
    "In zo'n geval [[hoor je|hoort u]] dat vooraf.",
    PROFILE,
)
ONTSLAG: Final = _claim(
    "ontslag",
    "Niemand kan vooraf beloven dat praten of melden geen gevolgen heeft voor iemands baan.",
    "Twijfel over gevolgen voor [[je|uw]] werk? We bespreken vooraf welke stappen er kunnen zijn, "
    "en wat daarvan kan komen. [[Jij kiest|U kiest]].",
    PROFILE,
)
ANONIEM: Final = _claim(
    "anoniem",
    "De vertrouwenspersoon weet meestal wie er praat, en bij een melding of klacht horen meer mensen de naam.",
    "De vertrouwenspersoon weet wie [[je|u]] bent, en gaat daar vertrouwelijk mee om. "
    "Liever zonder naam praten? Vraag vooraf of dat kan.",
    "LVV-functieprofiel, en de praktijk van externe vertrouwenspersonen",
)
KEURMERK: Final = _claim(
    "keurmerk",
    "Een keurmerk, erkenning of lidmaatschap mag er pas staan als bij deze persoon ook een register is ingevuld.",
    "Als vertrouwenspersoon ben ik daarvoor opgeleid.",
    "eigen afspraak: alleen wat in de kit staat, mag op de site staan",
)
VERPLICHT_VERTROUWENSPERSOON: Final = _claim(
    "verplicht-vertrouwenspersoon",
    "Of een vertrouwenspersoon wettelijk verplicht is, staat niet vast op de dag dat iemand dit leest.",
    "De werkgever moet beleid hebben tegen ongewenst gedrag op het werk. "
    "Een vertrouwenspersoon hoort daar bij ons bij.",
    LAW,
)
VERPLICHT_GEDRAGSCODE: Final = _claim(
    "verplicht-gedragscode",
    "Of een gedragscode wettelijk verplicht is, staat niet vast op de dag dat iemand dit leest.",
    "De werkgever moet beleid hebben tegen ongewenst gedrag op het werk. Onze gedragscode hoort daarbij.",
    LAW,
)
VERPLICHT_KLACHTENCOMMISSIE: Final = _claim(
    "verplicht-klachtencommissie",
    "Of een klachtencommissie verplicht is, verschilt per sector en per cao.",
    "Een officiële klacht kan naar de klachtencommissie.",
    LAW,
)
ROL: Final = _claim(
    "rol",
    "Een vertrouwenspersoon staat naast degene die komt praten, en bemiddelt niet, onderzoekt niet en beslist niet.",
    "Ik sta naast [[je|u]] en ik denk mee. Samen bekijken we wat er kan, en [[jij kiest|u kiest]] wat er gebeurt.",
    PROFILE,
)

CLAIMS: Final[tuple[Claim, ...]] = (
    GEHEIMHOUDING,
    VERSCHONINGSRECHT,
    ONTSLAG,
    ANONIEM,
    KEURMERK,
    VERPLICHT_VERTROUWENSPERSOON,
    VERPLICHT_GEDRAGSCODE,
    VERPLICHT_KLACHTENCOMMISSIE,
    ROL,
)
