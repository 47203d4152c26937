"""The advisors that a member of the benchmark's association has of its own, next to those of the pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from generator.kit.text import slugify
from tests.bench import member_words as words
from tests.bench.member_layers import Values
from tests.bench.member_photos import FOCUS

_LONGEST: Final = 60
_LAST_DAY: Final = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the parts of one member agree on: its lots, form of address, mail domain, places."""

    random: Random
    form: str
    domain: str
    sites: tuple[str, ...]

    def happens(self, share: float) -> bool:
        """Tell whether something that goes for this share of all goes here."""
        return self.random.random() < share

    def day(self) -> date:
        """Return a day in the months before the benchmark's."""
        return _LAST_DAY - timedelta(days=self.random.randrange(300))


def advisors(setting: Setting, count: int, pool: Sequence[str]) -> list[Values]:
    """Return so many advisors of the member's own; ``pool`` are the ids of those that it shares."""
    firsts = setting.random.sample(words.FIRST_NAMES, count)
    surnames = setting.random.sample(words.SURNAMES, count)
    names = [
        _long(setting, first, surname) if setting.happens(0.08) else f"{first} {surname}"
        for first, surname in zip(firsts, surnames, strict=True)
    ]
    made = [
        _advisor(setting, naam, surname, at) for at, (naam, surname) in enumerate(zip(names, surnames, strict=True))
    ]
    ids = [*pool, *(persoon["id"] for persoon in made)]
    for persoon in made:
        others = [other for other in ids if other != persoon["id"]]
        if others and setting.happens(0.85):
            persoon["vervanger"] = setting.random.choice(others)
    return made


def _advisor(setting: Setting, naam: str, surname: str, at: int) -> Values:
    intern = setting.happens(0.65)
    persoon: Values = {"id": slugify(naam), "naam": naam, "soort": "intern" if intern else "extern"}
    persoon |= _work(setting, surname, intern=intern)
    if setting.happens(0.75):
        consent = {"toestemming": setting.day()} if setting.happens(0.97) else {}
        persoon["foto"] = {"bestand": f"fotos/{persoon['id']}.jpg", **consent, "focus": list(FOCUS)}
    if setting.happens(0.85):
        chosen = setting.random.sample(words.INTRODUCTIONS, setting.random.randint(2, 5))
        persoon["voorstellen"] = " ".join(pair[setting.form == "u"] for pair in chosen)
    if setting.happens(0.6):
        persoon["talen"] = ["Nederlands", *setting.random.sample(words.LANGUAGES, setting.random.randint(1, 3))]
    domain = f"vp.{setting.domain}" if intern else f"{slugify(surname)}-begeleiding.example"
    persoon["contact"] = _channels(setting, f"{slugify(naam.split(maxsplit=1)[0])}@{domain}", at)
    persoon["bereikbaar"] = setting.random.choice(words.HOURS)
    return persoon | ({"locatie": setting.random.choice(words.MEETING_PLACES)} if setting.happens(0.6) else {})


def _long(setting: Setting, first: str, surname: str) -> str:
    second, other = setting.random.choice(words.FIRST_NAMES), setting.random.choice(words.SURNAMES)
    return f"{first}-{second} {surname}-{other} van Schoonhoven-Nieuwenhuis"[:_LONGEST].strip(" -")


def _work(setting: Setting, surname: str, *, intern: bool) -> Values:
    fields = ["ongewenste-omgangsvormen", "integriteit"][: setting.random.choice((1, 2, 2))]
    if not intern:
        return {"bureau": f"{surname[0].upper()}{surname[1:]} begeleiding", "werkgebied": fields}
    job, department = setting.random.choice(words.JOBS)
    found: Values = {"functie": job, "afdeling": department, "werkgebied": fields}
    if setting.sites:
        found["vestigingen"] = setting.random.sample(setting.sites, setting.random.randint(1, len(setting.sites)))
    return found


def _channels(setting: Setting, email: str, at: int) -> Values:
    mobile = f"06 1234{at + 1}{setting.random.randint(0, 999):03}"
    contact: Values = {"telefoon": mobile} | ({"email": email} if setting.happens(0.95) else {})
    if setting.happens(0.4):
        contact["whatsapp"] = mobile
    if setting.happens(0.15):
        contact["signal"] = mobile
    if setting.happens(0.15):
        contact["afspraak"] = f"https://agenda.{setting.domain}/gesprek-{at + 1}"
    if setting.happens(0.1):
        contact["post"] = f"Vertrouwelijk, Postbus {900 + at}, 4100 AA Culemborg"
    return contact
