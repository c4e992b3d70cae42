"""Decide everything about a badge before it is drawn: its texts set, its picture, its problems."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from db.records import ConferenceFile, Delegate, ParticipantGroup, StoredImage
from desktop.documents.badges.content import (
    conference_texts,
    delegate_texts,
    digits,
    given_name_words,
    group_texts,
    initials,
)
from desktop.documents.badges.layout import (
    DELEGATE_FIELDS,
    Code,
    Element,
    Field,
    Image,
    Layout,
    Picture,
    Rectangle,
    Side,
    Swatch,
    Text,
)
from desktop.documents.badges.portrait import Jpeg, PictureUnreadable, prepare
from desktop.documents.badges.setting import SetText, set_text
from desktop.documents.fonts import REPLACEMENT, missing_glyphs
from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.documents.seats import seat_names

# Where the officer mends a field: the name of the attribute in db.records.
_MENDED_IN = {
    Field.ISSUER: "issuer",
    Field.TITLE: "title",
    Field.SUBTITLE: "title",
    Field.PLACE: "place_name",
    Field.DATE: "sessions",
    Field.LABEL: "badge_label",
    Field.NAME: "name",
    Field.POST: "post",
    Field.UNIT: "unit",
    Field.NUMBER: "badge_number",
    Field.SEAT: "seat_blocks",
    Field.DIGITS: "badge_number",
}

# Hardly two people have these alike: to remember how they were set would only hold memory.
_NOT_SHARED = frozenset((Field.NAME, Field.NUMBER, Field.SEAT, Field.DIGITS))

SetTexts = dict[int, SetText]
"""The texts of a face by the index of their element."""

_Faults = list[tuple[ProblemCode, str]]


class Backing(Struct, frozen=True):
    """What all badges of one group share; the key tells groups apart."""

    key: str
    swatch: Swatch
    texts: SetTexts
    pictures: dict[int, Jpeg]
    problems: tuple[PaperProblem, ...]


class Badge(Struct, frozen=True):
    """What is one delegate's own; digits are empty where no code can be drawn.

    Attributes:
        is_blank: without a name on purpose, to be written on by hand.
    """

    texts: SetTexts
    pictures: dict[int, Jpeg]
    digits: str
    initials: str
    problems: tuple[PaperProblem, ...]
    is_blank: bool = False


def is_personal(element: Element) -> bool:
    """Tell what differs from delegate to delegate from what a group shares."""
    match element:
        case Text():
            return element.field in DELEGATE_FIELDS
        case Image():
            return element.picture is Picture.PHOTO
        case _:
            return isinstance(element, Code)


class Composer:
    """Composes one face of the badges of one conference in one layout."""

    def __init__(
        self,
        file: ConferenceFile,
        layout: Layout,
        side: Side = Side.FRONT,
        blanks: frozenset[str] = frozenset(),
    ) -> None:
        """Prepare to compose; `blanks` are the ids of badges that stay without a name."""
        self._file = file
        self._layout = layout
        self._side = side
        self._blanks = blanks
        self._groups = {group.id: group for group in file.conference.groups}
        self._images = {image.id: image for image in file.images}
        self._set_before: dict[tuple[int, str, int], tuple[SetText, _Faults]] = {}
        self._prepared: dict[tuple[str, int], Jpeg | None] = {}
        self._backings: dict[str, Backing] = {}

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """List what is drawn, in order; the outline of the slot first."""
        slot = self._layout.slot_of(self._side)
        shown = self._layout.elements_of(self._side)
        if slot is None or not slot.outline:
            return shown
        outline = Rectangle(
            x_mm=slot.x_mm,
            y_mm=slot.y_mm,
            width_mm=slot.width_mm,
            height_mm=slot.height_mm,
            stroke=slot.outline,
            radius_mm=slot.height_mm / 2,
        )
        return (outline, *shown)

    @cached_property
    def _personal_boxes(self) -> list[tuple[int, Text]]:
        return [(index, box) for index, box in self._text_boxes() if is_personal(box)]

    @cached_property
    def _shared_boxes(self) -> list[tuple[int, Text]]:
        return [(index, box) for index, box in self._text_boxes() if not is_personal(box)]

    def _text_boxes(self) -> Iterator[tuple[int, Text]]:
        for index, element in enumerate(self.elements):
            if isinstance(element, Text):
                yield index, element

    def backing(self, group_id: str) -> Backing:
        """Compose what the badges of a group share; an unknown group gets the default."""
        group = self._groups.get(group_id)
        key = group.id if group else ""
        if key not in self._backings:
            self._backings[key] = self._composed_backing(key, group)
        return self._backings[key]

    @cached_property
    def _seats(self) -> dict[str, str]:
        return seat_names(self._file)

    def badge(self, delegate: Delegate) -> Badge:
        """Compose one delegate's own part."""
        if delegate.id in self._blanks:
            return self._blank(delegate)
        texts, problems = self._texts(
            delegate_texts(delegate, self._seats.get(delegate.id, "")), delegate=delegate
        )
        if delegate.group_id not in self._groups:
            problems.append(_problem(ProblemCode.FIELD_EMPTY, "group_id", delegate))
        pictures: dict[int, Jpeg] = {}
        for index, image in self._pictures(Picture.PHOTO):
            found = self._picture(index, image, delegate.photo_id, problems, delegate)
            if found:
                pictures[index] = found
        letters = initials(delegate.name)
        return Badge(texts, pictures, digits(delegate), letters, tuple(problems))

    def _blank(self, delegate: Delegate) -> Badge:
        """Compose a badge with nothing but its number, which nobody is asked to complete."""
        texts, _ = self._texts(delegate_texts(delegate), delegate=delegate)
        return Badge(texts, {}, digits(delegate), "", (), is_blank=True)

    def _composed_backing(self, key: str, group: ParticipantGroup | None) -> Backing:
        layout = self._layout
        said = conference_texts(self._file) | group_texts(group, layout.default_label)
        texts, problems = self._texts(said, delegate=None)
        colour = group.colour if group else layout.default_colour
        swatch = layout.palette.get(colour)
        if swatch is None:
            problems.append(_problem(ProblemCode.FIELD_EMPTY, "colour", text=colour))
            swatch = layout.palette[layout.default_colour]
        pictures: dict[int, Jpeg] = {}
        for index, image in self._pictures(Picture.LOGO):
            found = self._picture(index, image, self._file.office.logo_id, problems)
            if found:
                pictures[index] = found
        return Backing(key, swatch, texts, pictures, tuple(problems))

    def _texts(
        self, said: dict[Field, str], *, delegate: Delegate | None
    ) -> tuple[SetTexts, list[PaperProblem]]:
        """Set all personal texts, or all shared ones."""
        boxes = self._personal_boxes if delegate else self._shared_boxes
        moved = {
            box.instead for _, box in boxes if box.instead and not (box.field and said[box.field])
        }
        tail = given_name_words(delegate) if delegate else 0
        texts: SetTexts = {}
        problems: list[PaperProblem] = []
        for index, box in boxes:
            text = _words(box, said, moved)
            if text:
                texts[index], faults = self._set(
                    index, box, text, tail if box.field is Field.NAME else 0
                )
                place = _MENDED_IN[box.field] if box.field else box.text
                problems += [_problem(code, place, delegate, what) for code, what in faults]
            elif box.required and box.field:
                problems.append(_problem(ProblemCode.FIELD_EMPTY, _MENDED_IN[box.field], delegate))
        return texts, problems

    def _set(self, index: int, box: Text, text: str, tail: int) -> tuple[SetText, _Faults]:
        """Set a text, and only once where several people share it, as units are shared."""
        if box.field in _NOT_SHARED:
            return self._newly_set(box, text, tail)
        key = index, text, tail
        if key not in self._set_before:
            self._set_before[key] = self._newly_set(box, text, tail)
        return self._set_before[key]

    def _newly_set(self, box: Text, text: str, tail: int) -> tuple[SetText, _Faults]:
        faults: _Faults = []
        missing = missing_glyphs(text, box.font)
        if missing:
            faults.append((ProblemCode.MISSING_GLYPH, missing))
            text = "".join(REPLACEMENT if char in missing else char for char in text)
        phrases = () if is_personal(box) else self._layout.keep_together
        done = set_text(box, text, self._layout.height_mm, phrases, tail)
        if not done.fits:
            faults.append((ProblemCode.TEXT_TOO_LONG, text))
        return done, faults

    def _pictures(self, picture: Picture) -> Iterator[tuple[int, Image]]:
        for index, element in enumerate(self.elements):
            if isinstance(element, Image) and element.picture is picture:
                yield index, element

    def _picture(
        self,
        index: int,
        box: Image,
        image_id: str,
        problems: list[PaperProblem],
        delegate: Delegate | None = None,
    ) -> Jpeg | None:
        """Prepare a picture once for its box; none at all is a problem where the box says so."""
        place = "photo_id" if delegate else "logo_id"
        if not image_id:
            if box.required:
                problems.append(_problem(ProblemCode.FIELD_EMPTY, place, delegate))
            return None
        stored = self._images.get(image_id)
        if stored is None:
            problems.append(_problem(ProblemCode.PHOTO_MISSING, place, delegate))
            return None
        key = image_id, index
        if key not in self._prepared:
            self._prepared[key] = _readable(stored, box)
        found = self._prepared[key]
        if found is None:
            problems.append(_problem(ProblemCode.PHOTO_UNREADABLE, place, delegate))
        return found


def _words(box: Text, said: dict[Field, str], moved: set[Field]) -> str:
    if box.field is None:
        text = box.text
    elif said[box.field]:
        text = "" if box.field in moved else said[box.field]
    else:
        text = said[box.instead] if box.instead else ""
    return text.upper() if box.capitals else text


def _readable(stored: StoredImage, box: Image) -> Jpeg | None:
    try:
        return prepare(stored, box.width_mm, box.height_mm)
    except PictureUnreadable:
        return None


def _problem(
    code: ProblemCode, field: str, delegate: Delegate | None = None, text: str = ""
) -> PaperProblem:
    return PaperProblem(
        code=code, field=field, delegate_id=delegate.id if delegate else "", text=text
    )
