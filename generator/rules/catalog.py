"""All rules, in the order of their codes; what is listed here is what is judged, explained and documented."""

from __future__ import annotations

from typing import Final

from generator.rules import bodies, channels, choice, documents, independence, privacy, routes, texts, upkeep
from generator.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    independence.other_role,
    independence.in_committee,
    independence.manages,
    choice.both_kinds,
    choice.outsider_in_a_small_organisation,
    independence.doctor_or_social_worker,
    choice.replacement,
    channels.role_mailbox,
    channels.shared_between_advisors,
    channels.address_of_another,
    channels.ways_to_reach,
    privacy.photo_without_consent,
    privacy.consent_in_the_future,
    privacy.detail_in_free_text,
    bodies.reporting_procedure,
    bodies.complaints_committee,
    routes.out_of_scope,
    routes.danger_first,
    routes.own_situation_with_danger,
    upkeep.checked_lately,
    upkeep.secure_address,
    upkeep.address_behind_a_code,
    texts.unsafe_claim,
    upkeep.colours_that_read,
    choice.choice_of_person,
    documents.document_that_does_not_belong,
    texts.form_of_address,
    texts.label_on_people,
    texts.link_that_is_dropped,
    routes.national_contact_of_its_own,
    documents.maker_in_a_document,
    documents.document_that_does_more,
    documents.photo_that_tells,
)

BY_CODE: Final[dict[str, Rule]] = {rule.code: rule for rule in RULES}
