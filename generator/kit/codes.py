"""The codes of findings about reading a kit, VK001 to VK099, each with its Dutch title and level.

A code never changes its meaning and is never used again. VK100 and up are the domain rules'.
"""

from __future__ import annotations

from typing import Final

from generator.errors import Finding, Level
from generator.kit.nodes import KeyPath, Mark, show_path

TITLES: Final[dict[str, str]] = {
    "VK001": "het bestand kan niet worden gelezen",
    "VK002": "het bestand is niet opgeslagen als UTF-8",
    "VK003": "het bestand begint met een onzichtbaar merkteken (BOM)",
    "VK004": "het bestand is te groot of te diep",
    "VK005": "een tab in plaats van spaties",
    "VK006": "een teken dat niet in een bestand hoort",
    "VK007": "gekrulde aanhalingstekens",
    "VK008": "de regel is niet goed opgeschreven",
    "VK009": "een aanhalingsteken is niet gesloten",
    "VK010": "een sleutel staat er twee keer",
    "VK011": "een tag met een uitroepteken",
    "VK012": "een onderdeel van YAML dat een kit niet gebruikt",
    "VK013": "het bestand is leeg of bestaat niet uit sleutels",
    "VK020": "onbekende sleutel",
    "VK021": "een sleutel ontbreekt",
    "VK022": "geen keuze die bestaat",
    "VK023": "een andere soort waarde dan hier hoort",
    "VK024": "een tekst is leeg of te lang",
    "VK025": "een lijst heeft te weinig of te veel delen",
    "VK026": "een onzichtbaar teken in een waarde",
    "VK027": "geen goed getal",
    "VK028": "geen true of false",
    "VK029": "geen goede datum",
    "VK030": "geen goed telefoonnummer",
    "VK031": "geen goed e-mailadres",
    "VK032": "geen goed webadres",
    "VK033": "geen goede kleur",
    "VK034": "geen goede korte naam",
    "VK035": "een ander formaat dan 1",
    "VK036": "geen enkele manier om contact op te nemen",
    "VK037": "geen code van een bevinding",
    "VK038": "een waarde die aanhalingstekens verdient",
    "VK040": "een bestand ontbreekt",
    "VK041": "een pad verlaat de map",
    "VK042": "geen naam van een gewoon bestand",
    "VK043": "geen plaatje",
    "VK044": "een SVG die niet veilig is",
    "VK045": "een bestand is te groot",
    "VK046": "geen document",
    "VK050": "de basis is er niet",
    "VK051": "de basis verwijst in een kring",
    "VK052": "de basis ligt buiten de map met kits",
    "VK053": "een sleutel die alleen in een basis mag",
    "VK054": "een vergrendelde sleutel",
    "VK055": "vergrendeld noemt een sleutel die niet bestaat",
    "VK060": "een id komt twee keer voor",
    "VK061": "de vervanger bestaat niet",
    "VK062": "een onbekend contact in een route",
    "VK063": "een contact in een route dat deze organisatie niet heeft",
    "VK064": "een onbekende situatie",
    "VK065": "een eigen situatie met een id dat al bestaat",
    "VK066": "een contact met een naam die al bezet is",
    "VK067": "een onbekende vestiging",
    "VK068": "waarschijnlijk een tikfout",
    "VK070": "de mapnaam van een kit is niet goed",
    "VK071": "twee kits met dezelfde naam",
    "VK072": "er is geen kit.yml",
    "VK080": "een tekst past niet op papier",
    "VK081": "een teken dat niet gedrukt kan worden",
    "VK082": "een foto is te klein om te drukken",
}

_LEVELS: Final[dict[str, Level]] = {
    "VK003": "notice",
    "VK038": "notice",
    "VK063": "warning",
    "VK068": "warning",
    "VK082": "notice",
}

#: The type of a pydantic error, built in or raised by our own readers -> code.
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
    """Make a finding at a place in a file, at its code's own level."""
    return Finding(
        code=code,
        level=_LEVELS.get(code, "error"),
        file=mark.layer.name,
        message=message,
        advice=advice,
        line=mark.line,
        column=mark.column,
        path=show_path(path),
        line_text=mark.layer.line_text(mark.line),
    )


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by file, line and column, each once."""
    return tuple(sorted(set(findings), key=lambda item: (item.file, item.line, item.column, item.code, item.path)))
