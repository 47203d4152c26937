"""Whole builds of kits full of hostile text: in everything that comes out, text is text, as independent readers see."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import html5lib
import pytest
import vobject
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from generator.job import Job
from generator.kit.nodes import KeyPath, show_path
from generator.pipeline import build_kit, inspect_kit, read_kit
from generator.resources import Resources
from tests.conftest import TODAY
from tests.hostile import fields, texts

ROUNDS: Final = 3
#: Where a link may lead: to a place of the site, or out by one of these.
SCHEMES: Final = {"", "https", "http", "mailto", "tel"}
#: What an advisor's own words (``voorstellen``) may add to a page, in the quotation that holds them and nowhere else.
OWN_WORDS: Final = {("em", ()), ("strong", ()), ("br", ()), ("a", ("href", "rel")), ("code", ())}
QUOTATION: Final = "blockquote"
#: Keys whose values are no texts: a choice, a number, a day, a file, a name that others refer to.
_FIXED: Final = re.compile(
    r"formaat|basis|bestand|logo|reglement|id|vervanger|soort|contacten|doorverwijzing|code|kleur|accent|sector|medewerkers"
    r"|andere_rollen|site_openbaar|toestemming|focus|tot|gecontroleerd_op|behandeltermijn_weken|telefoon|whatsapp|signal"
    r"|werkgebied|aanspreekvorm"
)
_ADDRESS: Final = re.compile(r"email|afspraak|site_url|document")


@dataclass(frozen=True)
class Output:
    """A built kit, and the texts that stand in it by their places."""

    folder: Path
    texts: dict[KeyPath, str]

    @property
    def pages(self) -> list[Path]:
        return sorted((self.folder / "site").glob("*.html"))


def _free() -> list[KeyPath]:
    """Return the places of all texts and addresses."""
    found = []
    for path in fields.places(fields.FULL):
        words = [step for step in path if isinstance(step, str)]
        if not _FIXED.fullmatch(words[-1]) and path[0] != "doorverwijzing" and "vestigingen" not in path[2:]:
            found.append(path)
    return found


def _choices(path: KeyPath, number: int, shift: int, more: Sequence[str]) -> Iterator[str]:
    """Go through the texts for a place, for each place and shift from another start; at the end the harmless one."""
    words = [step for step in path if isinstance(step, str)]
    pool = texts.ADDRESSES if _ADDRESS.fullmatch(words[-1]) else (*more, *texts.EVERY)
    start = (number * 7 + shift * 31) % len(pool)
    yield from (text for text in (*pool[start:], *pool[:start]) if text)
    while True:
        yield str(fields.at(fields.FULL, path))


def hostile_kit(folder: Path, resources: Resources, shift: int, more: Sequence[str] = ()) -> dict[KeyPath, str]:
    """Write a kit with a hostile text at every place that takes one, and return the texts; ``more`` adds some.

    What a kit may not hold, or what cannot be printed (a letter that no font has, a text that is too long), makes way
    for another text; after a hundred of them for a harmless one. Where a sheet is full and no one text is why, the
    longest makes way.
    """
    chosen = {path: _choices(path, number, shift, more) for number, path in enumerate(_free())}
    now = {path: next(rest) for path, rest in chosen.items()}
    for attempt in range(150):
        kit = fields.FULL
        for path, text in now.items():
            kit = fields.with_text(kit, path, text)
        site = fields.at(kit, ("organisatie", "vestigingen", 0))
        kit = fields.with_text(kit, ("vertrouwenspersonen", 0, "vestigingen", 0), site)
        home = fields.write(folder / "kits", kit)
        wrong = _wrong(home, folder / "kits", resources)
        if not wrong:
            return now
        blamed = [path for path in now if any(_is_at(path, place) for place in wrong)]
        if all(place.startswith("VK080 ") for place in wrong):
            blamed = [max(now, key=lambda path: len(now[path]))]
        assert blamed, wrong
        for path in blamed:
            now[path] = next(chosen[path]) if attempt < 100 else str(fields.at(fields.FULL, path))
    raise AssertionError(wrong)


def _wrong(home: Path, kits: Path, resources: Resources) -> set[str]:
    """Return the places of what stops a kit; on paper only if it is good to read."""
    found = [item for item in read_kit(home, kits, resources).findings if item.level == "error"]
    found = found or [item for item in inspect_kit(home, kits, resources, TODAY) if item.level == "error"]
    return {item.path or f"{item.code} {item.message}" for item in found}


def _is_at(path: KeyPath, place: str) -> bool:
    """Tell whether a finding's place is the path, or a block that holds it."""
    shown = show_path(path)
    return shown == place or shown.startswith((f"{place}.", f"{place}["))


