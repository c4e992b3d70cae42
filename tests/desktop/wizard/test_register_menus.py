"""The menus of the register."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from db.records import ListOrder, ParticipantGroup
from desktop.models.register_views import RegisterView, ready_views
from desktop.wizard.register_menus import EditMenu, OrderMenu, ViewMenu, fill_group_menu
from tests.builders import ident


def _texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize(
    ("chosen", "many", "movable", "enabled"),
    [
        (False, False, True, ["paste", "paste_new"]),
        (True, False, False, ["set_field", "copy", "paste", "paste_new"]),
        (True, True, True, ["set_field", "fill_down", "copy", "paste", "paste_new", "up", "down"]),
    ],
)
def test_only_what_can_be_done_is_offered(
    qtbot: QtBot, chosen: bool, many: bool, movable: bool, enabled: list[str]
) -> None:
    menu = EditMenu()
    qtbot.addWidget(menu)
    menu.show_state(chosen=chosen, many=many, movable=movable)
    names = ("set_field", "fill_down", "copy", "paste", "paste_new", "up", "down")
    assert [name for name in names if getattr(menu, name).isEnabled()] == enabled


def test_keys_are_told_beside_what_they_do(qtbot: QtBot) -> None:
    menu = EditMenu()
    qtbot.addWidget(menu)
    assert menu.fill_down.text().endswith("\tCtrl+D")


def test_the_order_of_the_conference_is_ticked(qtbot: QtBot) -> None:
    chosen: list[ListOrder] = []
    menu = OrderMenu(chosen.append)
    qtbot.addWidget(menu)
    menu.show_order(ListOrder.UNIT, has_moves=False)
    ticked = [order for order, action in menu.orders.items() if action.isChecked()]
    assert ticked == [ListOrder.UNIT]
    assert menu.orders[ListOrder.UNIT].text() == "By unit"
    assert not menu.by_post_again.isEnabled()
    menu.orders[ListOrder.PROTOCOL].trigger()
    assert chosen == [ListOrder.PROTOCOL]


def test_views_are_taken_and_forgotten(qtbot: QtBot) -> None:
    taken: list[str] = []
    forgotten: list[str] = []
    parent = QPushButton()
    qtbot.addWidget(parent)
    menu = ViewMenu(lambda view: taken.append(view.name), forgotten.append, parent)
    menu.offer(ready_views(), (RegisterView(name="Đoàn & hội"),))
    assert _texts(menu)[:4] == ["Data missing", "Exemplars", "Guests", "Đoàn && hội"]
    menu.actions()[4].trigger()
    menu.removal.actions()[0].trigger()
    assert (taken, forgotten) == (["Đoàn & hội"], ["Đoàn & hội"])
    menu.offer(ready_views(), ())
    assert "&Forget a view" not in _texts(menu), "there is none of the officer's own"
    assert _texts(menu)[-3:] == [menu.keep.text(), menu.columns.text(), menu.usual_columns.text()]


def test_groups_are_named_as_they_are(qtbot: QtBot) -> None:
    chosen: list[str] = []
    button = QPushButton()
    button.setMenu(QMenu(button))
    qtbot.addWidget(button)
    for name in ("Cũ", "Khách & mời"):
        fill_group_menu(button, (ParticipantGroup(id=ident(13), name=name),), chosen.append)
    assert _texts(button.menu()) == ["Khách && mời"]
    button.menu().actions()[0].trigger()
    assert chosen == [ident(13)]
