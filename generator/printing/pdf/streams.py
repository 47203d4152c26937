"""Streams as PDF/A wants them, whoever writes them."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream whose length and line ends are what ISO 19005-2, section 6.1.7.1 asks."""

    def __init__(self, dictionary: dict[str, Any], content: bytes, *, packed: bool = True) -> None:
        super().__init__(pdfdoc.PDFDictionary(dictionary))
        self.content = zlib.compress(content) if packed else content
        if packed:
            self.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")

    def format(self, document: Any) -> bytes:
        """Return the stream as it stands in the file."""
        dictionary = pdfdoc.PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = pdfdoc.format(dictionary, document)
        # CR and LF: after one of them alone, content that ends with the other would seem to be a byte shorter.
        return head + b"\nstream\n" + self.content + b"\r\nendstream\n"
