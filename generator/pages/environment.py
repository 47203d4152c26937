"""The two Jinja environments: one for texts (Markdown), one for components (HTML); in both a kit's value is only text.

The texts' environment escapes in ``finalize`` instead of with Jinja's autoescape, because a value must lose its
meaning for Markdown too, and because there a filter or a ``~`` can't turn an unescaped value into a trusted one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.dates import datum
from generator.errors import BuildFailed
from generator.pages.filters import as_text, opsomming
from generator.resources import held_tree


class Components:
    """The theme's HTML pieces; ``toon(name, **values)`` renders one with a page's variables."""

    def __init__(self, pieces: Mapping[str, bytes], icons: Mapping[str, bytes], aanspreekvorm: Aanspreekvorm) -> None:
        """Take the files of both folders by name."""
        texts = {name: data.decode("utf-8").replace("\r\n", "\n") for name, data in pieces.items()}
        self._icons = {name: _icon(data.decode("utf-8")) for name, data in icons.items() if name.endswith(".svg")}
        self._environment = Environment(
            # ``[[je|u]]`` is reduced before Jinja sees the text.
            loader=DictLoader({name: choose(text, aanspreekvorm) for name, text in texts.items()}),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_nothing_for_none,
            auto_reload=False,
        )
        self._environment.filters |= {"datum": datum, "opsomming": opsomming}
        self._environment.globals["icoon"] = self._drawing

    def render(self, name: str, variables: Mapping[str, Any]) -> Markup:
        """Return one component without blank lines, so that Markdown takes it as a single block of HTML.

        Raises ``BuildFailed`` if the component is missing or uses something that does not exist.
        """
        try:
            text = self._environment.get_template(f"{name}.html").render(variables)
        except TemplateError as error:
            raise BuildFailed(f"Het onderdeel theme/components/{name}.html werkt niet: {error!r}") from error
        return Markup("\n".join(line for line in text.splitlines() if line.strip()))  # noqa: S704

    def _drawing(self, name: str) -> Markup:
        if f"{name}.svg" not in self._icons:
            raise BuildFailed(f"Het pictogram {name}.svg ontbreekt in theme/assets/icons.")
        return self._icons[f"{name}.svg"]


#: The root of a drawing, and what a page needs of it: size and pen are those of every icon.
_ROOT: Final = re.compile(r'<svg [^>]*?(viewBox="[^"]*")[^>]*>')


def _icon(drawing: str) -> Markup:
    """Return a drawing as it stands in a page; the style sheet says the rest."""
    # Words stand beside every icon, so a screen reader has nothing to gain from it.
    return Markup(_ROOT.sub(r'<svg class="vk-icoon" \1 aria-hidden="true">', drawing.strip(), count=1))  # noqa: S704


def _nothing_for_none(value: object) -> object:
    return "" if value is None else value


#: Filters of Jinja that declare their result trusted; a text has no need of them, and a value must not get past.
_TRUSTING: Final = ("e", "escape", "forceescape", "safe", "tojson", "urlize", "xmlattr")


def components(theme: Path, aanspreekvorm: Aanspreekvorm) -> Components:
    """Return the components of a theme folder as they are now. Raises ``BuildFailed`` if they can't be read."""
    try:
        pieces, icons = held_tree(theme / "components"), held_tree(theme / "assets" / "icons")
    except OSError as error:
        raise BuildFailed(f"Een onderdeel van het thema is niet te lezen: {error}") from error
    return _components(tuple(pieces.items()), tuple(icons.items()), aanspreekvorm)


# Compiled once a process, and again for whoever edits the theme under ``serve``.
@lru_cache(maxsize=4)
def _components(
    pieces: tuple[tuple[str, bytes], ...], icons: tuple[tuple[str, bytes], ...], aanspreekvorm: Aanspreekvorm
) -> Components:
    return Components(dict(pieces), dict(icons), aanspreekvorm)


@cache
def text_environment() -> ImmutableSandboxedEnvironment:
    """Return the sandboxed environment of the texts."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=False,
        undefined=StrictUndefined,
        finalize=as_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"datum": datum, "opsomming": opsomming}
    for name in _TRUSTING:
        del environment.filters[name]
    return environment


@cache
def plain_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment of front matter, whose values are escaped later, where they are shown."""
    environment = ImmutableSandboxedEnvironment(autoescape=False, undefined=StrictUndefined)
    environment.filters |= {"datum": datum, "opsomming": opsomming}
    return environment


# The shared texts are equal for all kits; compiling one costs ten times as much as filling it in. There are some 20
# pages in two forms of address, and as many lines of front matter that hold a value.
@lru_cache(maxsize=128)
def text_template(text: str) -> Template:
    """Return a page's text as a template of the texts' environment; raises ``TemplateError``."""
    return text_environment().from_string(text)


@lru_cache(maxsize=128)
def plain_template(text: str) -> Template:
    """Return one text of front matter as a template; raises ``TemplateError``."""
    return plain_environment().from_string(text)
