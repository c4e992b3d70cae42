"""Print badges sheet by sheet on one canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from msgspec import Struct

from db.records import ConferenceFile, Delegate
from desktop.documents.badges.backgrounds import draw_background
from desktop.documents.badges.compose import Backing, Badge, Composer, is_personal
from desktop.documents.badges.draw import Pen, draw_marks
from desktop.documents.badges.imposition import Placing, behind, places, turns_sideways
from desktop.documents.badges.layout import (
    Band,
    Code,
    Element,
    Field,
    Fold,
    Image,
    Layout,
    Line,
    Polygon,
    Rectangle,
    Side,
    Text,
)
from desktop.documents.badges.printer_fit import PrinterFit
from desktop.documents.badges.setting import MM
from desktop.documents.badges.sheet import Cell, Sheet, bleed_of, cut_marks, fold_marks
from desktop.documents.pdfa import ArchiveCanvas
from desktop.documents.rendered import PaperProblem, ProblemCode

_MARKS_FORM = "marks"

Report = Callable[[int, int], None]
"""Told the badges drawn and those wanted; may raise to stop."""


class _Run(Struct, frozen=True):
    """Elements that follow one another: shared, and drawn as a form, or each person's own."""

    elements: tuple[tuple[int, Element], ...]
    is_personal: bool


class _FacePress:
    """Prints one face of the cards; what badges of a group share is drawn once, as forms."""

    def __init__(
        self, canvas: ArchiveCanvas, composer: Composer, layout: Layout, side: Side
    ) -> None:
        self.composer = composer
        self._canvas = canvas
        self._layout = layout
        self._side = side
        self._forms: dict[str, dict[int, str]] = {}
        # Runs keep the drawing order where shared and personal parts take turns.
        self._runs = [
            _Run(elements=tuple(run), is_personal=personal)
            for personal, run in groupby(
                enumerate(composer.elements), key=lambda each: is_personal(each[1])
            )
        ]

    def draw(self, backing: Backing, badge: Badge, background: str) -> None:
        """Draw a face with its bottom left corner at the origin."""
        canvas = self._canvas
        if background:
            canvas.doForm(background)
        forms = self._shared_forms(backing)
        pen = Pen(canvas, self._layout, backing.swatch)
        for number, run in enumerate(self._runs):
            if run.is_personal:
                for index, element in run.elements:
                    _draw_personal(pen, index, element, badge)
            else:
                canvas.doForm(forms[number])

    def _shared_forms(self, backing: Backing) -> dict[int, str]:
        """Name the forms of a group by the number of their run; draw them the first time."""
        if backing.key in self._forms:
            return self._forms[backing.key]
        canvas, layout = self._canvas, self._layout
        bleed = layout.bleed_mm * MM
        width, height = layout.width_mm * MM, layout.height_mm * MM
        forms: dict[int, str] = {}
        for number, run in enumerate(self._runs):
            if run.is_personal:
                continue
            forms[number] = f"{self._side}-{len(self._forms)}-{number}"
            canvas.beginForm(forms[number], -bleed, -bleed, width + bleed, height + bleed)
            pen = Pen(canvas, layout, backing.swatch)
            for index, element in run.elements:
                _draw_shared(pen, index, element, backing)
            canvas.endForm()
        self._forms[backing.key] = forms
        return forms


