"""How people write that the law keeps a secret, or that the law demands an advisor, a code or a committee."""

from __future__ import annotations

from typing import Final

from generator.rules.claims.pattern import Pattern, asked, denying, firm, gap, soft

_PROFESSION: Final = r"(?:\w*arts|dokter|advocaat|notaris|priester|psycholoog|pastoor|dominee|therapeut)"
_SECRECY_BY_LAW: Final = r"(?:verschonings ?recht\w*|beroeps ?geheim\w*|ambts ?geheim\w*|zwijg ?plicht\w*)"
#: "De bedrijfsarts heeft een beroepsgeheim" is true and says nothing of an advisor.
_OF_OTHERS: Final = (
    rf"^(?!.*\b(?:ik|mij|mijn|wij|we|ons|vertrouwensperso\w+)\b).*\b{_PROFESSION}\b|(?<!als een )(?<!als de "
    rf")(?<!als uw )(?<!als je )\b{_PROFESSION} (?:\w+ ){{0,2}}(?:heeft|met|valt) (?:\w+ ){{0,5}}{_SECRECY_BY_LAW}"
)
_LAW: Final = r"(?:wettelijke?|juridische?|bij wet|volgens de wet|van de wet|in de wet|de wet)"

PRIVILEGE: Final[tuple[Pattern, ...]] = (
    firm(rf"\b{_SECRECY_BY_LAW}", unless=_OF_OTHERS),
    soft(
        rf"\b{_LAW} {gap(6)}(?:geheimhouding\w*|zwijgen|geheim(?: te)? ?houden|geheim)\b",
        unless=r"doorbre|opheff|verbre",
    ),
    soft(rf"\b(?:geheimhouding\w*|zwijgen) {gap(4)}(?:bij wet|in de wet|wettelijk|van de wet|volgens de wet)\b"),
    firm(
        rf"\b(?:als|zoals) (?:een|je|uw|de|bij (?:een|de|je|uw)|die van een) {_PROFESSION},? {gap(6)}(?:geheim\w*|"
        r"zwijg\w*)"
    ),
    firm(
        rf"\b(?:geheimhouding\w*|geheim|zwijg\w*|zwijgen) {gap(3)}(?:als|zoals) (?:een|je|uw|de|die van een|bij "
        rf"(?:een|de|je|uw)) {_PROFESSION}\b"
    ),
    denying(
        rf"\b(?:hoef|hoeft|hoeven|kan|kunnen|mag|mogen|moet|moeten|zal|ga|kunt) {gap(6)}(?:nooit|niet|niets|niks) "
        rf"{gap(6)}(?:getuig\w*|verklaring\w*|verklaren|verhoord)",
        near=r"(?:ik|vertrouwensperso\w+|mij|me|ons|we|wij)\b",
    ),
    asked(
        r"^(?:moet|moeten|kan|kunt|kun|mag) (?:je|jij|u|de vertrouwenspersoon|een vertrouwenspersoon) "
        rf"{gap(4)}getuigen"
    ),
    denying(
        rf"\b(?:niemand|geen (?:enkele )?(?:rechter|politie|agent|baas|werkgever)) {gap(5)}(?:dwing\w*|"
        r"verplicht\w*|gedwongen)\b",
        near=r"(?:mij|me|ons|vertrouwensperso\w+)\b",
    ),
    denying(
        rf"\b(?:rechter|politie|justitie) {gap(4)}(?:niet|nooit|niets) {gap(5)}(?:dwing\w*|verplicht\w*|gedwongen|"
        r"van (?:mij|ons))\b"
    ),
    denying(
        r"\bzelfs (?:niet |nooit |geen )?(?:tegen |aan |voor |met |bij |door |van |in )?(?:de |een |het "
        r")?(?:rechter|politie|justitie|officier|rechtbank|rechtszaak|verhoor|om)\b",
        near=r"(?:niet|niets|nooit|niks|niemand|geen|zwijg)\b",
    ),
)


