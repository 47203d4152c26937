"""Which second roles and jobs clash with being an advisor, as people write them."""

from __future__ import annotations

import pytest

from generator.rules.roles import CLASHING, MANAGING, MEDICAL, Body, clarity_of, is_role_of


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
        ("mr", "de ondernemingsraad"), ("gmr-lid", "de ondernemingsraad"), ("pvt", "de ondernemingsraad"),
        ("works-council", "de ondernemingsraad"), ("board-member", "de directie"), ("dga", "de directie"),
        ("schoolleider", "de directie"), ("hr-assistent", "HR"), ("recruiter", "HR"),
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
        ("HR-adviseur", "HR"), ("medewerker HR", "HR"), ("Personeelszaken", "HR"), ("P&O", "HR"), ("HR", "HR"),
        ("adviseur Personeel & Organisatie", "HR"), ("personeelsfunctionaris", "HR"), ("Human Resources", "HR"),
        ("assistent HR", "HR"), ("HR-assistent", "HR"), ("ondersteuner HR", "HR"), ("hr business partner", "HR"),
        ("HR-adviseur (ex-verpleegkundige)", "HR"), ("senior HR-adviseur", "HR"), ("People & Culture", "HR"),
        ("algemeen directeur", "de directie"), ("Directeur", "de directie"), ("adjunct-directeur", "de directie"),
        ("financieel directeur", "de directie"), ("lid van de raad van bestuur", "de directie"),
        ("technisch directeur", "de directie"), ("managing director", "de directie"), ("DGA", "de directie"),
        ("Chief Executive Officer", "de directie"), ("plaatsvervangend directeur", "de directie"),
        ("lid van het managementteam", "de directie"), ("lid dagelijks bestuur", "de directie"),
        ("mede-eigenaar", "de directie"), ("CEO", "de directie"), ("rector", "de directie"),
        ("lid van de ondernemingsraad", "de ondernemingsraad"), ("OR-lid", "de ondernemingsraad"),
        ("lid MR", "de ondernemingsraad"),
    ],
)  # fmt: skip
def test_a_job_that_is_nothing_else(text: str, naam: str) -> None:
    assert [body.naam for body in CLASHING if clarity_of(body, text) == "sure"] == [naam]


@pytest.mark.parametrize(
    ("text", "naam"),
    [
        ("ontwikkelaar van HR-software", "HR"), ("HR-systeembeheerder", "HR"), ("docent HRM", "HR"),
        ("HR-adviseur en ambtelijk secretaris", "HR"), ("accountmanager HR-diensten", "HR"),
        ("locatiedirecteur", "de directie"), ("Directie", "de directie"), ("Bestuur en staf", "de directie"),
    ],
)  # fmt: skip
def test_a_job_that_may_be_something_else_is_for_somebody_to_look_at(text: str, naam: str) -> None:
    assert [(body.naam, clarity_of(body, text)) for body in CLASHING if clarity_of(body, text)] == [(naam, "possible")]


@pytest.mark.parametrize(
    "text",
    [
        "directiesecretaris", "assistent van de directeur", "chauffeur van de directeur", "oud HR-manager",
        "ambtelijk secretaris ondernemingsraad", "Directiesecretariaat", "inkoper", "marketing", "personeelskantine",
        "kwaliteitsmedewerker", "bestuurder heftruck", "product-eigenaar", "eigenaar van het proces",
        "voormalig directeur", "Bestuur en beleid", "medewerker archief",
    ],
)  # fmt: skip
def test_a_job_that_has_nothing_to_do_with_it(text: str) -> None:
    assert [body.naam for body in CLASHING if clarity_of(body, text)] == []


@pytest.mark.parametrize(
    ("text", "naam"),
    [
        ("bedrijfsarts", "bedrijfsarts"), ("arbo-arts", "bedrijfsarts"), ("BMW'er", "bedrijfsmaatschappelijk werker"),
        ("bedrijfsmaatschappelijk werker", "bedrijfsmaatschappelijk werker"),
        ("maatschappelijk werker", None), ("assistent bedrijfsarts", None),
    ],
)  # fmt: skip
def test_a_doctor_or_a_social_worker(text: str, naam: str | None) -> None:
    assert bodies([body for body in MEDICAL if clarity_of(body, text) == "sure"]) == naam


@pytest.mark.parametrize(
    "text",
    [
        "teamleider", "Hoofd inkoop", "afdelingshoofd", "ploegleider nacht", "filiaalmanager", "manager",
        "Manager inkoop", "zorgmanager", "regiomanager", "supervisor", "team lead", "hoofdverpleegkundige",
        "magazijnchef", "uitvoerder",
    ],
)  # fmt: skip
def test_a_job_that_manages_people(text: str) -> None:
    assert clarity_of(MANAGING, text) == "sure"


@pytest.mark.parametrize(
    "text", ["projectmanager", "accountmanager", "medewerker hoofdkantoor", "assistent teamleider", "geen teamleider"]
)
def test_a_job_that_does_not(text: str) -> None:
    assert clarity_of(MANAGING, text) is None
