from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.posts import _LEVELS_OF_A_TIER, _post_list, post_rank

IN_ORDER = (
    ("Ủy viên Trung ương Đảng, Bí thư", "Tỉnh ủy"),
    ("Chủ tịch", "UBND tỉnh Đắk Lắk"),
    ("Giám đốc Sở", "Nội vụ"),
    ("Phó Chủ tịch", "UBND huyện Krông Ana"),
    ("Phó Trưởng ban", "Ban Dân vận Huyện ủy"),
    ("Bí thư", "Đảng ủy xã Bình Hòa"),
    ("Nguyên Bí thư", "Đảng ủy xã Bình Hòa"),
    ("Phó Bí thư Thường trực", "Đảng ủy xã Bình Hòa"),
    ("Phó Bí thư Đảng ủy, Chủ tịch HĐND xã", ""),
    ("Phó Bí thư Đảng ủy - Chủ tịch UBND xã", ""),
    ("Phó Bí thư", "Đảng ủy xã Bình Hòa"),
    ("Chủ tịch Ủy ban MTTQ Việt Nam xã", ""),
    ("Phó Chủ tịch HĐND xã", ""),
    ("Phó Chủ tịch UBND", "xã Bình Hòa, huyện Krông Ana"),
    ("Bà mẹ Việt Nam anh hùng", "Thôn 3"),
    ("Chủ tịch", "Hội Nông dân xã Bình Hòa"),
    ("Trưởng Công an xã", ""),
    ("Phó Chủ tịch", "Hội Liên hiệp Phụ nữ xã"),
    ("Phó Trưởng Công an", "xã Bình Hòa"),
    ("Bí thư Chi bộ", "Thôn 3"),
    ("Trưởng thôn", "Thôn 3"),
    ("Già làng", "Buôn Ea Chai"),
    ("Bí thư Chi đoàn", "Thôn 3"),
    ("Tổ trưởng Tổ bảo vệ an ninh, trật tự", "Thôn 3"),
    ("Công chức Văn hóa - Xã hội", "UBND xã Bình Hòa"),
    ("Nông dân", "Thôn 3"),
)


@pytest.mark.parametrize(("higher", "lower"), list(pairwise(IN_ORDER)))
def test_posts_are_named_in_their_order(higher: tuple[str, str], lower: tuple[str, str]) -> None:
    assert post_rank(*higher) < post_rank(*lower)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CHỦ TỊCH", "chu tich"),
        ("Chủ tịch UBND xã", "Chủ tịch Ủy ban nhân dân xã"),
        ("Trưởng Công an xã", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"),
        ("Phó Hiệu trưởng", "Phó Trạm trưởng"),
        ("Giám đốc", "Giám đốc Hợp tác xã"),
        ("Nông dân", ""),
        ("Nông dân", "Đoàn viên"),
    ],
)
def test_the_same_post_in_other_words_has_the_same_rank(one: str, other: str) -> None:
    assert post_rank(one) == post_rank(other)


def test_a_deputy_is_not_taken_for_the_head() -> None:
    assert post_rank("Phó Trưởng phòng", "huyện") > post_rank("Trưởng phòng", "huyện")


def test_the_first_body_named_tells_the_tier() -> None:
    plain = post_rank("Chủ tịch", "UBND xã Bình Hòa")
    assert post_rank("Chủ tịch", "UBND xã Bình Hòa, huyện Krông Ana, tỉnh Đắk Lắk") == plain
    assert post_rank("Chủ tịch", "UBND huyện Krông Ana, tỉnh Đắk Lắk") < plain
    assert post_rank("Chu tich", "UBND huyen Krong Ana") < plain


@given(st.text(), st.text())
def test_any_text_has_a_rank_that_can_be_stored(post: str, unit: str) -> None:
    assert 0 <= post_rank(post, unit) < 1_000_000_000


def test_the_levels_fit_into_a_tier() -> None:
    known = _post_list()
    assert max(len(known.leading), len(known.others)) < _LEVELS_OF_A_TIER
    assert {row.tier for row in known.leading} <= {"", *known.tier_keys}
    assert known.default in known.tier_keys
