"""What is said of people known from other conferences."""

from __future__ import annotations

from datetime import date

from db.conferences import ConferenceSummary
from db.records import WizardStep
from desktop.people.known_people import KnownPerson
from desktop.sentences.directory import conference_words, found_sentence, history_text
from tests.builders import NOON, a_delegate


def _summary(title: str, day: date | None) -> ConferenceSummary:
    return ConferenceSummary(
        id="a",
        title=title,
        step=WizardStep.TYPE,
        is_planned=False,
        rule_pack_id="",
        updated_at=NOON,
        day=day,
        delegate_count=0,
    )


def test_a_conference_is_named_by_year_and_title() -> None:
    assert conference_words(_summary("Hội nghị", date(2020, 3, 1))) == "2020 · Hội nghị"
    assert conference_words(_summary("Hội nghị", None)) == "Hội nghị"
    assert conference_words(_summary(" ", None)) == "a conference without a title"


def test_the_history_tells_every_entry() -> None:
    new = a_delegate(
        1, post="Trưởng thôn", unit="Xã A", represents="Tổ 3", honours=("b", "c"), achievement="d"
    )
    old = a_delegate(2, conference_id="old")
    person = KnownPerson(new, (new, old), is_listed=False)
    assert history_text(person, {new.conference_id: "2025 · X", "old": "2020 · Y"}) == (
        "2025 · X\n"
        "    Post and unit: Trưởng thôn, Xã A\n"
        "    Stood for: Tổ 3\n"
        "    Honours: b; c\n"
        "    Achievement: d\n"
        "\n"
        "2020 · Y"
    )
    listed = KnownPerson(old, (old,), is_listed=True)
    assert history_text(listed, {"old": "2020 · Y"}) == (
        "On this list already; nobody is added twice.\n\n2020 · Y"
    )


def test_how_many_are_shown_is_said_and_how_the_others_are_found() -> None:
    assert found_sentence(0, 0, is_cut=False).startswith("Nobody was found.")
    assert found_sentence(3, 1, is_cut=False) == "People shown: 3. Chosen: 1."
    assert found_sentence(3, 1, is_cut=True).startswith(
        "People shown: 3. Chosen: 1. There are more"
    )
