from __future__ import annotations

from datetime import date

import msgspec
import pytest

from desktop.rules.load import shipped_packs
from desktop.rules.next_cycle import moved_day, next_cycle, still_unseen
from desktop.rules.pack import RulePack
from desktop.rules.pack_tree import find, key_of, path_of, replaced, tree_of
from desktop.rules.unfinished import look_at
from tests.desktop.rules.every_shape import every_shape


def _moved(years: int = 5) -> RulePack:
    return msgspec.convert(next_cycle(every_shape(), years).tree, RulePack)


@pytest.mark.parametrize("pack", [*shipped_packs(), every_shape()], ids=lambda pack: pack.id)
@pytest.mark.parametrize("years", [1, 5, 10])
def test_a_moved_plan_is_a_whole_pack_of_its_own(pack: RulePack, years: int) -> None:
    look = look_at(next_cycle(pack, years).tree)
    assert look.faults == ()
    assert look.pack is not None
    assert look.pack.id != pack.id
    assert look.pack.version == 1


def test_days_months_quarters_and_years_move_together() -> None:
    pack, moved = every_shape(), _moved()
    assert moved.cycle.reviewed.first_year == pack.cycle.reviewed.first_year + 5
    assert moved.cycle.launched.last_year == pack.cycle.launched.last_year + 5
    assert pack.plan.issued_on is not None
    assert moved.plan.issued_on == pack.plan.issued_on.replace(year=2034)
    for old, new in zip(pack.levels, moved.levels, strict=True):
        for before, after in zip(old.windows, new.windows, strict=True):
            was, becomes = _years_of(before), _years_of(after)
            assert [year + 5 for year in was] == becomes
        for first, second in zip(old.deadlines, new.deadlines, strict=True):
            assert (first.day is None) == (second.day is None)
            if first.day is not None and second.day is not None:
                assert second.day == moved_day(first.day, 5)


def _years_of(window: object) -> list[int]:
    tree = msgspec.to_builtins(window)
    texts = [str(tree[name]) for name in ("year", "first", "last") if name in tree]
    return [int(text[:4]) for text in texts]


def test_all_else_stays() -> None:
    pack, moved = every_shape(), _moved()
    assert moved.levels[0].limits == pack.levels[0].limits
    assert moved.levels[0].texts == pack.levels[0].texts
    assert moved.plan.number == pack.plan.number


def test_a_leap_day_becomes_the_last_of_february() -> None:
    assert moved_day(date(2028, 2, 29), 5) == date(2033, 2, 28)
    assert moved_day(date(2028, 2, 29), 4) == date(2032, 2, 29)
    assert moved_day(date(2028, 3, 1), 5) == date(2033, 3, 1)


def test_the_new_id_names_the_new_year() -> None:
    (binh_hoa,) = (pack for pack in shipped_packs() if pack.id == "binh-hoa-2024")
    assert next_cycle(binh_hoa).tree["id"] == "binh-hoa-2029"
    nameless = msgspec.structs.replace(binh_hoa, id="x" * 64)
    assert next_cycle(nameless).tree["id"] == f"{'x' * 59}-2025"


def test_texts_that_name_a_year_an_ordinal_or_a_paper_are_listed() -> None:
    (binh_hoa,) = (pack for pack in shipped_packs() if pack.id == "binh-hoa-2024")
    unseen = next_cycle(binh_hoa).unseen
    assert "Ngân sách xã năm 2025" in unseen
    assert "167/KH-UBND" in unseen
    assert binh_hoa.upper_event in unseen  # lần thứ VI
    assert "Chào cờ" not in unseen
    assert "70%" not in unseen


def test_a_text_is_seen_once_it_is_changed_or_accepted() -> None:
    (binh_hoa,) = (pack for pack in shipped_packs() if pack.id == "binh-hoa-2024")
    cycle = next_cycle(binh_hoa)
    places = {key_of(path) for path in still_unseen(cycle.tree, cycle.unseen)}
    budget = "levels[0].texts.budget.source"
    assert budget in places
    tree = replaced(cycle.tree, path_of(budget), "Ngân sách xã năm 2030")
    assert budget not in {key_of(path) for path in still_unseen(tree, cycle.unseen)}
    accepted = set(cycle.unseen) - {find(cycle.tree, path_of(budget))}
    assert budget not in {key_of(path) for path in still_unseen(cycle.tree, accepted)}
    assert still_unseen(tree_of(binh_hoa), ()) == ()
