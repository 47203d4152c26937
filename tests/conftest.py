"""What several tests share: the built example sites, made once for all workers, and a browser."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator.job import EngineName, Job
from generator.pipeline import build_kit
from generator.resources import Resources, default_resources

ROOT = Path(__file__).resolve().parent.parent
KITS = ROOT / "kits"
TODAY = date(2026, 11, 21)

# How long an example takes says more about the machine than about us. Two runs over the same code give the same answer;
# ``--hypothesis-profile search`` looks for new cases.
hypothesis.settings.register_profile("search", deadline=None)
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.load_profile("same")

#: The example kits by slug, with their folder under ``kits/``.
EXAMPLES = {
    "bakkerij-van-dam": "bakkerij-van-dam",
    "bouwbedrijf-de-linge": "bouw/bouwbedrijf-de-linge",
    "zorggroep-de-vecht": "zorggroep-de-vecht",
}

#: The distribution's own.
CHROMIUM = "/usr/bin/chromium"
#: The same without windows of its own: opens a page four times as fast, draws letters a little otherwise, and keeps no
#: page to go back to.
HEADLESS = "/usr/bin/chromium-headless-shell"

#: A browser that asks nobody for anything by itself.
BROWSER_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: Builds an example and returns its folder in the output; equal calls share one build.
ExampleBuilder = Callable[..., Path]


@pytest.fixture(scope="session")
def resources() -> Resources:
    return default_resources()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def built(shared_folder: Path, resources: Resources) -> ExampleBuilder:
    def build(slug: str, engine: EngineName = "mkdocs") -> Path:
        output = shared_folder / f"dist-{engine}"
        with (shared_folder / f"{engine}-{slug}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (output / slug / "kit.json").is_file():
                build_kit(Job(KITS / EXAMPLES[slug], KITS, output, resources, TODAY, engine))
        return output / slug

    return build


@pytest.fixture(scope="session")
def wheel(shared_folder: Path) -> Path:
    """The wheel of this checkout, built once for all workers and without the network."""
    wheels = shared_folder / "wheels"
    with (shared_folder / "wheels.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wheels.is_dir():
            build_wheel(wheels)
    (path,) = wheels.glob("*.whl")
    return path


def build_wheel(into: Path) -> None:
    """Build the wheel of this checkout without the network."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "wheel"]
    offline = ["--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, *offline, "--wheel-dir", str(into), str(ROOT)], check=True, capture_output=True)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The distribution's Chromium without windows, where looks, storage and network do not count."""
    yield from launched(playwright, HEADLESS)


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """The distribution's Chromium as readers have it."""
    yield from launched(playwright, CHROMIUM)


def launched(playwright: Playwright, program: str) -> Iterator[Browser]:
    """Give a browser, and close it afterwards."""
    chromium = playwright.chromium.launch(executable_path=program, args=BROWSER_OPTIONS)
    yield chromium
    chromium.close()
