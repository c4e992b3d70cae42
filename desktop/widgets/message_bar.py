"""A line that says what has just happened, or asks one thing, with at most two answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.language import tr
from desktop.widgets.labels import PlainLabel


class MessageBar(QFrame):
    """Stays until it is closed or another message takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._label = PlainLabel(parent=self)
        self.action_button = QPushButton(self)
        self.action_button.clicked.connect(self._act)
        self.other_button = QPushButton(self)
        self.other_button.clicked.connect(self._act_otherwise)
        for button in (self.action_button, self.other_button):
            button.setAutoDefault(False)
        self._action: Callable[[], object] | None = None
        self._other: Callable[[], object] | None = None
        self._mark = QLabel(self)
        close = QToolButton(self)
        self._close = close
        close.setAccessibleName(tr("Close the message"))
        close.setToolTip(tr("Close the message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.other_button)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._label.text()

    def say(
        self, text: str, action_name: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Tell something, with a button for the action, if one is given."""
        self._show(text, "", action_name, action)

    def ask(self, text: str, answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Ask something with one or two answers; the last of them, which does least, has focus."""
        (name, action), *others = answers
        self._show(text, "advisory", name, action)
        for other_name, other in others:
            self._other = other
            self.other_button.setText(other_name)
            self.other_button.show()
        asked = self.other_button if others else self.action_button
        asked.setFocus()

    def warn(self, text: str) -> None:
        """Tell of a failure."""
        self._show(text, "binding", "", None)

    def _show(
        self, text: str, role: str, action_name: str, action: Callable[[], object] | None
    ) -> None:
        self._label.setText(text)
        self._label.set_role(role)
        self._show_icons(role)
        self._action = action
        self.action_button.setText(action_name)
        self.action_button.setVisible(action is not None)
        self.other_button.hide()
        self.show()

    def _show_icons(self, role: str) -> None:
        """Show what kind of message it is; the home window has a bar and needs no icon to start."""
        from desktop.widgets.icons import Icon, put_icon  # noqa: PLC0415
        from desktop.widgets.palettes import Colour  # noqa: PLC0415

        icon, colour = {
            "binding": (Icon.WRONG, Colour.BINDING),
            "advisory": (Icon.QUESTION, Colour.ADVISORY),
        }.get(role, (Icon.INFORMATION, Colour.SILENT))
        put_icon(self._mark, icon, colour)
        put_icon(self._close, Icon.CLOSE)

    def _act_otherwise(self) -> None:
        self._action = self._other
        self._act()

    def _act(self) -> None:
        action = self._action
        self.hide()
        if action is not None:
            action()
