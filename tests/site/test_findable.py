"""The search finds what it found before: our reading of a page gives the sections that the theme's parser gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from generator.site.findable import SearchParser
from tests.conftest import EXAMPLES, ExampleBuilder

Sections = list[tuple[object, ...]]


def sections(parser: SearchParser | Parser, html: str) -> Sections:
    parser.feed(html)
    parser.close()
    return [
        (item.el.tag, item.depth, item.id, *(("",) if item.is_excluded() else (item.title, item.text)))
        for item in parser.data
    ]


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_pages_of_the_examples_have_the_same_sections(built: ExampleBuilder, slug: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (built(slug) / "site").rglob("*.html")]
    contents = [page[page.index("<main") : page.index("</main>")] for page in pages]
    assert len(contents) >= 17
    for html in contents:
        assert sections(SearchParser(), html) == sections(Parser(), html)


PARTS = (
    '<h1 id="een">Een</h1>',
    '<h2 id="twee">Twee <em>keer</em></h2>',
    "<h2>zonder plek</h2>",
    '<section><h3 id="drie">Drie</h3><p>binnen</p></section>',
    "<p>tekst &amp; <strong>meer</strong> &lt;b&gt;</p>",
    "<p> </p>",
    "<ul>\n<li>een</li>\n<li><p></p></li>\n</ul>",
    "<pre>twee\n  regels</pre>",
    '<img src="x.png"/><br/>los',
    "<div>",
    "</div>",
    "</h2>",
    "<p data-search-exclude>weg</p>",
    '<section><h2 id="zes" data-search-exclude="ja">Zes</h2><ul><li>binnen</li></ul></section>',
    '<h3 data-search-exclude="ja">zonder plek</h3>',
    '<script src="x.js"></script>',
    "\n",
    '\n<h2 id="vier">Vier</h2>',
    '\n<h2 id="vijf">Vijf</h2>\n<p>tekst</p>\n',
    "  ",
    '<svg><path d="M0 0"/></svg>',
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PARTS), max_size=14))
def test_any_page_has_the_same_sections(parts: list[str]) -> None:
    html = "".join(parts)
    assert sections(SearchParser(), html) == sections(Parser(), html)
