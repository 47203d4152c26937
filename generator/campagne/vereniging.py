"""Read a ``branche.yml`` by itself: who the association is, and every finding about that, never an exception.

Only what the campaign shows is validated here. What else stands in the layer belongs to the members' kits, and their
own reading judges it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import ConfigDict, Field, ValidationError

from generator.errors import Finding
from generator.kit.branche import Branche, Verhaal
from generator.kit.codes import Code, finding_at, in_order
from generator.kit.contact import Contact, Model
from generator.kit.layers import merge, shown_name
from generator.kit.model import Huisstijl
from generator.kit.nodes import Mapping, Mark, Remarks, text_at, to_plain
from generator.kit.source import ReadFile, read_source
from generator.kit.values import Bestand, Datum
from generator.kit.wording import findings_of

NO_BRANCHE: Final = Code(
    "geen vereniging in de branche.yml", "Zonder naam weet een werkgever niet van wie de campagne is.", "notice"
)
NO_WAY: Final = Code(
    "geen weg naar de vereniging", "Een werkgever die een kit wil, moet weten waar hij die vraagt.", "warning"
)
#: What the campaign calls itself in its manifest; no kit stands in a folder of this name.
SLUG: Final = "campagne"
_MAX_LAYERS: Final = 10


@dataclass(frozen=True, slots=True)
class Vereniging:
    """What a campaign shows of an association; ``logo`` and ``huisstijl`` may come from what its members share."""

    naam: str
    contact: Contact | None
    kit_aanvragen: str | None
    huisstijl: Huisstijl
    logo: Bestand | None
    gecontroleerd_op: Datum | None
    verhalen: tuple[Verhaal, ...]

    @property
    def aanvraagadres(self) -> str | None:
        """Where a member asks for its kit on the web, if ``kit_aanvragen`` is an address."""
        return self.kit_aanvragen if self.kit_aanvragen and self.kit_aanvragen.startswith("https://") else None

    def published(self, today: date) -> tuple[Verhaal, ...]:
        """Return the stories that may be shown on the day ``today``, in their own order."""
        return tuple(verhaal for verhaal in self.verhalen if verhaal.toestemming and verhaal.toestemming <= today)


@dataclass(frozen=True, slots=True)
class GelezenBranche:
    """A layer as it was read: ``vereniging`` is None if there is nothing to make a campaign of.

    ``files`` are the absolute paths of all files that were read or are named.
    """

    vereniging: Vereniging | None
    tree: Mapping
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]


class _Organisatie(Model):
    model_config = ConfigDict(extra="ignore")

    huisstijl: Huisstijl = Field(default_factory=Huisstijl)


class _Laag(Model):
    """The part of a layer that a campaign uses."""

    model_config = ConfigDict(extra="ignore")

    branche: Branche
    organisatie: _Organisatie = Field(default_factory=_Organisatie)
    gecontroleerd_op: Datum | None = None


def read_branche(branche_file: Path, kits_root: Path) -> GelezenBranche:
    """Read a layer and the layers below it; never raises for what is in the files."""
    chain = _chain(branche_file.absolute(), kits_root)
    tree = _merged(chain)
    remarks = Remarks()
    laag, found = _validate(tree, remarks)
    if laag and not (laag.branche.contact or laag.branche.kit_aanvragen):
        found.append(_nowhere(tree))
        laag = None
    found += [item for read in chain for item in read.findings]
    files = dict.fromkeys((*(read.layer.path for read in chain), *remarks.files))
    return GelezenBranche(_vereniging(laag) if laag else None, tree, in_order(found), tuple(files))


def _chain(branche_file: Path, kits_root: Path) -> list[ReadFile]:
    """Read the layer and those below it; a ``basis`` that leads nowhere is for the members' kits to report."""
    chain = [read_source(branche_file, shown_name(branche_file, kits_root))]
    while len(chain) < _MAX_LAYERS and (basis := text_at(chain[-1].root, "basis")):
        path = _below(basis.mark, basis.text.strip())
        seen = {read.layer.path.resolve() for read in chain}
        if path is None or path in seen or not path.is_relative_to(kits_root.resolve()):
            break
        chain.append(read_source(path, shown_name(path, kits_root)))
    return chain


def _below(mark: Mark, text: str) -> Path | None:
    try:
        path = (mark.layer.folder / text).resolve()
        return path if path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _merged(chain: list[ReadFile]) -> Mapping:
    merged = chain[-1].root
    for read in reversed(chain[:-1]):
        laid = merge(merged, read.root)
        assert isinstance(laid, Mapping)  # noqa: S101  (both sides of every merge are mappings)
        merged = laid
    return merged


def _validate(tree: Mapping, remarks: Remarks) -> tuple[_Laag | None, list[Finding]]:
    if tree.get("branche") is None:
        advice = "Zet onder branche: een naam en een contact, dan komt er ook een campagne voor werkgevers."
        return None, [finding_at(tree.mark, ("branche",), "VK203", NO_BRANCHE, "Hier staat geen vereniging.", advice)]
    try:
        return _Laag.model_validate(to_plain(tree), context=remarks), []
    except ValidationError as problem:
        return None, findings_of(problem.errors(include_url=False, include_input=False), tree)


def _nowhere(tree: Mapping) -> Finding:
    entry = tree.entry("branche")
    mark = entry.mark if entry else tree.mark
    message = "Er is geen campagne gemaakt: een werkgever kan de vereniging niet bereiken."
    advice = "Vul onder branche: een contact in, bijvoorbeeld contact: {email: info@bouwbond.example}."
    return finding_at(mark, ("branche", "contact"), "VK204", NO_WAY, message, advice)


def _vereniging(laag: _Laag) -> Vereniging:
    branche, huisstijl = laag.branche, laag.organisatie.huisstijl
    return Vereniging(
        naam=branche.naam,
        contact=branche.contact,
        kit_aanvragen=branche.kit_aanvragen,
        huisstijl=huisstijl,
        logo=branche.logo or huisstijl.logo,
        gecontroleerd_op=laag.gecontroleerd_op,
        verhalen=branche.verhalen,
    )