class Press:
    """Prints cards, front and back, onto the sheets of one canvas."""

    def __init__(
        self,
        canvas: ArchiveCanvas,
        file: ConferenceFile,
        layout: Layout,
        sheet: Sheet,
        placing: Placing,
        fit: PrinterFit,
        blanks: frozenset[str] = frozenset(),
    ) -> None:
        self._canvas = canvas
        self._layout = layout
        self._sheet = sheet
        self._placing = placing
        self._fit = fit
        sides = (Side.FRONT, Side.BACK) if layout.has_back else (Side.FRONT,)
        self._faces = {
            side: _FacePress(canvas, Composer(file, layout, side, blanks), layout, side)
            for side in sides
        }
        self._backgrounds: dict[Side, str] = {}

    def print(
        self, people: tuple[Delegate, ...], files: Mapping[str, bytes], report: Report
    ) -> tuple[PaperProblem, ...]:
        """Print badges in this order; the problems, each once, those of the conference first."""
        self._define_forms(files)
        if not people:
            self._page([], Side.FRONT)
            nobody = PaperProblem(code=ProblemCode.FIELD_EMPTY, field="delegates")
            return (nobody,)
        shared: dict[PaperProblem, None] = {}
        own: list[tuple[int, PaperProblem]] = []
        cells = places(len(people), self._sheet, self._placing)
        # piles go through all sheets, and pages are drawn whole, one after the other
        in_order = sorted(range(len(people)), key=lambda index: cells[index].page)
        done = 0
        for _, indices in groupby(in_order, key=lambda index: cells[index].page):
            on_sheet = [(index, people[index], cells[index]) for index in indices]
            for side in self._printed_sides:
                for index, problem, is_shared in self._page(on_sheet, side):
                    if is_shared:
                        shared[problem] = None
                    else:
                        own.append((index, problem))
            done += len(on_sheet)
            report(done, len(people))
        ordered = [problem for _, problem in sorted(own, key=lambda each: each[0])]
        return tuple(dict.fromkeys((*shared, *ordered)))

    @property
    def _printed_sides(self) -> tuple[Side, ...]:
        return (Side.FRONT, Side.BACK) if self._layout.sides > 1 else (Side.FRONT,)

    def _define_forms(self, files: Mapping[str, bytes]) -> None:
        canvas, sheet, layout = self._canvas, self._sheet, self._layout
        canvas.beginForm(_MARKS_FORM, 0, 0, sheet.page_width_mm * MM, sheet.page_height_mm * MM)
        draw_marks(canvas, cut_marks(sheet, layout.bleed_mm), sheet.page_height_mm)
        folds = fold_marks(sheet, layout.fold, layout.bleed_mm)
        draw_marks(canvas, folds, sheet.page_height_mm, is_dashed=True)
        canvas.endForm()
        for side in self._faces:
            background = layout.background_of(side)
            if background:
                self._backgrounds[side] = draw_background(canvas, layout, side, background, files)

    def _page(
        self, on_sheet: list[tuple[int, Delegate, Cell]], side: Side
    ) -> list[tuple[int, PaperProblem, bool]]:
        """Draw one side of one sheet; its problems, and whether they are the conference's."""
        canvas = self._canvas
        canvas.saveState()
        if not self._fit.is_exact:
            canvas.transform(*self._fit.matrix(self._sheet.page_height_mm * MM, MM))
        problems: list[tuple[int, PaperProblem, bool]] = []
        for index, person, place in on_sheet:
            problems += [(index, *each) for each in self._card(person, place, side)]
        if side is Side.FRONT:
            canvas.doForm(_MARKS_FORM)
        canvas.restoreState()
        canvas.showPage()
        return problems

    def _card(self, person: Delegate, place: Cell, side: Side) -> list[tuple[PaperProblem, bool]]:
        canvas, layout, sheet = self._canvas, self._layout, self._sheet
        width, height = layout.width_mm * MM, layout.height_mm * MM
        faces: list[tuple[Side, tuple[float, ...]]] = [(side, (1, 0, 0, 1, 0, 0))]
        if side is Side.BACK:
            place = behind(place, sheet, self._placing.flip)
            if not turns_sideways(sheet, self._placing.flip):
                faces = [(side, (-1, 0, 0, -1, width, height))]
        elif layout.fold is Fold.TOP:
            faces.append((Side.BACK, (-1, 0, 0, -1, width, 2 * height)))
        elif layout.fold is Fold.LEFT:
            faces = [(Side.FRONT, (1, 0, 0, 1, width, 0)), (Side.BACK, (1, 0, 0, 1, 0, 0))]
        bottom = sheet.page_height_mm - place.y_mm - place.height_mm
        canvas.saveState()
        canvas.translate(place.x_mm * MM, bottom * MM)
        if layout.bleed_mm or self._backgrounds:
            self._clip()
        problems: list[tuple[PaperProblem, bool]] = []
        for shown, matrix in faces:
            face = self._faces[shown]
            backing = face.composer.backing(person.group_id)
            badge = face.composer.badge(person)
            if len(faces) > 1 or matrix[0] < 0:
                canvas.saveState()
                canvas.transform(*matrix)
                face.draw(backing, badge, self._backgrounds.get(shown, ""))
                canvas.restoreState()
            else:
                face.draw(backing, badge, self._backgrounds.get(shown, ""))
            problems += [(each, True) for each in backing.problems]
            problems += [(each, False) for each in badge.problems]
        canvas.restoreState()
        return problems

    def _clip(self) -> None:
        """Keep what bleeds within what the sheet leaves between its cards."""
        across, down = bleed_of(self._sheet, self._layout.bleed_mm)
        path = self._canvas.beginPath()
        path.rect(
            -across * MM,
            -down * MM,
            (self._layout.flat_width_mm + 2 * across) * MM,
            (self._layout.flat_height_mm + 2 * down) * MM,
        )
        self._canvas.clipPath(path, stroke=0, fill=0)


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
        case Text() if badge.is_blank and element.field is Field.NAME:
            pen.writing_line(element)
        case Image():
            pen.picture(element, badge.pictures.get(index), badge.initials)
        case Code() if badge.digits:
            pen.code(element, badge.digits)
