"""Shared mailboxes: which addresses are read by more people, or go to whoever has the role this year.

An advisor needs an address of her own: whoever else opens the mail learns who asked for help. The address itself often
tells: ``hr@``, ``info-tiel@``, ``ondernemingsraad@``. An address that holds her own name is hers, whatever else it
says, and ``vertrouwenspersoon@`` is taken for hers too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.rules.names import Name, fold, readings

_ALWAYS: Final = """
    info informatie information contact mail email post postbus postvak mailbox inbox hallo hello hi hoi welkom welcome
    algemeen general vraag vragen question questions reactie reacties feedback noreply donotreply nietbeantwoorden
    support help helpdesk servicedesk service services serviceteam servicepunt klantenservice klantendienst klantcontact
    customerservice customercare customer afspraak afspraken appointments reserveringen boeking booking
    office frontoffice backoffice officemanager officemanagement admin administratie administration administrator
    secretariaat secr secretary secretariat secretaresse managementassistent receptie reception frontdesk balie onthaal
    redactie nieuwsbrief newsletter webmaster postmaster hostmaster systeembeheer pr pers press media

    hr hrm hrservice hrservices hrservicepunt hrdesk hrteam hradvies hrafdeling hradministratie hrsupport hrhelpdesk
    hrservicedesk humanresources humanresource humancapital peno pno p&o p-o pz personeelszaken people peopleops talent
    personeelsadministratie personeelsbureau personeelsdienst peopleandculture peopleculture salaris payroll
    salarisadministratie verzuim verzuimbeheer ziek ziekmelding ziekmeldingen sollicitatie sollicitaties vacature
    vacatures werkenbij werving recruitment jobs careers

    directie directiesecretariaat directiesecretaresse directiebureau directeur management managementteam mt manager
    bestuur bestuurder bestuurders bestuurssecretariaat bestuurssecretaris bestuursbureau bestuursondersteuning
    raadvanbestuur rvb raadvantoezicht rvt raadvancommissarissen rvc board ceo coo cfo voorzitter chair secretaris
    penningmeester treasurer ambtelijksecretaris teamleider teamleiding locatieleider locatiemanager afdelingshoofd
    leidinggevende rector conrector decaan schoolleiding

    or ondernemingsraad mr gmr medezeggenschap medezeggenschapsraad clientenraad ouderraad oudercommissie
    leerlingenraad studentenraad deelnemersraad ledenraad personeelsraad personeelsvertegenwoordiging pvt workscouncil
    vakbond union ledenservice ledenadministratie wedstrijdsecretariaat commissie commission committee

    klacht klachten klachtencommissie klachtenfunctionaris klachtenregeling klachtenbureau complaint complaints bezwaar
    bezwaren geschillen geschillencommissie melding meldingen melden meldpunt meldregeling incident incidenten
    integriteitscommissie compliance speakup klokkenluider klokkenluiders klokkenluidersregeling whistleblower
    whistleblowing misstand misstanden security beveiliging privacy avg gdpr dpo fg hse kam

    bedrijfsarts bedrijfsartsen arboarts arbo arbodienst arbozorg preventie preventiemedewerker preventiemedewerkers
    bhv ehbo maatschappelijkwerk bedrijfsmaatschappelijkwerk bmw zorgteam zorgcoordinator ib opvangteam

    team teams groep afdeling department staf staff collegas iedereen allen everyone all
    vertrouwenspersonen vertrouwensteam vertrouwenscommissie vertrouwensgroep vertrouwenscontactpersonen
    contactpersonen confidentialadvisors confidentialadvisers confidants counsellors counselors trustteam
"""
_NOT_BEHIND_ADVISOR: Final = """
    integriteit integrity ethiek ethics veiligheid safety socialeveiligheid kwaliteit quality omgangsvormen
    medewerkers personeel studenten leerlingen ouders clienten klanten leden jeugd vrijwilligers opleidingen academie
    zorg school kantoor praktijk winkel shop webshop bureau bedrijf vereniging club stichting locatie vestiging sport
    onderwijs po vo mbo hbo wmo productie techniek logistiek magazijn planning rooster roosters facilitair facilities
    huisvesting it ict automatisering beheer verkoop sales inkoop marketing communicatie communication events
    finance financien boekhouding accounting facturen facturatie factuur invoice invoices crediteuren debiteuren
    bestellingen orders legal juridischezaken
