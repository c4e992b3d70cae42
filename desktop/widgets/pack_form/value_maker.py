"""The field for each shape of value."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.typed_values import writing_of
from desktop.rules.pack_names import Named
from desktop.rules.pack_part import Refers, Written
from desktop.rules.pack_people import CountedKind
from desktop.rules.pack_shapes import (
    ChoiceShape,
    DateShape,
    FieldShape,
    FlagShape,
    ListShape,
    NumberShape,
    Shape,
    TextShape,
)
from desktop.rules.pack_tree import TreePath
from desktop.sentences.colours import badge_colours
from desktop.sentences.pack_names import choice_name
from desktop.widgets.fields import ChoiceField
from desktop.widgets.pack_form.reference_fields import ReferenceField, ReferencesField
from desktop.widgets.pack_form.texts_field import TextsField
from desktop.widgets.pack_form.value_fields import (
    DayField,
    DaysFromField,
    EnumField,
    FlagBox,
    TextBox,
    ValueLine,
)

_WIDTHS = {Written.KEY: 260, Written.CLAUSE: 150, Written.MONTH: 110, Written.SHARE: 90}
_NUMBER_WIDTH = 110
_PLACEHOLDERS = {Written.MONTH: "03/2030", Written.SHARE: "70%"}


def value_field(draft: PackDraft, field: FieldShape, path: TreePath, label: str) -> QWidget:
    """Make the field of one value of a record.

    Raises:
        TypeError: the format has a shape that no field is made for yet.
    """
    shape = field.shape
    if isinstance(shape, ListShape) and isinstance(shape.item, TextShape):
        if shape.item.refers is None:
            return TextsField()
        return _references_field(draft, shape.item.refers, path)
    if isinstance(shape, TextShape) and shape.refers is not None:
        return _reference_field(draft, field, shape.refers, path)
    if isinstance(shape, TextShape) and shape.written is None:
        box = TextBox(is_line=shape.least > 0)
        box.setPlaceholderText(_placeholder(field, shape))
        return box
    if isinstance(shape, ChoiceShape):
        default = field.default if isinstance(field.default, shape.type) else None
        choices = [(choice, choice_name(choice)) for choice in shape.values]
        return EnumField(choices, default, tr("– not said –") if field.is_optional else "")
    return _plain_field(field, shape, label)


def _plain_field(field: FieldShape, shape: Shape, label: str) -> QWidget:
    if isinstance(shape, DateShape):
        return DayField()
    if isinstance(shape, FlagShape):
        return FlagBox(label, bool(field.default))
    if not isinstance(shape, TextShape | NumberShape):
        raise TypeError(shape)
    writing = writing_of(shape)
    if shape.written is Written.DAYS_FROM:
        return DaysFromField(writing)
    line = ValueLine(writing, _WIDTHS.get(shape.written or Written.YEAR, _NUMBER_WIDTH))
    line.setPlaceholderText(_placeholder(field, shape))
    return line


def _placeholder(field: FieldShape, shape: TextShape | NumberShape) -> str:
    if not field.is_required and field.default not in (None, ""):
        return writing_of(shape).show(field.default)
    return _PLACEHOLDERS.get(shape.written or Written.YEAR, "")


def _reference_field(
    draft: PackDraft, field: FieldShape, refers: Refers, path: TreePath
) -> ChoiceField:
    if refers is Refers.COLOUR:
        colours = [Named(key, name) for key, name in badge_colours()]
        return ReferenceField(lambda: colours, "", str(field.default))
    empty = "" if field.is_required else tr("– none –")
    return ReferenceField(lambda: draft.offered(refers, path), empty)


def _references_field(draft: PackDraft, refers: Refers, path: TreePath) -> ReferencesField:
    nothing = {
        Refers.UNIT: tr("The pack names no units yet; they are entered under “Units”."),
        Refers.RULE: tr("This level has no rules yet."),
    }
    return ReferencesField(lambda: offered_names(draft, refers, path), nothing.get(refers, ""))


def offered_names(draft: PackDraft, refers: Refers, path: TreePath) -> list[Named]:
    """List what may be referred to, the kinds that every pack has by their names too."""
    kinds = {kind.value: choice_name(kind) for kind in CountedKind}

    def named(part: Named) -> Named:
        if not part.path:
            return Named(part.key, kinds.get(part.key, part.key))
        if "groups" in part.path:
            return Named(part.key, tr("group “{name}”", name=part.title), part.path)
        return part

    return [named(part) for part in draft.offered(refers, path)]
