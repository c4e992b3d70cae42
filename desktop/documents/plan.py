"""The plan (kế hoạch) of a conference: parts I to IV, recipients and signature."""

from __future__ import annotations

from desktop.documents.appendices import Appendix, appendix_name, departures_part
from desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Part,
    Role,
    Row,
    paragraph,
    run,
)
from desktop.documents.decree30 import END_MARK
from desktop.documents.departures import departures
from desktop.documents.frame import (
    document_form,
    event_name,
    event_noun,
    letterhead,
    office_name,
    signature,
)
from desktop.documents.items import clause, dashes, labelled, points, section, to_fill_in
from desktop.documents.plan_event import event_clauses
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, capitalised, lowered, title_phrases_kept


def plan_document(snapshot: Snapshot) -> Document:
    """Build the plan from a snapshot; what is empty leaves a blank to fill in."""
    conference, office = snapshot.file.conference, snapshot.file.office
    kind = document_form(snapshot).kind
    subject = bare(conference.subject) or f"Tổ chức {event_name(conference)}"
    rows = departures(snapshot)
    blocks: list[Block] = [
        letterhead(snapshot),
        Heading(kind=run(kind), subject=run(title_phrases_kept(subject), "subject")),
        *_bases(snapshot),
        _introduction(snapshot, subject),
        section("I", "Mục đích, yêu cầu"),
        clause(1, "Mục đích"),
        *points(conference.purposes, "purposes"),
        clause(2, "Yêu cầu"),
        *points(conference.requirements, "requirements"),
        section("II", "Nội dung, hình thức, thành phần, thời gian"),
        *event_clauses(snapshot),
        *_departures_named(snapshot, rows),
        section("III", "Kinh phí"),
        _budget(snapshot),
        section("IV", "Tổ chức thực hiện"),
        *_organising(snapshot),
        _closing(snapshot, subject),
        signature(snapshot),
    ]
    parts = [Part(blocks=tuple(blocks))]
    if rows:
        parts.append(departures_part(snapshot, rows))
    return Document(title=f"{kind}: {subject}", author=office.name, parts=tuple(parts))


def _departures_named(snapshot: Snapshot, rows: tuple[Row, ...]) -> list[Paragraph]:
    """Mention the annex in the text, as every annex has to be (Mục III.1 Phần I)."""
    if not rows:
        return []
    annex, kind = appendix_name(snapshot, Appendix.DEPARTURES), document_form(snapshot).kind
    return [
        paragraph(
            Role.BODY,
            "Các nội dung thực hiện khác quy định hoặc chưa được kế hoạch cấp trên quy định nêu "
            f"tại {annex} kèm theo {kind} này.",
        )
    ]


def _bases(snapshot: Snapshot) -> list[Paragraph]:
    bases = [bare(text) for text in snapshot.file.conference.bases if bare(text)]
    ended = [f"{text};" for text in bases[:-1]] + [f"{text}." for text in bases[-1:]]
    return [paragraph(Role.BASIS, text, "bases") for text in ended]


def _introduction(snapshot: Snapshot, subject: str) -> Paragraph:
    conference = snapshot.file.conference
    text = conference.introduction.strip() or (
        f"{capitalised(office_name(snapshot))} ban hành {document_form(snapshot).kind} "
        f"{lowered(subject)} như sau:"
    )
    return paragraph(Role.BODY, text, "introduction")


def _budget(snapshot: Snapshot) -> Paragraph:
    source = bare(snapshot.file.conference.budget_source)
    noun = event_noun(snapshot.file.conference)
    if not source:
        return labelled(Role.BODY, f"Nguồn kinh phí tổ chức {noun}", "", "budget_source")
    if source.casefold().startswith("kinh phí"):
        return paragraph(Role.BODY, f"{source}.", "budget_source")
    return paragraph(
        Role.BODY,
        f"Kinh phí tổ chức {noun} được bảo đảm từ {lowered(source)}; việc quản lý, sử dụng và "
        "quyết toán thực hiện tiết kiệm, đúng chế độ, định mức và quy định hiện hành.",
        "budget_source",
    )


def _organising(snapshot: Snapshot) -> list[Paragraph]:
    conference = snapshot.file.conference
    paragraphs: list[Paragraph] = []
    number = 0
    if conference.committee:
        number += 1
        noun = event_noun(conference)
        paragraphs += [
            clause(number, f"Ban Tổ chức {noun}"),
            paragraph(Role.BODY, f"Ban Tổ chức {noun} gồm các thành viên sau:"),
            *dashes([_member(*each) for each in _committee(snapshot)], "committee"),
        ]
    for assignment in conference.assignments:
        number += 1
        paragraphs.append(clause(number, assignment.body, "assignments"))
        paragraphs += points(assignment.duties, "assignments")
    return paragraphs or [to_fill_in("assignments")]


def _committee(snapshot: Snapshot) -> list[tuple[str, str, str, str]]:
    return [(one.name, one.post, one.role, one.task) for one in snapshot.file.conference.committee]


def _member(name: str, post: str, role: str, task: str) -> str:
    person = ", ".join(part.strip() for part in (name, post) if part.strip())
    duty = ", ".join(
        part for part in (role.strip(), task and f"phụ trách {lowered(bare(task))}") if part
    )
    return f"{person}: {duty}" if duty else person


def _closing(snapshot: Snapshot, subject: str) -> Paragraph:
    office, noun = office_name(snapshot), event_noun(snapshot.file.conference)
    return paragraph(
        Role.BODY,
        f"Trên đây là {document_form(snapshot).kind} {lowered(subject)}. {capitalised(office)} "
        "yêu cầu các tổ chức, bộ phận, đơn vị được giao nhiệm vụ khẩn trương triển khai thực "
        f"hiện, bảo đảm {noun} diễn ra đúng kế hoạch và đạt kết quả; quá trình thực hiện, nếu có "
        f"khó khăn, vướng mắc, kịp thời báo cáo {office} xem xét, giải quyết{END_MARK}",
    )
