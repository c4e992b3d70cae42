"""People who stand on the lists of two offices: one person, or two of one name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.handoff.consolidation.same_person import OnList, SamePerson
from desktop.language import tr
from desktop.models.consolidated_rows import DIFFERENT, SAME, TwinRow, twin_key, twin_rows
from desktop.models.province import Province
from desktop.widgets.plain_table import THREE_LINES
from desktop.widgets.told_tab import ToldTab
from desktop.windows.province.return_dialog import ask_for_remark


class TwinsTab(ToldTab[TwinRow]):
    """The review list; what is decided is kept, and the next number of an office asks no more."""

    def __init__(self, province: Province, parent: QWidget | None = None) -> None:
        super().__init__(
            twin_rows(),
            tr("People on two lists"),
            (150, 210, 0),
            tr("Nobody stands on the lists of two offices."),
            parent,
            row_height=THREE_LINES,
        )
        self._province = province
        self._pairs: tuple[SamePerson, ...] = ()
        self._unknown, self._total = 0, 0
        self.same_button = QPushButton(tr("The &same person"), self)
        self.different_button = QPushButton(tr("&Different people"), self)
        self.open_button = QPushButton(tr("&Open again"), self)
        self.ask_for_remark: Callable[[str, QWidget], str] = ask_for_remark
        self.return_button = QPushButton(tr("&Return a list"), self)
        self.return_menu = QMenu(self.return_button)
        self.return_button.setMenu(self.return_menu)
        for button, decided in (
            (self.same_button, SAME),
            (self.different_button, DIFFERENT),
            (self.open_button, ""),
        ):
            button.clicked.connect(lambda _checked, decided=decided: self.decide(decided))
            self.add_button(button)
        self.add_button(self.return_button)
        self.foot.addStretch(1)
        self.chosen.connect(self._enable)
        self._enable()

    @property
    def open_count(self) -> int:
        """How many nobody has decided yet."""
        return sum(not row.decided for row in self.rows.items)

    def show_pairs(self, pairs: Sequence[SamePerson], unknown: int, total: int) -> None:
        """Show these, with what was decided of them before.

        Args:
            pairs: people who may be one.
            unknown: how many people could not be compared.
            total: how many there are.
        """
        self._pairs = tuple(pairs)
        self._unknown, self._total = unknown, total
        self._show()

    def decide(self, decided: str) -> None:
        """Decide about the people chosen."""
        row = self.current
        if row is not None:
            self._province.decide_people(twin_key(row.pair), decided)
            self._show()

    def return_list(self, person: OnList) -> None:
        """Send the list of an office back, with a remark about the person on it."""
        bundle = self._province.current_of(person.sender, person.subject)
        text = self.ask_for_remark(person.office, self) if bundle is not None else ""
        if text and bundle is not None:
            self._province.return_with(bundle, text, person.delegate_id)

    def _show(self) -> None:
        decided = self._province.decided_people()
        rows = [TwinRow(one, decided.get(twin_key(one), "")) for one in self._pairs]
        about = tr(
            "The same ID number, or the same name and birth date, on two lists. Ask the offices"
            " which list keeps the person, then return the other with a remark."
        )
        none = ""
        if self._unknown:
            unknown = tr(
                "{count} of {total} people could not be compared: neither an ID number nor a whole"
                " date of birth was handed over.",
                count=self._unknown,
                total=self._total,
            )
            about, none = f"{about} {unknown}", f"{tr('Nobody was found twice.')} {unknown}"
        self.show_items(sorted(rows, key=lambda row: bool(row.decided)), about, none)

    def _enable(self) -> None:
        row = self.current
        self.same_button.setEnabled(row is not None and row.decided != SAME)
        self.different_button.setEnabled(row is not None and row.decided != DIFFERENT)
        self.open_button.setEnabled(row is not None and bool(row.decided))
        self.return_button.setEnabled(row is not None)
        self.return_menu.clear()
        for person in row.pair.people if row is not None else ():
            action = self.return_menu.addAction(
                tr("Of {office}…", office=person.office).replace("&", "&&")
            )
            action.triggered.connect(lambda _=False, person=person: self.return_list(person))
