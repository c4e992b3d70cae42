"""Who takes part: groups with their targets, the plan's lines about them, and the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from db.records import GroupKind, ParticipantGroup, WizardStep
from desktop.language import shown_number, tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.rules.check import check
from desktop.rules.counting import count_by_group
from desktop.rules.make_up import listed, planned
from desktop.sentences.colours import badge_colours
from desktop.widgets.gauge import Gauge
from desktop.widgets.gauge_line import GaugeLine
from desktop.widgets.narrow_room import NarrowRoom
from desktop.widgets.record_table import RecordTable
from desktop.widgets.text_list import TextListEditor
from desktop.widgets.theme import GAP, SPACE
from desktop.wizard.directory_dialog import DirectoryDialog
from desktop.wizard.make_up_panel import MakeUpPanel
from desktop.wizard.photo_actions import PhotoActions
from desktop.wizard.quota_panel import QuotaPanel
from desktop.wizard.register import Register
from desktop.wizard.section import Section

_USUAL_WIDTH = 600
_GROUPS_TAB, _REGISTER_TAB, _QUOTAS_TAB, _MAKE_UP_TAB = range(4)


class ParticipantsSection(Section):
    """Groups, register, places of the units and make-up, each on a tab; a gauge above two of them.

    Attributes:
        import_list: opens the import of a list; replaceable.
    """

    step: ClassVar[WizardStep] = WizardStep.PARTICIPANTS

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Participants")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Set the groups and their numbers, then bring in the list of delegates.")

    def build(self) -> None:
        """Add the fields."""
        self.import_list: Callable[[Path | None], None] = self._import
        self._listed_by_group: dict[str, int] = {}
        self.gauge = Gauge(self)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(tr("Parts of this page"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.more_button = QPushButton(tr("&More"), self)
        self.more_button.setMenu(QMenu(self.more_button))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.more_button)
        self.body.addLayout(head)
        self.gauge_line = GaugeLine(self)
        self.gauge_line.toggled.connect(self.gauge.setVisible)
        self.body.addWidget(self.gauge_line)
        self.body.addWidget(self.gauge)
        self.quotas = QuotaPanel(self.draft, self)
        self.quotas.people_wanted.connect(self.show_people_only)
        self.make_up = MakeUpPanel(self.draft, self.this_year, self)
        self._pages = (self._groups_page(), self._register_page(), self.quotas, self.make_up)
        for page in self._pages:
            self.body.addWidget(page, 100)  # the section adds a stretch of 1 below
        self.tabs.addTab(tr("Groups"))
        self.tabs.addTab("")
        self.tabs.addTab(tr("Places of the units"))
        self.tabs.addTab(tr("Make-up"))
        self.tabs.currentChanged.connect(self._show_page)
        self.register.tools_button.folded.connect(self._show_gauge)
        NarrowRoom(self, (self.tabs, self.more_button), _USUAL_WIDTH)
        self._show_page(_GROUPS_TAB)
        self._show_people()
        self.draft.delegates_changed.connect(self._show_people)
        self.draft.findings_changed.connect(self._show_make_up)

    def fit_room(self, *, is_short: bool) -> None:
        """Leave a low window to the rows of the register."""
        self.register.fit_room(is_short=is_short)
        self.body.setSpacing(GAP // 2 if is_short else GAP)
        low = self.body.contentsMargins()
        low.setBottom(0 if is_short else SPACE)
        self.body.setContentsMargins(low)

    def conference_changed(self, names: frozenset[str]) -> None:
        """Show what depends on the groups, the rules and the day."""
        if names & {"groups", "level_id", "list_order", "rule_pack_id", "sessions"}:
            self.register.show_people()
            self._show_make_up()

    def flush(self) -> None:
        """Store what stands in a field that was not left yet."""
        super().flush()
        self.register.commit()
        self.quotas.commit()

    def undo(self) -> None:
        """Take back the last step, and say on the register which it was."""
        super().flush()
        self.register.undo()

    def redo(self) -> None:
        """Do the step again, and say on the register which it was."""
        super().flush()
        self.register.redo()

    def focus_first(self) -> None:
        """Begin at the tabs: in a small window the first field alone would hide them."""
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self, place: str) -> None:
        """Put the cursor on a field; `delegates:<id>` is one person."""
        name, _, person = place.partition(":")
        if name in ("delegates", "list_order"):
            self.tabs.setCurrentIndex(_REGISTER_TAB)
            self.register.focus_person(person)
        elif name == "quotas":
            self.tabs.setCurrentIndex(_QUOTAS_TAB)
            self.quotas.table.setFocus()
        else:
            self.tabs.setCurrentIndex(_GROUPS_TAB)
            super().focus_field(place)

    def _groups_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(
            self.bound_box(
                "groups",
                tr("Groups and how many of each"),
                self._groups_table(),
                wide=True,
            )
        )
        column.addWidget(
            self.bound_box(
                "composition",
                tr("Who takes part, as the plan says it"),
                TextListEditor(tr("Add a line"), self),
                wide=True,
            )
        )
        column.addStretch(1)
        return page

    def _groups_table(self) -> RecordTable:
        table = RecordTable(
            (
                Column("name", tr("Group")),
                Column(
                    "kind",
                    tr("Counts as"),
                    ColumnKind.CHOICE,
                    width=96,
                    choices=(
                        (GroupKind.EXEMPLAR, tr("exemplars")),
                        (GroupKind.GUEST, tr("guests")),
                        (GroupKind.OTHER, tr("others")),
                    ),
                ),
                Column("target", tr("Planned"), ColumnKind.NUMBER, width=82, optional=True),
                Column(
                    "listed",
                    tr("Listed"),
                    ColumnKind.COMPUTED,
                    width=76,
                    compute=self._listed,
                    is_figure=True,
                ),
                Column("badge_label", tr("On the badge"), width=122),
                Column(
                    "colour",
                    tr("Colour"),
                    ColumnKind.CHOICE,
                    width=112,
                    choices=badge_colours(),
                ),
            ),
            lambda: ParticipantGroup(id=self.draft.new_id(), name=""),
            tr("Add a group"),
            self,
        )
        table.previewed.connect(self._preview_targets)
        return table

    def _preview_targets(self, groups: tuple[ParticipantGroup, ...]) -> None:
        """Move the gauge while a number is typed; it is stored when the cell is left."""
        draft = self.draft
        conference = replace(draft.conference, groups=groups)
        findings = check(conference, draft.delegates, draft.pack, draft.office)
        make_up = planned(conference, draft.pack, findings)
        self.gauge.planned.show_make_up(make_up, make_up.full)

    def _listed(self, groups: Sequence[ParticipantGroup], index: int) -> str:
        return shown_number(self._listed_by_group.get(groups[index].id, 0))

    def _register_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.register = Register(self.draft, self.this_year, page)
        self.register.import_asked.connect(self._begin_import)
        self.register.pasted.connect(lambda: self._import(None, is_pasted=True))
        self.directory_action = self.more_button.menu().addAction(
            tr("People of other &conferences…")
        )
        self.directory_action.triggered.connect(self.open_directory)
        self.photos = PhotoActions(self.draft, self.register, self.more_button.menu())
        column.addWidget(self.register, 1)
        return page

    def open_directory(self) -> None:
        """Show the people of all conferences; whoever is carried over is selected afterwards."""
        self.register.commit()
        dialog = DirectoryDialog(self.draft, self)
        if dialog.exec():
            self.tabs.setCurrentIndex(_REGISTER_TAB)
            self.register.show_added(dialog.added_ids, dialog.done_words)

    def show_people_only(self, ids: Sequence[str], who: str) -> None:
        """Lead to some people on the register."""
        self.tabs.setCurrentIndex(_REGISTER_TAB)
        self.register.show_only(ids, who)

    def this_year(self) -> int:
        """Give the year that ages are counted in: that of the conference, else the present one."""
        days = [one.day for one in self.draft.conference.sessions if one.day is not None]
        return min(days).year if days else QDate.currentDate().year()

    def _show_page(self, number: int) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and any(page.isAncestorOf(focused) for page in self._pages):
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)  # what is hidden loses it anyway
        for index, page in enumerate(self._pages):
            page.setVisible(index == number)
        self.gauge.show_plan(number == _GROUPS_TAB)
        self._show_gauge()

    def _show_gauge(self) -> None:
        number = self.tabs.currentIndex()
        has_line = number == _REGISTER_TAB and not self.register.tools_button.is_folded
        self.gauge_line.setVisible(has_line)
        self.gauge.setVisible(number == _GROUPS_TAB or (has_line and self.gauge_line.is_open))

    def _show_people(self) -> None:
        people = self.draft.delegates
        self._listed_by_group = count_by_group(people)
        self.tabs.setTabText(_REGISTER_TAB, tr("List of delegates ({count})", count=len(people)))
        table = self.field("groups")
        if isinstance(table, RecordTable):
            table.table.viewport().update()
        self.register.show_people()
        self._show_make_up()

    def _show_make_up(self) -> None:
        draft = self.draft
        conference, pack, findings = draft.conference, draft.pack, draft.findings
        plan = planned(conference, pack, findings)
        now = listed(conference, draft.delegates, pack, findings, draft.headcount)
        full = max(plan.full, now.full)
        self.gauge.planned.show_make_up(plan, full)
        self.gauge.listed.show_make_up(now, full)
        self.gauge_line.show_make_up(now)

    def _begin_import(self, path: Path | None) -> None:
        self.import_list(path)

    def _import(self, path: Path | None, *, is_pasted: bool = False) -> None:
        # imported here: it names what reads lists, and the window must not wait for that
        from desktop.wizard.import_dialog import ImportDialog  # noqa: PLC0415

        self.register.commit()
        dialog = ImportDialog(self.draft, self.this_year(), path, self)
        if is_pasted:
            dialog.paste()
        if dialog.exec():
            self.tabs.setCurrentIndex(_REGISTER_TAB)
            ids = dialog.imported_ids
            done = tr("Added: {count}. “Undo” takes the whole import back.", count=len(ids))
            self.register.show_added(ids, done)
