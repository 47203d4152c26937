"""Names that must fit together: advisors, replacements, sites, situations, and the contacts in routes.

This reads the merged tree and not the model, so that these mistakes are found in the same run as all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator import limits
from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.ids import id_of
from generator.kit.nodes import Entry, KeyPath, Mapping, Node, Scalar, Sequence, entries_of, is_null, items_of, text_at
from generator.kit.shared import ANY_ADVISOR, BY_KIND, FIXED, PARTS, RESERVED, SharedIds, is_page_anchor
from generator.kit.text import SLUG_PATTERN, did_you_mean, enumerate_words, nearest, one_line, shorten

#: Roles that the domain's checks look for, next to the shared content's own.
_ROLES: Final = frozenset(
    {"hr", "leidinggevende", "directie", "ondernemingsraad", "klachtencommissie", "bedrijfsarts"}
    | {"bedrijfsmaatschappelijk-werk", "preventiemedewerker"}
)


#: So many words are shown to choose from; more than the shared content has of any sort.
_MOST_WORDS: Final = 100


@dataclass(frozen=True, slots=True)
class _Names:
    """What can be named in this kit: contacts that it has, and contacts that exist elsewhere but not here."""

    present: frozenset[str]
    absent: frozenset[str]
    roles: frozenset[str]
    advisors: frozenset[str]


def check_references(root: Mapping, shared: SharedIds) -> Iterator[Finding]:
    """Find every name in the merged tree that does not fit the others."""
    names = _names(root, shared)
    yield from _advisors(root, shared)
    yield from _replacements(root, names)
    yield from _sites(root)
    yield from _contacts(root)
    yield from _own_situations(root, shared)
    yield from _routes(root, shared, names)
    yield from _near_misses(root, shared)


def _words(known: Iterable[str]) -> str:
    """Write words to choose from, but not endlessly many."""
    first = [shorten(word) for word in islice(known, _MOST_WORDS + 1)]
    return enumerate_words([*first[:_MOST_WORDS], "een ander"] if len(first) > _MOST_WORDS else first)


def _names(root: Mapping, shared: SharedIds) -> _Names:
    """Gather the names that routes may use."""
    people = list(items_of(root.get("vertrouwenspersonen")))
    advisors = frozenset(name for _, item in people if (name := id_of(item, "vertrouwenspersonen")))
    kinds = {kind.text for _, item in people if (kind := text_at(item, "soort"))}
    contacts = {entry.key for entry in entries_of(root.get("contacten"))}
    present = advisors | contacts | shared.landelijk | shared.algemeen | FIXED | {ANY_ADVISOR}
    present |= {name for name, kind in BY_KIND.items() if kind in kinds}
    present |= {part for part in PARTS if root.get(part) is not None}
    return _Names(present, RESERVED - present, shared.rollen - RESERVED - present, advisors)


def _advisors(root: Mapping, shared: SharedIds) -> Iterator[Finding]:
    """Find ids of advisors that are taken."""
    taken = RESERVED | FIXED | shared.landelijk | shared.algemeen | {e.key for e in entries_of(root.get("contacten"))}
    seen: dict[str, Node] = {}
    for position, item in items_of(root.get("vertrouwenspersonen")):
        name, path = id_of(item, "vertrouwenspersonen"), ("vertrouwenspersonen", position)
        if name is None:
            yield from _no_id(item, (*path, "naam"))
            continue
        place = text_at(item, "id") or text_at(item, "naam") or item
        advice = "Geef één van de twee een eigen id, bijvoorbeeld id: samira-tiel."
        if name in seen:
            message = f"Het id '{name}' heeft de vertrouwenspersoon op regel {seen[name].mark.line} al."
            yield finding("VK060", place.mark, message, advice, path)
        elif name in taken or is_page_anchor(name):
            message = f"Het id '{name}' is al bezet."
            yield finding("VK060", place.mark, message, advice, path)
        seen.setdefault(name, item)


def _no_id(item: Node, path: KeyPath) -> Iterator[Finding]:
    """Ask for an id where none can be made of the name."""
    name = text_at(item, "naam")
    if name is not None and name.text.strip():
        message = f"Van de naam '{shorten(name.text)}' kunnen we geen id maken."
        advice = "Geef zelf een id in kleine letters zonder accent. Bijvoorbeeld id: samira-el-amrani"
        yield finding("VK034", name.mark, message, advice, path)


def _replacements(root: Mapping, names: _Names) -> Iterator[Finding]:
    """Find replacements that are no other advisor."""
    for position, item in items_of(root.get("vertrouwenspersonen")):
        other = text_at(item, "vervanger")
        if other is None:
            continue
        path: KeyPath = ("vertrouwenspersonen", position, "vervanger")
        own = id_of(item, "vertrouwenspersonen")
        others = sorted(names.advisors - {own})
        advice = f"Kies het id van een ander: {_words(others)}." if others else "Haal de vervanger weg."
        if other.text == own:
            yield finding("VK061", other.mark, "Deze vertrouwenspersoon vervangt zichzelf.", advice, path)
        elif other.text not in names.advisors and re.fullmatch(SLUG_PATTERN, other.text):
            message = f"Er is geen vertrouwenspersoon met het id '{shorten(other.text)}'."
            yield finding("VK061", other.mark, message, did_you_mean(other.text, others) + advice, path)


def _sites(root: Mapping) -> Iterator[Finding]:
    """Find an advisor's sites that the organisation, if it lists its sites, does not have."""
    organisation = root.get("organisatie")
    sites = organisation.get("vestigingen") if isinstance(organisation, Mapping) else None
    known = [one_line(item.text[: limits.TEXT]) for _, item in items_of(sites) if isinstance(item, Scalar)]
    if not known:
        return
    for position, person in items_of(root.get("vertrouwenspersonen")):
        listed = person.get("vestigingen") if isinstance(person, Mapping) else None
        for index, item in items_of(listed):
            if isinstance(item, Scalar) and not is_null(item) and one_line(item.text[: limits.TEXT]) not in known:
                path = ("vertrouwenspersonen", position, "vestigingen", index)
                message = f"De vestiging '{shorten(item.text)}' staat niet bij organisatie.vestigingen."
                advice = f"{did_you_mean(item.text, known)}Kies uit: {_words(known)}."
                yield finding("VK067", item.mark, message, advice, path)


