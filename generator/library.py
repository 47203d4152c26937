"""The shared Dutch content that is data: situations, contacts, legal sentences, terms and interface words.

The files stand in ``content/nl``. They are ours, so a mistake in one of them is a failure of the build
(``BuildFailed``), not a finding about a kit.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.errors import BuildFailed
from generator.kit.loader import SharedIds
from generator.kit.values import Telefoonnummer, Webadres
from generator.refusals import refusal
from generator.resources import held, held_tree
from generator.safeyaml import SafeLoader

_Known = TypeVar("_Known", str, tuple[str, ...])


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Groep(_Content):
    """A group of situations with its small label; the group ``gevaar`` comes first.

    ``werkgebied`` is the field of work that its situations ask of an advisor, if they ask one.
    """

    id: str
    titel: str
    werkgebied: str = ""


class Situatie(_Content):
    """A situation in the reader's words with its default route (domain.md section 7).

    ``eerst``, ``daarna`` and ``buiten`` list candidate contact ids in order; what an organisation lacks drops out.
    """

    id: str
    groep: str
    titel: str
    uitleg: str = ""
    zoekwoorden: tuple[str, ...] = ()
    regie: str
    gevaar: bool = False
    eerst: tuple[str, ...]
    daarna: tuple[str, ...] = ()
    buiten: tuple[str, ...] = ()
    toelichting: str = ""
    op_papier: bool = False
    buiten_bereik: bool = False


class Bron(_Content):
    """Where a fact was seen."""

    titel: str
    adres: str


class LandelijkContact(_Content):
    """A national contact; ``telefoon`` only where two or more sources agree (domain.md section 8)."""

    id: str
    naam: str
    doel: str
    telefoon: Telefoonnummer | None = None
    website: Webadres
    sectoren: tuple[str, ...] = ()
    opmerking: str = ""
    bronnen: tuple[Bron, ...] = ()
    gezien: str
    vast: bool = False


class Rol(_Content):
    """The name and purpose of a contact that an organisation may have, or that everyone has."""

    id: str
    naam: str
    doel: str = ""


class Wet(_Content):
    """A legal sentence that may be said to employees, with the law and the month in which it was seen."""

    id: str
    zin: str
    bron: str
    adres: str
    gezien: str


class Begrip(_Content):
    """A term and what it means in plain words."""

    id: str
    term: str
    uitleg: str


class Misverstand(_Content):
    """What people think of an advisor, and what is true (domain.md section 2)."""

    denkt: str
    waar: str


class Drukwerk(_Content):
    """The texts of the printables; in ``zinnen`` and ``lijsten``, ``{naam}`` is where a value of the kit goes."""

    zinnen: Mapping[str, str]
    lijsten: Mapping[str, tuple[str, ...]]
    misverstanden: tuple[Misverstand, ...]

    def zin(self, key: str, **waarden: object) -> str:
        """Return a text with values filled in; the values are data and are not looked at again.

        Raises ``BuildFailed`` if the shared content has no such text.
        """
        return _filled(self._known(self.zinnen, key), waarden)

    def lijst(self, key: str, **waarden: object) -> tuple[str, ...]:
        """Return the texts of a list with values filled in."""
        return tuple(_filled(text, waarden) for text in self._known(self.lijsten, key))

    def _known(self, texts: Mapping[str, _Known], key: str) -> _Known:
        if key not in texts:
            raise BuildFailed(f"In content/nl/drukwerk.yml ontbreekt de tekst {key}.")
        return texts[key]


class Library(_Content):
    """All shared data in one form of address."""

    groepen: tuple[Groep, ...]
    situaties: tuple[Situatie, ...]
    landelijk: tuple[LandelijkContact, ...]
    algemeen: tuple[Rol, ...]
    rollen: tuple[Rol, ...]
    wetten: tuple[Wet, ...]
    begrippen: tuple[Begrip, ...]
    woorden: Mapping[str, str] = Field(default_factory=dict)
    drukwerk: Drukwerk

    @property
    def shared_ids(self) -> SharedIds:
        """The names that a kit may use in its routes without defining them."""
        return SharedIds(
            situaties=frozenset(item.id for item in self.situaties),
            landelijk=frozenset(item.id for item in self.landelijk),
            algemeen=frozenset(item.id for item in self.algemeen),
            rollen=frozenset(item.id for item in self.rollen),
            sectoren=frozenset(sector for item in self.landelijk for sector in item.sectoren),
        )


_PLACE = re.compile(r"\{(\w+)\}")


def _filled(text: str, waarden: Mapping[str, object]) -> str:
    """Fill in values in one pass, so that a value that looks like a place stays what it is."""
    return text if "{" not in text else _PLACE.sub(lambda match: str(waarden[match[1]]), text)


_Identified = TypeVar("_Identified", LandelijkContact, Rol, Wet)

_FILES = ("situaties.yml", "contacten.yml", "wet.yml", "begrippen.yml", "woorden.yml", "drukwerk.yml")
#: These hold one thing, which is named as the file is.
_WHOLE = {"woorden.yml": "woorden", "drukwerk.yml": "drukwerk"}


def load_library(content: Path, aanspreekvorm: Aanspreekvorm) -> Library:
    """Return the shared data of ``content`` (the folder ``content/nl``) in one form of address.

    Raises ``BuildFailed`` when a file is missing or does not have the form that it should.
    """
    texts = tuple(_read(content / name) for name in _FILES)
    return _library(texts, aanspreekvorm)


def content_version(content: Path) -> str:
    """Return eight hexadecimal digits that change when any text of ``content`` changes; printed on every output.

    The texts for employers stand on no kit (``generator.campagne`` asks for the version of that folder by itself).
    """
    return _version(tuple(held_tree(content).items()))


@lru_cache(maxsize=4)
def _version(files: tuple[tuple[str, bytes], ...]) -> str:
    digest = hashlib.sha256()
    for name, data in files:
        if not name.startswith("werkgevers/"):
            digest.update(name.encode())
            digest.update(data.replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:8]


def _read(path: Path) -> bytes:
    try:
        return held(path)
    except OSError as error:
        raise BuildFailed(f"De gedeelde inhoud is niet te lezen: {path.name} ({refusal(error)}).") from error


_KEPT_TAGS = frozenset({"tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"})


class _TextLoader(SafeLoader):
    """A safe loader that knows only text, true/false and null: ``112`` and ``2026-11`` stay as they are written."""

    yaml_implicit_resolvers = {  # noqa: RUF012  PyYAML's own class attribute
        first: [item for item in resolvers if item[0] in _KEPT_TAGS]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


# Parsing costs more than everything else in a small build and the texts rarely change: equal texts are parsed once.
@cache
def _parse(texts: tuple[bytes, ...]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for name, text in zip(_FILES, texts, strict=True):
        try:
            data = yaml.load(text.decode("utf-8"), Loader=_TextLoader)  # noqa: S506  it is a safe loader
        except yaml.YAMLError as error:
            raise BuildFailed(f"De gedeelde inhoud {name} is geen goede YAML: {error}") from error
        merged |= {_WHOLE[name]: data} if name in _WHOLE else data
    return merged


@cache
def _library(texts: tuple[bytes, ...], aanspreekvorm: Aanspreekvorm) -> Library:
    try:
        return Library.model_validate(_chosen(_parse(texts), aanspreekvorm))
    except ValidationError as error:
        raise BuildFailed(f"De gedeelde inhoud in content/nl klopt niet: {error}") from error


def _chosen(value: Any, aanspreekvorm: Aanspreekvorm) -> Any:
    """Return the data with every text in one form of address."""
    if isinstance(value, dict):
        return {key: _chosen(item, aanspreekvorm) for key, item in value.items()}
    if isinstance(value, list):
        return [_chosen(item, aanspreekvorm) for item in value]
    return choose(value, aanspreekvorm) if isinstance(value, str) else value


def by_id(items: tuple[_Identified, ...]) -> Mapping[str, _Identified]:
    """Return the items under their ids, for templates that name one."""
    return MappingProxyType({item.id: item for item in items})
