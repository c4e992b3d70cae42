"""Cells pasted over people."""

from __future__ import annotations

import pytest

from db.records import BirthDate, Delegate, Gender
from desktop.models.delegate_columns import DelegateColumn, delegate_columns
from desktop.models.pasted_cells import PastePlan, plan_paste
from desktop.people.clipboard_table import as_text
from tests.builders import a_conference, a_delegate, ident

GROUPS = a_conference().groups
COLUMNS = delegate_columns(GROUPS, 2025)
PEOPLE = (
    a_delegate(1, name="Lê An", unit="Thôn 1"),
    a_delegate(2, name="Lê Bình", unit="Thôn 2"),
    a_delegate(3, name="Lê Cường", unit="Thôn 3"),
)


def place_of(key: str) -> int:
    return next(number for number, one in enumerate(COLUMNS) if one.key == key)


def pasted(text: str, row: int = 0, key: str = "unit") -> PastePlan:
    return plan_paste(text, PEOPLE, COLUMNS, (row, place_of(key)))


def units(plan: PastePlan) -> dict[str, str]:
    return {one.name: one.unit for one in plan.people}


def test_a_block_goes_to_the_right_and_down_from_the_cursor() -> None:
    plan = pasted("Thôn 7\t2/5/1975\nThôn 8\t1980", row=1)
    assert units(plan) == {"Lê Bình": "Thôn 7", "Lê Cường": "Thôn 8"}
    assert [one.birth for one in plan.people] == [
        BirthDate(year=1975, month=5, day=2),
        BirthDate(year=1980),
    ]
    first = plan.changes[0]
    assert (first.person.name, first.column.key, first.before, first.text) == (
        "Lê Bình",
        "unit",
        "Thôn 2",
        "Thôn 7",
    )


def test_cells_that_stay_the_same_are_no_change() -> None:
    assert pasted("Thôn 1\nThôn 2\nThôn 3").changes == ()
    assert pasted("").changes == ()


def test_rows_below_the_last_person_are_counted_and_not_dropped_in_silence() -> None:
    plan = pasted("a\nb\nc\n\nd", row=2)
    assert units(plan) == {"Lê Cường": "a"}
    assert plan.left_over == 3


def test_a_text_that_a_cell_cannot_take_leaves_it_and_is_named() -> None:
    plan = pasted("không rõ\n1975", key="birth")
    assert [one.birth for one in plan.people] == [BirthDate(year=1975)]
    assert [(one.person.name, one.text) for one in plan.refused] == [("Lê An", "không rõ")]


def test_headings_say_where_the_columns_go() -> None:
    plan = pasted("Phone\tTỉnh\tUnit\n0912\tx\tThôn 9", row=1, key="name")
    assert units(plan) == {"Lê Bình": "Thôn 9"}
    assert plan.people[0].phone == "0912"
    assert plan.unknown == ("Tỉnh",)
    vietnamese = pasted("Đơn vị\nThôn 9")
    assert units(vietnamese) == {"Lê An": "Thôn 9"}, "as an exported list has them"


def test_one_word_that_is_a_heading_too_is_a_value_beside_others() -> None:
    plan = pasted("Unit\tkhông ai biết", key="post")
    assert plan.people[0].post == "Unit"


def test_rows_with_badge_numbers_find_their_people_in_any_order() -> None:
    plan = pasted("No.\tUnit\n3\tThôn C\n1\tThôn A\n77\tThôn X")
    assert plan.by_number
    assert units(plan) == {"Lê Cường": "Thôn C", "Lê An": "Thôn A"}
    assert plan.left_over == 1


@pytest.mark.parametrize("numbers", [("1", "1"), ("1", "")])
def test_numbers_that_tell_nobody_apart_are_not_gone_by(numbers: tuple[str, str]) -> None:
    first, second = numbers
    plan = pasted(f"No.\tUnit\n{first}\tThôn A\n{second}\tThôn B")
    assert not plan.by_number
    assert units(plan) == {"Lê An": "Thôn A", "Lê Bình": "Thôn B"}


def test_a_number_that_two_have_tells_nobody_apart() -> None:
    twins = (a_delegate(1, name="A", badge_number=5), a_delegate(2, name="B", badge_number=5))
    plan = plan_paste("No.\tUnit\n5\tThôn A", twins, COLUMNS, (0, 0))
    assert not plan.by_number


def written(people: tuple[Delegate, ...], columns: tuple[DelegateColumn, ...]) -> str:
    return as_text(
        [
            [column.title for column in columns],
            *([column.written(one) for column in columns] for one in people),
        ]
    )


def test_what_was_copied_changes_nothing_when_it_is_pasted_back() -> None:
    people = (
        a_delegate(
            1,
            name="H'Hen Niê",
            gender=Gender.FEMALE,
            birth=BirthDate(year=1975, month=5),
            is_party_member=True,
            honours=("Bằng khen", "Giấy khen."),
            note='="x"',
            phone="+84 912",
            given_name="Hen",
        ),
        a_delegate(2, group_id=ident(99), badge_number=None),
        a_delegate(3, group_id=""),
    )
    plan = plan_paste(written(people, COLUMNS), people, COLUMNS, (0, 0))
    assert plan.refused == ()
    assert {(one.person.position, one.column.key) for one in plan.changes} <= {(2, "group_id")}


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("gender", "Nữ", Gender.FEMALE),
        ("gender", "", None),
        ("group_id", "khách mời", GROUPS[1].id),
        ("group_id", " ", ""),
        ("is_party_member", "Có", True),
        ("honours", "Bằng khen;Giấy khen", ("Bằng khen", "Giấy khen")),
        ("birth", "", None),
    ],
)
def test_cells_are_read_as_lists_write_them(key: str, text: str, value: object) -> None:
    other = a_delegate(
        1, gender=Gender.MALE, birth=BirthDate(year=1950), group_id=ident(12), honours=("x",)
    )
    plan = plan_paste(text or "\n", (other,), COLUMNS, (0, place_of(key)))
    assert getattr(plan.people[0], key) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [("gender", "x"), ("group_id", "Đoàn bạn"), ("is_party_member", "có lẽ")],
)
def test_words_that_mean_nothing_there_are_refused(key: str, text: str) -> None:
    assert len(pasted(text, key=key).refused) == 1


def test_a_mark_is_taken_back_by_an_empty_cell() -> None:
    member = a_delegate(1, is_party_member=True)
    plan = plan_paste("\n", (member,), COLUMNS, (0, place_of("is_party_member")))
    assert not plan.people[0].is_party_member


def test_numbers_and_photos_are_never_pasted() -> None:
    plan = pasted("99\tLê Ý", key="badge_number")
    assert plan.people[0].name == "Lê Ý"
    assert plan.people[0].badge_number == 1
