"""How people write the other claims, by claim; those about secrecy stand in ``claims_secrecy``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.rules import claims_secrecy
from generator.rules.claims_pattern import PERCENT, Pattern, asked, denying, firm, gap, soft

_WE: Final = r"(?:ik|wij|we|mij|me|ons|vertrouwensperso\w+)"
_PROFESSION: Final = r"(?:\w*arts|dokter|advocaat|notaris|priester|psycholoog|pastoor|dominee|therapeut)"
_SECRECY_BY_LAW: Final = r"(?:verschonings ?recht\w*|beroeps ?geheim\w*|ambts ?geheim\w*|zwijg ?plicht\w*)"
#: "De bedrijfsarts heeft een beroepsgeheim" is true and says nothing of an advisor.
_OF_OTHERS: Final = (
    rf"^(?!.*\b(?:ik|mij|mijn|wij|we|ons|vertrouwensperso\w+)\b).*\b{_PROFESSION}\b|"
    rf"(?<!als een )(?<!als de )(?<!als uw )(?<!als je )\b{_PROFESSION} (?:\w+ ){{0,2}}(?:heeft|met|valt) (?:\w+ ){{0,5}}{_SECRECY_BY_LAW}"
)
_LAW: Final = r"(?:wettelijke?|juridische?|bij wet|volgens de wet|van de wet|in de wet|de wet)"

_PRIVILEGE: Final = (
    firm(rf"\b{_SECRECY_BY_LAW}", unless=_OF_OTHERS),
    soft(rf"\b{_LAW} {gap(6)}(?:geheimhouding\w*|zwijgen|geheim(?: te)? ?houden|geheim)\b", unless=r"doorbre|opheff|verbre"),
    soft(rf"\b(?:geheimhouding\w*|zwijgen) {gap(4)}(?:bij wet|in de wet|wettelijk|van de wet|volgens de wet)\b"),
    firm(rf"\b(?:als|zoals) (?:een|je|uw|de|bij (?:een|de|je|uw)|die van een) {_PROFESSION},? {gap(6)}(?:geheim\w*|zwijg\w*)"),
    firm(rf"\b(?:geheimhouding\w*|geheim|zwijg\w*|zwijgen) {gap(3)}(?:als|zoals) (?:een|je|uw|de|die van een|bij (?:een|de|je|uw)) {_PROFESSION}\b"),
    denying(rf"\b(?:hoef|hoeft|hoeven|kan|kunnen|mag|mogen|moet|moeten|zal|ga|kunt) {gap(6)}(?:nooit|niet|niets|niks) {gap(6)}(?:getuig\w*|verklaring\w*|verklaren|verhoord)", near=rf"(?:ik|vertrouwensperso\w+|mij|me|ons|we|wij)\b"),
    asked(rf"^(?:moet|moeten|kan|kunt|kun|mag) (?:je|jij|u|de vertrouwenspersoon|een vertrouwenspersoon) {gap(4)}getuigen"),
    denying(rf"\b(?:niemand|geen (?:enkele )?(?:rechter|politie|agent|baas|werkgever)) {gap(5)}(?:dwing\w*|verplicht\w*|gedwongen)\b", near=r"(?:mij|me|ons|vertrouwensperso\w+)\b"),
    denying(rf"\b(?:rechter|politie|justitie) {gap(4)}(?:niet|nooit|niets) {gap(5)}(?:dwing\w*|verplicht\w*|gedwongen|van (?:mij|ons))\b"),
    denying(r"\bzelfs (?:niet |nooit |geen )?(?:tegen |aan |voor |met |bij |door |van |in )?(?:de |een |het )?(?:rechter|politie|justitie|officier|rechtbank|rechtszaak|verhoor|om)\b", near=r"(?:niet|niets|nooit|niks|niemand|geen|zwijg)\b"),
)

_JOB: Final = r"(?:baan|contract|positie|dienstverband|aanstelling|loopbaan|carriere|toekomst hier|functie|werk)"
_YOUR: Final = r"(?:je|jouw|uw|jullie|iemands)"
_EFFECT: Final = r"(?:gevolg(?:en)?|invloed|effect|impact|risico'?s?|nadel\w+)"
_DISMISSAL: Final = (
    denying(rf"\b(?:je|jij|u|jullie|iemand|ze|zij|wie meldt|melders?|wie \w+) {gap(7)}(?:nooit|niet|nimmer) {gap(6)}(?:ontslagen|ontslaan|weggestuurd|op straat gezet|de laan uit|eruit gegooid|eruit gezet)\b"),
    denying(rf"\b(?:kan|kun|kunt|mag|mogen|word|wordt|zult|zul|zal|raak|raakt) (?:je|jij|u|iemand|hij|zij) {gap(6)}(?:nooit|niet) {gap(6)}(?:ontslagen|ontslaan|weggestuurd|ontslag)\b"),
    denying(rf"\b(?:niemand|geen (?:enkele )?(?:baas|werkgever|leidinggevende)) {gap(5)}(?:ontsla\w*|wegsturen|op straat zetten|weggestuurd)\b"),
    denying(rf"\b(?:ontslaan|ontslagen worden) {gap(4)}(?:mag|mogen|kan|kunnen|is) {gap(4)}(?:niet|nooit|verboden|onmogelijk|uitgesloten)\b"),
    denying(rf"\b(?:geen|nooit|niet) {gap(4)}(?:een reden (?:voor|tot) ontslag|reden (?:voor|tot) ontslag|ontslag (?:op|volgen|krijgen|riskeren|tot gevolg)|tot ontslag|voor ontslag|ontslag (?:volgt|opleveren))\b"),
    denying(rf"\b(?:krijg|krijgt|riskeer|riskeert|volgt|staat) {gap(5)}(?:geen|nooit) {gap(2)}ontslag\b"),
    asked(r"^(?:ontslagen|ontslag|op straat|(?:mijn|je|uw) baan)\b"),
    denying(rf"\bontslag {gap(6)}(?:is|zijn) (?:\w+ )?(?:verboden|uitgesloten|onmogelijk|niet toegestaan|niet mogelijk)\b"),
    asked(rf"^(?:kan|kun|kunnen|mag|mogen|word|wordt|raak|raakt|kost|loop|heeft|hebben) {gap(9)}(?:ontslagen|ontslaan|ontslag|gevolgen {gap(2)}voor {gap(2)}{_JOB}|baan {gap(3)}kwijt\w*|baan {gap(2)}verliezen|mijn baan|risico)"),
    firm(r"\bontslag ?bescherming\b|\bontslag ?verbod\b"),
    firm(rf"\b(?:bescherm\w*|gevrijwaard|beschermd|veilig|gedekt) {gap(3)}(?:tegen|van|voor) {gap(2)}ontslag\b"),
    firm(rf"\btegen (?:\w+ )?ontslag (?:\w+ ){{0,2}}(?:bescherm\w*|beschermd|gedekt)"),
    firm(rf"\b{_YOUR} (?:vaste )?{_JOB} (?:is|blijft|zijn) {gap(5)}(?:veilig|gegarandeerd|zeker|beschermd|verzekerd|gewaarborgd|behouden)\b(?! (?:genoeg|werk|en gezond))", unless=r"\b(?:functie|werk) (?:is|blijft) (?:\w+ ){0,3}veilig"),
    firm(rf"\b(?:hou|houd|houdt|behoud|behoudt) (?:je|jij|u|dus|altijd|gewoon|sowieso)? ?{gap(3)}{_YOUR} (?:baan|contract|aanstelling|dienstverband|positie)\b"),
    denying(rf"\b{_YOUR} {_JOB} {gap(5)}(?:niet|nooit|geen) {gap(4)}(?:gevaar|kwijt|verlie\w+|op het spel|risico|op de tocht)\b"),
    denying(rf"\b(?:niet|nooit) {gap(3)}{_YOUR} (?:baan|contract|positie|aanstelling) {gap(3)}(?:kwijt\w*|verlie\w+)|\b(?:verlie\w+|kost|raak|raakt) {gap(4)}(?:nooit|niet) {gap(2)}{_YOUR} (?:baan|contract|kop|positie)\b|\b(?:verlie\w+|kost|raak|raakt) {gap(4)}{_YOUR} (?:baan|contract|kop|positie) {gap(2)}(?:nooit|niet)\b"),
    denying(rf"\b(?:bedrijf|werkgever|baas|organisatie|directie|leidinggevende|chef|men|wij|we|ze) (?:mag|mogen|kan|kunnen|zal|zullen) {gap(6)}(?:niet|nooit) {gap(4)}(?:ontsla\w*|wegsturen)\b"),
    denying(rf"\b(?:nooit|geen|zonder) {gap(4)}{_EFFECT} {gap(2)}(?:voor|op) {gap(3)}(?:{_JOB}|beoordeling|promotie)\b"),
    denying(rf"\b{_EFFECT} {gap(2)}(?:voor|op) {gap(3)}(?:{_JOB}|beoordeling|promotie) {gap(4)}(?:geen|nooit|niet|uitgesloten|zijn er niet)\b"),
    denying(rf"\b(?:melding\w*|melden|meldt|klacht|klagen|praten|gesprek) {gap(5)}(?:nooit|geen) {gap(2)}(?:nadelige |negatieve |vervelende |nare )gevolgen\b"),
    denying(rf"\b(?:melding\w*|melden|meldt|klacht|klagen) {gap(5)}(?:nooit|geen) {gap(2)}gevolgen {gap(1)}voor (?:je|jou|u|de melder|wie|jezelf|uzelf|degene)\b"),
    denying(rf"\b(?:je|jij|u|jullie|wie \w+) (?:loopt|loop|lopen|hebt|heeft) {gap(4)}geen (?:enkel |enkele )?risico\b|\bloop(?:t)? (?:je|u) {gap(3)}geen (?:enkel )?risico\b"),
    denying(rf"\b(?:zonder|geen) (?:enig |enkel |ook maar enig |een enkel )risico\b|\brisicoloos\b|\bzonder risico'?s?\b", near=r"meld|prat|praat|klacht|klag|baan|gesprek|bespre|vertel|verhaal"),
    denying(rf"\bkan (?:je|jou|u) {gap(4)}(?:niets|niks) {gap(2)}(?:gebeuren|overkomen|maken|doen)\b|\b(?:je|u|jou) kan {gap(4)}(?:niets|niks) {gap(2)}(?:gebeuren|overkomen)\b|\b(?:kan|kunnen) (?:\w+ )?(?:je|jou|u) {gap(3)}(?:niets|niks) maken\b|\bniemand kan (?:je|jou|u) (?:\w+ ){{0,3}}(?:iets|wat) (?:maken|doen|aandoen)\b"),
    firm(rf"\b(?:je|jij|u) (?:bent|wordt|word) (?:\w+ )?(?:volledig|altijd|helemaal|{PERCENT}|absoluut|gegarandeerd|volkomen) (?:en wettelijk |wettelijk )?beschermd\b"),
    denying(rf"\b(?:niet bang|geen angst|geen zorgen|niet ongerust|niet vrezen|niets te vrezen) {gap(5)}(?:voor|om|over) {gap(2)}(?:{_YOUR} (?:baan|contract|positie|aanstelling)|ontslag)\b"),
)

_REPORTING: Final = r"\b(?:\w*verslag\w*|rapport\w*|cijfers|statistiek\w*|enquete\w*|vragenlijst\w*|directie|leiding|management|bestuur|werkgever|casus\w*|signalen|bijhou\w*|registreer\w*)\b"
_HEARSAY: Final = r"\banoniem (?:\w+ ){0,3}(?:benaderd|bedreigd|gebeld|lastig|belaagd)|\banonieme (?:dreig|brief|brieven|haat|account|pest|roddel|bedreig|scheld|tip)|\b(?:krijg|krijgt|ontvang|ontvangt|kreeg|ontving|stuurt|stuurde|schrijft|plaatst|verspreidt)\b[^.]*\banoniem"
_ABOUT_WORD: Final = r"\banoniem,? (?:betekent|wil zeggen|is (?:iets )?anders dan|of niet)|\b(?:wil|wilt|liever|zou|wie|graag) (?:je |u |jij )?(?:\w+ ){0,3}anoniem\b(?!.*\?)(?![^.]*\b(?:kan|mag|geen probleem)\b)|\b(?:meedenken|bespreken|bespreek|overleg\w*|vraag|kijk\w*|vertel) (?:\w+ ){0,6}(?:of|hoe|wat)\b[^.]*anoniem"
#: A telephone call can be anonymous; a report cannot, unless the kit says so.
_BY_PHONE: Final = r"\b(?:bel|bellen|telefoon|telefonisch|belt|appen|opbellen)\b(?![^.]*\b(?:meld\w*|klacht\w*)\b)"
_ANONYMITY: Final = (
    soft(r"\banonie?me?\b", unless=rf"{_REPORTING}|{_HEARSAY}|{_ABOUT_WORD}|{_BY_PHONE}"),
    firm(rf"\b(?:{PERCENT}|volledige?|volkomen|helemaal|geheel|totale?|totaal|absolute?|absoluut|altijd|gegarandeerd) (?:\w+ en )?anoniem\b", unless=rf"{_REPORTING}|{_ABOUT_WORD}|{_BY_PHONE}"),
    soft(rf"\banonimiteit {gap(5)}(?:gegarandeerd|gewaarborgd|verzekerd|zeker|beschermd|voorop|garandeer\w*|blijft|behouden|waarborg\w*)\b"),
    soft(rf"\b(?:{PERCENT}|volledige|absolute|totale|complete|gegarandeerde|behoud van|recht op|garandeer\w*|garanderen|waarborg\w*|bescherm\w*|bewaak|bewaken|beloof|beloven) {gap(5)}anonimiteit\b"),
    denying(rf"(?<!waar )(?<!als )\bniemand {gap(3)}(?:weet|weten|komt|zal|hoort|ziet|ontdekt) {gap(4)}wie (?:je|jij|u)\b"),
    denying(r"\bzonder dat (?:iemand|we|wij|ik) (?:weet|weten|ziet|hoort|te weten komt|ontdekt) wie (?:je|u|jij)\b"),
    denying(rf"\bzonder (?:{_YOUR} |een |enige |de )?naam(?: te (?:noemen|geven|zeggen|vermelden))?\b|\bnaam (?:niet|nooit) (?:in te vullen|te noemen|op te geven|te zeggen)\b", near=r"meld|klacht", unless=_BY_PHONE),
    denying(rf"\b{_YOUR} (?:naam|identiteit) {gap(3)}(?:geheim|onbekend|verborgen)\b|\b{_YOUR} (?:naam|identiteit) (?:wordt|komt|zal|noem|noemen|geef) {gap(4)}(?:nooit|niet|nergens) {gap(3)}(?:genoemd|bekend|vermeld|doorgegeven|prijs|gedeeld|door)?", unless=rf"{_REPORTING}|zomaar"),
    asked(rf"^(?:weet|weten|komt|ziet) (?:dan )?(?:iemand|mijn|de|anderen) {gap(5)}wie ik ben"),
)

_ADVISOR: Final = r"vertrouwens ?(?:contact ?)?(?:persoon|personen|vrouw|man|mensen|werk)"
_KIND: Final = r"(?:(?:en|ervaren|externe?|interne?|onafhankelijke?|opgeleide?|deskundige?|professionele?|landelijke?|door|de|lvv|als|eigen|goed),? )"
_LVV: Final = r"(?:lvv|landelijke vereniging (?:van |voor |)?vertrouwenspersonen)"
_QUALITY: Final = (
    firm(rf"\b{_LVV} ?(?=\w|$|[.,!)])", unless=rf"(?:\b(?:site|website|functieprofiel|klacht\w*|toezicht\w*|meer lezen|pagina|informatie|folder|brochure)\b[^.]*\blvv\b)"),
    firm(rf"\b(?:gecertificeerde?|erkende?|geregistreerde?|geaccrediteerde?|register) {_KIND}{{0,4}}{_ADVISOR}"),
    firm(rf"\b{_ADVISOR} {gap(6)}(?:gecertificeerde?|geregistreerd|geaccrediteerd|officieel erkend|erkend)\b(?! (?:voelen|voel|worden in|wordt in|in))"),
    firm(r"\b(?:ben|bent|is|zijn) (?:ik |wij |we |zij |hij )?(?:\w+ ){0,3}(?:gecertificeerd|geaccrediteerd|geregistreerd|officieel erkend)(?: en \w+)?(?=[.,;!)]|$| sinds| voor (?:dit|het) (?:werk|vak)| als vertrouwens)"),
    firm(rf"\b(?:certificaat|certificering|keurmerk|registratie|accreditatie|beroepsregister) {gap(5)}(?:{_ADVISOR}|vertrouwenswerk)|\b{_ADVISOR} {gap(4)}(?:certificaat|keurmerk|beroepsregister|certificering)\b"),
    firm(r"\b(?:sta|staat|staan) (?:ik |wij |we )?(?:\w+ ){0,2}(?:ingeschreven |vermeld )?in het (?:\w+ )?(?:beroeps)?register\b"),
    firm(rf"\bregister ?{_ADVISOR}"),
)


def _obligation(subject: str) -> tuple[Pattern, ...]:
    """Return how people say that the law demands what ``subject`` names; that it must do something itself is not that."""
    one = rf"(?:(?:een|eigen|de|onze|zo'n|minstens een|elke|iedere) (?:\w+ ){{0,2}}){subject}"
    employer = r"(?:organisaties?|werkgevers?|bedrij(?:f|ven)|instelling\w*|scholen|school|wij|we|gemeenten?|winkels?|club\w*)"
    to_have = r"(?:hebben|heeft|aan ?stellen|aan te stellen|te hebben|in ?stellen|in te stellen|aan ?wijzen|aan te wijzen|benoemen|te benoemen|bieden|aan ?bieden|aan te bieden|opstellen|op te stellen|regelen|te regelen|in dienst nemen|maken)"
    by_law = r"(?:van de wet|volgens de wet|van de arbowet|volgens de arbowet|bij wet|wettelijk|van de overheid|voor de wet)"
    return (
        firm(rf"\b{subject} (?:is|zijn|wordt|worden) {gap(5)}(?:verplicht|verplichting)\b(?! (?:om|tot|je|u|te|ons|zich|hier|aanwezig)\b)(?! {gap(5)}te \w+)"),
        firm(rf"\b{subject} {gap(5)}(?:wettelijk|bij wet|volgens de wet) (?:\w+ ){{0,2}}(?:verplicht|nodig|vereist|voorgeschreven)\b(?! (?:om|tot|je|u|te|ons)\b)(?! {gap(5)}te \w+)"),
        firm(rf"\b(?:verplicht|verplichte) (?!voor\b|naar\b)(?:\w+ ){{0,2}}(?<!naar de ){subject}\b", unless=r"\bverplicht (?:om|tot|je|u|ons) "),
        firm(rf"\b(?:aan ?stellen|hebben|aannemen|instellen|aanwijzen) van {one} {gap(9)}verplicht\b"),
        firm(rf"\bverplicht:? (?:\w+ ){{0,3}}{one}"),
        firm(rf"\b(?:de|deze|onze|arbo|volgens de|uit de|nederlandse) ?(?:arbo)?wet\w*,? {gap(4)}(?:verplicht|eist|vereist|schrijft|dwingt|vraagt|wil|bepaalt|zegt|moet|moeten|moest)(?!.*\bdat (?:de|een|onze|je|uw) {subject}) {gap(9)}{one}"),
        firm(rf"\b{employer} {gap(8)}(?:moet|moeten|verplicht|dienen|dient) {gap(7)}{one} {gap(5)}{to_have}\b"),
        firm(rf"\b(?:moet|moeten|dient|dienen) {gap(3)}{employer} {gap(6)}{one} {gap(5)}{to_have}\b"),
        firm(rf"\b{subject} {gap(6)}(?:moet|moeten) {gap(3)}{by_law}(?! {gap(3)}(?:ingrijpen|iets doen|handelen|zwijgen|melden))"),
        firm(rf"\b{by_law} (?:moet|moeten|dient|is|zijn) {gap(6)}{one}(?=[^.]*\b{to_have}\b|[^.]*\bverplicht\b|[.!]|$| zijn)"),
        firm(rf"\b(?:is|zijn|wordt) {one} (?:\w+ ){{0,3}}verplicht\b(?! (?:om|tot|je|u|te|ons)\b)(?! {gap(5)}te \w+)"),
        firm(rf"\b{one}[^.;?!]{{0,60}}\b(?:omdat|want|doordat) (?:dat|het|dit) (?:\w+ ){{0,4}}(?:wet|verplicht|wettelijk|arbowet)\b"),
        firm(rf"\b(?:omdat|zoals|aangezien|doordat) (?:dat|het|dit|de) (?:\w+ ){{0,3}}(?:wet|wettelijk|verplicht|arbowet)\b[^.;?!]{{0,60}}{subject}"),
        firm(rf"\b{one}[^.;?!]{{0,80}}\b(?:dat|dit|zoals|die) (?:is|zijn|moet|wordt|worden|de|wettelijk|het|nu|ook|immers)\b (?:\w+ ){{0,4}}(?:wettelijk|wet|verplicht|arbowet|voorgeschreven)\b(?! (?:om|tot|je|u)\b)"),
    )


_ROLE: Final = (
    firm(rf"\bik {gap(8)}blijf {gap(3)}(?:neutraal|onpartijdig)\b"),
    firm(r"\b(?:ik|we|wij|vertrouwensperso\w+|zij|hij) (?:\w+ ){0,2}(?:ben|zijn|blijf|blijven|is|blijft|sta|staat) (?:\w+,? ){0,5}(?:neutra(?:al|le)|onpartijdige?)\b(?! (?:terrein|plek|plaats|ruimte|kamer))"),
    firm(r"\b(?:ben|blijf|zijn|sta|blijft|is) (?:ik|wij|we|hij|zij|de vertrouwenspersoon) (?:\w+,? ){0,5}(?:neutra(?:al|le)|onpartijdige?)\b"),
    firm(rf"\b(?:neutrale|onpartijdige) (?:en \w+ )?(?:\w+ )?(?:{_ADVISOR}|gesprekspartner|luisteraar|luisterend|buitenstaander|derde)\b|\bneutraal (?:en \w+ )?luisterend"),
    denying(r"\b(?:ik|wij|we|vertrouwensperso\w+) (?:\w+ ){0,2}(?:kies|kiezen|kiest|trek|trekt) (?:\w+ ){0,3}(?:geen|nooit) partij\b|\b(?:kies|kiezen) ik (?:\w+ )?(?:geen|nooit) partij\b"),
    firm(r"\bik los (?:je|jouw|uw|het|dit|dat|alles|ze|deze|elk|ieder|de|problemen) (?:[\w']+ ){0,6}op\b|\b(?:los|lost) (?:ik|de vertrouwenspersoon) (?:[\w']+ ){1,6}op\b|\bvertrouwenspersoon lost (?:[\w']+ ){0,4}(?:voor (?:je|jou|u|jullie)|problemen?) (?:\w+ ){0,3}op\b"),
    firm(r"\b(?:ik|wij|we) (?:ga|gaan|zal|kan|wil) (?:[\w']+ ){0,5}voor (?:je|jou|u|jullie) (?:\w+ ){0,2}op ?(?:te )?lossen\b"),
    firm(r"\b(?:ik|wij|we) (?:\w+ )?(?:zorg|zorgen|regel|regelen) (?:er (?:\w+ )?voor )?(?:ervoor )?,? ?dat (?:het|dit|de|die|je|jouw|uw) (?:\w+ ){0,4}(?:stopt|ophoudt|opgelost (?:wordt|is)|over is|gestraft wordt)\b|\bzorg ik (?:er (?:\w+ )?voor |ervoor )?,? ?dat (?:het|dit|de|die) (?:\w+ ){0,4}(?:stopt|ophoudt|opgelost)"),
    firm(r"\b(?:ik|wij|we|vertrouwensperso\w+) (?:[\w']+,? ){0,5}(?:bemiddel|bemiddelt|bemiddelen)\b|\bbemiddel ik\b|\b(?:treed|treedt) (?:\w+ ){0,3}op als (?:bemiddelaar|mediator)\b", unless=r"bemiddel\w* (?:\w+ )?(?:doen|doet) ander|wie kan bemiddel|kan (?:laten )?bemiddelen door"),
    firm(r"\b(?:ik|wij|we|vertrouwensperso\w+) (?:\w+ ){0,2}(?:onderzoek|onderzoekt|onderzoeken) (?:\w+ )?(?:je|jouw|uw|de|elke|iedere|alle|een|het|wat er) (?:\w+ ){0,2}(?:klacht\w*|melding\w*|zaak|zaken|voorval\w*|incident\w*|feiten|is gebeurd|gebeurd|gebeurde)\b|\bonderzoek ik (?:\w+ )?(?:je|jouw|uw|de|elke|iedere) (?:\w+ )?(?:klacht|melding|zaak)|\bik (?:stel|doe|start|begin) (?:\w+ ){0,4}(?:een )?onderzoek (?:in|naar)\b"),
)

PATTERNS: Final[Mapping[str, tuple[Pattern, ...]]] = MappingProxyType(
    {
        "geheimhouding": claims_secrecy.PATTERNS,
        "verschoningsrecht": _PRIVILEGE,
        "ontslag": _DISMISSAL,
        "anoniem": _ANONYMITY,
        "keurmerk": _QUALITY,
        "verplicht-vertrouwenspersoon": _obligation(r"(?:vertrouwens(?:contact)?perso(?:on|nen))"),
        "verplicht-gedragscode": _obligation(r"(?:gedrags ?codes?|gedrags ?regels|code)"),
        "verplicht-klachtencommissie": _obligation(r"(?:klachten ?commissies?|klachten ?regeling(?:en)?)"),
        "rol": _ROLE,
    }
)
