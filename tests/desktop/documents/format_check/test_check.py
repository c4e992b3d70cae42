"""The measuring finds departures: a check that cannot fail proves nothing."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.documents import decree30, setting_head
from desktop.documents.blocks import HorizontalAlign, Letterhead, Role, Run
from desktop.documents.decree30 import STYLES, mm
from desktop.documents.pdf import write_pdf
from desktop.documents.plan import plan_document
from tests.desktop.documents.binh_hoa import MADE_AT, SHORT, a_snapshot
from tests.desktop.documents.conformity import departures


def found(**fields: Any) -> set[str]:
    data = write_pdf(plan_document(a_snapshot(**(SHORT | fields))), MADE_AT).data
    return {departure.element for departure in departures(data)}


@pytest.mark.parametrize(
    ("role", "change", "element"),
    [
        (Role.NATIONAL_TITLE, {"size_pt": 11}, "quoc_hieu"),
        (Role.MOTTO, {"is_bold": False}, "tieu_ngu"),
        (Role.MOTTO, {"align": HorizontalAlign.LEFT}, "tieu_ngu"),
        (Role.ISSUER, {"size_pt": 14}, "co_quan_ban_hanh"),
        (Role.NUMBER, {"size_pt": 14}, "so_ky_hieu"),
        (Role.PLACE_DATE, {"is_italic": False}, "dia_danh_thoi_gian"),
        (Role.KIND, {"size_pt": 16}, "ten_loai"),
        (Role.SUBJECT, {"size_pt": 15}, "trich_yeu"),
        (Role.BASIS, {"size_pt": 15}, "can_cu"),
        (Role.POINT, {"indent_pt": 20}, "noi_dung"),
        (Role.POINT, {"pitch": 2.0}, "noi_dung"),
        (Role.POINT, {"before_pt": 0}, "noi_dung"),
        (Role.POINT, {"size_pt": 15}, "noi_dung"),
        (Role.PAGE_NUMBER, {"size_pt": 10}, "page number"),
        (Role.AUTHORITY, {"is_bold": False}, "quyen_han_chuc_vu"),
        (Role.SIGNER, {"size_pt": 12}, "ho_ten_nguoi_ky"),
        (Role.RECIPIENTS_WORD, {"is_italic": False}, "noi_nhan_word"),
        (Role.RECIPIENT, {"size_pt": 12}, "noi_nhan_list"),
    ],
)
def test_a_wrong_style_is_found(
    role: Role, change: dict[str, Any], element: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(STYLES, role, replace(STYLES[role], **change))
    assert element in found()


@pytest.mark.parametrize("side", ["left_pt", "right_pt", "top_pt", "bottom_pt"])
def test_a_margin_too_narrow_is_found(side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = replace(decree30.PORTRAIT, **{side: mm(2)})
    monkeypatch.setattr("desktop.documents.pdf.PORTRAIT", narrow)
    assert "margin" in found()


def test_another_sheet_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = replace(decree30.PORTRAIT, width_pt=612, height_pt=792)
    monkeypatch.setattr("desktop.documents.pdf.PORTRAIT", letter)
    assert "page" in found()


def test_a_rule_too_long_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_head, "RULE_SHARE_MOST", 0.9)
    assert {"co_quan_ban_hanh", "trich_yeu"} <= found()


def test_a_missing_file_copy_is_found() -> None:
    assert "noi_nhan_list" in found(recipients=("Lưu văn thư",))


def test_a_wrong_number_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object, **__: object) -> Letterhead:
        return Letterhead(
            issuer=Run(text="XÃ BÌNH HÒA"),
            number=Run(text="Số 5/KH"),
            place_date=Run(text="ngày 5/3/2025"),
        )

    monkeypatch.setattr("desktop.documents.plan.letterhead", wrong)
    assert "so_ky_hieu" in found()
