"""What paper tells of an advisor, read from the printables as they are laid out; and the codes that stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.openbaar.gegevens import Gegeven, gegeven, given
from generator.openbaar.lezen import Sheet, card_fields, holds, plain
from generator.pages.vcard import contact_code
from generator.printing.parts.filenames import person_file
from generator.printing.parts.own_words import sentences
from generator.printing.parts.pieces import field_words
from generator.printing.parts.source import Source
from generator.printing.parts.ways import ways
from generator.printing.render import LaidOut

#: What paper says in the words of the kit; the rest has words of its own there.
_AS_GIVEN: Final = frozenset({"functie", "afdeling", "bureau", "talen", "bereikbaar", "locatie", "register"})
#: What is told with something else on the same sheet is not told again: the job in the role, the site in the place.
_PARTS: Final = frozenset({"functie", "bureau", "vestigingen"})


@dataclass(frozen=True, slots=True)
class Vel:
    """A printable with this advisor on it: its file, its title, its paper, and what it tells."""

    bestand: str
    titel: str
    formaat: str
    gegevens: tuple[Gegeven, ...]


@dataclass(frozen=True, slots=True)
class QR:
    """A contact card inside a QR code, and the titles of the printables that carry it."""

    gegevens: tuple[Gegeven, ...]
    vellen: tuple[str, ...]


def sheets_with(source: Source, persoon: Vertrouwenspersoon, sheets: Iterable[tuple[LaidOut, Sheet]]) -> Iterator[Vel]:
    """Yield the printables with this advisor on them, and what each tells."""
    for item, sheet in sheets:
        if _is_on(source, persoon, sheet):
            told = tuple(_on_sheet(source, persoon, sheet))
            yield Vel(item.made.bestand, item.made.titel, item.row.formaat, told)


def _is_on(source: Source, persoon: Vertrouwenspersoon, sheet: Sheet) -> bool:
    """Tell whether an advisor is on a sheet: by name, by a number that is linked as hers, by face, code or file."""
    coded = not _cards(source, persoon).isdisjoint(sheet.codes)
    named = holds(sheet.text, persoon.naam) or holds(sheet.text, person_file(persoon))
    return named or coded or _is_linked(persoon, sheet) or sheet.shows(persoon)


def _on_sheet(source: Source, persoon: Vertrouwenspersoon, sheet: Sheet) -> Iterator[Gegeven]:
    """Yield what a sheet tells of an advisor, as it stands there."""
    yield from _name(persoon, sheet)
    if sheet.shows(persoon):
        yield gegeven("foto", "ja, uitgesneden voor de plek waar hij staat")
    elif persoon.initialen in sheet.letters:
        yield gegeven("initialen", persoon.initialen)
    told: list[str] = []
    for item in (*_in_words(source, persoon), *_said(persoon, sheet)):
        once = item.sleutel in _PARTS and any(holds(text, item.waarde) for text in told)
        if holds(sheet.text, item.waarde) and not once:
            told.append(plain(item.waarde))
            yield item


def _name(persoon: Vertrouwenspersoon, sheet: Sheet) -> Iterator[Gegeven]:
    """Yield the name as a sheet has it; beside a first name the whole one may be what is said of a link."""
    if holds(sheet.text, persoon.naam) or _is_linked(persoon, sheet):
        yield gegeven("naam", persoon.naam)
    elif holds(sheet.text.replace(plain(person_file(persoon)), ""), persoon.voornaam):
        yield gegeven("voornaam", persoon.voornaam)


def _is_linked(persoon: Vertrouwenspersoon, sheet: Sheet) -> bool:
    return any(holds(plain(link), persoon.naam) for link in sheet.links)


def _in_words(source: Source, persoon: Vertrouwenspersoon) -> Iterator[Gegeven]:
    """Yield the values that paper has room for, in the words that it has for them."""
    kind = source.zin(f"rol-{persoon.soort}")
    rest = persoon.functie if persoon.soort == "intern" else persoon.bureau
    yield Gegeven("soort", "Rol", f"{kind}, {rest}" if rest else kind)
    for way in ways(source, persoon):
        yield Gegeven("contact", way.label, way.tekst)
    yield from (item for item in given(source, persoon) if item.sleutel in _AS_GIVEN)
    yield from (gegeven("vestigingen", vestiging) for vestiging in persoon.vestigingen)
    limited = field_words(source, persoon)
    if limited:
        yield gegeven("werkgebied", limited)
    yield Gegeven("id", "Bestandsnaam", person_file(persoon))


def _said(persoon: Vertrouwenspersoon, sheet: Sheet) -> tuple[Gegeven, ...]:
    """Return as many of an advisor's own sentences as a sheet has, from the first on."""
    said = sentences(persoon.voorstellen or "")
    tried = (" ".join(said[:count]) for count in range(len(said), 0, -1))
    found = next((text for text in tried if holds(sheet.text, text)), None)
    return (gegeven("voorstellen", found),) if found else ()


def _cards(source: Source, persoon: Vertrouwenspersoon) -> frozenset[str]:
    organisatie = source.kit.organisatie
    return frozenset(contact_code(persoon, organisatie, brief=brief) for brief in (False, True))


def codes_of(source: Source, persoon: Vertrouwenspersoon, sheets: Sequence[Sheet]) -> Iterator[QR]:
    """Yield the contact cards of an advisor that stand on paper, the fullest first."""
    for card in sorted(_cards(source, persoon), key=len, reverse=True):
        titles = tuple(sheet.made.titel for sheet in sheets if card in sheet.codes)
        if titles:
            yield QR(card_fields(card), titles)