def harmless_output(folder: Path, resources: Resources) -> Output:
    """Build the kit with its own texts."""
    home = fields.write(folder / "kits", fields.FULL)
    return Output(build_kit(Job(home, folder / "kits", folder / "dist", resources, TODAY)).folder, {})


def hostile_output(folder: Path, resources: Resources, shift: int, more: Sequence[str] = ()) -> Output:
    """Build a kit with hostile texts (see ``hostile_kit``)."""
    put = hostile_kit(folder, resources, shift, more)
    built = build_kit(Job(folder / "kits/bond/voorbeeld", folder / "kits", folder / "dist", resources, TODAY))
    return Output(built.folder, put)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> Output:
    return harmless_output(tmp_path_factory.mktemp("goed"), resources)


@pytest.fixture(scope="module", params=range(ROUNDS))
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> Output:
    return hostile_output(tmp_path_factory.mktemp("kwaad"), resources, request.param)


def elements(page: str) -> Iterator[Any]:
    yield from html5lib.parse(page, namespaceHTMLElements=False).iter()


Shape = tuple[str, tuple[str, ...]]


def shape(element: Any) -> Shape:
    return str(element.tag), tuple(sorted(map(str, element.attrib)))


def outline(page: Path) -> tuple[Counter[Shape], Counter[Shape]]:
    """Return a page's elements with the names of their attributes, as often as they occur: beside and in quotations."""
    everything = list(elements(page.read_text("utf-8")))
    quoted = [inner for element in everything if element.tag == QUOTATION for inner in element.findall("./p/*")]
    inside = [part for element in quoted for part in element.iter()]
    return Counter(map(shape, everything)) - Counter(map(shape, inside)), Counter(map(shape, inside))


def test_a_hostile_text_stands_at_most_places(hostile: Output) -> None:
    changed = [path for path, text in hostile.texts.items() if text != str(fields.at(fields.FULL, path))]
    assert len(changed) > 30


def test_no_page_gains_an_element_or_an_attribute(hostile: Output, harmless: Output) -> None:
    assert [page.name for page in hostile.pages] == [page.name for page in harmless.pages]
    assert len(hostile.pages) > 10
    for page in hostile.pages:
        (here, quoted), (there, _) = outline(page), outline(harmless.folder / "site" / page.name)
        assert set(here - there) == set(), page.name
        assert set(quoted) <= OWN_WORDS, page.name
        # A printable that needs another address or another name is not offered; nothing else may vanish.
        assert page.name == "downloads.html" or set(there - here) <= {("code", ())}, page.name


def test_every_link_of_a_page_has_a_scheme_that_a_kit_may_use(hostile: Output) -> None:
    links = 0
    for page in hostile.pages:
        for element in elements(page.read_text("utf-8")):
            for name, value in element.attrib.items():
                assert not str(name).lower().startswith("on"), (page.name, name)
                if name in {"href", "src", "action", "data", "poster", "srcset", "formaction"}:
                    links += 1
                    assert urlsplit(value.strip()).scheme.lower() in SCHEMES, (page.name, value)
    assert links > 500


