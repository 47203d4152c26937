"""What is said of an element besides its type (PDF 1.7, sections 14.7.5, 14.8.5 and 14.9)."""

from __future__ import annotations

from generator.printing.layout.elements import Node
from generator.printing.pdf.written import array, text


def said(node: Node) -> str:
    """Return the entries of a node's element: description, language and attributes, as they are written."""
    entries = [f"/A{array(group)}"] if (group := _groups(node)) else []
    if node.alt:
        entries.append(f"/Alt{text(node.alt)}")
    if node.lang:
        entries.append(f"/Lang{text(node.lang)}")
    return "".join(entries)


def _groups(node: Node) -> list[str]:
    """Return the attributes that a node's type asks for: of a cell, a figure or a list."""
    if node.tag in {"TH", "TD"}:
        return _cell(node)
    if node.tag == "Figure":
        return ["<</O/Layout/Placement/Block>>"]
    if node.tag == "L":
        numbered = any(
            isinstance(part, Node) and part.tag == "Lbl"
            for item in node.children
            if isinstance(item, Node)
            for part in item.children
        )
        return [f"<</O/List/ListNumbering/{'Decimal' if numbered else 'None'}>>"]
    return []


def _cell(node: Node) -> list[str]:
    entries = [f"/Scope/{node.scope}"] if node.scope else []
    if node.columns > 1:
        entries.append(f"/ColSpan {node.columns}")
    if node.rows > 1:
        entries.append(f"/RowSpan {node.rows}")
    return [f"<</O/Table{''.join(entries)}>>"] if entries else []
