"""The kinds of value that a kit holds: text, numbers, dates, addresses, colours, files.

Each is an annotated type for pydantic: it reads the text that stands in the kit, raises Dutch errors with stable
types (see ``codes``), and describes itself to editors. Every scalar arrives as text, so that nothing is mangled.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Final, TypeAlias

from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema

from generator import limits
from generator.kit.addresses import EMAIL_PATTERN, URL_PATTERN, read_email, read_url
from generator.kit.files import PATTERN as FILE_PATTERN
from generator.kit.files import Bestand, find_file
from generator.kit.phone import NBSP, Telefoonnummer, parse_phone
from generator.kit.pictures import check_document, check_logo, check_photo
from generator.kit.problems import as_text, wrong
from generator.kit.scalars import (
    CODE_PATTERN,
    COLOUR_PATTERN,
    DATE_PATTERN,
    FRACTION_PATTERN,
    read_boolean,
    read_code,
    read_colour,
    read_count,
    read_date,
    read_fraction,
    read_version,
)
from generator.kit.text import FORBIDDEN, SLUG_PATTERN, clean_lines, one_line, shorten, slugify

__all__ = [
    "NBSP",
    "Aantal",
    "Bestand",
    "Code",
    "Datum",
    "Documentbestand",
    "Emailadres",
    "Focus",
    "Fotobestand",
    "JaNee",
    "Kleur",
    "Logobestand",
    "Markdownregel",
    "Postadres",
    "Regel",
    "Reglement",
    "Slug",
    "Tekst",
    "Telefoonnummer",
    "Versie",
    "Webadres",
    "parse_phone",
]

_TEXT_PATTERN: Final = rf"^(?![\s\S]*[{FORBIDDEN}])[\s\S]*\S"
#: An unquoted number is a number to an editor, and text to us.
_TEXT_TYPES: Final = ["string", "number"]


def _tekst(value: Any, info: ValidationInfo) -> str:
    """Read text of one or more lines."""
    return _within(as_text(value, info), limits.TEXT, clean_lines)


def _post(value: Any, info: ValidationInfo) -> str:
    """Read a postal address of one or more lines."""
    return _within(as_text(value, info), limits.POST, clean_lines)


def _regel(value: Any, info: ValidationInfo) -> str:
    """Read text that stands on one line; line ends become spaces."""
    return _within(as_text(value, info), limits.LINE, one_line)


def _within(raw: str, limit: int, clean: Callable[[str], str]) -> str:
    """Return the cleaned text; raises ``tekst_leeg`` or ``tekst_te_lang`` (above ``limit`` characters).

    A text that spaces alone can't explain is not cleaned first: with many accents in a row that takes for ever.
    """
    text = clean(raw) if len(raw) <= limit * 10 else raw
    if not text:
        raise wrong("tekst_leeg", "Deze tekst is leeg.", "Vul de tekst in, of haal de hele sleutel weg.")
    if len(text) > limit:
        raise wrong("tekst_te_lang", f"Deze tekst heeft {len(text)} tekens.", f"Gebruik hooguit {limit} tekens.")
    return text


def _slug(value: Any, info: ValidationInfo) -> str:
    """Read a short name of small letters, digits and hyphens."""
    text = as_text(value, info)
    if len(text) > limits.SLUG:
        message = f"Deze korte naam heeft {len(text)} tekens."
        raise wrong("slug", message, f"Gebruik hooguit {limits.SLUG} tekens; de naam wordt ook die van een bestand.")
    if not re.fullmatch(SLUG_PATTERN, text):
        better = slugify(text)
        raise wrong(
            "slug",
            f"'{shorten(text)}' mag hier niet als naam.",
            (f"Bedoelde je '{better}'? " if better else "")
            + "Gebruik kleine letters zonder accent, cijfers en streepjes.",
        )
    return str(text)


def _reglement(value: Any, info: ValidationInfo) -> Bestand | str:
    """Read a document in the kit, or a web address."""
    if isinstance(value, Bestand):
        return value
    text = as_text(value, info)
    if re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*://|www\.)", text):
        address = read_url(value, info)
        if not address.startswith("https://"):
            raise wrong(
                "webadres", f"'{shorten(text)}' is niet beveiligd.", "Schrijf een webadres met https:// ervoor."
            )
        return address
    return check_document(find_file(text, info))


def _schema(types: str | list[str], pattern: str, help_text: str, **more: Any) -> WithJsonSchema:
    """Describe a value for editors; ``help_text`` is the Dutch sentence that an editor shows for another form."""
    return WithJsonSchema({"type": types, "pattern": pattern, "patternErrorMessage": help_text, **more})


_text = _schema(_TEXT_TYPES, _TEXT_PATTERN, "Hier hoort tekst, zonder onzichtbare tekens.")
#: Text of one or more lines: NFC, stripped, never empty, no hidden characters.
Tekst: TypeAlias = Annotated[str, PlainValidator(_tekst), _text]
#: The same, short enough for a code on paper.
Postadres: TypeAlias = Annotated[str, PlainValidator(_post), _text]
#: The same on one line: names, titles, hours.
Regel: TypeAlias = Annotated[str, PlainValidator(_regel), _text]
#: Raw inline Markdown; it is made safe where it is rendered.
Markdownregel: TypeAlias = Annotated[str, PlainValidator(_tekst), _text]
Slug: TypeAlias = Annotated[
    str,
    PlainValidator(_slug),
    _schema(_TEXT_TYPES, SLUG_PATTERN, "Gebruik kleine letters zonder accent, cijfers en streepjes.", minimum=0),
]
Code: TypeAlias = Annotated[
    str, PlainValidator(read_code), _schema("string", CODE_PATTERN, "Een code is VK met drie cijfers, zoals VK104.")
]
Emailadres: TypeAlias = Annotated[
    str,
    PlainValidator(read_email),
    _schema("string", EMAIL_PATTERN, "Hier hoort een e-mailadres, zoals hr@delinge.example."),
]
Webadres: TypeAlias = Annotated[
    str,
    PlainValidator(read_url),
    _schema("string", URL_PATTERN, "Hier hoort een heel webadres, zoals https://www.delinge.example/."),
]
Kleur: TypeAlias = Annotated[
    str, PlainValidator(read_colour), _schema("string", COLOUR_PATTERN, 'Een kleur ziet eruit als "#00524c".')
]
Datum: TypeAlias = Annotated[
    date, PlainValidator(read_date), _schema("string", DATE_PATTERN, "Schrijf een datum als 2026-10-01.")
]
Aantal: TypeAlias = Annotated[
    int,
    PlainValidator(read_count),
    _schema(
        ["integer", "string"],
        "^0*[1-9][0-9]*$",
        "Hier hoort een heel getal, zoals 180.",
        minimum=1,
        maximum=999_999_999,
    ),
]
JaNee: TypeAlias = Annotated[bool, PlainValidator(read_boolean), WithJsonSchema({"type": "boolean"})]
Versie: TypeAlias = Annotated[int, PlainValidator(read_version), WithJsonSchema({"enum": [1, "1"]})]
_Deel: TypeAlias = Annotated[
    float,
    PlainValidator(read_fraction),
    _schema(["number", "string"], FRACTION_PATTERN, "Hier hoort een getal van 0 tot 1.", minimum=0, maximum=1),
]
#: The centre of a photo's crop: from the left and from the top, 0 to 1.
Focus: TypeAlias = tuple[_Deel, _Deel]
Fotobestand: TypeAlias = Annotated[Bestand, AfterValidator(check_photo)]
Logobestand: TypeAlias = Annotated[Bestand, AfterValidator(check_logo)]
Documentbestand: TypeAlias = Annotated[Bestand, AfterValidator(check_document)]
#: A document in the kit, or a web address.
Reglement: TypeAlias = Annotated[
    Bestand | str,
    PlainValidator(_reglement),
    WithJsonSchema({"type": "string", "anyOf": [{"pattern": URL_PATTERN}, {"pattern": FILE_PATTERN}]}),
]
