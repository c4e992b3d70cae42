"""What reports ask of a list: heads, men and women, minorities, Party members, ages."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import Delegate, Gender
from desktop.documents.wording import percent
from desktop.people.ages import oldest, youngest
from desktop.people.ethnic_groups import is_minority
from desktop.rules.traits import names_a_religion


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
    religious = sum(names_a_religion(one.religion) for one in delegates)
    collectives = sum(bool(one.represents.strip()) for one in delegates)
    return [
        f"Tổng số: {whole} đại biểu.",
        f"Nam: {_part(men, whole)}; nữ: {_part(women, whole)}{_open(whole - men - women)}.",
        f"Dân tộc thiểu số: {_part(minorities, whole)}{_open(unsaid)}.",
        f"Đảng viên: {_part(members, whole)}{_open(unasked)}.",
        f"Theo tôn giáo: {_part(religious, whole)}.",
        (
            f"Đại diện tập thể: {_part(collectives, whole)}; cá nhân: "
            f"{_part(whole - collectives, whole)}."
        ),
        *_ages(delegates),
    ]


def _part(count: int, whole: int) -> str:
    return f"{count} ({percent(count, whole, digits=1)})"


def _open(count: int) -> str:
    return f"; chưa ghi: {count}" if count else ""


def _ages(delegates: Sequence[Delegate]) -> list[str]:
    return [
        line
        for title, people in (
            ("cao tuổi nhất", oldest(delegates)),
            ("trẻ tuổi nhất", youngest(delegates)),
        )
        if (line := extreme_age(title, people))
    ]


def extreme_age(title: str, people: Sequence[Delegate]) -> str:
    """Name the oldest or the youngest, all of one year; nothing where no birth is known."""
    births = [one.birth.year for one in people if one.birth is not None]
    if not births:
        return ""
    names = ", ".join(one.name for one in people)
    return f"Đại biểu {title}: {names}, sinh năm {births[0]}."
