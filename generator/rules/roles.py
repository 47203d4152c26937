"""What a second role or an ordinary job means for independence, by the words that people write for it.

``andere_rollen`` holds short names, and there one word is enough: whoever lists ``or`` there is on the works council.
``functie`` and ``afdeling`` hold free text: there a body is *sure* only if the text says nothing else. A text that has
the word among others ('ontwikkelaar van HR-software') makes it *possible*, for somebody to look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Clarity = Literal["sure", "possible"]

#: In front of a role or a job these say that somebody no longer has it, or never had.
_NO_LONGER: Final = re.compile(r"\b(?:voormalig|vroeger|oud|ex|geen|niet)[ -]")
#: Beside a board or a council these say that somebody works for it and is not of it. An assistant of HR is in HR.
_WORKS_FOR: Final = re.compile(
    r"\b(?:assistent|assistente|secretaresse|secretariaat|secretaris|ondersteuning|ondersteuner|ambtelijk|chauffeur)\b"
)
_ASIDE: Final = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body or function as a message names it, with the words for it, all in lower case.

    ``role`` is sought in a short name, ``whole`` is the whole of a job or department, ``part`` a word in it.
    ``has_staff`` is true where others work for the body without being of it.
    """

    naam: str
    role: re.Pattern[str]
    whole: re.Pattern[str]
    part: re.Pattern[str]
    has_staff: bool = False


def _body(naam: str, role: str, whole: str, part: str, *, has_staff: bool = False) -> Body:
    patterns = (re.compile(rf"\b(?:{role})\b"), re.compile(f"(?:{whole})"), re.compile(rf"\b(?:{part})\b"))
    return Body(naam, *patterns, has_staff=has_staff)


_HR_WORD: Final = (
    r"(?:hr|hrm|p ?& ?o|p en o|p&c|human resources?|human resource management|personeelszaken"
    r"|personeel (?:en|&) organisatie|people (?:and|&|en) culture)"
)
_HR_WORK: Final = (
    r"(?:adviseur|adviseuse|medewerker|medewerkster|manager|functionaris|assistente?|business ?partner|specialist"
    r"|consulent|coördinator|coordinator|director|directeur|officer|ondersteuner|ondersteuning|generalist|recruiter"
    r"|administratie|stagiaire?|afdeling|team|hoofd|teamleider|lead)"
)
_FIRST: Final = r"(?:(?:senior|junior|algemeen|strategisch|operationeel|plaatsvervangend|afdeling|team) )*"
_TOP: Final = (
    r"(?:directeur|directrice|bestuurder|bestuursvoorzitter|directeur-bestuurder|directeur-grootaandeelhouder|dga"
    r"|eigenaar|eigenares|ceo|cfo|coo|cto|managing director|chief [a-z]+ officer|rector|schoolleider"
    r"|gemeentesecretaris|wethouder|burgemeester|vennoot)"
)
_TOP_KIND: Final = (
    r"(?:(?:algemeen|statutair|adjunct|financieel|operationeel|zakelijk|commercieel|technisch|uitvoerend|mede"
    r"|plaatsvervangend|interim|school|titulair)[- ]?)*"
)

