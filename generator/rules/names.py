"""Read a name as people write it: ``A. de Boer``, ``Boer, Anna de`` or ``mevr. De Boer``.

A name is read into first names and a surname, sometimes in more than one way; a text may name two people
(``Anna de Boer en Jan Kok``).

- A comma (also ``;``, ``:``, ``|``, and a dash between spaces) parts a name from a role: ``Jan Kok, directeur``.
  It turns the order round where a bare surname stands before it and no role behind it: ``Boer, A. de``.
- Letters are compared without case and accents. Capitals say something in two places only, and only in a text that has
  small letters too: ``AB de Boer`` holds initials, and the ``v.`` of ``A. v. Dam`` is no initial.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from generator.kit.text import slugify

_TITLES: Final = re.compile(
    "mr|mrs|ms|mevr|mevrouw|mw|mej|dhr|heer|hr|dr|drs|ir|ing|prof|professor|ds|bc|lic|jhr|jkvr|jonkheer|jonkvrouw"
)
#: Degrees and the like behind a name; those of two letters only behind two words or more (``Anna Ma`` is a name).
_DEGREES: Final = re.compile(
    "msc|bsc|llm|llb|mba|emba|bba|mpa|mph|mim|mphil|dphil|phd|bed|med|md|jd|ma|ba|bc|ll|ra|re|rb|aa|jr|sr"
)
_PARTICLES: Final = re.compile(
    "de|den|der|het|van|vande|vanden|vander|ten|ter|te|tot|toe|aan|bij|in|op|onder|over|uit|voor|von|vom|zu|zum|zur|am|auf"
    "|la|le|les|du|des|del|della|dello|dei|di|da|dal|do|dos|das|el|al|bin|ibn|ben|ait|af|av"
)

#: What makes a text mean a group, a place or "your ..." and not a person. Left out, because people are called so: raad,
#: post, zorg, werk, kam, (van de) groep, (van der) mijn; *bestuur* counts where it can be nothing else.
_BODY: Final = re.compile(
    r"""(?x) (?:^|\s) (?: (?:hrm?|or|mt)(?!\ (?:business\ )?\S*(?:manager|adviseur|medewerker|partner|voorzitter|lid)\b)
    | p\ ?&\ ?o | p[ -]en[ -]o | peno | bhv | hse | ict | gmr | rvb | rvt | rvc | bv | nv | [bn]\.v\. | praktijk
    | politie | management | je | jouw | uw | jullie | onze | \S*maatschappelijk\ werk | (?:luister|meld|hulp)lijn
    | (?:ondernemings|medezeggenschaps|clienten|ouder|leerlingen|studenten|kerken|leden|gemeente|personeels|advies)raad
    | raad\ van\ (?:bestuur|toezicht|commissarissen|advies) | \S{2,}groep | (?:het|dagelijks|algemeen)\ bestuur
    | \S*(?:afdeling|commissie|dienst|team|zaken|centrale|secretariaat|directie|administratie|receptie|meldregeling
    |bureau|loket|balie|organisatie|stichting|vereniging|vertegenwoordiging|bedrijf|personen|(?:service|meld|steun)punt
    |desk)) (?:\s|$) | ^bestuur$"""
)
#: What one person is, and other words before or behind a name that are set aside.
_OFFICE: Final = re.compile(
    r"""(?x) via | hrm? | or | mt | business | chef | eigenaar | lid | rector | decaan | uitvoerder | directrice | plv
    | mediator | penningmeester | ombuds(?:man|vrouw) | (?:bedrijfs|huis|arbo)arts | (?:bedrijfs)?maatschappelijk
    | werker | ceo | cfo | coo | waarnemend | plaatsvervangend | ambtelijk | interne? | externe? | afdelingshoofd
    | .*(?:directeur|manager|bestuurder|voorzitter|secretaris|adviseur|functionaris|medewerker|coordinator|teamleider
    |gevende|vertrouwenspersoon|partner|-lid)"""
)

_MARKS: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"'})
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_ASIDE: Final = re.compile(r'\([^)]*\)?|\[[^\]]*\]?|"[^"]*"')
_CALL_NAME: Final = re.compile(r'[^("]*[("]\s*(?P<call>[^\W\d_]+)\s*[)"]\s+(?P<rest>\w.*)', re.DOTALL)
_AND: Final = re.compile(r"\s(?:en|of|and)\s|\s[&/]\s", re.IGNORECASE)
_LONGEST: Final = 200  # no name is longer; the rest is not read
_WORD: Final = re.compile(r"(?P<joined>-?)(?P<text>[^\s.~-]+)(?P<end>[.~]?)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, read in one way, folded; initials end in a dot: ``Name(("j.", "w."), ("van", "der"), ("berg",))``.

    Names behind a hyphen keep it: ``("jan", "-willem")``. A double surname has two ``words``; ``glued`` is the surname
    with its particles as one word. ``loose`` is a reading of a middle name as the first half of a double surname.
    """

    given: tuple[str, ...]
    particles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    glued: str = ""
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, folded, and how it was written; ``elided`` is the *d* of ``d'Hont``."""

    text: str
    initial: bool
    elided: bool
    joined: bool
    capitals: bool
    small: bool


