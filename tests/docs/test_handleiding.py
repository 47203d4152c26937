"""The guide and the README say what is true of the program as it is now."""

from __future__ import annotations

import importlib.util
import inspect
import re
import shlex
import textwrap
from pathlib import Path
from types import ModuleType
from typing import Any, Final, get_args

import pytest
import typer
import yaml
from PIL import Image
from pydantic import BaseModel

from generator import __version__, limits
from generator.cli import main
from generator.cli.app import app
from generator.cli.exitcodes import MEANING, Exit
from generator.kit import model
from generator.kit.loader import load_kit
from generator.kit.shared import BY_KIND, PARTS
from generator.library import Library, load_library
from generator.printing import lookover
from generator.printing.catalog import CATALOG
from generator.resources import Resources
from generator.wegwijzer import EIGEN_GROEP
from tests.builders import schrijf
from tests.cli.conftest import a_kit
from tests.conftest import TODAY
from tests.docs import markdown

ROOT: Final = Path(__file__).resolve().parents[2]
PICTURES: Final = ROOT / "docs" / "afbeeldingen"
GUIDE: Final = markdown.read(ROOT / "docs" / "handleiding.md")
README: Final = markdown.read(ROOT / "README.md")
CHANGELOG: Final = markdown.read(ROOT / "CHANGELOG.md")
DOCUMENTS: Final = pytest.mark.parametrize("document", [GUIDE, README, CHANGELOG], ids=lambda item: item.path.name)
SLUG: Final = "kwekerij-zonneveld"

