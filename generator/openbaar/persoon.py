"""What a build publishes about one advisor, found in what it makes.

Nothing here promises. The pages are rendered and the printables laid out as for a build, and every value of the
advisor is looked for in what readers get. A value that is found nowhere stays inside the kit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator import safeyaml
from generator.dates import datum
from generator.kit.model import Kit, Vertrouwenspersoon
from generator.kit.portable import short_name
from generator.openbaar.elders import Elders, elsewhere
from generator.openbaar.gegevens import NAMEN, NOOIT, Gegeven, gegeven, given
from generator.openbaar.lezen import card_fields, holds, page_text, plain, read_sheet
from generator.openbaar.papier import QR, Vel, codes_of, sheets_with
from generator.pages.render import render_pages
from generator.pages.vcard import vcard
from generator.pages.view import DrukwerkView
from generator.printing.parts.source import Source, source_of
from generator.printing.render import LaidOut, lay_out
from generator.resources import Resources

_CARDS: Final = "vertrouwenspersonen.md"
_FRONT_MATTER: Final = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Binnen:
    """A value that is in the kit and is not published, and why."""

    gegeven: Gegeven
    reden: str


@dataclass(frozen=True, slots=True)
class Openbaar:
    """All that becomes public about an advisor, and what does not.

    ``kaart`` is the title of the page with the advisor's card, ``paginas`` those of all pages with the name.
    """

    naam: str
    kaart: str
    site: tuple[Gegeven, ...]
    paginas: tuple[str, ...]
    vellen: tuple[Vel, ...]
    codes: tuple[QR, ...]
    contactbestand: tuple[Gegeven, ...]
    binnen: tuple[Binnen, ...]
    elders: tuple[Elders, ...]

    @property
    def papier(self) -> tuple[Gegeven, ...]:
        """Everything that stands on any printable, each thing once."""
        return tuple(dict.fromkeys(item for vel in self.vellen for item in vel.gegevens))

    @property
    def met_foto(self) -> bool:
        """Tell whether the photo is published."""
        return any(item.sleutel == "foto" for item in (*self.site, *self.papier))


def openbaar(kit: Kit, index: int, resources: Resources, today: date) -> Openbaar:
    """Return what a build on the day ``today`` publishes about the advisor at that place in the kit.

    Raises ``BuildFailed`` if a text, a component or a picture can't be used.
    """
    source = source_of(kit, resources, today)
    persoon = source.vertrouwenspersonen[index]
    laid_out = lay_out(source)
    pages = _pages(source, laid_out, resources)
    site = tuple(_on_card(source, persoon, page_text(pages[_CARDS], persoon.id)))
    sheets = [(item, read_sheet(item.made)) for item in laid_out]
    vellen = tuple(sheets_with(source, persoon, sheets))
    codes = tuple(codes_of(source, persoon, [sheet for _, sheet in sheets]))
    card = card_fields(vcard(persoon, source.kit.organisatie).decode())
    public = (*site, *(item for vel in vellen for item in vel.gegevens), *card)
    return Openbaar(
        naam=persoon.naam,
        kaart=_title(pages[_CARDS]),
        site=site,
        paginas=tuple(_title(page) for page in pages.values() if holds(page_text(page), persoon.naam)),
        vellen=vellen,
        codes=codes,
        contactbestand=card,
        binnen=tuple(_inside(source, kit.vertrouwenspersonen[index], public)),
        elders=tuple(elsewhere(source, index)),
    )


# The site


def _pages(source: Source, laid_out: Iterable[LaidOut], resources: Resources) -> dict[str, str]:
    """Return the pages of the site; the downloads page lists the printables, which nobody has drawn yet."""
    drukwerk = tuple(
        DrukwerkView(made.bestand, made.titel, row.doel, row.formaat, row.soort, len(made.document.pages))
        for row, made in ((item.row, item.made) for item in laid_out)
    )
    made = render_pages(source.kit, source.wegwijzer, source.library, resources, source.version, drukwerk=drukwerk)
    return dict(made.texts)


def _title(page: str) -> str:
    matter = _FRONT_MATTER.match(page)
    return str(safeyaml.load(matter[1])["title"]) if matter else ""


def _on_card(source: Source, persoon: Vertrouwenspersoon, card: str) -> Iterator[Gegeven]:
    """Yield what stands on an advisor's card: the page that tells most of her."""
    found = [item for item in given(source, persoon) if item.sleutel not in NOOIT and holds(card, item.waarde)]
    yield from (item for item in found if item.sleutel == "naam")
    if f"assets/fotos/{short_name(persoon.id)}-" in card:
        yield gegeven("foto", "ja, vierkant uitgesneden")
    elif holds(card, persoon.initialen):
        yield gegeven("initialen", persoon.initialen)
    yield from (item for item in found if item.sleutel != "naam")


# What stays inside


def _inside(source: Source, persoon: Vertrouwenspersoon, public: Sequence[Gegeven]) -> Iterator[Binnen]:
    """Yield every value of the kit that is not published; ``persoon`` as the kit gives her, photo and all."""
    shown = {item.sleutel for item in public}
    texts = [plain(item.waarde) for item in public]
    for item in given(source, persoon):
        if item.sleutel == "foto.bestand" and "foto" not in shown:
            yield Binnen(replace(item, naam=NAMEN["foto"]), _no_photo(persoon))
        elif item.sleutel in NOOIT:
            yield Binnen(item, NOOIT[item.sleutel])
        elif item.sleutel not in shown and not any(holds(text, item.waarde) for text in texts):
            yield Binnen(item, _reason(item.sleutel, persoon))


def _no_photo(persoon: Vertrouwenspersoon) -> str:
    day = persoon.foto.toestemming if persoon.foto else None
    return f"De toestemming geldt pas op {datum(day)}." if day else "Er staat geen datum van toestemming in de kit."


def _reason(sleutel: str, persoon: Vertrouwenspersoon) -> str:
    if sleutel in {"functie", "afdeling"} and persoon.soort == "extern":
        return "Van iemand van buiten laten we alleen het bureau zien."
    return "Dit staat nergens op de site en nergens op papier."