def test_every_text_is_shown_as_it_was_typed(hostile: Output) -> None:
    shown = {
        page.name: " ".join("".join(html5lib.parse(page.read_text("utf-8")).itertext()).split())
        for page in hostile.pages
    }
    for path, name in {
        ("organisatie", "korte_naam"): "index.html",
        ("vertrouwenspersonen", 0, "naam"): "vertrouwenspersonen.html",
        ("vertrouwenspersonen", 0, "locatie"): "vertrouwenspersonen.html",
        ("klachtencommissie", "naam"): "klachtencommissie.html",
        ("situaties", 0, "titel"): "wegwijzer.html",
        ("documenten", 0, "titel"): "downloads.html",
    }.items():
        # Letters and their accents are put in the one order that Unicode has for them, which nobody sees.
        typed = unicodedata.normalize("NFC", hostile.texts[path])
        assert " ".join(typed.split()) in shown[name], (path, name)


def test_the_search_index_holds_no_element_that_a_harmless_one_has_not(hostile: Output, harmless: Output) -> None:
    def found(output: Output) -> list[Any]:
        script = (output.folder / "site/search/search_index.js").read_text("utf-8")
        index = json.loads(script.removeprefix("var __index = "))
        assert len(index["docs"]) > 20
        pieces = [piece for document in index["docs"] for piece in (document["title"], document["text"])]
        return [element for piece in pieces for element in elements(piece)]

    theirs = found(hostile)
    assert {shape(element) for element in theirs} - set(map(shape, found(harmless))) <= OWN_WORDS
    addresses = [element.attrib["href"] for element in theirs if "href" in element.attrib]
    assert {urlsplit(address.strip()).scheme.lower() for address in addresses} <= SCHEMES


def test_every_script_with_data_holds_nothing_but_data(hostile: Output, harmless: Output) -> None:
    script = (hostile.folder / "site/assets/js/situaties.js").read_text("utf-8")
    start, end = script.index("["), script.rindex("]")
    json.loads(script[start : end + 1])
    model = (harmless.folder / "site/assets/js/situaties.js").read_text("utf-8")
    assert script[:start] == model[: model.index("[")]
    assert "<" not in script


def test_every_contact_card_has_the_lines_of_a_harmless_one(hostile: Output, harmless: Output) -> None:
    cards = sorted((hostile.folder / "site/contact").glob("*.vcf"))
    assert len(cards) == 2
    for card in cards:
        parsed = vobject.readOne(card.read_text("utf-8"))
        model = vobject.readOne((harmless.folder / "site/contact" / card.name).read_text("utf-8"))
        assert sorted(line.name for line in parsed.lines()) == sorted(line.name for line in model.lines())
        assert len(list(vobject.readComponents(card.read_text("utf-8")))) == 1
        number = ("joost-verhage.vcf", "sam.vcf").index(card.name)
        assert parsed.fn.value == " ".join(hostile.texts["vertrouwenspersonen", 1 - number, "naam"].split())


def objects(node: Any, seen: set[int]) -> Iterator[DictionaryObject]:
    """Go through every dictionary of a PDF."""
    if isinstance(node, IndirectObject):
        if node.idnum in seen:
            return
        seen.add(node.idnum)
        node = node.get_object()
    if isinstance(node, DictionaryObject):
        yield node
        for value in node.values():
            yield from objects(value, seen)
    elif isinstance(node, ArrayObject):
        for value in node:
            yield from objects(value, seen)


def test_no_printable_runs_or_opens_anything(hostile: Output) -> None:
    sheets = sorted((hostile.folder / "print").glob("*.pdf"))
    assert len(sheets) > 5
    links = 0
    for sheet in sheets:
        reader = PdfReader(sheet)
        for item in objects(reader.trailer["/Root"], set()):
            assert not {"/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/AcroForm"} & set(item), (
                sheet.name
            )
            assert item.get("/S") not in {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/Movie"}
            if "/URI" in item and item.get("/S") == "/URI":
                links += 1
                assert urlsplit(str(item["/URI"])).scheme in SCHEMES - {""}, (sheet.name, item)
    assert links > 3


def test_what_is_known_of_a_build_is_json_of_the_same_shape(hostile: Output, harmless: Output) -> None:
    told, model = (json.loads((one.folder / "kit.json").read_text("utf-8")) for one in (hostile, harmless))
    assert told.keys() == model.keys()
    assert len(told["files"]) > len(model["files"]) * 0.8
    assert all(re.fullmatch(r"[A-Za-z0-9./_-]+", name) and ".." not in name for name in told["files"])
