"""The page that the browser shows while a kit holds errors: the same findings as in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from generator.errors import LEVELS, Finding
from generator.kit.report import LEVEL_WORDS, counts
from generator.serve.reload import STYLE

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
)

STYLESHEET: Final = """\
:root { color-scheme: light dark; --ink: #1b2430; --paper: #fff; --soft: #eef1f4; --mark: #a3320b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9edf1; --paper: #14191d; --soft: #232b32; --mark: #ffb499; } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 0 0 .4rem; }
ol { list-style: none; padding: 0; }
li { border-left: .3rem solid var(--mark); margin: 1.5rem 0; padding: .1rem 0 .1rem 1rem; }
pre { background: var(--soft); overflow-x: auto; padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: var(--mark); font-weight: 700; text-decoration: underline; }
code { overflow-wrap: anywhere; }
"""


def findings_page(slug: str, findings: Iterable[Finding]) -> str:
    """Return the HTML page about a kit that is not valid."""
    still_open = [finding for finding in findings if finding.answer is None]
    ordered = sorted(still_open, key=lambda finding: LEVELS.index(finding.level))
    title = f"{counts(ordered)} in de kit {slug}"
    items = "".join(f"<li>{_finding(finding)}</li>" for finding in ordered)
    return _page(title, f"<ol>{items}</ol>")


def failure_page(slug: str, reason: str) -> str:
    """Return the HTML page about a build that went wrong in the program itself."""
    return _page(f"De site van {slug} kon niet gemaakt worden", f"<pre>{escape(reason)}</pre>")


def _page(title: str, content: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{STYLE}"></head><body><main>'
        f"<h1>{escape(title)}</h1>"
        f"<p>Pas het aan en bewaar het bestand. Deze pagina ververst dan vanzelf.</p>{content}</main></body></html>"
    )


def _finding(finding: Finding) -> str:
    place = f"{finding.file}, regel {finding.line}, kolom {finding.column}" if finding.line else finding.file
    key = f" · <code>{escape(finding.path)}</code>" if finding.path else ""
    source = f"<pre>{_marked(finding.line_text, finding.column)}</pre>" if finding.line_text.strip() else ""
    why = f"<p>Waarom? {escape(finding.why)}</p>" if finding.why else ""
    return (
        f"<h2>{LEVEL_WORDS[finding.level][0].capitalize()}: {escape(finding.message)}</h2>"
        f"<p>{escape(place)}{key} · {escape(finding.code)}</p>{source}<p>{escape(finding.advice)}</p>{why}"
    )


def _marked(line: str, column: int) -> str:
    """Return a source line with the word that begins at ``column`` (from 1) marked."""
    start = max(column - 1, 0)
    word = line[start:].split(maxsplit=1)[:1]
    end = line.find(word[0], start) + len(word[0]) if word else start
    return f"{escape(line[:start])}<mark>{escape(line[start:end])}</mark>{escape(line[end:])}"
