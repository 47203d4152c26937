"""``kit.json``: what was made, by which version, on which day, and the fingerprint of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from generator import __version__
from generator.site.trees import Tree

MANIFEST = "kit.json"


def fingerprints(tree: Tree) -> dict[str, str]:
    """Return the SHA-256 of each file in hexadecimal, in the order of a folder; the same object is hashed once."""
    known: dict[int, str] = {}
    for data in tree.values():
        if id(data) not in known:
            known[id(data)] = hashlib.sha256(data).hexdigest()
    return {name: known[id(tree[name])] for name in sorted(tree, key=lambda name: name.split("/"))}


def manifest(files: Mapping[str, str], slug: str, day: date, content_version: str, engine: str) -> str:
    """Return the JSON text for ``files``: fingerprints by path from the finished folder."""
    content = {
        "format": 1,
        "slug": slug,
        "generator": {"name": "vertrouwenskit", "version": __version__, "engine": engine},
        "content_version": content_version,
        "date": day.isoformat(),
        "files": dict(files),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def made_files(folder: Path) -> frozenset[str]:
    """Return all that a build made in ``folder``, as its ``kit.json`` tells: files, and the folders that hold them.

    Without a ``kit.json`` that can be read, no build made anything there.
    """
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        paths = [PurePosixPath(name) for name in files]
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    made = {parent.as_posix() for path in paths for parent in (path, *path.parents)}
    return frozenset({MANIFEST, *made})
