"""E-mail and web addresses: checked for their form by a library or by rules; whether they answer is not asked."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email
from pydantic import ValidationInfo

from generator.kit.problems import as_text, wrong
from generator.kit.text import shorten

#: What the editor's schema can say of an address; the readers below say more.
URL_PATTERN: Final = r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\\"<>`]+([/?#][^\s\\\"<>`]*)?\s*$"
EMAIL_PATTERN: Final = r"^\s*[^\s@]+@[^\s@]+\.[^\s@.]+\s*$"


def read_email(value: Any, info: ValidationInfo) -> str:
    """Read an e-mail address and normalise it; whether the domain exists is not asked."""
    text = as_text(value, info).strip()
    expected = "Schrijf alleen het adres zelf."
    if text.lower().startswith("mailto:"):
        raise wrong("emailadres", f"'{shorten(text)}' begint met mailto:.", f"Bedoelde je '{text[7:]}'? {expected}")
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
    return f"{scheme.lower()}://{rest}"


def _has_good_host(text: str) -> bool:
    """Tell whether host and port can exist."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host:
        return False
    if ":" in host:
        return True
    labels = host.removesuffix(".").split(".")
    return all(re.fullmatch(r"(?!-)[\w-]{1,63}(?<!-)", label) for label in labels) and len(host) <= 253
