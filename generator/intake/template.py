"""An empty list of members to fill in: headings, explanations, drop-down lists, examples on a sheet of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from generator.intake.fields import ADVISOR_FIELDS, MEMBER_FIELDS, Field, contact_fields
from generator.intake.savedbook import FONT, saved

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET: Final = "Leden"
EXAMPLE: Final = "Voorbeeld"
EXPLANATION: Final = "Uitleg"
_CHOICES: Final = "Keuzes"
_ADVISORS: Final = 3
_LAST_ROW: Final = 2_000
_MEMBER_COLUMNS: Final = (
    "lidnummer", "naam", "korte_naam", "plaats", "medewerkers", "sector", "vestigingen", "aanspreekvorm", "site_url",
    "site_openbaar", "afzender", "contact.email", "gecontroleerd_op", "kleur", "logo",
)  # fmt: skip
_ADVISOR_COLUMNS: Final = (
    "naam", "soort", "functie", "afdeling", "bureau", "telefoon", "email", "whatsapp", "signal", "afspraak",
    "bereikbaar", "locatie", "talen", "andere_rollen", "werkgebied", "vervanger", "register", "foto", "toestemming",
    "voorstellen",
)  # fmt: skip
_CONTACT_COLUMNS: Final = (
    "leidinggevende.naam", "hr.naam", "hr.telefoon", "hr.email", "bedrijfsarts.naam", "bedrijfsarts.telefoon",
    "klachtencommissie.naam", "klachtencommissie.soort", "klachtencommissie.telefoon", "klachtencommissie.email",
    "meldregeling.email", "meldregeling.document",
)  # fmt: skip
#: One word may be chosen, another may be typed: a sheet holds only a few of all sectors and roles.
_SUGGESTED: Final[dict[str, tuple[str, ...]]] = {
    "sector": ("bouw", "cultuur", "detailhandel", "horeca", "industrie", "media", "onderwijs", "sport", "zorg"),
    "werkgebied": (
        "ongewenste-omgangsvormen", "integriteit", "ongewenste-omgangsvormen, integriteit"
    ),
}  # fmt: skip
_NEEDED: Final = frozenset({("naam", False), ("medewerkers", False)})
_COLOURS: Final = {"lid": "1F4E5F", "vertrouwenspersoon": "6B3E75", "contact": "4A5A23"}
_INTRODUCTION: Final = (
    "Zo vul je deze lijst in",
    "",
    "1. Vul op het blad 'Leden' één rij per lid in. Het blad 'Voorbeeld' laat zien hoe dat eruitziet.",
    "2. Alleen de naam, het aantal medewerkers en één vertrouwenspersoon zijn nodig. De rest mag leeg blijven.",
    "3. Wat voor alle leden gelijk is, zet je niet hier, maar in branche.yml.",
    "4. Heeft een lid meer dan drie vertrouwenspersonen? Maak kolommen erbij: 'Vertrouwenspersoon 4: naam' en verder.",
    "    Of geef elke vertrouwenspersoon een eigen rij, en herhaal daarin de naam van het lid.",
    "5. Typ een telefoonnummer zoals je het belt. De kolommen zijn al opgemaakt als tekst.",
    "6. Een foto of logo is een bestand naast deze lijst. Vul de naam in, zoals fotos/samira.jpg.",
    "    Een foto komt pas op de site als er ook een datum van toestemming staat.",
    "7. Gebruik geen formules. Kopieer je uit een andere lijst? Plak dan alleen de waarden.",
    "8. Maak de kits met: vertrouwenskit import leden.xlsx --into kits/branche",
    "",
    "Wat hoort in welke kolom?",
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """One column of the template; ``example`` is a row of the sheet with examples."""

    field: Field
    title: str
    kind: str
    examples: tuple[object, ...]


def template_bytes() -> bytes:
    """Return the empty workbook as a file."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101  a new workbook has one sheet
    sheet.title = SHEET
    columns = _columns()
    lists = _choices(book, columns)
    _table(sheet, columns, lists, comments=True)
    example = book.create_sheet(EXAMPLE)
    _table(example, columns, {}, comments=False)
    for number, column in enumerate(columns, start=1):
        for row, value in enumerate(column.examples, start=2):
            example.cell(row, number).value = value
    _explanation(book, columns)
    book.move_sheet(_CHOICES, offset=len(book.sheetnames))
    return saved(book)


def _columns() -> list[_Heading]:
    members = {field.key: field for field in (*MEMBER_FIELDS, *contact_fields())}
    advisors = {field.key: field for field in ADVISOR_FIELDS}
    found = [_Heading(members[key], members[key].title, "lid", _of_member(key)) for key in _MEMBER_COLUMNS]
    for number in range(1, _ADVISORS + 1):
        found += [
            _Heading(
                advisors[key],
                f"Vertrouwenspersoon {number}: {advisors[key].title}",
                "vertrouwenspersoon",
                _of_advisor(key, number),
            )
            for key in _ADVISOR_COLUMNS
        ]
    found += [_Heading(members[key], members[key].title, "contact", _of_member(key)) for key in _CONTACT_COLUMNS]
    return found


