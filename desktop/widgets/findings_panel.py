"""The findings of the rules, always in sight; a click leads to the field that mends one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.rules.decisions import can_be_decided
from desktop.rules.findings import Finding, Severity
from desktop.sentences.findings import decision_word, finding_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.inks import ink_item
from desktop.widgets.labels import PlainLabel
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import GAP

_COLOURS = {
    Severity.BINDING: Colour.BINDING,
    Severity.ADVISORY: Colour.ADVISORY,
    Severity.UNSAID: Colour.SILENT,
}
_ROLES = {
    Severity.BINDING: "binding",
    Severity.ADVISORY: "advisory",
    Severity.UNSAID: "silent",
}
_SIGNS = {Severity.BINDING: "✖", Severity.ADVISORY: "▲", Severity.UNSAID: "?"}


def severity_role(severity: Severity) -> str:
    """Name the theme's role for a severity."""
    return _ROLES[severity]


def finding_role(finding: Finding) -> str:
    """Name the theme's role for a finding; one that was decided is at rest."""
    return "hint" if finding.decision_id else _ROLES[finding.severity]


def finding_sign(finding: Finding) -> str:
    """Give the sign that tells the weight of a finding without colour."""
    return "✓" if finding.decision_id else _SIGNS[finding.severity]


def finding_colour(finding: Finding) -> Colour:
    """Give the colour of a finding; one that was decided is at rest."""
    return Colour.MUTED if finding.decision_id else _COLOURS[finding.severity]


class FindingsPanel(QWidget):
    """A list of findings with their clause.

    Attributes:
        decides: whether decisions are offered; nobody decides about a trial.
    """

    chosen = Signal(object)  # Finding
    decision_wanted = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decides = True
        self._summary = PlainLabel(parent=self)
        self._summary.setProperty("emphasis", "strong")
        self._list = ActionList(self)
        self._list.setAccessibleName(tr("What the plan's rules say"))
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._list.currentItemChanged.connect(self._offer)
        self._decide = QPushButton(self)
        self._decide.setProperty("role", "small")
        self._decide.clicked.connect(self._want_decision)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(GAP)
        frame.addWidget(self._summary)
        frame.addWidget(self._list, 1)
        frame.addWidget(self._decide, 0, Qt.AlignmentFlag.AlignLeft)
        frame.addStretch(0)
        self.findings: tuple[Finding, ...] = ()
        self.show_findings(())

    def fit_content(self, tallest: int) -> None:
        """Be as high as the findings need from now on, the list at most this many pixels."""
        self._list.fit_content(tallest)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List these findings, those that bind first."""
        self.findings = tuple(findings)
        chosen = self._current
        self._list.clear()
        for finding in sorted(findings, key=_weight):
            text = f"{finding_sign(finding)}  {finding_sentence(finding)}"
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, finding)
            ink_item(item, finding_colour(finding))
        still_open = [finding for finding in findings if not finding.decision_id]
        binding = sum(finding.is_binding for finding in still_open)
        self._summary.setText(_summary(binding, len(still_open) - binding))
        self._summary.set_role("binding" if binding else "advisory" if still_open else "fine")
        self._list.setVisible(bool(findings))
        if chosen is not None:
            self.choose(chosen)
        self._offer()

    @property
    def _current(self) -> Finding | None:
        item: QListWidgetItem | None = self._list.currentItem()
        finding: Finding | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return finding

    def _offer(self) -> None:
        """Offer a decision on the finding chosen, where there is one to be made."""
        finding = self._current
        can_be = self.decides and finding is not None and can_be_decided(finding)
        self._decide.setVisible(can_be)
        if finding is not None and can_be:
            self._decide.setText(decision_word(finding))

    def _want_decision(self) -> None:
        if self._current is not None:
            self.decision_wanted.emit(self._current)

    def choose(self, finding: Finding) -> None:
        """Choose a finding, whatever it says by now."""
        for row in range(self._list.count()):
            listed: Finding = self._list.item(row).data(Qt.ItemDataRole.UserRole)
            if _place(listed) == _place(finding):
                self._list.setCurrentRow(row)
                return

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _place(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.field, finding.clause


def _weight(finding: Finding) -> tuple[bool, int]:
    return bool(finding.decision_id), list(Severity).index(finding.severity)


def _summary(binding: int, other: int) -> str:
    if binding and other:
        return tr("To mend: {binding} · to consider: {other}", binding=binding, other=other)
    if binding:
        return tr("To mend: {binding}", binding=binding)
    if other:
        return tr("To consider: {other}", other=other)
    return tr("Everything agrees with the plan's rules")
