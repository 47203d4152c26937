"""An old sheet can be told: every page says whose it is, when it was checked and of which version."""

from __future__ import annotations

from pathlib import Path

from generator.printing.layout.elements import Page
from generator.printing.render import lay_out
from tests.builders import een_kit
from tests.printing.boxes import texts
from tests.printing.kits import VERSIE, Gedrukt, gedrukt

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def checked(kit: Gedrukt) -> str:
    day = kit.source.kit.gecontroleerd_op
    if day is None:
        return "Datum van controle: niet ingevuld"
    return f"Gecontroleerd op {day.day} {MONTHS[day.month - 1]} {day.year}"


def small_print(page: Page, naam: str) -> list[str]:
    """Return the texts of a page that name the organisation and a version."""
    return [text.text for _, text in texts(page) if naam in text.text and "Versie" in text.text]


def test_one_line_on_every_page_says_whose_it_is_when_it_was_checked_and_the_version(kit: Gedrukt) -> None:
    naam = kit.source.kit.organisatie.naam
    for where, _, page in kit.pages():
        assert any(line.startswith(f"{naam} · {checked(kit)} · Versie {VERSIE}") for line in small_print(page, naam)), (
            where
        )


def test_it_is_read_aloud_too(voorbeeld: Gedrukt) -> None:
    wanted = f"{voorbeeld.source.kit.organisatie.naam} · {checked(voorbeeld)} · Versie {VERSIE}"
    for file, pdf in voorbeeld.read.items():
        assert pdf.structure.text.count(wanted) == len(pdf.reader.pages), file


def test_a_kit_that_nobody_checked_says_so(tmp_path: Path) -> None:
    source = gedrukt(een_kit(tmp_path, gecontroleerd_op=None), tmp_path).source
    for item in lay_out(source):
        for page in item.made.document.pages:
            said = " ".join(text.text for _, text in texts(page))
            assert "Datum van controle: niet ingevuld" in said, item.made.bestand
            assert "Gecontroleerd op" not in said, item.made.bestand


def test_another_day_and_another_version_are_on_every_page(tmp_path: Path) -> None:
    kit = gedrukt(een_kit(tmp_path, gecontroleerd_op="2026-03-01"), tmp_path)
    for where, _, page in kit.pages():
        wanted = f"Bakkerij Van Dam · Gecontroleerd op 1 maart 2026 · Versie {VERSIE}"
        assert any(line.startswith(wanted) for line in small_print(page, "Bakkerij Van Dam")), where
