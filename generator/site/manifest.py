"""``kit.json``: what was made, by which version, on which day, and the fingerprint of every file."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

from generator import __version__


def manifest(folder: Path, slug: str, day: date, content_version: str, engine: str) -> str:
    """Return the JSON text for everything in ``folder``, with paths from there and SHA-256 in hexadecimal."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    content = {
        "format": 1,
        "slug": slug,
        "generator": {"name": "vertrouwenskit", "version": __version__, "engine": engine},
        "content_version": content_version,
        "date": day.isoformat(),
        "files": files,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
