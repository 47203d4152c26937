"""What a second role or an ordinary job means for independence, by the words that people write for it.

``andere_rollen`` holds short names, and there one word is enough: whoever lists ``or`` there is on the works council.
``functie`` and ``afdeling`` hold free text, where only words that leave no doubt count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: Beside a clashing word these say that somebody works for the body, or once did, and is not of it.
_NOT_OF_IT: Final = re.compile(
    r"\b(assistent|assistente|secretaresse|secretariaat|ondersteuning|ondersteuner|ambtelijk|voormalig|oud|ex)\b"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body or function as a message names it, and the words for it as a role and as a job (lower case)."""

    naam: str
    role: re.Pattern[str]
    job: re.Pattern[str]


def _body(naam: str, role: str, job: str) -> Body:
    return Body(naam, re.compile(rf"\b(?:{role})\b"), re.compile(rf"\b(?:{job})\b"))


CLASHING: Final = (
    _body(
        "HR",
        r"hr|hrm|p en o|p o|peno|personeel|personeelszaken|personeelsadviseur|human resources?",
        r"hr|hrm|p ?& ?o|p en o|human resources?|personeelszaken|personeel (?:en|&) organisatie"
        r"|personeels(?:adviseur|functionaris|manager|chef|medewerker)",
    ),
    _body(
        "de ondernemingsraad",
        r"or|ondernemingsraad|ondernemingsraadslid|medezeggenschap|medezeggenschapsraad|personeelsvertegenwoordiging",
        r"(?:lid|voorzitter|secretaris) (?:van de )?(?:or|ondernemingsraad|medezeggenschapsraad)|or-lid"
        r"|ondernemingsraadslid",
    ),
    _body(
        "de directie",
        r"directie|directielid|directeur|directrice|bestuur|bestuurslid|bestuurder|mt|managementteam|ceo|cfo|coo"
        r"|eigenaar|eigenares|raad van bestuur|raad van toezicht",
        r"(?<![a-z] )(?:directeur|directrice|bestuurder|bestuursvoorzitter|ceo|cfo|coo|eigenaar|eigenares)"
        r"|(?:algemeen|statutair|adjunct|financieel|operationeel|zakelijk|uitvoerend|mede)[- ]"
        r"(?:directeur|directrice|bestuurder|eigenaar|eigenares)"
        r"|(?:lid|voorzitter) (?:van de )?(?:raad van bestuur|directie)|directielid|bestuurslid",
    ),
    _body(
        "de klachtencommissie",
        r"klachtencommissie|klachtencommissielid",
        r"(?:lid|voorzitter) (?:van de )?klachtencommissie",
    ),
)
MEDICAL: Final = (
    _body("bedrijfsarts", r"bedrijfsarts|arboarts", r"bedrijfsarts|arboarts"),
    _body(
        "bedrijfsmaatschappelijk werker",
        r"bedrijfsmaatschappelijk werk(?:er|ster)?|bmw",
        r"bedrijfsmaatschappelijk werk(?:er|ster)?",
    ),
)
MANAGING: Final = _body(
    "leidinggevende",
    r"leidinggevende|manager|teamleider|teamleidster|teammanager|afdelingshoofd|hoofd|chef|ploegleider|bedrijfsleider",
    r"leidinggevende|team(?:leider|leidster|manager)|afdelings(?:hoofd|manager|leider)|ploeg(?:leider|baas)"
    r"|unit(?:manager|leider|hoofd)|locatie(?:manager|hoofd)|filiaal(?:manager|leider|chef)|bedrijfsleider|voorman|chef"
    r"|(?<![\w-] )hoofd",
)


def is_role_of(body: Body, rol: str) -> bool:
    """Tell whether a short name of ``andere_rollen`` means this body."""
    words = rol.replace("-", " ")
    return body.role.search(words) is not None and not _NOT_OF_IT.search(words)


def is_job_of(body: Body, text: str) -> bool:
    """Tell whether a job or a department, in free text, means this body without doubt."""
    words = " ".join(text.casefold().split())
    return body.job.search(words) is not None and not _NOT_OF_IT.search(words)
