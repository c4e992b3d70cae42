"""What is done to 10,000 people at once in the register, and how long the window stood still.

An act has its time until the store and the table have it; the gap is the longest that the event
loop was kept waiting, until all that the act set off is done and drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from db.records import ListOrder
from desktop.people.people_filter import Facet, PeopleFilter
from desktop.wizard.field_dialog import FieldDialog
from desktop.wizard.paste_dialog import PasteDialog
from desktop.wizard.register import Register
from tests.benchmarks.pulse import Pulse

_AFTERWARDS_S = 0.4  # the filters are counted a while after a change


def bulk_figures(register: Register, group_id: str) -> Iterator[str]:
    """Measure each act, a line each; the register is left with the people it had."""
    pulse = Pulse()

    def told(name: str, act: Callable[[], object]) -> str:
        return pulse.told(f"all at once: {name}", act, _AFTERWARDS_S)

    table, edits, rows = register.table, register.edits, register.rows
    header = table.horizontalHeader()
    yield told("all selected", table.selectAll)
    yield told("one field set in its dialog", lambda: _set_a_field(register))
    yield told("that undone", register.undo)
    yield told("that redone", register.redo)
    yield told("put into a group", lambda: edits.put_into_group(group_id))
    yield told("that undone", register.undo)
    yield told("filled down", lambda: _fill_down(register))
    yield told("that undone", register.undo)
    table.selectAll()
    yield told("copied", register.clipboard.copy)
    text = _other_texts(register)
    yield told("two columns pasted over", lambda: _paste(register, text))
    yield told("that undone", register.undo)
    QApplication.clipboard().clear()  # the platform without a screen crashes at its end over it
    name = rows.column_of("name")
    yield told("sorted", lambda: header.setSortIndicator(name, Qt.SortOrder.DescendingOrder))
    yield told("kept as the order by hand", edits.order_by_hand_from_here)
    for order in (ListOrder.PROTOCOL, ListOrder.UNIT, ListOrder.GIVEN_NAME):
        yield told(f"order: {order}", partial(edits.order_by, order))
    one_group = PeopleFilter().with_values(Facet.GROUP, (group_id,))
    yield told("one group filtered", lambda: register.filters.changed.emit(one_group))
    yield told("everybody shown", register.show_everybody)
    yield told("the units counted", lambda: rows.choices(Facet.UNIT))
    table.selectAll()
    yield told("removed", edits.remove_selected)
    yield told("that undone", register.undo)
    yield told("that redone", register.redo)
    yield told("that undone again", register.undo)


def _set_a_field(register: Register) -> None:
    """Let the officer fill in the dialog for all who are selected."""

    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FieldDialog):
            raise TypeError(dialog)
        editor = dialog.editors[dialog.field_box.currentIndex()]
        if isinstance(editor, QLineEdit):
            editor.setText("Thôn Một")
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(1)
        dialog.set_button.click()

    _set_cursor(register, "unit")
    QTimer.singleShot(50, fill_in)
    register.set_field()


def _fill_down(register: Register) -> None:
    _set_cursor(register, "post")
    register.edits.fill_down()


def _set_cursor(register: Register, key: str) -> None:
    index = register.rows.index(0, register.rows.column_of(key))
    register.table.selectionModel().setCurrentIndex(
        index, QItemSelectionModel.SelectionFlag.NoUpdate
    )


def _other_texts(register: Register) -> str:
    """Write what Excel would put on the clipboard: two columns under their headings."""
    columns = [column for column in register.rows.columns if column.key in ("post", "phone")]
    people = [
        replace(one, post=f"{one.post} A".strip(), phone=f"08{number:08}")
        for number, one in enumerate(register.rows.shown)
    ]
    lines = [[column.title for column in columns]]
    lines += [[column.written(one) for column in columns] for one in people]
    return "".join("\t".join(line) + "\r\n" for line in lines)


def _paste(register: Register, text: str) -> None:
    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PasteDialog):
            QTimer.singleShot(20, agree)
            return
        dialog.paste_button.click()

    QApplication.clipboard().setText(text)
    _set_cursor(register, "name")
    QTimer.singleShot(20, agree)
    register.clipboard.paste()
