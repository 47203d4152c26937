"""A site that calls elsewhere, speaks another language or has a dead link is never published."""

from __future__ import annotations

import pytest

from generator.errors import BuildFailed
from generator.site.verify import verify

GOOD = '<!doctype html><html lang="nl"><head><link rel="stylesheet" href="stijl.css"></head><body>{}</body></html>'


def a_site(body: str, **others: str) -> dict[str, bytes]:
    files = {"index.html": GOOD.format(body), "stijl.css": "body{color:#000}"} | {
        name.replace("_", "."): text for name, text in others.items()
    }
    return {name: text.encode() for name, text in files.items()}


def test_a_good_site_gives_its_number_of_pages() -> None:
    site = a_site('<h1 id="kop">Dag</h1><a href="#kop">op</a>', rol_html=GOOD.format('<a href="index.html#kop">x</a>'))
    assert verify(site) == 2


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<img src="https://teller.example/x.gif">', "van een ander adres: https://teller.example/x.gif"),
        ('<img srcset="a.jpg 1x, //cdn.example/b.jpg 2x">', "van een ander adres: //cdn.example/b.jpg"),
        ('<script src="http://cdn.example/x.js"></script>', "van een ander adres"),
        ('<iframe srcdoc="<p>x</p>"></iframe>', "bestaat niet"),
        ('<p style="background:url(https://x.example/y.png)">x</p>', "van een ander adres"),
        ("<style>\np{background:url(//x.example/y.png)}\n</style>", "van een ander adres: //x.example/y.png"),
        ('<meta http-equiv="Refresh" content="0; URL=https://x.example/">', "van een ander adres: https://x.example/"),
        ('<a href="index.html" ping="https://x.example/">x</a>', "van een ander adres"),
        ('<form action="https://x.example/"></form>', "van een ander adres"),
        ('<img src="weg.jpg">', "het bestand weg.jpg bestaat niet"),
        ('<a href="weg.html">x</a>', "de link weg.html gaat nergens heen"),
        ('<a href="index.html#weg">x</a>', "wijst naar een plek die er niet is"),
        ('<a href="#weg">x</a>', "wijst naar een plek die er niet is"),
        ('<a href="javascript:alert(1)">x</a>', "een link met een vreemd begin"),
    ],
)
def test_what_is_wrong_is_named(body: str, problem: str) -> None:
    with pytest.raises(BuildFailed, match="klopt niet") as caught:
        verify(a_site(body))
    assert problem in str(caught.value)


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(BuildFailed) as caught:
        verify(a_site('<a href="een.html">1</a><a href="twee.html">2</a>'))
    assert str(caught.value).count("\n- ") == 2


def test_another_language_is_found() -> None:
    site = a_site("", over_html='<html lang="en"><body></body></html>')
    with pytest.raises(BuildFailed, match="de taal is 'en'"):
        verify(site)


def test_a_style_sheet_may_not_fetch_from_elsewhere() -> None:
    site = a_site("", extra_css="@import 'https://fonts.example/css';")
    with pytest.raises(BuildFailed, match=r"fonts\.example"):
        verify(site)


def test_a_drawing_may_not_fetch_from_elsewhere() -> None:
    site = a_site("", merk_svg='<svg xmlns="http://www.w3.org/2000/svg"><image href="https://x.example/y.png"/></svg>')
    with pytest.raises(BuildFailed, match=r"merk\.svg: de tekening bevat een verwijzing naar buiten"):
        verify(site)


def test_an_empty_site_is_not_a_good_site() -> None:
    with pytest.raises(BuildFailed, match="geen enkele pagina"):
        verify({})


def test_links_that_a_reader_clicks_may_lead_out() -> None:
    body = '<a href="https://www.113.nl">113</a><a href="tel:113">bel</a><a href="mailto:a@b.example">mail</a>'
    body += '<meta http-equiv="refresh" content="9;url=index.html">'
    assert verify(a_site(body)) == 1


def test_an_address_that_means_two_places_is_found() -> None:
    with pytest.raises(BuildFailed, match="#kop is er twee keer"):
        verify(a_site('<p id="kop">1</p><p id="kop">2</p>'))
