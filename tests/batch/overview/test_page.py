from __future__ import annotations

import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import html5lib
import pytest

from generator.batch.member import Member, Print
from generator.batch.overview.page import page
from generator.errors import BuildFailed
from generator.resources import Resources
from tests.batch.overview.members import DAY, HOSTILE, LAYER, TITLE, een_bevinding, een_lid, gedeeld, veel_leden
from tests.site.test_html import messages_of


def text_of(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def html(resources: Resources, *members: Member, title: str = TITLE) -> str:
    return b"".join(page(members, title, DAY, resources)).decode()


def parsed(resources: Resources, *members: Member, title: str = TITLE) -> Any:
    """Return the page's tree; a page that is no strict HTML fails here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html(resources, *members, title=title))


def rows_of(tree: Any) -> list[Any]:
    return list(tree.findall(".//table[@id='lijst']/tbody/tr"))


def test_a_row_tells_how_a_member_stands_and_what_to_open(resources: Resources) -> None:
    (row,) = rows_of(parsed(resources, een_lid(findings=(een_bevinding(level="warning"),))))
    assert row.find("th").get("scope") == "row"
    assert row.find("th/a").get("href") == "de-linge/site/index.html"
    stand, findings, prints, packed, day = row.findall("td")
    assert text_of(stand) == "Klaar, met waarschuwing"
    assert text_of(findings.find("details/summary")).startswith("1 waarschuwing")
    for part in ("VK031", "Het e-mailadres 'fatima@' klopt niet.", "Schrijf het adres helemaal uit.",
                 "kits/bouw/de-linge/kit.yml:15:12"):  # fmt: skip
        assert part in text_of(findings)
    assert [link.get("href") for link in prints.iter("a")] == [
        "de-linge/print/poster-a4.pdf",
        "de-linge/print/kaartjes.pdf",
    ]
    assert packed.find("a").get("href") == "de-linge.zip"
    assert day.find("time").get("datetime") == "2026-11-20"


STOOD = "De versie van 20 november 2026 staat er nog."


@pytest.mark.parametrize(
    ("member", "told"),
    [
        (een_lid(state="failed", reason="De schijf is vol."), f"Mislukt De schijf is vol. {STOOD}"),
        (een_lid(state="invalid", findings=(een_bevinding(),)), f"Eerst verbeteren {STOOD}"),
        (
            een_lid(state="invalid", findings=(een_bevinding(),), site=False, prints=()),
            "Eerst verbeteren Er is nog geen eerdere versie.",
        ),
        (een_lid(state="waiting", made_on=""), "Nog niet gemaakt De vorige versie staat er nog."),
        (een_lid(state="removed"), "Vervallen Deze kit is weg. Met 'build --prune' ruim je op wat er nog staat."),
    ],
)
def test_a_member_that_is_not_ready_tells_why_and_what_stands(resources: Resources, member: Member, told: str) -> None:
    (row,) = rows_of(parsed(resources, member))
    assert text_of(row.find("td")) == told


def test_a_warning_that_holds_a_kit_up_is_explained(resources: Resources) -> None:
    (row,) = rows_of(parsed(resources, een_lid(state="invalid", findings=(een_bevinding(level="warning"),))))
    assert "Met --strict houdt een waarschuwing de kit tegen." in text_of(row.find("td"))


def test_what_is_not_there_has_no_link(resources: Resources) -> None:
    (row,) = rows_of(parsed(resources, een_lid(site=False, prints=(), zipped=False, made_on="")))
    assert list(row.iter("a")) == []
    assert [text_of(cell) for cell in row.findall("td")][1:] == ["Geen", "Geen", "Geen", "Nog niet"]


def test_a_shared_finding_is_told_once_and_only_counted_in_the_rows(resources: Resources) -> None:
    tree = parsed(resources, een_lid("a", findings=(gedeeld(),)), een_lid("b", findings=(gedeeld(),)))
    assert text_of(tree).count("De foto heeft geen toestemming.") == 3  # the reason, the block's line, the block
    (block,) = tree.findall(".//details[@id='gedeeld-1']")
    assert text_of(block.find("summary")) == "Geldt voor 2 leden: De foto heeft geen toestemming."
    for row in rows_of(tree):
        assert text_of(row.findall("td")[1]) == "1 waarschuwing Gedeeld: VK201"
        assert row.find("td[2]//a").get("href") == "#gedeeld-1"


def test_the_summary_counts_and_says_why(resources: Resources) -> None:
    tree = parsed(resources, *veel_leden(60))
    tiles = {item.get("data-stand"): text_of(item) for item in tree.findall(".//li[@data-stand]")}
    assert tiles == {
        "klaar": "10 Klaar",
        "waarschuwingen": "10 Klaar, met waarschuwing",
        "fouten": "10 Eerst verbeteren",
        "mislukt": "10 Mislukt",
        "wacht": "10 Nog niet gemaakt",
        "vervallen": "10 Vervallen",
    }
    lead = text_of(tree.find(".//p[@class='kop__lead']"))
    assert lead == "20 van 50 kits klaar. 20 kits vragen nog werk. 10 nog niet gemaakt. Bij 10 is er een waarschuwing."
    why = [text_of(item) for item in tree.findall(".//ul[@class='redenen']/li")]
    assert why[0] == "mislukt De schijf is vol. 10 leden"
    assert why[1] == "fout Geen goed e-mailadres 10 leden"


def test_one_member_is_told_in_the_singular(resources: Resources) -> None:
    tree = parsed(resources, een_lid(state="invalid", findings=(een_bevinding(),)))
    assert text_of(tree.find(".//p[@class='kop__lead']")) == "0 van 1 kit klaar. 1 kit vraagt nog werk."
    assert text_of(tree.find(".//*[@id='telling']")) == "1 lid"


def test_nobody_is_a_page_too(resources: Resources) -> None:
    tree = parsed(resources)
    assert rows_of(tree) == []
    assert text_of(tree.find(".//p[@class='kop__lead']")) == "Er zijn nog geen leden met een kit."


def test_the_choice_of_an_association_is_there_only_if_there_is_one(resources: Resources) -> None:
    one, two = een_lid("a"), een_lid("b", branche="Bond van Smeden")
    assert parsed(resources, one).find(".//select[@id='branche']") is None
    options = parsed(resources, one, two).findall(".//select[@id='branche']/option")
    assert [text_of(item) for item in options] == ["Alle", "Bond van Smeden", TITLE]


def test_the_page_is_for_the_association_alone(resources: Resources) -> None:
    tree = parsed(resources, een_lid())
    assert tree.find(".//meta[@name='robots']").get("content") == "noindex, nofollow, noarchive"
    assert "Alleen voor de vereniging." in text_of(tree.find(".//main"))


def test_the_policy_allows_the_pages_own_style_and_script_and_nothing_else(resources: Resources) -> None:
    text = html(resources, een_lid())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    told = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in told
    assert told.startswith("default-src 'none';")
    assert "unsafe" not in told
    assert not re.search(r"\s(?:style|on\w+)=", text)


def test_hostile_texts_stay_text(resources: Resources) -> None:
    members = [
        een_lid(
            text,
            folder=text,
            naam=text,
            branche=text,
            reason=text,
            state="failed",
            made_on=text,
            prints=(Print(text, text),),
            findings=(
                een_bevinding(text, code=text, message=text, advice=text, why=text),
                gedeeld(code="VK999", message=text, advice=text, why=text),
            ),
        )
        for text in (*HOSTILE, *HOSTILE)
    ]
    harmless = [een_lid(f"{place}", folder=LAYER, naam=f"{place}", state="failed") for place in range(len(members))]
    tree = html5lib.parse(html(resources, *members, title=HOSTILE[0]), namespaceHTMLElements=False)
    calm = html5lib.parse(html(resources, *harmless), namespaceHTMLElements=False)
    assert [len(list(tree.iter(tag))) for tag in ("script", "style", "svg", "img", "table", "title")] == [
        len(list(calm.iter(tag))) for tag in ("script", "style", "svg", "img", "table", "title")
    ]
    assert {
        name for item in tree.iter() if isinstance(item.tag, str) for name in item.attrib if name[:2] == "on"
    } == set()
    assert text_of(tree).count("<script>alert(1)</script>") > 10
    assert "{{ 7 * 7 }}{% raw %}" in text_of(tree)
    assert not set("".join(tree.itertext())) & set("\u202e\x00\ud800")
    own = re.compile(r"#gedeeld-\d+$|#leden$|report\.(csv|json)$|[\w%.~-]+(/(site/index\.html|print/[\w%.~-]+)|\.zip)$")
    assert [link for item in tree.iter("a") if not own.match(link := item.get("href"))] == []


def test_the_checker_of_the_w3c_finds_nothing(resources: Resources, tmp_path: Path) -> None:
    (tmp_path / "veel.html").write_text(html(resources, *veel_leden(60)), encoding="utf-8")
    (tmp_path / "niets.html").write_text(html(resources), encoding="utf-8")
    nasty = [een_lid(naam=text, findings=(een_bevinding(message=text),)) for text in HOSTILE]
    (tmp_path / "kwaad.html").write_text(html(resources, *nasty), encoding="utf-8")
    found = messages_of(*(str(path) for path in sorted(tmp_path.glob("*.html"))))
    # The checker's list of properties is older than this one (CSS Box Sizing 4, in every browser since 2024).
    assert [message for message in found if "“contain-intrinsic-size” doesn't exist" not in message] == []
    assert len(found) <= 2 * 3


def test_a_thousand_members_are_a_light_page(resources: Resources) -> None:
    assert len(html(resources, *veel_leden(1_000)).encode()) < 1_500_000


def test_a_template_that_does_not_work_is_told(resources: Resources, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(resources.theme, theme)
    (theme / "overview" / "index.html").write_text("{{ bestaat_niet }}", encoding="utf-8")
    with pytest.raises(BuildFailed, match="theme/overview"):
        b"".join(page([], TITLE, DAY, Resources(resources.content, theme, resources.mkdocs_yml)))
