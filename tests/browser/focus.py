"""Walk through a page with the keyboard, and see at each step what a sighted keyboard user sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Frame, Page

#: Of the focused element, or of the frame around it: what it is, whether its focus shows, and which part is in sight.
#: ``elementFromPoint`` is asked at fifteen points of each of its lines: what covers it answers in its place.
_LOOK: Final = """() => {
  const item = document.activeElement;
  if (!item || item === document.body || item === document.documentElement) return null;
  const style = getComputedStyle(item);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && style.outlineColor !== "rgba(0, 0, 0, 0)";
  let seen = 0, asked = 0;
  for (const box of item.getClientRects()) for (const x of [.05, .25, .5, .75, .95]) for (const y of [.15, .5, .85]) {
    const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    asked += 1;
    if (hit && item.contains(hit)) seen += 1;
  }
  return {
    name: (item.innerText || item.getAttribute("aria-label") || item.id).trim().replace(/\\s+/g, " "),
    tag: item.tagName.toLowerCase(), href: item.getAttribute("href") || "", id: item.id,
    indicated: outlined || style.boxShadow !== "none", seen: asked ? seen / asked : 0,
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that the Tab key reached; ``seen`` is the part of it in sight, from 0 to 1."""

    name: str
    tag: str
    href: str
    id: str
    indicated: bool
    seen: float

    def __str__(self) -> str:
        return f"{self.tag} {self.name[:50]!r} {self.href} (indicated: {self.indicated}, seen: {self.seen:.2f})"


def focused(page: Page | Frame) -> Stop | None:
    """Return what has the focus, or None if that is the page as a whole."""
    found = page.evaluate(_LOOK)
    return Stop(**found) if found else None


def _settled(page: Page | Frame) -> Stop | None:
    """Return what has the focus, looked at again once the browser has drawn, if it isn't all in sight at first."""
    stop = focused(page)
    if stop and stop.indicated and stop.seen == 1:
        return stop
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return focused(page)


def tabs(page: Page, most: int = 400, key: str = "Tab") -> Iterator[Stop]:
    """Press Tab from where the focus is until it leaves the page; a page that never lets go is a failure."""
    for _ in range(most):
        page.keyboard.press(key)
        stop = _settled(page)
        if stop is None:
            return
        yield stop
    raise AssertionError(f"the focus did not leave the page in {most} steps")
