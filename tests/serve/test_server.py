from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.serve import server as server_module
from generator.serve.live import Live
from generator.serve.reload import FOLLOW, STYLE, WAIT
from generator.serve.server import SiteServer

PAGE = "<!doctype html><html lang=nl><title>x</title><body><p>hallo</p></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "documenten").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "404.html").write_text("<p>niet hier</p>", encoding="utf-8")
    (folder / "documenten" / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "documenten" / "één gids.pdf").write_bytes(b"%PDF")
    (folder / "stijl.css").write_text("p{}", encoding="utf-8")
    (folder / "sam.vcf").write_text("BEGIN:VCARD", encoding="utf-8")
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    (folder / "uitweg").symlink_to(tmp_path)
    return folder


@pytest.fixture
def live(site: Path) -> Live:
    live = Live()
    live.show(site)
    return live


@pytest.fixture
def server(live: Live) -> Iterator[SiteServer]:
    server = SiteServer(0, live)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    live.close()
    server.shutdown()
    server.server_close()
    thread.join()


class Reply:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()
        self.text = self.body.decode("utf-8", "replace")


Ask = Callable[..., Reply]


@pytest.fixture
def ask(server: SiteServer) -> Ask:
    def send(path: str, method: str = "GET", host: str | None = None) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
        connection.endheaders()
        reply = Reply(connection.getresponse())
        connection.close()
        return reply

    return send


@pytest.mark.parametrize("path", ["/", "/index.html", "/index.html?x=1", "/documenten/"])
def test_a_page_is_served_with_the_script_that_follows(path: str, ask: Ask, live: Live) -> None:
    reply = ask(path)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    tag = f'<script src="{FOLLOW}" data-versie="{live.now.version}"></script>'
    assert reply.text == PAGE.replace("</body>", f"{tag}</body>")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/stijl.css", "text/css; charset=utf-8"),
        ("/sam.vcf", "text/vcard; charset=utf-8"),
        ("/documenten/%C3%A9%C3%A9n%20gids.pdf", "application/pdf"),
        (FOLLOW, "text/javascript; charset=utf-8"),
        (STYLE, "text/css; charset=utf-8"),
    ],
)
def test_every_kind_of_file_is_named_rightly(path: str, kind: str, ask: Ask) -> None:
    reply = ask(path)
    assert (reply.status, reply.headers["Content-Type"]) == (200, kind)
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/stijl.css", "/weg.html", FOLLOW])
def test_nothing_is_kept_by_the_browser_or_read_by_other_sites(path: str, ask: Ask) -> None:
    reply = ask(path)
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_files_are_served_byte_for_byte(ask: Ask, site: Path) -> None:
    assert ask("/stijl.css").body == (site / "stijl.css").read_bytes()


def test_a_folder_without_a_slash_is_sent_on(ask: Ask) -> None:
    reply = ask("//documenten")
    assert (reply.status, reply.headers["Location"]) == (301, "/documenten/")


def test_what_is_not_there_gets_the_sites_own_page(ask: Ask) -> None:
    reply = ask("/weg.html")
    assert reply.status == 404
    assert "<p>niet hier</p>" in reply.text


@pytest.mark.parametrize(
    "path",
    [
        "/../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "/documenten/../../geheim.txt",
        "/..%5cgeheim.txt",
        "/uitweg/geheim.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/index.html%00.css",
        "/C:/geheim.txt",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_site_is_served(path: str, ask: Ask) -> None:
    reply = ask(path)
    assert reply.status == 404
    assert b"geheim" not in reply.body
    assert b"root:" not in reply.body


@pytest.mark.parametrize(
    "host", ["kwaad.example", "kwaad.example:80", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.kwaad.example"]
)
@pytest.mark.parametrize("path", ["/", FOLLOW, WAIT])
def test_another_name_for_this_computer_is_refused(host: str, path: str, ask: Ask) -> None:
    reply = ask(path, host=host)
    assert reply.status == 403
    assert "hallo" not in reply.text


def test_localhost_is_this_computer(ask: Ask, server: SiteServer) -> None:
    assert ask("/", host=f"LocalHost:{server.server_port}").status == 200


def test_only_this_computer_can_reach_it(server: SiteServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_a_port_that_is_taken_is_refused(server: SiteServer, live: Live) -> None:
    with pytest.raises(OSError, match="in use"):
        SiteServer(server.server_port, live)


def test_head_is_get_without_the_content(ask: Ask) -> None:
    head, get = ask("/", method="HEAD"), ask("/")
    assert head.body == b""
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(get.body))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(method: str, ask: Ask) -> None:
    assert ask("/", method=method).status == 501


def test_trouble_takes_the_place_of_every_page_but_not_of_pictures(ask: Ask, live: Live) -> None:
    live.fail("<html><body>mis</body></html>")
    for path in ("/", "/index.html", "/weg.html", "/documenten/"):
        reply = ask(path)
        assert reply.status == 500
        assert "mis" in reply.text
        assert live.now.version in reply.text
    assert ask("/stijl.css").status == 200


def test_trouble_before_the_first_site_is_shown_too(ask: Ask, server: SiteServer) -> None:
    server.live = Live()
    server.live.fail("<html><body>mis</body></html>")
    assert "mis" in ask("/").text


def test_an_old_page_is_told_at_once(ask: Ask) -> None:
    assert ask(f"{WAIT}?versie=oud").text == "location.reload();\n"


def test_a_page_that_waits_is_told_when_the_site_changes(ask: Ask, live: Live, site: Path) -> None:
    replies: list[Reply] = []
    path = f"{WAIT}?versie={live.now.version}"
    waiting = threading.Thread(target=lambda: replies.append(ask(path)))
    waiting.start()
    live.show(site)
    waiting.join(30)
    assert [reply.text for reply in replies] == ["location.reload();\n"]


def test_a_page_that_waits_is_let_go_when_the_server_stops(
    ask: Ask, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "_WAIT_SECONDS", 1000.0)
    replies: list[Reply] = []
    waiting = threading.Thread(target=lambda: replies.append(ask(f"{WAIT}?versie={live.now.version}")))
    waiting.start()
    live.close()
    waiting.join(30)
    assert [reply.text for reply in replies] == ["// niets veranderd\n"]


def test_two_runs_of_the_server_never_have_the_same_version(site: Path) -> None:
    one, other = Live(), Live()
    one.show(site)
    other.show(site)
    assert one.now.version != other.now.version


def test_a_browser_that_goes_away_is_no_news(server: SiteServer, capfd: pytest.CaptureFixture[str], ask: Ask) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        connection.sendall(f"GET {WAIT}?versie={server.live.now.version} HTTP/1.1\r\nHost: ".encode())
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert ask("/").status == 200
    assert capfd.readouterr().err == ""
