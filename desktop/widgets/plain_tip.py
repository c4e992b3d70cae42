"""Tool tips that show text exactly as it is."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Give a text as a tool tip: what looks like markup would be read as markup."""
    return f"<qt>{escape(text)}</qt>" if text else ""
