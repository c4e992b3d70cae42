"""The menus of the register: what is done to people, their order, and views of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from db.records import ListOrder, ParticipantGroup
from desktop.language import tr
from desktop.models.register_views import RegisterView
from desktop.sentences.person_fields import list_order_name


class EditMenu(QMenu):
    """What is done to the selected people, with the keys that do the same in the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_field = self.addAction(tr("&Set a field of all selected…"))
        self.fill_down = self._action(tr("&Fill down from the first selected"), "Ctrl+D")
        self.addSeparator()
        self.copy = self._action(tr("&Copy the rows for Excel"), "Ctrl+C")
        self.paste = self._action(tr("&Paste over the cells"), "Ctrl+V")
        self.paste_new = self._action(tr("Paste as &new people…"), "Ctrl+Shift+V")
        self.addSeparator()
        self.up = self._action(tr("Move &up"), "Alt+Up")
        self.down = self._action(tr("Move &down"), "Alt+Down")

    def show_state(self, *, chosen: bool, many: bool, movable: bool) -> None:
        """Offer what can be done with what is selected."""
        for action in (self.set_field, self.copy):
            action.setEnabled(chosen)
        self.fill_down.setEnabled(many)
        for action in (self.up, self.down):
            action.setEnabled(chosen and movable)

    def _action(self, text: str, keys: str) -> QAction:
        # the table hears the keys; here they are only told, in the system's own words
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        return self.addAction(f"{text}\t{shown}")


class OrderMenu(QMenu):
    """The orders of the list, and two ways to begin one made by hand."""

    def __init__(self, choose: Callable[[ListOrder], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        self.orders: dict[ListOrder, QAction] = {}
        for order in ListOrder:
            action = self.addAction(_capital(list_order_name(order)))
            action.setCheckable(True)
            action.triggered.connect(lambda _, order=order: choose(order))
            group.addAction(action)
            self.orders[order] = action
        self.addSeparator()
        self.hand_from_here = self.addAction(tr("By hand, beginning with the order shown now"))
        self.by_post_again = self.addAction(tr("By protocol rank as the posts say, without moves"))

    def show_order(self, order: ListOrder, *, has_moves: bool) -> None:
        """Tick the order of the conference."""
        self.orders[order].setChecked(True)
        self.by_post_again.setEnabled(has_moves)


class ViewMenu(QMenu):
    """Views to take, to keep and to forget; the columns."""

    def __init__(
        self,
        take: Callable[[RegisterView], None],
        forget: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._forget = forget
        # not the menu's own, which it deletes when it is filled anew
        self.keep = QAction(tr("&Keep this view under a name…"), parent)
        self.columns = QAction(tr("&Columns…"), parent)
        self.usual_columns = QAction(tr("Columns as at the &beginning"), parent)
        self.removal = QMenu(tr("&Forget a view"), self)

    def offer(self, ready: Sequence[RegisterView], own: Sequence[RegisterView]) -> None:
        """List the views there are now."""
        self.clear()
        self.removal.clear()
        for views in (ready, own):
            for view in views:
                action = self.addAction(_plain(view.name))
                action.triggered.connect(lambda _, view=view: self._take(view))
            self.addSeparator()
        for view in own:
            action = self.removal.addAction(_plain(view.name))
            action.triggered.connect(lambda _, name=view.name: self._forget(name))
        self.addAction(self.keep)
        if own:
            self.addMenu(self.removal)
        self.addSeparator()
        self.addAction(self.columns)
        self.addAction(self.usual_columns)


def fill_group_menu(
    button: QPushButton, groups: Sequence[ParticipantGroup], choose: Callable[[str], None]
) -> None:
    """List the groups in the menu of a button."""
    menu = button.menu()
    menu.clear()
    for group in groups:
        action = menu.addAction(_plain(group.name))
        action.triggered.connect(lambda _, group_id=group.id: choose(group_id))


def _plain(name: str) -> str:
    return name.replace("&", "&&")  # an ampersand in a name is no accelerator


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
