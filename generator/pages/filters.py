"""How values look in Dutch, and how they become harmless text inside Markdown and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

#: What starts something in Markdown anywhere in a line; the rest stays readable in a staged page.
_MARKDOWN_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>&|~^=\"'!@$]")
#: What starts a list, a heading, a definition, a fold or a number at the beginning of a line.
_LINE_START: Final = re.compile(r"^(?:[#+:?\-]|\d+(?=[.)]))")

#: A value stays on its line: a blank line would end the paragraph, and indentation would start code.
_LINE_BREAKS: Final = re.compile(r"[^\S\u00a0\u202f]+")

_INLINE: Final = MarkdownIt("commonmark", {"html": False, "breaks": False}).disable("image")
_INLINE_TAGS: Final = {"em", "strong", "a", "br"}
_REL: Final = "noreferrer noopener"
#: A link that lost its address. There is never a link within a link.
_LEADS_NOWHERE: Final = re.compile(f'<a rel="{_REL}">(.*?)</a>')


def opsomming(items: Iterable[object], voegwoord: str = "en") -> str:
    """Return ``a``, ``a en b`` or ``a, b en c``."""
    texts = [str(item) for item in items]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {voegwoord} {texts[-1]}"


def as_text(value: object) -> Markup:
    """Return a value as text that means nothing to Markdown or HTML, wherever in a page it stands."""
    if value is None:
        return Markup("")
    if isinstance(value, Markup):
        return value
    text = _LINE_BREAKS.sub(" ", str(value))
    text = _MARKDOWN_SIGNS.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), text)
    return Markup(_LINE_START.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", text))  # noqa: S704


def inline_markdown(value: str) -> Markup:
    """Return an advisor's own words as HTML: emphasis and links alone, sanitised by a second library.

    Only ``https`` and ``mailto`` survive in a link, of another only the words; HTML in the text is shown as text.
    """
    rendered = _INLINE.renderInline(" ".join(value.split()))
    cleaned = nh3.clean(
        rendered,
        tags=_INLINE_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto"},
        link_rel=_REL,
        attribute_filter=_whole_address,
    )
    return Markup(_LEADS_NOWHERE.sub(r"\1", cleaned))  # noqa: S704


def _whole_address(_tag: str, attribute: str, value: str) -> str | None:
    """Drop an address that is relative or has another beginning: from a page of ours it would lead nowhere good."""
    return value if attribute != "href" or value.startswith(("https://", "mailto:")) else None
