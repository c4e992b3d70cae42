"""What can be set of the card as a whole: name, size, safe zone, bleed, fold, backgrounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.badges.layout import Fold
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.badge_draft import BadgeDraft
from desktop.sentences.badge_parts import FOLDS, SIDES, setting_name
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.card_properties import ChoiceBox
from desktop.widgets.file_choice import FileKind, choose_file
from desktop.widgets.labels import PlainLabel
from desktop.widgets.number_field import NumberField
from desktop.widgets.theme import GAP

_LENGTHS = {
    "width_mm": (20, 420),
    "height_mm": (20, 420),
    "safe_mm": (0, 30),
    "bleed_mm": (0, 10),
}


def ask_for_background(parent: QWidget) -> Path | None:
    """Let a picture or PDF be chosen."""
    kinds = tr("Pictures and PDF (*.pdf *.jpg *.jpeg *.png)")
    return choose_file(parent, FileKind.CARD, tr("Background of the card"), kinds)


class CardSettings(QWidget):
    """The settings of the card.

    Attributes:
        choose: asks for a background's file; replaceable.
    """

    def __init__(self, draft: BadgeDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.choose: Callable[[QWidget], Path | None] = ask_for_background
        self.name = QLineEdit(self)
        self.name.setMaxLength(80)
        self.name.setAccessibleName(setting_name("name"))
        self.name.editingFinished.connect(self._take_name)
        self.lengths: dict[str, NumberField] = {}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(_label(setting_name("name"), self.name, self), self.name)
        for key, (least, most) in _LENGTHS.items():
            box = NumberField(least, most, parent=self)
            box.setAccessibleName(setting_name(key))
            box.committed.connect(lambda value, key=key: draft.set_card(**{key: value}))
            self.lengths[key] = box
            form.addRow(_label(setting_name(key), box, self), box)
        self.fold = ChoiceBox([(fold, FOLDS[fold]()) for fold in Fold], self)
        self.fold.setAccessibleName(setting_name("fold"))
        self.fold.chosen.connect(self._take_fold)
        form.addRow(_label(setting_name("fold"), self.fold, self), self.fold)
        self.back_like_front = QCheckBox(setting_name("back_like_front"), self)
        self.back_like_front.clicked.connect(lambda is_on: draft.set_card(back_like_front=is_on))
        form.addRow(self.back_like_front)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(self._background_box())
        column.addStretch(1)
        draft.changed.connect(self.show_card)
        draft.selection_changed.connect(self.show_card)
        self.show_card()

    def show_card(self) -> None:
        """Show the settings as they are."""
        layout = self._draft.layout
        if not self.name.hasFocus() or not self.name.isModified():
            self.name.setText(layout.title)
            self.name.setCursorPosition(0)
        for key, box in self.lengths.items():
            box.show_value(getattr(layout, key))
        self.fold.show_value(layout.fold)
        self.back_like_front.setChecked(layout.back_like_front)
        background = layout.background_of(self._draft.side)
        side = SIDES[self._draft.side]()
        self._background.setText(
            tr("{side}, background: {file}", side=side, file=background.file)
            if background
            else tr("{side}: no background", side=side)
        )
        self.take_away.setEnabled(background is not None)

    def _background_box(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, GAP, 0, 0)
        self._background = PlainLabel(parent=box)
        self.pick = QPushButton(tr("Choose a background…"), box)
        self.pick.clicked.connect(self._pick)
        self.take_away = QPushButton(tr("Take it away"), box)
        self.take_away.clicked.connect(lambda: self._draft.set_background("", b""))
        self.note = PlainLabel(role="binding", parent=box)
        self.note.hide()
        row = QHBoxLayout()
        row.addWidget(self.pick)
        row.addWidget(self.take_away)
        column.addWidget(self._background)
        column.addLayout(row)
        column.addWidget(self.note)
        return box

    def _take_name(self) -> None:
        name = " ".join(self.name.text().split())
        self.name.setModified(False)
        if name and name != self._draft.layout.title:
            self._draft.set_card(name=name)

    def _take_fold(self, fold: Fold) -> None:
        layout = self._draft.layout
        if fold is not Fold.NONE and not layout.has_back:
            self._draft.set_card(fold=fold, back_like_front=True)
        else:
            self._draft.set_card(fold=fold)

    def _pick(self) -> None:
        path = self.choose(self)
        if path is None:
            return
        self.note.hide()
        try:
            self._draft.set_background(path.name, path.read_bytes())
        except InputRefused as refusal:
            self._complain(refusal_sentence(refusal))
        except OSError:
            self._complain(tr("The file cannot be opened. Check that it is still there."))

    def _complain(self, text: str) -> None:
        self.note.setText(text)
        self.note.show()


def _label(text: str, field: QWidget, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setBuddy(field)
    return label
