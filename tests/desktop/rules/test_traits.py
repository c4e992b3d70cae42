"""What a person of the list is."""

from __future__ import annotations

from typing import Any

import pytest

from db.records import BirthDate, Gender
from desktop.rules.pack_people import AgeTrait, FlagTrait, HonourTrait, PersonFlag, Trait
from desktop.rules.traits import trait_tests
from tests.builders import a_delegate


def fits(trait: Trait, year: int | None = 2025, **fields: Any) -> bool:
    return trait_tests([trait], year)[trait.key](a_delegate(**fields))


def flag(flag: PersonFlag) -> FlagTrait:
    return FlagTrait(key="it", name="-", flag=flag)


@pytest.mark.parametrize(
    ("wanted", "fields", "is_so"),
    [
        (PersonFlag.WOMAN, {"gender": Gender.FEMALE}, True),
        (PersonFlag.WOMAN, {"gender": Gender.MALE}, False),
        (PersonFlag.WOMAN, {}, False),
        (PersonFlag.PARTY_MEMBER, {"is_party_member": True}, True),
        (PersonFlag.PARTY_MEMBER, {}, False),
        (PersonFlag.DIRECT_WORKER, {"is_direct_worker": True}, True),
        (PersonFlag.DIRECT_WORKER, {}, False),
        (PersonFlag.COLLECTIVE, {"represents": "Thôn 4"}, True),
        (PersonFlag.COLLECTIVE, {"represents": " "}, False),
        (PersonFlag.INDIVIDUAL, {"represents": " "}, True),
        (PersonFlag.INDIVIDUAL, {"represents": "Thôn 4"}, False),
    ],
)
def test_a_flag_is_read_from_its_column(
    wanted: PersonFlag, fields: dict[str, Any], is_so: bool
) -> None:
    assert fits(flag(wanted), **fields) is is_so


@pytest.mark.parametrize(
    ("ethnicity", "is_so"),
    [
        ("Ê-đê", True),
        ("ede", True),
        ("Tộc lạ", True),
        ("Kinh", False),
        ("  KINH ", False),
        ("dân tộc Kinh", False),
        ("Việt", False),
        ("Người nước ngoài", False),
        (" ", False),
        ("", False),
    ],
)
def test_every_group_but_kinh_is_a_minority_as_the_papers_count_it(
    ethnicity: str, is_so: bool
) -> None:
    assert fits(flag(PersonFlag.ETHNIC_MINORITY), ethnicity=ethnicity) is is_so


@pytest.mark.parametrize(
    ("religion", "is_so"),
    [
        ("Phật giáo", True),
        ("Khổng giáo", True),
        ("", False),
        ("-", False),
        ("0", False),
        ("Không", False),
        ("không có", False),
        ("Không theo tôn giáo nào", False),
    ],
)
def test_a_religion_is_one_that_is_named(religion: str, is_so: bool) -> None:
    assert fits(flag(PersonFlag.RELIGIOUS), religion=religion) is is_so


@pytest.mark.parametrize(
    ("wanted", "held", "is_so"),
    [
        ("Chiến sĩ thi đua", "Chiến sĩ thi đua cơ sở (2021)", True),
        ("chiến sĩ  THI ĐUA", "Chiến sĩ thi đua toàn quốc", True),
        ("Chiến sĩ thi đua", "CSTĐ cấp tỉnh năm 2022", True),
        ("Chiến sĩ thi đua toàn quốc", "CSTĐ cấp tỉnh", False),
        ("Anh hùng Lao động", "AHLĐ", True),
        ("Anh hùng Lực lượng vũ trang nhân dân", "Anh hùng LLVT", True),
        ("Anh hùng Lao động", "Anh hùng LLVT", False),
        ("CSTĐ", "CSTĐ cơ sở", True),
        ("Nông dân sản xuất giỏi", "Danh hiệu nông dân sản xuất giỏi cấp xã", True),
        ("Nông dân sản xuất giỏi", "Giấy khen", False),
    ],
)
def test_an_honour_counts_in_whatever_case_and_abbreviation(
    wanted: str, held: str, is_so: bool
) -> None:
    assert fits(HonourTrait(key="it", name="-", any_of=(wanted,)), honours=(held,)) is is_so


def test_any_of_the_honours_is_enough() -> None:
    trait = HonourTrait(key="it", name="-", any_of=("Huân chương", "Bằng khen"))
    assert fits(trait, honours=("Giấy khen", "Bằng khen của UBND tỉnh"))
    assert not fits(trait, honours=("Giấy khen",))
    assert not fits(trait, honours=())


@pytest.mark.parametrize(
    ("least", "most", "born", "is_so"),
    [
        (None, 35, 1990, True),
        (None, 35, 1989, False),
        (60, None, 1965, True),
        (60, None, 1966, False),
        (30, 40, 1985, True),
        (30, 40, 1995, True),
        (30, 40, 1996, False),
        (0, 0, 2025, True),
        (0, None, 2030, False),
        (None, 35, None, False),
    ],
)
def test_an_age_counts_in_years_with_both_ends(
    least: int | None, most: int | None, born: int | None, is_so: bool
) -> None:
    trait = AgeTrait(key="it", name="-", at_least=least, at_most=most)
    birth = BirthDate(year=born) if born is not None else None
    assert fits(trait, birth=birth) is is_so


def test_an_age_cannot_be_told_before_the_year_of_the_conference_is_known() -> None:
    young = AgeTrait(key="young", name="Trẻ", at_most=35)
    women = FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN)
    assert trait_tests([young, women], None).keys() == {"women"}
    assert trait_tests([young, women], 2025).keys() == {"young", "women"}
