"""What the conference came to: who came, awards, delegates upward, and what the report says."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from db.records import Award, Candidate, ChoiceOutcome, WizardStep
from desktop.documents.papers import PaperGroup
from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.people.honours import HonourKind, honours
from desktop.widgets.date_fields import ClockField
from desktop.widgets.fields import TextField, WholeNumberField
from desktop.widgets.record_table import RecordTable
from desktop.widgets.text_list import TextListEditor
from desktop.widgets.window_size import open_dialog
from desktop.wizard.section import Section

_MOST = 1_000_000
_MOST_MONEY = 1_000_000_000_000  # đồng
_FIRST = {"attended": "attended.present", "upper_choice": "upper_choice.conference"}


class OutcomeSection(Section):
    """Filled in on the day and after it; minutes, awards list and report are made of it."""

    step: ClassVar[WizardStep] = WizardStep.OUTCOME

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("What it came to")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Filled in on the day and after it; minutes and reports are made of it.")

    def build(self) -> None:
        """Add the fields."""
        self.add_heading(tr("On the day"))
        summoned = WholeNumberField(0, _MOST, self)
        self.add_row(
            ("attended.summoned", tr("Summoned, if not the list"), summoned),
            ("attended.present", tr("Present"), WholeNumberField(0, _MOST, self)),
        )
        self.add_row(
            ("attended.end", tr("Ended at"), ClockField(self)),
            ("attended.spent", tr("Money spent, đồng"), WholeNumberField(0, _MOST_MONEY, self)),
        )
        self.add_heading(tr("Awards"))
        self.add_field("awards", tr("Awards handed over"), self._awards(), wide=True)
        self.add_heading(tr("Delegates to the conference above"))
        self.add_field(
            "upper_choice.conference",
            tr("Name of that conference"),
            TextField(parent=self),
            tr("Empty: as the plan names it."),
        )
        self.add_field("upper_choice.method", tr("How they were chosen"), TextField(parent=self))
        self.add_row(
            ("upper_choice.places", tr("Places"), WholeNumberField(0, _MOST, self)),
            ("upper_choice.alternate_places", tr("Alternates"), WholeNumberField(0, _MOST, self)),
        )
        self.given_button = QPushButton(self)
        self.given_button.setToolTip(tr("As the desk gave them on the stick that came back"))
        self.given_button.clicked.connect(self._take_given)
        self.body.addWidget(self.given_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row(
            ("upper_choice.start", tr("Began at"), ClockField(self)),
            ("upper_choice.end", tr("Ended at"), ClockField(self)),
        )
        self.add_row(
            ("upper_choice.ballots_given", tr("Ballots given"), WholeNumberField(0, _MOST, self)),
            (
                "upper_choice.ballots_returned",
                tr("Ballots returned"),
                WholeNumberField(0, _MOST, self),
            ),
            ("upper_choice.ballots_valid", tr("Valid ballots"), WholeNumberField(0, _MOST, self)),
        )
        self.add_field("candidates", tr("Candidates"), self._candidates(), wide=True)
        self.add_heading(tr("For the report on the results"))
        for name, label, add in (
            ("strengths", tr("What went well"), tr("Add a point")),
            ("shortcomings", tr("What fell short, and why"), tr("Add a point")),
            ("lessons", tr("Lessons"), tr("Add a lesson")),
            ("proposals", tr("Proposals to the level above"), tr("Add a proposal")),
        ):
            self.add_field(name, label, TextListEditor(add, self), wide=True)
        self.print_button = QPushButton(tr("&Print minutes, awards and report…"), self)
        self.print_button.clicked.connect(self._print)
        self.body.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)

    def conference_changed(self, names: frozenset[str]) -> None:
        """Offer the places that the desk gave, where others stand here."""
        super().conference_changed(names)
        if self.isVisible():  # what it asks for is read from what came back
            self._offer_given()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what came back meanwhile."""
        super().showEvent(event)
        self._offer_given()

    def _offer_given(self) -> None:
        given, choice = self.draft.places_given(), self.draft.conference.upper_choice
        is_other = given not in (None, (choice.places, choice.alternate_places or 0))
        self.given_button.setVisible(is_other)
        if given is not None:
            self.given_button.setText(
                tr(
                    "&Take over the places given: {places}, alternates: {alternates}",
                    places=given[0],
                    alternates=given[1],
                )
            )

    def _take_given(self) -> None:
        self.flush()
        given = self.draft.places_given()
        if given is not None:
            choice = self.draft.conference.upper_choice
            places, alternates = given
            self.draft.change(
                upper_choice=msgspec.structs.replace(
                    choice, places=places, alternate_places=alternates
                )
            )

    def focus_field(self, place: str) -> None:
        """Put the cursor on a field; of a record in a field, on its first."""
        super().focus_field(_FIRST.get(place, place))

    def take(self, name: str, value: object) -> None:
        """Store what a field committed; "attended.present" is a field of a record in a field."""
        outer, _, inner = name.partition(".")
        if inner:
            record = getattr(self.draft.conference, outer)
            value = msgspec.structs.replace(record, **{inner: value})
        super().take(outer, value)

    def _print(self) -> None:
        # what asks printers and shows pages is loaded when it is wanted
        from desktop.wizard.print_set_dialog import PrintSetDialog  # noqa: PLC0415

        self.flush()
        open_dialog(PrintSetDialog(self.draft, self, groups=(PaperGroup.AFTERWARDS,)))

    def _awards(self) -> RecordTable:
        return RecordTable(
            (
                Column("recipient", tr("Person or collective"), suggest=self._names),
                Column("is_collective", tr("Collective"), ColumnKind.FLAG, width=76),
                Column("post", tr("Post"), width=92),
                Column("unit", tr("Unit"), width=104),
                Column("form", tr("Form of award"), width=160, suggest=_forms),
                Column("decision_number", tr("Decision no."), width=112),
                Column("decided_on", tr("Of the day"), ColumnKind.DAY, width=106),
                Column(
                    "money",
                    tr("Money, đồng"),
                    ColumnKind.NUMBER,
                    width=98,
                    most=_MOST_MONEY,
                    optional=True,
                ),
            ),
            lambda: Award(id=self.draft.new_id(), recipient=""),
            tr("Add an award"),
            self,
        )

    def _candidates(self) -> RecordTable:
        return RecordTable(
            (
                Column("name", tr("Full name"), suggest=self._names),
                Column("post", tr("Post"), width=170),
                Column("unit", tr("Unit"), width=190),
                Column(
                    "votes",
                    tr("Votes"),
                    ColumnKind.NUMBER,
                    width=70,
                    most=_MOST,
                    optional=True,
                ),
                Column(
                    "outcome",
                    tr("Result"),
                    ColumnKind.CHOICE,
                    width=130,
                    choices=(
                        (None, tr("not yet known")),
                        (ChoiceOutcome.OFFICIAL, tr("official")),
                        (ChoiceOutcome.ALTERNATE, tr("alternate")),
                        (ChoiceOutcome.NOT_CHOSEN, tr("not chosen")),
                    ),
                ),
            ),
            lambda: Candidate(id=self.draft.new_id(), name=""),
            tr("Add a candidate"),
            self,
        )

    def _names(self) -> tuple[str, ...]:
        return tuple(sorted({one.name for one in self.draft.delegates}))


def _forms() -> tuple[str, ...]:
    return tuple(one.name for one in honours() if one.kind is not HonourKind.PERSON)
