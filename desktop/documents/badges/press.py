"""Print badges sheet by sheet on one canvas."""

from __future__ import annotations

from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from db.records import Delegate
from desktop.documents.badges.compose import Backing, Badge, Composer, is_personal
from desktop.documents.badges.draw import Pen, draw_marks
from desktop.documents.badges.layout import (
    Band,
    Code,
    Element,
    Image,
    Layout,
    Line,
    Polygon,
    Rectangle,
    Text,
)
from desktop.documents.badges.setting import MM
from desktop.documents.badges.sheet import Cell, Sheet, cell, cut_marks
from desktop.documents.rendered import PaperProblem, ProblemCode

_MARKS_FORM = "marks"


class Press:
    """Prints badges onto a canvas; what badges share is drawn once, as forms."""

    def __init__(self, canvas: Canvas, composer: Composer, layout: Layout, sheet: Sheet) -> None:
        self._canvas = canvas
        self._composer = composer
        self._layout = layout
        self._sheet = sheet
        self._forms: dict[str, dict[int, str]] = {}
        # Runs keep the drawing order where shared and personal parts take turns.
        self._runs = [
            (personal, tuple(run))
            for personal, run in groupby(
                enumerate(composer.elements), key=lambda each: is_personal(each[1])
            )
        ]

    def print(self, delegates: tuple[Delegate, ...]) -> tuple[PaperProblem, ...]:
        """Print badges in this order; the problems, each once, those of the conference first."""
        shared: dict[PaperProblem, None] = {}
        own: list[PaperProblem] = []
        self._define_marks()
        if not delegates:
            shared[PaperProblem(code=ProblemCode.FIELD_EMPTY, field="delegates")] = None
            self._canvas.doForm(_MARKS_FORM)
            self._canvas.showPage()
        for index, delegate in enumerate(delegates):
            backing = self._composer.backing(delegate.group_id)
            badge = self._composer.badge(delegate)
            shared.update(dict.fromkeys(backing.problems))
            own += badge.problems
            self._card(backing, badge, cell(index, self._sheet))
            if index + 1 == len(delegates) or (index + 1) % self._sheet.cards == 0:
                self._canvas.doForm(_MARKS_FORM)
                self._canvas.showPage()
        return (*shared, *own)

    def _define_marks(self) -> None:
        canvas, sheet = self._canvas, self._sheet
        canvas.beginForm(_MARKS_FORM, 0, 0, sheet.page_width_mm * MM, sheet.page_height_mm * MM)
        draw_marks(canvas, cut_marks(sheet), sheet.page_height_mm)
        canvas.endForm()

    def _card(self, backing: Backing, badge: Badge, place: Cell) -> None:
        canvas = self._canvas
        forms = self._shared_forms(backing)
        bottom = self._sheet.page_height_mm - place.y_mm - place.height_mm
        canvas.saveState()
        canvas.translate(place.x_mm * MM, bottom * MM)
        pen = Pen(canvas, self._layout, backing.swatch)
        for number, (personal, run) in enumerate(self._runs):
            if personal:
                for index, element in run:
                    _draw_personal(pen, index, element, badge)
            else:
                canvas.doForm(forms[number])
        canvas.restoreState()

    def _shared_forms(self, backing: Backing) -> dict[int, str]:
        """Name the forms of a group by the number of their run; draw them the first time."""
        if backing.key in self._forms:
            return self._forms[backing.key]
        canvas, layout = self._canvas, self._layout
        forms: dict[int, str] = {}
        for number, (personal, run) in enumerate(self._runs):
            if personal:
                continue
            forms[number] = f"shared-{len(self._forms)}-{number}"
            canvas.beginForm(forms[number], 0, 0, layout.width_mm * MM, layout.height_mm * MM)
            pen = Pen(canvas, layout, backing.swatch)
            for index, element in run:
                _draw_shared(pen, index, element, backing)
            canvas.endForm()
        self._forms[backing.key] = forms
        return forms


def _draw_shared(pen: Pen, index: int, element: Element, backing: Backing) -> None:
    match element:
        case Text() if index in backing.texts:
            pen.text(element, backing.texts[index])
        case Image():
            pen.picture(element, backing.pictures.get(index))
        case Band():
            pen.band(element)
        case Line():
            pen.line(element)
        case Rectangle():
            pen.rectangle(element)
        case Polygon():
            pen.polygon(element)


def _draw_personal(pen: Pen, index: int, element: Element, badge: Badge) -> None:
    match element:
        case Text() if index in badge.texts:
            pen.text(element, badge.texts[index])
        case Image():
            pen.picture(element, badge.pictures.get(index), badge.initials)
        case Code() if badge.digits:
            pen.code(element, badge.digits)
