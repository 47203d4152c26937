from __future__ import annotations

import html5lib
import pytest

from generator.errors import Finding
from generator.serve.trouble import failure_page, findings_page

NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>&lt; \"'"


def a_finding(**other: str | int) -> Finding:
    values: dict[str, str | int] = {
        "code": "VK020", "level": "error", "file": "kits/een/kit.yml", "message": "Dit is mis.", "advice": "Doe dat.",
        "line": 3, "column": 3, "path": "organisatie.naam", "line_text": "  naam: x",
    }  # fmt: skip
    return Finding(**(values | other))  # type: ignore[arg-type]


def test_a_finding_is_shown_whole() -> None:
    page = findings_page("een", [a_finding()])
    for part in ("1 fout in de kit een", "Dit is mis.", "Doe dat.", "kits/een/kit.yml, regel 3, kolom 3",
                 "organisatie.naam", "VK020", "  <mark>naam:</mark> x"):  # fmt: skip
        assert part in page


def test_the_most_serious_comes_first() -> None:
    page = findings_page("een", [a_finding(level="notice", message="klein"), a_finding(message="groot")])
    assert page.index("groot") < page.index("klein")


@pytest.mark.parametrize("page", [findings_page("een", [a_finding()]), failure_page("een", "stuk")])
def test_the_page_is_strict_html_in_dutch(page: str) -> None:
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert parsed.get("lang") == "nl"
    assert parsed.find(".//main/h1") is not None


def test_text_of_a_kit_stays_text() -> None:
    names = ("code", "file", "message", "advice", "path", "line_text")
    nasty = [a_finding(column=column, **dict.fromkeys(names, NASTY)) for column in (1, 9, 26)]
    pages = [*(findings_page(NASTY, [finding]) for finding in nasty), failure_page(NASTY, NASTY)]
    for page in pages:
        parsed = html5lib.parse(page, namespaceHTMLElements=False)
        assert not list(parsed.iter("script"))
        assert not list(parsed.iter("img"))
        assert "".join(parsed.itertext()).count("<script>alert(1)</script>") >= 3


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("a: b", 4, "a: <mark>b</mark>"),
        ("a: b c", 4, "a: <mark>b</mark> c"),
        ("a:", 3, "a:<mark></mark>"),
        ("a:", 99, "a:<mark></mark>"),
        ("a: b", 0, "<mark>a:</mark> b"),
    ],
)
def test_the_word_at_the_place_is_marked(line: str, column: int, shown: str) -> None:
    assert f"<pre>{shown}</pre>" in findings_page("een", [a_finding(line_text=line, column=column)])


def test_a_finding_about_a_whole_file_names_no_line() -> None:
    page = findings_page("een", [a_finding(line=0, column=0, line_text="")])
    assert "regel" not in page
    assert "<pre>" not in page
