"""The codes of findings about reading a kit, VK001 to VK099: what each is called, how serious it is, why it matters.

A code never changes its meaning and is never used again. VK100 and up are the domain rules'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.errors import Finding, Level
from generator.kit.nodes import KeyPath, Mark, show_path

#: The source of what only the form of a kit asks.
FORMAT: Final = "kit-formaat"
_PAPER: Final = "leesbaarheid op papier"
_PRIVACY: Final = "veilig lezen: de site haalt niets van buiten"

_UNREADABLE: Final = "Wat het programma niet kan lezen, kan het ook niet publiceren."
_TYPO: Final = "Een tikfout in een sleutel zou stil verdwijnen. Dan mist de lezer een nummer of een naam."
_UNCLEAR: Final = "Wat op twee manieren te lezen is, komt misschien verkeerd op de site."
_WRONG_VALUE: Final = "Een waarde die niet klopt, zet de lezer op het verkeerde been."
_NO_ANSWER: Final = "Wie dit nummer of adres gebruikt, bereikt niemand. Iemand in nood probeert het vaak maar één keer."
_FILE: Final = "Een bestand dat er niet is of niet opent, geeft de lezer een lege plek."
_OUTSIDE: Final = "Zo kan er iets op de site komen dat niet bij deze kit hoort."
_LAYERS: Final = "Zonder de goede laag mist de kit namen en nummers."
_ROUTE: Final = "De wegwijzer moet altijd naar iemand leiden die er is."
_TWICE: Final = "Met twee keer dezelfde naam is niet duidelijk wie of wat er bedoeld is."


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its Dutch title, its level, why it matters, and the norm that asks for it."""

    title: str
    why: str
    level: Level = "error"
    source: str = FORMAT


CODES: Final[dict[str, Code]] = {
    "VK001": Code("het bestand kan niet worden gelezen", _UNREADABLE),
    "VK002": Code("het bestand is niet opgeslagen als UTF-8", "Anders worden letters met een accent vreemde tekens."),
    "VK003": Code(
        "het bestand begint met een onzichtbaar merkteken (BOM)", "Sommige programma's struikelen erover.", "notice"
    ),
    "VK004": Code("het bestand is te groot of te diep", "Een kit van deze grootte is vast per ongeluk zo geworden."),
    "VK005": Code("een tab in plaats van spaties", _UNREADABLE),
    "VK006": Code("een teken dat niet in een bestand hoort", _UNREADABLE),
    "VK007": Code("gekrulde aanhalingstekens", "Voor YAML zijn dit gewone letters; ze komen dan op de site."),
    "VK008": Code("de regel is niet goed opgeschreven", _UNREADABLE),
    "VK009": Code("een aanhalingsteken is niet gesloten", "Alles wat erna komt, hoort dan bij dezelfde tekst."),
    "VK010": Code("een sleutel staat er twee keer", "Een van de twee zou stil verdwijnen."),
    "VK011": Code("een tag met een uitroepteken", "Een kit is gegevens, nooit een opdracht aan het programma."),
    "VK012": Code("een onderdeel van YAML dat een kit niet gebruikt", _UNCLEAR),
    "VK013": Code("het bestand is leeg of bestaat niet uit sleutels", _UNREADABLE),
    "VK014": Code(
        "er is meer gevonden dan hier staat", "Van een lange lijst fouten zijn de meeste vaak het gevolg van de eerste."
    ),
    "VK020": Code("onbekende sleutel", _TYPO),
    "VK021": Code("een sleutel ontbreekt", "Zonder dit gegeven kan de site niet gemaakt worden."),
    "VK022": Code("geen keuze die bestaat", _WRONG_VALUE),
    "VK023": Code("een andere soort waarde dan hier hoort", _WRONG_VALUE),
    "VK024": Code("een tekst is leeg of te lang", "Een lege of veel te lange tekst helpt de lezer niet."),
    "VK025": Code("een lijst heeft te weinig of te veel delen", _WRONG_VALUE),
    "VK026": Code("een onzichtbaar teken in een waarde", "Zo'n teken kan een naam of nummer anders laten lijken."),
    "VK027": Code("geen goed getal", _WRONG_VALUE),
    "VK028": Code("geen true of false", _UNCLEAR),
    "VK029": Code("geen goede datum", "Aan een datum zie je of een foto mag, en of de gegevens nog kloppen."),
    "VK030": Code("geen goed telefoonnummer", _NO_ANSWER),
    "VK031": Code("geen goed e-mailadres", _NO_ANSWER),
    "VK032": Code("geen goed webadres", _NO_ANSWER),
    "VK033": Code("geen goede kleur", "Zonder goede kleur gebruikt het programma een andere huisstijl."),
    "VK034": Code("geen goede korte naam", "Deze naam wordt een adres op de site, en dat moet overal werken."),
    "VK035": Code("een ander formaat dan 1", "Een ander formaat kan iets anders bedoelen met dezelfde woorden."),
    "VK036": Code("geen enkele manier om contact op te nemen", "Dan staat er een naam zonder weg ernaartoe."),
    "VK037": Code("geen code van een bevinding", "Dan geldt de uitzondering nergens voor."),
    "VK038": Code(
        "een waarde die aanhalingstekens verdient", "Een ander programma maakt er iets anders van.", "notice"
    ),
    "VK040": Code("een bestand ontbreekt", _FILE),
    "VK041": Code("een pad verlaat de map", _OUTSIDE),
    "VK042": Code("geen naam van een gewoon bestand", _FILE),
    "VK043": Code("geen plaatje", _FILE),
    "VK044": Code(
        "een SVG die niet veilig is", "Een tekening kan stil gegevens ophalen of versturen.", source=_PRIVACY
    ),
    "VK045": Code("een bestand is te groot", "Op een telefoon duurt het laden dan te lang."),
    "VK046": Code("geen document", "Een onbekend bestand opent niet bij elke lezer, en kan schade doen."),
    "VK050": Code("de basis is er niet", _LAYERS),
    "VK051": Code("de basis verwijst in een kring", _LAYERS),
    "VK052": Code("de basis ligt buiten de map met kits", _OUTSIDE),
    "VK053": Code("een sleutel die alleen in een basis mag", "In een kit heeft deze sleutel geen gevolg."),
    "VK054": Code("een vergrendelde sleutel", "De branche heeft dit voor alle leden vastgelegd."),
    "VK055": Code("vergrendeld noemt een sleutel die niet bestaat", "Dan is er niets vergrendeld."),
    "VK060": Code("een id komt twee keer voor", _TWICE),
    "VK061": Code(
        "de vervanger bestaat niet",
        "Bij vakantie of ziekte moet iemand anders er echt zijn.",
        source="LVV-functieprofiel vertrouwenspersoon (2016): een regeling voor vervanging",
    ),
    "VK062": Code("een onbekend contact in een route", _ROUTE),
    "VK063": Code("een contact in een route dat deze organisatie niet heeft", _ROUTE, "warning"),
    "VK064": Code("een onbekende situatie", "Deze route zou nergens komen te staan."),
    "VK065": Code("een eigen situatie met een id dat al bestaat", _TWICE),
    "VK066": Code("een contact met een naam die al bezet is", _TWICE),
    "VK067": Code("een onbekende vestiging", "Dan staat deze persoon op geen enkele poster van een vestiging."),
    "VK068": Code("waarschijnlijk een tikfout", "Met een tikfout heeft het woord geen gevolg.", "warning"),
    "VK070": Code("de mapnaam van een kit is niet goed", "De mapnaam wordt een adres, en dat moet overal werken."),
    "VK071": Code("twee kits met dezelfde naam", "De ene site zou de andere overschrijven."),
    "VK072": Code("er is geen kit.yml", "Zonder kit valt er niets te maken."),
    "VK080": Code("een tekst past niet op papier", "Een poster zegt alles, of hij wordt niet gemaakt.", source=_PAPER),
    "VK081": Code("een teken dat niet gedrukt kan worden", "Op papier zou er een leeg vakje staan.", source=_PAPER),
    "VK082": Code(
        "een foto is te klein om te drukken", "Een onscherp gezicht herkent niemand.", "notice", source=_PAPER
    ),
}