def obligation(subject: str) -> tuple[Pattern, ...]:
    """Return how people say that the law demands ``subject``; what the law demands of it is something else."""
    one = rf"(?:(?:een|eigen|de|onze|zo'n|minstens een|elke|iedere) (?:\w+ ){{0,2}}){subject}"
    employer = (
        r"(?:organisaties?|werkgevers?|bedrij(?:f|ven)|instelling\w*|scholen|school|wij|we|gemeenten?|winkels?|"
        r"club\w*)"
    )
    to_have = (
        r"(?:hebben|heeft|aan ?stellen|aan te stellen|te hebben|in ?stellen|in te stellen|aan ?wijzen|aan te "
        r"wijzen|benoemen|te benoemen|bieden|aan ?bieden|aan te bieden|opstellen|op te stellen|regelen|te regelen|"
        r"in dienst nemen|maken)"
    )
    by_law = (
        r"(?:van de wet|volgens de wet|van de arbowet|volgens de arbowet|bij wet|wettelijk|van de overheid|voor "
        r"de wet)"
    )
    return (
        firm(
            rf"\b{subject} (?:is|zijn|wordt|worden) {gap(5)}(?:verplicht|verplichting)\b(?! (?:om|tot|je|u|te|ons|"
            rf"zich|hier|aanwezig)\b)(?! {gap(5)}te \w+)"
        ),
        firm(
            rf"\b{subject} {gap(5)}(?:wettelijk|bij wet|volgens de wet) (?:\w+ ){{0,2}}(?:verplicht|nodig|vereist|"
            rf"voorgeschreven)\b(?! (?:om|tot|je|u|te|ons)\b)(?! {gap(5)}te \w+)"
        ),
        firm(
            rf"\b(?:verplicht|verplichte) (?!voor\b|naar\b)(?:\w+ ){{0,2}}(?<!naar de ){subject}\b",
            unless=r"\bverplicht (?:om|tot|je|u|ons) ",
        ),
        firm(rf"\b(?:aan ?stellen|hebben|aannemen|instellen|aanwijzen) van {one} {gap(9)}verplicht\b"),
        firm(rf"\bverplicht:? (?:\w+ ){{0,3}}{one}"),
        firm(
            rf"\b(?:de|deze|onze|arbo|volgens de|uit de|nederlandse) ?(?:arbo)?wet\w*,? {gap(4)}(?:verplicht|eist|"
            r"vereist|schrijft|dwingt|vraagt|wil|bepaalt|zegt|moet|moeten|moest)(?!.*\bdat (?:de|een|onze|je|uw) "
            rf"{subject}) {gap(9)}{one}"
        ),
        firm(rf"\b{employer} {gap(8)}(?:moet|moeten|verplicht|dienen|dient) {gap(7)}{one} {gap(5)}{to_have}\b"),
        firm(rf"\b(?:moet|moeten|dient|dienen) {gap(3)}{employer} {gap(6)}{one} {gap(5)}{to_have}\b"),
        firm(
            rf"\b{subject} {gap(6)}(?:moet|moeten) {gap(3)}{by_law}(?! {gap(3)}(?:ingrijpen|iets doen|handelen|"
            r"zwijgen|melden))"
        ),
        firm(
            rf"\b{by_law} (?:moet|moeten|dient|is|zijn) {gap(6)}{one}(?=[^.]*\b{to_have}\b|[^.]*\bverplicht\b|[.!]|"
            r"$| zijn)"
        ),
        firm(rf"\b(?:is|zijn|wordt) {one} (?:\w+ ){{0,3}}verplicht\b(?! (?:om|tot|je|u|te|ons)\b)(?! {gap(5)}te \w+)"),
        firm(
            rf"\b{one}[^.;?!]{{0,60}}\b(?:omdat|want|doordat) (?:dat|het|dit) (?:\w+ ){{0,4}}(?:wet|verplicht|"
            r"wettelijk|arbowet)\b"
        ),
        firm(
            r"\b(?:omdat|zoals|aangezien|doordat) (?:dat|het|dit|de) (?:\w+ ){0,3}(?:wet|wettelijk|verplicht|"
            rf"arbowet)\b[^.;?!]{{0,60}}{subject}"
        ),
        firm(
            rf"\b{one}[^.;?!]{{0,80}}\b(?:dat|dit|zoals|die) (?:is|zijn|moet|wordt|worden|de|wettelijk|het|nu|ook|"
            r"immers)\b (?:\w+ ){0,4}(?:wettelijk|wet|verplicht|arbowet|voorgeschreven)\b(?! (?:om|tot|je|u)\b)"
        ),
    )
