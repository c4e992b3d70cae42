"""A PDF as it will be printed: its pages on screen, with page numbers, zoom, and what is amiss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.widgets.icons import Icon, put_icon
from desktop.widgets.labels import PlainLabel
from desktop.widgets.page_stack import ZOOMS, PageStack
from desktop.widgets.pdf_pages import PdfPages, PdfUnreadableError, load_ahead
from desktop.widgets.theme import GAP, SPACE, scaled

_NOTICE_WIDTH = 420


class _PageNumber(QLineEdit):
    """The number of the page in sight; Enter goes there and stays in this field."""

    wanted = Signal(int)  # number of the page, from 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""
        self._validator = QIntValidator(self)
        self.setValidator(self._validator)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 20)
        self.setAccessibleName(tr("Page number"))
        self.setToolTip(tr("Type a page number and press Enter"))
        self.editingFinished.connect(self._go)

    def show_place(self, number: int, count: int) -> None:
        """Show a page's number, from 0."""
        self._validator.setRange(1, max(1, count))
        self._shown = str(number + 1) if count else ""
        self.setText(self._shown)
        self.setEnabled(count > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from pressing the dialog's default button."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the page in sight again when what was typed is no page."""
        super().focusOutEvent(event)
        if not self.hasAcceptableInput():
            self.setText(self._shown)

    def _go(self) -> None:
        if self.text() != self._shown:
            self.wanted.emit(int(self.text()) - 1)


_BUTTON_HEIGHT = 36  # of the signs, which are larger than words


class _BarButton(QToolButton):
    """A button of the bar; Enter presses it too, and not the dialog's default button."""

    def __init__(self, shown: Icon | str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        if isinstance(shown, Icon):
            put_icon(self, shown)
        else:
            self.setText(shown)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("role", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(scaled(_BUTTON_HEIGHT))
        self.setMinimumWidth(scaled(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.animateClick()
            return
        super().keyPressEvent(event)


class PdfView(QWidget):
    """Shows PDF bytes; stays usable while the next ones are being made.

    Attributes:
        pages: the scrolling pages.
        again_button: offered beside an error; `again_wanted` tells that it was pressed.
    """

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageStack(self)
        self._number = _PageNumber(self)
        self._count = PlainLabel(parent=self)
        self._count.setWordWrap(False)
        self._zoom = PlainLabel(parent=self)
        self._zoom.setWordWrap(False)
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("400 %") + 4)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice = QFrame(self.pages)
        self._notice_text = PlainLabel(parent=self._notice)
        self.again_button = QPushButton(tr("Draw it again"), self._notice)
        self._build_notice()
        self._back = self._button(Icon.PREVIOUS, tr("Previous page"), lambda: self._turn(-1))
        self._on = self._button(Icon.NEXT, tr("Next page"), lambda: self._turn(1))
        self._smaller = self._button(Icon.SMALLER, tr("Smaller (Ctrl+−)"), self.pages.zoom_out)
        self._larger = self._button(Icon.LARGER, tr("Larger (Ctrl++)"), self.pages.zoom_in)
        self._fit = self._button(tr("Fit width"), tr("Fit width (Ctrl+0)"), self.pages.fit_width)
        self._fit.setCheckable(True)
        self._lay_out()
        self.pages.page_changed.connect(self._show_place)
        self.pages.zoom_changed.connect(self._show_zoom)
        self.pages.failed.connect(lambda _: self.show_error(_unreadable()))
        self.pages.installEventFilter(self)
        self._number.wanted.connect(self.pages.go_to_page)
        self.again_button.clicked.connect(self.again_wanted)
        self.setFocusProxy(self.pages)
        self.clear()

    def show_pdf(self, data: bytes) -> None:
        """Show these bytes in place of what is shown; the place and zoom stay."""
        self._show_source(data)

    def _show_source(self, data: bytes | Path) -> None:
        try:
            pages = PdfPages(data)
        except (PdfUnreadableError, OSError):
            self.clear()
            self.show_error(_unreadable())
            return
        self._notice.hide()
        self.pages.show_pages(pages)
        self._show_place()

    def show_file(self, path: Path) -> None:
        """Show a file as `show_pdf` shows bytes; it must stay while it is shown."""
        self._show_source(path)

    def clear(self) -> None:
        """Show no PDF and no notice."""
        self._notice.hide()
        self.pages.show_pages(None)
        self._show_place()

    def show_busy(self, text: str) -> None:
        """Say that new pages are on their way; the old ones stay in sight."""
        load_ahead()
        self._show_notice(text, "hint", offers_again=False)

    def show_error(self, text: str) -> None:
        """Say why the pages are missing or old, and offer to try again."""
        self._show_notice(text, "binding", offers_again=True)

    @property
    def notice(self) -> str:
        """What is said over the pages."""
        return "" if self._notice.isHidden() else self._notice_text.text()

    @property
    def page_count(self) -> int:
        """Count the pages shown."""
        return self.pages.page_count

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notice in its place when the pages' view changes size."""
        if watched is self.pages and event.type() is QEvent.Type.Resize:
            self._place_notice()
        return False

    def _build_notice(self) -> None:
        self._notice.setProperty("role", "card")
        self.again_button.setAutoDefault(False)
        column = QVBoxLayout(self._notice)
        column.setContentsMargins(SPACE, GAP, SPACE, GAP)
        column.addWidget(self._notice_text)
        column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        page = QLabel(tr("Page"), self)
        page.setBuddy(self._number)
        for widget in (self._back, page, self._number, self._count, self._on):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._smaller, self._zoom, self._larger, self._fit):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def _button(self, shown: Icon | str, name: str, action: Callable[[], object]) -> _BarButton:
        button = _BarButton(shown, name, self)
        button.clicked.connect(lambda _: action())
        return button

    def _turn(self, by: int) -> None:
        self.pages.go_to_page(self.pages.current_page + by)

    def _show_place(self) -> None:
        count, current = self.pages.page_count, self.pages.current_page
        self._number.show_place(current, count)
        self._count.setText(tr("of {count}", count=count) if count else "")
        self._back.setEnabled(current > 0)
        self._on.setEnabled(current + 1 < count)
        self._show_zoom()

    def _show_zoom(self) -> None:
        zoom, has_pages = self.pages.zoom, self.pages.page_count > 0
        self._zoom.setText(f"{round(zoom * 100)} %" if has_pages else "")
        self._smaller.setEnabled(has_pages and zoom > ZOOMS[0])
        self._larger.setEnabled(has_pages and zoom < ZOOMS[-1])
        self._fit.setEnabled(has_pages)
        self._fit.setChecked(has_pages and self.pages.fits_width)

    def _show_notice(self, text: str, role: str, *, offers_again: bool) -> None:
        self._notice_text.setText(text)
        self._notice_text.set_role(role)
        self.again_button.setVisible(offers_again)
        self._notice.show()
        self._place_notice()

    def _place_notice(self) -> None:
        width = min(_NOTICE_WIDTH, self.pages.width() - 2 * SPACE)
        hint = self._notice.sizeHint()
        width = min(width, max(hint.width(), 160))
        self._notice.resize(width, max(hint.height(), self._notice.heightForWidth(width)))
        self._notice.move((self.pages.width() - width) // 2, SPACE)
        self._notice.raise_()


def _unreadable() -> str:
    return tr(
        "This paper cannot be shown: the PDF is damaged. Nothing you entered is lost."
        " Draw it again."
    )
