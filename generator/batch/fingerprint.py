"""What the output of a kit depends on, as two digests: one of all that kits share, one of the kit itself.

Two kits with equal digests give equal bytes, so a kit whose digests did not change need not be built again. The day is
not among them: it only decides which photos may be shown, and those are (``until`` says on which day to look again).
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from generator import __version__
from generator.kit.advisor import Foto
from generator.kit.decoding import content_of
from generator.kit.files import Bestand
from generator.kit.model import Kit
from generator.resources import Resources

_PACKAGE: Final = "vertrouwenskit"
_CODE: Final = Path(__file__).resolve().parents[1]
_YEAR: Final = timedelta(days=366)
#: Keys of a kit that no page and no printable shows: how it was written down, and what it answers to findings.
_UNSHOWN: Final = frozenset({"formaat", "basis", "uitzonderingen"})
#: How paths below the shared content and the theme begin that no kit uses: the campaign's, and the overview's.
_CAMPAIGN: Final = ("werkgevers/", "campagne/", "components/campagne/")
_OVERVIEW: Final = ("overview/index.html", "overview/overview.")


def shared_digest(resources: Resources, options: Mapping[str, object], *, campaign: bool = False) -> str:
    """Return the digest of content, theme, base configuration, this program, its libraries, and the options.

    ``options`` are what the command line asks of every kit, as JSON can say it. With ``campaign`` the texts for
    employers count too.
    """
    digest = hashlib.sha256()
    for folder in (resources.content, resources.theme):
        _add_folder(digest, folder, _OVERVIEW if campaign else _OVERVIEW + _CAMPAIGN, "*")
    digest.update(resources.mkdocs_yml.read_bytes())
    digest.update(program_digest().encode())
    digest.update(json.dumps(options, sort_keys=True).encode())
    return digest.hexdigest()


def kit_digest(kit: Kit) -> str:
    """Return the digest of a kit as it may be published: its merged values, and the content of the files it names.

    Where those files stand is no part of it. A photo without consent is not published, so its content does not count.
    Raises ``OSError`` if a file vanished since the kit was read.
    """
    return digest_of(kit)


def digest_of(value: Any) -> str:
    """Return the digest of models, mappings and lists of them, with the content of the files that they name."""
    text = json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def next_turn(kit: Kit, today: date) -> date | None:
    """Return the first day after ``today`` on which the kit may stand differently without a change in any file.

    Every date in a kit counts: from that day something holds (a consent), after it something ended (an answer), and
    after a year names and numbers must be checked again.
    """
    days = {turn for day in _dates(kit) for turn in _turns(day)}
    return min((day for day in days if day > today), default=None)


def _turns(day: date) -> Iterator[date]:
    yield day
    if day < date.max - _YEAR:  # after it the calendar ends, and with it Python's
        yield day + timedelta(days=1)
        yield _day_after_a_year(day)


def _day_after_a_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1) + timedelta(days=1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)


def _plain(value: Any) -> Any:
    """Turn a model into what JSON holds; a file becomes its name and the digest of its content."""
    if isinstance(value, Foto) and value.toestemming is None:
        return "a photo that is not published"
    if isinstance(value, BaseModel):
        unshown = _UNSHOWN if isinstance(value, Kit) else ()
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields if name not in unshown}
    if isinstance(value, Bestand):
        return [value.naam, content_of(value.pad).digest.hex()]
    if isinstance(value, Mapping):
        # As pairs, because the order in which a kit names things is the order in which they are shown.
        return [[str(key), _plain(item)] for key, item in value.items()]
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else repr(value)


def _dates(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _dates(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _dates(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _dates(item)


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def program_digest() -> str:
    """Return the digest of this program's own code, with the versions of Python and of all libraries below it.

    It can't change while the program runs, so it is worked out once.
    """
    digest = hashlib.sha256(f"{__version__} {platform.python_version()}\n".encode())
    _add_folder(digest, _CODE, ("_data/",), "*.py")
    for name, version in sorted(_libraries()):
        digest.update(f"{name} {version}\n".encode())
    return digest.hexdigest()


def _add_folder(digest: Any, folder: Path, without: tuple[str, ...], pattern: str) -> None:
    """Add names and contents of all files below a folder, in a fixed order, but for names that begin as ``without``."""
    for path in sorted(folder.rglob(pattern)):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(without) and "__pycache__" not in path.parts and path.is_file():
            digest.update(f"{name}\0".encode())
            digest.update(_file_digest(path).encode())


def _libraries() -> set[tuple[str, str]]:
    """Return names and versions of every library that this package needs, directly or through another; no extras.

    Run from a checkout that is not installed, nobody can say what it needs: then every installed library counts.
    """
    needed, waiting = {_PACKAGE}, [_PACKAGE]
    found: set[tuple[str, str]] = set()
    while waiting:
        try:
            # Once: every look at a name, a version or a requirement reads and parses the whole file again.
            about = metadata.distribution(waiting.pop()).metadata
        except metadata.PackageNotFoundError:
            continue  # only needed on another system
        found.add((about["Name"], about["Version"]))
        names = {_name_of(line) for line in about.get_all("Requires-Dist") or () if "extra ==" not in line}
        waiting += names - needed
        needed |= names
    return found or {(item.name, item.version) for item in metadata.distributions()}


def _name_of(requirement: str) -> str:
    """Return the name at the start of a requirement such as ``mkdocs>=1.6,<2 ; extra == 'x'`` (PEP 508)."""
    end = next((at for at, letter in enumerate(requirement) if not (letter.isalnum() or letter in "-_.")), None)
    return requirement[:end].lower()