def _contacts(root: Mapping) -> Iterator[Finding]:
    """Find contacts whose name means something else already."""
    for entry in entries_of(root.get("contacten")):
        path = ("contacten", entry.key)
        if entry.key in FIXED:
            message = f"Het landelijke contact '{entry.key}' kan een kit niet veranderen."
            advice = "Haal dit contact weg; 112, 113 en politie staan er vanzelf bij."
            yield finding("VK066", entry.mark, message, advice, path)
        elif entry.key in RESERVED:
            message = f"De naam '{entry.key}' heeft een eigen plek in de kit."
            part = entry.key if entry.key in PARTS else "vertrouwenspersonen"
            advice = f"Zet dit onder {part}: en haal het hier weg; of geef het contact een andere naam."
            yield finding("VK066", entry.mark, message, advice, path)


def _own_situations(root: Mapping, shared: SharedIds) -> Iterator[Finding]:
    """Find the kit's own situations whose id is taken."""
    seen: dict[str, Scalar] = {}
    for position, item in items_of(root.get("situaties")):
        name = text_at(item, "id")
        if name is None:
            continue
        path = ("situaties", position, "id")
        if name.text in seen:
            message = f"Het id '{shorten(name.text)}' heeft de situatie op regel {seen[name.text].mark.line} al."
            yield finding("VK060", name.mark, message, "Geef deze situatie een ander id.", path)
        elif name.text in shared.situaties:
            message = f"De situatie '{name.text}' bestaat al in de gedeelde wegwijzer."
            advice = f"Kies een ander id; of verander alleen de route, met doorverwijzing: {{{name.text}: [...]}}."
            yield finding("VK065", name.mark, message, advice, path)
        elif is_page_anchor(name.text):
            message = f"Het id '{name.text}' is al een plek op de pagina van de wegwijzer."
            advice = f"Geef deze situatie een ander id. Bijvoorbeeld id: situatie-{name.text}"
            yield finding("VK065", name.mark, message, advice, path)
        seen.setdefault(name.text, name)


