"""Every number of the format of official papers, once, with its clause.

Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức và kỹ thuật trình bày). Where the decree leaves a
range, the choice made here stands inside it; where it is silent, the comment says so.
"""

from __future__ import annotations

from msgspec import Struct

from desktop.documents.blocks import HorizontalAlign, Role

PT_PER_MM = 72 / 25.4

# what a PDF says of itself that is printed for a conference without being one of the kinds of
# official papers of Điều 7: badges, labels, envelopes, cards, maps
NO_OFFICIAL_FORM = "Ấn phẩm phục vụ hội nghị, không phải văn bản hành chính"


def mm(length: float) -> float:
    """Turn millimetres into points."""
    return length * PT_PER_MM


class PageFormat(Struct, frozen=True, kw_only=True):
    """A sheet and its margins in points."""

    width_pt: float
    height_pt: float
    left_pt: float
    right_pt: float
    top_pt: float
    bottom_pt: float

    @property
    def text_width_pt(self) -> float:
        """Width between the margins."""
        return self.width_pt - self.left_pt - self.right_pt

    @property
    def text_height_pt(self) -> float:
        """Height between the margins."""
        return self.height_pt - self.top_pt - self.bottom_pt


def _a4(width_mm: float, height_mm: float) -> PageFormat:
    return PageFormat(
        width_pt=mm(width_mm),
        height_pt=mm(height_mm),
        left_pt=mm(30),
        right_pt=mm(15),
        top_pt=mm(20),
        bottom_pt=mm(20),
    )


# Mục I.1-3 Phần I: A4; top and bottom 20-25, left 30-35, right 15-20 mm
PORTRAIT = _a4(210, 297)
LANDSCAPE = _a4(297, 210)  # Mục I.2: where the body is a table

# the head of the decree's own template (Mẫu 1.4) stands 10 mm under the edge
PAGE_NUMBER_TOP_PT = mm(10)  # Mục I.7: in the top margin, centred, not on page one

# Mẫu 1.4 gives 67.5 + 100 mm; 100 is what Quốc hiệu at 13 pt needs, the left takes the rest
LETTERHEAD_RIGHT_PT = mm(100)
LETTERHEAD_RIGHT_MOST_PT = mm(118)  # the rest holds ỦY BAN NHÂN DÂN, 43 mm, on one line
LETTERHEAD_GAP_PT = mm(1)
SIGNATURE_RIGHT_PT = mm(85)  # ô 7: the right half
SIGNATURE_GAP_PT = mm(4)
SIGNATURE_SPACE_PT = mm(28)  # room for signature and seal; the decree gives none

# Mục II.2, II.6: the rule under issuer and subject is 1/3 to 1/2 of the text's length
RULE_SHARE_LEAST = 1 / 3
RULE_SHARE_MOST = 1 / 2
RULE_WIDTH_PT = 0.75
RULE_DROP_PT = 4.0  # under the baseline; clear of ạ and g
TABLE_LINE_PT = 0.5
TABLE_SIDE_PADDING_PT = 4.5
TABLE_PADDING_PT = 3.0

SINGLE_SPACING = 1.15  # of the size: a line of Times New Roman
INDENT_PT = mm(12.7)  # Mục II.6.c: 1 or 1.27 cm
LEAST_LINES_WITH_SIGNATURE = 2  # practice: the signature is never alone on a page

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"  # Mục II.6: the order of the Vietnamese alphabet
RECIPIENTS_WORD = "Nơi nhận:"
END_MARK = "./."  # practice
DRAFT_MARK = "DỰ THẢO"  # practice: over every page until number and day are set


class TextStyle(Struct, frozen=True, kw_only=True):
    """How a role is set.

    Attributes:
        smaller_pt: the size to fall back to where a line would not fit.
        pitch: distance of baselines as a multiple of the size.
        before_pt: space above, dropped at the top of a page.
        hanging_pt: indent of every line but the first.
    """

    size_pt: float
    smaller_pt: float | None = None
    is_bold: bool = False
    is_italic: bool = False
    is_upper: bool = False
    align: HorizontalAlign = HorizontalAlign.LEFT
    pitch: float = SINGLE_SPACING
    before_pt: float = 0.0
    indent_pt: float = 0.0
    hanging_pt: float = 0.0
    keeps_next: bool = False


_CENTRE = HorizontalAlign.CENTRE
_JUSTIFY = HorizontalAlign.JUSTIFY
_BODY_PITCH = 1.3  # Mục II.6.c: single to 1.5 lines, that is 1.15 to 1.725 of the size

