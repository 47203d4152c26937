"""What becomes public about one advisor, as a letter in Dutch that she can read, keep, and sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.cli.findings import by_seriousness
from generator.cli.letter import Letter
from generator.dates import datum
from generator.errors import Finding, stopping
from generator.kit.model import Kit, Organisatie, Vertrouwenspersoon
from generator.kit.report import LEVEL_WORDS
from generator.kit.values import Bestand
from generator.openbaar.gegevens import Gegeven
from generator.openbaar.papier import Vel
from generator.openbaar.persoon import Openbaar
from generator.pages.filters import opsomming


@dataclass(frozen=True, slots=True)
class Case:
    """An advisor in a kit, all that becomes public about her, and what ``check`` found about her."""

    slug: str
    kit: Kit
    persoon: Vertrouwenspersoon
    today: date
    public: Openbaar
    findings: tuple[Finding, ...]


def overview(about: Case) -> Letter:
    """Return what becomes public, section by section, with a place to sign."""
    letter = Letter(about.kit.organisatie.aanspreekvorm)
    for section in (_who, _site, _paper, _codes, _inside, _elsewhere, _found, _agree):
        section(letter, about)
    return letter


def _who(letter: Letter, about: Case) -> None:
    letter.heading("Wat wordt openbaar over {naam}?", "=", naam=about.persoon.naam)
    letter.rows(
        [
            ("Organisatie", about.kit.organisatie.naam),
            ("Kit", about.slug),
            ("Overzicht van", datum(about.today)),
        ]
    )
    letter.say(
        "Bij {naam} [[ben je|bent u]] vertrouwenspersoon. In dit overzicht staat wat anderen over [[je|u]] te zien "
        "krijgen, en waar. Lees het rustig door. Onderaan [[kun je|kunt u]] akkoord geven, of zeggen wat anders moet.",
        naam=about.kit.organisatie.roepnaam,
    )


def _site(letter: Letter, about: Case) -> None:
    public, organisatie = about.public, about.kit.organisatie
    letter.heading("Dit ziet iedereen die de site opent")
    letter.rows([("Adres", organisatie.site_url or "staat nog niet in de kit")])
    if organisatie.site_openbaar:
        letter.say(
            "Deze site is openbaar: iedereen op internet kan hem lezen. We vragen zoekmachines om de site over te "
            "slaan. Dat is een verzoek, zonder zekerheid."
        )
    else:
        letter.say(
            "Volgens de kit is de site niet openbaar: alleen collega’s kunnen hem openen. Daar zorgt {naam} zelf voor, "
            "dit programma kan dat niet nakijken.",
            naam=organisatie.roepnaam,
        )
    letter.say("Wie de site ziet, kan alles ook kopiëren en doorsturen. Dit staat erop, precies zo:")
    letter.rows(_rows(public.site))
    _photo(letter, about)
    letter.say("Het staat op de pagina ‘{kaart}’. De korte naam staat daar in het adres.", kaart=public.kaart)
    letter.say("[[Je naam|Uw naam]] staat ook op deze pagina’s, soms met foto en nummer. De zoekfunctie vindt ze:")
    letter.points(title for title in public.paginas if title != public.kaart)


def _photo(letter: Letter, about: Case) -> None:
    if about.public.met_foto:
        letter.say(
            "Van de foto publiceren we alleen het beeld. Wat een camera erbij bewaart, zoals plaats en tijd, halen we "
            "weg."
        )
    else:
        letter.say("Er is geen foto te zien. Op die plek staan [[je|uw]] initialen.")


def _paper(letter: Letter, about: Case) -> None:
    letter.heading("Dit staat op papier")
    letter.say(
        "Papier hangt of ligt op plekken waar iedereen het ziet, ook bezoekers. Hetzelfde drukwerk staat als pdf en "
        "als plaatje op de site, bij de downloads. Dit staat op een of meer vellen, precies zo:"
    )
    letter.rows(_rows(about.public.papier))
    letter.say("En dit staat waar:")
    letter.points(f"{opsomming(titles)}: {words}" for words, titles in _alike(about.public.vellen).items())


def _alike(vellen: Iterable[Vel]) -> dict[str, list[str]]:
    """Return the titles of printables under what they tell, in words: several often tell the same."""
    found: dict[str, list[str]] = {}
    for vel in vellen:
        found.setdefault(_names(vel.gegevens), []).append(vel.titel)
    return found


def _codes(letter: Letter, about: Case) -> None:
    public = about.public
    letter.heading("Dit zit in de QR-code en het contactbestand")
    letter.say(
        "Een QR-code is een contactkaart. Wie hem scant, kan naam en nummer in de telefoon bewaren, zonder internet."
    )
    for code in public.codes:
        letter.say("In de code op {vellen}:", vellen=opsomming(code.vellen))
        letter.rows(_rows(code.gegevens))
    letter.say("Op de site staat een contactbestand, bij de knop ‘Bewaar dit contact’. Daarin staat:")
    letter.rows(_rows(public.contactbestand))


def _inside(letter: Letter, about: Case) -> None:
    letter.heading("Dit blijft binnen de kit")
    if not about.public.binnen:
        letter.say("In de kit staat niets anders over [[je|u]].")
        return
    letter.say(
        "Dit staat wel in de kit, en niet op de site of op papier. Alleen wie de kit beheert, kan het zien, en wie dit "
        "overzicht krijgt."
    )
    letter.rows(
        [row for item in about.public.binnen for row in ((item.gegeven.naam, item.gegeven.waarde), ("", item.reden))]
    )


def _elsewhere(letter: Letter, about: Case) -> None:
    elders, documents = about.public.elders, _documents(about.kit)
    if elders:
        letter.heading("[[Je staat|U staat]] ook op andere plekken")
        letter.say("Ook hier in de kit staat iets van [[jou|u]]. Het kan op de site of op papier komen:")
        letter.points(
            f"{item.plek}: {item.waarde}" + (f" ({item.zeker} dezelfde persoon)" if item.zeker else "")
            for item in elders
        )
    if documents:
        letter.say(
            "In documenten kijkt dit programma niet. Deze staan ook op de site: {titels}. Kijk zelf of [[je|u]] er in "
            "staat.",
            titels=opsomming(documents),
        )


def _found(letter: Letter, about: Case) -> None:
    found = [item for item in by_seriousness(about.findings) if item.answer is None]
    if found:
        letter.heading("Dit is nog niet in orde")
        letter.points(f"{item.code}, {LEVEL_WORDS[item.level][0]}: {item.message} {item.advice}" for item in found)
    if stopping(found):
        letter.say("Zolang hier een fout staat, wordt er niets gepubliceerd.")


def _agree(letter: Letter, about: Case) -> None:
    organisatie = about.kit.organisatie
    letter.heading("Akkoord?")
    letter.say(
        "Klopt alles, en mag dit openbaar worden? Zet dan hieronder een datum en een handtekening. Een antwoord op de "
        "mail met ‘akkoord’ en een datum mag ook. Moet er iets weg of anders? Schrijf dat erbij. Dan passen we het aan "
        "en [[krijg je|krijgt u]] een nieuw overzicht."
    )
    letter.rows([(f"[ ]  {text}", "") for text in _boxes(about)])
    for label in ("Naam", "Datum", "Handtekening"):
        letter.line(f"  {label:14}{about.persoon.naam if label == 'Naam' else '_' * 40}")
        letter.line("")
    letter.say(
        "Van gedachten veranderd? Dat kan altijd. Laat het weten aan {wie}. Dan halen we weg wat er niet meer op mag, "
        "maken we de site opnieuw en vervangen we het papier. Wat iemand al heeft bewaard, geprint of meegenomen, "
        "kunnen we niet terughalen.",
        wie=_sender(organisatie),
    )


def _boxes(about: Case) -> Iterator[str]:
    yield "Akkoord met dit overzicht"
    if about.public.met_foto:
        yield "Akkoord met mijn foto, op de site en op papier"
    elif about.persoon.foto:
        yield "De foto in de kit mag gebruikt worden, op de site en op papier"


def _sender(organisatie: Organisatie) -> str:
    """Return who answers for the kit, and how to reach them."""
    contact = organisatie.contact
    ways = [contact.email, contact.telefoon.tekst if contact.telefoon else None] if contact else []
    who = organisatie.afzender or "wie de kit beheert"
    return f"{who} ({', '.join(filter(None, ways))})" if any(ways) else who


def _rows(gegevens: Iterable[Gegeven]) -> list[tuple[str, str]]:
    """Return labels and values; of what has the same label, as two sites have, the values together."""
    found: dict[tuple[str, str], list[str]] = {}
    for item in gegevens:
        found.setdefault((item.sleutel, item.naam), []).append(item.waarde)
    return [(naam, opsomming(waarden)) for (_, naam), waarden in found.items()]


def _names(gegevens: Iterable[Gegeven]) -> str:
    """Return what things are called in running text; ``Bel of app, ook via Signal`` is ``bel of app`` there."""
    names = (item.naam.partition(",")[0] for item in gegevens)
    return ", ".join(dict.fromkeys(name[:1].lower() + name[1:] for name in names))


def _documents(kit: Kit) -> list[str]:
    """Return what the documents are called that the site offers."""
    named = [document.titel for document in kit.documenten]
    if kit.klachtencommissie and isinstance(kit.klachtencommissie.reglement, Bestand):
        named.append("de klachtenregeling")
    if kit.meldregeling and isinstance(kit.meldregeling.document, Bestand):
        named.append("de meldregeling")
    return named
