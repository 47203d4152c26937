"""The web server of ``serve``: this computer only, files of the site only, nothing kept by the browser."""

from __future__ import annotations

import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.serve import reload
from generator.serve.live import Live
from generator.serve.trouble import STYLESHEET

HOST: Final = "127.0.0.1"
#: Shorter than the minute after which something on the way could give up.
_WAIT_SECONDS: Final = 20.0
# Not from the system's registry of types, which differs from one computer to the next.
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_HTML: Final = _TYPES[".html"]


class SiteServer(ThreadingHTTPServer):
    """Serves what ``live`` shows, on 127.0.0.1; raises ``OSError`` if the port is taken."""

    daemon_threads = True
    # On Windows this would let two programs listen to one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, live: Live) -> None:
        self.live = live
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this computer's name, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def address(self) -> str:
        """Where a browser finds the site."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    # A browser that opens a connection and says nothing must not hold a thread for ever.
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file of the site, a page about trouble, or the script that waits."""
        if not self._is_for_this_computer():
            self._send(HTTPStatus.FORBIDDEN, _TYPES[".txt"], b"Alleen voor deze computer.\n")
            return
        parts = urlsplit(self.path)
        if parts.path.startswith(reload.PREFIX):
            self._send_own(parts.path, parse_qs(parts.query).get("versie", [""])[0])
        else:
            self._send_site(unquote(parts.path))

    def do_HEAD(self) -> None:
        """Answer as to GET; ``_send`` leaves the content out."""
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the signature of http.server
        """Keep the terminal for findings."""

    def _is_for_this_computer(self) -> bool:
        """Refuse a name that somebody's web site let point to this computer (DNS rebinding)."""
        port = self.server.server_port
        return self.headers.get("Host", "").lower() in {f"{HOST}:{port}", f"localhost:{port}"}

    def _send_own(self, path: str, version: str) -> None:
        if path == reload.FOLLOW:
            self._send(HTTPStatus.OK, _TYPES[".js"], reload.FOLLOW_SCRIPT.encode())
        elif path == reload.STYLE:
            self._send(HTTPStatus.OK, _TYPES[".css"], STYLESHEET.encode())
        elif path == reload.WAIT:
            changed = self.server.live.wait(version, _WAIT_SECONDS)
            script = reload.CHANGED_SCRIPT if changed else reload.UNCHANGED_SCRIPT
            self._send(HTTPStatus.OK, _TYPES[".js"], script.encode())
        else:
            self._send(HTTPStatus.NOT_FOUND, _TYPES[".txt"], b"")

    def _send_site(self, path: str) -> None:
        try:
            self._send_file(path)
        except OSError:
            # The new site took the place of the old one while we read.
            self._send(HTTPStatus.NOT_FOUND, _TYPES[".txt"], b"Probeer het opnieuw.\n")

    def _send_file(self, path: str) -> None:
        showing = self.server.live.now
        file = _file_in(showing.site, path) if showing.site else None
        if showing.trouble is not None and (file is None or file.suffix == ".html"):
            self._send_page(HTTPStatus.INTERNAL_SERVER_ERROR, showing.trouble, showing.version)
        elif file is not None and file.is_dir():
            self._redirect(path)
        elif file is not None and file.suffix == ".html":
            self._send_page(HTTPStatus.OK, file.read_text(encoding="utf-8"), showing.version)
        elif file is not None:
            self._send(HTTPStatus.OK, _TYPES.get(file.suffix.lower(), "application/octet-stream"), file.read_bytes())
        else:
            missing = showing.site / "404.html" if showing.site else None
            page = missing.read_text(encoding="utf-8") if missing and missing.is_file() else "Niet gevonden."
            self._send_page(HTTPStatus.NOT_FOUND, page, showing.version)

    def _redirect(self, path: str) -> None:
        # One slash at the begin: a browser reads two as the name of another computer.
        self._send(HTTPStatus.MOVED_PERMANENTLY, _TYPES[".txt"], b"", location=f"/{quote(path.strip('/'))}/")

    def _send_page(self, status: HTTPStatus, page: str, version: str) -> None:
        self._send(status, _HTML, reload.with_reload(page, version).encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if location is not None:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _file_in(site: Path, path: str) -> Path | None:
    """Return the file or folder that an address means, or None if there is none inside the site."""
    if "\0" in path or "\\" in path or ":" in path:
        return None
    root = site.resolve()
    try:
        found = (root / path.lstrip("/")).resolve()
        if found.is_relative_to(root) and found.is_dir() and path.endswith("/"):
            found /= "index.html"
        return found if found.is_relative_to(root) and found.exists() else None
    except OSError:  # a name that is too long for any file
        return None
