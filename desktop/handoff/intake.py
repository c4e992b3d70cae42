"""A desk looks at a stick: from whom, which number, how it stands; and takes in what is good."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

import msgspec
from msgspec import Struct

from db.backups import Reason
from db.store import Store
from desktop.handoff.checking import Answer, Refused, Told
from desktop.handoff.frame import BundleKind
from desktop.handoff.key_ring import UnlockedKeys, trust_of
from desktop.handoff.opening import OpeningKeys
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.scan import FoundBundle, Scan
from desktop.handoff.standing import Held, Standing, standing_of
from desktop.handoff.stick_reader import StickReader


class IntakeState(StrEnum):
    """How a bundle on a stick stands to the desk."""

    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    SAME = "same"
    FORK = "fork"
    UNKNOWN_SENDER = "unknown-sender"  # whose fingerprint is to be compared first
    OWN = "own"  # the desk sealed it itself
    FROM_ABOVE = "from-above"  # rules or a reply, which the desk takes over as an office does
    NOT_FOR_US = "not-for-us"
    BROKEN = "broken"


_GOOD = frozenset(map(IntakeState, Standing))
_NOT_FOR_US = frozenset((BundleRefusal.NOT_FOR_US, BundleRefusal.OTHER_RECIPIENT))


class IntakeRow(Struct, frozen=True, kw_only=True):
    """One bundle on a stick.

    Attributes:
        told: what it says, once all of it was checked; without its content.
        refused: why it is not taken, for NOT_FOR_US and BROKEN.
        bundle_id: of the store, once it was taken in.
    """

    path: str
    state: IntakeState
    told: Told | None = None
    refused: Refused | None = None
    bundle_id: int | None = None

    @property
    def is_good(self) -> bool:
        """Whether it can be taken in; what is here already can be, and changes nothing."""
        return self.state in _GOOD


class Intake:
    """Looks a stick through and, where that was asked for, takes in what is good.

    Whoever made it polls. What is taken in is stored before its row is given out: whole bundles,
    some in one transaction. Cut short at any point, the next intake goes on where this one was.

    Args:
        store: of the desk.
        keys: of the desk.
        takes: whether what is good is taken in; else nothing is written.

    Attributes:
        rows: what was found so far, a row for each bundle.
    """

    def __init__(self, store: Store, keys: UnlockedKeys, *, takes: bool = False) -> None:
        self._store = store
        self._trust = trust_of(store)
        self._is_backed_up = False
        self._seen: defaultdict[tuple[str, str], set[Held]] = defaultdict(set)
        opening = OpeningKeys(keys.identities)
        self._reader = StickReader(opening, self._trust, is_whole=takes)
        self.rows: list[IntakeRow] = []

    def read_folder(self, folder: str) -> None:
        """Check every bundle of a folder."""
        self._reader.read_folder(folder)

    def read(self, bundles: Iterable[FoundBundle]) -> None:
        """Check these bundles: those that a table of a stick showed as good."""
        self._reader.read(bundles)

    @property
    def scan(self) -> Scan | None:
        """What the folder holds, once it was looked through."""
        return self._reader.scan

    @property
    def progress(self) -> tuple[int, int]:
        """How many bundles are done, of how many; of 0 while nobody knows."""
        return self._reader.done, self._reader.total

    @property
    def is_over(self) -> bool:
        """Whether everything was looked at."""
        return self._reader.is_over

    def poll(self) -> tuple[IntakeRow, ...]:
        """Take what was found since, and go on; return at once.

        Raises:
            OSError: the folder itself cannot be listed.
            JobFailed: the process broke over the folder itself.
            StoreError: it cannot be stored; what was given out before is.
        """
        return self._taken(self._reader.poll())

    def wait(self) -> tuple[IntakeRow, ...]:
        """Wait until something is found, or all is over; for callers without an event loop."""
        return self._taken(self._reader.wait())

    def cancel(self) -> None:
        """Look no further; what was taken in stays."""
        self._reader.cancel()

    def _taken(self, answers: tuple[Answer, ...]) -> tuple[IntakeRow, ...]:
        rows = [self._row(one) for one in answers]
        wanted = [
            (place, told.bundle)
            for place, answer in enumerate(answers)
            if rows[place].is_good and (told := answer.told) and told.bundle
        ]
        if wanted:
            if not self._is_backed_up:
                self._store.backups.make_if_changed(Reason.IMPORT)
                self._is_backed_up = True
            held = self._store.received.take(bundle for _, bundle in wanted)
            for (place, _), bundle in zip(wanted, held, strict=True):
                rows[place] = msgspec.structs.replace(rows[place], bundle_id=bundle.id)
        self.rows += rows
        return tuple(rows)

    def _row(self, answer: Answer) -> IntakeRow:
        told, refused = answer.told, answer.refused
        if told is None:
            is_ours = refused is None or refused.reason not in _NOT_FOR_US
            state = IntakeState.BROKEN if is_ours else IntakeState.NOT_FOR_US
            return IntakeRow(path=answer.path, state=state, refused=refused)
        bare = msgspec.structs.replace(told, bundle=None)
        return IntakeRow(path=answer.path, state=self._state(told), told=bare)

    def _state(self, told: Told) -> IntakeState:
        if told.sender.id == self._trust.me:
            return IntakeState.OWN
        if told.kind is not BundleKind.CONFERENCE:
            return IntakeState.FROM_ABOVE
        if not told.is_known:
            return IntakeState.UNKNOWN_SENDER
        subject = (told.sender.id, told.subject)
        if subject not in self._seen:
            self._seen[subject] = {Held(*one) for one in self._store.received.held(*subject)}
        held = self._seen[subject]
        standing = standing_of(told.number, told.content_sha512, held)
        held.add(Held(told.number, told.content_sha512))
        return IntakeState(standing)
