"""Which second roles and jobs clash with being an advisor, as people write them."""

from __future__ import annotations

import pytest

from generator.rules.roles import CLASHING, MANAGING, MEDICAL, Body, is_job_of, is_role_of


def bodies(found: list[Body]) -> str | None:
    return found[0].naam if found else None


@pytest.mark.parametrize(
    ("rol", "naam"),
    [
        ("hr", "HR"), ("hrm", "HR"), ("hr-adviseur", "HR"), ("p-en-o", "HR"), ("personeelszaken", "HR"),
        ("ondernemingsraad", "de ondernemingsraad"), ("or", "de ondernemingsraad"), ("or-lid", "de ondernemingsraad"),
        ("lid-ondernemingsraad", "de ondernemingsraad"), ("medezeggenschapsraad", "de ondernemingsraad"),
        ("directie", "de directie"), ("directeur", "de directie"), ("lid-mt", "de directie"),
        ("raad-van-bestuur", "de directie"), ("bestuurslid", "de directie"), ("mede-eigenaar", "de directie"),
        ("klachtencommissie", "de klachtencommissie"), ("voorzitter-klachtencommissie", "de klachtencommissie"),
        ("directie-assistent", None), ("ambtelijk-secretaris-or", None), ("oud-directeur", None),
        ("preventiemedewerker", None), ("bhv", None), ("leidinggevende", None), ("orde-dienst", None),
        ("bedrijfsarts", None), ("coordinator", None),
    ],
)  # fmt: skip
def test_a_second_role(rol: str, naam: str | None) -> None:
    assert bodies([body for body in CLASHING if is_role_of(body, rol)]) == naam


@pytest.mark.parametrize(
    ("text", "naam"),
    [
        ("HR-adviseur", "HR"), ("medewerker HR", "HR"), ("Personeelszaken", "HR"), ("P&O", "HR"),
        ("adviseur Personeel & Organisatie", "HR"), ("personeelsfunctionaris", "HR"), ("Human Resources", "HR"),
        ("algemeen directeur", "de directie"), ("Directeur", "de directie"), ("adjunct-directeur", "de directie"),
        ("financieel directeur", "de directie"), ("lid van de raad van bestuur", "de directie"),
        ("mede-eigenaar", "de directie"), ("CEO", "de directie"),
        ("lid van de ondernemingsraad", "de ondernemingsraad"), ("OR-lid", "de ondernemingsraad"),
        ("assistent HR", None), ("directiesecretaris", None), ("assistent van de directeur", None),
        ("chauffeur van de directeur", None), ("oud HR-manager", None), ("ambtelijk secretaris ondernemingsraad", None),
        ("Directiesecretariaat", None), ("inkoper", None), ("marketing", None), ("personeelskantine", None),
        ("kwaliteitsmedewerker", None), ("Bestuur en beleid", None), ("medewerker directie en bestuur", None),
    ],
)  # fmt: skip
def test_an_ordinary_job(text: str, naam: str | None) -> None:
    assert bodies([body for body in CLASHING if is_job_of(body, text)]) == naam


@pytest.mark.parametrize(
    ("text", "naam"),
    [
        ("bedrijfsarts", "bedrijfsarts"), ("bedrijfsmaatschappelijk werker", "bedrijfsmaatschappelijk werker"),
        ("maatschappelijk werker", None), ("assistent bedrijfsarts", None),
    ],
)  # fmt: skip
def test_a_doctor_or_a_social_worker(text: str, naam: str | None) -> None:
    assert bodies([body for body in MEDICAL if is_job_of(body, text)]) == naam


@pytest.mark.parametrize(
    "text", ["teamleider", "Hoofd inkoop", "afdelingshoofd", "ploegleider nacht", "filiaalmanager"]
)
def test_a_job_that_manages_people(text: str) -> None:
    assert is_job_of(MANAGING, text)


@pytest.mark.parametrize(
    "text", ["projectmanager", "accountmanager", "medewerker hoofdkantoor", "assistent teamleider"]
)
def test_a_job_that_does_not(text: str) -> None:
    assert not is_job_of(MANAGING, text)
