"""Take the small pictures anew, for review. A kept picture is replaced only if it is named with ``--accept``.

vertrouwenskit build --today 2026-11-21 --output DIST
python -m tests.browser.refresh_screens DIST
python -m tests.browser.refresh_screens DIST --accept wegwijzer

The first writes what was, what is and what differs into schermen-nakijken/; the second replaces one picture, and 'all'
those that differ.
"""
# ruff: noqa: T201  a script says what it found

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.screens import SCREENS, TOLERANCE, as_png, difference, reviewed, side_by_side, taken
from tests.conftest import BROWSER_OPTIONS, CHROMIUM


def main() -> None:
    """Compare every screen, write those that differ for review, and replace those that were accepted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=Path, help="the output of a build of all example kits")
    parser.add_argument("--review", type=Path, default=Path("schermen-nakijken"), help="where the comparisons go")
    parser.add_argument("--accept", nargs="+", default=[], metavar="NAME", help="pictures to replace, or 'all'")
    chosen = parser.parse_args()
    if unknown := set(chosen.accept) - {"all"} - {screen.name for screen in SCREENS}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    chosen.review.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS)
        for screen in SCREENS:
            new = taken(browser, chosen.dist.resolve(), screen)
            old = reviewed(screen) if screen.file.is_file() else None
            apart = difference(old, new) if old else 255.0
            if {"all", screen.name} & set(chosen.accept) and (apart > TOLERANCE or screen.name in chosen.accept):
                screen.file.write_bytes(as_png(new))
                print(f"{screen.name}: replaced ({apart:.1f})")
            elif apart > TOLERANCE:
                side_by_side(old, new).save(chosen.review / f"{screen.name}.png")
                print(f"{screen.name}: differs by {apart:.1f}, see {chosen.review / screen.name}.png")
        browser.close()


if __name__ == "__main__":
    main()
