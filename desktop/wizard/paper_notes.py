"""What to mend before printing: names that do not fit, letters no font has, missing photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from db.records import Delegate
from desktop.documents.rendered import PaperProblem
from desktop.language import tr
from desktop.sentences.papers import problem_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP
from desktop.wizard.paper_list import paper_title
from desktop.wizard.places import place_of

_TALLEST_LIST = 200  # logical pixels; two hundred names are scrolled


class PaperNotes(QWidget):
    """The problems of all papers, each with the paper's and the person's name."""

    chosen = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(role="advisory", parent=self)
        self.heading.setProperty("emphasis", "strong")
        self.list = ActionList(self)
        self.list.setAccessibleName(tr("To look at before printing"))
        self.list.fit_content(_TALLEST_LIST)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        self.show_problems((), ())

    def show_problems(
        self, problems: Sequence[tuple[str, PaperProblem]], delegates: Sequence[Delegate]
    ) -> None:
        """List problems, each with the key of its paper; nothing is shown when there are none."""
        names = {delegate.id: delegate.name for delegate in delegates}
        self.list.clear()
        for key, problem in problems:
            name = names.get(problem.delegate_id, "")
            item = QListWidgetItem(
                tr(
                    "{paper} – {sentence}",
                    paper=paper_title(key),
                    sentence=problem_sentence(problem, name),
                ),
                self.list,
            )
            item.setData(Qt.ItemDataRole.UserRole, problem)
        self.heading.setText(tr("To look at before printing: {count}", count=len(problems)))
        self.setVisible(bool(problems))

    def _choose(self, item: QListWidgetItem) -> None:
        place = place_of(item.data(Qt.ItemDataRole.UserRole))
        if place is not None:
            self.chosen.emit(place)
