"""The fields of a QR code as one path, so that no seams show between neighbours."""

from __future__ import annotations

import zlib
from functools import lru_cache

#: Rows of black fields: row, from and to.
Fields = tuple[tuple[int, int, int], ...]


# The codes of a kit or two; its sheets draw the same ones.
@lru_cache(maxsize=32)
def fields(dark: Fields, modules: int) -> bytes:
    """Return what draws black fields on a white square of ``modules`` by ``modules``, compressed."""
    rows = " ".join([f"{start} {row} {end - start} 1 re" for row, start, end in dark])
    return zlib.compress(f"1 g 0 0 {modules} {modules} re f 0 g {rows} f".encode())