"""
#: Words of a shared mailbox, Dutch and English, without accents. Words that are written apart stand here as one, so
#: that ``human.resources`` and ``no-reply`` are found too. *Vertrouwenspersonen* means more readers than one.
ROLE_WORDS: Final = frozenset(_ALWAYS.split())
#: The same, but not in an address of the advisor: these say what she is there for, or for whom. ``integriteit@`` is
#: read by an office, ``vertrouwenspersoon.integriteit@`` by the advisor for integrity.
FIELD_WORDS: Final = frozenset(_NOT_BEHIND_ADVISOR.split())
_ADVISOR: Final = re.compile(r"vertrouwens(?:contact)?persoon|vp|vcp|confidentialadvis[eo]r")
_TOKEN: Final = re.compile(r"[^\W\d_]+")
#: The most words of an address that are read as one: ``raad.van.bestuur``.
_MOST: Final = 3


def role_word(email: str, naam: str) -> str | None:
    """Return the word in the address that betrays a shared mailbox, as it stands there in small letters; or None.

    ``naam`` is the advisor: an address with her first name, surname, or initials and surname is her own, so that
    ``m.post@`` may be Marieke Post's and ``hrdevries@`` H.R. de Vries's. Only whole words count: ``hrdelinge@`` may be
    anything. Of several words the first counts. No text makes this raise.
    """
    mailbox = unicodedata.normalize("NFC", email.lower()).rpartition("@")
    written = mailbox[0] or mailbox[2]
    runs = list(_runs(list(_TOKEN.finditer(written))))
    names = readings(naam)
    own = {form for name in names for form in _forms(name) if len(form) > 1}
    if "," not in naam:  # somebody may be called Rector, which reads as a role
        own |= {fold(word) for word in naam.split()[1:][-1:] if len(word) > 2}
    if any(_glued(run) in own for run in runs):
        return None
    of_advisor = any(_ADVISOR.fullmatch(_glued(run)) for run in runs)
    words = ROLE_WORDS if of_advisor else ROLE_WORDS | FIELD_WORDS
    for run in runs:
        word = written[run[0].start() : run[-1].end()]
        loose_letters = len(run) > 1 and all(len(token[0]) == 1 for token in run)
        if fold(word) in words or (_glued(run) in words and not loose_letters):
            return word
    return None


def is_named_after(email: str, naam: str) -> bool:
    """Tell whether the domain of an address holds the surname of ``naam``: the own practice of an advisor."""
    domain = re.sub(r"[^a-z0-9]", "", fold(email.rpartition("@")[2]))
    surnames = {name.glued for name in readings(naam) if len(name.glued) > 4}
    whole = re.sub(r"[^a-z0-9]", "", fold(naam))
    return any(name in domain for name in (*surnames, whole) if name)


def _runs(tokens: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Give each row of words of the address; by where it starts, the longest first."""
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + _MOST), start, -1):
            yield tokens[start:end]


def _glued(run: list[re.Match[str]]) -> str:
    """Return words of the address as one, without accents."""
    return fold("".join(token[0] for token in run))


def _forms(name: Name) -> Iterator[str]:
    """Give what an address can hold of a name: first name or surname, or both in one word, in either order."""
    given = [part.lstrip("-") for part in name.given]
    full = [part for part in given if not part.endswith(".")]
    firsts = {*full, "".join(full)} - {""}
    surnames = {name.glued, "".join(name.words), *name.words} - {""}
    yield from firsts | surnames
    letters = "".join(part[0] for part in given)
    for first in firsts | {letters[:count] for count in range(1, len(letters) + 1)}:
        for surname in surnames:
            yield from (first + surname, surname + first)
