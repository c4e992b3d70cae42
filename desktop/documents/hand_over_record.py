"""The hand-over record (biên bản giao nhận) of one sealed bundle, signed by both sides."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from db.handoffs import SentBundle
from db.records import Office
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    HorizontalAlign,
    Part,
    Role,
    Row,
    Signatory,
    SignaturePair,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.frame import office_letterhead
from desktop.documents.items import section
from desktop.documents.wording import full_date, numbered
from desktop.handoff.keys import Card
from desktop.people.field_catalogue import BY_KEY

_KIND, _SUBJECT = "Biên bản", "Giao nhận gói dữ liệu hội nghị qua USB"
_CENTRE = HorizontalAlign.CENTRE
_COLUMNS = (
    Column(heading="STT", share=10, align=_CENTRE),
    Column(heading="Nội dung", share=60),
    Column(heading="Số lượng", share=25, align=_CENTRE),
)
_SHORT = 4  # groups of a hash that are read out and compared by eye
_PORTRAIT = "ảnh chân dung"


class HandOver(Struct, frozen=True, kw_only=True):
    """What the record tells.

    Attributes:
        conference: its name.
        sender, receiver: with the keys that were used.
    """

    office: Office
    conference: str
    sender: Card
    receiver: Card
    bundle: SentBundle


def short_digest(digest: str) -> str:
    """Shorten a hash for paper: four groups of four."""
    return " ".join(digest[at : at + 4] for at in range(0, 4 * _SHORT, 4)).upper()


def hand_over_record(told: HandOver) -> Document:
    """Build the record; who hands over and who takes is filled in by hand."""
    bundle = told.bundle
    blocks: tuple[Block, ...] = (
        office_letterhead(told.office),
        Heading(kind=run(_KIND), subject=run(_SUBJECT)),
        paragraph(Role.BODY, f"Bên giao: {told.sender.name}.", "office.name"),
        paragraph(Role.BODY, f"Bên nhận: {told.receiver.name}."),
        paragraph(Role.BODY, f"Hội nghị: {told.conference}.", "title"),
        paragraph(Role.BODY, f"Gói số {bundle.number}, niêm phong {full_date(bundle.sealed_on)}."),
        section("I", "Nội dung bàn giao"),
        _table(bundle),
        section("II", "Dấu nhận biết"),
        *_marks(told),
        section("III", "Xác nhận"),
        paragraph(
            Role.BODY,
            "Bên giao đã chép gói vào USB và đọc lại đúng. Bên nhận giữ gói đã niêm phong; kết quả "
            "tiếp nhận được báo lại bằng biên nhận có chữ ký trên USB hoặc mã kiểm tra 16 chữ số.",
        ),
        SignaturePair(
            left=Signatory(word=run("Đại diện bên nhận"), name=blank("taken")),
            right=Signatory(word=run("Đại diện bên giao"), name=blank("given")),
        ),
    )
    title = f"{_KIND}: {_SUBJECT}, gói số {bundle.number}"
    return Document(title=title, author=told.office.name, parts=(Part(blocks=blocks),))


def _table(bundle: SentBundle) -> Table:
    counted = (
        ("Người trong danh sách đại biểu", bundle.people),
        ("Ảnh (chân dung, biểu trưng)", bundle.pictures),
        ("Văn bản kèm theo (PDF)", len(bundle.papers)),
    )
    rows = tuple(
        Row(cells=((run(str(number)),), (run(name),), (run(numbered(count)),)))
        for number, (name, count) in enumerate(counted, start=1)
    )
    return Table(columns=_COLUMNS, rows=rows)


def _marks(told: HandOver) -> Iterator[Block]:
    bundle = told.bundle
    headings = [BY_KEY[key].heading.lower() for key in bundle.fields if key in BY_KEY]
    if "photo_id" in bundle.fields:
        headings.append(_PORTRAIT)
    fields = "; ".join(headings) or "chỉ họ tên, đơn vị, thành phần"
    yield paragraph(Role.BODY, f"Mục thông tin của mỗi người: {fields}.")
    if bundle.papers:
        yield paragraph(Role.BODY, f"Tệp văn bản: {', '.join(bundle.papers)}.")
    yield paragraph(Role.BODY, f"Dung lượng gói: {-(-bundle.size_bytes // 1000)} KB.")
    yield paragraph(Role.BODY, f"Mã nội dung: {short_digest(bundle.content_sha512)}.")
    yield paragraph(
        Role.BODY, f"Dấu khóa bên giao (số {told.sender.keys.number}): {told.sender.fingerprint()}."
    )
    yield paragraph(
        Role.BODY,
        f"Dấu khóa bên nhận (số {told.receiver.keys.number}): {told.receiver.fingerprint()}.",
    )
    for copy in bundle.copies:
        yield paragraph(Role.BODY, f"USB: {copy.volume or 'không có nhãn'}.")
