"""Read what was copied from a sheet, a table or a page, as the clipboard has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.errors import InputRefused
from desktop.people.delimited_text import MAX_FIELD_CHARACTERS, SWALLOWED_LINES, rows_of
from desktop.people.list_sheet import ListFile, ListRefusal, ListSheet
from desktop.people.web_tables import read_web_tables

_ENDS = "\t\n"
_END = re.compile(f"[{_ENDS}]")


def read_pasted(text: str, html: str = "") -> ListFile:
    """Read pasted text: columns split by tabs, cells with line breaks in quotes, as Excel copies.

    Word's text breaks its lines inside cells without a sign, so its HTML is read instead.

    Args:
        text: the plain text on the clipboard.
        html: what it has as HTML; it may be empty.

    Raises:
        InputRefused: there is nothing in it, or far too much.
    """
    has_table = "<table" in html.lower()
    if has_table and (_is_of_word(html) or "\t" not in text):
        return read_web_tables(html, None)
    rows = rows_of(_records(text.replace("\r\n", "\n").replace("\r", "\n")), None)
    if not rows:
        raise InputRefused(ListRefusal.EMPTY)
    return ListFile(sheets=(ListSheet(name="", rows=rows),))


def _is_of_word(html: str) -> bool:
    return "urn:schemas-microsoft-com:office:word" in html or "Word.Document" in html


def _records(text: str) -> Iterator[list[str]]:
    place, record = 0, list[str]()
    while place < len(text):
        cell, place = _quoted(text, place) or _plain(text, place)
        record.append(cell)
        if place >= len(text) or text[place] == "\n":
            yield record
            record = []
        place += 1
    if record:
        yield record


def _plain(text: str, start: int) -> tuple[str, int]:
    found = _END.search(text, start)
    end = found.start() if found else len(text)
    return text[start:end], end


def _quoted(text: str, start: int) -> tuple[str, int] | None:
    """Read a cell in quotes; Excel quotes only what has line breaks or tabs in it."""
    if text[start] != '"':
        return None
    place = start + 1
    limit = min(len(text), start + MAX_FIELD_CHARACTERS)
    while (end := text.find('"', place, limit)) >= 0:
        if text[end + 1 : end + 2] == '"':
            place = end + 2
            continue
        cell = text[start + 1 : end]
        is_cell = end + 1 == len(text) or text[end + 1] in _ENDS
        has_breaks = any(sign in cell for sign in _ENDS)
        if is_cell and has_breaks and cell.count("\n") < SWALLOWED_LINES:
            return cell.replace('""', '"'), end + 1
        return None
    return None
