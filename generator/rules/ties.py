"""What ties an advisor to another body: a second role, an ordinary job, or the same name among the other contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.nodes import KeyPath
from generator.kit.text import enumerate_words, shorten
from generator.rules.persons import Certainty, same_person
from generator.rules.roles import Body, clarity_of, is_role_of
from generator.rules.rule import Case

#: A surname alone: worth a look, but many people are called De Jong.
UNSURE: Final[Certainty] = "mogelijk"
OTHER_PERSON: Final = "Is het iemand anders? Schrijf dan op beide plekken de hele voornaam en alle voorletters."
_OTHER_JOB: Final = "Klopt dat niet? Schrijf het werk dan duidelijker op."
_OPTIONS: Final = ("kies een andere vertrouwenspersoon", "laat deze persoon de andere rol neerleggen")


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie: where it stands, to which body, how a message says it, and whether there is doubt."""

    place: KeyPath
    body: Body
    how: str = ""
    sure: bool = True
    way_out: str = ""

    @property
    def advice(self) -> str:
        """What to do about it; if a name or a job was read, also what to do if it was read wrongly."""
        return f"{enumerate_words(_OPTIONS).capitalize()}. {self.way_out}".rstrip()


def ties(case: Case, path: KeyPath, persoon: Vertrouwenspersoon, bodies: tuple[Body, ...]) -> list[Tie]:
    """Return the tie of an advisor to each of the bodies that there is one to, the surest first."""
    found = [*_roles(path, persoon, bodies), *_jobs(path, persoon, bodies), *_contacts(case, persoon, bodies)]
    by_body: dict[str, Tie] = {}
    for tie in sorted(found, key=lambda tie: not tie.sure):
        by_body.setdefault(tie.body.naam, tie)
    return list(by_body.values())


def _roles(path: KeyPath, persoon: Vertrouwenspersoon, bodies: tuple[Body, ...]) -> Iterator[Tie]:
    for index, rol in enumerate(persoon.andere_rollen):
        for body in bodies:
            if is_role_of(body, rol):
                yield Tie((*path, "andere_rollen", index), body)


def _jobs(path: KeyPath, persoon: Vertrouwenspersoon, bodies: tuple[Body, ...]) -> Iterator[Tie]:
    """Read the job and the department of a colleague; an advisor from outside has these elsewhere."""
    if persoon.soort == "extern":
        return
    for key, text in (("functie", persoon.functie), ("afdeling", persoon.afdeling)):
        for body in bodies:
            clarity = clarity_of(body, text) if text else None
            if text and clarity:
                how = f" (bij {key} staat '{shorten(text)}')"
                yield Tie((*path, key), body, how, clarity == "sure", _OTHER_JOB)


def _contacts(case: Case, persoon: Vertrouwenspersoon, bodies: tuple[Body, ...]) -> Iterator[Tie]:
    for key, contact in case.kit.contacten.items():
        for body in bodies:
            certainty = same_person(persoon.naam, contact.naam) if is_role_of(body, key) else None
            if certainty:
                how = f" ('{shorten(contact.naam)}' bij contacten.{key} is {certainty} dezelfde persoon)"
                yield Tie(("contacten", key, "naam"), body, how, certainty != UNSURE, OTHER_PERSON)
