"""A conference whose people are brought to what a file says, in one step."""

from __future__ import annotations

import msgspec
import pytest

from db.errors import RecordMissing
from db.records import GroupKind, ParticipantGroup
from db.store import Store
from tests.builders import a_conference, a_delegate, ident
from tests.db.test_images import an_image

GROUP = ParticipantGroup(id=ident(77), name="Đại biểu dự khuyết", kind=GroupKind.OTHER)


def test_people_and_groups_come_in_one_step_that_one_undo_takes_back(planned: Store) -> None:
    here = ident(10)
    planned.delegates.add((a_delegate(1), a_delegate(2), a_delegate(3)))
    before = planned.conferences.file(here)
    picture = an_image(b"portrait")
    stay, change, _gone = before.delegates
    new = a_delegate(9, group_id=GROUP.id, photo_id=picture.id)
    wanted = msgspec.structs.replace(
        before,
        conference=msgspec.structs.replace(
            before.conference, groups=(*before.conference.groups, GROUP), title="khác"
        ),
        delegates=(stay, msgspec.structs.replace(change, post="Bí thư"), new),
        images=(picture,),
    )
    planned.brought_people.take(wanted)
    after = planned.conferences.file(here)
    assert [(one.id, one.post) for one in after.delegates][1:] == [
        (change.id, "Bí thư"),
        (new.id, new.post),
    ]
    assert after.conference.groups[-1] == GROUP
    assert after.conference.title == before.conference.title
    entry = planned.log.next_undo(here)
    assert entry is not None
    assert (entry.fields, entry.count) == (("groups",), 3)
    planned.log.undo(here)
    assert planned.conferences.file(here).delegates == before.delegates
    assert planned.conferences.file(here).conference == before.conference
    planned.log.redo(here)
    assert planned.conferences.file(here) == after


def test_what_stands_so_already_is_no_step(planned: Store) -> None:
    planned.delegates.add((a_delegate(1),))
    last = planned.log.next_undo(ident(10))
    planned.brought_people.take(planned.conferences.file(ident(10)))
    assert planned.log.next_undo(ident(10)) == last


def test_a_conference_that_was_never_added_is_refused(planned: Store) -> None:
    file = planned.conferences.file(ident(10))
    other = msgspec.structs.replace(file, conference=a_conference(id=ident(999)))
    with pytest.raises(RecordMissing):
        planned.brought_people.take(other)
