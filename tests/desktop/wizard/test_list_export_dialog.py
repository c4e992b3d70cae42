"""Handing out the list: whom, which fields, into which file."""

from __future__ import annotations

import csv
import errno
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from desktop.models.draft import Draft
from desktop.people.list_export import ListForm
from desktop.wizard import list_export_dialog
from desktop.wizard.list_export_dialog import ListExportDialog, choose_file
from tests.desktop.conftest import OpenDraft
from tests.desktop.wizard.hand_runner import HandRunner
from tests.desktop.wizard.registers import a_register, answer, people

OpenDialog = Callable[..., ListExportDialog]


@pytest.fixture
def open_dialog(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> OpenDialog:
    monkeypatch.setattr(list_export_dialog, "JobRunner", HandRunner)
    drafts: list[Draft] = []

    def open_it(shown: int = 3, selected: int = 0) -> ListExportDialog:
        draft = drafts[0] if drafts else open_draft(*people())
        drafts[:] = [draft]
        everybody = draft.delegates
        dialog = ListExportDialog(draft, everybody, everybody[:shown], everybody[:selected])
        dialog.choose_file = lambda _parent, _proposed, form: tmp_path / f"ds.{form}"
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_it


def _runner(dialog: ListExportDialog) -> HandRunner:
    assert isinstance(dialog.runner, HandRunner)
    return dialog.runner


def test_what_is_ticked_is_written_and_noted_without_names(
    open_dialog: OpenDialog, tmp_path: Path
) -> None:
    dialog = open_dialog()
    dialog.field_list.tick(("name", "unit"))
    dialog.save_button.click()
    assert not dialog.save_button.isVisible()
    _runner(dialog).finish()
    rows = openpyxl.load_workbook(tmp_path / "ds.xlsx").active
    assert rows is not None
    assert [tuple(row) for row in rows.iter_rows(values_only=True)][:3] == [
        ("Họ và tên", "Đơn vị"),
        ("Lê Đạt", None),
        ("Nguyễn Thị Ước", "Thôn 2"),
    ]
    assert dialog.outcome.text() == "Saved: ds.xlsx"
    assert dialog.history.text().endswith("06/01/2025 12:00: 3 people, 2 fields, ds.xlsx")
    (export,) = dialog._draft.exports()
    assert (export.what, export.count, tuple(export.fields)) == ("xlsx", 3, ("name", "unit"))
    assert open_dialog().fields == ("name", "unit"), "ticked again the next time"


def test_those_selected_or_shown_can_be_handed_out_alone(
    open_dialog: OpenDialog, tmp_path: Path
) -> None:
    assert len(open_dialog().people) == 3
    assert len(open_dialog(shown=1).people) == 1
    dialog = open_dialog(shown=3, selected=2)
    assert len(dialog.people) == 2
    dialog.csv_button.setChecked(True)
    dialog.field_list.tick(("name",))
    dialog.save()
    _runner(dialog).finish()
    text = (tmp_path / "ds.csv").read_text(encoding="utf-8-sig")
    assert [row[0] for row in csv.reader(text.splitlines())] == [
        "Họ và tên",
        "Lê Đạt",
        "Nguyễn Thị Ước",
    ]
    dialog.scope.button(0).setChecked(True)
    assert len(dialog.people) == 3


def test_sensitive_fields_stand_out_before_they_leave(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    assert not any(key in dialog.fields for key in ("id_number", "ethnicity", "religion"))
    assert dialog.warning.isHidden()
    dialog.field_list.tick(("name", "id_number", "ethnicity"))
    assert dialog.warning.text().startswith("Sensitive by Law 91/2025: Ethnicity, ID number.")
    assert dialog.warning.isVisible()


def test_without_a_field_there_is_nothing_to_save(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.field_list.tick(())
    assert not dialog.save_button.isEnabled()


def test_the_field_under_the_cursor_is_explained(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.field_list.setCurrentRow(1)
    assert dialog.about.text().startswith("Full name: It names the person.")


def test_choosing_no_file_writes_none(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.choose_file = lambda *_: None
    dialog.save()
    assert not _runner(dialog).is_running


def test_progress_is_shown_and_a_stop_is_told(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.save()
    _runner(dialog).progress.emit(2, 3)
    assert dialog.progress_bar.text() == "2 of 3 people"
    dialog.cancel_button.click()
    assert not dialog.cancel_button.isEnabled()
    _runner(dialog).confirm_cancel()
    assert dialog.outcome.text().startswith("Stopped.")
    assert dialog.save_button.isVisible()


def test_a_file_that_cannot_be_written_is_told_in_words(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.save()
    _runner(dialog).fail(OSError(errno.ENOSPC, "No space left on device"))
    assert dialog.outcome.property("role") == "binding"
    assert dialog.outcome.text()
    assert dialog._draft.exports() == ()


def test_a_log_that_cannot_be_kept_is_told_beside_the_file(
    open_dialog: OpenDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()

    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"), "SQLITE_FULL")

    monkeypatch.setattr(dialog._draft, "log_export", fail)
    dialog.save()
    _runner(dialog).finish()
    assert dialog.outcome.text().startswith("Saved: ds.xlsx The disk is full.")


def test_closing_stops_the_writing(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    dialog.save()
    dialog.reject()
    assert _runner(dialog).dropped == 1


def test_the_file_is_opened_or_its_place_told(open_dialog: OpenDialog, tmp_path: Path) -> None:
    dialog = open_dialog()
    dialog.save()
    _runner(dialog).finish()
    opened: list[Path] = []

    def open_it(path: Path) -> bool:
        opened.append(path)
        return True

    dialog.open_path = open_it
    dialog.open_button.click()
    assert opened == [tmp_path / "ds.xlsx"]
    assert dialog.outcome.text() == "Saved: ds.xlsx"
    dialog.open_path = lambda _: False
    dialog.open_button.click()
    assert dialog.outcome.text().startswith("No program opens “ds.xlsx” here.")


@pytest.mark.parametrize(
    ("answered", "path"),
    [
        ("/nha/ds.XLSX", Path("/nha/ds.XLSX")),
        ("/nha/ds", Path("/nha/ds.xlsx")),
        ("/nha/xa 1.2", Path("/nha/xa 1.2.xlsx")),
        ("", None),
    ],
)
def test_the_file_gets_the_ending_of_its_kind(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answered: str, path: Path | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answered, ""))
    assert choose_file(parent, Path("x.xlsx"), ListForm.XLSX) == path


def test_the_register_hands_over_who_is_shown_and_selected(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.search_box.setText("le dat")
    counts: list[list[int]] = []
    answer(
        monkeypatch,
        ListExportDialog,
        lambda dialog: counts.append([len(people) for people in dialog._sets]),
    )
    register.export_button.click()
    assert counts == [[3, 1, 0]]
