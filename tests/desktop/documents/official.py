"""What every official paper is held to, and a conference that makes it hard."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from itertools import cycle, islice
from typing import Any

import msgspec

from db.records import (
    Attended,
    Award,
    Candidate,
    ChoiceOutcome,
    CommitteeMember,
    Session,
    Speech,
    UpperChoice,
)
from desktop.conference_file import read_conference_file
from desktop.documents.blocks import (
    AppendixHeading,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Role,
    Run,
    Signature,
    SignaturePair,
    Table,
)
from desktop.documents.decree30 import STYLES
from desktop.documents.snapshot import Snapshot
from desktop.paths import resource
from tests.builders import ident
from tests.desktop.documents.binh_hoa import MADE_AT, a_snapshot, the_pack
from tests.desktop.documents.measure import PT_PER_MM, Reading

LONG_NAMES = (
    "Công Tằng Tôn Nữ Phương Thảo Nguyên Diễm Hương",
    "Nguyễn Đặng Hoàng Thị Khánh Vy Phượng Uyên",
    "Rơ Châm H'Út Kpă Kbuôr Ayŭn Êban",
    "Y Wang Niê Kdăm Hmok Ênuôl Buôn Krông",
)
LONG_UNIT = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện"
LONG_TITLE = (
    "Hội nghị tuyên dương điển hình tiên tiến trong phong trào thi đua yêu nước gắn với thực hiện "
    "các chương trình mục tiêu quốc gia, xây dựng nông thôn mới nâng cao và chuyển đổi số trên địa "
    "bàn xã Bình Hòa lần thứ III giai đoạn 2020-2025"
)


def sample_snapshot(**fields: Any) -> Snapshot:
    """Freeze the sample that ships with the program, with some fields of its conference changed."""
    file = read_conference_file(resource("samples", "binh-hoa", "conference.json"))
    conference = msgspec.structs.replace(file.conference, **fields)
    file = msgspec.structs.replace(file, conference=conference)
    return Snapshot(file=file, made_at=MADE_AT, rules=the_pack())


def hard_snapshot(people: int = 450, **fields: Any) -> Snapshot:
    """Freeze a conference of long names, long units and a title of three lines."""
    snapshot = a_snapshot(people)
    names = islice(cycle(LONG_NAMES), people)
    delegates = tuple(
        msgspec.structs.replace(one, name=name, unit=LONG_UNIT, post="Phó Trưởng ban chuyên trách")
        for one, name in zip(snapshot.file.delegates, names, strict=True)
    )
    changed: dict[str, Any] = {
        "title": LONG_TITLE,
        "sessions": (Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),),
        "committee": tuple(
            CommitteeMember(
                id=ident(600 + number),
                name=LONG_NAMES[number % 4],
                post=LONG_UNIT,
                role="Phó Trưởng ban Thường trực",
                task="Phụ trách nội dung, tuyên truyền, khánh tiết, hậu cần, an ninh",
                subcommittee=("Nội dung", "Tuyên truyền", "Phục vụ")[number % 3],
            )
            for number in range(40)
        ),
        "speeches": tuple(
            Speech(
                id=ident(700 + number),
                title=LONG_TITLE,
                speaker=LONG_NAMES[number % 4],
                unit=LONG_UNIT,
                minutes=7,
            )
            for number in range(30)
        ),
        "awards": tuple(
            Award(
                id=ident(800 + number),
                recipient=LONG_NAMES[number % 4],
                unit=LONG_UNIT,
                form="Bằng khen của Thủ tướng Chính phủ" if number % 2 else "Giấy khen",
                decision_number="1234/QĐ-UBND",
                decided_on=date(2025, 3, 14),
                money=1_404_000,
            )
            for number in range(60)
        ),
        "candidates": tuple(
            Candidate(
                id=ident(900 + number),
                name=LONG_NAMES[number % 4],
                unit=LONG_UNIT,
                votes=400 - number,
                outcome=ChoiceOutcome.OFFICIAL,
            )
            for number in range(30)
        ),
        "upper_choice": UpperChoice(conference=LONG_TITLE, ballots_given=450, method="Bỏ phiếu"),
        "attended": Attended(present=440, spent=1_234_567_890),
        "lessons": (LONG_TITLE, LONG_TITLE),
    }
    conference = msgspec.structs.replace(snapshot.file.conference, **(changed | fields))
    file = msgspec.structs.replace(snapshot.file, conference=conference, delegates=delegates)
    return msgspec.structs.replace(snapshot, file=file)


def texts_of(document: Document) -> list[str]:
    """List every text of a paper as it is printed, one of each block, row or cell."""
    texts: list[str] = []
    for part in document.parts:
        for block in part.blocks:
            texts += _block_texts(block)
    return [" ".join(text.split()) for text in texts if text.strip()]


def missing_texts(document: Document, reading: Reading) -> list[str]:
    """List what a paper should say and its PDF does not; page numbers are passed over."""
    found = "".join(
        "".join(line.text.split())
        for page in reading.pages
        for line in page.lines
        if line.baseline_pt > 20 * PT_PER_MM
    )
    return [text for text in texts_of(document) if "".join(text.split()) not in found]


def _block_texts(block: object) -> list[str]:
    match block:
        case Paragraph():
            return [_text(block.runs, block.role)]
        case Heading():
            return [_upper(block.kind), block.subject.text]
        case Letterhead():
            runs = [block.number, block.place_date]
            heads = [block.issuer] + ([block.parent_body] if block.parent_body else [])
            lines = [line for one in heads for line in one.text.upper().splitlines()]
            return lines + [one.text for one in runs if one is not None]
        case AppendixHeading():
            return [block.word.text, *(_upper(one) for one in block.title), block.reference.text]
        case Signature() | SignaturePair():
            return _foot_texts(block)
        case _:
            return []


def _foot_texts(block: Signature | SignaturePair) -> list[str]:
    recipients = [one.text for one in block.recipients]
    if isinstance(block, SignaturePair):
        sides = (block.left, block.right)
        return [text for one in sides for text in (_upper(one.word), one.name.text)] + recipients
    post = [_upper(block.post)] if block.post else []
    return [*(_upper(one) for one in block.authority), *post, block.name.text, *recipients]


def table_texts(document: Document) -> list[list[str]]:
    """List the rows of every table, a text for each cell."""
    return [
        ["".join(one.text for one in cell) for cell in row.cells]
        for part in document.parts
        for block in part.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def letters_of_tables(document: Document) -> Counter[str]:
    """Count the letters of all cells, which lie mixed up in the text of a page."""
    return Counter("".join("".join("".join(row).split()) for row in table_texts(document)))


def _upper(run: Run) -> str:
    return run.text.upper()


def _text(runs: tuple[Run, ...], role: Role) -> str:
    text = "".join(one.text for one in runs)
    return text.upper() if STYLES[role].is_upper else text
