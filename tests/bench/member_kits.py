"""One member of the benchmark's association as plain values: what stands in its kit, and which files go with it.

All follows from the seed and the member's number, so that the first members of a large association are the members
of a small one. Some get warnings from ``check``, none an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from generator.kit.text import slugify
from tests.bench import member_words as words
from tests.bench.member_advisors import Setting, advisors
from tests.bench.member_layers import Values, layers

#: How many advisors a member has -> how many members of a hundred have so many: most organisations are small.
_ADVISORS: Final = {1: 28, 2: 26, 3: 20, 4: 12, 5: 8, 6: 6}
_LONGEST_NAME: Final = 90
_CONTACTS: Final = ("bedrijfsarts", "preventiemedewerker", "bedrijfsmaatschappelijk-werk", "ondernemingsraad", "bhv")


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its folder's name, and the values of its kit."""

    slug: str
    kit: Values

    @property
    def photos(self) -> tuple[str, ...]:
        """The files of the photos."""
        people = self.kit.get("vertrouwenspersonen", ())
        return tuple(persoon["foto"]["bestand"] for persoon in people if "foto" in persoon)

    @property
    def documents(self) -> tuple[tuple[str, str], ...]:
        """The files of the documents, with their titles."""
        return tuple((document["bestand"], document["titel"]) for document in self.kit.get("documenten", ()))

    @property
    def logo(self) -> str | None:
        """The file of the logo, if it has one."""
        logo = self.kit["organisatie"]["huisstijl"].get("logo")
        return None if logo is None else str(logo)


def member(seed: int, number: int) -> Member:
    """Return member ``number`` (from 0) of the association of ``seed``."""
    random = Random(f"{seed} lid {number}")  # noqa: S311  lots for a benchmark
    sector = random.choice(tuple(words.SECTORS))
    naam = _name(random, sector)
    slug = f"{slugify(naam)[:36].strip('-')}-{number:04}"
    sites = random.sample(words.PLACES, random.randint(2, 4)) if random.random() < 0.35 else []
    domain = f"{slugify(naam)[:12].strip('-')}-{number:04}.example"
    setting = Setting(random, random.choice(("je", "je", "u")), domain, tuple(sites))
    staff = round(10 ** random.uniform(0.7, 3.4))
    layer, own = _advisors(setting)
    kit: Values = {"formaat": 1, "basis": f"../{layer}"}
    if setting.happens(0.97):
        kit["gecontroleerd_op"] = setting.day()
    kit["organisatie"] = _organisatie(setting, naam, sector, staff)
    kit |= {"vertrouwenspersonen": own} if own else {}
    kit |= _bodies(setting, staff) | {"contacten": _contacts(setting)} | _wegwijzer(setting) | _documents(setting)
    return Member(slug, kit)


def _name(random: Random, sector: str) -> str:
    soort, naam = random.choice(words.SECTORS[sector]), random.choice(words.OWN_NAMES)
    if random.random() < 0.07:
        long = random.choice(words.LONG_NAMES).format(soort=soort, naam=naam, plaats=random.choice(words.PLACES))
        return long[:_LONGEST_NAME].strip(" ,-")
    return f"{soort} {naam}{random.choice(('', '', ' B.V.', ' & Zonen', ' Groep'))}"


def _advisors(setting: Setting) -> tuple[str, list[Values]]:
    """Return the layer that the member stands on, and the advisors that it adds to those of the pool."""
    wanted = setting.random.choices(tuple(_ADVISORS), weights=tuple(_ADVISORS.values()))[0]
    layer = f"regio-{setting.random.randint(1, len(words.POOL))}.yml" if setting.happens(0.55) else "zonder-pool.yml"
    if wanted >= len(words.POOL) and setting.happens(0.35):
        layer = "branche.yml"
    pool = [persoon["id"] for persoon in layers()[layer].get("vertrouwenspersonen", ())]
    return layer, advisors(setting, wanted - len(pool), pool)


