"""What the chart on paper says: which situations fit, and how each contact is written in its column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.kit.phone import Telefoonnummer
from generator.printing.parts.source import Source
from generator.printing.parts.ways import on_poster
from generator.wegwijzer import EIGEN_GROEP, Plek, Rij, RijenGroep

#: As many situations, danger apart, as still read at a glance (domain.md section 7).
MOST: Final = 12
#: A longer name of an advisor, in characters, stands beside her face alone.
_LONG: Final = 32
#: These stay, however many situations a kit has of its own.
_ALWAYS: Final = ("pesten", "seksuele-intimidatie", "discriminatie", "integriteit")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows for one sheet of paper; ``whole`` is False where some stand on the site alone."""

    gevaar: tuple[Rij, ...]
    groepen: tuple[RijenGroep, ...]
    whole: bool

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """Every row in the order of reading."""
        return self.gevaar + tuple(rij for groep in self.groepen for rij in groep.rijen)


@dataclass(frozen=True, slots=True)
class Entry:
    """A contact as it is printed: its name, a few words about it, and what to dial, write or open."""

    naam: str
    noot: str = ""
    waarde: str = ""
    link: str | None = None
    about: str = ""

    @property
    def one_line(self) -> str:
        """Name and number as running text."""
        return " ".join(part for part in (self.naam, self.waarde) if part)


def chosen(source: Source, most: int = MOST) -> Chosen:
    """Return the rows for paper: all of danger, and of the others the organisation's own before shared ones."""
    groepen = source.wegwijzer.groepen
    candidates = [rij for groep in groepen for rij in groep.rijen if rij.op_papier]
    kept = set(_best(source, candidates, most))
    rows = [replace(groep, rijen=tuple(rij for rij in groep.rijen if rij.id in kept)) for groep in groepen]
    shown = tuple(groep for groep in rows if groep.rijen)
    return Chosen(source.wegwijzer.gevaar, shown, len(kept) == sum(len(groep.rijen) for groep in groepen))


def _best(source: Source, candidates: list[Rij], most: int) -> list[str]:
    """Return ids: what always stays, the kit's own rows and routes, and then each group in turn."""
    own = [rij for rij in candidates if rij.groep == EIGEN_GROEP.id]
    routed = [rij for rij in candidates if rij.id in source.kit.doorverwijzing]
    first = [rij for rij in candidates if rij.id in _ALWAYS]
    picked = list(dict.fromkeys((*first, *own, *routed)))[:most]
    rest = [rij for rij in candidates if rij not in picked]
    count = Counter(rij.groep for rij in picked)
    while rest and len(picked) < most:
        rij = min(rest, key=lambda row: count[row.groep])
        rest.remove(rij)
        picked.append(rij)
        count[rij.groep] += 1
    return [rij.id for rij in picked]


def first_entry(source: Source, plek: Plek, refer: str, *, danger: bool = False) -> Entry:
    """Return the contact to begin with; of several advisors ``refer`` says where their names stand.

    In danger a word about the number stands with it, such as that it is not for emergencies.
    """
    if len(plek.personen) > 1:
        return Entry(_begun(plek.naam), refer)
    if plek.personen:
        return _advisor(source, plek, refer)
    alarm = source.zin("gevaar")
    noot = plek.opmerking.replace(alarm, "").strip() if danger and plek.id not in alarm else ""
    entry = _place(source, plek)
    if plek.telefoon:
        # The number always stands by itself here: it is what the eye looks for.
        number = _number(plek.telefoon)
        entry = replace(entry, naam=entry.naam.removesuffix(f" {number}"), waarde=number)
    return replace(entry, noot=noot)


def next_entries(source: Source, places: Iterable[Plek]) -> tuple[Entry, ...]:
    """Return who else may help, as one line of short words; those of the organisation stand in the register too."""
    words = ", ".join(_word(source, plek) for plek in places)
    return (Entry(_begun(words)),) if words else ()


def outside_entries(source: Source, places: Iterable[Plek]) -> tuple[Entry, ...]:
    """Return help from outside, each with its number or its website."""
    return tuple(_place(source, plek) for plek in places)


def register(source: Source, rows: Chosen) -> tuple[Entry, ...]:
    """Return the organisation's own people who stand in the rows as a word alone, with name and number, each once."""
    found = {plek.id: plek for rij in rows.rijen for plek in rij.daarna if _listed(plek)}
    entries = []
    for plek in sorted(found.values(), key=lambda plek: _word(source, plek).lower()):
        word, entry = _begun(_word(source, plek)), _place(source, plek)
        naam = entry.naam.removesuffix(f", {_word(source, plek)}")
        known = word.lower() in naam.lower()
        entries.append(replace(entry, naam=naam if known else word, noot="" if known else naam))
    return tuple(entries)


def _listed(plek: Plek) -> bool:
    return plek.soort == "organisatie" and bool(plek.telefoon or plek.email)


def _word(source: Source, plek: Plek) -> str:
    """Return the role of one of the organisation's own people, where it has a name that everyone knows."""
    if any(persoon.naam == plek.naam for persoon in plek.personen):
        return f"{plek.naam} ({source.zin('wegwijzer-vertrouwenspersoon')})"
    roles = {rol.id: rol.naam for rol in (*source.library.rollen, *source.library.algemeen)}
    return roles.get(plek.id, plek.naam) if _listed(plek) else plek.naam


def _advisor(source: Source, plek: Plek, refer: str) -> Entry:
    """Return the only advisor there is with her number; a long name or address is not repeated in every row."""
    (persoon,) = plek.personen
    way = next(iter(on_poster(source, persoon, 1)), None)
    if way is None or way.soort != "nummer":
        return Entry(_begun(plek.naam), refer)
    naam = persoon.naam if len(persoon.naam) <= _LONG else _begun(plek.naam)
    return Entry(naam, "", way.tekst.replace("-", "\u2011"), way.link, way.about)


def _place(source: Source, plek: Plek) -> Entry:
    """Write a contact with its number, or else its address; an advisor's name and number stand on the sheet already."""
    naam = _begun(plek.naam)
    if plek.personen:
        return Entry(_begun(_word(source, plek)))
    if plek.telefoon:
        about = source.zin("weg-beschrijving", weg=source.zin("weg-bel"), naam=plek.naam)
        waarde = "" if plek.telefoon.tekst in naam.split() else _number(plek.telefoon)
        return Entry(naam, waarde=waarde, link=plek.telefoon.link, about=about)
    if plek.email:
        about = source.zin("weg-beschrijving", weg=source.zin("weg-mail"), naam=plek.naam)
        return Entry(naam, waarde=plek.email, link=f"mailto:{plek.email}", about=about)
    if plek.website:
        shown = plek.website.removeprefix("https://").removeprefix("www.").removesuffix("/")
        about = source.zin("wegwijzer-website", naam=plek.naam)
        return Entry(naam, waarde="" if shown == naam.lower() else shown, link=plek.website, about=about)
    return Entry(naam)


def _begun(naam: str) -> str:
    """Begin a name with a capital, as the first word of a cell; not a title such as ``dr.``."""
    word = naam.split(" ", 1)[0]
    return naam if word.endswith(".") else naam[:1].upper() + naam[1:]


def _number(number: Telefoonnummer) -> str:
    """Return a number that stays on one line."""
    return number.tekst.replace("-", "\u2011")
