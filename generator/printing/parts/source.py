"""All that a printable is made from, and how a page that does not fit is made smaller."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from generator.kit.model import Kit, Vertrouwenspersoon
from generator.library import Drukwerk, Library, content_version, load_library
from generator.printing.layout.clashes import misplaced
from generator.printing.layout.elements import Document, Page
from generator.printing.layout.fonts import Fonts, fonts_in
from generator.printing.layout.geometry import Sheet
from generator.printing.layout.scaling import enlarged
from generator.printing.layout.typography import NoRoom, Setter, TooLong
from generator.printing.parts.inks import Inks, inks
from generator.resources import Resources
from generator.rules.privacy import with_agreed_photos
from generator.wegwijzer import Wegwijzer, resolve

#: From the sizes that a page was designed in to the floor of each text.
_SHRINKS: Final = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
#: A page of text becomes lower with the square of its size, less what does not shrink or stands on one line anyway.
_GROWTH: Final = 0.54


@dataclass(frozen=True)
class Source:
    """One kit with everything shared; ``version`` is the content version."""

    kit: Kit
    wegwijzer: Wegwijzer
    library: Library
    fonts: Fonts
    version: str
    #: How much larger than laid out the sheets are printed; photos are brought to the size at which they are seen.
    factor: float = 1.0

    @cached_property
    def inks(self) -> Inks:
        """The organisation's colours on paper."""
        huisstijl = self.kit.organisatie.huisstijl
        return inks(huisstijl.kleur, huisstijl.accent)

    @property
    def drukwerk(self) -> Drukwerk:
        """The texts of the printables."""
        return self.library.drukwerk

    def zin(self, key: str, **waarden: object) -> str:
        """Return a text of the printables with values filled in."""
        return self.drukwerk.zin(key, **waarden)

    @property
    def vertrouwenspersonen(self) -> tuple[Vertrouwenspersoon, ...]:
        """The advisors in the kit's order."""
        return self.kit.vertrouwenspersonen


def source_of(kit: Kit, resources: Resources, today: date) -> Source:
    """Return a kit as it may be published on the day ``today``, with everything shared."""
    library = load_library(resources.content, kit.organisatie.aanspreekvorm)
    fonts = fonts_in(resources.theme / "print" / "fonts")
    agreed = with_agreed_photos(kit, today)
    return Source(agreed, resolve(agreed, library), library, fonts, content_version(resources.content))


@dataclass(frozen=True, slots=True)
class Made:
    """A printable that is laid out: its file name, its title in a list, and what does not fit in it.

    ``looks_like`` is the file of which it is an enlargement, if it is one.
    """

    bestand: str
    titel: str
    document: Document
    too_long: tuple[TooLong, ...] = ()
    looks_like: str = ""


def make(
    source: Source,
    bestand: str,
    titel: str,
    composers: Iterable[Callable[[Setter], Page]],
    *,
    sheet: Sheet | None = None,
) -> Made:
    """Lay out one file, each page in the largest sizes that fit; ``sheet`` enlarges the pages to another paper."""
    pages: list[Page] = []
    too_long: list[TooLong] = []
    for compose in composers:
        page, excess = fitted(source.fonts, compose)
        pages.append(enlarged(page, sheet) if sheet else page)
        too_long += excess
    organisatie = source.kit.organisatie
    document = Document(f"{titel}, {organisatie.roepnaam}", titel, organisatie.naam, tuple(pages))
    return Made(bestand, titel, document, tuple(too_long))


def fitted(fonts: Fonts, compose: Callable[[Setter], Page]) -> tuple[Page, tuple[TooLong, ...]]:
    """Return the page at the largest size at which all fits, and what does not fit even at the smallest.

    A page also fails to fit where one text would come to stand over another or off the sheet. Sizes above one that
    failed are not tried: what is too large is taken to be so in every larger size.
    """
    fits: dict[int, Page] = {}
    at, failed = 0, -1
    while at < len(_SHRINKS) - 1:
        try:
            fits[at] = _composed(Setter(fonts, _SHRINKS[at], trial=True), compose)
        except NoRoom as excess:
            failed = at
            at = _next(at, excess.short)
        else:
            at -= 1
        if failed + 1 in fits:
            return fits[failed + 1], ()
    least = Setter(fonts, _SHRINKS[-1])
    return _composed(least, compose), tuple(least.too_long)


def _next(at: int, short: float) -> int:
    """Return which size to try after one that was too large: a page that asks for far too much skips some.

    What it skips is tried after all if the page fits there.
    """
    likely = _SHRINKS[at] / short**_GROWTH
    smaller = range(at + 1, len(_SHRINKS) - 1)
    return next((index for index in smaller if _SHRINKS[index] <= likely), max(at + 1, len(_SHRINKS) - 2))


def _composed(setter: Setter, compose: Callable[[Setter], Page]) -> Page:
    page = compose(setter)
    setter.blame()
    if not setter.too_long:
        setter.blame(*(TooLong(text.text, text.size) for text in misplaced(page)))
    return page
