"""Invitations, envelopes and labels: whom they address and how."""

from __future__ import annotations

import msgspec
import pytest

from db.day_records import Hall
from db.records import Delegate, Gender, PaperChoice, PaperSettings
from desktop.documents.addressed import address_of
from desktop.documents.blocks import AppendixHeading, Paragraph
from desktop.documents.export import render
from desktop.documents.invitations import invitations_document
from desktop.documents.mailing import render_envelopes, render_labels
from desktop.documents.pdf import write_pdf
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from tests.builders import a_delegate
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, Reading, overlaps
from tests.desktop.documents.official import hard_snapshot


def chosen(key: str = "invitations", **choices: str) -> PaperSettings:
    return PaperSettings(
        key=key,
        choices=tuple(PaperChoice(name=name, value=value) for name, value in choices.items()),
    )


def paragraphs(snapshot: Snapshot, part: int = 0) -> list[str]:
    return [
        "".join(run.text for run in block.runs)
        for block in invitations_document(snapshot).parts[part].blocks
        if isinstance(block, Paragraph)
    ]


def with_person(person: Delegate, *papers: PaperSettings) -> Snapshot:
    snapshot = a_snapshot(papers=papers)
    file = msgspec.structs.replace(snapshot.file, delegates=(person,))
    return msgspec.structs.replace(snapshot, file=file)


@pytest.mark.parametrize(
    ("gender", "is_member", "way", "expected"),
    [
        (Gender.MALE, True, "by-gender", "Ông"),
        (Gender.FEMALE, False, "by-gender", "Bà"),
        (None, False, "by-gender", "Ông/Bà"),
        (Gender.FEMALE, False, "comrade", "Đồng chí"),
        (Gender.MALE, True, "comrade-if-member", "Đồng chí"),
        (Gender.FEMALE, False, "comrade-if-member", "Bà"),
        (Gender.FEMALE, False, "some other way", "Bà"),
    ],
)
def test_a_person_is_addressed_as_chosen(
    gender: Gender | None, is_member: bool, way: str, expected: str
) -> None:
    person = a_delegate(gender=gender, is_party_member=is_member)
    assert address_of(person, way) == expected


def test_an_invitation_says_whom_to_what_when_and_where() -> None:
    person = a_delegate(
        name="H'Hen Niê", gender=Gender.FEMALE, post="Nông dân", unit="Thôn 1", represents="Thôn 1"
    )
    texts = paragraphs(with_person(person))
    assert texts[0] == "Ủy ban nhân dân xã Bình Hòa trân trọng kính mời:"
    assert texts[1:4] == ["Bà H'Hen Niê", "Nông dân, Thôn 1", "Đại diện thôn 1"]
    assert "Chủ trì: Nguyễn Văn Ước, Chủ tịch Ủy ban nhân dân xã." in texts
    assert "Thời gian: 07 giờ 30 phút, thứ\u00a0Năm, ngày 20 tháng 3 năm 2025." in texts
    assert "Địa điểm: Hội trường Ủy ban nhân dân xã Bình Hòa." in texts


def test_the_programme_stands_on_the_back_of_each_invitation() -> None:
    document = invitations_document(a_snapshot(3))
    assert len(document.parts) == 6
    titles = [
        block.title[0].text
        for part in document.parts
        for block in part.blocks
        if isinstance(block, AppendixHeading)
    ]
    assert titles == ["Chương trình"] * 3
    assert render(a_snapshot(3), "invitations").pages == 6


def test_without_a_programme_an_invitation_has_no_back() -> None:
    assert len(invitations_document(a_snapshot(3, programme=())).parts) == 3


def test_notes_follow_what_was_chosen() -> None:
    settings = chosen(
        **{"dress": "áo dài", "reply-by": "2025-03-10", "phone": "0262 3 111", "note": "Đi cổng B"}
    )
    texts = " ".join(paragraphs(with_person(a_delegate(), settings))).replace("\u00a0", " ")
    assert "- Trang phục: áo dài;" in texts
    assert (
        "- Xác nhận tham dự trước ngày 10 tháng 3 năm 2025 qua số điện thoại 0262 3 111;" in texts
    )
    assert "- Đi cổng B." in texts


def test_a_day_that_is_none_is_not_printed() -> None:
    settings = chosen(**{"reply-by": "mai"})
    assert "Xác nhận" not in " ".join(paragraphs(with_person(a_delegate(), settings)))


