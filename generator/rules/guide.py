"""Every code that a finding can have, explained: for the command ``rules``, for the page of rules and for SARIF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.errors import Level
from generator.kit.codes import CODES, Code
from generator.kit.report import LEVEL_WORDS
from generator.rules.answers import ABOUT_ANSWERS
from generator.rules.catalog import RULES

Chapter = Literal["regels", "uitzonderingen", "lezen"]
#: The chapters in the order of reading, with their headings.
CHAPTERS: Final[dict[Chapter, str]] = {
    "regels": "Is de kit geschikt om te publiceren?",
    "uitzonderingen": "Uitzonderingen",
    "lezen": "Klopt het bestand, en past het op papier?",
}
_NEVER_WAIVED: Final = {"error": "Op deze fout kan geen uitzondering."}


@dataclass(frozen=True, slots=True)
class Entry:
    """One code, explained; all texts are Dutch. ``wrong`` and ``right`` are pieces of a kit, or empty."""

    code: str
    chapter: Chapter
    level: Level
    title: str
    why: str
    source: str
    wrong: str = ""
    right: str = ""
    note: str = ""
    waivable: bool = False

    @property
    def level_word(self) -> str:
        """The level as Dutch calls it."""
        return LEVEL_WORDS[self.level][0]

    @property
    def remark(self) -> str:
        """What is left to say: when the level differs, and whether a kit may answer this finding."""
        return " ".join(
            part for part in (self.note, "" if self.waivable else _NEVER_WAIVED.get(self.level, "")) if part
        )


def entries() -> tuple[Entry, ...]:
    """Return all codes, chapter by chapter, in the order of the codes."""
    rules = [
        Entry(
            code=rule.code,
            chapter="regels",
            level=rule.level,
            title=rule.title,
            why=rule.why,
            source=rule.source,
            wrong=rule.wrong,
            right=rule.right,
            note=rule.note,
            waivable=rule.waivable,
        )
        for rule in RULES
    ]
    return (*rules, *_plain("uitzonderingen", ABOUT_ANSWERS), *_plain("lezen", CODES))


def _plain(chapter: Chapter, codes: Mapping[str, Code]) -> Iterator[Entry]:
    """Explain codes that have no rule, and so no pieces to show."""
    for name, code in codes.items():
        waivable = chapter == "lezen" and code.level != "error"
        yield Entry(name, chapter, code.level, code.title, code.why, code.source, waivable=waivable)


def page() -> str:
    """Return ``docs/regels.md``: every code with what is wrong, what is right, why, and its source."""
    parts = [_HEAD]
    for chapter, heading in CHAPTERS.items():
        rows = [entry for entry in entries() if entry.chapter == chapter]
        parts.append(f"## {heading}\n\n{_table(rows, linked=chapter == 'regels')}")
        if chapter == "regels":
            parts += [_section(entry) for entry in rows]
    return "\n\n".join(parts) + "\n"


_HEAD: Final = """\
# Alle regels van `check`

<!-- Deze pagina maakt het programma: vertrouwenskit rules --markdown > docs/regels.md -->

`vertrouwenskit check` en `vertrouwenskit build` kijken elke kit na. Elke bevinding heeft een code, en die staat hier.
In de terminal zie je hetzelfde met `vertrouwenskit rules`, en van één code met `vertrouwenskit rules VK104`.

- Een **fout** houdt de kit tegen: er wordt niets gemaakt.
- Een **waarschuwing** houdt niets tegen, behalve met `--strict`.
- Een **opmerking** houdt nooit iets tegen.

Heb je een goede reden? Zet die bij [`uitzonderingen`](handleiding.md#een-bevinding-beantwoorden)."""


def _table(rows: list[Entry], *, linked: bool) -> str:
    lines = ["| Code | Niveau | Bevinding | Waarom? |", "|---|---|---|---|"]
    for entry in rows:
        code = f"[{entry.code}](#{entry.code.lower()})" if linked else entry.code
        lines.append(f"| {code} | {entry.level_word} | {_cell(entry.title)} | {_cell(entry.why)} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    # A Dutch sentence that begins with "één" writes only its second letter with an accent.
    begun = f"Eén{text[3:]}" if text.startswith("één") else f"{text[:1].upper()}{text[1:]}"
    return begun.replace("|", "\\|")


def _section(entry: Entry) -> str:
    remark = f" {entry.remark}" if entry.remark else ""
    return "\n\n".join(
        [
            f"### {entry.code}",
            f"**{_cell(entry.title)}.** {entry.level_word.capitalize()}.{remark}",
            entry.why,
            f"Fout:\n\n```yaml\n{entry.wrong}\n```",
            f"Goed:\n\n```yaml\n{entry.right}\n```",
            f"Bron: {entry.source}.",
        ]
    )
