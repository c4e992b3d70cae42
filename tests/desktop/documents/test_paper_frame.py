"""Number series, day, authority and signer of a paper of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.records import CommitteeMember, NumberSeries, PaperSettings, Signer, SigningForm
from desktop.documents.blocks import Letterhead, Signature
from desktop.documents.paper_frame import (
    Issue,
    issue,
    issued_letterhead,
    issued_reference,
    issued_signature,
)
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot

HEAD = CommitteeMember(
    id=ident(60), name="H'Nga Êban", post="Phó Chủ tịch UBND xã", role="Trưởng ban"
)
SEVERAL = (
    Signer(id=ident(2), name="Nguyễn Văn Ước", post="GIÁM ĐỐC"),
    Signer(
        id=ident(3),
        name="Trần Thị Mỹ",
        post="PHÓ GIÁM ĐỐC",
        form=SigningForm.FOR_HEAD,
        head_post="GIÁM ĐỐC",
    ),
)


def paper(settings: PaperSettings, *, office: dict[str, Any] | None = None, **fields: Any) -> Issue:
    snapshot = a_snapshot(office=office, papers=(settings,), **{"signer_id": ident(2)} | fields)
    return issue(snapshot, settings.key, "BC")


def heads(letterhead: Letterhead) -> list[str]:
    runs = (letterhead.parent_body, letterhead.issuer, letterhead.number, letterhead.place_date)
    return [one.text.replace("\u00a0", "_") for one in runs if one is not None]


def foot(signature: Signature) -> list[str]:
    post = [signature.post.text] if signature.post else []
    return [*(one.text for one in signature.authority), *post, signature.name.text]


def test_a_paper_of_the_office_has_its_own_number_and_day() -> None:
    ours = paper(PaperSettings(key="r", number=7, issued_on=date(2025, 2, 3)))
    assert heads(issued_letterhead(ours)) == [
        "ỦY BAN NHÂN DÂN\nXÃ BÌNH HÒA",
        "Số: 07/BC-UBND",
        "Bình Hòa, ngày 03 tháng 02 năm 2025",
    ]
    assert issued_reference(ours, "Báo cáo") == (
        "(Kèm theo Báo cáo số 07/BC-UBND ngày 03 tháng 02 năm 2025 của Ủy ban nhân dân xã Bình Hòa)"
    )


def test_a_paper_without_number_and_day_leaves_room_for_both() -> None:
    assert heads(issued_letterhead(paper(PaperSettings(key="r"))))[1:] == [
        "Số:______/BC-UBND",
        "Bình Hòa, ngày______tháng______năm 2025",
    ]


def test_a_council_stands_under_its_office_and_signs_for_itself() -> None:
    ours = paper(PaperSettings(key="r", series=NumberSeries.COUNCIL, number=12))
    assert heads(issued_letterhead(ours))[:3] == [
        "UBND XÃ BÌNH HÒA",
        "Hội đồng Thi đua - Khen thưởng",
        "Số: 12/BC-HĐTĐKT",
    ]
    assert foot(issued_signature(ours)) == ["TM. HỘI ĐỒNG", "CHỦ TỊCH", "Nguyễn Văn Ước"]


def test_a_committees_paper_is_signed_by_its_head_with_his_post_in_the_office() -> None:
    ours = paper(PaperSettings(key="r", series=NumberSeries.COMMITTEE, number=1), committee=(HEAD,))
    assert heads(issued_letterhead(ours))[1:3] == ["Ban Tổ chức Hội nghị", "Số: 01/BC-BTC"]
    assert foot(issued_signature(ours)) == [
        "TM. BAN TỔ CHỨC",
        "TRƯỞNG BAN",
        "Phó Chủ tịch UBND xã",
        "H'Nga Êban",
    ]


def test_a_deputy_signs_for_the_head_of_the_committee() -> None:
    settings = PaperSettings(
        key="r",
        series=NumberSeries.COMMITTEE,
        signing_form=SigningForm.FOR_HEAD,
        signer_name="Nguyễn Khắc Quyết",
    )
    assert foot(issued_signature(paper(settings, committee=(HEAD,)))) == [
        "TM. BAN TỔ CHỨC",
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "Nguyễn Khắc Quyết",
    ]


def test_the_committee_of_a_congress_has_the_symbol_of_a_congress() -> None:
    settings = PaperSettings(key="r", series=NumberSeries.COMMITTEE, number=5)
    ours = paper(settings, title="Đại hội thi đua yêu nước tỉnh Kon Tum lần thứ VIII")
    assert ours.number_and_symbol == "05/BC-BTCĐH"


def test_a_symbol_and_an_issuer_typed_in_are_printed_as_typed() -> None:
    settings = PaperSettings(key="r", number=5, symbol="BTCHN", issuer="BAN TỔ CHỨC\nHỘI NGHỊ")
    assert heads(issued_letterhead(paper(settings)))[:2] == [
        "BAN TỔ CHỨC\nHỘI NGHỊ",
        "Số: 05/BC-BTCHN",
    ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (PaperSettings(key="r"), ["GIÁM ĐỐC", "Nguyễn Văn Ước"]),
        (
            PaperSettings(key="r", signer_id=ident(3)),
            ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Mỹ"],
        ),
        (
            PaperSettings(key="r", signer_id=ident(3), signing_form=SigningForm.BY_ORDER),
            ["TL. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Mỹ"],
        ),
        (
            PaperSettings(
                key="r", authority=("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"), signer_name="Lê Văn Ba"
            ),
            ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Lê Văn Ba"],
        ),
    ],
)
def test_each_form_of_signing_has_its_lines(settings: PaperSettings, expected: list[str]) -> None:
    assert foot(issued_signature(paper(settings, office={"signers": SEVERAL}))) == expected


def test_recipients_chosen_stand_before_the_usual_ones() -> None:
    usual = issued_signature(paper(PaperSettings(key="r")), ("Như trên",))
    chosen = issued_signature(paper(PaperSettings(key="r", recipients=("Sở Nội vụ",))), ("X",))
    assert [one.text for one in usual.recipients] == ["- Như trên;", "- Lưu: VT, VP."]
    assert [one.text for one in chosen.recipients] == ["- Sở Nội vụ;", "- Lưu: VT, VP."]