#: Where the guide lists the keys of each mapping of the kit.
KEY_TABLES: Final[dict[str, type[BaseModel]]] = {
    "Bovenaan het bestand": model.Kit,
    "organisatie": model.Organisatie,
    "huisstijl": model.Huisstijl,
    "vertrouwenspersonen": model.Vertrouwenspersoon,
    "foto": model.Foto,
    "contact": model.Contact,
    "klachtencommissie": model.Klachtencommissie,
    "meldregeling": model.Meldregeling,
    "contacten": model.Contactpersoon,
    "situaties": model.Situatie,
    "documenten": model.Document,
    "uitzonderingen": model.Uitzondering,
    "branche": model.Branche,
    "verhalen": model.Verhaal,
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder in which somebody follows the guide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


@pytest.fixture(scope="module")
def library(resources: Resources) -> Library:
    return load_library(resources.content, "je")


@pytest.fixture(scope="module")
def maak() -> ModuleType:
    """The script that makes the pictures."""
    spec = importlib.util.spec_from_file_location("maak", PICTURES / "maak.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Links and pictures


@DOCUMENTS
def test_every_link_leads_to_a_file_and_a_heading_that_exist(document: markdown.Document) -> None:
    local = [link for link in document.links if not re.match(r"https?:|mailto:", link)]
    for link in local:
        name, _, anchor = link.partition("#")
        target = (document.path.parent / name).resolve() if name else document.path
        assert target.is_file(), link
        if anchor:
            assert anchor in markdown.read(target).anchors, link
    assert local or document is CHANGELOG


@DOCUMENTS
def test_every_picture_exists_is_light_and_has_words(document: markdown.Document) -> None:
    for address, words in document.pictures:
        path = document.path.parent / address
        with Image.open(path) as picture:
            assert picture.format == "PNG", address
        assert path.stat().st_size <= 120_000, address
        assert len(words) > 20, address


def test_every_picture_is_used_and_is_made_by_the_script() -> None:
    used = {Path(address).name for document in (GUIDE, README) for address, _ in document.pictures}
    assert used == {path.name for path in PICTURES.glob("*.png")}
    script = (PICTURES / "maak.py").read_text(encoding="utf-8")
    for name in used:
        assert f'("{Path(name).stem}"' in script, name


# Commands


def _commands(document: markdown.Document) -> list[str]:
    lines = [line for fence in document.fences("sh") for line in fence.text.splitlines()]
    found = [re.search(r"\bvertrouwenskit (?!-0|ins).*", line) for line in lines if not re.match(r"pipx?|mkdir", line)]
    return [match.group() for match in found if match]


@pytest.mark.parametrize("command", sorted({*_commands(GUIDE), *_commands(README)}))
def test_every_command_in_a_block_is_understood(command: str) -> None:
    _, *arguments = shlex.split(command)
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    if arguments[0] in group.commands:
        name, *rest = arguments
        group.commands[name].make_context(name, rest)
    else:
        assert arguments == ["--version"]


@pytest.mark.parametrize("document", [GUIDE, README], ids=["guide", "readme"])
def test_every_command_in_a_sentence_exists_with_its_options(document: markdown.Document) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    mentioned = [code.split() for code in document.codes if code.startswith("vertrouwenskit ")]
    assert mentioned
    for _, name, *rest in mentioned:
        command = group if name.startswith("-") else group.commands[name]
        options = {option for param in command.params for option in param.opts} | {"--help"}
        written = [word.strip("[]") for word in (name, *rest) if word.strip("[]").startswith("--")]
        assert set(written) <= options, (name, written)


def test_the_readme_names_every_command() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    rows = README.tables("Commands")[0]
    assert {row[0].split()[1] for row in rows} == set(group.commands)


# What the program answers


def _shown(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _block(beginning: str) -> str:
    (block,) = (fence.text for fence in GUIDE.fences("text") if fence.text.startswith(beginning))
    return _shown(block)


def test_the_guide_shows_what_version_prints(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert _shown(capsys.readouterr().out) == _block("vertrouwenskit")
    wheel = f"vertrouwenskit-{__version__}-py3-none-any.whl"
    for document in (GUIDE, README):
        assert wheel in document.path.read_text(encoding="utf-8")


def test_the_guide_shows_what_new_check_and_build_print(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (command,) = (line for line in _commands(GUIDE) if line.startswith(f"vertrouwenskit new {SLUG} --no-input"))
    assert main(shlex.split(command)[1:]) == 0
    assert _shown(capsys.readouterr().out).replace("\\", "/") == _block("Geschreven")
    assert main(["check", SLUG]) == 0
    assert _shown(capsys.readouterr().out).endswith(_block("1 kit nagekeken. 4"))
    assert main(["build", SLUG]) == 0
    assert _block(f"{SLUG}: klaar") in _shown(capsys.readouterr().out).replace("\\", "/")


def test_the_guide_shows_what_check_prints_of_a_kit_that_is_in_order(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_kit(SLUG)
    assert main(["check", SLUG, "--today", str(TODAY)]) == 0
    assert _shown(capsys.readouterr().out) == _block(f"{SLUG}: in orde")


def test_the_guide_shows_what_check_prints_of_a_mistake(
    work: Path, capsys: pytest.CaptureFixture[str], maak: ModuleType
) -> None:
    schrijf(work / "kits" / SLUG, maak.MISTAKES)
    assert main(["check", SLUG]) == Exit.INVALID
    assert _block("FOUT") in _shown(capsys.readouterr().out)


@pytest.mark.parametrize("heading", ["Vragen en fouten"])
def test_messages_that_the_guide_quotes_are_the_programs_own(heading: str) -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    start = GUIDE.path.read_text(encoding="utf-8").split(f"## {heading}")[1]
    quoted = re.findall(r"\*\*'([^'\n]+)'\*\*", start)
    assert len(quoted) >= 5
    for message in quoted:
        for part in message.strip(".").split("…"):
            assert part.strip() in sources, message


# Tables


@pytest.mark.parametrize(("document", "heading"), [(GUIDE, "Uitkomsten van een commando"), (README, "Commands")])
def test_the_table_of_exit_codes_is_that_of_the_program(document: markdown.Document, heading: str) -> None:
    rows = next(table for table in document.tables(heading) if table[0][0] == "0")
    assert [int(row[0]) for row in rows] == sorted(int(code) for code in Exit)
    if document is GUIDE:
        assert {int(row[0]): row[1] for row in rows}.items() >= {
            int(code): text for code, text in MEANING.items()
        }.items()


@pytest.mark.parametrize("heading", KEY_TABLES)
def test_the_table_of_keys_names_every_field_and_no_other(heading: str) -> None:
    (table,) = GUIDE.tables(heading)
    fields = KEY_TABLES[heading].model_fields
    assert [row[0] for row in table] == list(fields)
    for name, required, explanation, *_ in table:
        assert required == ("ja" if fields[name].is_required() else "nee"), name
        assert explanation.endswith("."), name


def test_every_mapping_of_a_kit_has_its_table() -> None:
    parts = {item for _, item in inspect.getmembers(model, inspect.isclass) if issubclass(item, model.Model)}
    assert parts - {model.Model} == set(KEY_TABLES.values())


def test_the_guide_names_the_limits_of_a_photo() -> None:
    text = GUIDE.path.read_text(encoding="utf-8")
    assert f"hooguit {limits.FILE_BYTES // 1024**2} MB en {limits.PIXELS // 10**6} miljoen beeldpunten" in text


def test_the_guide_lists_how_much_there_may_be() -> None:
    (table,) = GUIDE.tables("Hoeveel mag het zijn?")
    assert limits.ADVISORS == limits.CONTACTS == limits.SITUATIONS
    assert [row[1] for row in table] == [
        f"{limits.LINE} tekens",
        f"{limits.TEXT} tekens",
        f"{limits.POST} tekens",
        f"{limits.URL} tekens",
        f"elk {limits.ADVISORS}",
        f"{limits.SITES}",
        f"{limits.ROUTES} routes",
        f"{limits.DOCUMENTS}, samen {limits.DOCUMENTS_BYTES // 1024**2} MB",
        f"{limits.ITEMS}",
        f"{limits.FILE_BYTES // 1024**2} MB",
        f"{limits.PIXELS // 10**6} miljoen",
        f"{limits.SVG_BYTES // 1024**2} MB",
    ]


# Printables


def test_the_guide_lists_the_catalogue_of_printables() -> None:
    (table,) = GUIDE.tables("Posters en ander drukwerk")
    assert table == [[row.bestand, row.titel, row.formaat, row.doel] for row in CATALOG]


def test_the_guide_names_every_design_and_the_pixels_that_a_poster_wants() -> None:
    text = GUIDE.path.read_text(encoding="utf-8")
    for ontwerp in get_args(model.Ontwerp):
        assert f"- `{ontwerp}`:" in text
    assert f"minder dan {lookover.SHARP} pixels" in text
    assert f"Liever {lookover.WISHED} of meer" in text


# Words that a kit may use


def test_the_guide_lists_every_situation(library: Library) -> None:
    assert GUIDE.codes_after("Situaties die er al zijn") == [situatie.id for situatie in library.situaties]
    text = GUIDE.path.read_text(encoding="utf-8")
    assert set(re.findall(r"(\d+) situaties", text)) == {str(len(library.situaties))}


def test_the_guide_names_the_group_of_own_situations() -> None:
    assert f"'{EIGEN_GROEP.titel}'" in GUIDE.path.read_text(encoding="utf-8")


def test_the_guide_lists_every_name_for_a_route(library: Library) -> None:
    names = GUIDE.codes_after("Namen die in een route mogen")
    national = [contact.id for contact in library.landelijk]
    assert [name for name in names if name in national] == national
    assert set(names) - set(national) == {"vertrouwenspersoon", *BY_KIND, *PARTS, "contacten"}


def test_the_guide_lists_every_key_of_contacts_that_default_routes_use(library: Library) -> None:
    roles = {rol.id for rol in (*library.rollen, *library.algemeen)} - {"vertrouwenspersoon", *BY_KIND, *PARTS}
    assert set(GUIDE.codes_after("De woorden vóór de dubbele punt")) - {"opvangteam"} == roles


def test_the_guide_lists_every_sector_that_switches_something_on(library: Library) -> None:
    (table,) = GUIDE.tables("organisatie")
    (row,) = (row for row in table if row[0] == "sector")
    for sector in library.shared_ids.sectoren:
        assert sector in row[2], sector


def test_the_guide_names_the_columns_of_the_wegwijzer(resources: Resources) -> None:
    (table,) = GUIDE.tables("Een route veranderen")
    component = (resources.theme / "components" / "wegwijzer.html").read_text(encoding="utf-8")
    columns = re.findall(r'<th scope="col">([^<]+)</th>', component)
    assert [row[0] for row in table] == columns[1:]


# Examples


def _examples() -> list[str]:
    blocks = [*GUIDE.fences("yaml"), *README.fences("yaml")]
    return [text for fence in blocks if isinstance(yaml.safe_load(text := textwrap.dedent(fence.text)), dict)]


@pytest.mark.parametrize("text", _examples(), ids=lambda text: text.split(":")[0][-25:])
def test_every_example_is_a_good_piece_of_a_kit(text: str, tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "kits" / "voorbeeld"
    piece = yaml.load(text, yaml.BaseLoader)  # noqa: S506  keeps every value as the text that it is
    schrijf(folder, yaml.safe_dump(_whole(piece), allow_unicode=True, sort_keys=False))
    for name in re.findall(r"(?:documenten|fotos)/[a-z-]+\.\w+", text):
        _make_file(folder / name)
    loaded = load_kit(folder, tmp_path / "kits", library.shared_ids)
    assert [finding for finding in loaded.findings if finding.code != "VK063"] == []


def _whole(piece: dict[str, Any]) -> dict[str, Any]:
    """Return a whole kit with the piece in it."""
    person = {"naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}}
    if "foto" in piece:
        piece = {"vertrouwenspersonen": [{**person, **piece}]}
    base = {"formaat": "1", "vertrouwenspersonen": [person]}
    organisation = {"naam": "Bakkerij", "medewerkers": "12", **piece.get("organisatie", {})}
    return {**base, **piece, "organisatie": organisation}


def _make_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        path.write_bytes(b"%PDF-1.7\n")
    else:
        Image.new("RGB", (40, 40)).save(path, "JPEG")


def test_the_readme_fits_on_a_few_screens_and_points_to_the_guide_first() -> None:
    assert len(README.path.read_text(encoding="utf-8").splitlines()) < 200
    assert README.links[0] == "docs/handleiding.md"
