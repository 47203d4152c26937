"""How people write that everything stays secret: patterns over one sentence in the spelling of ``text``."""

from __future__ import annotations

from typing import Final

from generator.rules.claims.pattern import ANYONE, PERCENT, Pattern, asked, denying, firm, gap, soft

_CONFIDENTIAL: Final = (
    r"(?:vertrouwelijk(?:e|heid)?|geheim(?:e|houding\w*|houden|gehouden|hou\w*)?|discretie|discreet|prive|tussen "
    r"(?:ons|jou en mij|u en mij|jullie en mij|ons twee\w*|deze muren)|onder ons|binnenskamers)"
)
_GUARANTEE: Final = r"(?:gegarandeerde?|garantie (?:op|van|voor)|garandeer\w*|garanderen|waterdichte?|potdicht)"
_ABSOLUTE: Final = (
    rf"(?:{PERCENT}|{_GUARANTEE}|absolute?|absoluut|totale?|totaal|volstrekte?|onvoorwaardelijke?|onvoorwaardelijk)"
)
_COMPLETE: Final = (
    r"(?:volledige?|volkomen|helemaal|geheel|compleet|complete|volmaakte?|te allen tijde|te alle tijden|in alle "
    r"gevallen|in alle omstandigheden|onder alle omstandigheden|hoe dan ook|eeuwige?|voor eeuwig|voor (?:de "
    r")?volle)"
)
#: Between "100%" and "geheim": words that bring no other subject in.
_FILLER: Final = (
    r"(?:(?:zeker|en|altijd|echt|dat|dit|het|alles|blijft|blijven|is|zijn|van|wat|je|jij|jou|u|jouw|uw|mij|me|"
    r"hier|zegt|vertelt|ons|ik|strikt|streng|absoluut|absolute|volledige?|totale?|gegarandeerde?|volstrekte?|de|"
    r"een|op|verhaal|gesprek|gesprekken|woorden|onze|mijn|deelt|bespreekt|bespreken|besproken|wordt|discreet|"
    r"discretie|anoniem|anonimiteit|veilig|veiligheid|privacy|betrouwbaar|in|tegen|aan|met|over|ervan|erop|voor|"
    r"je|kunt|rekenen|dus|ook|vertrouwelijk|geheim),? )"
)
_BESIDE: Final = (
    r"(?:(?:en|strikt|streng|altijd|echt|absoluut|absolute|volledige?|totale?|discreet|(?:(?:discretie|"
    r"anonimiteit|privacy|vertrouwelijkheid|veiligheid|anoniem|veilig|discreet|betrouwbaar|geheim|vertrouwelijk|"
    r"rust),? en)),? )"
)
#: "Je kunt altijd vertrouwelijk met mij praten" says when you may come, not what stays secret.
_NOT_ADVERB: Final = (
    r"(?! (?:met|gesprek\w*|overleg\w*|advies|contact|praten|spreken|bellen|mailen|terecht|over|je|jouw|uw|om|"
    r"bespreken|delen|aan|bij|en onafhankelijk (?:met|terecht)|te bereiken|bereikbaar)\b)"
)
_STOP: Final = r"(?=[.,;:!)]|$| en\b| - )"
_ALWAYS_LINK: Final = (
    r"(?:(?:is|zijn|blijft|blijven|wordt|worden|staat|staan|en|dat|het|dus|ook|hier|bij|mij|ons|gewoon|echt|"
    r"natuurlijk|voor|daarom|de),? )"
)

