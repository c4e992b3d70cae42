"""The view of a PDF with its bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QToolButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.widgets import pdf_view
from desktop.widgets.labels import PlainLabel
from desktop.widgets.pdf_pages import PdfUnreadableError
from desktop.widgets.pdf_view import PdfView
from tests.desktop.widgets.pdfs import A4, a_pdf
from tests.hands import child, press, type_text


def _view(qtbot: QtBot, pages: int = 0) -> PdfView:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(520, 500)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    if pages:
        with qtbot.waitSignal(view.pages.settled):
            view.show_pdf(a_pdf(*[A4] * pages))
    return view


def _button(view: PdfView, name: str) -> QToolButton:
    return next(one for one in view.findChildren(QToolButton) if name in one.accessibleName())


def _said(view: PdfView) -> list[str]:
    return [one.text() for one in view.findChildren(PlainLabel) if one.text()]


def test_it_counts_the_pages_and_turns_them(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=3)
    number = child(view, QLineEdit)
    assert view.page_count == 3
    assert "of 3" in _said(view)
    assert number.text() == "1"
    assert not _button(view, "Previous").isEnabled()
    _button(view, "Next").click()
    assert number.text() == "2"
    _button(view, "Next").click()
    assert not _button(view, "Next").isEnabled()
    _button(view, "Previous").click()
    assert view.pages.current_page == 1


def test_a_typed_page_number_leads_there_and_ends_no_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    finish = QPushButton("Finish", dialog)
    finish.setDefault(True)
    finish.clicked.connect(dialog.accept)
    view = PdfView(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(view)
    column.addWidget(finish)
    view.show_pdf(a_pdf(*[A4] * 9))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    number = child(view, QLineEdit)
    type_text(number, "7")
    press(number, Qt.Key.Key_Return)
    assert view.pages.current_page == 6
    press(number, Qt.Key.Key_Return)
    assert view.pages.current_page == 6
    larger = _button(view, "Larger")
    before = view.pages.zoom
    larger.setFocus()
    press(larger, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.pages.zoom > before)
    assert dialog.isVisible()


def test_what_is_no_page_number_gives_way_to_the_page_in_sight(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=3)
    number = child(view, QLineEdit)
    number.setFocus()
    type_text(number, "9")
    press(number, Qt.Key.Key_Return)
    assert view.pages.current_page == 0
    _button(view, "Next").setFocus()
    assert number.text() == "1"


def test_the_number_follows_scrolling(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=3)
    press(view.pages, Qt.Key.Key_End)
    assert child(view, QLineEdit).text() == "3"


def test_the_zoom_is_told_and_ends_at_its_steps(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=1)
    fit = _button(view, "Fit width")
    assert fit.isChecked()
    _button(view, "Smaller").click()
    assert not fit.isChecked()
    view.pages.set_zoom(1.0)
    assert "100 %" in _said(view)
    view.pages.set_zoom(99.0)
    assert not _button(view, "Larger").isEnabled()
    view.pages.set_zoom(0.0)
    assert not _button(view, "Smaller").isEnabled()
    fit.click()
    assert fit.isChecked()


def test_one_page_needs_no_page_number(qtbot: QtBot) -> None:
    assert not child(_view(qtbot, pages=1), QLineEdit).isEnabled()


def test_without_a_pdf_nothing_can_be_pressed(qtbot: QtBot) -> None:
    view = _view(qtbot)
    assert view.notice == ""
    assert not any(button.isEnabled() for button in view.findChildren(QToolButton))


def test_while_the_next_pages_are_made_the_old_ones_stay(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=2)
    view.show_busy("Being drawn…")
    assert view.notice == "Being drawn…"
    assert not view.again_button.isVisible()
    assert view.page_count == 2
    view.show_pdf(a_pdf(A4))
    assert view.notice == ""
    assert view.page_count == 1


def test_a_damaged_pdf_is_said_and_can_be_drawn_again(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=2)
    view.show_pdf(b"damaged")
    assert "damaged" in view.notice
    assert view.page_count == 0
    with qtbot.waitSignal(view.again_wanted):
        view.again_button.click()


def test_a_page_that_cannot_be_drawn_is_said(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=2)
    view.pages.failed.emit(PdfUnreadableError("page 2"))
    assert "cannot be shown" in view.notice


def test_the_notice_stays_inside_a_narrow_view(qtbot: QtBot) -> None:
    view = _view(qtbot)
    text = "A long sentence that says what happened, what is safe and what to do. " * 3
    view.show_error(text)
    view.resize(420, 400)
    notice = view.again_button.parentWidget()
    assert notice is not None
    assert notice.geometry().right() <= view.pages.width()
    assert notice.height() > 3 * view.fontMetrics().lineSpacing()


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot) -> None:
    view = _view(qtbot, pages=3)
    controls = [*view.findChildren(QToolButton), child(view, QLineEdit), view.pages]
    assert all(control.accessibleName() for control in controls)
    assert all(control.focusPolicy() & Qt.FocusPolicy.TabFocus for control in controls)


def test_the_page_drawer_is_loaded_while_the_paper_is_made(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(pdf_view, "load_ahead", lambda: loaded.append("page drawer"))
    _view(qtbot).show_busy("Being drawn…")
    assert loaded == ["page drawer"]
