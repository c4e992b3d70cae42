"""What is asked before badges are printed: design, sheet, place, order, whose, blanks, printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate, ParticipantGroup
from desktop.documents.badges.imposition import Flip, Order
from desktop.documents.badges.sheet import Sheet
from desktop.language import tr
from desktop.models.badge_draft import OpenDesign
from desktop.models.badge_printing import BadgeOrder, Who
from desktop.models.badge_shelf import ShelfDesign
from desktop.sentences.badge_parts import FLIPS, ORDERS
from desktop.widgets.card_properties import ChoiceBox
from desktop.widgets.labels import PlainLabel
from desktop.widgets.number_field import NumberField
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.sheet_picture import SheetPicture
from desktop.widgets.theme import GAP

_MOST_BLANKS = 999


class BadgeForm(QWidget):
    """Fields that always make one whole order."""

    changed = Signal()
    change_wanted = Signal()  # of the design
    remove_wanted = Signal()  # of the design, which is the office's own
    measure_wanted = Signal()  # of the printer

    def __init__(
        self,
        delegates: Sequence[Delegate],
        groups: Sequence[ParticipantGroup],
        printed: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._designs: tuple[ShelfDesign, ...] = ()
        self._sheets: tuple[Sheet, ...] = ()
        self._start = 1
        self.design = RoomyBox(self)
        self.sheet = RoomyBox(self)
        for box in (self.design, self.sheet):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(18)
        self.picture = SheetPicture(self)
        self.order = ChoiceBox([(each, ORDERS[each]()) for each in Order], self)
        self.flip = ChoiceBox([(each, FLIPS[each]()) for each in Flip], self)
        self.order.show_value(Order.ROWS)
        self.flip.show_value(Flip.LONG)
        self.who = {each: QRadioButton(self) for each in Who}
        self.person = RoomyBox(self)
        self.blanks = NumberField(0, _MOST_BLANKS, 0, self)
        self.blanks.show_value(0)
        self.blank_group = ChoiceBox([(each.id, each.name) for each in groups], self)
        if groups:
            self.blank_group.show_value(groups[0].id)
        self.printer = RoomyBox(self)
        self.change_button = QPushButton(tr("&Change it…"), self)
        self.remove_button = QPushButton(tr("Remo&ve it"), self)
        self.measure_button = QPushButton(tr("&Measure a printer…"), self)
        self._name_people(delegates, printed)
        self._lay_out()
        self._connect()

    def show_designs(self, designs: tuple[ShelfDesign, ...], chosen: str) -> None:
        """Offer these designs, the one of this key chosen if it is there."""
        self._designs = designs
        with QSignalBlocker(self.design):
            self.design.clear()
            for each in designs:
                title = each.design.layout.title
                self.design.addItem(
                    tr("{design} (to be mended)", design=title) if each.fault else title, each.key
                )
            self.design.setCurrentIndex(max(0, self.design.findData(chosen)))
        self.remove_button.setEnabled(bool(self.chosen_design.design.id))

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Offer these sheets; the one chosen stays where it can."""
        chosen = self._sheets[self.sheet.currentIndex()].id if self._sheets else ""
        self._sheets = sheets
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for each in sheets:
                self.sheet.addItem(_sheet_name(each), each.id)
            self.sheet.setCurrentIndex(max(0, self.sheet.findData(chosen)))
        self._follow()

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        """Offer the printers that were measured."""
        with QSignalBlocker(self.printer):
            self.printer.clear()
            self.printer.addItem(tr("as it prints, not measured"), "")
            for name in names:
                self.printer.addItem(name, name)
            self.printer.setCurrentIndex(max(0, self.printer.findData(chosen)))

    @property
    def chosen_design(self) -> ShelfDesign:
        """The design chosen."""
        return self._designs[max(0, self.design.currentIndex())]

    @property
    def chosen_sheet(self) -> Sheet:
        """The sheet chosen."""
        return self._sheets[max(0, self.sheet.currentIndex())]

    @property
    def value(self) -> BadgeOrder:
        """What is asked for."""
        design: OpenDesign = self.chosen_design.design
        return BadgeOrder(
            design=design,
            sheet=self.chosen_sheet,
            start=self.picture.start,
            order=Order(str(self.order.value)),
            flip=Flip(str(self.flip.value)),
            who=next(who for who, button in self.who.items() if button.isChecked()),
            person_id=str(self.person.currentData() or ""),
            blank_count=int(self.blanks.value),
            blank_group=str(self.blank_group.value or ""),
            printer=str(self.printer.currentData() or ""),
        )

    def show_printed(self, delegates: Sequence[Delegate], printed: frozenset[str]) -> None:
        """Count those who were not printed yet."""
        left = sum(each.id not in printed for each in delegates)
        self.who[Who.NOT_PRINTED].setText(tr("those not printed yet ({count})", count=left))

    def _name_people(self, delegates: Sequence[Delegate], printed: frozenset[str]) -> None:
        self.show_printed(delegates, printed)
        self.who[Who.EVERYBODY].setText(tr("everybody ({count})", count=len(delegates)))
        self.who[Who.ONE].setText(tr("one person:"))
        self.who[Who.NOBODY].setText(tr("nobody, only blank badges"))
        self.who[Who.NOT_PRINTED if printed else Who.EVERYBODY].setChecked(True)
        for each in delegates:
            self.person.addItem(each.name or tr("(without a name)"), each.id)
        self.person.setMinimumContentsLength(14)
        self.person.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.person.setAccessibleName(tr("The person whose badge is printed"))
        self.who[Who.ONE].setEnabled(bool(delegates))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(4)
        self._add(column, tr("Design"), self.design)
        column.addLayout(_row(self.change_button, self.remove_button))
        self._add(column, tr("Sheet of paper"), self.sheet)
        self._place_box = QWidget(self)
        places = QVBoxLayout(self._place_box)
        places.setContentsMargins(0, 0, 0, 0)
        places.addWidget(
            PlainLabel(tr("First free place, where the sheet was used before:"), "hint", self)
        )
        places.addWidget(self.picture)
        column.addWidget(self._place_box)
        self._add(column, tr("Order on the sheets"), self.order)
        self._flip_box = QWidget(self)
        inner = QVBoxLayout(self._flip_box)
        inner.setContentsMargins(0, 0, 0, 0)
        self._add(inner, tr("The printer turns the paper"), self.flip)
        column.addWidget(self._flip_box)
        column.addWidget(PlainLabel(tr("Whose badges"), "heading", self))
        group = QButtonGroup(self)
        for who, button in self.who.items():
            group.addButton(button)
            if who is Who.ONE:
                row = QHBoxLayout()
                row.addWidget(button)
                row.addWidget(self.person, 1)
                column.addLayout(row)
            else:
                column.addWidget(button)
        blanks = QLabel(tr("Blank badges"), self)
        blanks.setBuddy(self.blanks)
        self.blanks.setAccessibleName(tr("Blank badges"))
        self.blanks.setMaximumWidth(64)
        self.blank_group.setAccessibleName(tr("The group of the blank badges"))
        row = QHBoxLayout()
        row.addWidget(blanks)
        row.addWidget(self.blanks)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.blank_group)
        self._add(column, tr("Printer"), self.printer)
        column.addLayout(_row(self.measure_button))
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        label = QLabel(name, self)
        label.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(field)

    def _connect(self) -> None:
        self.design.activated.connect(lambda _: self.changed.emit())
        self.sheet.activated.connect(lambda _: self._take_start(1))
        self.picture.start_chosen.connect(self._take_start)
        self.order.chosen.connect(lambda _: self._take_start(self._start))
        self.flip.chosen.connect(lambda _: self.changed.emit())
        for button in self.who.values():
            button.clicked.connect(lambda _: self.changed.emit())
        self.person.activated.connect(lambda _: self._take_person())
        self.blanks.committed.connect(lambda _: self.changed.emit())
        self.blank_group.chosen.connect(lambda _: self.changed.emit())
        self.printer.activated.connect(lambda _: self.changed.emit())
        self.change_button.clicked.connect(self.change_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        self.measure_button.clicked.connect(self.measure_wanted)
        for each in (self.change_button, self.remove_button, self.measure_button):
            each.setAutoDefault(False)

    def _take_start(self, start: int) -> None:
        self._start = start
        self._follow()
        self.changed.emit()

    def _take_person(self) -> None:
        self.who[Who.ONE].setChecked(True)
        self.changed.emit()

    def _follow(self) -> None:
        """Bring the picture of the sheet and what depends on the design up to date."""
        self.picture.show_sheet(self.chosen_sheet, Order(str(self.order.value)), self._start)
        self._place_box.setVisible(self.chosen_sheet.cards > 1)
        self._flip_box.setVisible(self.chosen_design.design.layout.sides > 1)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _sheet_name(sheet: Sheet) -> str:
    if sheet.id == "card":
        return tr(
            "paper of one card, {width} × {height} mm",
            width=f"{sheet.page_width_mm:g}",
            height=f"{sheet.page_height_mm:g}",
        )
    return sheet.title
