"""How people write that an advisor has a quality mark, or does what is not an advisor's work."""

from __future__ import annotations

from typing import Final

from generator.rules.claims.pattern import Pattern, denying, firm, gap

_ADVISOR: Final = r"vertrouwens ?(?:contact ?)?(?:persoon|personen|vrouw|man|mensen|werk)"
_KIND: Final = (
    r"(?:(?:en|ervaren|externe?|interne?|onafhankelijke?|opgeleide?|deskundige?|professionele?|landelijke?|door|"
    r"de|lvv|als|eigen|goed),? )"
)
_LVV: Final = r"(?:lvv|landelijke vereniging (?:van |voor |)?vertrouwenspersonen)"
QUALITY: Final[tuple[Pattern, ...]] = (
    firm(
        rf"\b{_LVV} ?(?=\w|$|[.,!)])",
        unless=r"(?:\b(?:site|website|functieprofiel|klacht\w*|toezicht\w*|meer lezen|pagina|informatie|folder|"
        r"brochure)\b[^.]*\blvv\b)",
    ),
    firm(rf"\b(?:gecertificeerde?|erkende?|geregistreerde?|geaccrediteerde?|register) {_KIND}{{0,4}}{_ADVISOR}"),
    firm(
        rf"\b{_ADVISOR} {gap(6)}(?:gecertificeerde?|geregistreerd|geaccrediteerd|officieel erkend|erkend)\b(?! "
        r"(?:voelen|voel|worden in|wordt in|in))"
    ),
    firm(
        r"\b(?:ben|bent|is|zijn) (?:ik |wij |we |zij |hij )?(?:\w+ ){0,3}(?:gecertificeerd|geaccrediteerd|"
        r"geregistreerd|officieel erkend)(?=[.,;!)]|$| en\b| sinds| voor (?:dit|het) (?:werk|vak)| als "
        r"vertrouwens)"
    ),
    firm(
        rf"\b(?:certificaat|certificering|keurmerk|registratie|accreditatie|beroepsregister) {gap(5)}(?:{_ADVISOR}|"
        rf"vertrouwenswerk)|\b{_ADVISOR} {gap(4)}(?:certificaat|keurmerk|beroepsregister|certificering)\b"
    ),
    firm(
        r"\b(?:sta|staat|staan) (?:ik |wij |we )?(?:\w+ ){0,2}(?:ingeschreven |vermeld )?in het (?:\w+ "
        r")?(?:beroeps)?register\b"
    ),
    firm(rf"\bregister ?{_ADVISOR}"),
)


ROLE: Final[tuple[Pattern, ...]] = (
    firm(rf"\bik {gap(8)}blijf {gap(3)}(?:neutraal|onpartijdig)\b"),
    firm(
        r"\b(?:ik|we|wij|vertrouwensperso\w+|zij|hij) (?:\w+ ){0,2}(?:ben|zijn|blijf|blijven|is|blijft|sta|"
        r"staat) (?:\w+,? ){0,5}(?:neutra(?:al|le)|onpartijdige?)\b(?! (?:terrein|plek|plaats|ruimte|kamer))"
    ),
    firm(
        r"\b(?:ben|blijf|zijn|sta|blijft|is) (?:ik|wij|we|hij|zij|de vertrouwenspersoon) (?:\w+,? "
        r"){0,5}(?:neutra(?:al|le)|onpartijdige?)\b"
    ),
    firm(
        rf"\b(?:neutrale|onpartijdige) (?:en \w+ )?(?:\w+ )?(?:{_ADVISOR}|gesprekspartner|luisteraar|luisterend|"
        r"buitenstaander|derde)\b|\bneutraal (?:en \w+ )?luisterend"
    ),
    denying(
        r"\b(?:ik|wij|we|vertrouwensperso\w+) (?:\w+ ){0,2}(?:kies|kiezen|kiest|trek|trekt) (?:\w+ "
        r"){0,3}(?:geen|nooit) partij\b|\b(?:kies|kiezen) ik (?:\w+ )?(?:geen|nooit) partij\b"
    ),
    firm(
        r"\bik los (?:je|jouw|uw|het|dit|dat|alles|ze|deze|elk|ieder|de|problemen) (?:[\w']+ ){0,6}op\b|"
        r"\b(?:los|lost) (?:ik|de vertrouwenspersoon) (?:[\w']+ ){1,6}op\b|\bvertrouwenspersoon lost (?:[\w']+ "
        r"){0,4}(?:voor (?:je|jou|u|jullie)|problemen?) (?:\w+ ){0,3}op\b"
    ),
    firm(
        r"\b(?:ik|wij|we) (?:ga|gaan|zal|kan|wil) (?:[\w']+ ){0,5}voor (?:je|jou|u|jullie) (?:\w+ ){0,2}op "
        r"?(?:te )?lossen\b"
    ),
    firm(
        r"\b(?:ik|wij|we) (?:\w+ )?(?:zorg|zorgen|regel|regelen) (?:er (?:\w+ )?voor )?(?:ervoor )?,? ?dat (?:het|"
        r"dit|de|die|je|jouw|uw) (?:\w+ ){0,4}(?:stopt|ophoudt|opgelost (?:wordt|is)|over is|gestraft wordt)\b|"
        r"\bzorg ik (?:er (?:\w+ )?voor |ervoor )?,? ?dat (?:het|dit|de|die) (?:\w+ ){0,4}(?:stopt|ophoudt|"
        r"opgelost)"
    ),
    firm(
        r"\b(?:ik|wij|we|vertrouwensperso\w+) (?:[\w']+,? ){0,5}(?:bemiddel|bemiddelt|bemiddelen)\b|\bbemiddel "
        r"ik\b|\b(?:treed|treedt) (?:\w+ ){0,3}op als (?:bemiddelaar|mediator)\b",
        unless=r"bemiddel\w* (?:\w+ )?(?:doen|doet) ander|wie kan bemiddel|kan (?:laten )?bemiddelen door",
    ),
    firm(
        r"\b(?:ik|wij|we|vertrouwensperso\w+) (?:\w+ ){0,2}(?:onderzoek|onderzoekt|onderzoeken) (?:\w+ )?(?:je|"
        r"jouw|uw|de|elke|iedere|alle|een|het|wat er) (?:\w+ ){0,2}(?:klacht\w*|melding\w*|zaak|zaken|"
        r"voorval\w*|incident\w*|feiten|is gebeurd|gebeurd|gebeurde)\b|\bonderzoek ik (?:\w+ )?(?:je|jouw|uw|de|"
        r"elke|iedere) (?:\w+ )?(?:klacht|melding|zaak)|\bik (?:stel|doe|start|begin) (?:\w+ ){0,4}(?:een "
        r")?onderzoek (?:in|naar)\b"
    ),
)
