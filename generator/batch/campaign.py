"""The association's own campaign beside the kits of its members: built when something changed, swapped in whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from generator.batch.fingerprint import shared_digest
from generator.batch.record import HIDDEN
from generator.batch.stamps import signature
from generator.batch.workplace import workplace
from generator.campagne.build import SLUG, build_campagne
from generator.campagne.vereniging import GelezenBranche, read_branche
from generator.campagne.verhalen import published
from generator.errors import BuildFailed, Finding, UsageError
from generator.kit.layers import shown_name
from generator.pipeline import Job, refuse_foreign
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


def build_campaigns(job: Job, taken: Collection[str], *, force: bool = False) -> Iterator[Campaign]:
    """Build the campaign of every association under the kits folder of ``job``, in ``campagne/`` of its output.

    Several associations get a folder each below that. ``taken`` are the slugs of the kits, of which none may be called
    ``campagne``. Mistakes and failures are in what is yielded.
    """
    layers = list(_layers(job.kits_root))
    for layer in layers:
        name = shown_name(layer, job.kits_root)
        target = job.output / SLUG if len(layers) == 1 else job.output / SLUG / _place(layer, job.kits_root)
        if SLUG in taken:
            reason = f"Een kit heet {SLUG}, en die map is voor de campagne. Geef de kit een andere naam."
            yield Campaign(name, target, "failed", reason=reason)
            continue
        try:
            yield _campaign(layer, name, target, job, force=force)
        except (BuildFailed, UsageError) as failure:
            yield Campaign(name, target, "failed", reason=str(failure))
        except OSError as failure:
            yield Campaign(name, target, "failed", reason=f"Schrijven lukt niet: {failure.strerror}.")


def _layers(kits_root: Path) -> Iterator[Path]:
    """Yield the layers that name an association, in a fixed order; hidden folders are passed over, as for kits."""
    for here, names, files in os.walk(kits_root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        layer = Path(here, _LAYER)
        if _LAYER in files and read_branche(layer, kits_root).tree.get("branche") is not None:
            yield layer


def _place(layer: Path, kits_root: Path) -> str:
    return "-".join(layer.parent.relative_to(kits_root).parts) or "branche"


def _campaign(layer: Path, name: str, target: Path, job: Job, *, force: bool) -> Campaign:
    read = read_branche(layer, job.kits_root)
    if read.vereniging is None:
        wrong = any(item.level == "error" for item in read.findings)
        return Campaign(name, target, "invalid" if wrong else "none", read.findings)
    memory = job.output / HIDDEN / "campagne" / f"{target.name}.json"
    digest = _digest(read, job)
    remembered = _remembered(memory)
    if not force and remembered.get("digest") == digest and remembered.get("output") == signature(target):
        return Campaign(name, target, "unchanged", read.findings)
    refuse_foreign(target)
    with workplace(job.output) as work:
        made = build_campagne(layer, job.kits_root, job.resources, job.today, job.engine, work)
        if made.folder is None:
            return Campaign(name, target, "invalid", made.findings)
        try:
            swap_in(made.folder, target, work / "oud")
        except OSError as error:
            raise BuildFailed(f"De map {target} kan niet vervangen worden: {error.strerror}.") from error
        aside = work / "memory"
        aside.write_text(json.dumps({"digest": digest, "output": signature(target)}), encoding="utf-8")
        memory.parent.mkdir(parents=True, exist_ok=True)
        aside.replace(memory)
    return Campaign(name, target, "built", made.findings)


def _digest(read: GelezenBranche, job: Job) -> str:
    """Return the digest of everything that a campaign shows; of the day, only which stories may be told."""
    digest = hashlib.sha256(shared_digest(job.resources, {"engine": job.engine}, campaign=True).encode())
    for path in read.files:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for story in published(read.vereniging, job.today) if read.vereniging else ():
        digest.update(f"{story.titel}\0{story.naam}\0".encode())
    return digest.hexdigest()


def _remembered(memory: Path) -> dict[str, str]:
    try:
        content = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
