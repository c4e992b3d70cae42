"""The command `province report`: what the offices handed over, consolidated into a folder."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from db.records import Conference, ConferenceFile, Office
from db.store import Store
from desktop.conference_file import read_conference_file
from desktop.console import say, table
from desktop.documents.consolidation.export import ReportOrder, export_report
from desktop.documents.snapshot import Snapshot
from desktop.exit_code import ExitCode
from desktop.handoff.consolidation.consolidate import Consolidation, consolidate
from desktop.handoff.consolidation.deliveries import DeliveryState
from desktop.handoff.consolidation.mergers import Mergers, read_mergers
from desktop.handoff.consolidation.offices import OfficeTree
from desktop.handoff.consolidation.stored import allotted_places, stored_conferences
from desktop.language import Language, speak, tr
from desktop.local_time import VIETNAM, local_day
from desktop.rule_commands import find_pack
from desktop.rules.installed import installed_packs
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.packs import newest_packs, pack_of
from desktop.sentences.desk_view import delivery_state_name
from desktop.sentences.findings import finding_sentence

_NOBODY = "0" * 32
_NOON = time(12)


def report(store: Store, asked: argparse.Namespace) -> int:
    """Write the files asked for and say how the offices stand.

    Raises:
        InputRefused: a file named cannot be used.
        StoreError: the store cannot be read.
        OSError: the folder cannot be written.
    """
    mergers = read_mergers(asked.mergers) if asked.mergers is not None else Mergers()
    own = read_conference_file(asked.conference) if asked.conference is not None else None
    pack = _pack(store, own, asked.pack)
    own = own or _own_conference(store, pack, mergers)
    made_at = _instant(asked.day)
    received = stored_conferences(store)
    found = consolidate(
        received,
        pack,
        local_day(made_at),
        own=own,
        allotted=allotted_places(store, pack.id if pack is not None else ""),
        mergers=mergers,
    )
    order = ReportOrder(
        snapshot=Snapshot(file=own, made_at=made_at, rules=pack),
        found=found,
        received=received,
        say=finding_sentence,
    )
    with _in_vietnamese(asked):
        written = export_report(lambda _done, _whole: None, order, asked.out, asked.format)
    _say_states(found)
    for path in written:
        say(tr("Written: {file}", file=path))
    return ExitCode.DONE


def _say_states(found: Consolidation) -> None:
    rows = [
        (delivery_state_name(state), str(found.states[state]))
        for state in DeliveryState
        if found.states[state]
    ]
    facts = [
        (tr("people counted"), str(found.make_up.total)),
        (tr("on the lists of two offices"), str(len(found.same_people))),
        *(
            [(tr("people who cannot be compared"), str(found.unknown_people))]
            if found.unknown_people
            else []
        ),
        (tr("awards put forward"), str(sum(1 for _ in found.awards))),
    ]
    say(table([*rows, *facts], numbers=frozenset((1,))))


def _pack(store: Store, own: ConferenceFile | None, name: str | None) -> RulePack | None:
    """Find the plan: the one named, that of the conference above, or that most offices follow."""
    if name is not None:
        return find_pack(name)
    packs = installed_packs(shipped_packs(), store.rule_packs.all())
    if own is not None:
        return pack_of(own.conference, packs)
    followed = Counter(one.pack_id for one in store.received.current())
    ranked = sorted(followed, key=lambda pack_id: (-followed[pack_id], pack_id))
    newest = {one.id: one for one in newest_packs(packs)}
    return next((newest[one] for one in ranked if one in newest), None)


def _own_conference(store: Store, pack: RulePack | None, mergers: Mergers) -> ConferenceFile:
    """Find the one conference that the desk plans by this plan, or make one up that is bare."""
    own_unit = OfficeTree(pack, mergers).own_unit
    unit = pack.unit(own_unit) if pack is not None else None
    level = unit.level if unit is not None else ""
    planned = [
        one.id
        for one in _conferences(store)
        if pack is not None and one.rule_pack_id == pack.id and one.level_id == level
    ]
    if len(planned) == 1:
        return store.conferences.file(planned[0])
    office = store.offices.get() or Office(id=_NOBODY, name="", issuer="")
    return ConferenceFile(
        office=office,
        conference=Conference(id=_NOBODY, office_id=office.id, level_id=level, unit_id=own_unit),
    )


def _conferences(store: Store) -> Sequence[Conference]:
    return [store.conferences.get(one.id) for one in store.conferences.summaries()]


def _instant(day: date | None) -> datetime:
    """Give the present instant, or noon of a day, so that its report is the same each time."""
    return datetime.now(UTC) if day is None else datetime.combine(day, _NOON, VIETNAM)


@contextmanager
def _in_vietnamese(asked: argparse.Namespace) -> Iterator[None]:
    """Speak as papers do while they are written."""
    speak(Language.VIETNAMESE)
    try:
        yield
    finally:
        speak(Language(asked.lang or Language.VIETNAMESE))
