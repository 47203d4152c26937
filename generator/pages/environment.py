"""The two Jinja environments: one for texts (Markdown), one for components (HTML); in both a kit's value is only text.

The texts' environment escapes in ``finalize`` instead of with Jinja's autoescape, because a value must lose its
meaning for Markdown too, and because there a filter or a ``~`` can't turn an unescaped value into a trusted one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.aanspreekvorm import Aanspreekvorm, choose
from generator.dates import datum
from generator.errors import BuildFailed
from generator.pages.filters import as_text, opsomming


class _ChosenLoader(BaseLoader):
    """Loads from one folder and reduces ``[[je|u]]`` before Jinja sees the text."""

    def __init__(self, folder: Path, aanspreekvorm: Aanspreekvorm) -> None:
        self._folder = folder
        self._aanspreekvorm = aanspreekvorm

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self._folder / template
        if ".." in template or not path.is_file():
            raise TemplateNotFound(template)
        stamp = path.stat().st_mtime_ns

        def unchanged() -> bool:
            return path.is_file() and path.stat().st_mtime_ns == stamp

        return choose(path.read_text(encoding="utf-8"), self._aanspreekvorm), str(path), unchanged


class Components:
    """The theme's HTML pieces; ``toon(name, **values)`` renders one with a page's variables."""

    def __init__(self, theme: Path, aanspreekvorm: Aanspreekvorm) -> None:
        self._icons = theme / "assets" / "icons"
        self._environment = Environment(
            loader=_ChosenLoader(theme / "components", aanspreekvorm),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_nothing_for_none,
        )
        self._environment.filters |= {"datum": datum, "opsomming": opsomming}
        self._environment.globals["icoon"] = self._icon

    def render(self, name: str, variables: Mapping[str, Any]) -> Markup:
        """Return one component without blank lines, so that Markdown takes it as a single block of HTML.

        Raises ``BuildFailed`` if the component is missing or uses something that does not exist.
        """
        try:
            text = self._environment.get_template(f"{name}.html").render(variables)
        except TemplateError as error:
            raise BuildFailed(f"Het onderdeel theme/components/{name}.html werkt niet: {error!r}") from error
        return Markup("\n".join(line for line in text.splitlines() if line.strip()))  # noqa: S704

    def _icon(self, name: str) -> Markup:
        path = self._icons / f"{name}.svg"
        try:
            return _read_icon(path, path.stat().st_mtime_ns)
        except OSError as error:
            raise BuildFailed(f"Het pictogram {path.name} ontbreekt in theme/assets/icons.") from error


@lru_cache(maxsize=128)
def _read_icon(path: Path, _changed: int) -> Markup:
    """Return a drawing; it is read again when the file has changed, for whoever edits the theme under ``serve``."""
    drawing = path.read_text(encoding="utf-8").strip()
    # Words stand beside every icon, so a screen reader has nothing to gain from it.
    return Markup(drawing.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704


def _nothing_for_none(value: object) -> object:
    return "" if value is None else value


#: Filters of Jinja that declare their result trusted; a text has no need of them, and a value must not get past.
_TRUSTING: Final = ("e", "escape", "forceescape", "safe", "tojson", "urlize", "xmlattr")


@cache
def components(theme: Path, aanspreekvorm: Aanspreekvorm) -> Components:
    """Return the components of a theme folder, compiled once per process and form of address."""
    return Components(theme, aanspreekvorm)


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
