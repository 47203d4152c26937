"""A mistake in the writing of a YAML file: say in plain Dutch what it is, and take it out so that reading can go on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import yaml

from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.compose import CURLY_DOUBLE, Shifts
from generator.kit.nodes import Layer, Mark
from generator.kit.text import shorten

# Nothing is tried twice (``*+``): a line may be as long as the file.
_OPEN_QUOTE: Final = re.compile(r"""^\s*+(?:-\s++)*+(?:[^\s#"'][^:#"']*+:\s++)?(?P<quote>["'])(?:(?!(?P=quote)).)*$""")
_CURLY_VALUE: Final = re.compile(rf"(?:^|[:,\[{{-])\s*([{CURLY_DOUBLE}])")
_TIGHT: Final = re.compile(r"\s*(?:-\s+)*[A-Za-z0-9_-]+:(?=[^\s/:])")
_INDENT: Final = re.compile(r"[ \t]*")
_ONLY_CLOSERS: Final = re.compile(r"\s*[\]}]+,?\s*(#.*)?$")

#: Part of YAML's own message -> what it means, and what to do. The first that fits counts.
_PLAIN: Final = (
    (
        "mapping values are not allowed",
        "Op deze regel staat een dubbele punt te veel, of de regel springt verkeerd in.",
        'Zet tekst met een dubbele punt tussen aanhalingstekens: naam: "Zorg: De Vecht"; of verbeter de inspringing.',
    ),
    (
        "could not find expected ':'",
        "Op deze regel ontbreekt een dubbele punt achter de sleutel.",
        "Schrijf sleutel, dubbele punt, spatie, waarde, bijvoorbeeld medewerkers: 180.",
    ),
    (
        "flow sequence",
        "Een lijst tussen [ en ] is niet goed opgeschreven of niet gesloten.",
        "Zet komma's tussen de delen en sluit af met ], bijvoorbeeld vestigingen: [Culemborg, Tiel].",
    ),
    (
        "flow mapping",
        "Een blok tussen { en } is niet goed opgeschreven of niet gesloten.",
        'Zet komma\'s tussen de delen en sluit af met }, bijvoorbeeld contact: {telefoon: "06 12345678"}.',
    ),
    (
        "escape character",
        "Tussen dubbele aanhalingstekens heeft een backslash een eigen betekenis.",
        "Gebruik een gewone schuine streep, of enkele aanhalingstekens, bijvoorbeeld 'a\\b'.",
    ),
    (
        "block collection",
        "Deze regel springt niet goed in: de delen van een lijst beginnen recht onder elkaar met een streepje.",
        "Zet elk streepje precies onder het vorige, en de sleutels van een deel onder elkaar.",
    ),
    (
        "sequence entries are not allowed",
        "Hier begint een lijst op een plek waar dat niet kan.",
        "Zet het streepje op een nieuwe regel, onder de sleutel: vertrouwenspersonen: en daaronder - naam: Samira.",
    ),
    (
        "document start",
        "Deze regel hoort bij geen enkele sleutel.",
        "Schrijf sleutel, dubbele punt, spatie, waarde, bijvoorbeeld medewerkers: 180.",
    ),
    *(
        (
            part,
            "Deze waarde begint met een teken dat in YAML een eigen betekenis heeft.",
            'Zet de waarde tussen aanhalingstekens, bijvoorbeeld naam: "@kantoor".',
        )
        for part in (
            "cannot start any token",
            "node content",
            "scanning an a",
            "a tag",
            "mapping keys",
            "scanning a directive",
        )
    ),
    (
        "block mapping",
        "Deze regel springt niet goed in, of er staat iets achter de waarde dat er niet hoort.",
        "Laat sleutels die bij elkaar horen even ver inspringen; zet bijzondere tekens tussen aanhalingstekens.",
    ),
    (
        "block scalar",
        "Achter | of > hoort niets meer te staan.",
        "Zet de tekst op de volgende regels, ingesprongen.",
    ),
)
_OTHERWISE: Final = (
    "Deze regel is niet goed opgeschreven.",
    "Schrijf sleutel, dubbele punt, spatie, waarde, bijvoorbeeld medewerkers: 180.",
)


def repair(problem: yaml.MarkedYAMLError, lines: list[str], layer: Layer, shifts: Shifts) -> list[Finding]:
    """Return what is wrong, and change ``lines`` so that the next try gets past it.

    Line numbers stay the same; what moves columns is added to ``shifts``.
    """
    at = problem.problem_mark or problem.context_mark
    line, column = (min(at.line, len(lines) - 1), at.column) if at else (0, 0)
    if "'\\t'" in str(problem.problem):
        return _tabs(lines, layer, shifts, (line, column))
    curly = _CURLY_VALUE.search(lines[line])
    if curly:
        return [_curly(lines, layer, line, curly.start(1))]
    tight = _tight_colon(problem, lines, line)
    if tight is not None:
        return [_space(lines, layer, shifts, tight)]
    unclosed = _unclosed(lines, problem, line)
    if unclosed is not None:
        return [_quote(lines, layer, unclosed)]
    return [_other(problem, lines, layer, line, column)]


def _tabs(lines: list[str], layer: Layer, shifts: Shifts, place: tuple[int, int]) -> list[Finding]:
    """Report tabs at the beginning of lines once for the file, other tabs where they stand."""
    line, column = place
    if lines[line][:column].strip():
        lines[line] = lines[line][:column] + " " + lines[line][column + 1 :]
        advice = "Gebruik een spatie."
        found = finding("VK005", Mark(layer, line + 1, column + 1), "Hier staat een tab.", advice)
        return [replace(found, level="notice")]
    tabbed = [number for number, text in enumerate(lines) if "\t" in _indent(text)]
    for number in tabbed:
        indent = _indent(lines[number])
        lines[number] = indent.replace("\t", "  ") + lines[number][len(indent) :]
        shifts[number] = (0, indent.count("\t"))
    first = tabbed[0]
    more = f" (ook op {_numbers(tabbed[1:])})" if tabbed[1:] else ""
    message = f"Deze regel springt in met een tab{more}; YAML kent alleen spaties."
    column = layer.lines[first].index("\t") + 1
    return [finding("VK005", Mark(layer, first + 1, column), message, "Vervang elke tab door twee spaties.")]


def _numbers(numbers: list[int]) -> str:
    """Write line numbers, at most five of them."""
    shown = ", ".join(str(number + 1) for number in numbers[:5])
    rest = f" en {len(numbers) - 5} andere" if len(numbers) > 5 else ""
    return f"regel {shown}{rest}"


def _indent(line: str) -> str:
    """Return the white space that a line begins with."""
    match = _INDENT.match(line)
    return match.group() if match else ""


def _curly(lines: list[str], layer: Layer, line: int, column: int) -> Finding:
    """Report curly quotes in a line that cannot be read, and make them straight, or take the line out."""
    straight = re.sub(f"[{CURLY_DOUBLE}]", '"', lines[line])
    message = "Hier staan gekrulde aanhalingstekens; YAML leest die als letters."
    example = f"Gebruik rechte aanhalingstekens: {shorten(straight.strip())}"
    if '"' in lines[line]:
        _drop(lines, line)
    else:
        lines[line] = straight
    return finding("VK007", Mark(layer, line + 1, column + 1), message, example)


def _tight_colon(problem: yaml.MarkedYAMLError, lines: list[str], line: int) -> int | None:
    """Return the line that has no space behind the colon of its key, if the problem may come from it."""
    if not any(part in str(problem.problem) for part in ("mapping values", "could not find expected ':'", "document")):
        return None
    if problem.context_mark and "simple key" in str(problem.context):
        line = problem.context_mark.line
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    return next((number for number in (line, above) if _TIGHT.match(lines[number])), None)


def _space(lines: list[str], layer: Layer, shifts: Shifts, line: int) -> Finding:
    """Report a colon without a space behind it, and add the space."""
    match = _TIGHT.match(lines[line])
    end = match.end() if match else 0
    shown = f"{lines[line][:end]} {lines[line][end:]}"
    lines[line] = shown
    shifts[line] = (end + 1, 1)
    message = "Achter de dubbele punt ontbreekt een spatie."
    return finding("VK008", Mark(layer, line + 1, end), message, f"Schrijf {shorten(shown.strip())}")


def _unclosed(lines: list[str], problem: yaml.MarkedYAMLError, line: int) -> int | None:
    """Return the line on which a quote opens that does not close there, if the problem may come from it."""
    if "quoted scalar" in str(problem.context) and "escape" not in str(problem.problem) and problem.context_mark:
        return int(problem.context_mark.line)
    start = problem.context_mark.line if problem.context_mark else line
    return next((number for number in range(line, min(start, line) - 1, -1) if _OPEN_QUOTE.match(lines[number])), None)


def _quote(lines: list[str], layer: Layer, line: int) -> Finding:
    """Report a quote that does not close, and take its line out."""
    match = _OPEN_QUOTE.match(lines[line])
    column = match.start("quote") if match else 0
    _drop(lines, line)
    message = "Het aanhalingsteken dat hier begint, wordt niet goed gesloten."
    advice = 'Zet aan het eind van de waarde hetzelfde aanhalingsteken, bijvoorbeeld naam: "De Linge".'
    return finding("VK009", Mark(layer, line + 1, column + 1), message, advice)


def _other(problem: yaml.MarkedYAMLError, lines: list[str], layer: Layer, line: int, column: int) -> Finding:
    """Report any other mistake, and take out the line that it stands on with what belongs to it."""
    said = f"{problem.problem} {problem.context}"
    message, advice = next(((message, advice) for part, message, advice in _PLAIN if part in said), _OTHERWISE)
    begins = problem.context_mark
    if begins and any(part in said for part in ("flow", "simple key", "anchor", "alias", "a tag")):
        line, column = min(begins.line, len(lines) - 1), begins.column
    if "escape" in said:
        column -= 1
    while line > 0 and not lines[line].strip():
        line, column = line - 1, 0
    column = column if column <= len(layer.lines[line]) else 0
    _drop(lines, line)
    return finding("VK008", Mark(layer, line + 1, column + 1), message, advice)


def _drop(lines: list[str], line: int) -> None:
    """Empty a line, the lines below it that spring in further, and closing brackets that then stand alone."""
    indent = len(_indent(lines[line]))
    lines[line] = ""
    for number in range(line + 1, len(lines)):
        text = lines[number]
        if text.strip() and len(_indent(text)) <= indent:
            if _ONLY_CLOSERS.match(text):
                lines[number] = ""
            return
        lines[number] = ""
