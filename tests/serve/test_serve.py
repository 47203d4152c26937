"""``vertrouwenskit serve`` as it is used: a process, a browser, and somebody who saves a file."""

from __future__ import annotations

import re
import shutil
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.cli import serving
from generator.serve.server import SiteServer
from tests.cli.conftest import Cli, a_kit, cli, environment_for, folder
from tests.terminal import Terminal, terminal

__all__ = ["cli", "folder"]

ROOT = Path(__file__).resolve().parents[2]
SLUG = "bakkerij-van-dam"
AXE_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
#: In milliseconds; far more than a build takes on a busy computer.
PATIENCE = 60_000


@dataclass
class Running:
    screen: Terminal
    address: str
    kit: Path

    def save(self, old: str, new: str) -> None:
        text = self.kit.read_text(encoding="utf-8")
        assert old in text
        self.kit.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    shutil.copytree(ROOT / "kits" / SLUG, tmp_path / "kits" / SLUG)
    environment = environment_for(TMPDIR=str(tmp_path))
    with terminal("serve", SLUG, "--port", "0", cwd=tmp_path, environment=environment) as screen:
        screen.wait_for("Ctrl-C)")
        found = re.search(r"http://127\.0\.0\.1:\d+/", screen.shown)
        assert found
        screen.wait_for(f"{SLUG}: ")
        yield Running(screen, found.group(), tmp_path / "kits" / SLUG / "kit.yml")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_the_browser_follows_what_is_saved_through_a_mistake_and_back(running: Running, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{running.address}rol.html")
    expect(page.locator("body")).to_contain_text("Bakkerij Van Dam", timeout=PATIENCE)

    running.save("naam: Bakkerij Van Dam", "naam: Bakkerij De Proef")
    expect(page.locator("body")).to_contain_text("Bakkerij De Proef", timeout=PATIENCE)
    assert complaints == []

    running.save("soort: extern", "soort: extren")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"1 fout in de kit {SLUG}", timeout=PATIENCE)
    expect(page.locator("body")).to_contain_text("Bedoelde je 'extern'?")
    expect(page.locator("mark")).to_have_text("extren")
    running.screen.wait_for("VK022")

    running.save("soort: extren", "soort: extern")
    expect(page.locator("body")).to_contain_text("Bakkerij De Proef", timeout=PATIENCE)
    assert page.url == f"{running.address}rol.html"
    running.screen.wait_for(f"{SLUG}: vernieuwd")


def test_ctrl_c_ends_it_and_leaves_nothing_behind(running: Running, tmp_path: Path) -> None:
    assert running.screen.stop_with("\x03") == 130
    assert "Gestopt." in running.screen.shown
    assert "Traceback" not in running.screen.shown
    assert [path.name for path in tmp_path.iterdir()] == ["kits"]


def test_being_asked_to_end_leaves_nothing_behind_either(running: Running, tmp_path: Path) -> None:
    running.screen.wait_for("vernieuwd")
    running.screen.process.send_signal(signal.SIGTERM)
    assert running.screen.end() == 130
    assert [path.name for path in tmp_path.iterdir()] == ["kits"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_about_mistakes_is_accessible(scheme: str, browser: Browser, tmp_path: Path) -> None:
    kit = tmp_path / "kits" / "een"
    kit.mkdir(parents=True)
    (kit / "kit.yml").write_text("formaat: 1\norganisatei: x\n", encoding="utf-8")
    with terminal("serve", "een", "--port", "0", cwd=tmp_path, environment=environment_for()) as screen:
        screen.wait_for("De site is niet vernieuwd.")
        found = re.search(r"http://127\.0\.0\.1:\d+/", screen.shown)
        assert found
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(found.group())
        assert page.get_by_role("heading", level=2).count() >= 2
        outcome = Axe().run(page, options=AXE_RULES)
        context.close()
    assert outcome.response["passes"]
    assert outcome.response["violations"] == []


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[SiteServer]:
    """Let ``serve`` only note the server that it would run."""
    seen: list[SiteServer] = []

    class Session:
        def __init__(self, *_: object) -> None:
            pass

        def run(self, server: SiteServer) -> None:
            seen.append(server)
            server.server_close()

    monkeypatch.setattr(serving, "Session", Session)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return seen


def test_a_port_that_is_taken_is_told(cli: Cli, served: list[SiteServer]) -> None:
    a_kit("een")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = cli("serve", "een", "--port", str(port))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"Fout: Poort {port} is bezet of niet toegestaan. Kies een andere")
    assert served == []


@pytest.mark.parametrize("port", ["tachtig", "-1", "65536", "80.5", ""])
def test_what_is_no_port_is_told(port: str, cli: Cli) -> None:
    a_kit("een")
    answer = cli("serve", "een", f"--port={port}")
    assert answer.code == 2
    assert answer.err.startswith(f"Fout: '{port}' is geen poort.")


def test_without_a_port_the_first_free_one_is_taken(
    cli: Cli, served: list[SiteServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_kit("een")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(serving, "_FIRST_PORT", port)
        answer = cli("serve", "een")
    assert answer.code == 0
    assert port < served[0].server_port < port + 20
    assert f"http://127.0.0.1:{served[0].server_port}/" in answer.out


def test_a_kit_that_does_not_exist_is_wrong_use(cli: Cli) -> None:
    a_kit("een")
    assert cli("serve", "eem").code == 2
