"""What a run remembers of each kit that it built or refused, so that the next can pass over what did not change.

Records are a cache beside the output, not part of it: without them everything is built again and nothing else happens.
Each is one small file that is written whole, after the kit itself was swapped in; a run that is killed between the two
leaves a record that does not fit the output, and such a kit is built again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from generator.batch.member import Print
from generator.batch.stamps import Stamp, is_settled, signature, stamp_of
from generator.errors import Answer, Finding
from generator.whole import replaced

#: Below the output, hidden: what only this program has a use for.
HIDDEN: Final = ".vertrouwenskit"
_FORMAT: Final = 1

#: Files as paths from the kits folder, each with its stamp; None if the stamp of that file would prove nothing.
Stamped: TypeAlias = tuple[tuple[str, Stamp | None], ...]

_Remembered = TypeVar("_Remembered")


@dataclass(frozen=True, slots=True)
class Record:
    """One kit as it was built.

    ``shared`` and ``kit`` are the digests of ``fingerprint.py``. ``inputs`` are the files that were read, as paths from
    the kits folder, with their stamps from before they were read; ``output`` is the signature of the finished folder,
    and ``zipped`` the stamp of the zip beside it. The stamps hold from ``day`` until the day before ``until``.
    ``root`` stands for the kits folder (see ``plan.root_from``): a kit of another folder is not ours to remove.
    ``looked_over`` is what was found on paper before the kit answered it; None if no printable was made.
    """

    slug: str
    root: str
    folder: str
    naam: str
    branche: str
    shared: str
    kit: str
    inputs: Stamped
    output: str
    day: date
    until: date | None
    made_on: date
    pages: int
    prints: tuple[Print, ...]
    findings: tuple[Finding, ...]
    looked_over: tuple[Finding, ...] | None
    zipped: Stamp | None = None

    def holds(self, shared: str, kits_root: Path, output: Path, today: date) -> bool:
        """Tell, without opening any file, whether nothing changed that this kit depends on, nor what was made of it."""
        return (
            self.shared == shared
            and _covers(today, self.day, self.until)
            and _untouched(self.inputs, kits_root)
            and self.stands(output)
        )

    def stands(self, output: Path) -> bool:
        """Tell whether the finished folder is as it was made."""
        return self.output == signature(output / self.slug)

    def has_zip(self, output: Path) -> bool:
        """Tell whether the zip that belongs to this build stands in the output."""
        return self.zipped is not None and self.zipped == stamp_of(output / f"{self.slug}.zip")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kit that could be read and may not be published: why, and from what that is known.

    ``findings`` are all that was found; the other fields are as those of ``Record``, which may stand beside it: that of
    the last good build.
    """

    root: str
    folder: str
    shared: str
    inputs: Stamped
    day: date
    until: date | None
    findings: tuple[Finding, ...]

    def holds(self, shared: str, kits_root: Path, today: date) -> bool:
        """Tell, without opening any file, whether the kit would be refused again for the same reasons."""
        return self.shared == shared and _covers(today, self.day, self.until) and _untouched(self.inputs, kits_root)


def _covers(today: date, day: date, until: date | None) -> bool:
    return day <= today and (until is None or today < until)


def _untouched(inputs: Stamped, kits_root: Path) -> bool:
    return all(stamp is not None and stamp_of(_at(kits_root, path)) == stamp for path, stamp in inputs)


def stamped(files: Iterable[Path], kits_root: Path, now: int) -> Stamped:
    """Return files with their stamps; None for one that may still be written to without a trace (see ``stamps.py``)."""
    # Files that a kit names have their links resolved, the kit itself has not.
    roots = dict.fromkeys((str(kits_root.absolute()), str(kits_root.resolve())))
    found = []
    for path in files:
        stamp = stamp_of(path)
        root = next((root for root in roots if path.is_relative_to(root)), next(iter(roots)))
        found.append((os.path.relpath(path, root), stamp if stamp and is_settled(stamp, now) else None))
    return tuple(found)


def _at(kits_root: Path, path: str) -> str:
    return os.path.join(kits_root, path)  # noqa: PTH118  a Path would be made for each of thousands of files


def read_record(output: Path, slug: str) -> Record | None:
    """Return what is remembered of a kit; None if that is nothing, or nothing that this version can read."""
    return _read(_folder(output), slug, _record)


def read_refusal(output: Path, slug: str) -> Refusal | None:
    """Return what is remembered of a kit that was refused; None as ``read_record``."""
    return _read(_refused(output), slug, _refusal)


def _read(folder: Path, slug: str, made_of: Callable[[dict[str, Any]], _Remembered]) -> _Remembered | None:
    try:
        content = json.loads((folder / f"{slug}.json").read_text(encoding="utf-8"))
        return made_of(content) if content.pop("format") == _FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_record(output: Path, record: Record, work: Path | None = None) -> None:
    """Remember a kit that was built; whoever reads meanwhile sees the old record or the new one.

    It grows in ``work`` (see ``replaced``).
    """
    _write(_folder(output), record.slug, record, work)
    (_refused(output) / f"{record.slug}.json").unlink(missing_ok=True)


def write_refusal(output: Path, slug: str, refusal: Refusal, work: Path | None = None) -> None:
    """Remember a kit that was refused, beside the last good build of it.

    Where no kit was ever built nothing is remembered: a build that makes nothing leaves no folder behind.
    """
    if _folder(output).is_dir():
        _write(_refused(output), slug, refusal, work)


def _write(folder: Path, slug: str, remembered: Record | Refusal, work: Path | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": _FORMAT, **asdict(remembered)}, default=date.isoformat, indent=1)
    with replaced(folder / f"{slug}.json", work) as file:
        file.write(text.encode())


def forget(output: Path, slug: str) -> None:
    """Remember nothing of a kit any more."""
    for folder in (_folder(output), _refused(output)):
        (folder / f"{slug}.json").unlink(missing_ok=True)


def records(output: Path) -> Iterator[Record]:
    """Yield everything that is remembered in an output, in the order of the slugs."""
    for path in sorted(_folder(output).glob("*.json")):
        record = read_record(output, path.stem)
        if record is not None:
            yield record


def _folder(output: Path) -> Path:
    return output / HIDDEN / "kits"


def _refused(output: Path) -> Path:
    return output / HIDDEN / "refused"


def _record(content: dict[str, Any]) -> Record:
    """Turn the content of a file into a record; raises ``TypeError`` or ``ValueError`` if it is not one."""
    looked_over = content["looked_over"]
    return Record(
        **content
        | _common(content)
        | {
            "made_on": date.fromisoformat(content["made_on"]),
            "prints": tuple(Print(**item) for item in content["prints"]),
            "looked_over": None if looked_over is None else _findings(looked_over),
            "zipped": content["zipped"] and Stamp(**content["zipped"]),
        }
    )


def _refusal(content: dict[str, Any]) -> Refusal:
    return Refusal(**content | _common(content))


def _common(content: dict[str, Any]) -> dict[str, Any]:
    return {
        "inputs": tuple((path, stamp and Stamp(**stamp)) for path, stamp in content["inputs"]),
        "day": date.fromisoformat(content["day"]),
        "until": _maybe(date.fromisoformat, content["until"]),
        "findings": _findings(content["findings"]),
    }


def _findings(items: list[dict[str, Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(**item | {"answer": item["answer"] and _answer(item["answer"])}) for item in items)


def _answer(item: dict[str, Any]) -> Answer:
    return Answer(item["reden"], _maybe(date.fromisoformat, item["tot"]))


def _maybe(read: Callable[[str], date], text: str | None) -> date | None:
    return None if text is None else read(text)
