"""The situations of the wegwijzer as a script for the search: from a reader's word to the row that helps.

The engine's own index knows pages and headings; a row of the chart is neither. A script and not data, because a
browser does not let a page from disk read a data file.
"""

from __future__ import annotations

import json

from generator.wegwijzer import Plek, Wegwijzer


def situations_script(wegwijzer: Wegwijzer) -> bytes:
    """Return JavaScript that lists title, text, search words and address of every row, as plain ASCII."""
    rows = [
        {
            "titel": rij.titel,
            "tekst": f"Begin bij: {_named(rij.eerst)}. {rij.uitleg}",
            "woorden": " ".join((rij.id.replace("-", " "), *rij.zoekwoorden)),
            "adres": f"wegwijzer.html#{rij.id}",
        }
        for rij in wegwijzer.rijen
    ]
    # Whoever puts this script inside a page finds nothing in it that ends it.
    data = json.dumps(rows, ensure_ascii=True, indent=0).replace("<", "\\u003c")
    return f"window.__situaties = {data};\n".encode("ascii")


def _named(plek: Plek) -> str:
    return f"{plek.naam}, {plek.telefoon.tekst}" if plek.telefoon else plek.naam