def _table(sheet: Worksheet, columns: list[_Heading], lists: dict[str, str], *, comments: bool) -> None:
    """Write the headings, and give every column below them its form."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(1, number, column.title)
        cell.font = Font(name=FONT, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_COLOURS[column.kind])
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if comments:
            cell.comment = Comment(_explained(column), "vertrouwenskit", height=110, width=260)
        letter = get_column_letter(number)
        # The form of a whole column holds for rows that somebody adds later.
        dimension = sheet.column_dimensions[letter]
        dimension.width = _width(column)
        dimension.number_format = _form(column.field)
        for row in range(2, 60):
            sheet.cell(row, number).number_format = _form(column.field)
        _restrict(sheet, column, f"{letter}2:{letter}{_LAST_ROW}", lists)
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = "C2"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"


def _form(field: Field) -> str:
    """Return the number format: text keeps zeros, a date is one, a head count is a number."""
    if field.kind == "date":
        return "d-m-yyyy"
    return "0" if field.kind == "count" else "@"


def _restrict(sheet: Worksheet, column: _Heading, cells: str, lists: dict[str, str]) -> None:
    """Add a drop-down list, or what a date and a head count must be."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule: Any = None
    if column.field.key in lists:
        rule = DataValidation(type="list", formula1=lists[column.field.key], allow_blank=True)
        if not column.field.choices or column.field.kind == "slugs":
            rule.errorStyle = "information"
    elif column.field.kind == "date":
        rule = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    elif column.field.kind == "count":
        rule = DataValidation(type="whole", operator="greaterThan", formula1="0", allow_blank=True)
    if rule is None:
        return
    rule.errorTitle = "Klopt dit?"
    rule.error = column.field.meaning
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _choices(book: Workbook, columns: list[_Heading]) -> dict[str, str]:
    """Write every list of choices on a hidden sheet; return by field the cells to choose from."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(_CHOICES)
    sheet.sheet_state = "hidden"
    found: dict[str, str] = {}
    for column in columns:
        words = _SUGGESTED.get(column.field.key, column.field.choices)
        if not words or column.field.key in found:
            continue
        number = len(found) + 1
        for row, word in enumerate((column.field.title, *words), start=1):
            sheet.cell(row, number, word)
        letter = get_column_letter(number)
        found[column.field.key] = f"{_CHOICES}!${letter}$2:${letter}${len(words) + 1}"
    return found


def _explained(column: _Heading) -> str:
    needed = " Dit is nodig." if _is_needed(column) else ""
    return f"{column.field.meaning}{needed}\nVoorbeeld: {column.field.example}"


def _is_needed(column: _Heading) -> bool:
    return column.kind == "lid" and (column.field.key, False) in _NEEDED


def _width(column: _Heading) -> float:
    if column.field.kind in {"url", "text", "email"} or column.field.key in {"bereikbaar", "locatie", "naam"}:
        return 32
    return 14 if column.field.kind in {"count", "date", "choice", "yes_no", "number"} else 22


def _explanation(book: Workbook, columns: list[_Heading]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = book.create_sheet(EXPLANATION)
    for row, text in enumerate(_INTRODUCTION, start=1):
        sheet.cell(row, 1, text).font = Font(
            name=FONT, bold=not text[:1].isdigit() and not text.startswith(" "), size=12
        )
    start = len(_INTRODUCTION) + 1
    for number, heading in enumerate(("Onderdeel", "Wat hoort hier?", "Voorbeeld"), start=1):
        sheet.cell(start, number, heading).font = Font(name=FONT, bold=True)
    row = start
    for column in columns:
        if column.kind == "vertrouwenspersoon" and not column.title.startswith("Vertrouwenspersoon 1"):
            continue
        row += 1
        needed = " Nodig." if _is_needed(column) else ""
        texts = (column.title, column.field.meaning + needed, column.field.example)
        for number, text in enumerate(texts, start=1):
            cell = sheet.cell(row, number)
            cell.value = text
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=number > 1, vertical="top")
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for letter, width in (("A", 38), ("B", 100), ("C", 60)):
        sheet.column_dimensions[letter].width = width


def _of_member(key: str) -> tuple[object, ...]:
    """Return what the two example members say."""
    second: dict[str, object] = {
        "lidnummer": "1002", "naam": "Loodgietersbedrijf Waterman", "plaats": "Culemborg", "medewerkers": 12,
        "aanspreekvorm": "u", "gecontroleerd_op": date(2026, 9, 1), "leidinggevende.naam": "Marja Waterman",
    }  # fmt: skip
    first = {field.key: field.example for field in (*MEMBER_FIELDS, *contact_fields())}
    typed: dict[str, object] = {
        "medewerkers": 45, "gecontroleerd_op": date(2026, 10, 1), "logo": None, "sector": "detailhandel",
        "leidinggevende.naam": "je leidinggevende", "hr.naam": "HR De Korenbloem",
        "bedrijfsarts.naam": "dr. P. Smit, Arbodienst Voorbeeld",
    }  # fmt: skip
    return (typed.get(key, first[key]), second.get(key))


def _of_advisor(key: str, number: int) -> tuple[object, ...]:
    """Return the example advisors: an internal and an external one, and only an external one at the second member."""
    internal: dict[str, object] = {
        "naam": "Samira El Amrani", "soort": "intern", "functie": "bakker", "afdeling": "Productie",
        "telefoon": "06 12345678", "email": "samira@dekorenbloem.example", "whatsapp": "06 12345678",
        "bereikbaar": "maandag t/m donderdag, 9.00 tot 17.00 uur", "talen": "Nederlands, Arabisch",
        "werkgebied": "ongewenste-omgangsvormen, integriteit", "vervanger": "Joost Verhage",
        "voorstellen": "Ik luister, denk met je mee en ben er zonder oordeel.",
    }  # fmt: skip
    external: dict[str, object] = {
        "naam": "Joost Verhage", "soort": "extern", "bureau": "Praktijk Verhage", "telefoon": "088 1234567",
        "email": "joost@verhage.example", "talen": "Nederlands, Engels",
    }  # fmt: skip
    rows = {1: (internal, external), 2: (external, {}), 3: ({}, {})}[number]
    return tuple(row.get(key) for row in rows)
