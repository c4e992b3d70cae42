"""The ranges that the decree leaves to an office, each with its clause (Phụ lục I).

The writers choose inside them, in `desktop.documents.decree30`; a file is held to the ranges.
"""

from __future__ import annotations

from msgspec import Struct

from desktop.documents.blocks import Role

SHEET_PT = (595.28, 841.89)
SHEET_TOLERANCE_PT = 0.5
MARGINS_MM = {"left": (30, 35), "right": (15, 20), "top": (20, 25), "bottom": (20, 25)}
INDENTS_MM = (0.0, 10.0, 12.7)
LINE_SPACING = (1.0, 1.5)  # of a single line
PARAGRAPH_SPACING_PT = 6.0
RULE_SHARE = (1 / 3, 1 / 2)
SINGLE_LINE = 1.15  # of the size
LEAST_LINES_OVER_SIGNATURE = 2

SHEET_CLAUSE = "Mục I.1, I.2 Phần I"
MARGIN_CLAUSE = "Mục I.3 Phần I"
FONT_CLAUSE = "Mục I.4 Phần I"
PAGE_NUMBER_CLAUSE = "Mục I.7 Phần I"
NATION_CLAUSE = "Mục II.1 Phần I"
ISSUER_CLAUSE = "Mục II.2 Phần I"
NUMBER_CLAUSE = "Mục II.3 Phần I"
DATE_CLAUSE = "Mục II.4 Phần I"
KIND_CLAUSE = "Mục II.5 Phần I"
BODY_CLAUSE = "Mục II.6 Phần I"
SIGNATURE_CLAUSE = "Mục II.7 Phần I"
RECIPIENTS_CLAUSE = "Mục II.9 Phần I"
APPENDIX_CLAUSE = "Mục III.1 Phần I"

# families that have the letters and the widths which the decree asks for
FAMILIES = ("TimesNewRoman", "LiberationSerif", "Tinos")


class Limit(Struct, frozen=True, kw_only=True):
    """How an element has to be set; None where nothing is said.

    Attributes:
        sizes_pt: the least and the largest.
    """

    clause: str
    sizes_pt: tuple[float, float]
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_upper: bool = False


LIMITS = {
    Role.NATIONAL_TITLE: Limit(
        clause=NATION_CLAUSE, sizes_pt=(12, 13), is_bold=True, is_italic=False, is_upper=True
    ),
    Role.MOTTO: Limit(clause=NATION_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_italic=False),
    Role.PARENT_BODY: Limit(
        clause=ISSUER_CLAUSE, sizes_pt=(12, 13), is_bold=False, is_italic=False, is_upper=True
    ),
    Role.ISSUER: Limit(
        clause=ISSUER_CLAUSE, sizes_pt=(12, 13), is_bold=True, is_italic=False, is_upper=True
    ),
    Role.NUMBER: Limit(clause=NUMBER_CLAUSE, sizes_pt=(13, 13), is_bold=False, is_italic=False),
    Role.PLACE_DATE: Limit(clause=DATE_CLAUSE, sizes_pt=(13, 14), is_bold=False, is_italic=True),
    Role.KIND: Limit(
        clause=KIND_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_italic=False, is_upper=True
    ),
    Role.SUBJECT: Limit(clause=KIND_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_italic=False),
    Role.BASIS: Limit(clause=BODY_CLAUSE, sizes_pt=(13, 14), is_italic=True),
    Role.BODY: Limit(clause=BODY_CLAUSE, sizes_pt=(13, 14)),
    Role.SECTION: Limit(clause=BODY_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_upper=True),
    Role.AUTHORITY: Limit(
        clause=SIGNATURE_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_italic=False, is_upper=True
    ),
    Role.SIGNER: Limit(clause=SIGNATURE_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_italic=False),
    Role.RECIPIENTS_WORD: Limit(
        clause=RECIPIENTS_CLAUSE, sizes_pt=(12, 12), is_bold=True, is_italic=True
    ),
    Role.RECIPIENT: Limit(
        clause=RECIPIENTS_CLAUSE, sizes_pt=(11, 11), is_bold=False, is_italic=False
    ),
    Role.APPENDIX_WORD: Limit(
        clause=APPENDIX_CLAUSE, sizes_pt=(14, 14), is_bold=True, is_italic=False
    ),
    Role.APPENDIX_TITLE: Limit(
        clause=APPENDIX_CLAUSE, sizes_pt=(13, 14), is_bold=True, is_italic=False, is_upper=True
    ),
    Role.APPENDIX_REFERENCE: Limit(
        clause=APPENDIX_CLAUSE, sizes_pt=(13, 14), is_bold=False, is_italic=True
    ),
    Role.PAGE_NUMBER: Limit(
        clause=PAGE_NUMBER_CLAUSE, sizes_pt=(13, 14), is_bold=False, is_italic=False
    ),
}

# Phụ lục III, Phần I: kinds of papers and how their symbols begin
KINDS = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QYĐ",
    "THÔNG CÁO": "TC",
    "THÔNG BÁO": "TB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTR",
    "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA",
    "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA",
    "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB",
    "TỜ TRÌNH": "TTR",
    "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN",
    "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ",
    "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP",
    "PHIẾU GỬI": "PG",
    "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}
