"""The wegwijzer: for each situation whom to go to first, who else, who outside, and who is in control.

One resolver turns the shared situations and default routes, the kit's own routes and situations, and all contacts
into rows. Site and printables draw this one object, so that they can't contradict each other.
Source of rows, order and default routes: the situations file in ``content/nl`` (domain.md sections 7 and 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.kit.model import Contact, Contactpersoon, Kit, Vertrouwenspersoon
from generator.kit.values import Telefoonnummer
from generator.library import Groep, LandelijkContact, Library, Rol, Situatie, by_id

Soort = Literal["vertrouwenspersoon", "organisatie", "landelijk", "algemeen"]

#: A kit's own situations stand in a group of their own, after the shared ones.
EIGEN_GROEP: Final = Groep(id="eigen", titel="Bij ons op het werk")

#: There is always at least one advisor, so a row can always end here.
LAST_RESORT: Final = "vertrouwenspersoon"


@dataclass(frozen=True, slots=True)
class Plek:
    """A person or body to go to. ``pagina`` is a page of the microsite, with an anchor where there is one."""

    id: str
    naam: str
    soort: Soort
    telefoon: Telefoonnummer | None = None
    email: str | None = None
    website: str | None = None
    bereikbaar: str | None = None
    opmerking: str = ""
    personen: tuple[Vertrouwenspersoon, ...] = ()
    pagina: str | None = None


@dataclass(frozen=True, slots=True)
class Rij:
    """One situation with exactly one first contact."""

    id: str
    titel: str
    uitleg: str
    groep: str
    gevaar: bool
    regie: str
    regie_label: str
    toelichting: str
    eerst: Plek
    daarna: tuple[Plek, ...]
    buiten: tuple[Plek, ...]
    op_papier: bool
    zoekwoorden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RijenGroep:
    """Rows under one small label."""

    id: str
    titel: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """All rows: danger first and apart, then group by group."""

    gevaar: tuple[Rij, ...]
    groepen: tuple[RijenGroep, ...]

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """Every row in the order of reading."""
        return self.gevaar + tuple(rij for groep in self.groepen for rij in groep.rijen)


def resolve(kit: Kit, library: Library) -> Wegwijzer:
    """Return the wegwijzer of one kit; the kit's references have been checked before, so nothing can fail here."""
    resolver = _Resolver(kit, library)
    rows = [resolver.shared_row(situatie) for situatie in library.situaties]
    groups = [
        RijenGroep(groep.id, groep.titel, tuple(rij for rij in rows if rij.groep == groep.id and not rij.gevaar))
        for groep in library.groepen
    ]
    own = tuple(resolver.own_row(index) for index in range(len(kit.situaties)))
    groups.append(RijenGroep(EIGEN_GROEP.id, EIGEN_GROEP.titel, own))
    return Wegwijzer(
        gevaar=tuple(rij for rij in rows if rij.gevaar),
        groepen=tuple(groep for groep in groups if groep.rijen),
    )


