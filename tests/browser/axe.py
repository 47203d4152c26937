"""Ask axe, the accessibility checker, what is wrong with a page as it stands now."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from playwright.sync_api import Frame, Page

#: WCAG 2.2 at A and AA, and what axe itself counts as good practice beyond it.
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: A colour on its way to another one is nobody's choice: what moves comes to rest first. Left to itself axe also
#: fetches every style sheet once more, which the pages forbid; no rule of these asks for that.
_RUN: Final = """async (tags) => {
  await Promise.allSettled(document.getAnimations().map((movement) => movement.finished));
  const told = await axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false });
  return told.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
}"""


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page | Frame) -> list[str]:
    """Return each rule that the page breaks, with the elements that do."""
    page.evaluate(f"window.axe || (() => {{ {_script()} }})()")
    found: list[str] = page.evaluate(_RUN, TAGS)
    return found
