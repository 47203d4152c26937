"""Reads what somebody answers about a new kit, with the same validators as the kit itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal, TypeAlias, cast

from pydantic import TypeAdapter, ValidationError

from generator.errors import VertrouwenskitError
from generator.kit.phone import NBSP
from generator.kit.portable import why_not
from generator.kit.text import slugify
from generator.kit.values import Aantal, Emailadres, Regel, Slug, Telefoonnummer
from generator.starter import StarterAdvisor

_NAAM: Final[TypeAdapter[str]] = TypeAdapter(Regel)
_AANTAL: Final[TypeAdapter[int]] = TypeAdapter(Aantal)
_SLUG: Final[TypeAdapter[str]] = TypeAdapter(Slug)
_TELEFOON: Final[TypeAdapter[Telefoonnummer]] = TypeAdapter(Telefoonnummer)
_EMAIL: Final[TypeAdapter[str]] = TypeAdapter(Emailadres)


#: How the site speaks to its reader.
Form: TypeAlias = Literal["je", "u"]
#: Whether an advisor works for the organisation.
Kind: TypeAlias = Literal["intern", "extern"]


class Refused(VertrouwenskitError):
    """An answer that does not fit; the text says why, and what does."""


def read_slug(text: str) -> str:
    """Return the slug; raises ``Refused`` with a suggestion made from ``text``."""
    try:
        slug = _SLUG.validate_python(text)
    except ValidationError:
        better = slugify(text)
        hint = f"Bedoelde je {better}?" if better else "Bijvoorbeeld: bakkerij-jansen."
        expected = "Gebruik kleine letters zonder accent, cijfers en streepjes."
        raise Refused(f"'{text}' kan niet als naam van een map. {expected} {hint}") from None
    wrong = why_not(slug)
    if wrong is not None:
        raise Refused(f"'{text}' kan niet als naam van een map: {wrong}. Bijvoorbeeld: bakkerij-jansen.")
    return slug


def read_name(text: str) -> str:
    """Return a name on one line."""
    return cast("str", _validated(_NAAM, text))


def read_count(text: str) -> int:
    """Return a head count."""
    return cast("int", _validated(_AANTAL, text.strip()))


def read_form(text: str) -> Form:
    """Return the form of address."""
    return "u" if _choice(text, ("je", "u")) == "u" else "je"


def read_kind(text: str) -> Kind:
    """Return the kind of advisor; ``i`` and ``e`` will do."""
    return "intern" if _choice(text, ("intern", "extern")) == "intern" else "extern"


def read_yes(text: str) -> bool:
    """Return whether the answer is yes."""
    return _choice(text, ("ja", "nee")) == "ja"


def read_phone(text: str) -> str | None:
    """Return a number in the house style, or None if there is none."""
    if not text.strip():
        return None
    return str(_validated(_TELEFOON, text.strip())).replace(NBSP, " ")


def read_email(text: str) -> str | None:
    """Return an address, or None if there is none."""
    return cast("str", _validated(_EMAIL, text.strip())) if text.strip() else None


def read_advisors(texts: Iterable[str]) -> tuple[StarterAdvisor, ...]:
    """Read the options ``--vertrouwenspersoon``; raises ``Refused``, also for two of the same name."""
    found: tuple[StarterAdvisor, ...] = ()
    for text in texts:
        found = with_advisor(found, read_advisor(text))
    return found


def with_advisor(found: tuple[StarterAdvisor, ...], one: StarterAdvisor) -> tuple[StarterAdvisor, ...]:
    """Return the advisors with one more; raises ``Refused`` if the kit could not tell her from another."""
    if slugify(one.naam) in {slugify(other.naam) for other in found}:
        raise Refused(
            f"Er is al een vertrouwenspersoon die {one.naam} heet. Maak verschil, bijvoorbeeld met een letter."
        )
    return (*found, one)


def read_advisor(text: str) -> StarterAdvisor:
    """Read ``naam; intern; telefoon; e-mail`` as the option ``--vertrouwenspersoon`` takes it.

    The last two may stand in either order, and one may be absent. Raises ``Refused``.
    """
    parts = [part.strip() for part in text.split(";")]
    if len(parts) < 3:
        raise Refused(
            f"'{text}' is niet volledig. Schrijf naam, intern of extern, telefoon en e-mail met puntkomma's ertussen: "
            "'Samira El Amrani; intern; 06 12345678; samira@bedrijf.nl'."
        )
    naam, soort, *channels = parts
    emails = [channel for channel in channels if "@" in channel]
    phones = [channel for channel in channels if channel and "@" not in channel]
    if len(emails) > 1 or len(phones) > 1:
        raise Refused(f"'{text}' heeft te veel delen: geef hooguit één telefoonnummer en één e-mailadres.")
    return advisor(read_name(naam), read_kind(soort), read_phone("".join(phones)), read_email("".join(emails)))


def advisor(naam: str, soort: Kind, telefoon: str | None, email: str | None) -> StarterAdvisor:
    """Return an advisor; raises ``Refused`` if nobody could reach her."""
    if not telefoon and not email:
        raise Refused(f"Hoe bereik je {naam}? Geef een telefoonnummer, een e-mailadres of allebei.")
    return StarterAdvisor(naam, soort, telefoon, email)


def _choice(text: str, choices: Sequence[str]) -> str:
    given = text.strip().casefold()
    found = [choice for choice in choices if given and choice.startswith(given)]
    if len(found) != 1:
        raise Refused(f"'{text.strip()}' past hier niet. Kies {' of '.join(choices)}.")
    return found[0]


def _validated(adapter: TypeAdapter[Any], text: str) -> Any:
    try:
        return adapter.validate_python(text)
    except ValidationError as invalid:
        raise Refused(_reason(invalid)) from None


def _reason(invalid: ValidationError) -> str:
    """Return the two Dutch texts that the kit's validators give (see ``generator.kit.problems``)."""
    context = invalid.errors(include_url=False)[0].get("ctx", {})
    advice = re.sub(r"\s+", " ", str(context.get("advies", "")))
    return f"{context.get('bericht', 'Deze waarde past hier niet.')} {advice}".strip()
