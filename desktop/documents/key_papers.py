"""Keys on paper: the recovery key, printed once, and the form with the fingerprint to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from db.records import Office
from desktop.documents.blocks import (
    BLANK,
    Block,
    Document,
    Heading,
    Paragraph,
    Part,
    Role,
    Signatory,
    SignaturePair,
    blank,
    paragraph,
    run,
)
from desktop.documents.frame import office_letterhead
from desktop.documents.wording import full_date
from desktop.handoff.keys import Card

_RECOVERY, _RECOVERY_SUBJECT = "Khóa khôi phục", "Dùng khi quên mật khẩu hoặc hỏng máy"
_FORM, _FORM_SUBJECT = "Phiếu dấu khóa", "Dùng để đối chiếu khóa khi bàn giao qua USB"
_GROUPS_ON_A_LINE = 4


def recovery_paper(office: Office, card: Card, recovery_key: str, day: date) -> Document:
    """Build the only copy there is of a recovery key; nobody stores it."""
    blocks: tuple[Block, ...] = (
        office_letterhead(office),
        Heading(kind=run(_RECOVERY), subject=run(_RECOVERY_SUBJECT)),
        *_whose(card, day),
        paragraph(Role.BODY, "Khóa khôi phục (gõ liền hay cách đều được, chữ hoa hay thường):"),
        *_grouped(recovery_key),
        paragraph(
            Role.BODY,
            "Khóa này in một lần duy nhất, chương trình không lưu lại. Ai có tờ này thì mở được "
            "mọi gói đã niêm phong cho cơ quan.",
        ),
        paragraph(
            Role.BODY,
            "Cho tờ này vào phong bì, dán kín, ký qua mép dán và cất nơi giữ con dấu; không chụp "
            "ảnh, không sao chép.",
        ),
        paragraph(
            Role.BODY,
            "Khi cần dùng: chọn “Khóa và tin cậy”, chọn “Quên mật khẩu” rồi gõ khóa trên. Nếu tờ "
            "này thất lạc thì tạo khóa mới, thu hồi khóa cũ theo số và báo cho nơi nhận.",
        ),
    )
    return _document(f"{_RECOVERY} số {card.keys.number}", office, blocks)


def fingerprint_form(office: Office, card: Card, revoked: Sequence[int], day: date) -> Document:
    """Build the form that goes up on paper beside the key file on the stick."""
    names = ", ".join(str(number) for number in revoked)
    told = f"Khóa không còn dùng, theo số: {names}." if names else "Chưa thu hồi khóa nào."
    blocks: tuple[Block, ...] = (
        office_letterhead(office),
        Heading(kind=run(_FORM), subject=run(_FORM_SUBJECT)),
        *_whose(card, day),
        paragraph(Role.BODY, "Dấu khóa:"),
        *_grouped(card.fingerprint()),
        paragraph(Role.BODY, told),
        paragraph(
            Role.BODY,
            "Nơi nhận mở tệp khóa trên USB, so từng nhóm chữ trên màn hình với phiếu này. Chỉ nhận "
            "khóa khi mọi nhóm đều khớp; nếu lệch một chữ thì gọi điện hỏi lại cơ quan lập phiếu.",
        ),
        SignaturePair(
            left=Signatory(word=run("Người đối chiếu"), name=blank("compared")),
            right=Signatory(word=run("Người lập phiếu"), name=blank("made")),
        ),
    )
    return _document(f"{_FORM} số {card.keys.number}", office, blocks)


def _whose(card: Card, day: date) -> Iterator[Block]:
    yield paragraph(Role.BODY, f"Cơ quan: {card.name or BLANK}.", "office.name")
    yield paragraph(Role.BODY, f"Khóa số: {card.keys.number}. Lập {full_date(day)}.")
    yield paragraph(Role.BODY, f"Mã cơ quan: {card.id}.")


def _grouped(text: str) -> Iterator[Paragraph]:
    """Set a key in lines of a few groups each, to be read aloud and typed."""
    groups = text.split()
    for start in range(0, len(groups), _GROUPS_ON_A_LINE):
        line = "   ".join(groups[start : start + _GROUPS_ON_A_LINE])
        yield Paragraph(role=Role.FACT, runs=(run(line, is_bold=True),))


def _document(title: str, office: Office, blocks: tuple[Block, ...]) -> Document:
    return Document(title=title, author=office.name, parts=(Part(blocks=blocks),))
