"""E-mail and web addresses: checked for their form by libraries or by rules; whether they answer is not asked."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import quote, urlsplit

import idna
from email_validator import EmailNotValidError, validate_email
from pydantic import ValidationInfo

from generator import limits
from generator.kit.problems import as_text, wrong
from generator.kit.text import shorten

#: What the editor's schema can say of an address; the readers below say more.
URL_PATTERN: Final = r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\\"<>`]+([/?#][^\s\\\"<>`]*)?\s*$"
EMAIL_PATTERN: Final = r"^\s*[^\s@?#%]+@[^\s@]+\.[^\s@.]+\s*$"

#: What RFC 3986 lets stand as it is, and the sign of what is encoded already.
_IN_URI: Final = "%/:?#[]@!$&'()*+,;="


def read_email(value: Any, info: ValidationInfo) -> str:
    """Read an e-mail address and normalise it; whether the domain exists is not asked."""
    text = as_text(value, info).strip()
    expected = "Schrijf alleen het adres zelf."
    if text.lower().startswith("mailto:"):
        raise wrong("emailadres", f"'{shorten(text)}' begint met mailto:.", f"Bedoelde je '{text[7:]}'? {expected}")
    if sign := re.search("[?#%]", text):
        raise wrong(
            "emailadres",
            f"In '{shorten(text)}' staat een {sign[0]}. Een link naar dit adres opent een mail aan iemand anders.",
            "Schrijf een adres zonder ?, # en %.",
        )
    if not re.match(EMAIL_PATTERN, text):
        raise wrong("emailadres", f"'{shorten(text)}' is geen e-mailadres.", expected)
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as problem:
        raise wrong("emailadres", f"'{shorten(text)}' is geen e-mailadres.", expected) from problem


def read_url(value: Any, info: ValidationInfo) -> str:
    """Read a web address with scheme http or https and a host."""
    text = as_text(value, info).strip()
    expected = "Schrijf een heel webadres, met https:// ervoor."
    if not re.match(URL_PATTERN, text) or not _has_good_host(text):
        guess = re.match(r"(www\.)?[\w-]+(\.[\w-]+)+([/?#]\S*)?$", text)
        hint = f"Bedoelde je 'https://{text}'? " if guess else ""
        raise wrong("webadres", f"'{shorten(text)}' is geen webadres dat we kennen.", hint + expected)
    scheme, rest = text.split("://", 1)
    address = f"{scheme.lower()}://{rest}"
    if (length := len(as_uri(address))) > limits.URL:
        raise wrong(
            "tekst_te_lang",
            f"Dit webadres heeft {length} tekens. Zo'n lang adres past niet in een code op papier.",
            f"Gebruik hooguit {limits.URL} tekens. Vaak werkt een adres ook zonder het stuk na het vraagteken.",
        )
    return address


def as_uri(address: str) -> str:
    """Return an address in the characters of ASCII (RFC 3986), as a link in a PDF and a code need it.

    The host becomes what the domain name system knows (RFC 5891); what else is not ASCII is percent-encoded. Raises
    ``idna.IDNAError`` for a host that can't exist, which ``read_url`` lets nobody have.
    """
    if address.isascii():
        return address
    scheme, _, rest = address.partition(":")
    if scheme.lower() in {"http", "https"}:
        parts = urlsplit(address)
        host, port = parts.netloc.partition(":")[::2]
        if not host.isascii():
            host = idna.encode(host, uts46=True).decode("ascii")
        address = parts._replace(netloc=f"{host}:{port}" if port else host).geturl()
        return quote(address, safe=_IN_URI)
    return f"{scheme}:{quote(rest, safe=_IN_URI)}"


def _has_good_host(text: str) -> bool:
    """Tell whether host and port can exist."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
        as_uri(text.strip())
    except ValueError:
        return False
    if not host:
        return False
    if ":" in host:
        return True
    labels = host.removesuffix(".").split(".")
    return all(re.fullmatch(r"(?!-)[\w-]{1,63}(?<!-)", label) for label in labels) and len(host) <= 253
