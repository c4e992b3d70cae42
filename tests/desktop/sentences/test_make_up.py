"""What the make-up of the list says."""

from __future__ import annotations

from db.records import BirthDate, Delegate, Gender
from desktop.language import Language, speak
from desktop.rules.make_up_report import make_up_report
from desktop.sentences.make_up import Chapter, make_up_chapters
from tests.builders import a_conference, a_delegate


def chapters(*people: Delegate) -> dict[str, Chapter]:
    report = make_up_report(a_conference(), people, None, 2025)
    return {chapter.title: chapter for chapter in make_up_chapters(report)}


def words(chapter: Chapter) -> dict[str, str]:
    return {figure.title: figure.words for figure in chapter.figures}


WOMAN = a_delegate(1, name="Lê An", gender=Gender.FEMALE, birth=BirthDate(year=1950))
MAN = a_delegate(2, name="Hồ <b>Bình</b>", gender=Gender.MALE, birth=BirthDate(year=1950))


def test_every_figure_says_what_it_is_counted_on() -> None:
    said = words(chapters(WOMAN, MAN, a_delegate(3, group_id=""))["Who they are"])
    assert said["Women"] == "1 of 3 people on the list (33.3 %), 1 of unknown gender"
    assert said["Standing for themselves"] == "3 of 3 people on the list (100 %)"
    groups = words(chapters(WOMAN, a_delegate(3, group_id=""))["By group"])
    assert groups["In no group"] == "1 of 2 people on the list (50 %)"


def test_what_is_known_of_nobody_is_no_nought() -> None:
    said = words(chapters(WOMAN, MAN)["Who they are"])
    assert said["Followers of a religion"] == "2 of unknown religion"
    assert said["Party members"] == "of 2 it is not known whether they are Party members"


def test_ages_are_counted_on_known_births_and_all_the_oldest_are_named() -> None:
    ages = chapters(WOMAN, MAN, a_delegate(3))["Ages in 2025"]
    assert words(ages)["Over 60"] == "2 of 2 people whose year of birth is known (100 %)"
    assert list(words(ages)) == ["Up to 30", "31 to 40", "41 to 50", "51 to 60", "Over 60"]
    assert ages.lines == (
        "Oldest, born in 1950: Lê An, Hồ <b>Bình</b>",
        "Youngest, born in 1950: Lê An, Hồ <b>Bình</b>",
        "Of unknown year of birth: 1.",
    )


def test_without_any_birth_only_that_is_said() -> None:
    ages = chapters(a_delegate(1))["Ages in 2025"]
    assert words(ages) == {"Year of birth": "Of unknown year of birth: 1."}
    assert ages.lines == ()


def test_chapters_without_a_figure_are_left_out() -> None:
    assert set(chapters(WOMAN)) == {"Who they are", "Ages in 2025", "By group"}
    assert chapters() == {}
    assert "Honours" in chapters(a_delegate(1, honours=("CSTĐ",)))
    assert "Ethnic groups" in chapters(a_delegate(1, ethnicity="Ê-đê"))


def test_it_is_said_in_vietnamese() -> None:
    speak(Language.VIETNAMESE)
    people = tuple(a_delegate(n, gender=Gender.FEMALE if n < 63 else None) for n in range(1, 66))
    first = next(iter(chapters(*people).values()))
    assert first.figures[0].words == (
        "62 trên 65 người trong danh sách (95,4 %), 3 người chưa rõ giới tính"
    )
