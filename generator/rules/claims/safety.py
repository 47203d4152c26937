"""How people write that nobody can lose a job over it, or that nobody will know who it was."""

from __future__ import annotations

from typing import Final

from generator.rules.claims.pattern import PERCENT, Pattern, asked, denying, firm, gap, soft

_JOB: Final = r"(?:baan|contract|positie|dienstverband|aanstelling|loopbaan|carriere|toekomst hier|functie|werk)"
_YOUR: Final = r"(?:je|jouw|uw|jullie|iemands)"
_EFFECT: Final = r"(?:gevolg(?:en)?|invloed|effect|impact|risico'?s?|nadel\w+)"
DISMISSAL: Final[tuple[Pattern, ...]] = (
    denying(
        rf"\b(?:je|jij|u|jullie|iemand|ze|zij|wie meldt|melders?|wie \w+) {gap(7)}(?:nooit|niet|nimmer) "
        rf"{gap(6)}(?:ontslagen|ontslaan|weggestuurd|op straat gezet|de laan uit|eruit gegooid|eruit gezet)\b"
    ),
    denying(
        r"\b(?:kan|kun|kunt|mag|mogen|word|wordt|zult|zul|zal|raak|raakt) (?:je|jij|u|iemand|hij|zij) "
        rf"{gap(6)}(?:nooit|niet) {gap(6)}(?:ontslagen|ontslaan|weggestuurd|ontslag)\b"
    ),
    denying(
        rf"\b(?:niemand|geen (?:enkele )?(?:baas|werkgever|leidinggevende)) {gap(5)}(?:ontsla\w*|wegsturen|op "
        r"straat zetten|weggestuurd)\b"
    ),
    denying(
        rf"\b(?:ontslaan|ontslagen worden) {gap(4)}(?:mag|mogen|kan|kunnen|is) {gap(4)}(?:niet|nooit|verboden|"
        r"onmogelijk|uitgesloten)\b"
    ),
    denying(
        rf"\b(?:geen|nooit|niet) {gap(4)}(?:een reden (?:voor|tot) ontslag|reden (?:voor|tot) ontslag|ontslag "
        r"(?:op|volgen|krijgen|riskeren|tot gevolg)|tot ontslag|voor ontslag|ontslag (?:volgt|opleveren))\b"
    ),
    denying(rf"\b(?:krijg|krijgt|riskeer|riskeert|volgt|staat) {gap(5)}(?:geen|nooit) {gap(2)}ontslag\b"),
    asked(r"^(?:ontslagen|ontslag|op straat|(?:mijn|je|uw) baan)\b"),
    denying(
        rf"\bontslag {gap(6)}(?:is|zijn) (?:\w+ )?(?:verboden|uitgesloten|onmogelijk|niet toegestaan|niet "
        r"mogelijk)\b"
    ),
    asked(
        rf"^(?:kan|kun|kunnen|mag|mogen|word|wordt|raak|raakt|kost|loop|heeft|hebben) {gap(9)}(?:ontslagen|"
        rf"ontslaan|ontslag|gevolgen {gap(2)}voor {gap(2)}{_JOB}|baan {gap(3)}kwijt\w*|baan {gap(2)}verliezen|mijn "
        r"baan|risico)"
    ),
    firm(r"\bontslag ?bescherming\b|\bontslag ?verbod\b"),
    firm(rf"\b(?:bescherm\w*|gevrijwaard|beschermd|veilig|gedekt) {gap(3)}(?:tegen|van|voor) {gap(2)}ontslag\b"),
    firm(r"\btegen (?:\w+ )?ontslag (?:\w+ ){0,2}(?:bescherm\w*|beschermd|gedekt)"),
    firm(
        rf"\b{_YOUR} (?:vaste )?{_JOB} (?:is|blijft|zijn) {gap(5)}(?:veilig|gegarandeerd|zeker|beschermd|verzekerd|"
        r"gewaarborgd|behouden)\b(?! (?:genoeg|werk|en gezond))",
        unless=r"\b(?:functie|werk) (?:is|blijft) (?:\w+ ){0,3}veilig",
    ),
    firm(
        rf"\b(?:hou|houd|houdt|behoud|behoudt) (?:je|jij|u|dus|altijd|gewoon|sowieso)? ?{gap(3)}{_YOUR} (?:baan|"
        r"contract|aanstelling|dienstverband|positie)\b"
    ),
    denying(
        rf"\b{_YOUR} {_JOB} {gap(5)}(?:niet|nooit|geen) {gap(4)}(?:gevaar|kwijt|verlie\w+|op het spel|risico|op de "
        r"tocht)\b"
    ),
    denying(
        rf"\b(?:niet|nooit) {gap(3)}{_YOUR} (?:baan|contract|positie|aanstelling) {gap(3)}(?:kwijt\w*|verlie\w+)|"
        rf"\b(?:verlie\w+|kost|raak|raakt) {gap(4)}(?:nooit|niet) {gap(2)}{_YOUR} (?:baan|contract|kop|positie)\b|"
        rf"\b(?:verlie\w+|kost|raak|raakt) {gap(4)}{_YOUR} (?:baan|contract|kop|positie) {gap(2)}(?:nooit|niet)\b"
    ),
    denying(
        r"\b(?:bedrijf|werkgever|baas|organisatie|directie|leidinggevende|chef|men|wij|we|ze) (?:mag|mogen|kan|"
        rf"kunnen|zal|zullen) {gap(6)}(?:niet|nooit) {gap(4)}(?:ontsla\w*|wegsturen)\b"
    ),
    denying(
        rf"\b(?:nooit|geen|zonder) {gap(4)}{_EFFECT} {gap(2)}(?:voor|op) {gap(3)}(?:{_JOB}|beoordeling|promotie)\b"
    ),
    denying(
        rf"\b{_EFFECT} {gap(2)}(?:voor|op) {gap(3)}(?:{_JOB}|beoordeling|promotie) {gap(4)}(?:geen|nooit|niet|"
        r"uitgesloten|zijn er niet)\b"
    ),
    denying(
        rf"\b(?:melding\w*|melden|meldt|klacht|klagen|praten|gesprek) {gap(5)}(?:nooit|geen) {gap(2)}(?:nadelige |"
        r"negatieve |vervelende |nare )gevolgen\b"
    ),
    denying(
        rf"\b(?:melding\w*|melden|meldt|klacht|klagen) {gap(5)}(?:nooit|geen) {gap(2)}gevolgen {gap(1)}voor (?:je|"
        r"jou|u|de melder|wie|jezelf|uzelf|degene)\b"
    ),
    denying(
        rf"\b(?:je|jij|u|jullie|wie \w+) (?:loopt|loop|lopen|hebt|heeft) {gap(4)}geen (?:enkel |enkele )?risico\b|"
        rf"\bloop(?:t)? (?:je|u) {gap(3)}geen (?:enkel )?risico\b"
    ),
    denying(
        r"\b(?:zonder|geen) (?:enig |enkel |ook maar enig |een enkel )risico\b|\brisicoloos\b|\bzonder "
        r"risico'?s?\b",
        near=r"meld|prat|praat|klacht|klag|baan|gesprek|bespre|vertel|verhaal",
    ),
    denying(
        rf"\bkan (?:je|jou|u) {gap(4)}(?:niets|niks) {gap(2)}(?:gebeuren|overkomen|maken|doen)\b|\b(?:je|u|jou) "
        rf"kan {gap(4)}(?:niets|niks) {gap(2)}(?:gebeuren|overkomen)\b|\b(?:kan|kunnen) (?:\w+ )?(?:je|jou|u) "
        rf"{gap(3)}(?:niets|niks) maken\b|\bniemand kan (?:je|jou|u) (?:\w+ ){{0,3}}(?:iets|wat) (?:maken|doen|"
        r"aandoen)\b"
    ),
    firm(
        rf"\b(?:je|jij|u) (?:bent|wordt|word) (?:\w+ )?(?:volledig|altijd|helemaal|{PERCENT}|absoluut|gegarandeerd|"
        r"volkomen) (?:en wettelijk |wettelijk )?beschermd\b"
    ),
    denying(rf"\bniemand (?:verliest|raakt) {gap(3)}(?:baan|werk|contract|positie)\b"),
    denying(rf"\b(?:zet|staat) {gap(4)}(?:baan|contract|positie) {gap(2)}(?:nooit|niet) op het spel\b"),
    denying(
        rf"\b(?:niet bang|geen angst|geen zorgen|niet ongerust|niet vrezen|niets te vrezen) {gap(5)}(?:voor|om|"
        rf"over) {gap(2)}(?:{_YOUR} (?:baan|contract|positie|aanstelling)|ontslag)\b"
    ),
)

