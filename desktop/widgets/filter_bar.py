"""The filters of the register in a row: each says what it lets by, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from db.records import ParticipantGroup
from desktop.language import shown_number, tr
from desktop.people.honours import match_honour
from desktop.people.names import text_key
from desktop.people.people_filter import FIELDS_WITH_GAPS, NONE, Choice, Facet, PeopleFilter
from desktop.sentences.person_fields import person_field_name
from desktop.widgets.facet_button import FacetButton, FacetValue
from desktop.widgets.flow_layout import FlowLayout

_COUNT_AFTER_MS = 250  # not at each key
_LAST = 1_000_000


class FilterBar(QWidget):
    """Shows a filter and lets the officer change it."""

    changed = Signal(object)  # PeopleFilter

    def __init__(
        self,
        choices: Callable[[Facet], Sequence[Choice]],
        leading: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons.

        Args:
            choices: counts the people whom each value of a facet would leave.
            leading: other buttons that stand before them.
            parent: of the bar.
        """
        super().__init__(parent)
        self._choices = choices
        self._wanted = PeopleFilter()
        self._groups: Mapping[str, str] = {}
        self._texts: dict[Facet, dict[str, str]] = {facet: {} for facet in Facet}
        self.buttons = {
            Facet.GROUP: FacetButton(tr("Group"), self),
            Facet.UNIT: FacetButton(tr("Unit"), self),
            Facet.HONOUR: FacetButton(tr("Honours"), self),
            Facet.MISSING: FacetButton(tr("Missing"), self),
        }
        self.twice_button = QPushButton(self)
        self.twice_button.setCheckable(True)
        self.twice_button.setToolTip(
            tr("Same ID number, or same name and birth, as somebody else on the list")
        )
        self.clear_button = QPushButton(tr("Show ever&ybody"), self)
        self.in_order = (*leading, *self.buttons.values(), self.twice_button, self.clear_button)
        row = FlowLayout(self, across=6, down=4)
        for other in leading:
            other.setProperty("role", "small")
            other.setAutoDefault(False)
            row.addWidget(other)
        for facet, button in self.buttons.items():
            button.opening.connect(lambda facet=facet: self._offer(facet))
            button.chosen.connect(lambda values, facet=facet: self._take(facet, values))
            row.addWidget(button)
        for plain in (self.twice_button, self.clear_button):
            plain.setProperty("role", "small")
            plain.setAutoDefault(False)
            row.addWidget(plain)
        self.twice_button.clicked.connect(
            lambda is_on: self._take(Facet.TWICE, frozenset((Facet.TWICE.value,) if is_on else ()))
        )
        self.clear_button.clicked.connect(lambda: self.changed.emit(PeopleFilter()))
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self.count_now)
        self._twice_count: int | None = None
        self.show_filter(PeopleFilter())

    def show_groups(self, groups: Sequence[ParticipantGroup]) -> None:
        """Name the groups of the conference as they are named now."""
        self._groups = {group.id: group.name for group in groups}
        self.show_filter(self._wanted)

    def show_filter(self, wanted: PeopleFilter) -> None:
        """Show what is wanted."""
        self._wanted = wanted
        if wanted.units - self._texts[Facet.UNIT].keys():
            self._learn_units()  # a view names them by their keys
        for facet, button in self.buttons.items():
            names = {value: self._name(facet, value) for value in sorted(wanted.values(facet))}
            button.show_values(names)
        self.twice_button.setChecked(wanted.twice)
        self._name_twice()
        self.clear_button.setVisible(wanted != PeopleFilter())

    def _learn_units(self) -> None:
        choices = self._choices(Facet.UNIT)
        self._texts[Facet.UNIT] |= {choice.value: choice.text for choice in choices}

    def count_soon(self) -> None:
        """Count anew whom the list has twice, when the officer has stopped typing."""
        self._counting.start()

    def count_now(self) -> None:
        """Count whom the list has twice."""
        self._counting.stop()
        self._twice_count = sum(choice.count for choice in self._choices(Facet.TWICE))
        self._name_twice()

    def _name_twice(self) -> None:
        count = self._twice_count
        name = tr("Listed twice")
        self.twice_button.setText(name if count is None else f"{name} ({shown_number(count)})")

    def _offer(self, facet: Facet) -> None:
        choices = self._choices(facet)
        self._texts[facet] |= {choice.value: choice.text for choice in choices}
        ordered = sorted(choices, key=lambda choice: self._place(facet, choice))
        self.buttons[facet].offer(
            [
                FacetValue(choice.value, self._name(facet, choice.value), choice.count)
                for choice in ordered
            ]
        )

    def _take(self, facet: Facet, values: frozenset[str]) -> None:
        self.changed.emit(self._wanted.with_values(facet, values))

    def _place(self, facet: Facet, choice: Choice) -> tuple[int, bytes]:
        value, name = choice.value, text_key(choice.text)
        if value == NONE:
            return _LAST + 1, b""
        match facet:
            case Facet.GROUP:
                known = list(self._groups)
                return (known.index(value) if value in known else _LAST), name
            case Facet.HONOUR:
                honour = match_honour(value)
                return (honour.rank if honour is not None else _LAST), name
            case Facet.MISSING:
                return FIELDS_WITH_GAPS.index(value), name
            case _:
                return 0, name

    def _name(self, facet: Facet, value: str) -> str:
        match facet:
            case Facet.GROUP:
                return self._groups.get(value, value) if value else tr("in no group")
            case Facet.UNIT:
                return self._texts[facet].get(value, value) if value else tr("no unit written")
            case Facet.HONOUR:
                return value or tr("no honours")
            case _:
                return person_field_name(value)