_TELL: Final = r"(?:vertel|zeg|deel|lek|verklap|bespreek|praat|spreek|meld|verraad|klets|klik|rapporteer)"
_HAND_ON: Final = r"(?:vertel|zeg|geef|speel|brief|breng|laat|klap|klets|lek)"
_TELLING: Final = (
    r"(?:door ?vertellen|door ?zeggen|door ?geven|door ?brieven|verder ?vertellen|vertellen|zeggen|delen|praten|"
    r"bespreken|lekken|verklappen|loslaten|verraden|spreken|door te (?:vertellen|geven|zeggen)|verder te "
    r"vertellen|te (?:vertellen|zeggen|delen|bespreken))"
)
_TOLD: Final = (
    r"(?:door ?verteld|door ?gezegd|door ?gegeven|gedeeld|verder ?verteld|verteld|gezegd|besproken|gelekt|"
    r"uitgelekt|openbaar|bekend ?gemaakt|doorgespeeld|doorgebriefd|losgelaten|gemeld aan|naar buiten gebracht)"
)
_WE: Final = r"(?:ik|wij|we|vertrouwensperso\w+)"
_NOTHING: Final = r"(?:niets|niks|nooit|geen woord|geen letter|nimmer)(?! (?:liever|anders|meer|voor)\b)"
_NOBODY: Final = r"(?:niemand|geen (?:mens|sterveling|ziel|ander))"
_ON: Final = rf"(?:door\b|verder\b|(?:aan|tegen|met|bij) {ANYONE}|naar buiten)"
_SPOKEN: Final = (
    r"(?:vertel\w*|zeg\w*|gezegd|deel|delen|gedeeld|praat|praten|zwijg\w*|geheim\w*|vertrouwelijk\w*|tussen ons|"
    r"onder ons|voor me|doorgeven|mond|discre\w+|naar buiten|doorge\w+)"
)
_SUPERIOR: Final = (
    r"(?:baas|leidinggevende|chef|manager|werkgever|directie|leiding|collega's|collega|hr|personeelszaken|bestuur|"
    r"iemand|anderen)"
)
_ROOM: Final = (
    r"(?:(?:de|deze|mijn|onze|die|dit|het|zijn|haar) (?:\w+ )?(?:\w*kamer|ruimte|deur|kantoor|muren|tafel|gebouw|"
    r"gesprek))"
)
_REPORT: Final = r"\b(?:\w*verslag\w*|rapport\w*|cijfers|statistiek\w*)\b"

