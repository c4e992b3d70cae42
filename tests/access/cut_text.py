"""Finds text that has less room than its letters take."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionGroupBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolBar,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.widgets.elided_label import ElidedLabel
from tests.access.fault import Fault, parts_of, place_of, short, tip_at

_LEEWAY_PX = 1  # of rounding
_MOST_CELLS = 120  # of one table: all in sight


def cut_texts(window: QWidget) -> Iterator[Fault]:
    """Find every text of a window that is cut."""
    for part in parts_of(window):
        for kind, find in _FINDERS:
            if isinstance(part, kind):
                for what in find(part):
                    yield Fault(kind="cut", where=place_of(part), what=what)


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if isinstance(label, ElidedLabel):
        if text != label.whole_text and not _is_told(label, label.rect(), label.whole_text):
            yield f"elided, and no tool tip says the whole: {short(label.whole_text)}"
        return
    if label.wordWrap():
        yield from _wrapped(label)
        return
    need, has = label.sizeHint(), label.size()
    if _is_more(need, has):
        yield _said(text, need, has)


def _wrapped(label: QLabel) -> Iterator[str]:
    need = QSize(label.width(), label.heightForWidth(label.width()))
    if _is_more(need, label.size()):
        yield _said(label.text(), need, label.size())
    frame = label.width() - label.contentsRect().width()
    metrics = label.fontMetrics()
    for word in label.text().split():
        wide = metrics.horizontalAdvance(word) + frame
        if wide > label.width() + _LEEWAY_PX:
            yield f"{short(word)}: {wide} px wide, has {label.width()}"


def _push_button(button: QPushButton) -> Iterator[str]:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    yield from _button_text(button, room.size())


def _button_text(button: QAbstractButton, room: QSize) -> Iterator[str]:
    if not button.text():
        return
    need = _size_of(button.fontMetrics(), button.text())
    if not button.icon().isNull():
        need.setWidth(need.width() + button.iconSize().width() + 4)
    if _is_more(need, room):
        yield _said(button.text(), need, room)


def _other_button(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, QPushButton) or not button.text():
        return
    if isinstance(button, QToolButton) and (
        button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    ):
        return
    need = button.sizeHint()
    if _is_more(need, button.size()):
        yield _said(button.text(), need, button.size())


def _tabs(bar: QTabBar) -> Iterator[str]:
    end = 0
    for place in range(bar.count()):
        if not bar.isTabVisible(place):
            continue
        rectangle = bar.tabRect(place)
        wide = _size_of(bar.fontMetrics(), bar.tabText(place)).width()
        if wide > rectangle.width() + _LEEWAY_PX:
            yield f"{bar.tabText(place)}: {wide} px wide, has {rectangle.width()}"
        end = max(end, rectangle.right() + 1)
    if end > bar.width() + _LEEWAY_PX:
        yield f"the tabs end at {end} px, the bar at {bar.width()}"


def _header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal or header.model() is None:
        return
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        need, has = header.sectionSizeHint(section), header.sectionSize(section)
        title = header.model().headerData(section, Qt.Orientation.Horizontal)
        if title and need > has + _LEEWAY_PX:
            yield f"{title}: {need} px wide, has {has}"


def _is_told(widget: QWidget, part: QRect, text: str) -> bool:
    """Tell whether the tool tip of a part says the whole of its text."""
    return " ".join(text.split()) in " ".join(tip_at(widget, part.center()).split())


def _combo(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    metrics = box.fontMetrics()
    if metrics.height() > room.height() + _LEEWAY_PX:
        yield f"{short(box.currentText())}: {metrics.height()} px high, has {room.height()}"
    wide = metrics.horizontalAdvance(box.currentText())
    is_cut = not box.isEditable() and wide > room.width() + _LEEWAY_PX
    if is_cut and not _is_told(box, box.rect(), box.currentText()):
        yield f"{short(box.currentText())}: {wide} px wide, has {room.width()}"


def combo_lists(window: QWidget) -> Iterator[Fault]:
    """Find every list of a combo box, opened, that is narrower than its longest text."""
    for part in parts_of(window):
        if not isinstance(part, QComboBox) or not part.count() or not part.isEnabled():
            continue
        part.showPopup()
        view = part.view()
        need, has = view.sizeHintForColumn(0), view.viewport().width()
        on_screen = view.window().geometry().width() >= view.screen().availableGeometry().width()
        part.hidePopup()
        if need > has + _LEEWAY_PX and not on_screen:
            what = f"the list needs {need} px, has {has}: {short(part.itemText(0))}"
            yield Fault(kind="cut", where=place_of(part), what=what)


def _group_box(box: QGroupBox) -> Iterator[str]:
    option = QStyleOptionGroupBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_GroupBox, option, QStyle.SubControl.SC_GroupBoxLabel, box
    )
    room.setRight(min(room.right(), box.width()))
    need = _size_of(box.fontMetrics(), box.title())
    if box.title() and _is_more(need, room.size()):
        yield _said(box.title(), need, room.size())


def _progress(bar: QProgressBar) -> Iterator[str]:
    if bar.isTextVisible() and bar.text():
        need = _size_of(bar.fontMetrics(), bar.text())
        if _is_more(need, bar.size()):
            yield _said(bar.text(), need, bar.size())


def _spin_box(box: QSpinBox) -> Iterator[str]:
    need = box.fontMetrics().horizontalAdvance(box.text())
    has = box.lineEdit().width() if box.lineEdit() is not None else box.width()
    if need > has + _LEEWAY_PX:
        yield f"{box.text()}: {need} px wide, has {has}"


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """Go through the cells in sight; one that is cut has to say its whole text in a tip."""
    if isinstance(view, QHeaderView) or view.model() is None:
        return
    seen = 0
    for index in _indexes(view):
        rectangle = view.visualRect(index)
        if not rectangle.isValid() or not view.viewport().rect().intersects(rectangle):
            continue
        seen += 1
        if seen > _MOST_CELLS:
            return
        text = str(index.data() or "")
        if not text or view.indexWidget(index) is not None:
            continue
        need, has = _cell_need(view, index, rectangle.size()), rectangle.size()
        if _is_more(need, has) and not _is_told(view.viewport(), rectangle, text):
            yield f"cell {index.row()}, {index.column()}: {_said(text, need, has)}"


def _cell_need(view: QAbstractItemView, index: QModelIndex, room: QSize) -> QSize:
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect.setSize(room)
    wraps = isinstance(view, QTableView | QTreeView | QListView) and view.wordWrap()
    delegate = view.itemDelegateForIndex(index)
    hint = delegate.sizeHint(option, index)
    if not wraps:
        return hint
    return QSize(min(hint.width(), room.width()), hint.height())


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if isinstance(view, QTreeView):
        index = view.indexAt(view.viewport().rect().topLeft())
        while index.isValid():
            for column in range(model.columnCount()):
                if not view.isColumnHidden(column):
                    yield index.siblingAtColumn(column)
            index = view.indexBelow(index)
        return
    columns = range(model.columnCount()) if isinstance(view, QTableView) else range(1)
    for row in range(model.rowCount()):
        for column in columns:
            if not (isinstance(view, QTableView) and view.isColumnHidden(column)):
                yield model.index(row, column, view.rootIndex())


def _tool_bar(bar: QToolBar) -> Iterator[str]:
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if more is not None and more.isVisibleTo(bar):
        yield "some of its actions have no room"


def _size_of(metrics: QFontMetrics, text: str) -> QSize:
    return metrics.size(Qt.TextFlag.TextShowMnemonic.value, text)


def _is_more(need: QSize, has: QSize) -> bool:
    return need.width() > has.width() + _LEEWAY_PX or need.height() > has.height() + _LEEWAY_PX


def _said(text: str, need: QSize, has: QSize) -> str:
    return (
        f"{short(text)}: needs {need.width()} x {need.height()} px,"
        f" has {has.width()} x {has.height()}"
    )


_FINDERS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QLabel, _label),
    (QPushButton, _push_button),
    (QAbstractButton, _other_button),
    (QTabBar, _tabs),
    (QHeaderView, _header),
    (QComboBox, _combo),
    (QGroupBox, _group_box),
    (QProgressBar, _progress),
    (QSpinBox, _spin_box),
    (QAbstractItemView, _cells),
    (QToolBar, _tool_bar),
)
