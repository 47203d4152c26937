"""Addresses that others read too: which ones are told by a word, and which are the advisor's own."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.mailboxes import FIELD_WORDS, ROLE_WORDS, is_named_after, role_word

SAMIRA = "Samira El Amrani"

#: The part of an address before the @, and the word in it that tells.
SHARED = [
    ("hr", "hr"),
    ("HR", "hr"),
    ("hrm", "hrm"),
    ("hr.delinge", "hr"),
    ("delinge-hr", "hr"),
    ("hr2", "hr"),
    ("hr1tiel", "hr"),
    ("team.hr", "team"),
    ("hr-team", "hr-team"),
    ("human.resources", "human.resources"),
    ("humanresources", "humanresources"),
    ("people-and-culture", "people-and-culture"),
    ("personeelszaken", "personeelszaken"),
    ("personeel", "personeel"),
    ("p-en-o", "p-en-o"),
    ("peno", "peno"),
    ("p&o", "p&o"),
    ("p-o", "p-o"),
    ("verzuim", "verzuim"),
    ("info", "info"),
    ("info-tiel", "info"),
    ("tiel_info", "info"),
    ("informatie", "informatie"),
    ("receptie2", "receptie"),
    ("reception", "reception"),
    ("balie", "balie"),
    ("directie", "directie"),
    ("directiesecretariaat", "directiesecretariaat"),
    ("bestuur", "bestuur"),
    ("bestuurssecretariaat", "bestuurssecretariaat"),
    ("bestuurs-secretariaat", "bestuurs-secretariaat"),
    ("raad-van-bestuur", "raad-van-bestuur"),
    ("rvt", "rvt"),
    ("management", "management"),
    ("mt", "mt"),
    ("office", "office"),
    ("back.office", "back.office"),
    ("admin", "admin"),
    ("administratie", "administratie"),
    ("secretariaat.noord", "secretariaat"),
    ("secretaris", "secretaris"),
    ("voorzitter", "voorzitter"),
    ("penningmeester", "penningmeester"),
    ("ambtelijk.secretaris", "ambtelijk.secretaris"),
    ("contact", "contact"),
    ("support", "support"),
    ("helpdesk", "helpdesk"),
    ("klantenservice", "klantenservice"),
    ("customer-service", "customer-service"),
    ("mail", "mail"),
    ("e-mail", "e-mail"),
    ("post", "post"),
    ("hello", "hello"),
    ("hallo", "hallo"),
    ("welkom", "welkom"),
    ("algemeen", "algemeen"),
    ("noreply", "noreply"),
    ("no-reply", "no-reply"),
    ("or", "or"),
    ("ondernemingsraad", "ondernemingsraad"),
    ("works.council", "works.council"),
    ("mr", "mr"),
    ("cliëntenraad", "cliëntenraad"),
    ("Clie\u0308ntenraad", "cliëntenraad"),
    ("clientenraad", "clientenraad"),
    ("klachten", "klachten"),
    ("klachtencommissie", "klachtencommissie"),
    ("complaints", "complaints"),
    ("integriteit", "integriteit"),
    ("integrity", "integrity"),
    ("compliance", "compliance"),
    ("meldpunt.integriteit", "meldpunt"),
    ("bedrijfsarts", "bedrijfsarts"),
    ("arbo", "arbo"),
    ("bedrijfsmaatschappelijk-werk", "bedrijfsmaatschappelijk-werk"),
    ("team", "team"),
    ("team.noord", "team"),
    ("zorg", "zorg"),
    ("zorg-tiel", "zorg"),
    ("school", "school"),
    ("vertrouwensteam", "vertrouwensteam"),
    ("vertrouwenspersonen", "vertrouwenspersonen"),
    ("vertrouwenspersonen.tiel", "vertrouwenspersonen"),
    ("confidential.advisors", "confidential.advisors"),
    ("vertrouwenspersoon.hr", "hr"),
    ("info.vertrouwenspersoon", "info"),
    ("vertrouwenspersoon-receptie", "receptie"),
    ("vp+directie", "directie"),
]

OWN = [
    ("vertrouwenspersoon", SAMIRA),
    ("vertrouwenspersoon.samira", SAMIRA),
    ("vertrouwenspersoon-tiel", SAMIRA),
    ("vertrouwenspersoon2", SAMIRA),
    ("vertrouwenspersoon.zorg", SAMIRA),
    ("vertrouwenspersoon.integriteit", SAMIRA),
    ("vertrouwens-persoon.studenten", SAMIRA),
    ("vertrouwenscontactpersoon.jeugd", SAMIRA),
    ("confidential.advisor", SAMIRA),
    ("vp", SAMIRA),
    ("vp.zorg", SAMIRA),
    ("vcp", SAMIRA),
    ("samira", SAMIRA),
    ("samira.hr", SAMIRA),
    ("samira+info", SAMIRA),
    ("s.elamrani", SAMIRA),
    ("s.el-amrani", SAMIRA),
    ("hr.elamrani", SAMIRA),
    ("hr-amrani", SAMIRA),
    ("info.amranisamira", SAMIRA),
    ("hrdelinge", SAMIRA),
    ("horizon", SAMIRA),
    ("posthumus", SAMIRA),
    ("o.r", SAMIRA),
    ("06-12345678", SAMIRA),
    ("", SAMIRA),
    ("hanneke", "Hanneke Wiersma"),
    ("hr.devries", "H.R. de Vries"),
    ("hrdevries", "H.R. de Vries"),
    ("h.r.devries", "H.R. de Vries"),
    ("hr.de.vries", "Vries, H.R. de"),
    ("hrvries.info", "mr. H.R. de Vries"),
    ("info.jansen", "Piet Jansen"),
    ("info.pjansen", "Piet Jansen"),
    ("info.jansenp", "Piet Jansen"),
    ("info.pietjansen", "Piet Jansen"),
    ("m.post", "Marieke Post"),
    ("post", "Marieke Post"),
    ("bestuur.piet", "Piet Bestuur"),
    ("raad.hr", "Anna de Raad"),
    ("office.wojcik", "Agnieszka Wójcik"),
    ("office.wójcik", "Agnieszka Wojcik"),
    ("contact-janwillem", "Jan-Willem Kok"),
    ("contact.jan.willem", "Jan-Willem Kok"),
    ("contact.jwkok", "Jan-Willem Kok"),
    ("contact.j.w.van.den.berg", "J.W. van den Berg"),
    ("contact.vandenberg", "J.W. van den Berg"),
    ("info.boer", "Anna de Boer-Jansen"),
    ("info.deboerjansen", "Anna de Boer-Jansen"),
    ("info.boerjansen", "Anna de Boer-Jansen"),
    ("info.jkok", "Jan-Willem Kok"),
    ("info.hans", "J.H. (Hans) Prins"),
    ("l.eden", "Lies Eden"),
]

#: The advisor's name is not what these hold.
NOT_HERS = [
    ("hr", "H.R. de Vries", "hr"),
    ("hr", "Hanna Ruiter", "hr"),
    ("info.de", "Anna de Boer", "info"),
    ("info.van", "Anna van Dam", "info"),
    ("mr", "mr. Anna de Boer", "mr"),
    ("m.post", "Anna de Boer", "post"),
    ("directie.piet", "Anna de Boer", "directie"),
    ("info.a", "Anna de Boer", "info"),
    ("info.o", "Min-ji O", "info"),
    ("info", "", "info"),
    ("team", "Team HR", "team"),
    ("personeelszaken", "Geertje van Dam, personeelszaken", "personeelszaken"),
]


@pytest.mark.parametrize(("mailbox", "word"), SHARED, ids=[mailbox for mailbox, _ in SHARED])
def test_word_betrays_a_shared_mailbox(mailbox: str, word: str) -> None:
    assert role_word(f"{mailbox}@delinge.example", SAMIRA) == word


@pytest.mark.parametrize(("mailbox", "naam"), OWN, ids=[f"{mailbox} of {naam}" for mailbox, naam in OWN])
def test_own_address_is_left_alone(mailbox: str, naam: str) -> None:
    assert role_word(f"{mailbox}@delinge.example", naam) is None


@pytest.mark.parametrize(("mailbox", "naam", "word"), NOT_HERS, ids=[f"{case[0]} of {case[1]}" for case in NOT_HERS])
def test_role_stays_a_role_where_only_a_bit_of_the_name_agrees(mailbox: str, naam: str, word: str) -> None:
    assert role_word(f"{mailbox}@delinge.example", naam) == word


@pytest.mark.parametrize("domain", ["hr.example", "info.example", "xn--bcher-kva.example", "bücher.example", ""])
def test_only_the_part_before_the_at_sign_counts(domain: str) -> None:
    assert role_word(f"samira@{domain}", "Anna de Boer") is None
    assert role_word(f"hr@{domain}", "Anna de Boer") == "hr"


def test_lists_hold_each_word_once_in_the_form_that_is_looked_up() -> None:
    assert not ROLE_WORDS & FIELD_WORDS
    assert all(re.fullmatch(r"[a-z]+|p[&-]o", word) for word in ROLE_WORDS | FIELD_WORDS)
    assert not {"vertrouwenspersoon", "vertrouwenscontactpersoon", "vp", "vcp"} & (ROLE_WORDS | FIELD_WORDS)


@given(st.sampled_from(sorted(ROLE_WORDS | FIELD_WORDS)), st.sampled_from(["", ".tiel", "-tiel", "2", "_noord", "+a"]))
def test_every_word_of_the_lists_tells_alone_and_with_a_place(word: str, place: str) -> None:
    assert (role_word(f"{word}{place}@delinge.example", SAMIRA) or "").startswith(word)


@given(st.sampled_from(sorted(ROLE_WORDS)), st.sampled_from([".", "-", "_", "+"]))
def test_every_word_is_hers_with_her_name_and_not_with_another(word: str, sign: str) -> None:
    assert role_word(f"{word}{sign}elamrani@delinge.example", SAMIRA) is None
    assert role_word(f"{word}{sign}elamrani@delinge.example", "Hanneke Wiersma") == word


@given(st.sampled_from(sorted(FIELD_WORDS)))
def test_what_she_is_advisor_for_does_not_make_her_mailbox_shared(word: str) -> None:
    assert role_word(f"vertrouwenspersoon.{word}@delinge.example", SAMIRA) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gives_none_or_a_word_of_the_address(email: str, naam: str) -> None:
    word = role_word(email, naam)
    assert word is None or (word != "" and word in unicodedata.normalize("NFC", email.lower()))


@given(st.lists(st.sampled_from(["hr", "info", "vp", "p", "en", "o", "samira", "raad", "van", "bestuur", "é", "2"])))
def test_any_row_of_words_gives_none_or_a_word_of_the_lists(words: list[str]) -> None:
    word = role_word(".".join(words), SAMIRA)
    assert word in {None, "hr", "info", "p.en.o", "bestuur", "raad.van.bestuur"}
    assert word is None or "samira" not in words


@pytest.mark.parametrize(
    ("email", "naam"),
    [
        ("s.rector@u.example", "Dr. Saskia Rector"),
        ("e.team@x.example", "Els Team"),
        ("p.decaan@x.example", "Piet Decaan"),
    ],
)
def test_a_surname_may_be_a_word_for_a_role(email: str, naam: str) -> None:
    assert role_word(email, naam) is None


@pytest.mark.parametrize(
    ("email", "naam", "own"),
    [
        ("info@joostverhage.example", "Joost Verhage", True),
        ("contact@praktijk-verhage.example", "Joost Verhage", True),
        ("info@vandenberg-advies.example", "Anna van den Berg", True),
        ("info@hansarts.example", "Hans Arts", True),
        ("info@bureau-opendeur.example", "Prem Ramdin", False),
        ("info@delinge.example", "Anna de Li", False),
    ],
)
def test_a_practice_may_carry_the_surname_of_the_advisor(email: str, naam: str, own: bool) -> None:
    assert is_named_after(email, naam) == own
