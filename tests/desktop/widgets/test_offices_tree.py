"""The tree of the offices below a desk."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.models.desk_overview import OfficeLine
from desktop.models.marks import Mark
from desktop.widgets.offices_tree import OfficesTree

_LINES = (
    OfficeLine("ana", "Huyện Krông Ana", cells=("Đã nhận", "1"), mark=Mark.FINE),
    OfficeLine(
        "binh-hoa",
        "Xã Bình Hòa",
        "ana",
        ("Quá hạn", ""),
        Mark.WRONG,
        tip="<b>Quá hạn</b> 5 ngày",
        kinds=frozenset({"late"}),
    ),
    OfficeLine("ea-na", "Xã Ea Na", "ana", ("Đã nhận", "2"), Mark.FINE),
    OfficeLine("so", "Sở Nội vụ", cells=("Chưa gửi", "")),
)


def _tree(qtbot: QtBot) -> OfficesTree:
    tree = OfficesTree(("Tình trạng", "Số"), (200, 80))
    qtbot.addWidget(tree)
    tree.resize(800, 400)
    tree.show()
    tree.show_lines(_LINES)
    return tree


def _in_sight(tree: OfficesTree) -> list[str]:
    names = []
    item = tree.topLevelItem(0)
    while item is not None:
        if not item.isHidden():
            names.append(item.text(0))
        item = tree.itemBelow(item)
    return names


def test_offices_stand_below_the_one_above_them(qtbot: QtBot) -> None:
    tree = _tree(qtbot)
    assert _in_sight(tree) == ["Huyện Krông Ana", "Xã Bình Hòa", "Xã Ea Na", "Sở Nội vụ"]
    top = tree.topLevelItem(0)
    assert top is not None
    assert top.childCount() == 2


def test_one_that_is_missing_stands_out_and_says_the_whole_to_a_screen_reader(
    qtbot: QtBot,
) -> None:
    tree = _tree(qtbot)
    tree.choose("binh-hoa")
    item = tree.currentItem()
    assert item is not None
    assert item.font(1).bold()
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Xã Bình Hòa, Quá hạn"


def test_a_filter_leaves_its_kind_and_whoever_is_above_it(qtbot: QtBot) -> None:
    tree = _tree(qtbot)
    tree.filter_by("late")
    assert _in_sight(tree) == ["Huyện Krông Ana", "Xã Bình Hòa"]
    assert tree.shown == ("binh-hoa",)
    tree.filter_by("", "EA NA")
    assert tree.shown == ("ea-na",)


def test_what_is_chosen_and_what_is_folded_stays_when_the_offices_change(qtbot: QtBot) -> None:
    tree = _tree(qtbot)
    tree.choose("so")
    top = tree.topLevelItem(0)
    assert top is not None
    top.setExpanded(False)
    with qtbot.waitSignal(tree.chosen) as signal:
        tree.show_lines(_LINES)
    assert signal.args == ["so"]
    again = tree.topLevelItem(0)
    assert again is not None
    assert not again.isExpanded()


def _country(changed: str = "") -> list[OfficeLine]:
    """Make three districts of 400 communes each, one of them with another standing."""
    lines = [OfficeLine(f"d{one}", f"Huyện {one}", cells=("", "")) for one in range(3)]
    for number in range(1200):
        key = f"c{number}"
        cells = ("Trả lại" if key == changed else "Đã nhận", "1")
        mark = Mark.WRONG if key == changed else Mark.FINE
        lines.append(OfficeLine(key, f"Xã {number}", f"d{number // 400}", cells, mark))
    return lines


def _names(tree: OfficesTree) -> list[str]:
    """Name the offices below the districts, of those that are there."""
    found = tree.findItems("Xã", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    return [item.text(0) for item in found]


def test_of_a_whole_country_the_first_are_there_at_once_and_the_rest_follows(
    qtbot: QtBot,
) -> None:
    tree = _tree(qtbot)
    tree.show_lines(_country())
    assert 0 < len(_names(tree)) < 1200
    tree.choose("c1100")
    assert tree.current != "c1100"
    qtbot.waitUntil(lambda: len(_names(tree)) == 1200)
    assert _names(tree) == [f"Xã {number}" for number in range(1200)]
    qtbot.waitUntil(lambda: tree.current == "c1100")


def test_a_filter_set_while_offices_come_holds_for_those_as_well(qtbot: QtBot) -> None:
    tree = _tree(qtbot)
    tree.show_lines(_country())
    tree.filter_by("", "Xã 1199")
    qtbot.waitUntil(lambda: len(_names(tree)) == 1200)
    assert _in_sight(tree) == ["Huyện 2", "Xã 1199"]


def test_only_what_is_said_anew_is_written_anew(qtbot: QtBot) -> None:
    tree = _tree(qtbot)
    tree.show_lines(_country())
    tree.show_lines(_country("c1"))  # while the others are still to come
    qtbot.waitUntil(lambda: len(_names(tree)) == 1200)
    tree.choose("c1")
    item = tree.currentItem()
    tree.show_lines(_country("c2"))
    assert tree.currentItem() is item
    assert item is not None
    assert item.text(1) == "Đã nhận"
    assert not item.font(1).bold()
    tree.choose("c2")
    item = tree.currentItem()
    assert item is not None
    assert item.text(1) == "Trả lại"
    assert item.font(1).bold()


def test_a_tip_is_plain_text(qtbot: QtBot) -> None:
    tree = _tree(qtbot)
    tree.choose("binh-hoa")
    item = tree.currentItem()
    assert item is not None
    place = tree.visualItemRect(item).center()
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, place, tree.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(tree.viewport(), help_event)
    assert QToolTip.text() == "<qt>&lt;b&gt;Quá hạn&lt;/b&gt; 5 ngày</qt>"
    QToolTip.hideText()
