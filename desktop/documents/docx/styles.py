"""The styles of the decree as Word styles: one for each role, by its Vietnamese name."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.blocks import HorizontalAlign, Role
from desktop.documents.decree30 import (
    SINGLE_SPACING,
    STYLES,
    TABLE_LINE_PT,
    TABLE_PADDING_PT,
    TABLE_SIDE_PADDING_PT,
    TextStyle,
)
from desktop.documents.docx.numbering import LEVELS, style_numbering
from desktop.documents.docx.ooxml import FONT, half_points, twips, w

LANGUAGE = "vi-VN"
RULED_TABLE = "bang-ke"
PLAIN_TABLE = "bang-khung"
SPACER = "duong-ke"

_LINE = 240  # what Word calls a single line
_EIGHTHS_PER_PT = 8
_NAMES = {
    Role.NATIONAL_TITLE: "Quốc hiệu",
    Role.MOTTO: "Tiêu ngữ",
    Role.PARENT_BODY: "Cơ quan chủ quản",
    Role.ISSUER: "Cơ quan ban hành",
    Role.NUMBER: "Số, ký hiệu",
    Role.PLACE_DATE: "Địa danh, thời gian",
    Role.KIND: "Tên loại văn bản",
    Role.SUBJECT: "Trích yếu",
    Role.ADDRESSEE: "Kính gửi",
    Role.DECIDING: "Thẩm quyền ban hành",
    Role.BASIS: "Căn cứ",
    Role.BODY: "Nội dung",
    Role.SECTION: "Mục",
    Role.CLAUSE: "Khoản",
    Role.ARTICLE: "Điều",
    Role.POINT: "Điểm",
    Role.DASH: "Gạch đầu dòng",
    Role.FACT: "Thời gian, địa điểm",
    Role.AUTHORITY: "Quyền hạn, chức vụ",
    Role.SIGNER: "Họ tên người ký",
    Role.RECIPIENTS_WORD: "Nơi nhận",
    Role.RECIPIENT: "Nơi nhận - dòng",
    Role.APPENDIX_WORD: "Phụ lục",
    Role.APPENDIX_TITLE: "Tên phụ lục",
    Role.APPENDIX_REFERENCE: "Kèm theo văn bản",
    Role.TABLE_HEAD: "Đầu bảng",
    Role.TABLE_GROUP: "Nhóm trong bảng",
    Role.TABLE_CELL: "Ô bảng",
    Role.TABLE_FOOT: "Cộng trang",
    Role.PROGRAMME_CELL: "Ô chương trình",
    Role.TOTAL: "Tổng hợp",
    Role.PAGE_NUMBER: "Số trang",
}
_OUTLINE = {Role.KIND: 0, Role.SECTION: 0, Role.CLAUSE: 1, Role.ARTICLE: 0, Role.APPENDIX_TITLE: 0}
_JUSTIFICATION = {
    HorizontalAlign.LEFT: "left",
    HorizontalAlign.CENTRE: "center",
    HorizontalAlign.RIGHT: "right",
    HorizontalAlign.JUSTIFY: "both",
    HorizontalAlign.RIGHT: "right",
}


def style_name(role: Role) -> str:
    """Name a role as the officer sees it among Word's styles."""
    return _NAMES.get(role, role.value)


def justification(align: HorizontalAlign) -> BaseOxmlElement:
    """Align a paragraph."""
    return w("jc", val=_JUSTIFICATION[align])


def defaults() -> BaseOxmlElement:
    """Make what holds where no style says anything."""
    body = half_points(STYLES[Role.BODY].size_pt)
    return w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
                w("sz", val=body),
                w("szCs", val=body),
                w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
            ),
        ),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=_LINE, lineRule="auto"))),
    )


def styles() -> Iterator[BaseOxmlElement]:
    """Make every style that a paper uses, and no other."""
    yield _style("paragraph", "Normal", "Normal", w("qFormat"), is_default=True)
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", is_default=True)
    yield _style("numbering", "NoList", "No List", is_default=True)
    yield _style("table", "TableNormal", "Normal Table", _table(0, 0), is_default=True)
    yield _style("table", PLAIN_TABLE, "Khung", w("basedOn", val="TableNormal"))
    yield _style(
        "table",
        RULED_TABLE,
        "Bảng kẻ",
        w("basedOn", val="TableNormal"),
        _table(TABLE_SIDE_PADDING_PT, TABLE_PADDING_PT, _borders()),
    )
    yield _style(
        "paragraph",
        SPACER,
        "Đường kẻ",
        w("basedOn", val="Normal"),
        w("pPr", w("spacing", line=twips(2), lineRule="exact")),
        w("rPr", w("sz", val=half_points(1)), w("szCs", val=half_points(1))),
    )
    for role in Role:
        yield _role_style(role, STYLES[role])


def _style(
    kind: str, identity: str, name: str, *children: BaseOxmlElement, is_default: bool = False
) -> BaseOxmlElement:
    style = w("style", w("name", val=name), *children, type=kind, styleId=identity)
    mark = {"default": 1} if is_default else {"customStyle": 1}
    for key, value in mark.items():
        style.set(f"{{{style.nsmap['w']}}}{key}", str(value))
    return style


def _role_style(role: Role, style: TextStyle) -> BaseOxmlElement:
    paragraph = [w("keepNext")] if style.keeps_next else []
    paragraph.append(w("widowControl"))
    if role in LEVELS:
        paragraph.append(style_numbering(role))
    paragraph += [
        w(
            "spacing",
            before=twips(style.before_pt),
            after=0,
            line=round(_LINE * style.pitch / SINGLE_SPACING),
            lineRule="auto",
        ),
        indent(style),
        justification(style.align),
    ]
    if role in _OUTLINE:
        paragraph.append(w("outlineLvl", val=_OUTLINE[role]))
    character = [
        *([w("b"), w("bCs")] if style.is_bold else []),
        *([w("i"), w("iCs")] if style.is_italic else []),
        *([w("caps")] if style.is_upper else []),
        w("sz", val=half_points(style.size_pt)),
        w("szCs", val=half_points(style.size_pt)),
    ]
    return _style(
        "paragraph",
        role.value,
        style_name(role),
        w("basedOn", val="Normal"),
        w("qFormat"),
        w("pPr", *paragraph),
        w("rPr", *character),
    )


def indent(style: TextStyle) -> BaseOxmlElement:
    """Begin lines where a style has them begin."""
    left = twips(style.hanging_pt)
    if style.hanging_pt > style.indent_pt:
        return w("ind", left=left, right=0, hanging=left - twips(style.indent_pt))
    return w("ind", left=left, right=0, firstLine=twips(style.indent_pt) - left)


def _table(side_pt: float, end_pt: float, *before: BaseOxmlElement) -> BaseOxmlElement:
    margins = {"top": end_pt, "left": side_pt, "bottom": end_pt, "right": side_pt}
    cells = [w(side, w=twips(length), type="dxa") for side, length in margins.items()]
    return w("tblPr", w("tblInd", w=0, type="dxa"), *before, w("tblCellMar", *cells))


def _borders() -> BaseOxmlElement:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = round(TABLE_LINE_PT * _EIGHTHS_PER_PT)
    return w(
        "tblBorders",
        *(w(side, val="single", sz=line, space=0, color="000000") for side in sides),
    )
