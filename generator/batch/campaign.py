"""The association's own campaign beside the kits of its members: built when something changed, swapped in whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal

from generator.batch.fingerprint import digest_of, shared_digest
from generator.batch.record import HIDDEN
from generator.batch.stamps import signature
from generator.batch.workplace import workplace
from generator.campagne.vereniging import SLUG, Vereniging, read_branche
from generator.errors import BuildFailed, Finding, UsageError
from generator.job import Job
from generator.kit.layers import shown_name
from generator.kit.portable import clash_key, file_stem, unportable
from generator.kit.text import slugify
from generator.refusals import disk_trouble, refusal
from generator.site.manifest import made_files
from generator.site.place import LITTER
from generator.site.publish import swap_in

_LAYER: Final = "branche.yml"


@dataclass(frozen=True, slots=True)
class Campaign:
    """One association's campaign after a run; ``folder`` is where it stands or would stand.

    ``none`` means that there is nothing to make one of: the findings say what the layer lacks.
    """

    layer: str
    folder: Path
    state: Literal["built", "unchanged", "invalid", "none", "failed"]
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def build_campaigns(job: Job, taken: Collection[str], *, force: bool = False) -> tuple[Campaign, ...]:
    """Build the campaign of every association under the kits folder of ``job``, in ``campagne/`` of its output.

    Several associations get a folder each below that. The folder is replaced as a whole, and what could not be made
    anew goes along as it was. ``taken`` are the slugs of the kits, of which none may be called ``campagne``. Mistakes
    and failures are in what is returned.
    """
    layers = list(_layers(job.kits_root))
    places = _places(layers, job.kits_root) if len(layers) > 1 else ["."] * len(layers)
    names = [shown_name(layer, job.kits_root) for layer in layers]
    target = job.output / SLUG
    if not layers:
        return ()
    try:
        _refuse_kit_of_that_name(taken)
        refuse_foreign_campaign(target)
        memory = _remembered(job.output)
        if memory.get("output") != signature(target):
            memory = {}
        with workplace(job.output) as work:
            return _placed(job, list(zip(layers, names, places, strict=True)), {} if force else memory, work)
    except (BuildFailed, UsageError) as failure:
        reason = str(failure)
    except OSError as failure:
        reason = disk_trouble(failure)
    return tuple(
        Campaign(name, target / place, "failed", reason=reason) for name, place in zip(names, places, strict=True)
    )


def _refuse_kit_of_that_name(taken: Collection[str]) -> None:
    if SLUG in taken:
        raise UsageError(f"Een kit heet {SLUG}, en die map is voor de campagne. Geef de kit een andere naam.")


def remove_campaign(output: Path) -> None:
    """Remove a campaign whose association is gone; raises ``UsageError`` if it can't be removed whole."""
    refuse_foreign_campaign(output / SLUG)
    with workplace(output) as work:
        try:
            (output / SLUG).rename(work / SLUG)
        except OSError as error:
            raise UsageError(f"De map {output / SLUG} kan niet weg: {refusal(error)}.") from error
    with suppress(FileNotFoundError):
        _memory(output).unlink()


def stands(output: Path) -> bool:
    """Tell whether a campaign stands in an output that a run put there, of one association or of several."""
    return any(made_files(folder) for folder in _folders(output / SLUG)) and _memory(output).is_file()


def refuse_foreign_campaign(target: Path) -> None:
    """Raise ``UsageError`` if replacing ``target`` would remove something that no build made."""
    if not target.is_dir() or target.is_symlink():
        if target.exists() or target.is_symlink():
            raise UsageError(f"{target} is geen gewone map. Haal het weg, of kies met --output een andere map.")
        return
    made = {folder / name for folder in _folders(target) for name in made_files(folder)}
    foreign = [
        path for path in sorted(target.rglob("*")) if path.name not in LITTER and path.is_file() and path not in made
    ]
    if foreign:
        shown = ", ".join(path.relative_to(target).as_posix() for path in foreign[:5])
        raise UsageError(
            f"In de map {target} staat iets dat vertrouwenskit niet heeft gemaakt: {shown}. Het zou verdwijnen. "
            "Zet het ergens anders neer, of kies met --output een andere map."
        )


