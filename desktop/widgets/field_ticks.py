"""The fields of a delegate to tick, those that the law calls sensitive marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.language import tr
from desktop.people.field_catalogue import BY_KEY, FIELDS, CatalogueField
from desktop.sentences.person_fields import catalogue_sentence, person_field_name
from desktop.widgets.inks import ink_item
from desktop.widgets.palettes import Colour

_KEY_ROLE = Qt.ItemDataRole.UserRole


class FieldTicks(QListWidget):
    """Lists the catalogue; tells what is ticked, and explains the field the cursor is on."""

    ticked = Signal(object)  # keys, in the order of the catalogue
    explained = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, fields: Sequence[CatalogueField] = FIELDS
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Fields to export"))
        for field in fields:
            name = person_field_name(field.key)
            text = tr("{field} – sensitive", field=name) if field.is_sensitive else name
            item = QListWidgetItem(text, self)
            item.setData(_KEY_ROLE, field.key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            ink_item(item, Colour.ADVISORY if field.is_sensitive else Colour.INK)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.itemChanged.connect(lambda: self.ticked.emit(self.fields))
        self.currentItemChanged.connect(self._explain)

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of the fields ticked, in the order of the catalogue."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(
            item.data(_KEY_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def tick(self, keys: Sequence[str]) -> None:
        """Tick these fields and no others."""
        for row in range(self.count()):
            item = self.item(row)
            is_wanted = item.data(_KEY_ROLE) in keys
            item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)

    def _explain(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            field = BY_KEY[item.data(_KEY_ROLE)]
            self.explained.emit(f"{person_field_name(field.key)}: {catalogue_sentence(field)}")
