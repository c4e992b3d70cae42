"""The limits of the check, and the choices of the writers, against a table of the decree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.documents.blocks import Role
from desktop.documents.decree30 import LANDSCAPE, PORTRAIT, PT_PER_MM, STYLES
from desktop.documents.format_check import limits

TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "data" / "nd30_check.json").read_text("utf-8")
)
ELEMENTS = {one["id"]: one for one in TABLE["elements"]}
ROLES = {
    "quoc_hieu": Role.NATIONAL_TITLE,
    "tieu_ngu": Role.MOTTO,
    "co_quan_chu_quan": Role.PARENT_BODY,
    "co_quan_ban_hanh": Role.ISSUER,
    "so_ky_hieu": Role.NUMBER,
    "dia_danh_thoi_gian": Role.PLACE_DATE,
    "ten_loai": Role.KIND,
    "trich_yeu": Role.SUBJECT,
    "can_cu": Role.BASIS,
    "noi_dung": Role.BODY,
    "plan_section_I": Role.SECTION,
    "quyen_han_chuc_vu": Role.AUTHORITY,
    "ho_ten_nguoi_ky": Role.SIGNER,
    "noi_nhan_word": Role.RECIPIENTS_WORD,
    "noi_nhan_list": Role.RECIPIENT,
}


@pytest.mark.parametrize("element", ROLES)
def test_every_element_is_held_to_the_numbers_of_the_decree(element: str) -> None:
    rule, limit = ELEMENTS[element], limits.LIMITS[ROLES[element]]
    assert list(limit.sizes_pt) == rule["size_pt"]
    assert limit.is_upper == (rule.get("case") == "upper")
    for style, wanted in (("bold", limit.is_bold), ("italic", limit.is_italic)):
        if wanted is not None and rule.get(style) is not None:
            assert wanted == rule[style]


def test_the_page_is_held_to_the_numbers_of_the_decree() -> None:
    assert {side: list(span) for side, span in limits.MARGINS_MM.items()} == (
        TABLE["page"]["margin_mm"]
    )
    assert list(limits.LIMITS[Role.PAGE_NUMBER].sizes_pt) == TABLE["page_number"]["size_pt"]
    body = ELEMENTS["noi_dung"]
    assert body["para_spacing_pt_min"] == limits.PARAGRAPH_SPACING_PT
    assert [one * 10 for one in body["first_line_indent_cm_allowed"]] == list(limits.INDENTS_MM[1:])
    assert ELEMENTS["trich_yeu"]["rule_under"]["length_ratio_of_text"] == pytest.approx(
        limits.RULE_SHARE, abs=0.001
    )


@pytest.mark.parametrize("role", limits.LIMITS)
def test_what_the_writers_choose_stands_inside_the_limits(role: Role) -> None:
    style, limit = STYLES[role], limits.LIMITS[role]
    least, most = limit.sizes_pt
    assert least <= style.size_pt <= most
    assert least <= (style.smaller_pt or style.size_pt) <= most
    assert limit.is_bold in {None, style.is_bold}
    assert limit.is_italic in {None, style.is_italic}


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_the_margins_chosen_stand_inside_the_limits(page: Any) -> None:
    for side, (least, most) in limits.MARGINS_MM.items():
        assert least <= round(getattr(page, f"{side}_pt") / PT_PER_MM, 3) <= most
