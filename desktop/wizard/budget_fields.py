"""The budget estimate and its norms: the part of a section that adds up the money."""

from __future__ import annotations

from collections.abc import Sequence

from db.day_records import BudgetLine, BudgetPurpose, Norm
from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.rules.budget import amount, over_norm, total
from desktop.sentences.budget import purpose_name, shown_money
from desktop.widgets.fields import WholeNumberField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.record_table import RecordTable
from desktop.wizard.section import Section

_MOST_MONEY = 999_999_999


class BudgetFields:
    """Adds the fields to a section and tells the total."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._norms: list[tuple[str, str]] = [("", "")]
        section.add_heading(
            tr("Budget estimate"),
            tr("Each line may name the norm its price is held against."),
        )
        self._lines = self._line_table()
        section.add_field("budget", "", self._lines, wide=True)
        self._lines.setAccessibleName(tr("Budget estimate"))
        self.total = PlainLabel(role="heading", parent=section)
        self.over = PlainLabel(role="advisory", parent=section)
        section.body.addWidget(self.total)
        section.body.addWidget(self.over)
        section.add_field(
            "norms",
            tr("Norms of spending"),
            self._norm_table(),
            tr("By the office's own rules or a circular, with the day it was issued."),
            wide=True,
        )
        section.add_field(
            "allowance",
            tr("Money for each delegate, in đồng"),
            WholeNumberField(0, _MOST_MONEY, section),
            tr("Printed on the sheet to sign for money; leave it empty to write it by hand."),
        )

    def conference_changed(self, names: frozenset[str]) -> None:
        """Offer the norms there are now, and add up anew."""
        if not names & {"budget", "norms"}:
            return
        conference = self._section.draft.conference
        self._norms[:] = [("", ""), *((norm.id, norm.name) for norm in conference.norms)]
        self._lines.table.viewport().update()
        whole = shown_money(total(conference.budget))
        self.total.setText(tr("Total: {amount} đồng", amount=whole))
        above = over_norm(conference.budget, conference.norms)
        names_above = "; ".join(line.item for line, _ in above)
        self.over.setText(tr("Above the norm: {items}", items=names_above))
        self.over.setVisible(bool(above))

    def _line_table(self) -> RecordTable:
        new_id = self._section.draft.new_id
        purposes = tuple((one, purpose_name(one)) for one in BudgetPurpose)
        return RecordTable(
            (
                Column("purpose", tr("Spent on"), ColumnKind.CHOICE, width=150, choices=purposes),
                Column("item", tr("Item")),
                Column("unit", tr("Unit of count"), width=104),
                Column("quantity", tr("Quantity"), ColumnKind.NUMBER, width=84),
                Column("times", tr("Sessions or days"), ColumnKind.NUMBER, width=120),
                Column("price", tr("Unit price"), ColumnKind.NUMBER, width=100, most=_MOST_MONEY),
                Column(
                    "sum",
                    tr("Amount"),
                    ColumnKind.COMPUTED,
                    width=110,
                    compute=_sum,
                    is_figure=True,
                ),
                Column("basis", tr("Basis"), width=130),
                Column("norm_id", tr("Norm"), ColumnKind.CHOICE, width=130, choices=self._norms),
            ),
            lambda: BudgetLine(id=new_id()),
            tr("Add a line"),
            self._section,
        )

    def _norm_table(self) -> RecordTable:
        new_id = self._section.draft.new_id
        return RecordTable(
            (
                Column("name", tr("Norm"), width=200),
                Column("unit", tr("Per"), width=110),
                Column(
                    "most", tr("At most, in đồng"), ColumnKind.NUMBER, width=150, most=_MOST_MONEY
                ),
                Column("source", tr("Source")),
                Column("issued_on", tr("Issued on"), ColumnKind.DAY, width=134),
            ),
            lambda: Norm(id=new_id()),
            tr("Add a norm"),
            self._section,
        )


def _sum(rows: Sequence[BudgetLine], index: int) -> str:
    return shown_money(amount(rows[index]))
