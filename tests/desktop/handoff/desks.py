"""A desk with a store and keys, offices that hand over to it, and sticks between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from db.known_keys import KeyOrigin
from db.records import ConferenceFile, Delegate
from db.store import Store
from desktop.handoff.bundle import Trust, seal
from desktop.handoff.intake import Intake, IntakeRow
from desktop.handoff.key_ring import UnlockedKeys, believe, make_own_keys, own_card, unlock_own
from desktop.handoff.keys import PublicKeys
from desktop.handoff.opening import OpeningKeys
from desktop.standing_jobs import Desk
from tests.builders import a_conference, a_delegate, a_file, an_office, ident
from tests.desktop.handoff.parties import DESK, address, content_of, party

OFFICES = tuple(ident(number) for number in range(1, 6))


def a_desk(store: Store, *known: str) -> UnlockedKeys:
    """Give the store the desk's office and keys, and the keys of offices it knows."""
    store.offices.save(an_office(id=DESK, name="Ban Thi đua - Khen thưởng tỉnh"))
    make_own_keys(store)
    for office in known:
        believe(store, party(office).card(), KeyOrigin.COMPARED)
    return unlock_own(store)


def desk_keys(store: Store) -> PublicKeys:
    card = own_card(store)
    assert card is not None
    return card.keys


def a_conference_of(office: str, *people: Delegate, **fields: Any) -> ConferenceFile:
    """Make the conference of an office; each office's has an id of its own."""
    subject = subject_of(office)
    listed = [msgspec.structs.replace(one, conference_id=subject) for one in people]
    conference = a_conference(id=subject, office_id=office, **fields)
    return a_file(*listed, office=an_office(id=office), conference=conference)


def subject_of(office: str) -> str:
    return ident(10_000 + int(office, 16))


def a_sealed(
    receiver: PublicKeys, office: str = OFFICES[0], number: int = 1, **fields: Any
) -> bytes:
    """Seal a conference of an office for the desk; `people` are those on its list."""
    people = fields.pop("people", (a_delegate(1), a_delegate(2)))
    where = {"subject": subject_of(office), "number": number} | fields
    content = content_of(a_conference_of(office, *people))
    return seal(address(**where), content, party(office), receiver)


def a_stick(folder: Path, bundles: Iterable[bytes]) -> Path:
    """Write bundles into a new folder, named in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(bundles):
        (folder / f"{number:03}.hoinghi").write_bytes(data)
    return folder


def looked_at(store: Store, folder: Path, *, takes: bool = False) -> list[IntakeRow]:
    """Look a stick through to its end."""
    intake = Intake(store, unlock_own(store), takes=takes)
    intake.read_folder(str(folder))
    while not intake.is_over:
        intake.wait()
    return intake.rows


class InlineJob:
    """A standing job without a process: it answers at once, here."""

    def __init__(
        self,
        make: Callable[[OpeningKeys, Trust], Desk],
        keys: OpeningKeys,
        trust: Trust,
        **_caps: int,
    ) -> None:
        self._desk = make(keys, trust)
        self._answer: Any = None
        self.is_busy = False
        self.is_over = False

    def start(self) -> None:
        """There is nothing to start."""

    def ask(self, question: object, _timeout_s: float) -> None:
        try:
            self._answer = self._desk(lambda _done, _total: None, question)
        except OSError as error:
            self._answer = error

    def poll(self) -> tuple[()]:
        return ()

    def result(self) -> Any:
        if isinstance(self._answer, OSError):
            raise self._answer
        return self._answer

    def cancel(self) -> None:
        self.is_over = True