@pytest.mark.parametrize(("audience", "count"), [("all", 10), ("exemplars", 7), ("guests", 3)])
def test_only_the_chosen_audience_is_invited(audience: str, count: int) -> None:
    snapshot = a_snapshot(10, papers=(chosen(audience=audience),))
    assert len(invitations_document(snapshot).parts) == 2 * count
    assert render_envelopes(snapshot).pages == count


def test_an_empty_list_gives_one_invitation_with_room_for_the_name() -> None:
    rendered = render(a_snapshot(0), "invitations")
    assert rendered.pages == 2
    assert [one.field for one in rendered.problems if one.code is ProblemCode.FIELD_EMPTY][:1] == [
        "delegates"
    ]


def test_450_people_with_long_names_get_a_sheet_each() -> None:
    snapshot = hard_snapshot(450)
    document = invitations_document(snapshot)
    assert len(document.parts) == 900
    rendered = write_pdf(document, snapshot.made_at)
    assert rendered.pages == 900, "front and back of each person lie on one sheet"


@pytest.mark.parametrize(
    ("size", "width_mm", "height_mm"),
    [("dl", 220, 110), ("c5", 229, 162), ("c4", 324, 229), ("", 220, 110)],
)
def test_an_envelope_has_the_size_chosen(size: str, width_mm: float, height_mm: float) -> None:
    snapshot = a_snapshot(2, papers=(chosen("envelopes", size=size),))
    page = Reading(render_envelopes(snapshot).data).pages[1]
    assert page.width_pt == pytest.approx(width_mm * PT_PER_MM, abs=0.1)
    assert page.height_pt == pytest.approx(height_mm * PT_PER_MM, abs=0.1)


def test_envelope_and_label_name_the_person_with_post_and_unit() -> None:
    person = a_delegate(name="Y Wang Niê", gender=Gender.MALE, post="Trưởng thôn", unit="Thôn 2")
    snapshot = with_person(person)
    for rendered in (render_envelopes(snapshot), render_labels(snapshot)):
        text = Reading(rendered.data).flowing_text
        assert "Ông Y Wang Niê Trưởng thôn Thôn 2" in text
    assert "XÃ BÌNH HÒA" in Reading(render_envelopes(snapshot).data).text


@pytest.mark.parametrize(("size", "pages"), [("a4-24", 3), ("a4-21", 3), ("a4-14", 4)])
def test_labels_fill_their_sheets(size: str, pages: int) -> None:
    snapshot = a_snapshot(50, papers=(chosen("labels", size=size),))
    assert render_labels(snapshot).pages == pages


@pytest.mark.parametrize("size", ["a4-24", "a4-21", "a4-14"])
def test_long_names_stay_in_their_label(size: str) -> None:
    snapshot = hard_snapshot(48, papers=(chosen("labels", size=size),))
    reading = Reading(render_labels(snapshot).data)
    assert [pair for page in reading.pages for pair in overlaps(page)] == []
    assert all(char["x1"] < page.width_pt for page in reading.pages for char in page.ink)


def test_what_no_readable_size_fits_is_printed_whole_and_told() -> None:
    person = a_delegate(name="Nguyễn " * 60, unit="Thôn 1")
    rendered = render_labels(with_person(person))
    assert [one.code for one in rendered.problems] == [ProblemCode.TEXT_TOO_LONG]
    assert Reading(rendered.data).text.count("Nguyễn") == 60


def test_nobody_on_the_list_gives_a_line_to_fill_in() -> None:
    rendered = render_labels(a_snapshot(0))
    assert rendered.pages == 1
    assert [one.code for one in rendered.problems] == [ProblemCode.FIELD_EMPTY]


def test_equal_lists_give_equal_bytes() -> None:
    assert render_labels(a_snapshot(30)).data == render_labels(a_snapshot(30)).data
    assert render_envelopes(a_snapshot(3)).data == render_envelopes(a_snapshot(3)).data


def test_the_seat_stands_on_the_invitation_of_whoever_has_one() -> None:
    snapshot = a_snapshot(2, hall=Hall(rows=5, seats=10))
    assert any(text.startswith("Chỗ ngồi: ghế ") for text in paragraphs(snapshot))
    assert not any("Chỗ ngồi" in text for text in paragraphs(a_snapshot(2)))
