"""What may depart from the decree; sentences are in desktop.sentences.format_departures."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.documents.blocks import Role


class DepartureCode(StrEnum):
    """What is not as it has to be."""

    SHEET = "sheet"
    LANDSCAPE_WITHOUT_TABLE = "landscape-without-table"
    MARGIN_NARROW = "margin-narrow"
    MARGIN_WIDE = "margin-wide"
    COLOUR = "colour"
    FONT_FOREIGN = "font-foreign"
    FONT_NOT_EMBEDDED = "font-not-embedded"
    TEXT_NOT_COMPOSED = "text-not-composed"
    PAGE_NUMBER_ON_FIRST = "page-number-on-first"
    PAGE_NUMBER_WRONG = "page-number-wrong"
    ELEMENT_MISSING = "element-missing"
    ELEMENT_BROKEN = "element-broken"
    SIZE = "size"
    NOT_BOLD = "not-bold"
    NOT_PLAIN = "not-plain"
    NOT_ITALIC = "not-italic"
    NOT_ROMAN = "not-roman"
    NOT_UPPER = "not-upper"
    NOT_CENTRED = "not-centred"
    RULE_MISSING = "rule-missing"
    RULE_LENGTH = "rule-length"
    RULE_NOT_CENTRED = "rule-not-centred"
    NOT_ON_ONE_LINE = "not-on-one-line"
    NUMBER_FORM = "number-form"
    DATE_FORM = "date-form"
    KIND_UNKNOWN = "kind-unknown"
    KIND_AND_SYMBOL_DIFFER = "kind-and-symbol-differ"
    BASIS_END = "basis-end"
    INDENT = "indent"
    LINE_SPACING = "line-spacing"
    PARAGRAPH_SPACING = "paragraph-spacing"
    NUMBERING = "numbering"
    SECTION_NOT_STRONG = "section-not-strong"
    END_MARK = "end-mark"
    NOT_LEVEL = "not-level"
    RECIPIENT_FORM = "recipient-form"
    FILE_COPY_MISSING = "file-copy-missing"
    SIGNING_FORM = "signing-form"
    SIGNATURE_TORN = "signature-torn"
    APPENDIX_NUMBER = "appendix-number"
    DRAFT_MARK_MISSING = "draft-mark-missing"
    DRAFT_MARK_LEFT = "draft-mark-left"
    TEXT_OVER_TEXT = "text-over-text"
    TEXT_OVER_LINE = "text-over-line"


class Side(StrEnum):
    """A side of the sheet."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


class Departure(Struct, frozen=True, kw_only=True):
    """One thing that departs from the decree.

    Attributes:
        page: counted from 1 through the whole file; 0 is the file.
        clause: of Phụ lục I of Nghị định 30/2020, in Vietnamese; empty where practice rules.
        element: the part of the paper at fault.
        text: as it stands in the paper.
        found: the measure at fault, in its own unit: pt, mm, or a share.
    """

    code: DepartureCode
    page: int
    clause: str = ""
    element: Role | None = None
    side: Side | None = None
    text: str = ""
    found: float = 0.0
