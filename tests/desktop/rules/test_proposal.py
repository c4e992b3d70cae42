from __future__ import annotations

import unicodedata

import msgspec
import pytest

from db.records import Attendance, Conference, GroupKind, Period
from desktop.rules.pack_event import Form
from desktop.rules.pack_people import ThresholdAttendance
from desktop.rules.pack_texts import Lines, Texts
from desktop.rules.proposal import propose
from tests.builders import an_office, ident
from tests.desktop.rules.cases import a_pack, binh_hoa, numbered_ids
from tests.desktop.rules.every_shape import every_shape

BARE = Conference(id=ident(10), office_id=ident(1))


def fresh(conference: Conference = BARE, **office: object) -> Conference:
    return propose(conference, binh_hoa(), an_office(**office), numbered_ids())


def test_a_fresh_conference_holds_every_fact_of_the_plan() -> None:
    conference = fresh()
    assert conference.attendance is Attendance.DELEGATES
    assert conference.period == Period(first_year=2020, last_year=2025)
    assert conference.next_period == Period(first_year=2025, last_year=2030)
    assert conference.title == (
        "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025"
    )
    assert "167/KH-UBND ngày 02 tháng 10 năm 2024" in conference.bases[-1]
    assert [len(conference.purposes), len(conference.requirements)] == [2, 3]
    assert [len(conference.tasks), len(conference.movements)] == [4, 9]
    assert [(group.kind, group.target) for group in conference.groups] == [
        (GroupKind.EXEMPLAR, 140),
        (GroupKind.GUEST, 60),
    ]
    assert len(conference.sessions) == 1
    assert len(conference.programme) == 10
    assert [len(one.duties) for one in conference.assignments] == [3, 5, 1, 3, 1]
    assert conference.budget_source == "Ngân sách xã năm 2025"
    assert len(conference.recipients) == 8
    assert conference.recipients[-1] == "Lưu: VT, VP"
    assert conference.signer_id == ident(2)


def test_the_programme_names_the_periods_and_fits_a_morning() -> None:
    programme = fresh().programme
    assert "2020-2025" in programme[2].title
    assert "2025-2030" in programme[2].title
    assert sum(item.minutes for item in programme) <= 240
    assert all(item.minutes for item in programme)


def test_texts_name_the_unit_and_the_period_of_the_conference() -> None:
    other = msgspec.structs.replace(BARE, period=Period(first_year=2021, last_year=2026))
    conference = fresh(other, name="Ủy ban nhân dân xã Tân An")
    assert conference.title.endswith("xã Tân An giai đoạn 2021-2026")


def test_what_the_officer_has_written_stays() -> None:
    mine = msgspec.structs.replace(fresh(), title="Của tôi", purposes=("Một",), signer_id=ident(3))
    assert propose(mine, binh_hoa(), an_office(), numbered_ids(900)) == mine


def test_a_filled_conference_is_left_alone() -> None:
    conference = fresh()
    assert propose(conference, binh_hoa(), an_office(), numbered_ids(900)) == conference


def test_no_placeholder_is_left_and_all_text_is_nfc_in_one_spelling() -> None:
    text = msgspec.json.encode(fresh()).decode()
    inside = msgspec.json.decode(text.encode())
    values = str(inside)
    assert all(f"{{{name}" not in values for name in ("unit", "form", "reviewed", "upper", "off"))
    assert unicodedata.is_normalized("NFC", text)
    assert "Hoà" not in text
    assert "diễn hình" not in text


def test_where_several_forms_are_permitted_none_is_chosen() -> None:
    forms = (*binh_hoa().levels[0].forms, Form(id="other", name="Hội nghị biểu dương"))
    conference = propose(BARE, a_pack(forms=forms), an_office(), numbered_ids())
    chosen = msgspec.structs.replace(BARE, form_id="other")
    assert conference.form_id == ""
    assert conference.title.startswith("Hội nghị xã Bình Hòa")
    assert propose(chosen, a_pack(forms=forms), an_office(), numbered_ids()).title.startswith(
        "Hội nghị biểu dương xã Bình Hòa"
    )


def test_where_several_levels_are_possible_texts_wait_for_one() -> None:
    (level,) = binh_hoa().levels
    other = msgspec.structs.replace(level, id="district")
    pack = msgspec.structs.replace(binh_hoa(), levels=(level, other))
    waiting = propose(BARE, pack, an_office(), numbered_ids())
    chosen = msgspec.structs.replace(BARE, level_id="district")
    assert (waiting.rule_pack_id, waiting.level_id, waiting.title) == (pack.id, "", "")
    assert propose(chosen, pack, an_office(), numbered_ids()).title


def test_a_level_without_rules_leaves_fields_empty() -> None:
    conference = propose(
        BARE, a_pack(attendance=None, sessions=None), an_office(signers=()), numbered_ids()
    )
    assert conference.attendance is None
    assert conference.signer_id == ""
    assert len(conference.sessions) == 1


def test_a_line_of_nothing_but_a_missing_theme_is_left_out() -> None:
    texts = Texts(bases=Lines(lines=("{theme}", "Căn cứ Luật", "{ordinal} {theme}")))
    conference = propose(BARE, a_pack(texts=texts), an_office(), numbered_ids())
    assert conference.bases == ("Căn cứ Luật",)


@pytest.mark.parametrize(
    ("staff", "attendance"),
    [(None, None), (99, Attendance.PLENARY), (100, None), (101, Attendance.DELEGATES)],
)
def test_a_threshold_decides_who_is_summoned_once_the_people_are_counted(
    staff: int | None, attendance: Attendance | None
) -> None:
    rule = ThresholdAttendance(
        clause="II", words="-", threshold=100, below=Attendance.PLENARY, above=Attendance.DELEGATES
    )
    bare = msgspec.structs.replace(BARE, staff_count=staff)
    conference = propose(bare, a_pack(attendance=rule), an_office(), numbered_ids())
    assert conference.attendance is attendance


def test_items_the_plan_does_not_require_are_proposed_too() -> None:
    rule = binh_hoa().levels[0].programme
    items = tuple(msgspec.structs.replace(item, is_required=False) for item in rule.items)
    pack = a_pack(programme=msgspec.structs.replace(rule, items=items))
    assert len(propose(BARE, pack, an_office(), numbered_ids()).programme) == 10


def test_norms_of_the_plan_are_there_to_begin_with() -> None:
    pack = every_shape()
    level = next(one for one in pack.levels if one.texts.budget.norms)
    conference = Conference(id=ident(10), office_id=ident(1), level_id=level.id)
    (norm,) = propose(conference, pack, an_office(), numbered_ids()).norms
    given = level.texts.budget.norms[0]
    assert (norm.name, norm.most, norm.source) == (given.name, given.most, given.source)
    assert norm.issued_on == given.issued_on
