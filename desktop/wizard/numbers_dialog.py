"""Badge numbers: who gets one, and which numbers are kept for each group."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate, ParticipantGroup
from desktop.language import tr
from desktop.local_time import local_day
from desktop.models.draft import Draft
from desktop.people.badge_numbers import HIGHEST, Numbering, numbered, overlapping
from desktop.widgets.fields import WholeNumberField
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 640, 420
_ENDS = ("first_badge", "last_badge")
_BADGES = "badges"


def day_of_badges(draft: Draft) -> str:
    """Say when badges were made last; empty when they never were."""
    made = [one.at for one in draft.exports() if one.what == _BADGES]
    return f"{local_day(made[0]):%d/%m/%Y}" if made else ""


class NumbersDialog(QDialog):
    """Gives numbers in the order of the list, after saying what it would do."""

    def __init__(
        self,
        people: Sequence[Delegate],
        groups: Sequence[ParticipantGroup],
        order: str,
        handed_out: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show what giving numbers would change.

        Args:
            people: everybody, in the order of the list.
            groups: of the conference.
            order: what this order is called.
            handed_out: when badges with the present numbers were made; empty when they never were.
            parent: of the dialog.
        """
        super().__init__(parent)
        self._people = people
        self._given = tuple(groups)
        self._groups = list(groups)
        self._handed_out = handed_out
        self.setWindowTitle(tr("Badge numbers"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        without = sum(one.badge_number is None for one in people)
        self.missing_button = QRadioButton(
            tr("Only those who have &none ({count})", count=without), self
        )
        self.anew_button = QRadioButton(
            tr("&Everybody anew, in the order of the list: {order}", order=order), self
        )
        self._which = QButtonGroup(self)
        for button in (self.missing_button, self.anew_button):
            self._which.addButton(button)
            button.toggled.connect(self._look)
        self.outcome = PlainLabel(parent=self)
        self.warning = PlainLabel(role="advisory", parent=self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.give_button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.give_button.setText(tr("&Give numbers"))
        dress_as(self.give_button, "role", "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.fields: list[tuple[WholeNumberField, WholeNumberField]] = []
        self._lay_out()
        (self.missing_button if without else self.anew_button).setChecked(True)
        self._look()

    @property
    def groups(self) -> tuple[ParticipantGroup, ...]:
        """The groups with the numbers kept for them now."""
        return tuple(self._groups)

    @property
    def numbering(self) -> Numbering:
        """Who would get which number."""
        return numbered(self._people, self._groups, anew=self.anew_button.isChecked())

    @property
    def changed(self) -> tuple[Delegate, ...]:
        """The people as they would be, without those who would stay the same."""
        numbers = self.numbering.numbers
        return tuple(
            msgspec.structs.replace(one, badge_number=numbers[one.id])
            for one in self._people
            if one.id in numbers
        )

    def accept(self) -> None:
        """Take what stands in a field that was not left yet, and close if all fits."""
        for pair in self.fields:
            for field in pair:
                field.commit()
        if self.give_button.isEnabled():
            super().accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        for widget in (self.missing_button, self.anew_button):
            column.addWidget(widget)
        caption = PlainLabel(tr("Numbers kept for a group; empty where it keeps none"), parent=self)
        column.addWidget(caption)
        column.addWidget(self._ranges(), 1)
        for label in (self.outcome, self.warning):
            column.addWidget(label)
        column.addWidget(self._buttons)

    def _ranges(self) -> QWidget:
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        scroll.setWidgetResizable(True)
        inside = QWidget(scroll)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setSpacing(GAP)
        grid.setColumnStretch(0, 1)
        headings = (tr("Group"), tr("Listed"), tr("First number"), tr("Last number"))
        for number, text in enumerate(headings):
            grid.addWidget(PlainLabel(text, "hint", inside), 0, number)
        for row, group in enumerate(self._groups):
            count = sum(one.group_id == group.id for one in self._people)
            grid.addWidget(PlainLabel(group.name, parent=inside), row + 1, 0)
            grid.addWidget(PlainLabel(str(count), parent=inside), row + 1, 1)
            pair = (WholeNumberField(1, HIGHEST, inside), WholeNumberField(1, HIGHEST, inside))
            names = (
                tr("First number of {group}", group=group.name),
                tr("Last number of {group}", group=group.name),
            )
            values = (group.first_badge, group.last_badge)
            for place, field in enumerate(pair):
                field.setAccessibleName(names[place])
                field.setMaximumWidth(scaled(110))
                field.show_value(values[place])
                field.committed.connect(
                    lambda value, row=row, end=_ENDS[place]: self._keep(row, end, value)
                )
                grid.addWidget(field, row + 1, place + 2)
            self.fields.append(pair)
        grid.setRowStretch(len(self._groups) + 1, 1)
        scroll.setWidget(inside)
        return scroll

    def _keep(self, row: int, end: str, value: int | None) -> None:
        self._groups[row] = msgspec.structs.replace(self._groups[row], **{end: value})
        self._look()

    def _look(self) -> None:
        faults = self._faults()
        numbering = self.numbering
        self.outcome.setText(
            " ".join(faults)
            if faults
            else tr("Numbers that change: {count}.", count=len(numbering.numbers))
        )
        self.outcome.set_role("binding" if faults else "")
        self.warning.setText(" ".join(self._warnings(numbering)))
        self.warning.setVisible(bool(self.warning.text()))
        is_change = bool(numbering.numbers) or self.groups != self._given
        self.give_button.setEnabled(is_change and not faults)

    def _faults(self) -> list[str]:
        names = {group.id: group.name for group in self._groups}
        faults = [
            tr("{group}: the first number is above the last.", group=group.name)
            for group in self._groups
            if (group.first_badge or 1) > (group.last_badge or HIGHEST)
        ]
        return faults + [
            tr("“{one}” and “{other}” keep the same numbers.", one=names[one], other=names[other])
            for one, other in overlapping(self._groups)
        ]

    def _warnings(self, numbering: Numbering) -> list[str]:
        names = {group.id: group.name for group in self._groups}
        warnings = [
            tr(
                "“{group}” keeps too few numbers: {count} of its people get others.",
                group=names[group_id],
                count=count,
            )
            for group_id, count in numbering.crowded.items()
        ]
        if numbering.unnumbered:
            warnings.append(
                tr(
                    "There are no more numbers: {count} people get none.",
                    count=numbering.unnumbered,
                )
            )
        if self._handed_out and any(
            one.badge_number is not None for one in self._people if one.id in numbering.numbers
        ):
            warnings.append(
                tr(
                    "Badges were made on {day}: those whose number changes have to be printed"
                    " again.",
                    day=self._handed_out,
                )
            )
        return warnings
