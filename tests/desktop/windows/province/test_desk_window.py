"""The desk's home."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.received import RECEIVED, RETURNED
from desktop.models.province import Province
from desktop.windows.province.desk_window import DeskWindow
from desktop.windows.province.place_dialog import PlaceDialog
from tests.builders import ident
from tests.db.bundles import a_bundle
from tests.hands import press


def _window(qtbot: QtBot, province: Province) -> DeskWindow:
    window = DeskWindow(province)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def _receive(province: Province, unit: int = 1, number: int = 1, **fields: Any) -> None:
    office = ident(unit)
    store = province.workspace.store
    bundle = a_bundle(
        number, sender_id=office, subject_id=ident(50 + unit), unit=f"xa-{unit}", **fields
    )
    store.received.take((bundle,))
    province.changed.emit()


def _cells(window: DeskWindow, key: str) -> list[str]:
    window.tree.choose(key)
    item = window.tree.currentItem()
    assert item is not None
    return [item.text(column) for column in range(window.tree.columnCount())]


def test_all_offices_of_the_plan_are_listed_before_anything_came(
    qtbot: QtBot, province: Province
) -> None:
    window = _window(qtbot, province)
    assert window.headline.text() == (
        "4 of 4 offices have handed nothing over yet; none is overdue."
    )
    assert _cells(window, "xa-1")[:3] == ["Xã Bình Hòa", "○ Nothing yet, 4 days left", "10/01/2025"]
    assert window.deadline_label.text().startswith("10/01/2025 (in 4 days)")
    assert not window.open_button.isEnabled()
    assert not window.view_button.isEnabled()
    assert window.focusWidget() is window.receive_button


def test_who_is_overdue_is_named_first_and_can_be_shown_alone(
    qtbot: QtBot, province: Province
) -> None:
    province.workspace.clock = lambda: datetime(2025, 1, 12, tzinfo=UTC)
    _receive(province, 2)
    window = _window(qtbot, province)
    assert window.headline.text() == (
        "3 of 4 offices are overdue: Xã Bình Hòa, Xã Dray Sáp, Xã Quảng Điền."
    )
    assert window.headline.property("role") == "binding"
    window.kinds.buttons["overdue"].click()
    assert list(window.tree.shown) == ["xa-1", "xa-3", "xa-4"]
    window.search.setText("dray")
    assert list(window.tree.shown) == ["xa-3"]


def test_what_came_is_opened_by_enter_and_by_its_button(qtbot: QtBot, province: Province) -> None:
    _receive(province)
    window = _window(qtbot, province)
    assert _cells(window, "xa-1")[1:] == [
        "✔ Received in time",
        "10/01/2025",
        "06/01/2025",
        "1",
        "1",
        "Hội nghị điển hình tiên tiến",
    ]
    with qtbot.waitSignal(window.view_wanted) as signal:
        press(window.tree, Qt.Key.Key_Return)
    assert signal.args == ["xa-1"]
    with qtbot.waitSignal(window.view_wanted):
        window.open_button.click()
    with qtbot.waitSignal(window.view_wanted) as signal:
        window.view_button.click()
    assert signal.args == [""]


def test_a_returned_conference_shows_its_way_back(qtbot: QtBot, province: Province) -> None:
    _receive(province)
    window = _window(qtbot, province)
    first = province.bundle_of("xa-1")
    assert first is not None
    province.return_with(first, "Thiếu quyết định thành lập Ban Tổ chức.")
    assert _cells(window, "xa-1")[1] == "! Returned"
    assert [one.text for one in province.remarks_about(first)] == [
        "Thiếu quyết định thành lập Ban Tổ chức."
    ]
    _receive(province, number=2, content=b"PK2")
    assert _cells(window, "xa-1")[1] == "! Mended, to look at"
    second = province.bundle_of("xa-1")
    assert second is not None
    province.accept(second)
    assert _cells(window, "xa-1")[1] == "✔ Received in time"
    verdicts = [one.verdict for one in province.workspace.store.received.all()]
    assert verdicts == [RECEIVED, RETURNED]


def test_the_plan_of_the_desk_can_be_chosen(qtbot: QtBot, province: Province) -> None:
    window = _window(qtbot, province)
    other = window.plan_field.findData("kon-tum-2019")
    window.plan_field.setCurrentIndex(other)
    window.plan_field.activated.emit(other)
    plan = province.plan
    assert plan is not None
    assert plan.id == "kon-tum-2019"
    assert window.tree.shown == tuple(one.key for one in province.states())


def test_an_office_put_in_its_place_by_hand_stays_there(qtbot: QtBot, province: Province) -> None:
    _receive(province)
    window = _window(qtbot, province)
    window.tree.choose("xa-1")
    window.choose_unit = lambda *_: ""
    window.place_button.click()
    assert province.bundle_of("xa-1") is not None
    window.choose_unit = lambda *_: "xa-4"
    window.place_button.click()
    assert _cells(window, "xa-4")[4] == "1"
    assert province.bundle_of("xa-1") is None


def test_a_table_of_merged_units_is_taken_over_or_refused_with_its_reason(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    window = _window(qtbot, province)
    table = tmp_path / "sap-nhap.toml"
    table.write_text('[merged]\n"Xã Bình Hòa" = "Xã Ea Na"\n', encoding="utf-8")
    window.choose_table = lambda _: table
    window.mergers_button.click()
    assert window.message.text == "1 old names of units are understood from now on."
    assert list(window.tree.shown) == ["xa-2", "xa-3", "xa-4"]
    table.write_text("[merged", encoding="utf-8")
    window.mergers_button.click()
    assert "It is no table of merged units" in window.message.text
    assert list(window.tree.shown) == ["xa-2", "xa-3", "xa-4"]
    window.choose_table = lambda _: None
    window.mergers_button.click()


def test_the_units_of_the_plan_are_offered_by_name(qtbot: QtBot, province: Province) -> None:
    dialog = PlaceDialog("<b>Xã</b>", province.units())
    qtbot.addWidget(dialog)
    names = [dialog.field.itemText(row) for row in range(dialog.field.count())]
    assert names == ["Xã Bình Hòa", "Xã Ea Na", "Xã Dray Sáp", "Xã Quảng Điền"]
    dialog.field.setCurrentIndex(2)
    assert dialog.unit == "xa-3"


def test_the_desk_fits_a_small_screen(qtbot: QtBot, province: Province) -> None:
    window = _window(qtbot, province)
    assert window.minimumSizeHint().width() <= 960
    assert window.minimumSizeHint().height() <= 500
