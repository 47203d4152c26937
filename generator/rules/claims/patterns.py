"""The patterns of each claim, and the words without one of which no pattern of that claim can be found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.rules.claims import advisor, law, safety, secrecy
from generator.rules.claims.pattern import Pattern

PATTERNS: Final[Mapping[str, tuple[Pattern, ...]]] = MappingProxyType(
    {
        "geheimhouding": secrecy.PATTERNS,
        "verschoningsrecht": law.PRIVILEGE,
        "ontslag": safety.DISMISSAL,
        "anoniem": safety.ANONYMITY,
        "keurmerk": advisor.QUALITY,
        "verplicht-vertrouwenspersoon": law.obligation(r"(?:vertrouwens(?:contact)?perso(?:on|nen))"),
        "verplicht-gedragscode": law.obligation(r"(?:gedrags ?codes?|gedrags ?regels|code)"),
        "verplicht-klachtencommissie": law.obligation(r"(?:klachten ?commissies?|klachten ?regeling(?:en)?)"),
        "rol": advisor.ROLE,
    }
)

#: One quick look spares most sentences all patterns of a claim.
TELLTALE: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "geheimhouding": re.compile(
            r"vertrouw|geheim|discre|prive|binnenskamers|tussen|onder ons|niem|niets|niks|nooit|nimmer|geen|muren|kamer"
            r"|ruimte|deur|kantoor|tafel|gebouw|verla|buiten| uit|lippen|mond|graf|haan|altijd|alles|eeuwig|zwijg"
            r"|zonder|uitzondering|gebeurt|dan ook|%|procent|\?"
        ),
        "verschoningsrecht": re.compile(
            r"verschon|geheim|zwijg|getuig|verkla|verhoor|dwing|dwong|verplicht|zelfs|rechter|politie"
        ),
        "ontslag": re.compile(
            r"ontsla|baan|contract|positie|dienstverband|aanstelling|loopbaan|carriere|toekomst|functie|werk|gevolg|invloed"
            r"|effect|impact|risico|nadel|gestuurd|wegsturen|straat|laan|eruit|verlie|kwijt|bescherm|niets|niks|niemand"
        ),
        "anoniem": re.compile(r"anon|niemand|naam|identiteit|wie "),
        "keurmerk": re.compile(r"lvv|landelijke ver|certific|erken|regist|accredit|keurmerk"),
        "verplicht-vertrouwenspersoon": re.compile(r"perso"),
        "verplicht-gedragscode": re.compile(r"gedrags|code"),
        "verplicht-klachtencommissie": re.compile(r"klachten"),
        "rol": re.compile(r"neutra|partij|los|bemiddel|onderzoek|zorg|regel|mediator"),
    }
)
