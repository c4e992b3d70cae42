from __future__ import annotations

import pytest

from db.records import GroupKind, ParticipantGroup
from desktop.people.ethnic_groups import ethnic_groups, is_minority, match_ethnic_group
from desktop.people.honours import HonourKind, honours, match_honour
from desktop.people.names import compact_key
from desktop.people.participant_groups import match_group
from desktop.people.words import list_words
from tests.builders import ident
from tests.desktop.people.lists import the_groups


def test_there_are_54_ethnic_groups_and_foreigners() -> None:
    assert [group.code for group in ethnic_groups()] == [f"{code:02}" for code in range(1, 56)]


def test_no_spelling_means_two_ethnic_groups() -> None:
    names: dict[str, str] = {}
    for group in ethnic_groups():
        for spelling in (group.name, *group.aliases):
            assert names.setdefault(compact_key(spelling), group.name) == group.name
            assert match_ethnic_group(spelling) is group


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ede", "Ê-đê"),
        ("Ê ĐÊ", "Ê-đê"),
        ("H’Mông", "Hmông"),
        ("dân tộc Kinh", "Kinh"),
        ("M'nông", "Mnông"),
        ("Gia Rai", "Gia-rai"),
        ("Bru - Vân Kiều", "Bru-Vân Kiều"),
    ],
)
def test_an_ethnic_group_is_found_by_its_spellings(typed: str, name: str) -> None:
    group = match_ethnic_group(typed)
    assert group is not None
    assert group.name == name


@pytest.mark.parametrize(
    ("ethnicity", "counts"),
    [
        ("Kinh", False),
        ("Việt", False),
        ("Ê-đê", True),
        ("Tộc lạ", True),
        ("", False),
        ("Người nước ngoài", False),
    ],
)
def test_every_group_but_kinh_is_a_minority(ethnicity: str, counts: bool) -> None:
    assert is_minority(ethnicity) is counts


def test_an_unknown_ethnic_group_is_not_guessed() -> None:
    assert match_ethnic_group("Tộc lạ") is None
    assert match_ethnic_group("") is None


def test_honours_have_one_order() -> None:
    ranks = [honour.rank for honour in honours()]
    assert ranks == sorted(set(ranks))
    assert {honour.kind for honour in honours()} == set(HonourKind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CSTĐ cơ sở (2021)", "Chiến sĩ thi đua cơ sở"),
        ("CSTĐ", "Chiến sĩ thi đua cơ sở"),
        ("Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua toàn quốc"),
        ("AHLĐ", "Anh hùng Lao động"),
        ("Bằng khen của Thủ tướng Chính phủ năm 2020", "Bằng khen của Thủ tướng Chính phủ"),
        ("bằng khen UBND tỉnh", "Bằng khen của bộ, ban, ngành, tỉnh"),
        ("Tập thể LĐTT", "Tập thể lao động tiên tiến"),
    ],
)
def test_an_honour_is_found_by_name_and_abbreviation(text: str, name: str) -> None:
    honour = match_honour(text)
    assert honour is not None
    assert honour.name == name


def test_free_text_is_no_honour() -> None:
    assert match_honour("Gia đình văn hóa") is None


EXEMPLAR, GUEST = the_groups()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Đại biểu điển hình tiên tiến", EXEMPLAR),
        ("DAI BIEU DIEN HINH TIEN TIEN", EXEMPLAR),
        ("ĐHTT", EXEMPLAR),
        ("điển hình", EXEMPLAR),
        ("Gương điển hình", EXEMPLAR),
        ("khách mời", GUEST),
        ("Khách", GUEST),
        ("Khách mời cấp huyện", GUEST),
        ("báo chí", None),
        ("x", None),
        ("", None),
    ],
)
def test_a_group_is_found_by_name_initials_and_kind(
    text: str, group: ParticipantGroup | None
) -> None:
    assert match_group(text, the_groups()) == group


def test_a_group_is_found_by_its_badge_label() -> None:
    press = ParticipantGroup(id=ident(14), name="Cơ quan truyền thông", badge_label="Báo chí")
    assert match_group("bao chi", (*the_groups(), press)) == press


def test_two_groups_of_a_kind_are_told_apart_by_name_only() -> None:
    people = ParticipantGroup(id=ident(14), name="Cá nhân tiêu biểu", kind=GroupKind.EXEMPLAR)
    teams = ParticipantGroup(id=ident(15), name="Tập thể tiêu biểu", kind=GroupKind.EXEMPLAR)
    assert match_group("điển hình", (people, teams)) is None
    assert match_group("TAP THE TIEU BIEU", (people, teams)) == teams


def test_every_kind_of_group_has_its_words() -> None:
    assert set(list_words().groups) == set(GroupKind)
