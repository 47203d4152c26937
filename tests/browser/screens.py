"""Small pictures of every page type: how they are taken, kept and compared.

What is compared is the look, not the dots: a picture is made five times smaller and blurred, so that letters which a
machine draws a little otherwise hardly count, and then judged in blocks, so that one missing button does count.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageChops, ImageFilter, ImageStat
from playwright.sync_api import Browser, Page

from tests.browser.pages import Size, opened

KEPT: Final = Path(__file__).resolve().parent / "schermen"
#: A window that holds most of a page; its picture stays small.
DESK: Final[Size] = (1280, 1500)
PHONE: Final[Size] = (360, 1200)
#: The pages' security policy refuses a style element, but not a sheet that is made in script.
_LAID_OVER: Final = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""
#: How much smaller a picture is kept, and in how many colours.
SMALLER: Final = 5
COLOURS: Final = 128
#: The side of a block, in dots of the small picture: 40 CSS pixels, less than the height of a button.
BLOCK: Final = 8
#: How far the average of a block may be from what it was, of 255; see ``test_screens`` for what lies below and above.
TOLERANCE: Final = 16.0


@dataclass(frozen=True)
class Screen:
    """A page as a reader brings it on the screen; ``act`` is what the reader does there."""

    name: str
    address: str
    size: Size = DESK
    act: Callable[[Page], object] = lambda _page: None
    wishes: dict[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """Where the reviewed picture is kept."""
        return KEPT / f"{self.name}.png"


def _search(page: Page) -> None:
    page.get_by_role("button", name="Zoeken").first.click()
    page.get_by_role("searchbox", name="Zoeken op deze site").fill("pesten")
    page.locator("dialog ol a").first.wait_for()
    page.evaluate("document.activeElement.blur()")  # a caret that blinks is no difference


def _menu(page: Page) -> None:
    page.locator(".vk-menu > summary").click()


def _print(page: Page) -> None:
    page.emulate_media(media="print")


BOUW: Final = "bouwbedrijf-de-linge/site"
SCREENS: Final = (
    Screen("begin-een", "bakkerij-van-dam/site/index.html"),
    Screen("begin-twee", f"{BOUW}/index.html"),
    Screen("begin-zes", "zorggroep-de-vecht/site/index.html"),
    Screen("begin-donker", f"{BOUW}/index.html", wishes={"scheme": "dark"}),
    Screen("begin-telefoon", f"{BOUW}/index.html", PHONE),
    Screen("menu-telefoon", f"{BOUW}/index.html", PHONE, _menu),
    Screen("zoeken", f"{BOUW}/index.html", act=_search),
    Screen("wegwijzer", f"{BOUW}/wegwijzer.html"),
    Screen("wegwijzer-contrast", f"{BOUW}/wegwijzer.html", wishes={"forced_colors": "active", "scheme": "dark"}),
    Screen("wegwijzer-papier", f"{BOUW}/wegwijzer.html", (760, 1000), _print),
    Screen("wegwijzer-telefoon", f"{BOUW}/wegwijzer.html", PHONE),
    Screen("vertrouwenspersonen", f"{BOUW}/vertrouwenspersonen.html"),
    Screen("tekst", f"{BOUW}/rol.html"),
    Screen("vragen", f"{BOUW}/veelgestelde-vragen.html"),
    Screen("hulp-buiten", f"{BOUW}/hulp-buiten.html"),
    Screen("begrippen", f"{BOUW}/begrippen.html"),
    Screen("downloads", f"{BOUW}/downloads.html"),
    Screen("niet-gevonden", f"{BOUW}/404.html", (1280, 900)),
    Screen("campagne", "campagne/site/index.html"),
    Screen("campagne-tekst", "campagne/site/kit.html"),
    Screen("overzicht", "index.html"),
    Screen("overzicht-telefoon", "index.html", PHONE),
)


def taken(browser: Browser, dist: Path, screen: Screen, style: str = "", scale: int = 1) -> Image.Image:
    """Return the small picture of a screen; ``style`` is CSS laid over it, ``scale`` the dots to a CSS pixel."""
    with opened(browser, screen.size, device_scale_factor=scale, **screen.wishes) as page:
        page.goto((dist / screen.address).as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        screen.act(page)
        page.evaluate(_LAID_OVER, style)
        shot = page.screenshot(animations="disabled", caret="hide")
    with Image.open(io.BytesIO(shot)) as picture:
        width, height = (side // SMALLER for side in screen.size)
        return picture.convert("RGB").resize((width, height), Image.Resampling.BOX)


def as_png(picture: Image.Image) -> bytes:
    """Return a picture as a small file, the same bytes for the same picture."""
    out = io.BytesIO()
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=8, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def reviewed(screen: Screen) -> Image.Image:
    """Return the picture that somebody looked at and found good."""
    with Image.open(screen.file) as picture:
        return picture.convert("RGB")


def difference(old: Image.Image, new: Image.Image) -> float:
    """Return how far the block that differs most is from what it was, from 0 to 255; 255 for another size."""
    if old.size != new.size:
        return 255.0
    apart = _apart(old, new)
    blocks = (
        apart.crop((x, y, min(x + BLOCK, apart.width), min(y + BLOCK, apart.height)))
        for x in range(0, apart.width, BLOCK // 2)
        for y in range(0, apart.height, BLOCK // 2)
    )
    return max(ImageStat.Stat(block).mean[0] for block in blocks)


def _apart(old: Image.Image, new: Image.Image) -> Image.Image:
    """Return for each dot the difference of the colour that differs most."""
    soft = ImageFilter.GaussianBlur(1)
    red, green, blue = ImageChops.difference(old.filter(soft), new.filter(soft)).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def side_by_side(old: Image.Image | None, new: Image.Image) -> Image.Image:
    """Return what was, what is, and (strengthened) where they differ, to be looked at."""
    before = old if old is not None and old.size == new.size else Image.new("RGB", new.size, "white")
    apart = _apart(before, new).point(lambda level: min(255, 4 * level)).convert("RGB")
    sheet = Image.new("RGB", (3 * new.width + 20, new.height), "magenta")
    for number, picture in enumerate((before, new, apart)):
        sheet.paste(picture, (number * (new.width + 10), 0))
    return sheet
