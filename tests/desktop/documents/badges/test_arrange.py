"""Parts of a card moved, stretched, snapped and aligned."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.documents.badges.arrange import (
    Alignment,
    aligned,
    extent,
    moved,
    placed,
    snap,
    united,
)
from desktop.documents.badges.layout import Band, Code, Element, Line, Polygon, Rectangle, Side
from desktop.documents.badges.load import shipped_layout

BAND = Band(x_mm=10, y_mm=20, width_mm=40, height_mm=10)
CODE = Code(x_mm=10, y_mm=20, side_mm=24)
LINE = Line(from_mm=(10, 20), to_mm=(50, 20), colour="ink", width_pt=1)
SHAPE = Polygon(points_mm=((10, 20), (20, 20), (15, 30)), fill="ink")


@pytest.mark.parametrize(
    ("element", "area"),
    [
        (BAND, (10, 20, 50, 30)),
        (CODE, (10, 20, 34, 44)),
        (LINE, (10, 20, 50, 20)),
        (SHAPE, (10, 20, 20, 30)),
    ],
)
def test_every_part_is_moved_whole(element: Element, area: tuple[float, ...]) -> None:
    assert extent(element) == area
    left, top, right, bottom = area
    assert extent(moved(element, 5, -2.5)) == (left + 5, top - 2.5, right + 5, bottom - 2.5)
    assert moved(moved(element, 5, -2.5), -5, 2.5) == element


def test_parts_are_stretched_into_an_area() -> None:
    assert extent(placed(BAND, (0, 0, 105, 12))) == (0, 0, 105, 12)
    assert extent(placed(SHAPE, (0, 0, 40, 20))) == (0, 0, 40, 20)
    assert extent(placed(LINE, (0, 5, 100, 5))) == (0, 5, 100, 5)


def test_a_code_stays_square_and_nothing_vanishes() -> None:
    assert placed(CODE, (0, 0, 30, 26)) == Code(x_mm=0, y_mm=0, side_mm=26)
    assert extent(placed(BAND, (5, 5, 5, 5))) == (5, 5, 6, 6)
    assert extent(placed(CODE, (5, 5, 5, 5))) == (5, 5, 6, 6)


def test_lengths_are_rounded_to_what_can_be_seen() -> None:
    assert extent(moved(BAND, 0.123456, 0)) == (10.1, 20, 50.1, 30)


def test_several_parts_are_aligned_with_one_another() -> None:
    other = Rectangle(x_mm=30, y_mm=60, width_mm=50, height_mm=20)
    frame = united((extent(BAND), extent(other)))

    assert list(frame) == [10, 20, 80, 80]
    for alignment, edge, value in (
        (Alignment.LEFT, 0, 10),
        (Alignment.TOP, 1, 20),
        (Alignment.RIGHT, 2, 80),
        (Alignment.BOTTOM, 3, 80),
    ):
        for each in aligned((BAND, other), alignment, (0, 0, 1, 1)):
            assert extent(each)[edge] == value
    for each in aligned((BAND, other), Alignment.CENTRE, (0, 0, 1, 1)):
        assert (extent(each)[0] + extent(each)[2]) / 2 == 45
    for each in aligned((BAND, other), Alignment.MIDDLE, (0, 0, 1, 1)):
        assert (extent(each)[1] + extent(each)[3]) / 2 == 50


def test_one_part_is_aligned_within_the_area_given() -> None:
    (only,) = aligned((BAND,), Alignment.RIGHT, (5, 5, 100, 143))

    assert extent(only) == (60, 20, 100, 30)


def test_what_lies_nearly_in_line_snaps_to_it() -> None:
    layout = replace(shipped_layout(), elements=(BAND,))  # 105 mm wide, safe zone 5 mm

    found = snap((5.4, 70, 33, 75), layout, Side.FRONT, frozenset(), 0.5)
    assert found.across == pytest.approx(-0.4)
    assert 5 in found.upright_at

    middle = snap((42.7, 70, 62.7, 75), layout, Side.FRONT, frozenset(), 0.5)
    assert middle.across == pytest.approx(-0.2)
    assert 52.5 in middle.upright_at


def test_what_lies_far_from_everything_is_left_where_it_is() -> None:
    layout = shipped_layout("cr80")

    found = snap((7.3, 95.1, 8.1, 96.2), layout, Side.BACK, frozenset(), 0.01)

    assert (found.across, found.down, found.upright_at, found.level_at) == (0, 0, (), ())
