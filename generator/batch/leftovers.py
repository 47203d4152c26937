"""What stands in an output beside the kits of this run: kits that were not asked for, and those that are no more."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.batch.member import Member, Print, State
from generator.batch.record import HIDDEN, Record, forget, read_record
from generator.batch.standing import member_of
from generator.batch.workplace import workplace
from generator.campagne.vereniging import SLUG as CAMPAIGN
from generator.errors import UsageError
from generator.refusals import refusal
from generator.site.manifest import made_files
from generator.site.place import refuse_foreign
from generator.site.sharing import sweep


@dataclass(frozen=True, slots=True)
class Leftover:
    """A kit's folder in the output; ``record`` is None if nothing is remembered of it."""

    slug: str
    record: Record | None
    gone: bool

    def as_member(self, output: Path) -> Member:
        """Return it as the report tells of it."""
        state: State = "removed" if self.gone else "other"
        if self.record is not None:
            return member_of(self.record, state, output)
        folder = output / self.slug
        prints = tuple(Print(path.name, path.stem) for path in sorted((folder / "print").glob("*.pdf")))
        site = (folder / "site" / "index.html").is_file()
        return Member(self.slug, "", self.slug, state, site=site, prints=prints)


def leftovers(output: Path, seen: Collection[str], present: Collection[str], root: str) -> Iterator[Leftover]:
    """Yield what stands in the output besides the slugs in ``seen``.

    ``present`` are the slugs of all kits in the kits folder, which lies at ``root`` from the output (see ``Record``).
    Only of a kit from that same folder can be said that it is gone.
    """
    for folder in sorted(output.iterdir()) if output.is_dir() else ():
        if folder.name.startswith(".") or folder.name in seen or not made_files(folder):
            continue
        record = read_record(output, folder.name)
        if folder.name == CAMPAIGN and record is None:
            continue  # the association's own
        yield Leftover(folder.name, record, record is not None and record.root == root and folder.name not in present)


def remove(output: Path, leftover: Leftover) -> None:
    """Remove the output of a kit that is gone, with its zip.

    Raises ``UsageError`` if somebody put something of his own there; then nothing is removed.
    """
    folder, packed = output / leftover.slug, output / f"{leftover.slug}.zip"
    refuse_foreign(folder)
    with workplace(output) as work:
        if leftover.record is not None and leftover.record.has_zip(output):
            packed.unlink()
        try:
            # In one step, so that no half of it is ever seen.
            folder.rename(work / leftover.slug)
        except OSError as error:
            raise UsageError(f"De map {folder} kan niet weg: {refusal(error)}.") from error
        shutil.rmtree(work / leftover.slug, ignore_errors=True)
    forget(output, leftover.slug)
    # A photo that nobody publishes any more may not stay behind in what kits share.
    sweep(output / HIDDEN / "shared")
