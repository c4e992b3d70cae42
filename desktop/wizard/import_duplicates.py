"""People who may be one: each pair with what speaks for it, and what is decided about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate
from desktop.language import tr
from desktop.models.delegate_columns import DelegateColumn, delegate_columns
from desktop.models.import_plan import ImportPlan
from desktop.models.import_rows import SentenceRows
from desktop.people.births import birth_text
from desktop.people.duplicates import DuplicatePair
from desktop.people.merged_people import FieldDifference, MergeChoice, differences
from desktop.people.resolution import Decision, PairKey, Verdict, decision_of, key_of
from desktop.sentences.duplicates import match_kind_name, match_reasons, verdict_name
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.fields import ChoiceField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.plain_table import TWO_LINES, PlainTable
from desktop.widgets.scrolled_page import show_page
from desktop.widgets.theme import GAP

_DETAILS_HEIGHT = 300
_LEAST_HEIGHT = 60


class ImportDuplicates(QWidget):
    """A table of pairs; below it the pair that is chosen, field by field."""

    decided = Signal(list, object)  # keys of pairs, Decision

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._people: dict[str, Delegate] = {}
        self._rows_of: dict[str, int] = {}
        self._columns: dict[str, DelegateColumn] = {}
        self.pairs = SentenceRows[DuplicatePair](
            (tr("In this list"), tr("Known already"), tr("How alike"), tr("Decision")),
            self._line,
            self,
        )
        self.table = PlainTable(self.pairs, tr("People who may be one"), self, row_height=TWO_LINES)
        self.table.widths(210, 210, 260)
        keep_widths(self.table, "import-duplicates")
        self.choices: dict[str, ChoiceField] = {}
        self._shown: tuple[Delegate, Delegate] | None = None
        self.verdicts = {
            Verdict.MERGE: QRadioButton(tr("The same person: &merge"), self),
            Verdict.SKIP: QRadioButton(tr("The same person: &leave the new row out"), self),
            Verdict.DIFFERENT: QRadioButton(tr("&Different people: add"), self),
        }
        self.all_button = QPushButton(tr("Decide &all pairs so alike in this way"), self)
        self.all_button.setProperty("role", "small")
        self._group = QButtonGroup(self)
        for radio in self.verdicts.values():
            self._group.addButton(radio)
        self._fields = QScrollArea(self)
        self._fields.setWidgetResizable(True)
        self._fields.setMinimumHeight(_LEAST_HEIGHT)
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self._fields.setFrameShape(QFrame.Shape.NoFrame)
        self._fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields.viewport().setAutoFillBackground(False)
        self._lay_out()
        self._group.buttonClicked.connect(self._decide)
        self.all_button.clicked.connect(self._decide_all)
        self.table.selectionModel().currentRowChanged.connect(self._show_pair)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the pairs of a list, and what is decided about them."""
        row = self.table.currentIndex().row()
        had = self._plan is not None and self._plan.worked.pairs == plan.worked.pairs
        self._plan = plan
        self._people = {one.id: one for one in (*plan.listed, *plan.preview.delegates)}
        self._rows_of = dict(
            zip((one.id for one in plan.preview.delegates), plan.preview.rows, strict=True)
        )
        self._columns = {
            column.key: column
            for column in delegate_columns(plan.worked.target.groups, plan.worked.target.this_year)
        }
        if had:
            self.table.viewport().update()
        else:
            self.pairs.show(plan.worked.pairs)
        if plan.worked.pairs:
            self.table.selectRow(min(max(row, 0), len(plan.worked.pairs) - 1))
        self._show_pair()

    @property
    def pair(self) -> DuplicatePair | None:
        """The pair that is chosen."""
        row = self.table.currentIndex().row()
        return self.pairs.item(row) if 0 <= row < self.pairs.count() else None

    def _lay_out(self) -> None:
        verdicts = FlowLayout()
        for radio in self.verdicts.values():
            verdicts.addWidget(radio)
        self._details = QFrame(self)
        self._details.setProperty("role", "card")
        self._details.setMaximumHeight(_DETAILS_HEIGHT)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(12, 8, 12, 8)
        details.setSpacing(GAP)
        details.addLayout(verdicts)
        details.addWidget(self._fields, 1)
        details.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addWidget(self._details, 2)

    def _line(self, pair: DuplicatePair) -> tuple[str, ...]:
        plan = self._plan
        decision = decision_of(pair, plan.decisions if plan is not None else {})
        return (
            self._person(pair.new_id),
            self._person(pair.listed_id),
            f"{match_kind_name(pair.kind)}: {match_reasons(pair)}",
            verdict_name(decision.verdict),
        )

    def _person(self, delegate_id: str) -> str:
        person = self._people[delegate_id]
        row = self._rows_of.get(delegate_id)
        where = tr("row {row}", row=row) if row is not None else tr("on the list already")
        facts = (birth_text(person.birth), person.unit, where)
        return f"{person.name}\n{' · '.join(filter(None, facts))}"

    def _show_pair(self) -> None:
        pair, plan = self.pair, self._plan
        self._details.setVisible(pair is not None)
        if pair is None or plan is None:
            return
        decision = decision_of(pair, plan.decisions)
        self.verdicts[decision.verdict].setChecked(True)
        self._show_fields(pair, decision)

    def _show_fields(self, pair: DuplicatePair, decision: Decision) -> None:
        """Show the fields the two differ in; to be chosen only where they are merged."""
        kept, new = self._people[pair.listed_id], self._people[pair.new_id]
        found = [each for each in differences(kept, new) if each.key in self._columns]
        if self._shown != (kept, new):
            self._shown = (kept, new)
            self._build_fields(kept, new, found)
        for each in found:
            choice = self.choices[each.key]
            choice.show_value(decision.choices.get(each.key, each.proposed))
            choice.setEnabled(decision.verdict is Verdict.MERGE)

    def _build_fields(
        self, kept: Delegate, new: Delegate, found: Sequence[FieldDifference]
    ) -> None:
        self.choices = {}
        page = QWidget(self._fields)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, title in enumerate(("", tr("Known already"), tr("New"), tr("Keep"))):
            grid.addWidget(PlainLabel(title, "hint", page), 0, place)
        for line, each in enumerate(found, start=1):
            column = self._columns[each.key]
            grid.addWidget(PlainLabel(column.title, parent=page), line, 0)
            grid.addWidget(PlainLabel(column.show(kept) or "–", parent=page), line, 1)
            grid.addWidget(PlainLabel(column.show(new) or "–", parent=page), line, 2)
            grid.addWidget(self._choice(each, column.title, page), line, 3)
        if not found:
            grid.addWidget(
                PlainLabel(tr("The new row says nothing that is not known."), "hint", page),
                1, 0, 1, 4,
            )  # fmt: skip
        grid.setRowStretch(len(found) + 2, 1)
        show_page(self._fields, page)
        page.setAutoFillBackground(False)

    def _choice(self, each: FieldDifference, title: str, page: QWidget) -> ChoiceField:
        offers: list[tuple[object, str]] = [
            (MergeChoice.KEEP, tr("what is known")),
            (MergeChoice.TAKE, tr("the new value")),
        ]
        if each.can_join:
            offers.append((MergeChoice.JOIN, tr("both")))
        choice = ChoiceField(page)
        choice.setMinimumContentsLength(12)
        choice.offer(offers)
        choice.setAccessibleName(tr("{field}: keep", field=title))
        choice.committed.connect(lambda _: self._decide())
        self.choices[each.key] = choice
        return choice

    def _decision(self) -> Decision:
        verdict = next(one for one, radio in self.verdicts.items() if radio.isChecked())
        chosen = {
            key: choice.value
            for key, choice in self.choices.items()
            if isinstance(choice.value, MergeChoice)
        }
        return Decision(verdict, chosen if verdict is Verdict.MERGE else {})

    def _decide(self) -> None:
        if self.pair is not None:
            self.decided.emit([key_of(self.pair)], self._decision())

    def _decide_all(self) -> None:
        pair, plan = self.pair, self._plan
        if pair is None or plan is None:
            return
        keys: list[PairKey] = [key_of(each) for each in plan.worked.pairs if each.kind is pair.kind]
        self.decided.emit(keys, Decision(self._decision().verdict))
