"""The overview in a real browser, from disk: everybody can use it, and it asks nobody for anything."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generator.batch.overview import write_overview
from generator.resources import Resources
from tests.batch.overview.members import DAY, HOSTILE, TITLE, een_bevinding, een_lid, veel_leden
from tests.browser.axe import violations
from tests.browser.pages import DESK, PHONE, Scheme, Size, opened, watched

MEMBERS = 36


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> str:
    folder = tmp_path_factory.mktemp("dist")
    write_overview(folder, veel_leden(MEMBERS), TITLE, DAY, resources)
    return (folder / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with opened(browser) as opened_page:
        opened_page.goto(address)
        yield opened_page


def shown(page: Page) -> list[str]:
    """Return the slugs of the rows that show."""
    return [row.text_content() or "" for row in page.locator("#lijst tbody tr:visible th small:first-of-type").all()]


def told(page: Page, text: str) -> bool:
    page.get_by_role("status").filter(has_text=text).wait_for()
    return True


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360px", "1280px"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, address: str, scheme: Scheme, size: Size) -> None:
    with opened(browser, size, scheme) as page:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        page.get_by_role("button", name="Mislukt").click()
        page.get_by_role("button", name="Toon weer alle leden").click()
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360])
def test_no_phone_has_to_scroll_sideways(browser: Browser, resources: Resources, tmp_path: Path, width: int) -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    members = [*veel_leden(12), een_lid(naam=long, reason=long, findings=(een_bevinding(message=long, file=long),))]
    write_overview(tmp_path, members, long, DAY, resources)
    with opened(browser, (width, 740)) as page:
        page.goto((tmp_path / "index.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_asked_of_anybody_and_nothing_is_refused(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        record = watched(page)
        page.goto(address, wait_until="networkidle")
        assert [request for request in record.requests if not request.startswith("data:")] == [address]
        assert record.faults == []
        assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("elan", MEMBERS // 4),
        ("ÉLAN", MEMBERS // 4),
        ("nummer 14", 1),
        ("lid-0007", 1),
        ("smeden kwekerij", 3),
        ("VK105", MEMBERS // 6),
        ("schijf is vol", MEMBERS // 6),
        ("bestaat niet", 0),
    ],
)
def test_search_finds_by_name_slug_association_code_and_reason(page: Page, typed: str, number: int) -> None:
    page.get_by_label("Zoek een lid").fill(typed)
    assert told(page, f"{number} van {MEMBERS} leden")
    assert len(shown(page)) == number
    assert page.get_by_text("Geen lid past bij wat je koos.").is_visible() == (number == 0)


def test_everybody_comes_back(page: Page) -> None:
    page.get_by_label("Zoek een lid").fill("elan")
    assert told(page, "9 van 36 leden")
    page.get_by_role("button", name="Toon weer alle leden").click()
    assert told(page, "36 leden")
    assert len(shown(page)) == MEMBERS
    assert page.get_by_role("button", name="Toon weer alle leden").count() == 0
    assert page.evaluate("document.activeElement.id") == "zoek"


def test_stand_association_and_words_narrow_together(page: Page) -> None:
    page.get_by_label("Stand").select_option("Mislukt")
    page.get_by_label("Branche").select_option("Bond van Smeden")
    assert told(page, "6 van 36 leden")
    page.get_by_label("Zoek een lid").fill("nummer 9")
    assert shown(page) == ["lid-0009"]


def test_a_tile_shows_who_stands_so_and_a_second_time_everybody(page: Page) -> None:
    tile = page.get_by_role("button", name="6 Eerst verbeteren")
    tile.press("Enter")
    assert told(page, "6 van 36 leden")
    assert tile.get_attribute("aria-pressed") == "true"
    assert page.get_by_label("Stand").input_value() == "fouten"
    tile.press("Enter")
    assert len(shown(page)) == MEMBERS
    assert tile.get_attribute("aria-pressed") == "false"


def test_a_reason_shows_its_members_and_the_next_tab_goes_on_from_there(page: Page) -> None:
    page.locator(".redenen li", has_text="Geen goed e-mailadres").get_by_role("button").press("Enter")
    assert told(page, "6 van 36 leden")
    assert page.evaluate("document.activeElement.id") == "leden"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "zoek"


def test_the_order_can_be_the_most_urgent_first_and_is_stable(page: Page) -> None:
    by_name = shown(page)
    page.get_by_label("Volgorde").select_option("Eerst wat werk vraagt")
    urgent = shown(page)
    assert urgent[:6] == [slug for slug in by_name if int(slug[-4:]) % 6 == 3]
    page.get_by_label("Volgorde").select_option("Op naam")
    assert shown(page) == by_name


def test_a_link_to_a_shared_finding_opens_it(page: Page) -> None:
    finding = page.locator("#gedeeld-1 .bevinding")
    expect(finding).to_be_hidden()
    page.get_by_role("link", name="VK201").first.click()
    expect(finding).to_be_visible()


def test_without_script_every_row_shows_and_nothing_that_needs_script(browser: Browser, address: str) -> None:
    with opened(browser, script=False) as page:
        page.goto(address)
        assert len(shown(page)) == MEMBERS
        assert page.locator("form, button").filter(visible=True).count() == 0
        page.locator("#lijst summary").first.click()
        assert page.locator("#lijst details ul").first.is_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["cards", "table"])
def test_the_list_is_a_table_to_who_hears_it(browser: Browser, address: str, size: Size) -> None:
    with opened(browser, size) as page:
        page.goto(address)
        assert page.get_by_role("table", name="Per lid").count() == 1
        assert page.get_by_role("row").count() == MEMBERS + 1
        assert page.get_by_role("columnheader").all_inner_texts() == [
            "Organisatie", "Stand", "Bevindingen", "Drukwerk", "Zip", "Gemaakt op",
        ]  # fmt: skip
        assert page.get_by_role("rowheader").count() == MEMBERS


def test_every_control_is_big_enough_to_hit(browser: Browser, address: str) -> None:
    """24 CSS pixels, as WCAG 2.2 asks (criterion 2.5.8)."""
    with opened(browser, PHONE) as page:
        page.goto(address)
        controls = page.locator("button:visible, select:visible, input:visible, #lijst summary:visible").all()
        low = [box for item in controls if (box := item.bounding_box()) and box["height"] < 24]
        assert len(controls) > MEMBERS
        assert low == []


def test_on_paper_the_list_is_a_table_with_a_heading_on_every_sheet(page: Page) -> None:
    data = page.pdf(prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(data)).pages]
    assert len(sheets) >= 2
    assert all("Organisatie" in text and "Gemaakt op" in text for text in sheets)
    assert sum(text.count("lid-00") for text in sheets) == MEMBERS
    assert "Zoek een lid" not in "".join(sheets)


def test_a_hostile_name_runs_nothing_and_is_found_as_text(
    browser: Browser, resources: Resources, tmp_path: Path
) -> None:
    write_overview(tmp_path, [een_lid(f"n-{n}", naam=text) for n, text in enumerate(HOSTILE)], TITLE, DAY, resources)
    with opened(browser) as page:
        faults = watched(page).faults
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto((tmp_path / "index.html").as_uri())
        page.get_by_label("Zoek een lid").fill("<script>alert")
        assert shown(page) == ["n-0"]
        assert faults == []
