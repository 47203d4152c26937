"""``kit.json``: what was made, by which version, on which day, and the fingerprint of every file."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path, PurePosixPath

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


def made_files(folder: Path) -> frozenset[str]:
    """Return all that a build made in ``folder``, as its ``kit.json`` tells: files, and the folders that hold them.

    Without a ``kit.json`` that can be read, no build made anything there.
    """
    try:
        files = json.loads((folder / "kit.json").read_text(encoding="utf-8"))["files"]
        paths = [PurePosixPath(name) for name in files]
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    made = {parent.as_posix() for path in paths for parent in (path, *path.parents)}
    return frozenset({"kit.json", *made})
