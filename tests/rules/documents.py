"""Small PDFs that name an author."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas


def a_pdf(author: str) -> bytes:
    """Return a PDF of one page by ``author``; an empty text leaves what the library fills in."""
    out = io.BytesIO()
    page = Canvas(out, invariant=1)
    if author:
        page.setAuthor(author)
    page.drawString(90, 700, "Gedragscode")
    page.save()
    return out.getvalue()