# sizes: the larger of the two sets in the decree's sample (13, 14, 14), body 14
STYLES: dict[Role, TextStyle] = {
    Role.NATIONAL_TITLE: TextStyle(size_pt=13, is_bold=True, is_upper=True, align=_CENTRE),
    Role.MOTTO: TextStyle(size_pt=14, is_bold=True, align=_CENTRE),
    Role.PARENT_BODY: TextStyle(size_pt=13, is_upper=True, align=_CENTRE),
    Role.ISSUER: TextStyle(size_pt=13, is_bold=True, is_upper=True, align=_CENTRE),
    Role.NUMBER: TextStyle(size_pt=13, align=_CENTRE),
    Role.PLACE_DATE: TextStyle(size_pt=14, smaller_pt=13, is_italic=True, align=_CENTRE),
    Role.KIND: TextStyle(
        size_pt=14, is_bold=True, is_upper=True, align=_CENTRE, before_pt=16, keeps_next=True
    ),
    Role.SUBJECT: TextStyle(
        size_pt=14, is_bold=True, align=_CENTRE, pitch=1.2, before_pt=1, keeps_next=True
    ),
    Role.ADDRESSEE: TextStyle(size_pt=14, align=_CENTRE, pitch=_BODY_PITCH, before_pt=8),
    # Mẫu 1.2 sets both lines bold in the middle
    Role.DECIDING: TextStyle(
        size_pt=14, is_bold=True, is_upper=True, align=_CENTRE, before_pt=9, keeps_next=True
    ),
    Role.BASIS: TextStyle(
        size_pt=14,
        is_italic=True,
        align=_JUSTIFY,
        pitch=_BODY_PITCH,
        before_pt=6,
        indent_pt=INDENT_PT,
    ),
    Role.BODY: TextStyle(
        size_pt=14, align=_JUSTIFY, pitch=_BODY_PITCH, before_pt=6, indent_pt=INDENT_PT
    ),
    Role.SECTION: TextStyle(
        size_pt=14,
        is_bold=True,
        is_upper=True,
        pitch=_BODY_PITCH,
        before_pt=10,
        indent_pt=INDENT_PT,
        keeps_next=True,
    ),
    Role.CLAUSE: TextStyle(
        size_pt=14,
        is_bold=True,
        pitch=_BODY_PITCH,
        before_pt=7,
        indent_pt=INDENT_PT,
        keeps_next=True,
    ),
    Role.ARTICLE: TextStyle(
        size_pt=14,
        is_bold=True,
        pitch=_BODY_PITCH,
        before_pt=7,
        indent_pt=INDENT_PT,
        keeps_next=True,
    ),
    Role.POINT: TextStyle(
        size_pt=14, align=_JUSTIFY, pitch=_BODY_PITCH, before_pt=6, indent_pt=INDENT_PT
    ),
    Role.DASH: TextStyle(
        size_pt=14, align=_JUSTIFY, pitch=_BODY_PITCH, before_pt=6, indent_pt=INDENT_PT
    ),
    Role.FACT: TextStyle(size_pt=14, align=_CENTRE, pitch=_BODY_PITCH, before_pt=3),
    Role.AUTHORITY: TextStyle(size_pt=14, is_bold=True, is_upper=True, align=_CENTRE),
    Role.SIGNER: TextStyle(size_pt=14, is_bold=True, align=_CENTRE),
    Role.RECIPIENTS_WORD: TextStyle(size_pt=12, is_bold=True, is_italic=True),
    Role.RECIPIENT: TextStyle(size_pt=11, hanging_pt=6.4),
    Role.APPENDIX_WORD: TextStyle(size_pt=14, is_bold=True, align=_CENTRE, keeps_next=True),
    Role.APPENDIX_TITLE: TextStyle(
        size_pt=14, is_bold=True, is_upper=True, align=_CENTRE, pitch=1.2, keeps_next=True
    ),
    Role.APPENDIX_REFERENCE: TextStyle(
        size_pt=14, is_italic=True, align=_CENTRE, before_pt=2, keeps_next=True
    ),
    # practice: tables stand one to three points under the text around them
    Role.TABLE_HEAD: TextStyle(size_pt=12, is_bold=True, align=_CENTRE),
    Role.TABLE_GROUP: TextStyle(size_pt=12, is_bold=True),
    Role.TABLE_CELL: TextStyle(size_pt=12),
    Role.TABLE_FOOT: TextStyle(size_pt=12, is_italic=True),
    Role.PROGRAMME_CELL: TextStyle(size_pt=13, pitch=1.25),
    Role.TOTAL: TextStyle(
        size_pt=13, align=_JUSTIFY, before_pt=6, indent_pt=INDENT_PT, keeps_next=True
    ),
    Role.PAGE_NUMBER: TextStyle(size_pt=14, align=_CENTRE),
}
