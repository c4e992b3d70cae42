"""What is kept of a photo, chosen by the officer."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.people.photo_parts import Crop, PhotoPreview
from desktop.widgets.crop_view import CropView
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 560, 620


class CropDialog(QDialog):
    """Proposes what to keep; Enter takes it."""

    def __init__(
        self, preview: PhotoPreview, crop: Crop | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What is kept of the photo"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.view = CropView(preview, self)
        if crop is not None:
            self.view.show_crop(crop)
        self.keep_button = QPushButton(tr("&Keep this"), self)
        self.keep_button.setProperty("role", "primary")
        self.keep_button.setDefault(True)
        self.propose_button = QPushButton(tr("As &proposed"), self)
        self.turn_button = QPushButton(tr("&Turn it"), self)
        self.turn_button.setToolTip(tr("By a quarter, clockwise (R)"))
        self.turn_button.setAutoDefault(False)
        self.turn_button.clicked.connect(self.view.turn)
        self.cancel_button = QPushButton(tr("&Cancel"), self)
        self.keep_button.clicked.connect(self.accept)
        self.propose_button.clicked.connect(lambda: self.view.show_crop(preview.crop))
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.turn_button)
        buttons.addWidget(self.propose_button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.view, 1)
        column.addWidget(
            PlainLabel(
                tr(
                    "Drag the frame, or move it with the arrow keys; the wheel, + and − make it"
                    " smaller or larger."
                ),
                "hint",
                self,
            )
        )
        column.addLayout(buttons)
        self.view.setFocus()

    @property
    def crop(self) -> Crop:
        """What is kept."""
        return self.view.crop