def fold(text: str) -> str:
    """Return the text without case and accents: ``Wójcik`` gives ``wojcik``; other scripts stay what they are."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter if letter.isascii() else slugify(letter) or letter for letter in _ACCENTS.sub("", plain))


# Everybody in a kit is held against everybody else in it.
@lru_cache(maxsize=256)
def readings(text: str) -> tuple[Name, ...]:
    """Return the ways to read a written name; none if it names a role, a group, or nobody."""
    return tuple(name for person in _AND.split(_plain(text[:_LONGEST])) for name in _readings_of(person))


def _plain(text: str) -> str:
    """Return the text with one kind of dash and apostrophe, and without any other sign that means nothing here."""
    signs = ((sign, unicodedata.category(sign)) for sign in text.translate(_MARKS))
    other = {"Pd": "-", "Cf": ""}
    return "".join(s if kind[0] in "LNM" or s in ".,;:|/&'\"()[]" else other.get(kind, " ") for s, kind in signs)


def _readings_of(text: str) -> list[Name]:
    """Read what is written about one person; a call name in brackets (``J.H. (Hans) Prins``) gives a second reading."""
    found = _outside_brackets(_ASIDE.sub(" ", text))
    call = _CALL_NAME.match(text)
    if call and not _is_role(call["call"]):
        found += _outside_brackets(f"{call['call']} {_ASIDE.sub(' ', call['rest'])}")
    return found


def _outside_brackets(text: str) -> list[Name]:
    """Read a text without brackets; behind the name of a group only a whole name counts (``HR, De Linge`` is none)."""
    mixed = any(letter.isupper() for letter in text) and any(letter.islower() for letter in text)
    segments = _segments(text)
    people = [segment for segment in segments if not _is_body(segment)]
    if not people:
        return []
    name, *behind = people
    is_role = not behind or any(map(_is_office, behind[0].split()))
    found = _in_order(_words(name, mixed), [] if is_role else _words(behind[0], mixed))
    return found if name is segments[0] else [name for name in found if name.given and name.words]


def _in_order(head: list[_Word], tail: list[_Word]) -> list[Name]:
    """Read what stands before a comma, together with what stands behind it if that can be its first name."""
    bare = _without_titles(head)
    if tail and bare and _surname_start(bare) == 0:
        return _names([*tail, *bare])
    return _names(head)


def _segments(text: str) -> list[str]:
    """Split at commas and the like; a dash between spaces splits too where a role follows it."""
    text = re.sub(r"\s-\s([^,;:|]*)", lambda dash: (", " if _is_role(dash[1]) else "-") + dash[1], text)
    return [part.strip() for part in re.split(r"[,;:|]", text) if part.strip()]


def _is_role(text: str) -> bool:
    """Tell whether this text is about a role and not a name."""
    return _is_body(text) or any(map(_is_office, text.split()))


def _is_body(text: str) -> bool:
    """Tell whether this text means a group or a place."""
    return _BODY.search(fold(" ".join(text.split()))) is not None


def _is_office(chunk: str) -> bool:
    """Tell whether this word says what somebody is."""
    return _OFFICE.fullmatch(fold(chunk).rstrip(".")) is not None


def _words(text: str, mixed: bool) -> list[_Word]:
    """Split a segment in words, without the roles around it and the degrees behind it."""
    chunks = text.split()
    while chunks and _is_office(chunks[0]):
        chunks.pop(0)
    while chunks and (_is_office(chunks[-1]) or _is_degree(chunks)):
        chunks.pop()
    text = re.sub(r"(?i)^de (?:heer|hr\.?) (?=.)", "", " ".join(chunks))
    text = re.sub(r"(?i)\b([dl])'\s*", r"\1~ ", text)
    text = re.sub(r"(?i)(?<!\w)'s\b-?", " des ", re.sub(r"(?i)(?<!\S)t(?=\s)|'t\b-?", " het ", text))
    text = re.sub(r"(?i)\bvd\b", "v d", text.replace("'", "").replace("/", " "))
    return [_word(found, mixed) for found in _WORD.finditer(text) if fold(found["text"])]


def _is_degree(chunks: list[str]) -> bool:
    """Tell whether the last of these words is a degree."""
    last = fold(chunks[-1]).replace(".", "")
    return _DEGREES.fullmatch(last) is not None and len(chunks) > (1 if len(last) > 2 else 2)


def _word(found: re.Match[str], mixed: bool) -> _Word:
    """Describe one word; ``mixed`` says that the text around it has capitals and small letters."""
    text, end = found["text"], found["end"]
    initial = len(fold(text)) == 1 or end == "."
    joined, capitals, small = bool(found["joined"]), mixed and text.isupper(), mixed and text.islower()
    return _Word(fold(text), initial, end == "~", joined, capitals, small)


def _without_titles(words: list[_Word]) -> list[_Word]:
    """Leave out the titles before a name, as long as a word is left."""
    while len(words) > 1 and _TITLES.fullmatch(words[0].text):
        words = words[1:]
    return words


def _is_particle(words: list[_Word], place: int) -> bool:
    """Tell whether the word at ``place`` belongs to a surname as *van* does."""
    word, behind = words[place], words[place + 1 : place + 2]
    if word.text in {"v", "d"}:
        short = word.text == "v" and any(following.text == "d" and not following.capitals for following in behind)
        return short or word.small or word.elided
    first_name = word.initial or (place == 0 and word.text in {"ben", "da", "di", "do"})
    return word.elided or (not first_name and _PARTICLES.fullmatch(word.text) is not None)


def _surname_start(words: list[_Word]) -> int:
    """Return the place of the first word of the surname: its first particle, or the last word and what it hangs on."""
    start = next((i for i in range(len(words) - 1) if _is_particle(words, i)), len(words) - 1)
    return max((i for i in range(start + 1) if not words[i].joined), default=0)


def _names(written: list[_Word]) -> list[Name]:
    """Return the readings of words in the order first name, surname."""
    words = _without_titles(written)
    if all(len(word.text) == 1 for word in words):
        return []
    start = _surname_start(words)
    found = [_name(words, start)]
    if start > 1 and not (words[start - 1].initial or words[start - 1].joined):
        found.append(replace(_name(words, start - 1), loose=True))
    if start == 0 and len(words) == len(written) and not any(_is_particle(words, i) for i in range(len(words))):
        found.append(Name(tuple(part for word in words for part in _given_parts(word))))
    return found


def _name(words: list[_Word], start: int) -> Name:
    """Return the reading in which the surname starts at ``start``."""
    places = range(start, len(words))
    small = [i for i in places[:-1] if _is_particle(words, i) or words[i].initial]
    particles = tuple(words[i].text for i in small)
    surname = tuple(words[i].text for i in places if i not in small)
    given = tuple(part for word in words[:start] for part in _given_parts(word))
    return Name(given, particles, surname, "".join(words[i].text for i in places))


def _given_parts(word: _Word) -> list[str]:
    """Return a first name as it is (``-willem`` behind a hyphen), an initial with a dot, and ``AB`` as two initials."""
    if word.initial:
        return [f"{word.text}."]
    letters = word.capitals and len(word.text) <= 4
    return [f"{letter}." for letter in word.text] if letters else ["-" * word.joined + word.text]
