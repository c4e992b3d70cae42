"""Sums, and what is above its norm."""

from __future__ import annotations

from db.day_records import BudgetLine, Norm
from desktop.rules.budget import amount, over_norm, total
from tests.builders import ident

WATER = BudgetLine(id=ident(1), quantity=200, times=2, price=20_001, norm_id=ident(9))
SOUND = BudgetLine(id=ident(2), price=500)


def test_a_line_is_quantity_by_sessions_by_price() -> None:
    assert amount(WATER) == 8_000_400
    assert total((WATER, SOUND)) == 8_000_900
    assert total(()) == 0


def test_only_a_price_above_the_norm_it_names_is_told() -> None:
    norm = Norm(id=ident(9), most=20_000)
    assert over_norm((WATER, SOUND), (norm,)) == ((WATER, norm),)
    assert over_norm((WATER,), (Norm(id=ident(9), most=20_001),)) == ()
    assert over_norm((WATER,), ()) == ()
