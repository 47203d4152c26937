"""The audit command asks about every pinned version, and says no when one is known to be vulnerable or can't be asked.

A service of our own answers, in the form of https://google.github.io/osv.dev/post-v1-query/.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.supply.distributions import pinned

ADVICE = {
    "id": "PYSEC-2026-1",
    "summary": "An invented weakness",
    "affected": [{"package": {"name": "jinja2", "ecosystem": "PyPI"}, "versions": [], "ranges": []}],
}


class Service(ThreadingHTTPServer):
    """Knows one vulnerable library, or none; remembers what it was asked."""

    def __init__(self, vulnerable: str) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.vulnerable = vulnerable
        self.asked: dict[str, str] = {}


class _Answer(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name, version = question["package"]["name"], question["version"]
        self.server.asked[name] = version
        advice = {**ADVICE, "affected": [{**ADVICE["affected"][0], "versions": [version]}]}  # type: ignore[dict-item]
        answer = json.dumps({"vulns": [advice]} if name == self.server.vulnerable else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class says so
        pass


@pytest.fixture
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    with Service(request.param) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def audit(url: str) -> subprocess.CompletedProcess[str]:
    """Run the very command of ``make audit``, asking ``url`` instead of the usual service."""
    dry = ["make", "--dry-run", "audit", "--assume-old", ".venv/dev.stamp"]
    shown = subprocess.run(dry, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    (line,) = (line for line in shown.splitlines() if "pip-audit" in line)
    command = [sys.executable, "-m", "pip_audit", *shlex.split(line)[1:]]
    environment = {**os.environ, "PIP_AUDIT_VULNERABILITY_SERVICE": "osv", "PIP_AUDIT_OSV_URL": url}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("service", ["nothing"], indirect=True)
def test_the_audit_asks_about_every_pinned_version_and_is_content(service: Service) -> None:
    run = audit(f"http://127.0.0.1:{service.server_port}")
    assert run.returncode == 0, run.stderr
    sections = pinned()
    assert service.asked == {name: version for section in sections.values() for name, version in section.items()}


@pytest.mark.parametrize("service", ["jinja2"], indirect=True)
def test_the_audit_names_a_version_that_is_known_to_be_vulnerable(service: Service) -> None:
    run = audit(f"http://127.0.0.1:{service.server_port}")
    assert run.returncode != 0
    assert "PYSEC-2026-1" in run.stdout
    assert "jinja2" in run.stdout


def test_the_audit_is_not_content_when_nobody_answers() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as closed:
        port = closed.server_port
    assert audit(f"http://127.0.0.1:{port}").returncode != 0