BY_ERROR_TYPE: Final[dict[str, str]] = {
    "extra_forbidden": "VK020",
    "missing": "VK021",
    "literal_error": "VK022",
    "model_type": "VK023",
    "dict_type": "VK023",
    "tuple_type": "VK023",
    "tekst_verwacht": "VK023",
    "waar_onwaar_als_tekst": "VK023",
    "tekst_leeg": "VK024",
    "tekst_te_lang": "VK024",
    "too_short": "VK025",
    "too_long": "VK025",
    "verborgen_teken": "VK026",
    "geheel_getal": "VK027",
    "getal_0_1": "VK027",
    "waar_of_onwaar": "VK028",
    "datum": "VK029",
    "telefoonnummer": "VK030",
    "emailadres": "VK031",
    "webadres": "VK032",
    "kleur": "VK033",
    "slug": "VK034",
    "formaat": "VK035",
    "contact_leeg": "VK036",
    "code": "VK037",
    "bestand_ontbreekt": "VK040",
    "bestand_buiten_kit": "VK041",
    "bestand_pad": "VK042",
    "bestand_soort": "VK042",
    "geen_plaatje": "VK043",
    "svg_onveilig": "VK044",
    "bestand_te_groot": "VK045",
    "geen_document": "VK046",
}


def finding(code: str, mark: Mark, message: str, advice: str, path: KeyPath = ()) -> Finding:
    """Make a finding of reading at a place in a file, at its code's own level."""
    return finding_at(mark, path, code, CODES[code], message, advice)


def finding_at(mark: Mark, path: KeyPath, code: str, about: Code, message: str, advice: str) -> Finding:  # noqa: PLR0913, PLR0917  a finding says all of this
    """Make a finding at a place in a file; ``about`` says how serious it is, why it matters and who asks for it."""
    return Finding(
        code=code,
        level=about.level,
        file=mark.layer.name,
        message=message,
        advice=advice,
        line=mark.line,
        column=mark.column,
        path=show_path(path),
        source=about.source,
        line_text=mark.layer.line_text(mark.line),
        why=about.why,
    )


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by file, line and column, each once."""
    return tuple(sorted(set(findings), key=_place))


def _place(item: Finding) -> tuple[str, int, int, str, str, str]:
    # The message too: a set has no order, and two findings of one code may stand at one place.
    return item.file, item.line, item.column, item.code, item.path, item.message