def _folders(target: Path) -> list[Path]:
    """Return the folders in which a campaign may stand: that of a single association, and those of several."""
    return [target, *(path for path in sorted(target.iterdir()) if path.is_dir())] if target.is_dir() else []


def _layers(kits_root: Path) -> Iterator[Path]:
    """Yield the layers that name an association, in a fixed order; hidden folders are passed over, as for kits."""
    for here, names, files in os.walk(kits_root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        layer = Path(here, _LAYER)
        # A link to elsewhere is not ours to read, and a pipe never ends: whoever names one as its basis is told.
        is_ours = _LAYER in files and layer.is_file() and layer.resolve().is_relative_to(kits_root.resolve())
        if is_ours and read_branche(layer, kits_root).tree.get("branche") is not None:
            yield layer


def _places(layers: list[Path], kits_root: Path) -> list[str]:
    """Return a folder for each association, named after its own; no two are one, also where capitals do not count."""
    places: list[str] = []
    for layer in layers:
        name = "-".join(layer.parent.relative_to(kits_root).parts) or "branche"
        place = name if unportable(name) is None else file_stem(slugify(name) or "branche")
        taken = {clash_key(other) for other in places}
        places.append(next(each for each in _numbered(place) if clash_key(each) not in taken))
    return places


def _numbered(place: str) -> Iterator[str]:
    yield place
    yield from (f"{place}_{number}" for number in count(2))


def _placed(job: Job, layers: list[tuple[Path, str, str]], memory: dict[str, Any], work: Path) -> tuple[Campaign, ...]:
    """Make what changed, take along what did not, and swap the whole in if it is another one."""
    target, new = job.output / SLUG, work / "nieuw"
    shared = shared_digest(job.resources, {"engine": job.engine}, campaign=True)
    known = memory.get("digests", {})
    digests: dict[str, str] = {}
    done: list[Campaign] = []
    for layer, name, place in layers:
        read = read_branche(layer, job.kits_root)
        digest = shared + _digest(read.vereniging, job) if read.vereniging else ""
        if digest and known.get(place) == digest:
            campaign = Campaign(name, target / place, "unchanged", read.findings)
        else:
            campaign = _made(layer, name, place, job, work)
        if campaign.state in {"unchanged", "built"}:
            digests[place] = digest
        if campaign.state not in {"built", "none"} and made_files(target / place):
            _take_along(target / place, new / place)
        done.append(campaign)
    if new.is_dir() and (digests != known or any(campaign.state == "built" for campaign in done)):
        swap_in(new, target, work)
        _remember(job.output, digests, work)
    return tuple(done)


def _made(layer: Path, name: str, place: str, job: Job, work: Path) -> Campaign:
    """Make one campaign below ``work/nieuw``."""
    from generator.campagne.build import build_campagne  # a third of the time of a run in which nothing changed

    target = job.output / SLUG / place
    own = work / f"werk-{place.strip('.')}"
    own.mkdir()
    try:
        made = build_campagne(layer, job.kits_root, job.resources, job.today, job.engine, own)
    except BuildFailed as failure:
        return Campaign(name, target, "failed", reason=str(failure))
    if made.folder is None:
        wrong = any(item.level == "error" for item in made.findings)
        return Campaign(name, target, "invalid" if wrong else "none", made.findings)
    _take_along(made.folder, work / "nieuw" / place)
    return Campaign(name, target, "built", made.findings)


def _take_along(folder: Path, new: Path) -> None:
    """Copy the files of one campaign, without campaigns of others that may stand below it."""
    for name in sorted(made_files(folder)):
        if (folder / name).is_file():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / name, new / name)


def _digest(vereniging: Vereniging, job: Job) -> str:
    """Return the digest of all that a campaign shows; of the day, only which stories may be told."""
    shown = replace(vereniging, verhalen=vereniging.published(job.today))
    return digest_of({field.name: getattr(shown, field.name) for field in fields(shown)})


def _memory(output: Path) -> Path:
    return output / HIDDEN / "campagne.json"


def _remember(output: Path, digests: dict[str, str], work: Path) -> None:
    content = {"digests": digests, "output": signature(output / SLUG)}
    (work / "memory").write_text(json.dumps(content), encoding="utf-8")
    (work / "memory").replace(_memory(output))


def _remembered(output: Path) -> dict[str, Any]:
    try:
        content = json.loads(_memory(output).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and isinstance(content.get("digests"), dict) else {}
