"""Make the pictures of the guide and the README: real sites and real terminals, photographed in Chromium.

Run it with the project's environment whenever the look or the wording changes, then look at every picture:

    .venv/bin/python docs/afbeeldingen/maak.py            writes beside this file
    .venv/bin/python docs/afbeeldingen/maak.py FOLDER     writes somewhere else, to compare

It needs the development extra, Chromium, and a system with pseudo-terminals (Linux or macOS). The commands run as
processes, just as the guide shows them; the date and the answers are fixed, so that the same sources on the same
computer give the same pictures.
"""

from __future__ import annotations

import argparse
import io
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from generator.batch.member import Member, Print, State
from generator.batch.overview import write_overview
from generator.errors import Finding
from generator.printing.catalog import CATALOG
from generator.resources import default_resources

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
MAX_BYTES: Final = 120_000
WIDE: Final = (1280, 800)
PHONE: Final = (360, 740)
SLUG: Final = "kwekerij-zonneveld"

#: What somebody types at the questions of ``new``; one answer does not fit and is asked for again.
ANSWERS: Final = (
    "",
    "64",
    "",
    "Aïsha Brouwer",
    "intern",
    "06 12345651",
    "aisha@kwekerijzonneveld.example",
    "ja",
    "Peter Dekkers",
    "extern",
    "088 1234",
    "088 1234567",
    "peter@praktijkdekkers.example",
    "nee",
)

#: A kit with three mistakes that everybody makes once; the guide explains the second.
MISTAKES: Final = """\
# yaml-language-server: $schema=../kit.schema.json
formaat: 1
gecontroleerd_op: 1-10-2026

organisatie:
  naam: Kwekerij Zonneveld
  medewerkers: 64

vertrouwenspersonen:
  - naam: Aïsha Brouwer
    soort: intern
    functei: teeltmedewerker
    contact:
      telefoon: "06 1234565"
"""

_BROWSER_OPTIONS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
_ENVIRONMENT: Final = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "PYTHONUTF8": "1",
    "SOURCE_DATE_EPOCH": "1795219200",  # 21 November 2026
    "TERM": "xterm-256color",
    "FORCE_COLOR": "1",
    "COLUMNS": "100",
}
_PALETTE: Final = [
    (38, 44, 54),
    (240, 113, 120),
    (126, 205, 152),
    (240, 196, 110),
    (122, 177, 240),
    (205, 160, 230),
    (110, 205, 214),
    (214, 219, 227),
]
_COLOURS: Final = TerminalTheme((24, 29, 37), (224, 228, 235), _PALETTE, _PALETTE)
_TERMINAL_PAGE: Final = """<!doctype html><html lang="nl"><meta charset="utf-8"><style>
body {{ margin: 0; padding: 18px; background: #fff; width: 964px; }}
pre {{ margin: 0; padding: 22px 24px; border-radius: 12px; background: #181d25; color: #e0e4eb;
  font: 15px/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }}
.prompt {{ color: #8b96a8; }}
</style><pre><span class="prompt">&gt;</span> <b>{command}</b>
{output}</pre></html>"""


def program(*arguments: str) -> list[str]:
    """Return the command line of this checkout's program."""
    return [sys.executable, "-m", "generator", *arguments]


