"""Invitations (giấy mời, Mẫu 1.7): a sheet for each person, the programme on its back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from db.records import Delegate
from desktop.documents.addressed import ADDRESS, Address, address_of, addressees, post_and_unit
from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Document,
    Heading,
    Paragraph,
    Part,
    Role,
    blank,
    paragraph,
    run,
)
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import event_name, event_noun, main_sessions
from desktop.documents.items import dashes, labelled
from desktop.documents.lines import NO_BREAK_SPACE
from desktop.documents.paper_frame import (
    Issue,
    issue,
    issued_letterhead,
    issued_reference,
    issued_signature,
)
from desktop.documents.paper_settings import choice, chosen_day
from desktop.documents.programme import chair_words, moment_words, place_words, programme_blocks
from desktop.documents.seats import seat_names
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, capitalised, full_date, lowered, title_phrases_kept

KEY = "invitations"
KIND = "Giấy mời"
ABBREVIATION = "GM"
DRESS, PHONE, REPLY_BY, NOTE = "dress", "phone", "reply-by", "note"


def invitations_document(snapshot: Snapshot) -> Document:
    """Build all invitations; an empty list gives one with room for the name."""
    conference, office = snapshot.file.conference, snapshot.file.office
    paper = issue(snapshot, KEY, ABBREVIATION)
    name = event_name(conference)
    back = _back(paper, name) if conference.programme else ()
    people: list[Delegate | None] = list(addressees(snapshot.file, paper.settings))
    seats = seat_names(snapshot.file)
    parts: list[Part] = []
    for person in people or [None]:
        parts.append(Part(blocks=tuple(_front(paper, name, person, seats))))
        if back:
            parts.append(Part(blocks=back))
    return Document(title=f"{KIND} dự {name}", author=office.name, parts=tuple(parts))


def _back(paper: Issue, name: str) -> tuple[Block, ...]:
    heading = AppendixHeading(
        word=run("Phụ lục"),
        title=(run("Chương trình"), run(title_phrases_kept(name), "title")),
        reference=run(issued_reference(paper, KIND)),
    )
    return (heading, *programme_blocks(paper.snapshot))


def _front(
    paper: Issue, name: str, person: Delegate | None, seats: Mapping[str, str]
) -> Iterator[Block]:
    yield issued_letterhead(paper)
    yield Heading(kind=run(KIND), subject=run(title_phrases_kept(f"Dự {name}"), "title"))
    yield from _invited(paper, person)
    yield paragraph(Role.BODY, f"Tới dự {name}.", "title")
    yield from _facts(paper)
    if person is not None and person.id in seats:
        yield Paragraph(
            role=Role.BODY,
            runs=(
                run("Chỗ ngồi: ghế "),
                run(f"{seats[person.id]}.", "seats", delegate_id=person.id),
            ),
        )
    yield from _notes(paper)
    yield issued_signature(paper, ("Như trên",))


def _invited(paper: Issue, person: Delegate | None) -> Iterator[Block]:
    yield paragraph(Role.BODY, f"{capitalised(paper.issuer_name)} trân trọng kính mời:")
    if person is None:
        yield Paragraph(role=Role.FACT, runs=(blank("delegates"),))
        return
    title = address_of(person, choice(paper.settings, ADDRESS, Address.BY_GENDER))
    words = run(f"{title} {person.name}", "name", delegate_id=person.id, is_bold=True)
    yield Paragraph(role=Role.FACT, runs=(words,))
    told = post_and_unit(person)
    if told:
        value = run(told, "post", delegate_id=person.id)
        yield Paragraph(role=Role.FACT, runs=(value,))
    if person.represents.strip():
        stands_for = f"Đại diện {lowered(bare(person.represents))}"
        value = run(stands_for, "represents", delegate_id=person.id)
        yield Paragraph(role=Role.FACT, runs=(value,))


def _facts(paper: Issue) -> Iterator[Block]:
    conference = paper.snapshot.file.conference
    main = main_sessions(conference)
    facts = (
        ("Chủ trì", chair_words(conference), "presidium"),
        ("Thời gian", moment_words(main[0]) if main else "", "sessions"),
        ("Địa điểm", place_words(conference), "venue"),
    )
    for label, text, field in facts:
        yield labelled(Role.BODY, label, f"{text}." if text else "", field)


def _notes(paper: Issue) -> Iterator[Block]:
    settings, noun = paper.settings, event_noun(paper.snapshot.file.conference)
    dress = bare(choice(settings, DRESS))
    notes = ["Đề nghị mang theo Giấy mời và có mặt trước giờ khai mạc 15 phút để nhận tài liệu"]
    if dress:
        notes.append(f"Trang phục: {dress}")
    reply = _reply(chosen_day(settings, REPLY_BY), bare(choice(settings, PHONE)))
    if reply:
        notes.append(reply)
    if paper.snapshot.file.conference.programme:
        notes.append(f"Chương trình {noun} tại Phụ lục in ở mặt sau Giấy mời")
    if bare(choice(settings, NOTE)):
        notes.append(bare(choice(settings, NOTE)))
    yield paragraph(Role.BODY, "Một số lưu ý:")
    yield from dashes(notes, paper.field)
    yield paragraph(
        Role.BODY,
        f"Rất mong được đón tiếp; sự có mặt của quý đại biểu góp phần vào thành công của "
        f"{noun}{END_MARK}",
    )


def _reply(by: date | None, phone: str) -> str:
    """Ask for an answer, by a day and at a telephone number, as far as they are known."""
    day = f"trước {full_date(by)}" if by else ""
    number = phone.replace(" ", NO_BREAK_SPACE)
    place = f"qua số điện thoại {number}" if phone else ""
    parts = " ".join(part for part in (day, place) if part)
    return f"Xác nhận tham dự {parts}" if parts else ""