def _organisatie(setting: Setting, naam: str, sector: str, staff: int) -> Values:
    style: Values = {"ontwerp": setting.random.choice(words.DESIGNS)}
    if setting.happens(0.65):
        style["logo"] = setting.random.choice(("logo.svg", "logo.png"))
    if setting.happens(0.6):
        style["kleur"] = setting.random.choice(words.COLOURS)
        style |= {"accent": setting.random.choice(words.ACCENTS)} if setting.happens(0.6) else {}
    found: Values = {"naam": naam, "medewerkers": staff, "aanspreekvorm": setting.form}
    if len(naam) > 50:
        found["korte_naam"] = " ".join(naam.split()[:2]).strip(" ,")
    if setting.happens(0.7):
        found["sector"] = sector
    if setting.sites:
        found["vestigingen"] = list(setting.sites)
    if setting.happens(0.6):
        found["site_url"] = f"https://www.{setting.domain}/vertrouwenspersonen/"
        found["site_openbaar"] = setting.happens(0.4)
    found |= {"afzender": "HR", "contact": {"email": f"hr@{setting.domain}", "telefoon": "0345 123450"}}
    return found | {"huisstijl": style}


def _bodies(setting: Setting, staff: int) -> Values:
    """Return a committee of its own, or none at all, and the reporting procedure; most share the association's."""
    found: Values = {}
    if setting.happens(0.15):
        people = [f"{letter}. {surname}" for letter, surname in zip("ABC", _others(setting, 3), strict=True)]
        found["klachtencommissie"] = {
            "naam": "Interne klachtencommissie",
            "soort": "intern",
            "contact": {"email": f"klachten@{setting.domain}", "telefoon": "0345 123470"},
            "voorzitter": f"mr. {people[0]}",
            "leden": people,
        }
    elif setting.happens(0.03):
        found["klachtencommissie"] = None
    if staff >= 50 and setting.happens(0.93):
        found["meldregeling"] = {"contact": {"email": f"integriteit@{setting.domain}", "telefoon": "0345 123499"}}
    return found


def _contacts(setting: Setting) -> Values:
    found: Values = {
        "leidinggevende": {"naam": "uw leidinggevende" if setting.form == "u" else "je leidinggevende"},
        "hr": {"naam": "HR-afdeling", "contact": {"telefoon": "0345 123450", "email": f"hr@{setting.domain}"}},
    }
    chosen = setting.random.sample(_CONTACTS, setting.random.randint(0, len(_CONTACTS)))
    for at, (key, surname) in enumerate(zip(chosen, _others(setting, len(chosen)), strict=True)):
        naam = f"{setting.random.choice(words.FIRST_NAMES)} {surname}"
        hours = setting.random.choice(words.HOURS)
        found[key] = {"naam": naam, "contact": {"telefoon": f"0345 12348{at}"}, "bereikbaar": hours}
    return found


def _others(setting: Setting, count: int) -> list[str]:
    return setting.random.sample(words.OTHER_SURNAMES, count)


def _wegwijzer(setting: Setting) -> Values:
    found: Values = {}
    if setting.happens(0.25):
        found["doorverwijzing"] = {"arbeidsconflict": ["leidinggevende", "hr", "juridisch-loket"]}
    if setting.happens(0.4):
        route = ["leidinggevende", "vertrouwenspersoon", "hr"]
        found["situaties"] = [
            {"id": name, "titel": title, "uitleg": more, "contacten": setting.random.sample(route, 2)}
            for name, title, more in setting.random.sample(words.SITUATIONS, setting.random.randint(1, 4))
        ]
    return found


def _documents(setting: Setting) -> Values:
    if not setting.happens(0.5):
        return {}
    titles = setting.random.sample(words.DOCUMENTS, setting.random.randint(1, 3))
    return {"documenten": [{"titel": title, "bestand": f"documenten/{slugify(title)}.pdf"} for title in titles]}
