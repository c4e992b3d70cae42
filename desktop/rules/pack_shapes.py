"""The shapes of a rule pack's parts, read from its types: what forms and checks are made from.

A new field of the format has its shape here without a line of code.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, inspect

from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Refers, Written

_LONGEST_TEXT = 4000  # where the type sets no end of its own


class Shape(Struct, frozen=True, kw_only=True):
    """What every shape knows.

    Attributes:
        type: for msgspec, to hold a value against.
    """

    type: Any


class TextShape(Shape, frozen=True, kw_only=True):
    """A text, or a key, a share or a month written as text."""

    least: int = 0  # characters
    most: int = _LONGEST_TEXT
    written: Written | None = None
    refers: Refers | None = None

    @property
    def is_name(self) -> bool:
        """Whether it names the part it stands in, for rules to refer to."""
        return self.written is Written.KEY and self.refers is None


class NumberShape(Shape, frozen=True, kw_only=True):
    """A whole number."""

    least: int
    most: int
    written: Written | None = None


class DateShape(Shape, frozen=True, kw_only=True):
    """A day."""


class FlagShape(Shape, frozen=True, kw_only=True):
    """Yes or no."""


class ChoiceShape(Shape, frozen=True, kw_only=True):
    """One of the values of an enum."""

    values: tuple[Enum, ...]


class FixedShape(Shape, frozen=True, kw_only=True):
    """Always the same value; the kind of a part among them."""

    value: str | int


class ListShape(Shape, frozen=True, kw_only=True):
    """Several of one shape, in order."""

    item: Shape
    least: int = 0


class FieldShape(Struct, frozen=True, kw_only=True):
    """One field of a record.

    Attributes:
        owner: the type that declares the field; what is declared later is filled in first.
        is_optional: may be left out, and then means that the plan says nothing.
        default: what it is when left out; NODEFAULT where it has to be given.
    """

    name: str
    owner: type[Struct]
    shape: Shape
    is_optional: bool = False
    default: Any = NODEFAULT

    @property
    def is_required(self) -> bool:
        """Whether it has to be given."""
        return self.default is NODEFAULT


class RecordShape(Shape, frozen=True, kw_only=True):
    """A part with fields, in the order people fill them in."""

    fields: tuple[FieldShape, ...]

    def field(self, name: str) -> FieldShape | None:
        """Find a field."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def name_field(self) -> FieldShape | None:
        """The field with the key that others refer to it by."""
        return next((field for field in self.fields if _is_name(field)), None)

    @property
    def title_field(self) -> FieldShape | None:
        """The field that says what the part is, to people: its name, else the plan's words."""
        texts = [
            field
            for field in self.fields
            if field.is_required
            and isinstance(field.shape, TextShape)
            and field.shape.written is None
        ]
        return next((field for field in texts if _is_line(field)), next(iter(texts[-1:]), None))


class UnionShape(Shape, frozen=True, kw_only=True):
    """One of several records, told apart by a key."""

    tag_field: str
    kinds: dict[str, RecordShape]


@cache
def pack_shape() -> RecordShape:
    """Give the shape of a whole pack."""
    return record_shape(RulePack)


@cache
def record_shape(kind: type[Struct]) -> RecordShape:
    """Read the shape of one part."""
    hints = get_type_hints(kind, include_extras=True)
    owners = [one for one in kind.__mro__ if "__annotations__" in one.__dict__]
    fields = []
    for info in inspect.type_info(kind).fields:  # type: ignore[attr-defined] # of a struct
        hint, is_optional = _without_none(hints[info.name])
        default = info.default_factory() if info.default_factory is not NODEFAULT else info.default
        fields.append(
            FieldShape(
                name=info.name,
                owner=next(one for one in owners if info.name in one.__annotations__),
                shape=shape_of(hint),
                is_optional=is_optional,
                default=default,
            )
        )
    shape = RecordShape(type=kind, fields=tuple(fields))
    return RecordShape(type=kind, fields=tuple(_as_filled_in(shape, owners)))


@cache
def shape_of(kind: Any) -> Shape:  # noqa: ANN401 - any type of the format
    """Read the shape of a type.

    Raises:
        TypeError: forms know no such shape yet.
    """
    info = inspect.type_info(kind)
    extra: dict[str, Any] = {}
    if isinstance(info, inspect.Metadata):
        extra, info = info.extra or {}, info.type
    shape = _value_shape(kind, info, extra)
    if shape is None:
        shape = _part_shape(kind, info)
    if shape is None:
        raise TypeError(kind)
    return shape


def _value_shape(kind: Any, info: inspect.Type, extra: dict[str, Any]) -> Shape | None:  # noqa: ANN401 - see above
    written = extra.get("written")
    shape: Shape | None = None
    match info:
        case inspect.StrType(min_length=least, max_length=most):
            shape = TextShape(
                type=kind,
                least=least or 0,
                most=most or _LONGEST_TEXT,
                written=written,
                refers=extra.get("refers"),
            )
        case inspect.IntType(ge=int(least), le=int(most)):
            shape = NumberShape(type=kind, least=least, most=most, written=written)
        case inspect.DateType():
            shape = DateShape(type=kind)
        case inspect.BoolType():
            shape = FlagShape(type=kind)
        case inspect.EnumType(cls=cls):
            shape = ChoiceShape(type=kind, values=tuple(cls))
        case inspect.LiteralType(values=(str() | int() as value,)):
            shape = FixedShape(type=kind, value=value)
    return shape


def _part_shape(kind: Any, info: inspect.Type) -> Shape | None:  # noqa: ANN401 - see above
    match info:
        case inspect.VarTupleType(min_length=least):
            item = get_args(_bare(kind))[0]
            return ListShape(type=kind, item=shape_of(item), least=least or 0)
        case inspect.StructType(cls=cls):
            return record_shape(cls)
        case inspect.UnionType(types=types):
            structs = [one for one in types if isinstance(one, inspect.StructType)]
            if len(structs) == len(types):
                kinds = {str(one.tag): record_shape(one.cls) for one in structs}
                return UnionShape(type=kind, tag_field=structs[0].tag_field or "", kinds=kinds)
    return None


def _as_filled_in(shape: RecordShape, owners: list[type]) -> list[FieldShape]:
    """Order the fields: what it is called, its own figures, what every such part has, its key."""
    title = shape.title_field

    def place(field: FieldShape) -> tuple[bool, bool, int, bool]:
        is_title = field is title and _is_line(field)
        is_flag = isinstance(field.shape, FlagShape)
        return field is shape.name_field, not is_title, owners.index(field.owner), is_flag

    return sorted(shape.fields, key=place)


def _is_name(field: FieldShape) -> bool:
    return isinstance(field.shape, TextShape) and field.shape.is_name


def _is_line(field: FieldShape) -> bool:
    return isinstance(field.shape, TextShape) and field.shape.least > 0


def _bare(kind: Any) -> Any:  # noqa: ANN401 - see above
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _without_none(kind: Any) -> tuple[Any, bool]:  # noqa: ANN401 - see above
    """Take None out of a union; tell whether it was in it."""
    members = get_args(kind)
    if NoneType not in members:
        return kind, False
    rest = [one for one in members if one is not NoneType]
    union = rest[0]
    for one in rest[1:]:
        union |= one
    return union, True
