"""The whole set printed from its dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreFull, StoreUnreachable
from db.prints import Print, PrintedBadge
from db.records import Attended, Delegate
from db.store import Store
from desktop.documents.papers import PaperGroup
from desktop.models.draft import Draft
from desktop.printing.order import PrintOrder, Sides
from desktop.printing.press import PrintFault
from desktop.wizard.print_set_dialog import PrintSetDialog
from tests.builders import a_delegate
from tests.desktop.conftest import OpenDraft
from tests.desktop.wizard.printing import HP, OLD, PATIENCE_MS, APress
from tests.hands import press as press_key
from tests.hands import type_text

BEFORE = (PaperGroup.PREPARING,)
BEATS = 50


def _open(
    qtbot: QtBot, draft: Draft, press: APress, groups: tuple[PaperGroup, ...] = BEFORE
) -> PrintSetDialog:
    dialog = PrintSetDialog(draft, press=press, groups=groups)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(
        lambda: dialog.save_button.isEnabled() and dialog.form.again_button.isEnabled(),
        timeout=PATIENCE_MS,
    )
    return dialog


def _copies(dialog: PrintSetDialog, **copies: int) -> None:
    """Print so many of these papers and none of the others."""
    for key, row in dialog.rows.rows.items():
        if row.copies.isEnabled():
            type_text(row.copies, str(copies.get(key.replace("-", "_"), 0)))


def _print(qtbot: QtBot, dialog: PrintSetDialog) -> None:
    with qtbot.waitSignal(dialog.runner.finished, timeout=PATIENCE_MS):
        dialog.print_button.click()


def test_everything_is_printed_in_one_press_with_fitting_copies(
    qtbot: QtBot, open_draft: OpenDraft, store: Store
) -> None:
    draft, press = open_draft(*[a_delegate(n) for n in range(1, 13)]), APress(OLD, HP)
    dialog = _open(qtbot, draft, press, tuple(PaperGroup))
    assert dialog.rows.rows["programme"].copies.text() == "12"
    assert dialog.rows.rows["programme"].sheets.text() == "12 sheets"
    assert not dialog.rows.rows["badges"].copies.isEnabled()
    assert dialog.rows.rows["minutes"].before.text() == "nothing to print yet"
    asked = dialog.rows.wanted(PrintOrder(printer=""))
    sheets = sum(one.sheets for one in asked)
    assert dialog.summary.text() == f"{len(asked)} papers, {sheets} sheets of paper"

    _print(qtbot, dialog)

    assert len(press.orders) == len(asked)
    assert dialog.message.text == f"Given to Cũ: {len(asked)} papers, {sheets} sheets."
    logged = store.prints.of(draft.conference.id)
    assert {one.paper for one in logged} == {one.key for one in asked}
    assert sum(one.sheets for one in logged) == sheets
    assert "has not changed since" in dialog.rows.rows["plan"].before.text()
    dialog.print_button.click()
    assert dialog.message.text.startswith(f"{len(asked)} of these papers were printed before")


def test_what_to_look_at_comes_first(qtbot: QtBot, open_draft: OpenDraft) -> None:
    people = [a_delegate(1, name="Nguyễn 𝕏 An"), a_delegate(2)]
    dialog = _open(
        qtbot, open_draft(*people), APress(HP), (PaperGroup.PREPARING, PaperGroup.PEOPLE)
    )

    lines = [dialog.problems.item(row).text() for row in range(dialog.problems.count())]

    assert "no letter" in lines[0]
    drafts = next(n for n, line in enumerate(lines) if "DỰ THẢO" in line)
    assert "Plan" in lines[drafts]
    assert lines[drafts + 1] == "Without a photo: 2 of 2 people."
    assert all("leaves a place blank" in line for line in lines[drafts + 2 :])
    assert dialog.problems_heading.text().endswith(str(len(lines)))


def test_both_sides_are_counted_as_halves_where_a_paper_allows_it(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    dialog = _open(qtbot, open_draft(), APress(HP, OLD))
    _copies(dialog, plan=3)
    (wanted,) = dialog.rows.wanted(PrintOrder(printer=""))
    assert wanted.pages > 1
    assert wanted.order.sides is Sides.LONG_EDGE
    assert wanted.sheets == 3 * -(-wanted.pages // 2)

    dialog.form.printer.setCurrentIndex(1)
    dialog.form.printer.activated.emit(1)

    (one_sided,) = dialog.rows.wanted(PrintOrder(printer=""))
    assert one_sided.sheets == 3 * wanted.pages
    assert dialog.rows.rows["plan"].sheets.text() == f"{one_sided.sheets} sheets"


def test_what_was_printed_and_has_not_changed_is_asked_about(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    press = APress(HP)
    dialog = _open(qtbot, open_draft(), press)
    _copies(dialog, plan=1)
    _print(qtbot, dialog)
    _copies(dialog, plan=1, budget=1)

    dialog.print_button.click()
    assert dialog.message.text == ("Printed before and not changed since: Plan. Print them again?")
    with qtbot.waitSignal(dialog.runner.finished, timeout=PATIENCE_MS):
        dialog.message.other_button.click()
    assert [title for title, _ in press.orders] == ["Plan", "Budget estimate"]

    dialog.print_button.click()
    assert dialog.message.other_button.isHidden()
    with qtbot.waitSignal(dialog.runner.finished, timeout=PATIENCE_MS):
        dialog.message.action_button.click()
    assert len(press.orders) == 4


def test_a_printer_that_fails_says_what_came_out_and_what_not(
    qtbot: QtBot, open_draft: OpenDraft, store: Store
) -> None:
    draft, press = open_draft(), APress(HP)
    press.fails_at, press.fault = "Budget estimate", PrintFault.DISK_FULL
    dialog = _open(qtbot, draft, press)
    _copies(dialog, plan=1, budget=1, speeches=1)

    _print(qtbot, dialog)

    assert "too full" in dialog.message.text
    assert "Given to HP: Plan, " in dialog.message.text
    assert dialog.message.text.endswith("Not printed: Budget estimate, List of speeches.")
    assert [one.paper for one in store.prints.of(draft.conference.id)] == ["plan"]


def test_a_print_that_is_stopped_takes_the_queue_back(
    qtbot: QtBot, open_draft: OpenDraft, store: Store
) -> None:
    draft, press = open_draft(), APress(HP)
    dialog = _open(qtbot, draft, press)
    _copies(dialog, plan=1, budget=1)
    press.may_go_on.clear()
    dialog.print_button.click()
    press_key(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.runner.finished, timeout=PATIENCE_MS):
        press.may_go_on.set()

    assert dialog.message.text.startswith("Stopped. ")
    assert dialog.message.text.endswith("Not printed: Plan, Budget estimate.")
    assert store.prints.of(draft.conference.id) == ()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_set_can_be_saved_in_a_folder_instead(
    qtbot: QtBot, open_draft: OpenDraft, tmp_path: Path
) -> None:
    dialog = _open(qtbot, open_draft(), APress())
    _copies(dialog, plan=1, budget=2)
    assert not dialog.print_button.isEnabled()
    dialog.choose_folder = lambda _parent, _folder: tmp_path

    dialog.save_button.click()

    assert {each.name for each in tmp_path.glob("*.pdf")} == {"ke-hoach.pdf", "du-toan.pdf"}
    assert dialog.message.text.startswith("2 papers saved in ")
    dialog.choose_folder = lambda _parent, _folder: tmp_path / "gone"
    dialog.save()
    assert "was not written" in dialog.message.text
    dialog.choose_folder = lambda _parent, _folder: None
    dialog.save()


def test_copies_that_are_no_number_are_not_printed(qtbot: QtBot, open_draft: OpenDraft) -> None:
    dialog = _open(qtbot, open_draft(), APress(HP))
    type_text(dialog.rows.rows["plan"].copies, "ba")

    assert not dialog.print_button.isEnabled()
    dialog.print_now()
    assert dialog.message.isHidden()


def test_what_came_of_the_conference_is_printed_from_its_page(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    draft = open_draft(a_delegate(1), attended=Attended(present=1))
    dialog = _open(qtbot, draft, APress(HP), (PaperGroup.AFTERWARDS,))

    assert list(dialog.rows.rows) == ["minutes", "awards", "result-report"]
    assert dialog.rows.rows["minutes"].copies.text() == "2"


def test_faults_of_the_store_and_of_the_drawing_are_told(
    qtbot: QtBot, open_draft: OpenDraft, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft()
    dialog = _open(qtbot, draft, APress(HP))
    _copies(dialog, plan=1)

    def refuse(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(store.prints, "add", refuse)
    _print(qtbot, dialog)
    assert "Not noted as printed" in dialog.message.text
    dialog.runner.failed.emit(RuntimeError())
    assert "RuntimeError" in dialog.message.text

    dialog.drawing.failed.emit(OSError("gone"))
    assert dialog.message.action_button.text() == "Draw it again"

    def gone(_: object) -> None:
        raise StoreUnreachable(Path("hoinghi.db"))

    monkeypatch.setattr(draft, "snapshot", gone)
    dialog.message.action_button.click()
    assert "does not answer" in dialog.message.text


def test_the_window_answers_while_a_printer_does_not(qtbot: QtBot, open_draft: OpenDraft) -> None:
    press = APress(HP)
    dialog = _open(qtbot, open_draft(), press)
    _copies(dialog, plan=1)
    press.may_go_on.clear()
    beats: list[bool] = []

    def beat() -> None:
        beats.append(dialog.runner.is_running)
        if len(beats) == BEATS:
            press.may_go_on.set()  # never reached in a window that waits for its printer

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    _print(qtbot, dialog)
    timer.stop()

    assert all(beats[1:BEATS])
    assert len(press.orders) == 1


def test_the_set_says_who_has_no_badge_and_leads_to_where_badges_are_printed(
    qtbot: QtBot, open_draft: OpenDraft, store: Store
) -> None:
    people = [a_delegate(number) for number in (1, 2, 3)]
    draft = open_draft(*people)

    def log(*printed: Delegate) -> None:
        store.prints.add(
            Print(
                id=draft.new_id(),
                conference_id=draft.conference.id,
                paper="badges",
                badges=tuple(PrintedBadge(one.id) for one in printed),
            )
        )

    opened: list[QDialog] = []

    def print_badges(over: QWidget) -> QDialog:
        opened.append(QDialog(over))
        return opened[-1]

    log(people[0])
    dialog = PrintSetDialog(
        draft, press=APress(OLD), groups=(PaperGroup.EACH_PERSON,), print_badges=print_badges
    )
    qtbot.addWidget(dialog)
    row = dialog.rows.rows["badges"]
    assert row.before.text() == "people without a printed badge: 2 of 3"
    assert row.lead is not None
    row.lead.click()
    log(*people[1:])
    opened[0].accept()
    assert row.before.text() == "printed for everybody"
    dialog.reject()