def _routes(root: Mapping, shared: SharedIds, names: _Names) -> Iterator[Finding]:
    """Find routes for unknown situations, or to contacts that do not exist."""
    own = {name.text for _, item in items_of(root.get("situaties")) if (name := text_at(item, "id"))}
    for entry in entries_of(root.get("doorverwijzing")):
        if entry.key not in own | shared.situaties:
            yield _unknown_situation(entry, own | shared.situaties)
        yield from _route(entry.value, ("doorverwijzing", entry.key), names)
    for position, item in items_of(root.get("situaties")):
        route = item.get("contacten") if isinstance(item, Mapping) else None
        yield from _route(route, ("situaties", position, "contacten"), names)


def _unknown_situation(entry: Entry, known: frozenset[str] | set[str]) -> Finding:
    """Say that a route is for a situation that does not exist."""
    message = f"De situatie '{shorten(entry.key)}' bestaat niet."
    hint = did_you_mean(entry.key, known)
    choices = "" if hint else f" Of kies uit: {_words(sorted(known))}."
    advice = f"{hint}Een eigen situatie voeg je toe onder situaties:.{choices}"
    return finding("VK064", entry.mark, message, advice, ("doorverwijzing", entry.key))


def _route(route: Node | None, path: KeyPath, names: _Names) -> Iterator[Finding]:
    """Look at the contacts of one route."""
    if not isinstance(route, Sequence):
        return
    known = [(index, item) for index, item in items_of(route) if isinstance(item, Scalar) and not is_null(item)]
    for index, item in known:
        if item.text not in names.present:
            yield _unknown_contact(item, (*path, index), names)
    if known and all(item.text in names.roles for _, item in known):
        message = "Van deze route heeft de organisatie geen enkel contact."
        advice = "Voeg er minstens één toe die er altijd is, bijvoorbeeld vertrouwenspersoon of leidinggevende."
        yield finding("VK062", route.mark, message, advice, path)


def _unknown_contact(item: Scalar, path: KeyPath, names: _Names) -> Finding:
    """Say that a route names a contact that nobody knows, or that this organisation does not have."""
    name = item.text
    if name in names.roles:
        message = f"Deze organisatie heeft geen contact '{name}'; de route slaat het over."
        return finding("VK063", item.mark, message, f"Voeg '{name}' toe onder contacten:, of haal het hier weg.", path)
    if name in names.absent:
        part = f"een vertrouwenspersoon met soort: {BY_KIND[name]}" if name in BY_KIND else f"{name}:"
        message = f"De route noemt '{name}', maar die heeft deze organisatie niet."
        return finding("VK062", item.mark, message, f"Voeg {part} toe, of haal '{name}' hier weg.", path)
    hint = did_you_mean(name, names.present | names.roles)
    choices = "" if hint else f" Of kies uit: {_words(sorted(names.present))}."
    advice = f"{hint}Een eigen contact voeg je toe onder contacten:.{choices}"
    return finding("VK062", item.mark, f"Er is geen contact '{shorten(name)}'.", advice, path)


def _near_misses(root: Mapping, shared: SharedIds) -> Iterator[Finding]:
    """Find words that may be anything, but look like a word that has an effect."""
    sector = text_at(root, "organisatie", "sector")
    if sector is not None:
        yield from _near_miss(sector, shared.sectoren, ("organisatie", "sector"))
    roles = _ROLES | shared.rollen
    for position, person in items_of(root.get("vertrouwenspersonen")):
        listed = person.get("andere_rollen") if isinstance(person, Mapping) else None
        for index, item in items_of(listed):
            if isinstance(item, Scalar) and not is_null(item):
                yield from _near_miss(item, roles, ("vertrouwenspersonen", position, "andere_rollen", index))


def _near_miss(item: Scalar, known: frozenset[str], path: KeyPath) -> Iterator[Finding]:
    """Warn of a word that is nearly a known one."""
    is_word = re.fullmatch(SLUG_PATTERN, item.text) is not None  # if not, the validation says so
    close = nearest(item.text, known, 0.85) if is_word and item.text not in known else None
    if close is not None:
        message = f"'{shorten(item.text)}' kennen we niet, maar het lijkt op '{close}'."
        yield finding("VK068", item.mark, message, f"Bedoelde je '{close}'? Anders mag het zo blijven.", path)
