"""The norms that the rules stand on, as a reader of a finding sees them (Dutch)."""

from __future__ import annotations

from typing import Final

PROFILE: Final = "LVV-functieprofiel vertrouwenspersoon (2016, aangepast in 2017)"
STUDY: Final = "Groepsgesprekken met werknemers, vertrouwenspersonen en werkgevers, voor het ministerie van SZW"
BOOK: Final = "Vakboek over de proactieve vertrouwenspersoon"
PRACTICE: Final = "Kennisbank van een bureau voor externe vertrouwenspersonen"
DESK: Final = "Onderzoek in openbare bronnen (november 2026)"
OWN: Final = "Eigen afweging van dit project"
WHISTLEBLOWERS: Final = "Wet bescherming klokkenluiders, artikel 2"
PRIVACY_LAW: Final = "Algemene verordening gegevensbescherming (AVG)"
CONTRAST: Final = "WCAG 2.2, criteria 1.4.3 en 1.4.11"
PLAIN_LANGUAGE: Final = "Schrijfwijzer van dit project"


def both(*sources: str) -> str:
    """Join several norms."""
    return "; ".join(sources)
