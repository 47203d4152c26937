"""The few questions of ``vertrouwenskit new``: each is asked again until the answer fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.cli import answers
from generator.cli.answers import Refused
from generator.starter import StarterAdvisor

_Answer = TypeVar("_Answer")

#: Shows a question and returns the line that is typed; raises ``EOFError`` when there is no more.
Ask = Callable[[str], str]
#: Shows why an answer does not fit.
Tell = Callable[[str], None]


class Interview:
    """Asks in a terminal; ``ask`` and ``tell`` are where the words go, so that a test can be the other side."""

    def __init__(self, ask: Ask, tell: Tell) -> None:
        self._ask = ask
        self._tell = tell

    def organisation(self, example: str) -> str:
        """Return the organisation's name; an empty answer takes the example."""
        return self._until_fits("Hoe heet de organisatie?", answers.read_name, example)

    def head_count(self) -> int:
        """Return how many people work there."""
        return self._until_fits("Hoeveel mensen werken er (het aantal, niet de fte)?", answers.read_count)

    def form(self) -> answers.Form:
        """Return how the site speaks to its reader."""
        return self._until_fits("Spreekt de site de lezer aan met je of u?", answers.read_form, "je")

    def agrees(self, question: str) -> bool:
        """Return whether the answer is yes; an empty answer is no."""
        return self._until_fits(question, answers.read_yes, "nee")

    def advisors(self) -> tuple[StarterAdvisor, ...]:
        """Return one advisor or more."""
        found: tuple[StarterAdvisor, ...] = ()
        while not found or self.agrees("Is er nog een vertrouwenspersoon (ja of nee)?"):
            try:
                found = answers.with_advisor(found, self._advisor())
            except Refused as refused:
                self._tell(str(refused))
        return found

    def _advisor(self) -> StarterAdvisor:
        naam = self._until_fits("Hoe heet de vertrouwenspersoon?", answers.read_name)
        soort = self._until_fits(f"Werkt {naam} bij de organisatie (intern) of daarbuiten (extern)?", answers.read_kind)
        while True:
            telefoon = self._until_fits(f"Telefoonnummer van {naam} (leeg: geen)?", answers.read_phone)
            email = self._until_fits(f"E-mailadres van {naam} (leeg: geen)?", answers.read_email)
            try:
                return answers.advisor(naam, soort, telefoon, email)
            except Refused as refused:
                self._tell(str(refused))

    def _until_fits(self, question: str, read: Callable[[str], _Answer], default: str = "") -> _Answer:
        shown = f"{question} [{default}] " if default else f"{question} "
        while True:
            try:
                return read(self._ask(shown).strip() or default)
            except Refused as refused:
                self._tell(str(refused))
