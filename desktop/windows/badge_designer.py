"""The badge designer: the printed card of one person, and hands to change it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QScrollArea,
    QSplitter,
    QTabBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate
from desktop.documents.badges.arrange import Alignment
from desktop.documents.badges.layout import Side
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.badge_draft import BadgeDraft, Stacking
from desktop.sentences.badge_parts import SIDES
from desktop.sentences.papers import problem_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.action_bar import ActionBar
from desktop.widgets.align_icons import alignment_icon, stacking_icon
from desktop.widgets.card_canvas import CardCanvas
from desktop.widgets.card_parts import CardParts
from desktop.widgets.card_preview import CardPreview, CardRequest, DrawnCard
from desktop.widgets.card_properties import CardProperties
from desktop.widgets.card_settings import CardSettings
from desktop.widgets.card_swatches import CardSwatches
from desktop.widgets.icons import Icon, put_beside_text
from desktop.widgets.labels import PlainLabel
from desktop.widgets.redo_keys import redo_keys
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.save_state_label import SaveStateLabel, may_close
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.new_card_parts import new_parts

_LEFT, _RIGHT = 220, 334
_STAND_IN = "0" * 32  # nobody's id: a conference without people shows one who was made up


class BadgeDesigner(QMainWindow):
    """Changes one design; everything is stored at once, so closing loses nothing.

    Attributes:
        draft: the design.
        canvas: the card.
        preview: draws it.
    """

    closed = Signal()

    def __init__(
        self, draft: BadgeDraft, snapshot: Snapshot, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawn_icons: list[tuple[QAction, Callable[[], QIcon]]] = []
        self.draft = draft
        self._snapshot = _with_somebody(snapshot)
        self.preview = CardPreview(self)
        self.preview.drawn.connect(self._show_card)
        self.preview.refused.connect(self._show_refusal)
        self._drawn: DrawnCard | None = None
        self.canvas = CardCanvas(draft)
        self.parts = CardParts(draft)
        self.properties = CardProperties(draft)
        self.settings = CardSettings(draft)
        self.swatches = CardSwatches(draft, snapshot.file.conference.groups)
        self.person = RoomyBox(self)
        self.sides = QTabBar(self)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setAccessibleName(tr("Parts of this window"))
        self._note = PlainLabel(role="binding", parent=self)
        self._add_actions()
        self.setCentralWidget(self._split())
        save_state = SaveStateLabel()
        save_state.follow(draft)
        self.statusBar().addWidget(save_state)
        draft.changed.connect(self._follow)
        draft.selection_changed.connect(self._follow_side)
        self.canvas.scale_changed.connect(lambda _: self._draw())
        self._follow()
        resize_within_screen(self, 1280, 800)
        keep_place(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what was not stored, and let the drawing under way end."""
        if not may_close(self.draft, self):
            event.ignore()
            return
        self.preview.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _split(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("Parts"), left)
        label.setBuddy(self.parts)
        column.addWidget(label)
        column.addWidget(self.parts, 1)
        for name, page in (
            (tr("Part"), self.properties),
            (tr("Card"), self.settings),
            (tr("Group colours"), self.swatches),
        ):
            self.tabs.addTab(_scrolling(page), name)
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumWidth(_RIGHT)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        for widget, stretch in ((left, 0), (self._stage(), 1), (self.tabs, 0)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([_LEFT, 1280 - _LEFT - _RIGHT, _RIGHT])
        frame = QWidget(self)
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(SPACE, GAP, SPACE, 0)
        outer.addWidget(splitter)
        return frame

    def _stage(self) -> QWidget:
        stage = QWidget(self)
        column = QVBoxLayout(stage)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.sides.setDocumentMode(True)
        self.sides.setExpanding(False)
        self.sides.setUsesScrollButtons(False)
        self.sides.setDrawBase(False)
        self.sides.setAccessibleName(tr("Side of the card"))
        for side in Side:
            self.sides.addTab(SIDES[side]())
        self.sides.currentChanged.connect(lambda index: self.draft.look_at(tuple(Side)[index]))
        row.addWidget(self.sides)
        row.addStretch(1)
        label = QLabel(tr("Shown for"), stage)
        label.setBuddy(self.person)
        self.person.setMinimumContentsLength(10)
        self.person.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.person.setAccessibleName(tr("The person whose card is shown"))
        for each in self._snapshot.file.delegates:
            self.person.addItem(each.name or tr("(without a name)"), each.id)
        self.person.activated.connect(lambda _: self._draw())
        row.addWidget(label)
        row.addWidget(self.person)
        column.addLayout(row)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._note)
        return stage

    def _add_actions(self) -> None:
        back = QAction(tr("Done"), self)
        back.triggered.connect(self.close)
        self.undo = QAction(tr("Undo"), self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.undo.triggered.connect(self.draft.undo)
        self.redo = QAction(tr("Redo"), self)
        self.redo.setShortcuts(redo_keys())
        self.redo.triggered.connect(self.draft.redo)
        bar = ActionBar(self)
        bar.addActions([back, self.undo, self.redo])
        put_beside_text(bar, {self.undo: Icon.UNDO, self.redo: Icon.REDO})
        bar.addSeparator()
        adding = QToolButton(bar)
        adding.setText(tr("Add"))
        adding.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_menu = QMenu(adding)
        for name, make in new_parts(self.draft.layout):
            action = self.add_menu.addAction(name)
            action.triggered.connect(lambda _=False, make=make: self.draft.add(make()))
        adding.setMenu(self.add_menu)
        bar.addWidget(adding)
        self.duplicate = QAction(tr("Duplicate"), self)
        self.duplicate.setShortcut(QKeySequence("Ctrl+D"))
        self.duplicate.triggered.connect(self.draft.duplicate)
        self.remove = QAction(tr("Remove"), self)
        self.remove.triggered.connect(self.draft.remove)
        bar.addActions([self.duplicate, self.remove])
        bar.addSeparator()
        self._for_selection = [self.duplicate, self.remove]
        for stacking, name in (
            (Stacking.UP, tr("One up")),
            (Stacking.DOWN, tr("One down")),
        ):
            action = QAction(name, self)
            self._drawn_icons.append((action, partial(stacking_icon, stacking)))
            action.triggered.connect(partial(self.draft.restack, stacking))
            self._for_selection.append(action)
            bar.addAction(action)
        bar.addSeparator()
        self.align_actions: dict[Alignment, QAction] = {}
        for alignment, name in (
            (Alignment.LEFT, tr("Align left")),
            (Alignment.CENTRE, tr("Centre across")),
            (Alignment.RIGHT, tr("Align right")),
            (Alignment.TOP, tr("Align tops")),
            (Alignment.MIDDLE, tr("Centre up and down")),
            (Alignment.BOTTOM, tr("Align bottoms")),
        ):
            action = QAction(name, self)
            self._drawn_icons.append((action, partial(alignment_icon, alignment)))
            action.triggered.connect(partial(self.draft.align, alignment))
            self._for_selection.append(action)
            self.align_actions[alignment] = action
            bar.addAction(action)
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the pictures of the bar in the colours that are worn now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        for action, draw in self._drawn_icons:
            action.setIcon(draw())

    def _follow(self) -> None:
        self.setWindowTitle(tr("{design} – badge design – Hoinghi", design=self.draft.layout.title))
        self.undo.setEnabled(self.draft.can_undo)
        self.redo.setEnabled(self.draft.can_redo)
        self._follow_side()
        self._draw()

    def _follow_side(self) -> None:
        self.sides.setCurrentIndex(tuple(Side).index(self.draft.side))
        for action in self._for_selection:
            action.setEnabled(bool(self.draft.selection))
        if self._drawn is not None and self._drawn.request.side is not self.draft.side:
            self._drawn = None
            self.canvas.show_picture(None)
            self._draw()

    def _draw(self) -> None:
        self.preview.ask(
            CardRequest(
                snapshot=self._snapshot,
                layout=self.draft.layout,
                files=dict(self.draft.files),
                delegate_id=str(self.person.currentData() or _STAND_IN),
                side=self.draft.side,
                pixels_per_mm=self.canvas.scale * self.devicePixelRatioF(),
            )
        )

    def _show_card(self, drawn: DrawnCard) -> None:
        self._drawn = drawn
        if drawn.request.side is self.draft.side:
            self.canvas.show_picture(drawn.picture)
        fault = self.draft.fault
        if fault is not None:
            self._say(refusal_sentence(fault), "binding")
        elif drawn.problems:
            self._say(problem_sentence(drawn.problems[0]), "advisory")
        else:
            self._say("", "")

    def _show_refusal(self, refusal: InputRefused) -> None:
        self._say(refusal_sentence(self.draft.fault or refusal), "binding")

    def _say(self, text: str, role: str) -> None:
        self._note.setText(text)
        self._note.set_role(role)


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.setContentsMargins(GAP, GAP, GAP, GAP)
    area.setWidget(page)
    return area


def _with_somebody(snapshot: Snapshot) -> Snapshot:
    """Make somebody up for a conference without people; the name is long, as names are."""
    file = snapshot.file
    if file.delegates:
        return snapshot
    groups = file.conference.groups
    somebody = Delegate(
        id=_STAND_IN,
        conference_id=file.conference.id,
        badge_number=1,
        name="Nguyễn Thị Ánh Nguyệt",
        post="Trưởng thôn",
        unit="Thôn 1",
        group_id=groups[0].id if groups else "",
    )
    return replace(snapshot, file=replace(file, delegates=(somebody,)))
