"""A workbook that we make → bytes, the same bytes for the same content: without the hour and without our machine."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl import Workbook

#: Who a workbook says that it is from; our error file is told from somebody's own by it.
CREATOR: Final = "vertrouwenskit"
#: openpyxl's own for the cells that we leave as they are; a heading that names none comes out in another one.
FONT: Final = "Calibri"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_WHEN: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(<)")


def saved(book: Workbook) -> bytes:
    """Return the workbook as a file."""
    book.properties.creator = CREATOR
    book.properties.lastModifiedBy = CREATOR
    raw = io.BytesIO()
    book.save(raw)
    result = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "docProps/core.xml":
                data = _WHEN.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", data)
            info = zipfile.ZipInfo(part.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return result.getvalue()


def is_ours(data: bytes) -> bool:
    """Tell whether a workbook was made by this program."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return f">{CREATOR}<".encode() in archive.read("docProps/core.xml")[:20_000]
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError):
        return False
