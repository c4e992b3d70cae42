"""Settings of a paper and the usual values behind them."""

from __future__ import annotations

from datetime import date

from db.records import NumberSeries, PaperChoice, PaperSettings
from desktop.documents.paper_settings import (
    choice,
    chosen_settings,
    paper_settings,
    with_settings,
)
from tests.builders import a_conference, ident

USUAL = PaperSettings(
    key="invitation",
    series=NumberSeries.COMMITTEE,
    columns=("number", "name"),
    choices=(PaperChoice(name="dress", value="lễ phục"), PaperChoice(name="reply", value="yes")),
)


def test_a_paper_nobody_set_up_is_as_usual_and_signed_by_the_signer_of_the_plan() -> None:
    conference = a_conference(signer_id=ident(2))
    settings = paper_settings(conference, "invitation", USUAL)
    assert settings.series is NumberSeries.COMMITTEE
    assert settings.columns == ("number", "name")
    assert settings.signer_id == ident(2)
    assert settings.number is None
    assert chosen_settings(conference, "invitation") == PaperSettings(key="invitation")


def test_what_the_officer_chose_stands_before_the_usual() -> None:
    chosen = PaperSettings(
        key="invitation",
        number=7,
        issued_on=date(2025, 3, 3),
        columns=("name",),
        choices=(PaperChoice(name="dress", value="áo dài"),),
    )
    settings = paper_settings(a_conference(papers=(chosen,)), "invitation", USUAL)
    assert (settings.number, settings.issued_on) == (7, date(2025, 3, 3))
    assert settings.columns == ("name",)
    assert choice(settings, "dress") == "áo dài"
    assert choice(settings, "reply") == "yes"
    assert choice(settings, "seat", "no") == "no"


def test_a_signer_typed_in_takes_the_place_of_the_listed_one() -> None:
    chosen = PaperSettings(key="invitation", signer_name="Y Wang Niê")
    settings = paper_settings(
        a_conference(papers=(chosen,), signer_id=ident(2)), "invitation", USUAL
    )
    assert (settings.signer_name, settings.signer_id) == ("Y Wang Niê", "")


def test_a_listed_signer_takes_the_place_of_the_usual_name() -> None:
    usual = PaperSettings(key="report", signer_name="Trưởng ban")
    chosen = PaperSettings(key="report", signer_id=ident(2))
    settings = paper_settings(a_conference(papers=(chosen,)), "report", usual)
    assert (settings.signer_name, settings.signer_id) == ("", ident(2))


def test_settings_replace_those_of_the_same_paper_only() -> None:
    first, second = PaperSettings(key="a", number=1), PaperSettings(key="b", number=2)
    conference = a_conference(papers=(first, second))
    changed = with_settings(conference, PaperSettings(key="a", number=3))
    assert changed.papers == (PaperSettings(key="a", number=3), second)
    assert with_settings(conference, PaperSettings(key="a")).papers == (second,)
    assert with_settings(conference, PaperSettings(key="c")) == conference
