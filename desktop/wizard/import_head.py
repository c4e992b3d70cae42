"""What a list is: its file, sheet, sender, and for text its encoding and what splits it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.people.delimited_text import DELIMITERS
from desktop.people.text_encodings import OFFERED
from desktop.sentences.list_remarks import list_remark_sentence
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.fields import ChoiceField, TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, scaled
from desktop.wizard.import_session import ImportSession

_SENDER_WIDTH = 200


class ImportHead(QWidget):
    """The head of the import dialog."""

    file_asked = Signal()
    paste_asked = Signal()

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.file_label = ElidedLabel(self)
        self.file_label.set_role("heading")
        self.remarks = PlainLabel(role="advisory", parent=self)
        self.sheet_box = self._choice(tr("Sheet"), 16)
        self.encoding_box = self._choice(tr("Encoding of the text"), 12)
        self.delimiter_box = self._choice(tr("Columns are split by"), 12)
        self.sender_field = TextField(tr("commune, school, company"), self)
        self.sender_field.setAccessibleName(tr("Sender"))
        self.sender_field.setFixedWidth(scaled(_SENDER_WIDTH))
        self.sender_field.setToolTip(
            tr("How the columns are taken over is remembered for the next list of this sender.")
        )
        self.pick_button = QPushButton(tr("Choose another &file…"), self)
        self.paste_button = QPushButton(tr("&Paste"), self)
        self.paste_button.setToolTip(tr("Rows copied from Excel, Word or a web page (Ctrl+V)"))
        self._of_sheet = self._captioned(tr("&Sheet"), self.sheet_box)
        self._of_sender = self._captioned(tr("Sen&t by"), self.sender_field)
        self._of_encoding = self._captioned(tr("&Encoding"), self.encoding_box)
        self._of_delimiter = self._captioned(tr("Columns split &by"), self.delimiter_box)
        self._lay_out()
        self._connect()

    def give_fields_to(self, page: QWidget) -> None:
        """Let the fields stand on top of another page, where the window is small."""
        layout = page.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self._fields)
            self._fields.show()

    def take_fields_back(self) -> None:
        """Show the fields under the name of the list again."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self._fields)
            self._fields.show()

    def show_title(self) -> None:
        """Show that there is no list yet."""
        self.file_label.show_text(tr("Import a list of delegates"))
        self.remarks.hide()
        for widget in self._parts():
            widget.hide()

    def show_list(self) -> None:
        """Show what was read."""
        session = self._session
        opened = session.opened
        self.file_label.show_text(session.name)
        self.sheet_box.offer(
            [
                (index, tr("{sheet} (hidden)", sheet=sheet.name) if sheet.is_hidden else sheet.name)
                for index, sheet in enumerate(session.sheets)
            ]
        )
        form = opened.text_form
        for widget in self._parts():  # each once: what is shown for a moment widens the window
            is_needed = len(session.sheets) > 1 if widget is self._of_sheet else True
            is_of_text = widget in (self._of_encoding, self._of_delimiter)
            widget.setVisible(form is not None if is_of_text else is_needed)
        if form is not None:
            encodings = dict.fromkeys((*OFFERED, form.encoding))
            self.encoding_box.offer([(each, each.upper()) for each in encodings])
            self.encoding_box.show_value(form.encoding)
            names = {",": tr("commas"), ";": tr("semicolons"), "\t": tr("tabs"), "|": "|"}
            delimiters = dict.fromkeys((*DELIMITERS, form.delimiter))
            self.delimiter_box.offer([(each, names.get(each, each)) for each in delimiters])
            self.delimiter_box.show_value(form.delimiter)
        self.remarks.setText("\n".join(map(list_remark_sentence, opened.remarks)))
        self.remarks.setVisible(bool(opened.remarks))
        completer = QCompleter(list(session.senders), self.sender_field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.sender_field.setCompleter(completer)

    def show_choices(self) -> None:
        """Show which sheet is taken, and who sent the list."""
        self.sheet_box.show_value(self._session.choices.sheet)
        plan = self._session.plan
        recalled = plan.worked.recalled_from if plan is not None else None
        sender = self._session.choices.sender
        if not sender and recalled and not self.sender_field.hasFocus():
            self.sender_field.setPlaceholderText(recalled)
        if not self.sender_field.hasFocus():
            self.sender_field.show_value(sender)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            *(self.paste_button, self.pick_button, self._of_sheet),
            *(self._of_encoding, self._of_delimiter, self._of_sender),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.file_label, 1)
        row.addWidget(self.paste_button)
        row.addWidget(self.pick_button)
        self._fields = QWidget(self)
        fields = FlowLayout(self._fields)
        for widget in (self._of_sheet, self._of_encoding, self._of_delimiter, self._of_sender):
            fields.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self._fields)
        column.addWidget(self.remarks)

    def _connect(self) -> None:
        session = self._session
        self.sheet_box.committed.connect(session.show_sheet)
        self.encoding_box.committed.connect(self._read_anew)
        self.delimiter_box.committed.connect(self._read_anew)
        self.sender_field.committed.connect(session.come_from)
        self.pick_button.clicked.connect(self.file_asked)
        self.paste_button.clicked.connect(self.paste_asked)

    def _read_anew(self) -> None:
        self._session.read_as(str(self.encoding_box.value), str(self.delimiter_box.value))

    def _choice(self, name: str, characters: int) -> ChoiceField:
        box = ChoiceField(self)
        box.setAccessibleName(name)
        box.setMinimumContentsLength(characters)
        return box

    def _captioned(self, text: str, field: QWidget) -> QWidget:
        """Put a field beside its name, so that both go to the next line together."""
        pair = QWidget(self)
        label = QLabel(text, pair)
        label.setBuddy(field)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(field)
        return pair