class _Resolver:
    def __init__(self, kit: Kit, library: Library) -> None:
        self._kit = kit
        self._woorden = library.woorden
        self._landelijk = by_id(library.landelijk)
        self._algemeen = by_id(library.algemeen)
        self._rollen = by_id(library.rollen)
        self._werkgebied = {groep.id: groep.werkgebied for groep in library.groepen}

    def shared_row(self, situatie: Situatie) -> Rij:
        own_route = self._kit.doorverwijzing.get(situatie.id)
        if own_route and situatie.gevaar:
            # In danger nobody comes before 112, the police or 113, whatever a kit says (domain.md sections 6 and 8).
            own_route = (*situatie.eerst, *own_route)
        if own_route:
            eerst, daarna, buiten = self._split(own_route)
            # A route of the organisation is about its own people; the way out stays, unless it names one itself.
            buiten = buiten or self._places(situatie.buiten, default=True)
        else:
            eerst, daarna, buiten = self._default_route(situatie)
        werkgebied = self._werkgebied.get(situatie.groep, "")
        eerst, daarna = _for_work(eerst, werkgebied), tuple(_for_work(plek, werkgebied) for plek in daarna)
        return Rij(
            id=situatie.id,
            titel=situatie.titel,
            uitleg=situatie.uitleg,
            groep=situatie.groep,
            gevaar=situatie.gevaar,
            regie=situatie.regie,
            regie_label=self._woorden.get(f"regie-{situatie.regie}", situatie.regie),
            toelichting=situatie.toelichting,
            eerst=eerst,
            daarna=daarna,
            buiten=_without(buiten, (eerst, *daarna)),
            op_papier=situatie.op_papier,
            zoekwoorden=situatie.zoekwoorden,
        )

    def own_row(self, index: int) -> Rij:
        situatie = self._kit.situaties[index]
        route = self._kit.doorverwijzing.get(situatie.id, situatie.contacten)
        eerst, daarna, buiten = self._split(route)
        regie = "jij" if eerst.soort == "vertrouwenspersoon" else "samen"
        return Rij(
            id=situatie.id,
            titel=situatie.titel,
            uitleg=situatie.uitleg or "",
            groep=EIGEN_GROEP.id,
            gevaar=False,
            regie=regie,
            regie_label=self._woorden.get(f"regie-{regie}", regie),
            toelichting="",
            eerst=eerst,
            daarna=daarna,
            buiten=buiten,
            op_papier=True,
            zoekwoorden=(),
        )

    def _default_route(self, situatie: Situatie) -> tuple[Plek, tuple[Plek, ...], tuple[Plek, ...]]:
        """Of the candidates for the first place one is taken; a candidate that lost does not come back as the next."""
        first, *_ = self._places((*situatie.eerst, *situatie.daarna, LAST_RESORT), default=True)
        daarna = _without(self._places(situatie.daarna, default=True), (first,))
        return first, daarna, self._places(situatie.buiten, default=True)

    def _split(self, route: Iterable[str]) -> tuple[Plek, tuple[Plek, ...], tuple[Plek, ...]]:
        """Divide a kit's own route: the first is first whatever it is; after it, national contacts stand outside."""
        first, *rest = self._places(route, default=False)
        daarna = tuple(plek for plek in rest if plek.soort != "landelijk")
        buiten = tuple(plek for plek in rest if plek.soort == "landelijk")
        return first, daarna, buiten

    def _places(self, ids: Iterable[str], *, default: bool) -> tuple[Plek, ...]:
        """Return the contacts that exist here, each once; a default route passes over those of another sector."""
        found = (self._place(identifier, default=default) for identifier in dict.fromkeys(ids))
        return tuple(plek for plek in found if plek is not None)

    def _place(self, identifier: str, *, default: bool) -> Plek | None:
        """Return the contact of that name; what the organisation says of itself comes before what is shared."""
        return self._inside(identifier) or self._shared(identifier, default=default)

    def _inside(self, identifier: str) -> Plek | None:
        kit = self._kit
        if identifier in kit.contacten:
            return _own(identifier, kit.contacten[identifier], self._rollen)
        if identifier.startswith("vertrouwenspersoon") and identifier in self._rollen:
            return self._advisors(identifier)
        if identifier == "klachtencommissie" and kit.klachtencommissie:
            commissie = kit.klachtencommissie
            return _body(identifier, commissie.naam, commissie.contact, "klachtencommissie.html")
        if identifier == "meldregeling" and kit.meldregeling:
            return _body(identifier, self._rollen[identifier].naam, kit.meldregeling.contact, "procedure.html#melding")
        named = [persoon for persoon in kit.vertrouwenspersonen if persoon.id == identifier]
        return _persons(identifier, named[0].naam, (named[0],)) if named else None

    def _shared(self, identifier: str, *, default: bool) -> Plek | None:
        if identifier in self._landelijk:
            return self._national(self._landelijk[identifier], default=default)
        known = self._algemeen.get(identifier)
        return Plek(identifier, known.naam, "algemeen") if known else None

    def _advisors(self, identifier: str) -> Plek | None:
        soort = identifier.removeprefix("vertrouwenspersoon").lstrip("-")
        personen = tuple(p for p in self._kit.vertrouwenspersonen if not soort or p.soort == soort)
        return _persons(identifier, self._rollen[identifier].naam, personen) if personen else None

    def _national(self, contact: LandelijkContact, *, default: bool) -> Plek | None:
        if default and contact.sectoren and self._kit.organisatie.sector not in contact.sectoren:
            return None
        return Plek(
            contact.id,
            contact.naam,
            "landelijk",
            telefoon=contact.telefoon,
            website=contact.website,
            opmerking=contact.opmerking,
        )


def _persons(identifier: str, naam: str, personen: tuple[Vertrouwenspersoon, ...]) -> Plek:
    """Name a single advisor with number at once; of several the reader chooses on the page with faces."""
    only = personen[0] if len(personen) == 1 else None
    return Plek(
        identifier,
        naam,
        "vertrouwenspersoon",
        telefoon=only.contact.telefoon if only else None,
        email=only.contact.email if only else None,
        bereikbaar=only.bereikbaar if only else None,
        personen=personen,
        pagina=f"vertrouwenspersonen.html#{only.id}" if only else "vertrouwenspersonen.html",
    )


def _own(identifier: str, persoon: Contactpersoon, rollen: Mapping[str, Rol]) -> Plek:
    naam = name_with_role(identifier, persoon.naam, rollen)
    return replace(_body(identifier, naam, persoon.contact), bereikbaar=persoon.bereikbaar)


def name_with_role(identifier: str, naam: str, rollen: Mapping[str, Rol]) -> str:
    """Return how a contact of the organisation is shown: a reader who sees only a name does not know whom she calls.

    The role is left out where the name says it already ('HR-afdeling', 'Wouter van Lingen, directeur').
    """
    rol = rollen.get(identifier)
    if rol is None or any(re.search(rf"\b{re.escape(word[:6])}", naam, re.IGNORECASE) for word in _words(rol.naam)):
        return naam
    return f"{naam}, {rol.naam}"


def _words(text: str) -> list[str]:
    return re.findall(r"\w{2,}", text)


def _body(identifier: str, naam: str, contact: Contact | None, pagina: str | None = None) -> Plek:
    return Plek(
        identifier,
        naam,
        "organisatie",
        telefoon=contact.telefoon if contact else None,
        email=contact.email if contact else None,
        pagina=pagina,
    )


def _for_work(plek: Plek, werkgebied: str) -> Plek:
    """Narrow a choice of advisors to those who do this work; who names no field does all, and nobody left means all."""
    fitting = tuple(p for p in plek.personen if not p.werkgebied or werkgebied in p.werkgebied)
    if not werkgebied or not fitting or fitting == plek.personen:
        return plek
    return _persons(plek.id, plek.naam, fitting)


def _without(places: tuple[Plek, ...], used: tuple[Plek, ...]) -> tuple[Plek, ...]:
    taken = {plek.id for plek in used}
    return tuple(plek for plek in places if plek.id not in taken)