PATTERNS: Final[tuple[Pattern, ...]] = (
    # Said outright: absolute words beside words for secrecy.
    firm(rf"\b(?:{PERCENT}|{_GUARANTEE}) {_FILLER}{{0,10}}{_CONFIDENTIAL}\b"),
    firm(rf"\b{_ABSOLUTE},? {_BESIDE}{{0,3}}{_CONFIDENTIAL}\b"),
    firm(rf"\b{_CONFIDENTIAL}[,:]? {_ALWAYS_LINK}{{0,6}}(?:{_ABSOLUTE}|gewaarborgd|verzekerd){_STOP}"),
    firm(
        r"\b(?:geheimhouding|vertrouwelijkheid|discretie) (?:\w+ ){0,4}(?:gegarandeerd|gewaarborgd|verzekerd|"
        r"garandeer\w*)\b"
    ),
    firm(
        r"\b(?:garandeer|garanderen|garandeert)\b[^.;]{0,60}\b(?:geheim\w*|vertrouwelijk\w*|tussen ons|onder "
        r"ons|discretie)\b"
    ),
    firm(
        rf"\b{PERCENT} (?:\w+ )?veilig (?:\w+ )?bij (?:mij|ons|haar|hem)\b|\bbij (?:mij|ons) {gap(6)}{PERCENT} "
        r"veilig\b"
    ),
    soft(rf"\b{_COMPLETE},? {_BESIDE}{{0,3}}{_CONFIDENTIAL}\b"),
    soft(rf"\b{_CONFIDENTIAL},? {_ALWAYS_LINK}{{0,6}}(?:{_COMPLETE}|altijd(?: en overal)?|voor altijd){_STOP}"),
    soft(rf"\baltijd,? (?:{_BESIDE}|gewoon |allemaal ){{0,3}}{_CONFIDENTIAL}\b{_NOT_ADVERB}"),
    soft(rf"\b{_CONFIDENTIAL} (?:is|blijft|hou|houd|houden) (?:\w+ ){{0,4}}altijd\b"),
    soft(rf"\balles,? {gap(10)}(?:geheim|tussen ons|onder ons|binnenskamers|tussen (?:jou|u) en mij)\b"),
    soft(
        rf"\b(?:hou|houd|houden|hield) (?:ik |wij |we )?{gap(4)}(?:alles|altijd|voor altijd) {gap(8)}(?:voor (?:me|"
        r"mij|mezelf|mijzelf|ons)|geheim|binnen)\b"
    ),
    soft(
        rf"\balles {gap(8)}(?:hou|houd|houden) (?:ik|wij|we) {gap(3)}(?:voor (?:me|mij|mezelf|mijzelf|ons)|geheim|"
        r"binnen)\b"
    ),
    soft(
        r"\bblij\w+ (?:\w+ ){0,2}(?:altijd|eeuwig|voor eeuwig) (?:\w+ ){0,2}(?:bij mij|bij ons|hier|binnen|"
        r"tussen|onder)\b(?! (?:welkom|terecht|betrokken))"
    ),
    soft(
        r"\b(?:altijd|eeuwig) (?:zwijgen|mijn mond|stil)\b|\bzwijg\w* (?:ik )?(?:altijd|voor altijd|eeuwig|over "
        r"alles|in alle talen|als (?:het|een) graf)"
    ),
    soft(
        r"\b(?:hou|houd|houden|hield) (?:ik |wij |we )?(?:\w+ ){0,2}(?:altijd|voor altijd) (?:\w+ "
        r"){0,2}(?:mijn|onze) (?:mond|kaken)\b"
    ),
    soft(rf"\b(?:geheim|verhaal|woorden) {gap(4)}(?:volkomen|volledig|helemaal|altijd|absoluut|geheel) veilig\b"),
    # Said with a denial: nobody hears, nothing goes out.
    denying(
        rf"\b(?:verhaal|gesprek|woorden|vertelt|zegt),? {gap(2)}(?:komt|komen|gaat|gaan) {gap(3)}nooit {gap(3)}"
        r"(?:bij|naar|in handen van) (?:iemand|een ander|anderen|buiten)\b"
    ),
    denying(rf"\b{_WE} {gap(4)}{_TELL} {gap(4)}{_NOTHING} {gap(6)}{_ON}"),
    denying(
        rf"\b{_HAND_ON} (?:ik |wij |we )?{gap(3)}{_NOTHING},? {gap(5)}(?:door|verder|naar buiten|los over|uit de "
        r"school)\b",
        near=r"(?:ik|wij|we)\b",
    ),
    denying(
        rf"\b(?:geef|geven) (?:ik |wij |we )?(?:nooit|niet) {gap(2)}(?:iets|informatie|gegevens|(?:jouw|je|uw) "
        r"(?:naam|verhaal)) (?:door )?(?:aan|door)\b",
        near=r"(?:ik|wij|we)\b",
    ),
    denying(
        rf"\bgeen (?:enkele )?(?:situatie|omstandigheid|reden|geval)\w* waarin (?:ik|wij|we) {gap(8)}(?:deel|delen|"
        r"vertel|vertellen|zeg|doorgeef|doorvertel\w*|praat)\b"
    ),
    denying(
        r"\b(?:(?:niets|niks|geen woord) van (?:wat|dit|alles|jouw|uw|ons|het)|geen woord (?:hier|er)van) "
        rf"{gap(8)}(?:terecht|naar buiten|verder|doorverteld|gedeeld|naar (?:hr|de|je|uw)|bij (?:je|uw|de) \w+)\b"
    ),
    denying(
        r"(?<!je )(?<!u )(?<!we )\b(?:komt|gaat|lekt) (?:er |hier |daar )?(?:nooit|niks|niets) (?:meer |iets |"
        r"ooit )*uit\b",
        near=rf"(?:{_SPOKEN}|neerleg|bij mij)",
    ),
    denying(
        rf"\b(?:hoort|krijgt|verneemt|komt) {gap(2)}niemand {gap(4)}(?:wat van|iets van|hier iets|te weten|te "
        r"horen|achter|erachter)\b"
    ),
    denying(r"\bmond (?:blijft |is |houd ik |hou ik )?(?:\w+ ){0,2}(?:gesloten|dicht|op slot)\b"),
    firm(
        rf"^(?:(?:ja|jazeker|zeker|absoluut|natuurlijk|uiteraard)[,!]? )?(?:voor )?(?:de )?{PERCENT}(?:[.! ]*$|, "
        r"dat )",
        near=_CONFIDENTIAL,
    ),
    denying(
        rf"\b(?:met|aan|tegen) (?:anderen|andere mensen|iemand anders|derden|een ander|iemand) {gap(2)}{_TELL} "
        rf"(?:ik|wij|we) {gap(3)}(?:nooit|niets|niks)\b"
    ),
    denying(rf"\b{_TELL} (?:ik|wij|we) {gap(4)}{_NOTHING} {gap(6)}{_ON}"),
    denying(
        rf"\b{_WE} {gap(4)}(?:vertel|zeg|deel|verklap|verraad) {gap(4)}nooit {gap(2)}(?:iets|wat (?:je|jij|u|jou)? "
        r"?(?:me|mij|hier|zegt|vertelt|deelt)|(?:jouw|je|uw) (?:verhaal|geheim\w*|naam|gegevens))\b"
    ),
    denying(
        rf"\b(?:nooit|nimmer),? {gap(3)}(?:vertel|zeg|deel|verklap|zal|zullen|ga|praat) {gap(1)}(?:ik|wij|we) "
        rf"{gap(6)}(?:iets|{_ON}|{_TELLING})"
    ),
    denying(
        rf"\b{_WE} {gap(3)}(?:zal|zullen|mag|mogen|kan|kunnen|ga|wil|zou) {gap(4)}(?:{_NOTHING}|(?:met|aan|tegen) "
        rf"niemand|niemand) {gap(6)}{_TELLING}\b"
    ),
    denying(
        rf"\b(?:zal|zullen|mag|mogen|ga|wil) (?:ik|wij|we) {gap(4)}(?:{_NOTHING}|(?:met|aan|tegen) niemand) "
        rf"{gap(6)}{_TELLING}\b"
    ),
    denying(rf"\b(?:{_WE} {gap(4)}{_TELL}|{_TELL} (?:ik|wij|we)) {gap(5)}(?:tegen|aan|met) {_NOBODY}\b"),
    denying(rf"\b(?:tegen|aan|met) {_NOBODY} {gap(4)}(?:{_TELL} (?:ik|wij|we)|zal ik|{_TELLING})\b"),
    denying(
        rf"\b(?:{_WE} {gap(3)}(?:vertel|verklap|zeg)|(?:vertel|verklap|zeg) (?:ik|wij|we)) {gap(3)}niemand\b(?! "
        r"(?:wat (?:hij|zij|die)|hoe|dat (?:hij|zij|die)|nee|tegen))"
    ),
    denying(rf"\b(?:nooit|niets|niks|met niemand|aan niemand|nergens|nimmer) {gap(6)}{_TOLD}\b", unless=_REPORT),
    denying(rf"\b(?:niet|nooit|niets|niks) {gap(8)}(?:met|aan|tegen) wie dan ook\b"),
    denying(
        r"(?<!waar )(?<!als )(?<!voelen )\b(?:niemand|geen mens|geen sterveling|geen ziel|geen enkele \w+) "
        rf"(?!hoeft ){gap(8)}(?:te weten|te horen|erachter|er {gap(4)}achter|ter ore|achter kom\w*)\b(?! wie)"
    ),
    denying(
        r"(?<!waar )\b(?:niemand|geen mens|geen sterveling|geen ziel) (?!hoeft )(?:anders )?(?:zal |kan |mag "
        rf")?{gap(3)}(?:hoort|horen|verneemt|vernemen|weet|weten|krijgt|merkt) (?:hier |ooit |hiervan |ervan "
        r")?(?:iets (?:van|over)|er (?:\w+ ){0,3}(?:van|iets)|ervan|hiervan|dit\b|dat (?:je|jij|u)\b|wat (?:je|"
        rf"jij|u) {gap(3)}(?:zegt|vertelt|deelt|bespreekt)|van (?:mij|ons))"
    ),
    denying(
        r"(?<!waar )\b(?:niemand|geen mens|geen sterveling) (?:anders )?(?:hoort|verneemt) (?:het|dit|dat|"
        r"iets)\b(?! (?:als|wel eens))"
    ),
    denying(rf"(?<!waar )\bniemand (?:die )?(?:het|dit|ervan|er) {gap(3)}(?:zal|gaat) (?:weten|horen|vernemen)\b"),
    denying(rf"\bniemand (?:zal|kan|mag|gaat) {gap(6)}(?:horen|vernemen|te weten|ontdekken)\b(?! (?:wie|wat er))"),
    denying(
        rf"\b{_SUPERIOR} (?:komt|hoort|krijgt|verneemt|komen|horen|krijgen|zal|zullen) {gap(4)}(?:nooit|niets|niks|"
        r"geen woord)\b(?! (?:te (?!horen|weten)|aan|voor|mee|op|tegen)\b)(?=[^.;]*\b(?:achter|horen|weten|van|"
        r"iets|niets|niks|wat|erachter|woord)\b)"
    ),
    denying(
        rf"\bzonder dat (?:ook maar )?(?:iemand|een mens|je \w+|uw \w+) {gap(6)}(?:te weten|te horen|erachter|er "
        rf"{gap(4)}achter|ter ore)\b"
    ),
    denying(rf"\b(?:nooit|niet|niets|niks|geen woord) {gap(4)}{_ROOM} uit\b"),
    denying(rf"\b{_ROOM} {gap(3)}(?:nooit|niet|niets|niks) {gap(2)}uit\b"),
    denying(
        rf"\bverl(?:aat|aten) {gap(5)}(?:nooit|niet|niets)\b(?=[^.]*)|\b(?:nooit|niets|niks|geen woord) "
        rf"{gap(5)}verlaat\b|\bverlaten? {_ROOM} (?:nooit|niet)\b",
        near=r"kamer|ruimte|muren|gesprek|deur",
    ),
    denying(rf"\b(?:nooit|niet|niets|niks) {gap(3)}buiten {_ROOM}"),
    denying(
        rf"\b(?:nooit|niets|niks|geen woord|geen letter|geen enkel woord) {gap(6)}naar buiten\b",
        near=r"ga|kom|breng|lek|tree",
    ),
    denying(
        r"\b(?:blijft|blijven) (?:\w+ ){0,3}(?:binnen|in|tussen) (?:deze|de|dit|mijn|onze) (?:vier )?(?:muren|"
        r"kamer|ruimte)\b"
    ),
    denying(
        r"\b(?:wordt|komt|raakt|lekt|komen|lekken) (?:\w+ ){0,2}(?:nooit|niets|niks) (?:\w+ ){0,2}(?:bekend|"
        r"openbaar|uit|aan het licht|op straat|terecht bij)\b",
        near=_SPOKEN,
    ),
    denying(
        r"\blippen (?:zijn|blijven) (?:\w+ )?(?:verzegeld|op slot|dicht)|\bwoord over (?:mijn|onze) lippen|"
        r"\bkraait geen haan|\bgeen haan (?:die )?(?:er )?(?:naar|kraai)"
    ),
    denying(r"\b(?:mee|neem)\b[^.;]*\b(?:in|naar|tot in) (?:mijn|het|ons) graf\b"),
    asked(
        r"^(?:komt|komen|hoort|horen|krijgt|krijgen|weet) (?:er )?(?:mijn|iemand|anderen|andere|de|hr|een|ook|"
        rf"dan) ?{gap(6)}(?:te weten|te horen|achter|hiervan|ervan|iets|dit|het|dat)\b"
    ),
    asked(
        r"^(?:vertel|vertelt|deel|deelt|geef|geeft|zeg|zegt) (?:je|jij|u|de vertrouwenspersoon|hij|zij) "
        rf"{gap(6)}(?:door|verder|aan|tegen|met) "
    ),
    # These say it only beside words about telling or secrecy.
    denying(
        r"\bzonder (?:enige |enkele |ook maar een |een enkele )?uitzondering\w*|\bgeen (?:enkele "
        r")?uitzondering\w*|\buitzonderingen (?:zijn|bestaan|maak|maken|ken|kennen) (?:er |ik |we |wij )?niet\b",
        near=_SPOKEN,
    ),
    denying(
        r"\b(?:onder|in) geen (?:enkele |enkel )?(?:voorwaarde\w*|omstandighe\w+|beding|geval)\b|\bnooit (?:of te|"
        r"ofte|en te) nimmer\b",
        near=rf"(?:{_SPOKEN}|noem|geef)",
    ),
    denying(
        r"\bwat er ook gebeurt\b|\bhoe dan ook\b",
        near=r"geheim\w*|vertrouwelijk|tussen ons|onder ons|niets door|zwijg|mond|niet door|niets tegen",
    ),
)
