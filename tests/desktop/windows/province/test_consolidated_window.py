"""The consolidated view, taking delegates over, and writing all of it out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.received import RETURNED
from db.records import BirthDate, Candidate, ChoiceOutcome, Conference
from desktop.documents.consolidation.forms import ReportForm
from desktop.handoff.key_ring import UnlockedKeys
from desktop.models.consolidated_rows import DIFFERENT, SAME
from desktop.models.province import Province
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField, WholeNumberField
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.export_dialog import ExportDialog
from desktop.windows.province.return_dialog import ReturnDialog
from desktop.windows.province.take_dialog import TakeDialog
from tests.builders import an_office, ident
from tests.desktop.handoff.parties import DESK
from tests.desktop.windows.province.receiving import (
    a_stick,
    desk_keys,
    sealed,
    take_over,
    wait,
)
from tests.hands import type_text

CONGRESS = ident(400)
CHOSEN = (
    Candidate(id=ident(901), name="Nguyễn Văn 1", outcome=ChoiceOutcome.OFFICIAL),
    Candidate(id=ident(902), name="Nguyễn Văn 2", outcome=ChoiceOutcome.ALTERNATE),
)
_BORN = BirthDate(year=1980, month=2, day=3)


@pytest.fixture
def keys(province: Province) -> UnlockedKeys:
    return desk_keys(province, 1, 2)


@pytest.fixture
def received(qtbot: QtBot, province: Province, keys: UnlockedKeys, tmp_path: Path) -> Province:
    """Let two communes hand over; one person stands on both lists, one is put forward."""
    doubled = {"birth": _BORN, "proposed_award": "Bằng khen"}
    bundles = (
        sealed(province, 1, first=doubled, candidates=CHOSEN),
        sealed(province, 2, first=doubled),
    )
    take_over(qtbot, province, keys, a_stick(tmp_path / "usb", *bundles))
    return province


def _settled(qtbot: QtBot, view: ConsolidatedWindow) -> None:
    wait(qtbot, lambda: view.session.view is not None and not view.session.is_busy)


@pytest.fixture
def view(qtbot: QtBot, received: Province) -> Iterator[ConsolidatedWindow]:
    window = ConsolidatedWindow(received, "xa-2")
    qtbot.addWidget(window)
    window.show()
    _settled(qtbot, window)
    yield window
    window.close()


def _texts(view: ConsolidatedWindow, tab: Any) -> list[list[str]]:
    rows = tab.rows
    columns = range(rows.columnCount())
    return [[rows.index(row, one).data() for one in columns] for row in range(rows.rowCount())]


def test_everything_handed_over_stands_side_by_side(view: ConsolidatedWindow) -> None:
    assert view.summary.text().startswith("2 of 4 offices handed over, 4 people counted;")
    offices = _texts(view, view.offices)
    assert [row[0] for row in offices] == [
        "Xã Bình Hòa",
        "Xã Ea Na",
        "Xã Dray Sáp",
        "Xã Quảng Điền",
    ]
    assert offices[0][5] == "1"
    chosen = view.offices.current
    assert chosen is not None
    assert chosen.line.place.name == "Xã Ea Na"
    assert view.findings.rows.count() > 0
    places = _texts(view, view.places)
    assert places[0] == ["Xã Bình Hòa", "The conference above", "", "1", "1"]
    assert any("4" in text for text in view.make_up.texts)
    awards = _texts(view, view.awards)
    assert [(row[0], row[1], row[3]) for row in awards] == [
        ("Bằng khen", "Nguyễn Văn 1", "Xã Bình Hòa"),
        ("Bằng khen", "Nguyễn Văn 1", "Xã Ea Na"),
    ]
    assert view.changes.about.text() == "No office has handed anything over a second time."


def test_one_person_on_two_lists_is_reviewed_and_the_decision_is_kept(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province
) -> None:
    assert view.tabs.tabText(4) == "On two lists (1)"
    (row,) = _texts(view, view.twins)
    assert row[0] == "○ open"
    assert row[1] == "same name but for accents, same birth date"
    assert row[2].splitlines()[0].startswith("Xã Bình Hòa: Nguyễn Văn 1, 03/02/1980")
    view.twins.same_button.click()
    assert view.twins.rows.item(0).decided == SAME
    assert view.twins.open_count == 0
    again = ConsolidatedWindow(received)
    qtbot.addWidget(again)
    _settled(qtbot, again)
    assert again.twins.rows.item(0).decided == SAME
    again.twins.different_button.click()
    assert again.twins.rows.item(0).decided == DIFFERENT
    again.twins.open_button.click()
    assert again.twins.open_count == 1
    again.close()


def test_nobody_is_said_to_stand_on_one_list_alone_who_could_not_be_compared(
    view: ConsolidatedWindow,
) -> None:
    view.twins.show_pairs((), 3, 4)
    assert view.twins.about.text() == (
        "Nobody was found twice. 3 of 4 people could not be compared: neither an ID number nor a"
        " whole date of birth was handed over."
    )
    view.twins.show_pairs((), 0, 4)
    assert view.twins.about.text() == "Nobody stands on the lists of two offices."


def test_the_list_of_one_office_is_returned_with_a_remark_about_the_person(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province
) -> None:
    asked: list[str] = []
    texts = iter(("", "Đã có ở xã Bình Hòa"))

    def ask(office: str, _parent: object) -> str:
        asked.append(office)
        return next(texts)

    view.twins.ask_for_remark = ask
    one, other = view.twins.return_menu.actions()
    assert [action.text() for action in (one, other)] == ["Of Xã Bình Hòa…", "Of Xã Ea Na…"]
    other.trigger()
    assert received.workspace.store.replies.remarks() == ()
    other.trigger()
    _settled(qtbot, view)
    assert asked == ["Xã Ea Na", "Xã Ea Na"]
    (remark,) = received.workspace.store.replies.remarks()
    assert (remark.office_id, remark.text) == (ident(2), "Đã có ở xã Bình Hòa")
    bundle = received.current_of(ident(2), ident(52))
    assert bundle is not None
    assert bundle.verdict == RETURNED
    assert remark.delegate_id
    assert view.twins.rows.count() == 0
    assert not view.twins.return_button.isEnabled()


def test_what_is_returned_no_longer_counts_and_a_second_number_shows_its_changes(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province, keys: UnlockedKeys, tmp_path: Path
) -> None:
    view.ask_for_remark = lambda office, _: f"{office}: thiếu chương trình"
    view.return_button.click()
    _settled(qtbot, view)
    assert "2 people counted" in view.summary.text()
    assert "gets it back with your remark" in view.message.text
    (remark,) = received.workspace.store.replies.remarks()
    assert (remark.office_id, remark.text) == (ident(2), "Xã Ea Na: thiếu chương trình")
    second = sealed(received, 2, number=2, people=3, title="Hội nghị Ea Na")
    take_over(qtbot, received, keys, a_stick(tmp_path / "again", second))
    _settled(qtbot, view)
    changes = [row[2:] for row in _texts(view, view.changes)]
    assert ["People added (1)", "Nguyễn Văn 3"] in changes
    assert [row[0] for row in changes][-1] == "Of the conference"
    view.offices.table.selectRow(1)
    view.accept_button.click()
    _settled(qtbot, view)
    assert {one.key: str(one.standing) for one in received.states()}["xa-2"] == "on-time"


def test_nothing_is_returned_without_a_remark(view: ConsolidatedWindow, received: Province) -> None:
    view.ask_for_remark = lambda _office, _parent: ""
    view.return_button.click()
    assert received.workspace.store.replies.remarks() == ()


def test_a_fork_is_settled_by_choosing_the_other_content(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province, keys: UnlockedKeys, tmp_path: Path
) -> None:
    assert not view.settle_button.isVisible()
    take_over(qtbot, received, keys, a_stick(tmp_path / "again", sealed(received, 2, people=3)))
    _settled(qtbot, view)
    view.offices.table.selectRow(1)
    assert _texts(view, view.offices)[1][4].startswith("One number, two contents")
    before = received.current_of(ident(2), ident(52))
    assert before is not None
    assert view.settle_button.isVisible()
    view.settle_button.click()
    _settled(qtbot, view)
    after = received.current_of(ident(2), ident(52))
    assert after is not None
    assert after.id != before.id
    assert not view.settle_button.isVisible()


def test_delegates_become_participants_of_the_congress_in_one_step(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province
) -> None:
    store = received.workspace.store
    store.conferences.add(Conference(id=CONGRESS, office_id=DESK, title="Đại hội"))
    dialog = TakeDialog(received, (ident(1),), view)
    qtbot.addWidget(dialog)
    dialog.show()
    wait(qtbot, lambda: bool(dialog.changes))
    assert [(one.delegate.name, one.is_alternate) for one in dialog.changes] == [
        ("Nguyễn Văn 1", False),
        ("Nguyễn Văn 2", True),
    ]
    assert dialog.take_button.text() == "&Make 2 changes"
    dialog.take_button.click()
    assert dialog.message.text().startswith("2 changes were made in “Đại hội”.")
    assert [one.name for one in store.delegates.of(CONGRESS)] == ["Nguyễn Văn 1", "Nguyễn Văn 2"]
    assert {one.unit for one in store.delegates.of(CONGRESS)} == {"Xã Bình Hòa"}
    again = TakeDialog(received, (ident(1),), view)
    qtbot.addWidget(again)
    wait(qtbot, lambda: again.message.text().startswith("Everybody whom the offices chose"))
    assert not again.take_button.isEnabled()
    store.log.undo(CONGRESS)
    assert store.delegates.of(CONGRESS) == ()


def test_without_a_conference_of_its_own_the_desk_is_told_to_begin_one(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province
) -> None:
    dialog = TakeDialog(received, (ident(1),), view)
    qtbot.addWidget(dialog)
    assert dialog.message.text().startswith("You have no conference of your own yet.")
    for number in (1, 2):
        conference = Conference(id=ident(400 + number), office_id=DESK, title=f"Đại hội {number}")
        received.workspace.store.conferences.add(conference)
    two = TakeDialog(received, (ident(1),), view)
    qtbot.addWidget(two)
    assert two.message.text().startswith("Choose the conference")
    two.upper_field.setCurrentIndex(1)
    two.upper_field.activated.emit(1)
    wait(qtbot, lambda: bool(two.changes))
    assert received.upper_id == two.upper_field.currentData()


def test_the_report_and_the_data_are_written_into_a_folder(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province, tmp_path: Path
) -> None:
    found = view.session.view
    assert found is not None
    dialog = ExportDialog(received, found, view.session.parcels, view)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.warning.isVisible()
    dialog.boxes[ReportForm.PACKAGE].setChecked(True)
    dialog.boxes[ReportForm.SQL].setChecked(True)
    assert dialog.warning.isVisible()
    opened: list[Path] = []

    def show(folder: Path) -> bool:
        opened.append(folder)
        return True

    dialog.choose = lambda _: tmp_path / "ra"
    dialog.open_path = show
    dialog.save_button.click()
    wait(qtbot, dialog.open_button.isVisible)
    assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [
        ".docx",
        ".pdf",
        ".sql",
        ".xlsx",
        ".zip",
    ]
    with zipfile.ZipFile(tmp_path / "ra" / "du-lieu-tong-hop.zip") as package:
        assert "datapackage.json" in package.namelist()
    dialog.open_button.click()
    assert opened == [tmp_path / "ra"]
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.save_button.isEnabled()


def test_the_report_has_the_number_day_and_signer_that_were_typed(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province, tmp_path: Path
) -> None:
    store = received.workspace.store
    store.conferences.add(Conference(id=CONGRESS, office_id=DESK, title="Đại hội"))
    found = view.session.view
    assert found is not None
    dialog = ExportDialog(received, found, view.session.parcels, view)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.issue.missing.isVisible()
    number, day, signer = (
        dialog.issue.field(name) for name in ("number", "issued_on", "signer_id")
    )
    assert isinstance(day, DateField)
    assert isinstance(signer, ChoiceField)
    type_text(number, "12")
    type_text(day.line, "20/03/2025")
    signer.setCurrentIndex(1)
    signer.activated.emit(1)
    for form, box in dialog.boxes.items():
        box.setChecked(form is ReportForm.DOCX)
    dialog.choose = lambda _: tmp_path / "ra"
    dialog.save_button.click()
    wait(qtbot, dialog.open_button.isVisible)
    (office_signer, *_) = an_office().signers
    (kept,) = store.conferences.get(CONGRESS).papers
    assert (kept.key, kept.number, kept.signer_id) == ("consolidated", 12, office_signer.id)
    with zipfile.ZipFile(tmp_path / "ra" / "bao-cao-tong-hop.docx") as written:
        text = re.sub("<[^>]+>", "", written.read("word/document.xml").decode())
    assert "Số: 12/BC" in text
    assert "ngày 20 tháng 3 năm 2025" in text.replace("tháng 03", "tháng 3")
    assert office_signer.name in text
    again = ExportDialog(received, found, view.session.parcels, view)
    qtbot.addWidget(again)
    shown = again.issue.field("number")
    assert isinstance(shown, WholeNumberField)
    assert shown.text() == "12"


def test_without_a_conference_of_its_own_the_report_stays_a_draft(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province
) -> None:
    found = view.session.view
    assert found is not None
    dialog = ExportDialog(received, found, view.session.parcels, view)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.issue.missing.text().startswith("DỰ THẢO stands on the report")
    assert not dialog.issue.field("number").isEnabled()


def test_what_could_not_be_stored_of_the_report_is_said(
    qtbot: QtBot, view: ConsolidatedWindow, received: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = received.workspace.store
    store.conferences.add(Conference(id=CONGRESS, office_id=DESK, title="Đại hội"))
    found = view.session.view
    assert found is not None
    dialog = ExportDialog(received, found, view.session.parcels, view)
    qtbot.addWidget(dialog)

    def full(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(store.conferences, "save", full)
    dialog.issue.take("number", 3)
    assert "disk is full" in dialog.work.outcome.text()


def test_a_remark_is_typed_and_has_a_length(qtbot: QtBot) -> None:
    dialog = ReturnDialog("Xã Ea Na")
    qtbot.addWidget(dialog)
    assert not dialog.ok_button.isEnabled()
    type_text(dialog.field, "  Thiếu dự toán.  ")
    assert (dialog.text, dialog.ok_button.isEnabled()) == ("Thiếu dự toán.", True)
    dialog.field.setPlainText("x" * 4001)
    assert not dialog.ok_button.isEnabled()
    assert dialog.note.text() == "A remark has at most 4000 letters."


def test_consolidating_can_be_stopped(qtbot: QtBot, view: ConsolidatedWindow) -> None:
    view.refresh()
    assert view.stop_button.isVisible()
    view.stop_button.click()
    assert view.message.text == "Stopped."
    view.refresh()
    wait(qtbot, lambda: view.session._runner.is_running)
    view.stop_button.click()
    wait(qtbot, lambda: not view.stop_button.isVisible())


def test_the_view_fits_a_small_screen(view: ConsolidatedWindow) -> None:
    assert view.minimumSizeHint().width() <= 960
    assert view.minimumSizeHint().height() <= 500
    view.offices.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert view.offices.rows.item(0).line.place.name == "Xã Quảng Điền"
