"""The guide as it is read: pages, search, sizes, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import dress
from desktop.guide_pages import INDEX, TOUR_LINK, pages
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import Look, colour_of, wear
from desktop.windows.guide_window import GuideWindow
from tests.hands import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
IMAGE = QTextDocument.ResourceType.ImageResource.value
HTML = QTextDocument.ResourceType.HtmlResource.value


@pytest.fixture
def guide(qtbot: QtBot) -> GuideWindow:
    """Open the guide at its index."""
    window = GuideWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.show_place()
    return window


def _listed(guide: GuideWindow) -> list[str]:
    return [guide.list.item(row).text() for row in range(guide.list.count())]


def _marked(guide: GuideWindow) -> list[str]:
    return [one.cursor.selectedText() for one in guide.view.extraSelections()]


def test_all_pages_are_listed_and_the_one_being_read_is_pointed_at(guide: GuideWindow) -> None:
    assert _listed(guide) == [page.title for page in pages()]
    for row, page in enumerate(pages()):
        guide.list.setCurrentRow(row)
        assert guide.view.page == page.name
        assert guide.view.toPlainText().startswith(page.title)


def test_every_page_is_shown_once_with_all_its_pictures(guide: GuideWindow, qtbot: QtBot) -> None:
    for page in pages():
        guide.show_place(page.name)
        qtbot.waitUntil(lambda: not guide.view.render_timer.isActive())
        text = guide.view.toPlainText()
        assert text.count("\ufffc") == len(page.pictures)
        assert text.count(page.parts[-1].heading) >= 1
        assert [line.strip() for line in text.splitlines()].count(page.title) == 1


def test_a_link_leads_to_its_page_and_back_leads_home(guide: GuideWindow) -> None:
    guide.view.anchorClicked.emit(QUrl("guide:/in-the.html#trang-thu"))
    assert guide.view.page == "in-the.html"
    assert guide.list.currentItem().text() == "In thẻ đại biểu"
    guide.back_button.click()
    assert guide.view.page == INDEX
    assert guide.list.currentRow() == 0
    guide.forward_button.click()
    assert guide.view.page == "in-the.html"
    assert not guide.forward_button.isEnabled()


def test_a_part_is_led_to_and_not_only_its_page(guide: GuideWindow) -> None:
    guide.show_place("ban-giao.html#chep")
    at_top = guide.view.cursorForPosition(QPoint(40, 20)).block().text()
    assert at_top == "Chép vào USB"
    guide.view.anchorClicked.emit(QUrl("guide:/ban-giao.html#gui"))
    assert guide.view.cursorForPosition(QPoint(40, 20)).block().text() == "Gửi những gì"


def test_the_link_to_the_tour_asks_for_it_and_stays(guide: GuideWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guide.tour_wanted):
        guide.view.anchorClicked.emit(QUrl(TOUR_LINK))
    with qtbot.waitSignal(guide.tour_wanted):
        guide.tour_button.click()
    assert guide.view.page == INDEX


@pytest.mark.parametrize(
    "url",
    [
        "https://example.vn/",
        "file:///etc/hostname",
        "guide:/../../../README.md",
        "guide:/none.html",
    ],
)
def test_nothing_but_the_guide_is_read(guide: GuideWindow, url: str) -> None:
    assert guide.view.loadResource(HTML, QUrl(url)) is None
    guide.view.anchorClicked.emit(QUrl("https://example.vn/"))
    assert guide.view.page == INDEX
    assert guide.isVisible()


def test_the_search_needs_no_accents_and_marks_what_it_found(guide: GuideWindow) -> None:
    type_text(guide.search_field, "quen mat khau")
    assert _listed(guide)[0].startswith("Bàn giao cho cấp trên bằng USB › Quên mật khẩu")
    press(guide.search_field, Qt.Key.Key_Return)
    assert guide.view.page == "ban-giao.html"
    assert set(map(str.casefold, _marked(guide))) == {"quên mật khẩu"}
    guide.search_field.clear()
    assert _listed(guide) == [page.title for page in pages()]
    assert guide.list.currentItem().text() == "Bàn giao cho cấp trên bằng USB"


def test_a_search_that_finds_nothing_says_so(guide: GuideWindow) -> None:
    assert guide.nothing.isHidden()
    type_text(guide.search_field, "khongcotunay")
    assert not guide.nothing.isHidden()
    assert _listed(guide) == []
    press(guide.search_field, Qt.Key.Key_Return)
    guide.search_field.clear()
    assert guide.nothing.isHidden()


def test_the_text_grows_and_shrinks_with_its_marks_and_pictures(
    guide: GuideWindow, qtbot: QtBot
) -> None:
    type_text(guide.search_field, "in trang thu")
    press(guide.search_field, Qt.Key.Key_Return)
    before, marked = guide.view.document().defaultFont().pointSizeF(), _marked(guide)
    assert marked
    for _ in range(3):
        press(guide.view, Qt.Key.Key_Plus, CONTROL)
    assert guide.view.per_cent == 130
    assert guide.view.document().defaultFont().pointSizeF() == pytest.approx(before * 1.3)
    assert _marked(guide) == marked
    press(guide.view, Qt.Key.Key_Minus, CONTROL)
    assert guide.view.per_cent == 120
    press(guide.view, Qt.Key.Key_0, CONTROL)
    assert guide.view.per_cent == 100
    for _ in range(20):
        guide.smaller_button.click()
    assert guide.view.per_cent == 80
    for _ in range(20):
        guide.larger_button.click()
    assert guide.view.per_cent == 200


def test_the_wheel_grows_the_text_where_ctrl_is_held(guide: GuideWindow) -> None:
    for turn, modifier in ((120, CONTROL), (120, CONTROL), (-120, CONTROL), (-120, None)):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifier or Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(guide.view.viewport(), event)
    assert guide.view.per_cent == 110


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress as officers see it, and undress afterwards."""
    plain = qapp.font(), qapp.palette()
    dress(qapp)
    yield
    wear(Look.SYSTEM, 100)
    qapp.setStyleSheet("")
    qapp.setFont(plain[0])
    qapp.setPalette(plain[1])
    QLocale.setDefault(QLocale.c())


