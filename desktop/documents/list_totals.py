"""What reports ask of a list: heads, men and women, minorities, Party members, ages."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import BirthDate, Delegate, Gender
from desktop.documents.wording import percent
from desktop.people.ethnic_groups import is_minority


def totals(delegates: Sequence[Delegate]) -> list[str]:
    """Write the totals as lines; what a list leaves open is counted too, never guessed."""
    whole = len(delegates)
    if not whole:
        return []
    men = sum(one.gender is Gender.MALE for one in delegates)
    women = sum(one.gender is Gender.FEMALE for one in delegates)
    minorities = sum(is_minority(one.ethnicity) for one in delegates)
    unsaid = sum(not one.ethnicity.strip() for one in delegates)
    members = sum(one.is_party_member is True for one in delegates)
    unasked = sum(one.is_party_member is None for one in delegates)
    return [
        f"Tổng số: {whole} đại biểu.",
        f"Nam: {_part(men, whole)}; nữ: {_part(women, whole)}{_open(whole - men - women)}.",
        f"Dân tộc thiểu số: {_part(minorities, whole)}{_open(unsaid)}.",
        f"Đảng viên: {_part(members, whole)}{_open(unasked)}.",
        *_ages(delegates),
    ]


def _part(count: int, whole: int) -> str:
    return f"{count} ({percent(count, whole, digits=1)})"


def _open(count: int) -> str:
    return f"; chưa ghi: {count}" if count else ""


def _ages(delegates: Sequence[Delegate]) -> list[str]:
    dated = [(one.birth, one.name) for one in delegates if one.birth is not None]
    if not dated:
        return []
    oldest = min(dated, key=lambda pair: _as_early_as(pair[0]))
    youngest = max(dated, key=lambda pair: _as_early_as(pair[0]))
    return [
        f"Đại biểu cao tuổi nhất: {oldest[1]}, sinh năm {oldest[0].year}.",
        f"Đại biểu trẻ tuổi nhất: {youngest[1]}, sinh năm {youngest[0].year}.",
    ]


def _as_early_as(birth: BirthDate) -> tuple[int, int, int]:
    return birth.year, birth.month or 0, birth.day or 0
