"""Columns in an old font: what each would become, cell by cell, and whether it is converted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.import_plan import ImportPlan
from desktop.people.list_sheet import a1
from desktop.people.old_encodings import EncodingChoice, EncodingProposal
from desktop.sentences.encodings import conversion_doubt_sentence, encoding_name
from desktop.widgets.labels import PlainLabel
from desktop.widgets.scrolled_page import show_page
from desktop.widgets.theme import GAP, SPACE

_MOST_DOUBTFUL = 20


class ImportEncodings(QScrollArea):
    """A card for each column that seems to be in an old encoding, with a box to convert it."""

    chosen = Signal(tuple)  # of EncodingChoice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[EncodingChoice, QCheckBox] = {}
        self._shown: tuple[EncodingProposal, ...] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the proposals of a list, and which of them are agreed to."""
        proposals = plan.worked.proposals
        if proposals != self._shown:
            self._shown = proposals
            self._build(plan, proposals)
        for choice, box in self.boxes.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's own
            box.setChecked(choice in plan.worked.encodings)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _build(self, plan: ImportPlan, proposals: tuple[EncodingProposal, ...]) -> None:
        self.boxes = {}
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP, GAP, GAP)
        column.setSpacing(SPACE)
        column.addWidget(
            PlainLabel(
                tr(
                    "These columns were typed in a font from before Unicode. Compare before and"
                    " after; untick a column that is to stay as it is."
                )
                if proposals
                else tr("No column is in an old font."),
                parent=page,
            )
        )
        for proposal in proposals:
            column.addWidget(self._card(plan, proposal, page))
        column.addStretch(1)
        show_page(self, page)

    def _card(self, plan: ImportPlan, proposal: EncodingProposal, parent: QWidget) -> QWidget:
        card = QFrame(parent)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        letters = a1(1, proposal.column).rstrip("1")
        heading = plan.mapping.heading_of(proposal.column)
        box = QCheckBox(
            tr(
                "Convert column {letters} ({heading}): {count} cells, {encoding}",
                letters=letters,
                heading=heading or tr("no heading"),
                count=proposal.count,
                encoding=encoding_name(proposal.encoding),
            ).replace("&", "&&"),
            card,
        )
        box.toggled.connect(self._tell)
        self.boxes[proposal.choice] = box
        column.addWidget(box)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, title in enumerate((tr("Cell"), tr("Before"), tr("After"))):
            grid.addWidget(PlainLabel(title, "hint", card), 0, place)
        for line, change in enumerate(proposal.examples, start=1):
            grid.addWidget(PlainLabel(a1(change.row, change.column), "hint", card), line, 0)
            grid.addWidget(PlainLabel(change.before, parent=card), line, 1)
            grid.addWidget(PlainLabel(change.after, parent=card), line, 2)
        column.addLayout(grid)
        for cell in proposal.doubtful[:_MOST_DOUBTFUL]:
            change = cell.change
            sentence = tr(
                "{cell}: “{text}”. {sentence}",
                cell=a1(change.row, change.column),
                text=change.after or change.before,
                sentence=conversion_doubt_sentence(cell),
            )
            column.addWidget(PlainLabel(f"▲  {sentence}", "advisory", card))
        more = len(proposal.doubtful) - _MOST_DOUBTFUL
        if more > 0:
            column.addWidget(
                PlainLabel(tr("{count} more are under “To check”.", count=more), "advisory", card)
            )
        return card

    def _tell(self) -> None:
        self.chosen.emit(tuple(choice for choice, box in self.boxes.items() if box.isChecked()))