HR: Final = _body(
    "HR",
    r"hr|hrm|p en o|p o|peno|personeel|personeelszaken|personeelsadviseur|human resources?|people and culture"
    r"|recruiter|recruitment",
    rf"{_FIRST}(?:{_HR_WORD}(?:[- ]{_HR_WORK})*|{_HR_WORK} (?:van )?{_HR_WORD}"
    r"|personeels(?:adviseur|functionaris|manager|chef|medewerker|consulent)|recruiter)",
    rf"{_HR_WORD}|personeels(?:adviseur|functionaris|manager|chef)",
)
COUNCIL: Final = _body(
    "de ondernemingsraad",
    r"or|ondernemingsraad|ondernemingsraadslid|medezeggenschap|medezeggenschapsraad|mr|gmr|pvt"
    r"|personeelsvertegenwoordiging|works council",
    r"(?:lid|voorzitter|vicevoorzitter|secretaris) (?:van )?(?:de )?"
    r"(?:or|mr|gmr|pvt|ondernemingsraad|medezeggenschapsraad)|(?:or|mr|gmr|pvt)-lid|ondernemingsraadslid",
    r"ondernemingsraad|medezeggenschapsraad|or-lid|lid (?:or|mr|gmr)",
    has_staff=True,
)
TOP: Final = _body(
    "de directie",
    r"directie|directielid|directeur|directrice|bestuur|bestuurslid|bestuurder|mt|managementteam|ceo|cfo|coo|dga"
    r"|eigenaar|eigenares|vennoot|raad van bestuur|raad van toezicht|board|board member|rector|schoolleider"
    r"|gemeentesecretaris|wethouder|burgemeester",
    rf"{_TOP_KIND}{_TOP}|mt-lid|directielid|bestuurslid"
    r"|(?:lid|voorzitter) (?:van )?(?:de |het )?(?:raad van bestuur|directie|mt|managementteam|(?:dagelijks )?bestuur)",
    r"\w*directeur|directrice|directie|raad van bestuur|directielid|mt-lid|managementteam|bestuurslid"
    r"|dagelijks bestuur|bestuur en staf",
    has_staff=True,
)
COMMITTEE: Final = _body(
    "de klachtencommissie",
    r"klachtencommissie|klachtencommissielid",
    r"(?:lid|voorzitter|secretaris) (?:van )?(?:de )?klachtencommissie",
    r"klachtencommissie",
    has_staff=True,
)
CLASHING: Final = (HR, COUNCIL, TOP, COMMITTEE)

_DOCTOR_WORDS: Final = r"bedrijfsarts|arbo-?arts|verzuimarts"
_SOCIAL_WORDS: Final = r"bedrijfsmaatschappelijk werk(?:er|ster)?|bmw'?er"
MEDICAL: Final = (
    _body("bedrijfsarts", rf"{_DOCTOR_WORDS}|arbo arts|arts", _DOCTOR_WORDS, _DOCTOR_WORDS, has_staff=True),
    _body("bedrijfsmaatschappelijk werker", rf"{_SOCIAL_WORDS}|bmw", _SOCIAL_WORDS, _SOCIAL_WORDS, has_staff=True),
)
_MANAGER: Final = (
    r"leidinggevende|team ?(?:leider|leidster|lead)|afdelings(?:hoofd|leider|chef)|ploeg(?:leider|baas)|supervisor"
    r"|unit(?:leider|hoofd)|locatiehoofd|filiaal(?:leider|chef)|bedrijfsleider|voorman|\w*chef|hoofdverpleegkundige"
    r"|(?:team|afdelings|unit|locatie|filiaal|zorg|regio|cluster|sector|vestigings|operations|magazijn)[- ]?manager"
    r"|uitvoerder|conrector"
)
MANAGING: Final = _body(
    "leidinggevende",
    rf"{_MANAGER}|manager|hoofd",
    rf"(?:manager|hoofd)\b.*|.*\b(?:{_MANAGER})\b.*",
    _MANAGER,
    has_staff=True,
)


def is_role_of(body: Body, rol: str) -> bool:
    """Tell whether a short name of ``andere_rollen`` or ``contacten`` means this body."""
    words = rol.replace("-", " ")
    return body.role.search(words) is not None and not _excused(body, words)


def clarity_of(body: Body, text: str) -> Clarity | None:
    """Tell whether a job or a department, in free text, means this body; None if it does not speak of it."""
    words = " ".join(_ASIDE.sub(" ", text.casefold()).split())
    if _excused(body, words):
        return None
    if body.whole.fullmatch(words):
        return "sure"
    return "possible" if body.part.search(words) else None


def _excused(body: Body, words: str) -> bool:
    return _NO_LONGER.search(words) is not None or (body.has_staff and _WORKS_FOR.search(words) is not None)
