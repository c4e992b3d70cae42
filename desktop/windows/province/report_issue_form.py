"""Number, day and signer of the consolidated report, kept with the desk's own conference."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from desktop.language import tr
from desktop.models.province import Province
from desktop.sentences.store import store_sentence
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField, WholeNumberField
from desktop.widgets.form import Form
from desktop.widgets.labels import PlainLabel
from desktop.widgets.work_line import WorkLine


class ReportIssueForm(Form):
    """Stores each field as it is left; without a conference there is nothing to keep them with.

    Attributes:
        missing: said in the place of the fields then.
    """

    def __init__(self, province: Province, work: WorkLine, parent: QWidget | None = None) -> None:
        """Say on `work` what could not be stored."""
        super().__init__(parent)
        self._province = province
        self._work = work
        self._settings = province.report_settings
        self._signer = ChoiceField(self)
        self._fields_row = (
            ("number", tr("Number of the report"), WholeNumberField(1, 99_999, self)),
            ("issued_on", tr("Date of issue"), DateField(self)),
            ("signer_id", tr("Signer"), self._signer),
        )
        self.add_row(*self._fields_row)
        self.missing = PlainLabel(
            tr(
                "DỰ THẢO stands on the report: its number, day and signer are kept with your own"
                " conference, and none is chosen yet."
            ),
            "hint",
            self,
        )
        self.body.addWidget(self.missing)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept with the conference chosen now."""
        self._settings = self._province.report_settings
        office = self._province.workspace.office
        signers = office.signers if office is not None else ()
        self._signer.offer(
            [
                ("", tr("as for the plan")),
                *((one.id, f"{one.name} – {one.post}") for one in signers),
            ]
        )
        is_there = bool(self._province.upper_id)
        for name, _, field in self._fields_row:
            self.bound(name).show_value(getattr(self._settings, name))
            field.setEnabled(is_there)
        self.missing.setVisible(not is_there)

    def take(self, name: str, value: object) -> None:
        """Store what a field committed."""
        settings = msgspec.structs.replace(self._settings, **{name: value})
        try:
            self._province.keep_report_settings(settings)
        except StoreError as error:
            self._work.say(store_sentence(error), "binding")
        else:
            self._settings = settings
