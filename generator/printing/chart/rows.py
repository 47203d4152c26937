"""How each contact of the chart is written in its column on paper, and what stands below the rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import Telefoonnummer
from generator.printing.chart.selection import Chosen
from generator.printing.parts.source import Source
from generator.printing.parts.ways import on_poster
from generator.wegwijzer import Plek, Rij

#: A longer name of an advisor, in characters, stands beside her face alone.
_LONG: Final = 32
#: As many characters of first names stand in a cell.
_NAMED: Final = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A contact as it is printed: a role or name, who that is, a few words, and what to dial, write or open."""

    naam: str
    wie: str = ""
    noot: str = ""
    waarde: str = ""
    link: str | None = None
    about: str = ""

    @property
    def one_line(self) -> str:
        """Name and number as running text."""
        return " ".join(part for part in (self.naam, self.waarde) if part)


@dataclass(frozen=True, slots=True)
class Told:
    """A situation with its contacts as they are printed; ``choice`` is what stands where two do not fit as a pair."""

    rij: Rij
    first: tuple[Entry, ...]
    choice: tuple[Entry, ...]
    next: tuple[Entry, ...]
    outside: tuple[Entry, ...]


def told(source: Source, rij: Rij, where: str) -> Told:
    """Return a situation in words; ``where`` is where on the sheet several advisors stand."""
    return Told(
        rij,
        first_entries(source, rij.eerst, where, danger=rij.gevaar),
        first_entries(source, rij.eerst, where, pair=False),
        next_entries(source, rij.daarna),
        outside_entries(source, rij.buiten),
    )


def first_entries(
    source: Source, plek: Plek, where: str, *, danger: bool = False, pair: bool = True
) -> tuple[Entry, ...]:
    """Return the contact to begin with: of two advisors both if ``pair``, of more where on the sheet they stand.

    In danger a word about the number stands with it, such as that it is not for emergencies.
    """
    if plek.personen:
        return _advisors(source, plek, where, pair=pair)
    alarm = source.zin("gevaar")
    noot = plek.opmerking.replace(alarm, "").strip() if danger and plek.id not in alarm else ""
    entry = _place(source, plek)
    if plek.telefoon:
        # The number always stands by itself here: it is what the eye looks for.
        number = _number(plek.telefoon)
        entry = replace(entry, naam=entry.naam.removesuffix(f" {number}"), waarde=number)
    if _listed(plek):
        role, naam = _role_and_name(source, plek)
        entry = replace(entry, naam=role, wie=naam)
    return (replace(entry, noot=noot),)


def next_entries(source: Source, places: Iterable[Plek]) -> tuple[Entry, ...]:
    """Return who else may help, as one line of short words; those of the organisation stand in the register too."""
    words = ", ".join(_word(source, plek) for plek in places)
    return (Entry(_begun(words)),) if words else ()


def outside_entries(source: Source, places: Iterable[Plek]) -> tuple[Entry, ...]:
    """Return help from outside, each with its number or its website."""
    return tuple(_place(source, plek) for plek in places)


def rest_of(source: Source) -> Entry:
    """Say where the situations are that have no room on paper; only an address that everybody can open is printed."""
    organisatie = source.kit.organisatie
    if not organisatie.site_url:
        return Entry(source.zin("wegwijzer-rest"))
    if not organisatie.site_openbaar:
        return Entry(source.zin("wegwijzer-rest-intranet"))
    shown = organisatie.site_url.removeprefix("https://").removeprefix("www.").removesuffix("/")
    words = source.zin("wegwijzer-rest-adres", adres=shown)
    return Entry(words, link=organisatie.site_url, about=source.zin("code-site-beschrijving"))


def hard_words(source: Source, rows: Chosen) -> tuple[tuple[str, str], ...]:
    """Return the words of the trade that stand in the rows, each with what it means."""
    ids = {plek.id for rij in rows.rijen for plek in (rij.eerst, *rij.daarna)} | {rij.id for rij in rows.rijen}
    names = {**source.library.woorden, "misstand": source.zin("wegwijzer-misstand")}
    return tuple(
        (names[key], source.zin(f"wegwijzer-woord-{key}"))
        for key in ("klachtencommissie", "meldregeling", "misstand")
        if key in ids
    )


