"""The findings of the rules, always in sight; a click leads to the field that mends one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.rules.findings import Finding, Severity
from desktop.sentences.findings import finding_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import ADVISORY, BINDING, GAP, SILENT

_COLOURS = {Severity.BINDING: BINDING, Severity.ADVISORY: ADVISORY, Severity.UNSAID: SILENT}
_ROLES = {
    Severity.BINDING: "binding",
    Severity.ADVISORY: "advisory",
    Severity.UNSAID: "silent",
}
_SIGNS = {Severity.BINDING: "✖", Severity.ADVISORY: "▲", Severity.UNSAID: "?"}


def severity_role(severity: Severity) -> str:
    """Name the theme's role for a severity."""
    return _ROLES[severity]


def severity_sign(severity: Severity) -> str:
    """Give the sign that tells a severity without colour."""
    return _SIGNS[severity]


def severity_colour(severity: Severity) -> str:
    """Give the colour of a severity."""
    return _COLOURS[severity]


class FindingsPanel(QWidget):
    """A list of findings with their clause."""

    chosen = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = PlainLabel(parent=self)
        self._summary.setProperty("emphasis", "strong")
        self._list = ActionList(self)
        self._list.setAccessibleName(tr("What the plan's rules say"))
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(GAP)
        frame.addWidget(self._summary)
        frame.addWidget(self._list, 1)
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
        self._list.clear()
        order = list(Severity)
        for finding in sorted(findings, key=lambda finding: order.index(finding.severity)):
            text = f"{_SIGNS[finding.severity]}  {finding_sentence(finding)}"
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, finding)
            item.setForeground(QBrush(QColor(_COLOURS[finding.severity])))
        binding = sum(finding.severity is Severity.BINDING for finding in findings)
        self._summary.setText(_summary(binding, len(findings) - binding))
        self._summary.set_role("binding" if binding else "fine" if not findings else "advisory")
        self._list.setVisible(bool(findings))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _summary(binding: int, other: int) -> str:
    if binding and other:
        return tr("To mend: {binding} · to consider: {other}", binding=binding, other=other)
    if binding:
        return tr("To mend: {binding}", binding=binding)
    if other:
        return tr("To consider: {other}", other=other)
    return tr("Everything agrees with the plan's rules")