@pytest.mark.usefixtures("dressed")
def test_a_page_is_dressed_anew_with_all_windows(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.show_place("in-the.html")
    before = guide.view.document().defaultFont().pointSizeF()
    wear(Look.DARK, 150)
    qtbot.waitUntil(lambda: guide.view.document().defaultFont().pointSizeF() > before)
    qtbot.waitUntil(lambda: not guide.view.render_timer.isActive())
    assert guide.view.document().defaultFont().pointSizeF() == pytest.approx(before * 1.5)
    assert colour_of(Colour.MUTED).name() in guide.view.document().defaultStyleSheet()
    assert guide.view.toPlainText().startswith("In thẻ đại biểu")


def test_pictures_fit_into_a_narrow_window(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.show_place("in-the.html")
    guide.resize(620, 480)
    qtbot.waitUntil(lambda: guide.width() == 620)
    qtbot.waitUntil(lambda: guide.view.horizontalScrollBar().maximum() == 0)
    picture = guide.view.loadResource(IMAGE, QUrl("guide:/pictures/in-the.png"))
    assert isinstance(picture, QImage)
    assert picture.deviceIndependentSize().width() < guide.view.viewport().width()


def test_keys_lead_to_the_search_the_index_and_out(guide: GuideWindow) -> None:
    guide.show_place("su-co.html")
    press(guide, Qt.Key.Key_F, CONTROL)
    assert guide.search_field.hasFocus()
    press(guide, Qt.Key.Key_F1)
    assert guide.view.page == INDEX
    press(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