def run(folder: Path, *arguments: str) -> str:
    """Run the program in ``folder`` and return what it printed, colours included; it may say that a kit is invalid."""
    done = subprocess.run(  # noqa: S603  our own program
        program(*arguments), cwd=folder, env=_ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in {0, 3}:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def converse(folder: Path, *arguments: str) -> str:
    """Answer the program's questions in a terminal and return the whole screen; answers stand out in colour."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(sys.executable, program(*arguments), _ENVIRONMENT)  # noqa: S606  our own program
    answers = iter(ANSWERS)
    screen = b""
    while chunk := _read(terminal):
        screen += chunk
        if re.search(rb"\?( \[[^\]]*\])? $", screen):
            answer = next(answers).encode()
            os.write(terminal, answer + b"\n")
            screen += b"\x1b[1;36m" + _read_line(terminal).rstrip() + b"\x1b[0m\n"
    os.waitpid(process, 0)
    return screen.decode().replace("\r", "")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the other side has closed
        return b""


def _read_line(terminal: int) -> bytes:
    """Return the answer as the terminal echoes it."""
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(terminal, 1)
    return line


@contextmanager
def served(folder: Path, slug: str) -> Iterator[str]:
    """Run ``serve`` and yield its address."""
    process = subprocess.Popen(  # noqa: S603  our own program
        program("serve", slug, "--port", "0"),
        cwd=folder,
        env=_ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        found = re.search(r"http://[0-9.:]+/", process.stdout.readline() if process.stdout else "")
        if found is None:
            raise SystemExit("serve did not say where the site is")
        yield found.group()
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


class Studio:
    """A browser and a folder to put pictures in."""

    def __init__(self, browser: Browser, target: Path) -> None:
        self._browser = browser
        self._target = target

    def shoot(
        self, name: str, address: str, size: tuple[int, int] = WIDE, *, dark: bool = False, wait_for: str = "h1"
    ) -> None:
        """Photograph what a reader sees first at ``address``."""
        self._save(name, self._picture(address, size, dark=dark, wait_for=wait_for))

    def phones(self, name: str, addresses: list[str]) -> None:
        """Photograph phones and put them side by side."""
        pictures = [self._picture(address, PHONE, scale=1.5) for address in addresses]
        gap, (width, height) = 36, pictures[0].size
        sheet = Image.new("RGB", (len(pictures) * (width + gap) + gap, height + 2 * gap), "#eef0f3")
        for place, picture in enumerate(pictures):
            corner = (gap + place * (width + gap), gap)
            mask = Image.new("L", picture.size, 0)
            ImageDraw.Draw(mask).rounded_rectangle((0, 0, width - 1, height - 1), radius=30, fill=255)
            sheet.paste(picture, corner, mask)
        self._save(name, sheet.resize((sheet.width * 2 // 3, sheet.height * 2 // 3), Image.Resampling.LANCZOS))

    def sheets(self, name: str, files: list[Path], height: int = 520) -> None:
        """Put the first pages of PDFs side by side."""
        pictures = [_first_page(path, height) for path in files]
        gap = 30
        width = sum(picture.width + gap for picture in pictures) + gap
        table = Image.new("RGB", (width, height + 2 * gap), "#d9dce1")
        left = gap
        for picture in pictures:
            table.paste(picture, (left, gap))
            left += picture.width + gap
        self._save(name, table)

    def terminal(self, name: str, command: str, output: str) -> None:
        """Photograph a terminal with ``output``, in which escape codes stand for colours."""
        console = Console(file=io.StringIO(), record=True, width=400)
        console.print(Text.from_ansi(output.strip()))
        code = console.export_html(theme=_COLOURS, code_format="{code}", inline_styles=True)
        code = "\n".join(line.rstrip() for line in code.splitlines()).rstrip()
        with self._page((1000, 100)) as page:
            page.set_content(_TERMINAL_PAGE.format(command=command, output=code))
            self._save(name, _opened(page.screenshot(full_page=True)))

    def _picture(
        self, address: str, size: tuple[int, int], *, scale: float = 1, dark: bool = False, wait_for: str = "h1"
    ) -> Image.Image:
        with self._page(size, scale=scale, dark=dark) as page:
            page.goto(address)
            page.wait_for_selector(wait_for)
            page.evaluate("document.fonts.ready")
            return _opened(page.screenshot(animations="disabled"))

    @contextmanager
    def _page(self, size: tuple[int, int], *, scale: float = 1, dark: bool = False) -> Iterator[Page]:
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=scale,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="nl-NL",
        )
        yield context.new_page()
        context.close()

    def _save(self, name: str, picture: Image.Image) -> None:
        """Write a PNG with as many colours as fit into ``MAX_BYTES``."""
        data = b""
        for colours in (256, 128, 64):
            data = _png(picture, colours)
            if len(data) <= MAX_BYTES:
                break
        path = self._target / f"{name}.png"
        path.write_bytes(data)
        sys.stdout.write(f"{path.name:22} {picture.width} x {picture.height}  {len(data) / 1000:6.1f} kB\n")


def _first_page(path: Path, height: int) -> Image.Image:
    """Return the first page of a PDF, ``height`` pixels high."""
    pdf = pypdfium2.PdfDocument(path)
    page = pdf[0]
    picture: Image.Image = page.render(scale=height / page.get_height()).to_pil().convert("RGB")
    pdf.close()
    return picture


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def _png(picture: Image.Image, colours: int) -> bytes:
    few = picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def sites(studio: Studio, work: Path) -> None:
    """Photograph the example sites."""
    run(ROOT, "build", "--output", str(work / "dist"))
    bakkerij, bouw, zorg = (
        f"{(work / 'dist' / slug / 'site').as_uri()}/"
        for slug in ("bakkerij-van-dam", "bouwbedrijf-de-linge", "zorggroep-de-vecht")
    )
    studio.shoot("bakkerij-breed", f"{bakkerij}index.html")
    studio.shoot("bouw-breed", f"{bouw}index.html")
    studio.shoot("zorg-breed", f"{zorg}index.html")
    studio.phones("telefoons", [f"{site}index.html" for site in (bakkerij, bouw, zorg)])
    studio.shoot("wegwijzer", f"{bouw}wegwijzer.html#pesten", (1280, 900))
    studio.shoot("kaarten", f"{zorg}vertrouwenspersonen.html", (1280, 1100))
    studio.shoot("donker", f"{bakkerij}index.html", dark=True)


def designs(studio: Studio, work: Path) -> None:
    """Show one poster in each of the three designs, and a set of what else there is."""
    shutil.copytree(ROOT / "kits", work / "ontwerpen")
    kit = work / "ontwerpen" / "bouw" / "bouwbedrijf-de-linge" / "kit.yml"
    text = kit.read_text(encoding="utf-8")
    posters = []
    for ontwerp in ("rustig", "kleur", "gesprek"):
        kit.write_text(re.sub(r"ontwerp: \w+", f"ontwerp: {ontwerp}", text), encoding="utf-8")
        output = work / f"dist-{ontwerp}"
        run(work, "build", "bouwbedrijf-de-linge", "--kits", "ontwerpen", "--only", "print", "--output", str(output))
        posters.append(output / "bouwbedrijf-de-linge" / "print" / "poster-a4.pdf")
    studio.sheets("ontwerpen", posters)
    folder = posters[1].parent
    names = ("poster-afscheurstroken-a4", "poster-misverstanden-a4", "wegwijzer-a3", "kaartjes")
    studio.sheets("drukwerk", [folder / f"{name}.pdf" for name in names], 440)


def walkthrough(studio: Studio, work: Path) -> None:
    """Photograph what the guide does step by step."""
    studio.terminal("nieuw", f"vertrouwenskit new {SLUG}", converse(work, "new", SLUG))
    run(work, "build", SLUG)
    studio.shoot("kwekerij", (work / "dist" / SLUG / "site" / "index.html").as_uri())
    (work / "kits" / SLUG / "kit.yml").write_text(MISTAKES, encoding="utf-8")
    studio.terminal("check", f"vertrouwenskit check {SLUG}", run(work, "check", SLUG))
    with served(work, SLUG) as address:
        studio.shoot("serve-fout", address, (1280, 760))


def members() -> Iterator[Member]:
    """Invent members of an association: to make a hundred kits for one picture would take too long."""
    trades = "Aannemer Bouwbedrijf Dakwerken Installaties Kozijnen Metselwerk Schilderwerk Stukadoor Timmerfabriek Élan"
    places = ("De Linge", "Hoog en Droog", "Jansen", "Rivierenland", "Van Dam", "Waalkant", "Yilmaz", "Zonneveld")
    prints = tuple(Print(row.bestand, row.titel) for row in CATALOG if row.bestand.islower())
    names = [f"{trade} {place}" for trade in trades.split() for place in places]
    for number, naam in enumerate(names, 1):
        slug = f"lid-{number:03}"
        state: State = "failed" if number % 50 == 9 else "invalid" if number % 23 == 2 else "unchanged"
        reason = "De schijf is vol." if state == "failed" else ""
        found = tuple(_found(f"kits/bouw/{slug}/kit.yml", number, state))
        yield Member(slug, "", naam, state, "", reason, found, 17, True, prints, True, f"2026-11-{10 + number % 11}")


def _found(kit: str, number: int, state: State) -> Iterator[Finding]:
    if state == "invalid":
        yield Finding("VK031", "error", kit, "Het e-mailadres 'fatima@' klopt niet.", "Vul het adres aan.", 15, 12)
    if number % 7 == 3:
        yield Finding("VK107", "warning", kit, "Fatima Aarts heeft geen vervanger.", "Vul vervanger in.", 12, 5)
    if number % 5 == 4:
        photo = "De foto van Joost Verhage heeft geen datum van toestemming."
        yield Finding("VK112", "warning", "kits/bouw/branche.yml", photo, "Vul toestemming in.", 31, 7)


def overview(studio: Studio, work: Path) -> None:
    """Photograph the association's overview."""
    title = "Vereniging Bouwers tussen de Rivieren"
    write_overview(work, [*members()], title, date(2026, 11, 21), default_resources())
    studio.shoot("overzicht", (work / "index.html").as_uri(), (1280, 1180))


def main() -> None:
    """Make all pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=HERE, help="where the pictures go")
    target: Path = parser.parse_args().folder
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_BROWSER_OPTIONS)
        studio = Studio(browser, target)
        sites(studio, Path(folder))
        walkthrough(studio, Path(folder))
        designs(studio, Path(folder))
        overview(studio, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