_REPORTING: Final = (
    r"\b(?:\w*verslag\w*|rapport\w*|cijfers|statistiek\w*|enquete\w*|vragenlijst\w*|directie|leiding|management|"
    r"bestuur|werkgever|casus\w*|signalen|bijhou\w*|registreer\w*)\b"
)
_HEARSAY: Final = (
    r"\banoniem (?:\w+ ){0,3}(?:benaderd|bedreigd|gebeld|lastig|belaagd)|\banonieme (?:dreig|brief|brieven|haat|"
    r"account|pest|roddel|bedreig|scheld|tip)|\b(?:krijg|krijgt|ontvang|ontvangt|kreeg|ontving|stuurt|stuurde|"
    r"schrijft|plaatst|verspreidt)\b[^.]*\banoniem"
)
_ABOUT_WORD: Final = (
    r"\banoniem,? (?:betekent|wil zeggen|is (?:iets )?anders dan|of niet)|\b(?:wil|wilt|liever|zou|wie|graag) "
    r"(?:je |u |jij )?(?:\w+ ){0,3}anoniem\b(?!.*\?)(?![^.]*\b(?:kan|mag|geen probleem)\b)|\b(?:meedenken|"
    r"bespreken|bespreek|overleg\w*|vraag|kijk\w*|vertel) (?:\w+ ){0,6}(?:of|hoe|wat)\b[^.]*anoniem"
)
#: A telephone call can be anonymous; a report cannot, unless the kit says so.
_BY_PHONE: Final = r"\b(?:bel|bellen|telefoon|telefonisch|belt|appen|opbellen)\b(?![^.]*\b(?:meld\w*|klacht\w*)\b)"
ANONYMITY: Final[tuple[Pattern, ...]] = (
    soft(
        r"(?<!meld misdaad )(?:(?<=\S )anonieme?\b|\banonieme?\b(?=\W*\w))",
        unless=rf"{_REPORTING}|{_HEARSAY}|{_ABOUT_WORD}|{_BY_PHONE}",
    ),
    firm(
        rf"\b(?:{PERCENT}|volledige?|volkomen|helemaal|geheel|totale?|totaal|absolute?|absoluut|altijd|"
        r"gegarandeerd) (?:\w+ en )?anoniem\b",
        unless=rf"{_REPORTING}|{_ABOUT_WORD}|{_BY_PHONE}",
    ),
    soft(
        rf"\banonimiteit {gap(5)}(?:gegarandeerd|gewaarborgd|verzekerd|zeker|beschermd|voorop|garandeer\w*|blijft|"
        r"behouden|waarborg\w*)\b"
    ),
    soft(
        rf"\b(?:{PERCENT}|volledige|absolute|totale|complete|gegarandeerde|behoud van|recht op|garandeer\w*|"
        rf"garanderen|waarborg\w*|bescherm\w*|bewaak|bewaken|beloof|beloven) {gap(5)}anonimiteit\b"
    ),
    denying(
        rf"(?<!waar )(?<!als )\bniemand {gap(3)}(?:weet|weten|komt|zal|hoort|ziet|ontdekt) {gap(4)}wie (?:je|jij|"
        r"u)\b"
    ),
    denying(r"\bzonder dat (?:iemand|we|wij|ik) (?:weet|weten|ziet|hoort|te weten komt|ontdekt) wie (?:je|u|jij)\b"),
    denying(
        rf"\bzonder (?:{_YOUR} |een |enige |de )?naam(?: te (?:noemen|geven|zeggen|vermelden))?\b|\bnaam (?:niet|"
        r"nooit) (?:in te vullen|te noemen|op te geven|te zeggen)\b",
        near=r"meld|klacht",
        unless=_BY_PHONE,
    ),
    denying(
        rf"\b{_YOUR} (?:naam|identiteit) {gap(3)}(?:geheim|onbekend|verborgen)\b|\b{_YOUR} (?:naam|identiteit) "
        rf"(?:wordt|komt|zal|noem|noemen|geef) {gap(4)}(?:nooit|niet|nergens) {gap(3)}(?:genoemd|bekend|vermeld|"
        r"doorgegeven|prijs|gedeeld|door)?",
        unless=rf"{_REPORTING}|zomaar",
    ),
    asked(rf"^(?:weet|weten|komt|ziet) (?:dan )?(?:iemand|mijn|de|anderen) {gap(5)}wie ik ben"),
)
