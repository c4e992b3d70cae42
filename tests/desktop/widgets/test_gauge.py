"""The make-up of the participants as bars and words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.rules.findings import Severity
from desktop.rules.make_up import MakeUp, Measure
from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import CountedKind, LimitRule, ShareRule
from desktop.widgets.gauge import Gauge
from desktop.widgets.palettes import Colour
from desktop.widgets.ratio_bar import FILLS, Part, RatioBar
from desktop.widgets.theme import colour_of


def _make_up(
    packs: tuple[RulePack, ...],
    exemplars: int,
    guests: int,
    *,
    bound: Bound = Bound.AT_MOST,
    severity: Severity | None = None,
) -> MakeUp:
    level = packs[0].levels[0]
    limit: LimitRule = replace(level.limits[0], bound=bound)
    share: ShareRule = level.shares[0]
    everybody = exemplars + guests
    return MakeUp(
        heads=(
            (CountedKind.EXEMPLAR, exemplars),
            (CountedKind.GUEST, guests),
            (CountedKind.OTHER, 0),
            (CountedKind.UNGROUPED, 0),
        ),
        measures=(
            Measure(limit, everybody, "exemplar + guest", severity=severity),
            Measure(share, exemplars, "exemplar", everybody, "exemplar + guest"),
        ),
    )


@pytest.fixture
def gauge(qtbot: QtBot) -> Gauge:
    gauge = Gauge()
    qtbot.addWidget(gauge)
    return gauge


def test_numbers_are_written_out_with_their_base(gauge: Gauge, packs: tuple[RulePack, ...]) -> None:
    gauge.listed.show_make_up(_make_up(packs, 135, 65))
    assert gauge.listed.words.text() == (
        "200 of at most 200 people · exemplars: 135 of 200 (exemplars + guests) = 67.5 %, plan 70 %"
    )
    assert gauge.listed.words.property("role") == "hint"
    assert gauge.listed.bar.accessibleDescription() == (
        "exemplars 135; guests 65; others 0; in no group 0"
    )


def test_what_the_rules_find_is_told_by_sign_and_ink(
    gauge: Gauge, packs: tuple[RulePack, ...]
) -> None:
    gauge.listed.show_make_up(_make_up(packs, 140, 63, severity=Severity.BINDING))
    assert gauge.listed.words.text().startswith("✖ 203 people: 3 over the limit of 200")
    assert gauge.listed.words.property("role") == "binding"


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (Bound.AT_LEAST, "203 people, at least 200"),
        (Bound.ABOUT, "203 of about 200 people"),
        (Bound.EXACTLY, "203 of exactly 200 people"),
    ],
)
def test_every_kind_of_limit_has_its_words(
    gauge: Gauge, packs: tuple[RulePack, ...], bound: Bound, words: str
) -> None:
    gauge.planned.show_make_up(_make_up(packs, 140, 63, bound=bound))
    assert gauge.planned.words.text().startswith(words)


def test_without_rules_people_are_counted(gauge: Gauge) -> None:
    gauge.planned.show_make_up(MakeUp(tuple((kind, 2) for kind in CountedKind)))
    assert gauge.planned.words.text() == "8 people in all"


def test_nobody_has_no_share(gauge: Gauge, packs: tuple[RulePack, ...]) -> None:
    gauge.planned.show_make_up(_make_up(packs, 0, 0))
    assert gauge.planned.words.text() == "0 of at most 200 people"


def test_the_plan_can_be_put_away(gauge: Gauge) -> None:
    gauge.show_plan(False)
    assert gauge.planned.bar.isHidden()
    assert not gauge.listed.bar.isHidden()


def _picture(bar: RatioBar) -> QImage:
    bar.resize(400, bar.sizeHint().height())
    return bar.grab().toImage()


def _parts(*counts: int) -> list[Part]:
    return [Part("x", count, *fill) for count, fill in zip(counts, FILLS, strict=False)]


def test_half_of_the_people_take_half_of_the_bar(qtbot: QtBot) -> None:
    bar = RatioBar()
    qtbot.addWidget(bar)
    bar.show_parts(_parts(1, 1))
    picture = _picture(bar)
    assert picture.pixelColor(20, 5) == colour_of(Colour.ACCENT)
    assert picture.pixelColor(190, 5) == colour_of(Colour.ACCENT)
    assert picture.pixelColor(205, 5) != colour_of(Colour.ACCENT)


def test_the_limit_and_the_mark_are_drawn(qtbot: QtBot) -> None:
    bar = RatioBar()
    qtbot.addWidget(bar)
    bar.show_parts(_parts(100), 50, (20.0, "70 %"))
    picture = _picture(bar)
    assert picture.pixelColor(199, 27) == colour_of(Colour.INK), (
        "the limit stands at half the width"
    )
    assert picture.pixelColor(80, 31) == colour_of(Colour.INK), "the mark points to a fifth"


def test_a_mark_on_the_right_is_named_on_its_left(qtbot: QtBot) -> None:
    bar = RatioBar()
    qtbot.addWidget(bar)
    bar.show_parts(_parts(10, 90), 100, (70.0, "70 %"))
    named = _picture(bar)
    bar.show_parts(_parts(10, 90), 100, (70.0, ""))
    assert named != _picture(bar)


def test_the_names_of_limit_and_mark_never_lie_on_each_other(qtbot: QtBot) -> None:
    bar = RatioBar()
    qtbot.addWidget(bar)
    bar.show_parts(_parts(200), 150, (130.0, "70 %"))
    right_of_limit = QRect(306, 26, 60, 15)
    crowded = _picture(bar).copy(right_of_limit)
    bar.show_parts(_parts(200), 150, (20.0, "70 %"))
    assert crowded != _picture(bar).copy(right_of_limit), "the limit's name gave way"


def test_an_empty_bar_is_an_outline(qtbot: QtBot) -> None:
    bar = RatioBar()
    qtbot.addWidget(bar)
    before = _picture(bar)
    bar.show_parts(_parts(0, 0))
    assert _picture(bar) == before
    bar.show_parts(_parts(1), full=10)
    assert _picture(bar) != before


def test_the_bar_stays_readable(qtbot: QtBot) -> None:
    bar = RatioBar()
    qtbot.addWidget(bar)
    assert bar.minimumSizeHint().width() >= 160
