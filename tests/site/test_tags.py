"""Plain HTML is read in one sweep, and exactly as ``html.parser`` reads it; other HTML is left to that."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.tags import feed, tokens
from tests.conftest import EXAMPLES, ExampleBuilder

Event = tuple[str, str, tuple[tuple[str, str | None], ...]]


class _Listener(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("start", tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        self.events.append(("text", data, ()))


def heard(html: str) -> list[Event]:
    """Return what the parser of the standard library reports."""
    listener = _Listener()
    listener.feed(html)
    listener.close()
    return listener.events


def fed(html: str) -> list[Event]:
    listener = _Listener()
    feed(listener, html)
    return listener.events


@pytest.mark.parametrize("slug", EXAMPLES)
def test_all_pages_of_the_examples_are_plain_and_read_alike(built: ExampleBuilder, slug: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (built(slug) / "site").rglob("*.html")]
    assert len(pages) >= 17
    for page in pages:
        assert tokens(page) is not None
        assert fed(page) == heard(page)


PLAIN = (
    "",
    "tekst alleen",
    "<p>een &amp; twee &#233;&eacute;</p>",
    '<a href="x.html?a=1&amp;b=2" title="" data-los>x</a>',
    '<svg viewBox="0 0 24 24"><path d="M4 12h16"/></svg>',
    '<br><img\n  src="x.png"\talt="">',
    '<!doctype html>\n<html lang="nl"><title>a</title><script src="x.js" defer></script></html>',
    "<p>los & open &copy en &#x41;</p>",
    "</p></b>",
    "<p>een</p>\n<p>twee >\n<b>drie</b></p>\n<br>\n",
    ">\n<i>",
)
OTHER = (
    "<p>1 < 2</p>",
    "<!-- opmerking --><p>x</p>",
    "<P>x</P>",
    "<p class=x>y</p>",
    "<p class='x'>y</p>",
    '<p title="a > b">y</p>',
    '<p title="a&copy b">y</p>',
    "<script>if (a<b) {}</script>",
    "<script></p></script>",
    "<style>p{}</style>",
    "<textarea><p></textarea>",
    "<title>a<b></title>",
    "<title>a &amp; b</title>",
    "<p",
    "<a-b>x</a-b>",
    "<p\0>x</p>",
)


@pytest.mark.parametrize("html", PLAIN)
def test_plain_html_is_read_alike(html: str) -> None:
    assert tokens(html) is not None
    assert fed(html) == heard(html)


@pytest.mark.parametrize("html", OTHER)
def test_other_html_is_left_to_the_parser(html: str) -> None:
    assert tokens(html) is None
    assert fed(html) == heard(html)


SCRAPS = st.lists(
    st.sampled_from(
        ["<", ">", "</", "/>", "p", " ", '"', "=", "&", "&amp;", "a", "<p>", "</p>", "<title>", "'", "\n", "!"]
    )
    | st.sampled_from([*PLAIN, *OTHER])
    | st.text(max_size=3),
    max_size=12,
)


@given(SCRAPS)
def test_whatever_counts_as_plain_is_read_as_the_parser_reads_it(scraps: list[str]) -> None:
    html = "".join(scraps)
    assert fed(html) == heard(html)
