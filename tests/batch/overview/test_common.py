from __future__ import annotations

from generator.batch.member import Member
from generator.batch.overview.common import its_shared, key_of, own_findings, reasons, shared_findings
from generator.errors import Answer
from tests.batch.overview.members import LAYER, een_bevinding, een_lid, gedeeld


def test_the_same_finding_in_a_shared_layer_is_told_once() -> None:
    own = een_bevinding("kits/bouw/b/kit.yml")
    members = [een_lid("a", findings=(gedeeld(),)), een_lid("b", findings=(own, gedeeld()))]
    (shared,) = shared_findings(members).values()
    assert (shared.finding, shared.members) == (gedeeld(), 2)
    assert own_findings(members[1], shared_findings(members)) == [own]
    assert its_shared(members[1], shared_findings(members)) == [shared]


def test_a_finding_in_a_layer_of_one_member_stays_with_it() -> None:
    member = een_lid("a", findings=(gedeeld(),))
    assert shared_findings([member, een_lid("b")]) == {}
    assert own_findings(member, {}) == [gedeeld()]


def test_a_finding_twice_in_one_member_is_not_shared() -> None:
    assert shared_findings([een_lid("a", findings=(gedeeld(), gedeeld()))]) == {}


def test_what_differs_in_place_or_words_is_not_the_same() -> None:
    members = [een_lid(str(line), findings=(gedeeld(line=line),)) for line in (1, 2)]
    members += [een_lid(text, findings=(gedeeld(message=text),)) for text in ("x", "y")]
    assert shared_findings(members) == {}


def test_an_answer_is_told_with_the_member_that_gives_it() -> None:
    answered = gedeeld(answer=Answer("Bij ons klopt dit."))
    members = [
        een_lid("a", findings=(answered,)),
        een_lid("b", findings=(gedeeld(),)),
        een_lid("c", findings=(gedeeld(),)),
    ]
    shared = shared_findings(members)
    assert shared[key_of(gedeeld())].members == 2
    assert own_findings(members[0], shared) == [answered]
    assert its_shared(members[0], shared) == []


def test_the_most_serious_and_most_common_come_first() -> None:
    rare = gedeeld(message="zeldzaam")
    common = gedeeld(message="vaak")
    serious = gedeeld(message="ernstig", level="error")
    members = [een_lid(name, findings=(rare, common, serious)) for name in "ab"] + [een_lid("c", findings=(common,))]
    assert [item.finding for item in shared_findings(members).values()] == [serious, common, rare]


def test_reasons_count_members_and_not_findings() -> None:
    twice = (een_bevinding(), een_bevinding(line=99), een_bevinding(code="VK105", level="notice"))
    (reason,) = reasons(
        [een_lid("a", findings=twice), een_lid("b", findings=twice)], {"VK031": "één goed adres ontbreekt"}
    )
    assert (reason.title, reason.kind, reason.members, reason.search) == (
        "Eén goed adres ontbreekt",
        "fout",
        2,
        "VK031",
    )


def test_what_went_wrong_in_the_program_is_the_first_reason() -> None:
    members: list[Member] = [
        een_lid("a", findings=(een_bevinding(),)),
        een_lid("b", state="failed", reason="Schijf vol."),
    ]
    assert [(reason.kind, reason.title) for reason in reasons(members, {})] == [
        ("mislukt", "Schijf vol."),
        ("fout", "Het e-mailadres 'fatima@' klopt niet."),
    ]


def test_an_answered_finding_is_no_reason() -> None:
    answered = een_bevinding(LAYER, answer=Answer("Zo is het goed."))
    assert reasons([een_lid(findings=(answered,))], {}) == ()