def register(source: Source, rows: Chosen) -> tuple[Entry, ...]:
    """Return the organisation's own people who stand in the rows as a word alone, with name and number, each once."""
    found = {plek.id: plek for rij in rows.rijen for plek in rij.daarna if _listed(plek)}
    entries = []
    for plek in sorted(found.values(), key=lambda plek: _word(source, plek).lower()):
        role, naam = _role_and_name(source, plek)
        entries.append(replace(_place(source, plek), naam=role, noot=naam))
    return tuple(entries)


def _role_and_name(source: Source, plek: Plek) -> tuple[str, str]:
    """Divide ``Wouter van Lingen, bedrijfsarts`` in role and name; a name that says its role stays whole."""
    word, naam = _begun(_word(source, plek)), _begun(plek.naam)
    naam = naam.removesuffix(f", {_word(source, plek)}")
    return (naam, "") if word.lower() in naam.lower() else (word, naam)


def _listed(plek: Plek) -> bool:
    return plek.soort == "organisatie" and bool(plek.telefoon or plek.email)


def _word(source: Source, plek: Plek) -> str:
    """Return the role of one of the organisation's own people, where it has a name that everyone knows."""
    if any(persoon.naam == plek.naam for persoon in plek.personen):
        return f"{plek.naam} ({source.zin('wegwijzer-vertrouwenspersoon')})"
    roles = {rol.id: rol.naam for rol in (*source.library.rollen, *source.library.algemeen)}
    return roles.get(plek.id, plek.naam) if _listed(plek) else plek.naam


def _advisors(source: Source, plek: Plek, where: str, *, pair: bool) -> tuple[Entry, ...]:
    """Return one advisor or two with their numbers; of more, or without a number, where they stand."""
    personen = plek.personen
    entries = tuple(_advisor(source, persoon) for persoon in personen)
    dialled = all(entry.waarde for entry in entries)
    role = _begun(plek.naam if plek.naam != personen[0].naam else source.zin("wegwijzer-vertrouwenspersoon"))
    if len(personen) == 1:
        naam = personen[0].naam if len(personen[0].naam) <= _LONG else ""
        return (replace(entries[0], naam=role, wie=naam, noot="" if dialled else _see(source, where)),)
    names = [entry.naam for entry in entries]
    if pair and len(personen) == 2 and dialled and len(set(names)) == 2:
        return entries
    return (Entry(role, noot=choice(source, personen, where)),)


def choice(source: Source, personen: Sequence[Vertrouwenspersoon], where: str) -> str:
    """Say in words whom to call of several advisors; ``where`` is where on the sheet they stand with their numbers.

    Where not all do this work, those who do are named: nobody calls in vain.
    """
    dialled = all(_advisor(source, persoon).waarde for persoon in personen)
    doe = source.zin("wegwijzer-bel" if dialled else "wegwijzer-kies")
    if len(personen) == len(source.vertrouwenspersonen):
        words = source.drukwerk.lijst("wegwijzer-aantallen")
        at = len(personen) - 2
        aantal = words[at] if at < len(words) else str(len(personen))
        return source.zin("wegwijzer-een-van", doe=doe, aantal=aantal, waar=where)
    *names, last = [persoon.voornaam for persoon in personen]
    first_names = [persoon.voornaam for persoon in source.vertrouwenspersonen]
    namen = f"{', '.join(names)} {source.zin('weg-of')} {last}"
    if len(namen) <= _NAMED and len({*first_names}) == len(first_names):
        return source.zin("wegwijzer-een-van-namen", doe=doe, namen=namen)
    return source.zin("wegwijzer-wie-dit-doet", waar=where)


def _see(source: Source, where: str) -> str:
    return source.zin("wegwijzer-zie", waar=where)


def _advisor(source: Source, persoon: Vertrouwenspersoon) -> Entry:
    """Return an advisor by first name with her number, if she has one."""
    way = next(iter(on_poster(source, persoon, 1)), None)
    if way is None or way.soort != "nummer":
        return Entry(persoon.voornaam)
    return Entry(persoon.voornaam, waarde=way.tekst.replace("-", "\u2011"), link=way.link, about=way.about)


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
