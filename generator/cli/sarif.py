"""Findings as SARIF 2.1.0 (OASIS, with errata 01), the form in which CI and editors take the results of a check.

Nothing in it is of the moment or, for files below the folder that the program runs in, of the machine: the same kits
give the same bytes, so that two runs can be compared.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from generator import __version__
from generator.cli.console import print_json
from generator.errors import Answer, Finding, Level
from generator.rules.guide import Entry, entries

#: The folder that holds a kit and its layers, as ``shown_name`` takes it, and what was found in that kit.
KitFindings: TypeAlias = tuple[Path, Iterable[Finding]]

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: What relative addresses start from, by the name that CI services know. Where that is, is this machine's business.
BASE: Final = "%SRCROOT%"
#: The key of our fingerprint; another way of making it gets another key, or every known finding would be new.
FINGERPRINT: Final = "vertrouwenskit/v1"
_LEVELS: Final[dict[Level, str]] = {"error": "error", "warning": "warning", "notice": "note"}
#: A longer line is not quoted: a whole kit on one line would be quoted again with each finding.
_MAX_QUOTED: Final = 1000


def print_sarif(found: Iterable[KitFindings], folder: Path) -> None:
    """Print the findings as one SARIF log and nothing else."""
    # SARIF is UTF-8, and a terminal or a pipe may be something else: plain ASCII is right in both.
    print_json(sarif(found, folder), plain=True)


def sarif(found: Iterable[KitFindings], folder: Path) -> dict[str, Any]:
    """Return a SARIF log of what was found in each kit, in the order given.

    ``folder`` is where addresses start: the folder that the program runs in, for CI that of the repository. A file
    elsewhere gets its whole address. What two kits find in a layer that they share is told once.
    """
    rules = entries()
    driver = {"name": "vertrouwenskit", "version": __version__, "language": "nl", "rules": [*map(_rule, rules)]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "language": "nl",
        "originalUriBaseIds": {BASE: {"description": {"text": "De map waarin vertrouwenskit draaide."}}},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(found, folder.resolve(), [entry.code for entry in rules])),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(entry: Entry) -> dict[str, Any]:
    """Return all that is to be said of a code; a viewer shows it beside each of its findings."""
    title = f"{entry.title[:1].upper()}{entry.title[1:]}."
    source = f"Bron: {entry.source}."
    example = f"Een voorbeeld geeft: vertrouwenskit rules {entry.code}" if entry.wrong else ""
    examples = (("Fout", entry.wrong), ("Goed", entry.right))
    pieces = [f"{word}:\n\n```yaml\n{yaml}\n```" for word, yaml in examples if yaml]
    return {
        "id": entry.code,
        "name": "".join(word.capitalize() for word in re.findall(r"\w+", entry.title)),
        "shortDescription": {"text": title},
        "fullDescription": {"text": entry.why},
        "help": {
            # Plain text has no place for indented YAML, by the letter of the format; the Markdown shows it.
            "text": "\n\n".join(filter(None, [title, entry.why, entry.remark, source, example])),
            "markdown": "\n\n".join(filter(None, [f"**{title}** {entry.why}", entry.remark, *pieces, source])),
        },
        "defaultConfiguration": {"level": _LEVELS[entry.level]},
        "properties": {"tags": [entry.chapter]},
    }


def _results(found: Iterable[KitFindings], folder: Path, codes: list[str]) -> Iterator[dict[str, Any]]:
    alike: Counter[str] = Counter()
    for file, finding in _once(found, folder):
        fingerprint = _fingerprint(file["uri"], finding)
        alike[fingerprint] += 1
        yield {
            "ruleId": finding.code,
            **({"ruleIndex": codes.index(finding.code)} if finding.code in codes else {}),
            "level": _LEVELS[finding.level],
            "message": {"text": _message(f"{finding.message} {finding.advice}".strip())},
            "locations": [_place(file, finding)],
            "partialFingerprints": {FINGERPRINT: f"{fingerprint}:{alike[fingerprint]}"},
            # A list in every result, or in none: an empty one says that nobody answered.
            "suppressions": [_suppression(finding.answer)] if finding.answer else [],
        }


def _once(found: Iterable[KitFindings], folder: Path) -> Iterable[tuple[dict[str, str], Finding]]:
    """Return each finding with its file, once; if one of the kits above a layer answers it, it is open in the other."""
    kept: dict[tuple[str | int, ...], tuple[dict[str, str], Finding]] = {}
    for kits_root, findings in found:
        for item in findings:
            file = _file(item.file, kits_root, folder)
            key = (file["uri"], item.code, item.line, item.column, item.path, item.message)
            if key not in kept or item.answer is None:
                kept[key] = (file, item)
    return kept.values()


def _file(name: str, kits_root: Path, folder: Path) -> dict[str, str]:
    """Return the address of a file that a finding names, from ``folder`` if it is below that.

    The name starts at the folder that holds the kits, unless it is absolute.
    """
    path = kits_root.resolve().parent / name
    path = path.parent.resolve() / path.name
    if path.is_relative_to(folder):
        return {"uri": quote(os.fsencode(path.relative_to(folder).as_posix())), "uriBaseId": BASE}
    return {"uri": path.as_uri()}


def _place(file: dict[str, str], finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": file, **_regions(finding)}}
    if finding.path:
        path = _clean(finding.path)
        place["logicalLocations"] = [{"name": path.rpartition(".")[2], "fullyQualifiedName": path}]
    return place


def _regions(finding: Finding) -> dict[str, Any]:
    """Return the place in the file from the column to the end of the line, and around it the whole line."""
    line, text, start = finding.line, finding.line_text, max(finding.column, 1)
    if not line:
        return {}
    if not text:
        return {"region": {"startLine": line}}
    end = max(len(text) + 1, start)
    region: dict[str, Any] = {"startLine": line, "startColumn": start, "endLine": line, "endColumn": end}
    if len(text) > _MAX_QUOTED:
        return {"region": region}
    around = {"startLine": line, "startColumn": 1, "endLine": line, "endColumn": end, "snippet": {"text": _clean(text)}}
    region["snippet"] = {"text": _clean(text[start - 1 :])}
    return {"region": region} if start == 1 else {"region": region, "contextRegion": around}


def _suppression(answer: Answer) -> dict[str, Any]:
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": _clean(answer.reden),
        **({"properties": {"tot": answer.tot.isoformat()}} if answer.tot else {}),
    }


def _fingerprint(uri: str, finding: Finding) -> str:
    """Return what stays the same when lines move or the advice is worded better."""
    identity = "\0".join((uri, finding.code, finding.path, finding.message))
    return hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()


def _message(text: str) -> str:
    """Return text so that a viewer shows it as it is: it takes ``{0}`` for an argument and ``[a](b)`` for a link."""
    return _clean(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _clean(text: str) -> str:
    """Return text without half characters: a file name or a broken escape may hold those, JSON may not."""
    return text.encode("utf-8", "replace").decode("utf-8")
