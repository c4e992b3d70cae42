"""The sums of the budget estimate, and what is above its norm."""

from __future__ import annotations

from collections.abc import Sequence

from db.day_records import BudgetLine, Norm


def amount(line: BudgetLine) -> int:
    """Multiply out one line, in đồng."""
    return line.quantity * line.times * line.price


def total(lines: Sequence[BudgetLine]) -> int:
    """Add up lines, in đồng."""
    return sum(map(amount, lines))


def over_norm(
    lines: Sequence[BudgetLine], norms: Sequence[Norm]
) -> tuple[tuple[BudgetLine, Norm], ...]:
    """List the lines whose price is above the norm they name."""
    known = {norm.id: norm for norm in norms}
    return tuple(
        (line, known[line.norm_id])
        for line in lines
        if line.norm_id in known and line.price > known[line.norm_id].most
    )
