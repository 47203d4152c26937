"""Pieces that several printables share: a face, a code, a logo, the small print, and who an advisor is."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from generator.dates import datum
from generator.kit.addresses import as_uri
from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import NBSP
from generator.pages.vcard import contact_code
from generator.printing.layout.elements import Node, Outline, Picture, Shape, Text, ellipse, rectangle
from generator.printing.layout.geometry import POINTS, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts import pictures, qr
from generator.printing.parts.inks import GREY
from generator.printing.parts.source import Source

#: Small print; what an old poster is told by.
SMALL: Final = Style(7.5, leading=1.3, colour=GREY, floor=6.5)
#: Part of a portrait's side by which its corners are rounded.
_CORNER: Final = 0.08
#: The most that an association's logo takes in the small print, and what is left free beside it (mm).
_SMALL_LOGO: Final = (22.0, 6.0)
_BESIDE: Final = 5.0


def outline_of(box: Box, shape: str) -> Outline:
    """Return the edge of a portrait: a ``rond`` one, or a ``vierkant`` with soft corners."""
    return ellipse(box) if shape == "rond" else rectangle(box, box.w * _CORNER)


def face(
    source: Source, persoon: Vertrouwenspersoon, box: Box, shape: str = "vierkant", ring: str | None = None
) -> Node:
    """Return the portrait of an advisor in a square box; without a photo that may be shown, initials in a tint.

    Initials are decoration: the name stands beside them, so nothing is said twice. ``ring`` is the colour of a border.
    """
    border: tuple[Shape, ...] = ()
    if ring:
        border = (Shape(outline_of(box.inset(-1.2), shape), fill=ring),)
    if persoon.foto and persoon.foto.toestemming:
        picture = pictures.photo(persoon.foto, box, outline_of(box, shape), source.factor)
        figure = Node("Figure", (picture,), alt=source.zin("foto-beschrijving", naam=persoon.naam))
        return Node("Div", (*border, figure)) if border else figure
    tint = Shape(outline_of(box, shape), fill=source.inks.tint_sterk)
    return Node("Div", (*border, tint, _initials(source, persoon, box)))


def _initials(source: Source, persoon: Vertrouwenspersoon, box: Box) -> Text:
    size = box.w * 0.42 * POINTS
    block = Setter(source.fonts).block(persoon.initialen, Style(size, "bold", colour=source.inks.kop), box.w)
    top = box.centre[1] - block.first_baseline / 2
    return replace(block.at(box.x, top, align="centre"), decor=True)


def contact_qr(source: Source, persoon: Vertrouwenspersoon, box: Box, *, brief: bool = False) -> Node:
    """Return the code of an advisor's contact card: a private phone reads it without any server."""
    payload = contact_code(persoon, source.kit.organisatie, brief=brief)
    alt = source.zin("code-contact-beschrijving", naam=persoon.naam)
    return Node("Figure", (qr.code(payload, box),), alt=alt)


def site_qr(source: Source, box: Box) -> Node | None:
    """Return a code to the site, only where the kit says that it opens without logging in."""
    organisatie = source.kit.organisatie
    if not (organisatie.site_openbaar and organisatie.site_url):
        return None
    return Node("Figure", (qr.code(as_uri(organisatie.site_url), box),), alt=source.zin("code-site-beschrijving"))


def logo(
    source: Source, x: float, y: float, width: float, height: float, ground: str = "#ffffff"
) -> tuple[Node, Box] | None:
    """Return the organisation's logo with its top left corner at a place, and the box that it takes."""
    mark = source.kit.organisatie.huisstijl.logo
    if mark is None:
        return None
    picture = pictures.logo(mark, width, height, ground, source.fonts.face("bold").path)
    box = picture.box.moved(x, y)
    placed = replace(picture, box=box)
    return Node("Figure", (placed,), alt=source.zin("logo-beschrijving", naam=source.kit.organisatie.roepnaam)), box


def small_print(source: Source, setter: Setter, box: Box, colour: str = GREY) -> Node:
    """Return the line by which an old sheet can be told, standing on the bottom of ``box``.

    The association's logo stands at its right end, over the margin too, so that it takes nothing from the sheet; it is
    left out where it would cost a line, and in a box that is lower than the logo. Its name is read, so it has no alt.
    """
    style = SMALL.in_(colour)
    mark = association_logo(source, *_SMALL_LOGO) if box.h >= _SMALL_LOGO[1] else None
    widths = [box.w - mark.box.w - _BESIDE, box.w] if mark else [box.w]
    choices = [(words, width) for words in _imprints(source) for width in widths]
    fits = (choice for choice in choices if _widest(setter, choice[0], style) <= choice[1])
    words, width = next(fits, choices[-1])
    block = setter.block(words, style, width)
    text = block.at(box.x, box.bottom - block.height)
    if mark is None or width == box.w:
        return Node("P", (text,))
    place = Box(box.right - mark.box.w, text.box.centre[1] - mark.box.h / 2, mark.box.w, mark.box.h)
    return Node("P", (text, Node("Figure", (replace(mark, box=place),), decor=True)))


def association_logo(source: Source, width: float, height: float) -> Picture | None:
    """Return the association's logo as large as goes into a width and a height, without a place; or nothing."""
    mark = source.kit.branche.logo if source.kit.branche else None
    return pictures.logo(mark, width, height, "#ffffff", source.fonts.face("bold").path) if mark else None


def _widest(setter: Setter, words: str, style: Style) -> float:
    """Return the width of the longest line as it is broken already."""
    return max(setter.width(line, setter.sized(style)) for line in words.split("\n"))


def _imprints(source: Source) -> tuple[str, ...]:
    """Return the small print in one line, and with the association on a line of its own if there is one."""
    own, together = own_words(source), association_words(source)
    return (f"{own} · {together}", f"{own}\n{together}") if together else (own,)


def small_words(source: Source) -> str:
    """Return the small print in one line: whose a sheet is, when it was checked, its version, and the association."""
    return _imprints(source)[0]


def association_words(source: Source) -> str:
    """Return ``Samen met Bond van Bouwers``; nothing if no association is behind the kit."""
    branche = source.kit.branche
    return source.zin("samen-met", branche=branche.naam) if branche else ""


def own_words(source: Source) -> str:
    """Return organisation, day of the last check and content version."""
    checked = source.kit.gecontroleerd_op
    day = source.zin("gecontroleerd", datum=datum(checked)) if checked else source.zin("niet-gecontroleerd")
    version = source.zin("versie", versie=source.version)
    kept = [part.replace(" ", NBSP) for part in (day, version)]
    return " · ".join([source.kit.organisatie.naam, *kept])


def role_words(source: Source, persoon: Vertrouwenspersoon) -> str:
    """Return in a few words who an advisor is: ``collega, inkoper`` or ``van buiten, Praktijk Verhage``.

    Who does not do all of an advisor's work says so here: somebody would call in vain.
    """
    kind = source.zin(f"rol-{persoon.soort}")
    rest = persoon.functie if persoon.soort == "intern" else persoon.bureau
    role = f"{kind}, {rest}" if rest else kind
    field_of_work = field_words(source, persoon)
    return f"{role} · {field_of_work}" if field_of_work else role


def field_words(source: Source, persoon: Vertrouwenspersoon) -> str:
    """Return what an advisor's work is limited to (``alleen voor ongewenst gedrag``), or nothing if it is not."""
    fields = [source.library.woorden[werkgebied] for werkgebied in persoon.werkgebied]
    return source.zin("rol-alleen", werkgebied=fields[0]) if len(fields) == 1 else ""
