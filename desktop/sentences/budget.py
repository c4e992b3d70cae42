"""Money and what it is spent on, as the window says them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.day_records import BudgetPurpose
from desktop.language import shown_number, tr

_NAMES: Mapping[BudgetPurpose, Callable[[], str]] = {
    BudgetPurpose.HALL: lambda: tr("Hall, sound and light"),
    BudgetPurpose.DECORATION: lambda: tr("Decoration"),
    BudgetPurpose.PAPERS: lambda: tr("Papers and printing"),
    BudgetPurpose.AWARDS: lambda: tr("Awards"),
    BudgetPurpose.DRINKS: lambda: tr("Drinks"),
    BudgetPurpose.MEALS: lambda: tr("Meals and lodging"),
    BudgetPurpose.TRAVEL: lambda: tr("Travel"),
    BudgetPurpose.ARTS: lambda: tr("Arts"),
    BudgetPurpose.COMMUNICATION: lambda: tr("Communication"),
    BudgetPurpose.OTHER: lambda: tr("Other"),
}


def purpose_name(purpose: BudgetPurpose) -> str:
    """Name what money is spent on."""
    return _NAMES[purpose]()


def shown_money(amount: int) -> str:
    """Write an amount with points between the thousands."""
    return shown_number(amount)
