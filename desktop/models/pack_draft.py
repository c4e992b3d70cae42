"""A rule pack being written: each change is stored at once, looked at, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import StoreError
from db.pack_drafts import StoredDraft
from db.store import Store
from desktop.models.pack_beginning import Beginning, encoded
from desktop.models.saving import SaveState
from desktop.models.step_history import StepHistory
from desktop.rules.next_cycle import still_unseen
from desktop.rules.pack import RulePack
from desktop.rules.pack_names import Named, key_from, offered, tended
from desktop.rules.pack_part import Refers
from desktop.rules.pack_shapes import ListShape, Shape, UnionShape
from desktop.rules.pack_tree import (
    Node,
    Tree,
    TreePath,
    find,
    fresh,
    inserted,
    moved,
    replaced,
    shape_at,
)
from desktop.rules.unfinished import Look, PackFault, look_at

_LOOK_AFTER_MS = 150  # of quiet: a look takes some milliseconds, and a word has many letters
_RETRY_EVERY_MS = 5_000

_TYPING, _CHOOSING = "typing", "choosing"
_OpenStep = tuple[str, TreePath]  # what may go on, and where


class _State(Struct, frozen=True):
    tree: Tree
    unseen: tuple[str, ...]


class PackDraft(QObject):
    """One pack being written, valid or not.

    Attributes:
        id: of the draft in the store.
        base: id and version of the pack it was made from, or saved as last.
        is_touched: whether anything was changed since it began.
    """

    changed = Signal(object)  # TreePath of what changed
    looked = Signal()  # the faults may be others now
    save_state_changed = Signal(object)  # SaveState
    save_failed = Signal(object)  # StoreError

    def __init__(
        self, store: Store, draft_id: str, beginning: Beginning, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.id = draft_id
        self.base = (beginning.base_id, beginning.base_version)
        self.is_touched = beginning.is_touched
        self._store = store
        self._state = _State(beginning.tree, beginning.unseen)
        self._history: StepHistory[_State, TreePath] = StepHistory()
        self._open_step: _OpenStep | None = None
        self._save_state = SaveState.SAVED
        self._offers: dict[tuple[Refers, TreePath], tuple[Named, ...]] = {}
        self._look: Look = look_at(beginning.tree)
        self._looking = self._timer(_LOOK_AFTER_MS, self.look_now)
        self._looking.setSingleShot(True)
        self._retry = self._timer(_RETRY_EVERY_MS, self.retry_save)

    @property
    def tree(self) -> Tree:
        """The pack as it stands."""
        return self._state.tree

    @property
    def pack(self) -> RulePack | None:
        """The pack as it was last looked at, when it was whole."""
        return self._look.pack

    @property
    def faults(self) -> tuple[PackFault, ...]:
        """What keeps it from being a pack, as it was last looked at."""
        return self._look.faults

    @property
    def unseen(self) -> tuple[TreePath, ...]:
        """The texts of the last cycle that nobody has changed or accepted yet."""
        return still_unseen(self.tree, self._state.unseen)

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

    def value(self, path: TreePath) -> Node:
        """Give what stands at a place; None where it is left out."""
        return find(self.tree, path)

    def offered(self, refers: Refers, place: TreePath) -> tuple[Named, ...]:
        """List what a key at a place may refer to."""
        asked = (refers, place[:2])
        if asked not in self._offers:
            self._offers[asked] = offered(self.tree, refers, place)
        return self._offers[asked]

    def set(self, path: TreePath, value: Node, *, still_typing: bool = False) -> None:
        """Put a value at a place, None to leave it out; one step that undo takes back.

        What is still being typed joins the step that the same typing began.
        """
        step = (_TYPING, path)
        before = self._before(step)
        tree = tended(before.tree, replaced(before.tree, path, value), path)
        is_open = self._replace(before, tree, path)
        self._open_step = step if still_typing and is_open else None

    def end_typing(self) -> None:
        """Let the next change be a step of its own."""
        self._open_step = None

    def add(self, path: TreePath, kind: str = "") -> TreePath:
        """Begin an item of a list, or a part that was left out; the place of it comes back."""
        shape = self._shape(path)
        self._open_step = None
        if isinstance(shape, ListShape) and isinstance(self.value(path), list):
            place = len(self.value(path))
            self._step(inserted(self.tree, path, place, fresh(shape.item, kind)), path)
            return (*path, place)
        if isinstance(shape, ListShape) and not self._is_optional(path):
            self._step(inserted(self.tree, path, 0, fresh(shape.item, kind)), path)
            return (*path, 0)
        self._step(replaced(self.tree, path, fresh(shape, kind)), path)
        return path

    def remove(self, path: TreePath) -> None:
        """Take out an item, or a part that may be left out."""
        self._open_step = None
        self._step(replaced(self.tree, path, None), path[:-1])

    def move(self, path: TreePath, by: int) -> TreePath:
        """Move an item within its list; the place where it stands now comes back."""
        source = path[-1]
        target = int(source) + by
        if not 0 <= target < len(self.value(path[:-1])):
            return path
        self._open_step = None
        self._step(moved(self.tree, path[:-1], int(source), target), path[:-1])
        return (*path[:-1], target)

    def change_kind(self, path: TreePath, kind: str) -> None:
        """Make a part one of another kind; the fields that it has there too keep their values.

        Walking on through the kinds is one step, so that coming back brings all values back.
        """
        step = (_CHOOSING, path)
        before = self._before(step)
        shape, part = self._shape(path), find(before.tree, path)
        if not isinstance(shape, UnionShape):
            raise TypeError(shape)
        known = {field.name for field in shape.kinds[kind].fields}
        kept = {name: value for name, value in part.items() if name in known}
        changed = part if kind == part[shape.tag_field] else {**fresh(shape, kind), **kept}
        is_open = self._replace(before, replaced(before.tree, path, changed), path)
        self._open_step = step if is_open else None

    def refer_to(self, place: TreePath, keys: Sequence[str], part: Named) -> None:
        """Let the list at a place name a part besides; one without a key gets one."""
        tree, key = self.tree, part.key
        self._open_step = None
        if not key:
            taken = {one.key for one in self.offered(Refers.RULE, place)}
            key = key_from(part.title, taken) or key_from(str(part.path[-2]), taken)
            tree = replaced(tree, (*part.path, "id"), key)
        self._step(replaced(tree, place, [*keys, key]), place)

    def accept(self, text: str) -> None:
        """Let a text of the last cycle stand as it is."""
        self._open_step = None
        unseen = tuple(one for one in self._state.unseen if one != text)
        self._enter(_State(self.tree, unseen), ())

    def undo(self) -> TreePath | None:
        """Take back the last step; name the place it was about, None if there is none."""
        return self._walk(self._history.undo(self._state))

    def redo(self) -> TreePath | None:
        """Do again the step last taken back; name the place, None if there is none."""
        return self._walk(self._history.redo(self._state))

    def look_now(self) -> None:
        """Look for faults at once."""
        self._looking.stop()
        self._look = look_at(self.tree)
        self.looked.emit()

    def retry_save(self) -> None:
        """Store again what the store refused before."""
        if self._save_state is SaveState.UNSAVED:
            self.keep()

    def keep(self) -> None:
        """Store the draft as it stands."""
        try:
            self._store.pack_drafts.keep(
                StoredDraft(id=self.id, name=self._name(), content=self._encoded())
            )
        except StoreError as error:
            self._set_save_state(SaveState.UNSAVED)
            self.save_failed.emit(error)
        else:
            self._set_save_state(SaveState.SAVED)

    def _before(self, step: _OpenStep) -> _State:
        """Give the state that a step begins with: that of the open one, which it then joins."""
        return self._history.before if self._open_step == step else self._state

    def _replace(self, before: _State, tree: Tree, path: TreePath) -> bool:
        """Step from a state to a tree; tell whether the next step could join this one."""
        joins = before is not self._state
        after = _State(tree, before.unseen)
        is_a_step = after != before
        if after != self._state:
            if joins:
                self._history.forget_last()
            if is_a_step:
                self._history.step(before, path)
            self._show(after, path)
        return is_a_step

    def _step(self, tree: Tree, path: TreePath) -> None:
        self._enter(_State(tree, self._state.unseen), path)

    def _enter(self, state: _State, path: TreePath) -> None:
        if state == self._state:
            return
        self._history.step(self._state, path)
        self._show(state, path)

    def _walk(self, found: tuple[_State, TreePath] | None) -> TreePath | None:
        self._open_step = None
        if found is None:
            return None
        state, path = found
        self._show(state, path)
        return path

    def _show(self, state: _State, path: TreePath) -> None:
        self._state = state
        self.is_touched = True
        self._offers.clear()
        self.keep()
        self._looking.start()
        self.changed.emit(path)

    def _shape(self, path: TreePath) -> Shape:
        shape = shape_at(self.tree, path)
        if shape is None:
            raise LookupError(path)
        return shape

    def _is_optional(self, path: TreePath) -> bool:
        record = shape_at(self.tree, path[:-1])
        kinds = record.kinds.values() if isinstance(record, UnionShape) else (record,)
        fields = [field for one in kinds if one for field in one.fields]  # type: ignore[attr-defined]
        return any(field.name == path[-1] and field.is_optional for field in fields)

    def _name(self) -> str:
        return str(self.value(("name",)) or "")

    def _encoded(self) -> bytes:
        beginning = Beginning(
            tree=self.tree,
            unseen=self._state.unseen,
            base_id=self.base[0],
            base_version=self.base[1],
            is_touched=self.is_touched,
        )
        return encoded(beginning)

    def _set_save_state(self, state: SaveState) -> None:
        if state is not self._save_state:
            self._save_state = state
            self._retry.stop() if state is SaveState.SAVED else self._retry.start()
            self.save_state_changed.emit(state)

    def _timer(self, interval_ms: int, action: Any) -> QTimer:  # noqa: ANN401 - a slot
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(action)
        return timer
