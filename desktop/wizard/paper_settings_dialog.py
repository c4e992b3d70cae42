"""The settings of one paper: number, day, signer, recipients, columns, and what only it knows."""

from __future__ import annotations

from datetime import date

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from db.records import NumberSeries, Office, PaperChoice, PaperSettings, SigningForm
from desktop.documents.paper_options import ChoiceKind, ChoiceOption, PaperOptions, paper_options
from desktop.documents.paper_settings import choice, chosen_day, chosen_settings, with_settings
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.sentences.paper_options import (
    choice_name,
    form_name,
    series_name,
    value_name,
)
from desktop.widgets.column_picker import ColumnPicker
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField, ParagraphField, TextField, WholeNumberField
from desktop.widgets.form import Form
from desktop.widgets.labels import PlainLabel
from desktop.widgets.text_list import TextListEditor
from desktop.widgets.window_size import resize_within_screen
from desktop.wizard.paper_list import paper_title

_CHOICE = "choice."


class PaperSettingsForm(Form):
    """Edits settings that nobody stores until they are asked for."""

    def __init__(
        self,
        settings: PaperSettings,
        options: PaperOptions,
        office: Office,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._options = options
        self._office = office
        if options.abbreviation:
            self._add_issue()
        if options.choices:
            self.add_heading(tr("Content"))
            for one in options.choices:
                self._add_choice(one)
        if options.columns:
            picker = ColumnPicker(
                [(one.key, one.heading) for one in options.columns], options.usual, self
            )
            self.add_heading(tr("Table"))
            hint = tr("Tick what is printed; the order here is the order on paper.")
            self.add_field("columns", tr("Columns"), picker, hint)
        self.body.addStretch(1)
        self._show()

    @property
    def settings(self) -> PaperSettings:
        """The settings as they stand in the fields."""
        self.flush()
        return self._settings

    def reset(self) -> None:
        """Go back to what is usual for the paper."""
        self._settings = PaperSettings(key=self._settings.key)
        self._show()

    def take(self, name: str, value: object) -> None:
        """Keep what a field committed."""
        if name.startswith(_CHOICE):
            chosen = value.isoformat() if isinstance(value, date) else str(value or "")
            self._take_choice(name.removeprefix(_CHOICE), chosen)
        else:
            self._settings = msgspec.structs.replace(self._settings, **{name: value})

    def _add_issue(self) -> None:
        self.add_heading(tr("Number and day"))
        series = ChoiceField(self)
        series.offer([(None, tr("as usual")), *((one, series_name(one)) for one in NumberSeries)])
        self.add_field(
            "series",
            tr("Series of numbers"),
            series,
            tr("A council or an organising committee numbers and signs its own papers."),
        )
        self.add_row(
            ("number", tr("Number of the paper"), WholeNumberField(1, 99_999, self)),
            ("issued_on", tr("Date of issue"), DateField(self)),
            ("symbol", tr("Symbol, if another"), TextField(parent=self)),
        )
        self.add_field(
            "issuer", tr("Issuer in the header, if another"), ParagraphField(lines=1, parent=self)
        )
        self.add_heading(tr("Signature"))
        signer = ChoiceField(self)
        signers: list[tuple[object, str]] = [
            (one.id, f"{one.name} – {one.post}") for one in self._office.signers
        ]
        signer.offer([("", tr("as for the plan")), *signers])
        form = ChoiceField(self)
        form.offer([(None, tr("as usual")), *((one, form_name(one)) for one in SigningForm)])
        self.add_row(("signer_id", tr("Signer"), signer), ("signing_form", tr("Signs"), form))
        self.add_field("signer_name", tr("Someone else signs"), TextField(parent=self))
        self.add_field(
            "authority",
            tr("Lines over the signature, if others"),
            TextListEditor(tr("Add a line"), self),
        )
        self.add_field(
            "recipients",
            tr("Recipients, if others"),
            TextListEditor(tr("Add a recipient"), self),
        )

    def _add_choice(self, option: ChoiceOption) -> None:
        field: TextField | DateField | ChoiceField
        match option.kind:
            case ChoiceKind.DAY:
                field = DateField(self)
            case ChoiceKind.ONE_OF:
                field = ChoiceField(self)
                field.offer([(one, value_name(option.name, one)) for one in option.values])
            case _:
                field = TextField(parent=self)
        self.add_field(f"{_CHOICE}{option.name}", choice_name(option.name), field)

    def _take_choice(self, name: str, value: str) -> None:
        usual = next((one.values[:1] for one in self._options.choices if one.name == name), ())
        others = tuple(one for one in self._settings.choices if one.name != name)
        if value and (value,) != usual:
            others = (*others, PaperChoice(name=name, value=value))
        self._settings = msgspec.structs.replace(self._settings, choices=others)

    def _show(self) -> None:
        for name in self.field_names:
            if name.startswith(_CHOICE):
                self.bound(name).show_value(self._shown_choice(name.removeprefix(_CHOICE)))
            else:
                self.bound(name).show_value(getattr(self._settings, name))

    def _shown_choice(self, name: str) -> object:
        option = next(one for one in self._options.choices if one.name == name)
        if option.kind is ChoiceKind.DAY:
            return chosen_day(self._settings, name)
        text = choice(self._settings, name)
        if option.kind is ChoiceKind.ONE_OF:
            return text if text in option.values else option.values[0]
        return text


class PaperSettingsDialog(QDialog):
    """Asks for the settings of one paper; Cancel leaves them as they were."""

    def __init__(self, draft: Draft, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings of a paper"))
        self._draft = draft
        self.form = PaperSettingsForm(
            chosen_settings(draft.conference, key), paper_options(key), draft.office, self
        )
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(tr("Use these settings"))
        self.ok_button.setProperty("role", "primary")
        self.reset_button = buttons.addButton(tr("As usual"), QDialogButtonBox.ButtonRole.ResetRole)
        self.reset_button.clicked.connect(self.form.reset)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(paper_title(key), "title", self))
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        resize_within_screen(self, 760, 620)
        self.form.focus_first()

    def accept(self) -> None:
        """Store the settings, in one step that one undo takes back."""
        self._draft.replace(with_settings(self._draft.conference, self.form.settings))
        super().accept()
