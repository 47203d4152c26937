"""The text of a new kit: filled, explained in Dutch, valid at once, and safe whatever an answer holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, Literal

#: Stands behind every value that nobody gave.
MARK: Final = "VOORBEELD: vervang dit"


@dataclass(frozen=True, slots=True)
class StarterAdvisor:
    """One advisor of a new kit; at least one of ``telefoon`` and ``email`` is set."""

    naam: str
    soort: Literal["intern", "extern"]
    telefoon: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Starter:
    """What is known of a new kit; None becomes an example that is marked as such."""

    slug: str
    naam: str | None = None
    medewerkers: int | None = None
    aanspreekvorm: Literal["je", "u"] | None = None
    vertrouwenspersonen: tuple[StarterAdvisor, ...] = ()

    @property
    def voorbeeldnaam(self) -> str:
        """The organisation's name as the slug suggests it: ``bakkerij-jansen`` gives ``Bakkerij Jansen``."""
        return " ".join(word.capitalize() for word in self.slug.split("-"))


def starter_text(starter: Starter) -> str:
    """Return the whole ``kit.yml``."""
    advisors = starter.vertrouwenspersonen or _example_advisors(starter.slug)
    marked = not starter.vertrouwenspersonen
    filled = {
        "%NAAM%": _value(starter.naam, starter.voorbeeldnaam),
        "%MEDEWERKERS%": _value(starter.medewerkers, 25),
        "%AANSPREEKVORM%": starter.aanspreekvorm or "je",
        "%VERTROUWENSPERSONEN%": "\n".join(_advisor(advisor, marked=marked) for advisor in advisors),
    }
    return "\n".join(_fill(line, filled) for line in _TEMPLATE.splitlines()) + "\n"


def quoted(value: str) -> str:
    """Return text as a YAML scalar that says exactly that text, whatever is in it.

    JSON's strings are a part of YAML's double-quoted ones (YAML 1.2, section 1.3).
    """
    return json.dumps(value, ensure_ascii=False)


def _fill(line: str, filled: dict[str, str]) -> str:
    """Fill the one placeholder of a template line; a filled value is never looked at again."""
    for placeholder, value in filled.items():
        if line.endswith(placeholder):
            return line.removesuffix(placeholder) + value
    return line


def _value(given: str | int | None, example: str | int) -> str:
    value = example if given is None else given
    text = quoted(value) if isinstance(value, str) else str(value)
    return text if given is not None else f"{text}  # {MARK}"


def _example_advisors(slug: str) -> tuple[StarterAdvisor, ...]:
    return (StarterAdvisor("Robin Jansen", "intern", "06 12345678", f"robin@{slug}.example"),)


def _advisor(advisor: StarterAdvisor, *, marked: bool) -> str:
    mark = f"  # {MARK}" if marked else ""
    own = (
        ["    # functie: inkoper", "    # afdeling: Inkoop"]
        if advisor.soort == "intern"
        else ["    # bureau: Praktijk Voorbeeld"]
    )
    channels = [
        f"      {key}: {quoted(value)}{mark}" if value else f"      # {key}: {example}"
        for key, value, example in (
            ("telefoon", advisor.telefoon, '"06 12345678"'),
            ("email", advisor.email, "naam@voorbeeld.example"),
        )
    ]
    return "\n".join(
        [
            f"  - naam: {quoted(advisor.naam)}{mark}",
            f"    soort: {advisor.soort}",
            *own,
            "    contact:",
            *channels,
            '      # whatsapp: "06 12345678"',
            *_ADVISOR_MORE,
        ]
    )


_ADVISOR_MORE: Final = (
    "    # bereikbaar: maandag t/m donderdag, 9.00 tot 17.00 uur",
    "    # locatie: op kantoor, of op een plek buiten het werk",
    "    # talen: [Nederlands, Engels]",
    "    # Laat de vertrouwenspersoon dit zelf schrijven, in drie of vier zinnen.",
    "    # voorstellen: Ik luister, denk met je mee en ben er zonder oordeel.",
    "    # De foto komt pas op de site als hier de dag staat waarop de vertrouwenspersoon toestemming gaf.",
    "    # foto: {bestand: fotos/naam.jpg, toestemming: 2026-09-15}",
)

_TEMPLATE: Final = """\
# yaml-language-server: $schema=../kit.schema.json
#
# Dit bestand is de hele kit: wat hier staat, komt op de site.
# Achter een hekje (#) staat uitleg, of een regel die je kunt aanzetten: haal dan '# ' weg.
# Let op de inspringing: die hoort bij de betekenis. Gebruik spaties, geen tabs.

formaat: 1

# De dag waarop iemand alle namen en nummers heeft nagekeken. Doe dat minstens één keer per jaar.
# gecontroleerd_op: 2026-10-01

organisatie:
  naam: %NAAM%
  # Een kortere naam voor in de tekst.
  # korte_naam: Jansen
  # Het aantal mensen dat er werkt, dus niet het aantal fte.
  medewerkers: %MEDEWERKERS%
  # vestigingen: [Culemborg, Tiel]
  # je of u: de hele site volgt.
  aanspreekvorm: %AANSPREEKVORM%
  # Het adres waar de site komt te staan.
  # site_url: https://intranet.voorbeeld.example/vertrouwenspersonen/
  # Wie vragen over de site beantwoordt.
  # afzender: HR
  # contact: {email: hr@voorbeeld.example}
  # ontwerp is dat van de posters: rustig, kleur of gesprek
  # huisstijl: {logo: logo.svg, kleur: "#00524c", accent: "#e07a1f", ontwerp: rustig}

# Minstens één. Zet een nummer altijd tussen aanhalingstekens.
# intern = werkt bij de organisatie, extern = komt van buiten.
vertrouwenspersonen:
%VERTROUWENSPERSONEN%

# De commissie die klachten behandelt. Is die er niet? Laat dit dan uit staan.
# soort is intern, extern of landelijk.
# klachtencommissie:
#   naam: Klachtencommissie ongewenst gedrag
#   soort: extern
#   contact: {email: klachten@commissie.example}
#   reglement: documenten/klachtenregeling.pdf

# De meldregeling voor misstanden. Vanaf 50 mensen moet een organisatie die hebben.
# meldregeling:
#   contact: {email: integriteit@voorbeeld.example}
#   document: documenten/meldregeling.pdf

# Andere mensen bij wie iemand terecht kan. Het woord voor de dubbele punt ligt vast, de naam kies je zelf.
# contacten:
#   hr: {naam: HR-afdeling, contact: {telefoon: "0345 123456"}}
#   bedrijfsarts: {naam: Arbodienst Rivierenland, contact: {telefoon: "0345 654321"}}

# Bij wie begin je? De wegwijzer heeft voor elke situatie al een goede route; hier pas je er een aan.
# doorverwijzing:
#   agressie-door-klant: [leidinggevende, vertrouwenspersoon]

# Situaties die bij jullie spelen. Schrijf de titel zoals een collega het zou zeggen.
# situaties:
#   - id: alleen-op-de-route
#     titel: Onderweg gebeurt iets wat niemand ziet
#     contacten: [leidinggevende, vertrouwenspersoon]

# Bestanden die iemand kan downloaden, uit de map van deze kit.
# documenten:
#   - {titel: Gedragscode, bestand: documenten/gedragscode.pdf}
"""
