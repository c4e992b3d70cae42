"""Letterhead, references and signatures as the office's data ask for them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from db.records import ConferenceFile, Session, Signer, SigningForm
from desktop.documents.frame import (
    issue_year,
    letterhead,
    number_and_symbol,
    reference_to_plan,
    signature,
)
from desktop.documents.snapshot import Snapshot
from tests.builders import a_conference, an_office, ident

MADE_AT = datetime(2026, 1, 1, 2, 0, tzinfo=UTC)


def a_plain_snapshot(**fields: object) -> Snapshot:
    office = {key[7:]: value for key, value in fields.items() if key.startswith("office_")}
    rest = {key: value for key, value in fields.items() if not key.startswith("office_")}
    file = ConferenceFile(office=an_office(**office), conference=a_conference(**rest))
    return Snapshot(file=file, made_at=MADE_AT)


def a_signed_snapshot(**fields: object) -> Snapshot:
    defaults: dict[str, object] = {"id": ident(2), "name": "Lê Thị Ánh", "post": "Phó Chủ tịch"}
    signer = Signer(**(defaults | fields))  # type: ignore[arg-type]
    return a_plain_snapshot(office_signers=(signer,), signer_id=ident(2))


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"post": "Giám đốc"}, ["Giám đốc"]),
        (
            {
                "post": "Chủ tịch",
                "form": SigningForm.ON_BEHALF,
                "collective": "Ủy ban nhân dân",
            },
            ["TM. Ủy ban nhân dân", "Chủ tịch"],
        ),
        (
            {
                "form": SigningForm.FOR_HEAD,
                "collective": "Ủy ban nhân dân",
                "head_post": "Chủ tịch",
            },
            ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
        ),
        (
            {"form": SigningForm.FOR_HEAD, "head_post": "Giám đốc", "post": "Phó Giám đốc"},
            ["KT. Giám đốc", "Phó Giám đốc"],
        ),
        ({"form": SigningForm.ACTING, "post": "Giám đốc"}, ["Q. Giám đốc"]),
        (
            {
                "form": SigningForm.BY_ORDER,
                "head_post": "Chủ tịch",
                "post": "Chánh Văn phòng",
            },
            ["TL. Chủ tịch", "Chánh Văn phòng"],
        ),
        (
            {
                "form": SigningForm.BY_AUTHORISATION,
                "head_post": "Chủ tịch",
                "post": "Giám đốc Sở Nội vụ",
            },
            ["TUQ. Chủ tịch", "Giám đốc Sở Nội vụ"],
        ),
    ],
)
def test_authority_is_written_by_its_form(fields: dict[str, object], lines: list[str]) -> None:
    block = signature(a_signed_snapshot(**fields))
    assert [run.text for run in block.authority] == lines
    assert block.name.text == "Lê Thị Ánh"


def test_without_a_signer_there_are_dots_to_sign_on() -> None:
    block = signature(a_plain_snapshot())
    assert block.name.is_blank
    assert block.authority[0].is_blank


def test_the_file_copy_is_added_with_the_archive_symbol() -> None:
    block = signature(a_plain_snapshot(recipients=("- UBND huyện;", "", "Phòng Nội vụ.")))
    assert [run.text for run in block.recipients] == [
        "- UBND huyện;",
        "- Phòng Nội vụ;",
        "- Lưu: VT, VP.",
    ]


def test_the_file_copy_comes_last_wherever_it_was_typed() -> None:
    block = signature(a_plain_snapshot(recipients=("Lưu: VT, VP (05)", "UBND huyện")))
    assert [run.text for run in block.recipients] == ["- UBND huyện;", "- Lưu: VT, VP (05)."]


def test_a_symbol_without_an_issuer_part_is_the_kind_alone() -> None:
    snapshot = a_plain_snapshot(office_symbol="", number=12)
    assert number_and_symbol(snapshot) == "12/KH"


def test_the_year_left_open_is_now_but_never_after_the_conference() -> None:
    session = Session(id=ident(11), day=date(2025, 3, 20))
    assert issue_year(a_plain_snapshot(sessions=(session,))) == 2025
    assert issue_year(a_plain_snapshot(sessions=())) == 2026


def test_the_year_turns_at_midnight_in_vietnam() -> None:
    snapshot = a_plain_snapshot(sessions=())
    late = replace(snapshot, made_at=datetime(2025, 12, 31, 17, 30, tzinfo=UTC))
    assert issue_year(late) == 2026


def test_an_appendix_names_the_plan_it_belongs_to() -> None:
    snapshot = a_plain_snapshot(number=7, issued_on=date(2025, 1, 6))
    assert reference_to_plan(snapshot) == (
        "(Kèm theo Kế hoạch số 07/KH-UBND ngày 06 tháng 01 năm 2025 "
        "của Ủy ban nhân dân xã Bình Hòa)"
    )


def test_an_office_without_its_names_gets_dots() -> None:
    snapshot = a_plain_snapshot(office_name="", office_issuer=" ", office_place_name="")
    head = letterhead(snapshot)
    assert head.issuer.is_blank
    assert head.place_date is not None
    assert head.place_date.is_blank
    assert "của ……" in reference_to_plan(snapshot)


def test_only_an_issued_paper_has_a_number_and_a_date() -> None:
    head = letterhead(a_plain_snapshot(office_parent_body="UBND TỈNH"), is_issued=False)
    assert (head.number, head.place_date) == (None, None)
    assert head.parent_body is not None
