"""Values of a kit are text, whatever they look like; dates and lists read as Dutch."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateAssertionError

from generator.dates import datum
from generator.pages.environment import text_environment
from generator.pages.filters import as_text, inline_markdown, opsomming

EXTENSIONS = ["attr_list", "md_in_html", "def_list", "tables", "admonition", "toc", "pymdownx.details"]


class _Outline(HTMLParser):
    """Collects the tags and the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def outline(html: str) -> _Outline:
    parser = _Outline()
    parser.feed(html)
    parser.close()
    return parser


def test_a_date_is_written_in_words_that_stay_together() -> None:
    assert datum(date(2026, 11, 1)) == "1\u00a0november\u00a02026"


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_reads_as_a_sentence(items: list[str], text: str) -> None:
    assert opsomming(items) == text


@pytest.mark.parametrize(
    "value",
    [
        "<script>alert(1)</script>",
        "**vet** en _schuin_ en `code`",
        "[klik](javascript:alert(1))",
        "![x](https://x.example/y.png)",
        "{{ 7 * 7 }} {% raw %}",
        "# kop",
        "- punt",
        "12. punt",
        "a | b | c",
        ": uitleg",
        "!!! note",
        "??? vraag",
        "===",
        "naam {: #id onclick=x }",
        "<!-- weg -->",
        "&lt;b&gt; &amp; &#42;",
        "\\*ster\\*",
        '\'s-Hertogenbosch "aan zee"',
    ],
)
@pytest.mark.parametrize("template", ["{{ x }}", "Tekst {{ x }} verder.", "| a |\n|---|\n| {{ x }} |\n", "- {{ x }}\n"])
def test_a_value_stays_text_wherever_a_page_shows_it(value: str, template: str) -> None:
    harmless = outline(
        markdown.markdown(text_environment().from_string(template).render(x="waarde"), extensions=EXTENSIONS)
    )
    page = outline(markdown.markdown(text_environment().from_string(template).render(x=value), extensions=EXTENSIONS))
    assert page.tags == harmless.tags
    assert page.text == harmless.text.replace("waarde", value)


@given(value=st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_in_a_paragraph_adds_no_element(value: str) -> None:
    source = text_environment().from_string("Begin {{ x }} einde.").render(x=value)
    assert outline(markdown.markdown(source, extensions=EXTENSIONS)).tags == ["p"]


@pytest.mark.parametrize(
    "expression", ["[x, x] | join('<br>')", "x ~ '*'", "x | replace('b', 'i')", "'%s' | format(x)"]
)
def test_a_value_that_was_worked_on_is_still_text(expression: str) -> None:
    assert "<" not in text_environment().from_string("{{ " + expression + " }}").render(x="<b>")


@pytest.mark.parametrize("name", ["safe", "e", "tojson", "urlize", "xmlattr"])
def test_a_text_has_no_filter_that_trusts_a_value(name: str) -> None:
    with pytest.raises(TemplateAssertionError, match="No filter named"):
        text_environment().from_string("{{ x | " + name + " }}")


def test_line_breaks_in_a_value_do_not_start_a_new_block() -> None:
    assert str(as_text("een\n\n    twee\r\ndrie")) == "een twee drie"


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Ik luister **echt**.", "Ik luister <strong>echt</strong>."),
        ("<b>hoi</b>", "&lt;b&gt;hoi&lt;/b&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("![foto](https://x.example/p.png)", '!<a href="https://x.example/p.png" rel="noreferrer noopener">foto</a>'),
        ("[les](https://les.example)", '<a href="https://les.example" rel="noreferrer noopener">les</a>'),
        ("[*les* nu](http://les.example)", "<em>les</em> nu"),
        (
            "[les](/elders) [les](https://les.example)",
            'les <a href="https://les.example" rel="noreferrer noopener">les</a>',
        ),
    ],
)
def test_own_words_keep_emphasis_and_safe_links_alone(words: str, html: str) -> None:
    assert inline_markdown(words) == html
