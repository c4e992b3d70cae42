"""A badge design being changed: each step is stored, looked at, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from db.badge_designs import DesignKind, StoredDesign
from db.errors import StoreError
from db.store import Store
from desktop.documents.badges.arrange import (
    Alignment,
    Area,
    aligned,
    extent,
    moved,
    placed,
    united,
)
from desktop.documents.badges.check import check_layout
from desktop.documents.badges.layout import Background, Element, Layout, Side, Swatch
from desktop.documents.badges.load import encode
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.saving import SaveState
from desktop.models.step_history import StepHistory

_RETRY_EVERY_MS = 5_000
_COPY_SHIFT_MM = 3.0


class Stacking(Enum):
    """Where a part goes among those that lie over one another."""

    TOP = "top"
    UP = "up"
    DOWN = "down"
    BOTTOM = "bottom"


class OpenDesign(Struct, frozen=True, kw_only=True):
    """A design to be changed; one of the program has no id in the store."""

    id: str = ""
    layout: Layout
    files: dict[str, bytes] = {}


class _State(Struct, frozen=True):
    layout: Layout
    files: dict[str, bytes]
    side: Side
    selection: frozenset[int]


class BadgeDraft(QObject):
    """One design being changed, sound or not; one of the program becomes the office's own copy.

    Attributes:
        design_id: in the store; empty until something was changed.
    """

    changed = Signal()  # the card
    selection_changed = Signal()  # what is selected, or which side is looked at
    save_state_changed = Signal(object)  # SaveState
    save_failed = Signal(object)  # StoreError

    def __init__(
        self,
        store: Store,
        design: OpenDesign,
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.design_id = design.id
        self._store = store
        self._new_id = new_id
        self._state = _State(design.layout, dict(design.files), Side.FRONT, frozenset())
        self._history: StepHistory[_State, str] = StepHistory()
        self._joined = ""  # what the last step was, while it goes on
        self._save_state = SaveState.SAVED
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_EVERY_MS)
        self._retry.timeout.connect(self.retry_save)

    @property
    def layout(self) -> Layout:
        """The design as it stands."""
        return self._state.layout

    @property
    def files(self) -> Mapping[str, bytes]:
        """The backgrounds, by their names."""
        return self._state.files

    @property
    def side(self) -> Side:
        """The face being looked at."""
        return self._state.side

    @property
    def elements(self) -> tuple[Element, ...]:
        """What that face shows, the lowest first."""
        return self.layout.elements_of(self.side)

    @property
    def selection(self) -> tuple[int, ...]:
        """The indices of the selected parts."""
        count = len(self.elements)
        return tuple(sorted(index for index in self._state.selection if index < count))

    @property
    def selected(self) -> tuple[Element, ...]:
        """The selected parts."""
        return tuple(self.elements[index] for index in self.selection)

    @property
    def fault(self) -> InputRefused | None:
        """What keeps badges from being printed in this design, if anything."""
        try:
            check_layout(self.layout)
        except InputRefused as refusal:
            return refusal
        return None

    @property
    def save_state(self) -> SaveState:
        """Whether the store holds everything that is on screen."""
        return self._save_state

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._history.can_redo

    def look_at(self, side: Side) -> None:
        """Turn the card."""
        if side is not self.side:
            self._state = replace(self._state, side=side, selection=frozenset())
            self._joined = ""
            self.selection_changed.emit()

    def select(self, indices: Sequence[int]) -> None:
        """Select these parts and no others."""
        chosen = frozenset(indices)
        if chosen != self._state.selection:
            self._state = replace(self._state, selection=chosen)
            self._joined = ""
            self.selection_changed.emit()

    def move(self, across: float, down: float, *, step: str = "") -> None:
        """Move what is selected; moves of one step are taken back together."""
        if across or down:
            self._alter_selected(lambda each: moved(each, across, down), step)

    def place(self, areas: Mapping[int, Area], *, step: str = "") -> None:
        """Put parts into areas, as while they are dragged."""
        elements = list(self.elements)
        for index, area in areas.items():
            elements[index] = placed(elements[index], area)
        self._show(tuple(elements), step)

    def set(self, name: str, value: object) -> None:
        """Set one attribute of every selected part that has it; typing on is one step."""
        step = f"{name} {self.selection}"
        self._alter_selected(
            lambda each: replace(each, **{name: value}) if hasattr(each, name) else each, step
        )

    def set_card(self, **fields: Any) -> None:  # noqa: ANN401 - fields of the layout
        """Set attributes of the card itself."""
        self._take(replace(self.layout, **fields), step=" ".join(fields))

    def set_swatch(self, name: str, swatch: Swatch) -> None:
        """Set the colours of one kind of group."""
        self._take(replace(self.layout, palette={**self.layout.palette, name: swatch}))

    def set_background(self, file: str, data: bytes, page: int = 1) -> None:
        """Lay a picture or a page of a PDF under the face being looked at; "" takes it away.

        Raises:
            InputRefused: the file cannot lie under a card.
        """
        from desktop.documents.badges.backgrounds import check_background  # noqa: PLC0415

        background = Background(file=file, page=page) if file else None
        if background is not None:
            check_background(self.layout, background, data)
        key = "background" if self.side is Side.FRONT else "back_background"
        layout = replace(self.layout, **{key: background})
        named = {each.file for side in Side if (each := layout.background_of(side))}
        files = {**self._state.files, file: data}
        self._take(layout, files={name: files[name] for name in sorted(named)})

    def add(self, element: Element) -> None:
        """Lay a new part on top and select it."""
        self._show((*self.elements, element), selection=frozenset({len(self.elements)}))

    def remove(self) -> None:
        """Take the selected parts away; the front keeps at least one."""
        gone = set(self.selection)
        kept = tuple(each for index, each in enumerate(self.elements) if index not in gone)
        if gone and (kept or self.side is Side.BACK):
            self._show(kept, selection=frozenset())

    def duplicate(self) -> None:
        """Lay a copy of each selected part on top, a little aside."""
        copies = [moved(each, _COPY_SHIFT_MM, _COPY_SHIFT_MM) for each in self.selected]
        first = len(self.elements)
        if copies:
            chosen = frozenset(range(first, first + len(copies)))
            self._show((*self.elements, *copies), selection=chosen)

    def restack(self, stacking: Stacking) -> None:
        """Lay the selected parts over or under others."""
        order = list(range(len(self.elements)))
        chosen = [index for index in order if index in self.selection]
        rest = [index for index in order if index not in self.selection]
        match stacking:
            case Stacking.TOP:
                order = [*rest, *chosen]
            case Stacking.BOTTOM:
                order = [*chosen, *rest]
            case Stacking.UP | Stacking.DOWN:
                order = _stepped(order, set(chosen), is_up=stacking is Stacking.UP)
        selection = frozenset(order.index(index) for index in chosen)
        self._show(tuple(self.elements[index] for index in order), selection=selection)

    def align(self, alignment: Alignment) -> None:
        """Bring the selected parts in line: with one another, or one within the safe zone."""
        if not self.selection:
            return
        safe, layout = self.layout.safe_mm, self.layout
        within = (safe, safe, layout.width_mm - safe, layout.height_mm - safe)
        elements = list(self.elements)
        for index, each in zip(
            self.selection, aligned(self.selected, alignment, within), strict=True
        ):
            elements[index] = each
        self._show(tuple(elements))

    def selected_area(self) -> Area | None:
        """Measure what is selected."""
        return united(map(extent, self.selected)) if self.selection else None

    def settle(self) -> None:
        """Store what a drag has come to; the next one is another step."""
        self._joined = ""
        self.retry_save()

    def undo(self) -> None:
        """Take the last step back."""
        self._walk(self._history.undo(self._state))

    def redo(self) -> None:
        """Do the step last taken back again."""
        self._walk(self._history.redo(self._state))

    def retry_save(self) -> None:
        """Store again what the store refused before."""
        if self._save_state is SaveState.UNSAVED:
            self._save()

    def _alter_selected(self, change: Callable[[Element], Element], step: str = "") -> None:
        chosen = set(self.selection)
        elements = tuple(
            change(each) if index in chosen else each for index, each in enumerate(self.elements)
        )
        self._show(elements, step)

    def _show(
        self,
        elements: tuple[Element, ...],
        step: str = "",
        selection: frozenset[int] | None = None,
    ) -> None:
        is_front = self.side is Side.FRONT or self.layout.back_like_front
        key = "elements" if is_front else "back"
        self._take(replace(self.layout, **{key: elements}), step=step, selection=selection)

    def _take(
        self,
        layout: Layout,
        *,
        step: str = "",
        files: dict[str, bytes] | None = None,
        selection: frozenset[int] | None = None,
    ) -> None:
        state = replace(
            self._state,
            layout=layout,
            files=self._state.files if files is None else files,
            selection=self._state.selection if selection is None else selection,
        )
        if state == self._state:
            return
        if not self.design_id:
            self.design_id = self._new_id()
            own = layout.name or layout.id
            if layout.name == self.layout.name:
                own = tr("{design} – our own", design=own)
            state = replace(state, layout=replace(layout, id=f"own-{self.design_id}", name=own))
        if not (step and step == self._joined):
            self._history.step(self._state, step)
        self._joined = step
        self._put(state, is_live=step.startswith("drag"))

    def _walk(self, found: tuple[_State, str] | None) -> None:
        if found is None:
            return
        self._joined = ""
        self._put(found[0])

    def _put(self, state: _State, *, is_live: bool = False) -> None:
        is_elsewhere = (state.selection, state.side) != (self._state.selection, self.side)
        self._state = state
        self._tell(SaveState.UNSAVED)
        if not is_live:
            self._save()
        self.changed.emit()
        if is_elsewhere:
            self.selection_changed.emit()

    def _save(self) -> None:
        layout = self.layout
        try:
            self._store.badge_designs.keep(
                DesignKind.LAYOUT,
                StoredDesign(
                    id=self.design_id,
                    name=layout.title,
                    content=encode(layout),
                    backgrounds=dict(self._state.files),
                ),
            )
        except StoreError as error:
            self._retry.start()
            self._tell(SaveState.UNSAVED)
            self.save_failed.emit(error)
        else:
            self._retry.stop()
            self._tell(SaveState.SAVED)

    def _tell(self, state: SaveState) -> None:
        if state is not self._save_state:
            self._save_state = state
            self.save_state_changed.emit(state)


def _stepped(order: list[int], chosen: set[int], *, is_up: bool) -> list[int]:
    """Let each chosen one change places with its neighbour."""
    places = range(len(order) - 2, -1, -1) if is_up else range(len(order) - 1)
    for place in places:
        lower, upper = order[place], order[place + 1]
        rises = lower in chosen and upper not in chosen
        sinks = upper in chosen and lower not in chosen
        if rises if is_up else sinks:
            order[place], order[place + 1] = upper, lower
    return order
