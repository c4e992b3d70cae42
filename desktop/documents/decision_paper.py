"""The decision (quyết định) that sets up the organising committee and its subcommittees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from db.records import CommitteeMember, SigningForm
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    HorizontalAlign,
    Paragraph,
    Part,
    Role,
    Row,
    Run,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import (
    document_form,
    event_name,
    event_noun,
    issue_date,
    number_and_symbol,
    office_name,
)
from desktop.documents.items import points, to_fill_in
from desktop.documents.paper_frame import (
    Issue,
    issue,
    issued_letterhead,
    issued_signature,
    signer_of,
)
from desktop.documents.paper_settings import choice
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, lowered, title_phrases_kept

KEY = "decision"
KIND = "Quyết định"
ABBREVIATION = "QĐ"
PROPOSER = "proposer"
_CENTRE = HorizontalAlign.CENTRE


class CommitteeColumn(StrEnum):
    """A column that the list of members may have."""

    NUMBER = "number"
    NAME = "name"
    POST = "post"
    ROLE = "role"
    TASK = "task"


COLUMNS = {
    CommitteeColumn.NUMBER: Column(heading="STT", share=12, align=_CENTRE),
    CommitteeColumn.NAME: Column(heading="Họ và tên", share=42),
    CommitteeColumn.POST: Column(heading="Chức vụ, đơn vị", share=46),
    CommitteeColumn.ROLE: Column(heading="Chức danh", share=28, align=_CENTRE),
    CommitteeColumn.TASK: Column(heading="Nhiệm vụ", share=37),
}
USUAL_COLUMNS = tuple(CommitteeColumn)


def decision_document(snapshot: Snapshot) -> Document:
    """Build the decision from a snapshot; without members it leaves a line to fill in."""
    conference, office = snapshot.file.conference, snapshot.file.office
    paper = issue(snapshot, KEY, ABBREVIATION)
    noun, name = event_noun(conference), event_name(conference)
    has_subcommittees = any(one.subcommittee.strip() for one in conference.committee)
    bodies = f"Ban Tổ chức{' và các Tiểu ban' if has_subcommittees else ''}"
    subject = f"Về việc thành lập {bodies} {name}"
    articles = _Articles(paper, noun, name)
    blocks: list[Block] = [
        issued_letterhead(paper),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "title")),
        Paragraph(role=Role.DECIDING, runs=(_decider(paper),)),
        *_bases(paper, name),
        paragraph(Role.DECIDING, "Quyết định:"),
        *articles.blocks(has_subcommittees=has_subcommittees),
        issued_signature(paper, (f"Như Điều {articles.count}", *_reported_to(snapshot))),
    ]
    return Document(
        title=f"{KIND}: {subject}", author=office.name, parts=(Part(blocks=tuple(blocks)),)
    )


def _decider(paper: Issue) -> Run:
    """Name who decides: the collective signed for, or the head of the office."""
    office, signer = paper.snapshot.file.office, signer_of(paper)
    name = office.name.strip()
    if not name:
        return blank("office.issuer")
    if signer is None or (signer.collective.strip() and signer.form is not SigningForm.HEAD):
        return run(name, "office.issuer")
    post = signer.post if signer.form is SigningForm.HEAD else signer.head_post or signer.post
    return run(f"{post} {name}", "signer_id")


def _bases(paper: Issue, name: str) -> list[Paragraph]:
    snapshot = paper.snapshot
    conference = snapshot.file.conference
    kind = document_form(snapshot).kind
    plan = (
        f"Căn cứ {kind} số {number_and_symbol(snapshot)} {issue_date(snapshot)} của "
        f"{office_name(snapshot)} về tổ chức {name}"
    )
    texts = [*(bare(text) for text in conference.bases if bare(text)), plan]
    proposer = choice(paper.settings, PROPOSER).strip()
    runs = [run(f"{text};", "bases") for text in texts]
    lines = [Paragraph(role=Role.BASIS, runs=(one,)) for one in runs]
    who = run(lowered(bare(proposer)), paper.field) if proposer else blank(paper.field)
    lines.append(Paragraph(role=Role.BASIS, runs=(run("Theo đề nghị của "), who, run("."))))
    return lines


def _reported_to(snapshot: Snapshot) -> tuple[str, ...]:
    upper = snapshot.rules.upper_plan if snapshot.rules is not None else None
    return (f"{upper.issuer} (để báo cáo)",) if upper is not None else ()


class _Articles:
    """The articles, each number taken as it comes."""

    def __init__(self, paper: Issue, noun: str, name: str) -> None:
        self.count = 0
        self._paper = paper
        self._noun = noun
        self._name = name
        self._columns = chosen_columns(paper.snapshot, KEY, CommitteeColumn, USUAL_COLUMNS)

    def blocks(self, *, has_subcommittees: bool) -> Iterator[Block]:
        """Build list, subcommittees, duties and effect."""
        members = self._paper.snapshot.file.conference.committee
        yield self._title("Thành lập Ban Tổ chức")
        yield paragraph(
            Role.BODY,
            f"Thành lập Ban Tổ chức {self._name} (sau đây gọi tắt là Ban Tổ chức) gồm các ông, bà "
            "có tên sau:",
        )
        yield from self._members(members)
        if has_subcommittees:
            yield self._title("Thành lập các Tiểu ban")
            yield paragraph(
                Role.BODY, "Thành lập các Tiểu ban giúp việc Ban Tổ chức, thành viên gồm:"
            )
            yield self._subcommittees(members)
        yield from self._duties()
        yield from self._effect(has_subcommittees=has_subcommittees)

    def _title(self, title: str) -> Paragraph:
        self.count += 1
        return paragraph(Role.ARTICLE, f"Điều {self.count}. {title}")

    def _members(self, members: Sequence[CommitteeMember]) -> Iterator[Block]:
        if not members:
            yield to_fill_in("committee")
            return
        rows = tuple(self._row(number, one) for number, one in enumerate(members, start=1))
        yield Table(columns=tuple(COLUMNS[one] for one in self._columns), rows=rows)

    def _subcommittees(self, members: Sequence[CommitteeMember]) -> Table:
        by_name: dict[str, list[CommitteeMember]] = {}
        for one in members:
            if one.subcommittee.strip():
                by_name.setdefault(bare(one.subcommittee), []).append(one)
        rows: list[Row] = []
        for name, people in by_name.items():
            title = name if name.casefold().startswith("tiểu ban") else f"Tiểu ban {name}"
            rows.append(Row(cells=((run(title, "committee"),),), is_group=True))
            rows += [self._row(number, one) for number, one in enumerate(people, start=1)]
        return Table(columns=tuple(COLUMNS[one] for one in self._columns), rows=tuple(rows))

    def _row(self, number: int, member: CommitteeMember) -> Row:
        texts = {
            CommitteeColumn.NUMBER: str(number),
            CommitteeColumn.NAME: member.name.strip(),
            CommitteeColumn.POST: bare(member.post),
            CommitteeColumn.ROLE: bare(member.role),
            CommitteeColumn.TASK: bare(member.task),
        }
        field = f"committee:{member.id}"
        return Row(cells=tuple((run(texts[one], field),) for one in self._columns))

    def _duties(self) -> Iterator[Block]:
        yield self._title("Nhiệm vụ của Ban Tổ chức")
        yield paragraph(Role.BODY, "Ban Tổ chức có nhiệm vụ:")
        yield from points(
            self._duty_texts(),
            self._paper.field,
        )
        yield paragraph(
            Role.BODY,
            "Trưởng ban chỉ đạo toàn diện hoạt động của Ban Tổ chức và phân công nhiệm vụ cụ thể "
            "cho từng thành viên. Các thành viên làm việc theo chế độ kiêm nhiệm; Ban Tổ chức tự "
            "giải thể sau khi hoàn thành nhiệm vụ.",
        )

    def _duty_texts(self) -> tuple[str, ...]:
        snapshot, noun = self._paper.snapshot, self._noun
        plan = f"{document_form(snapshot).kind} số {number_and_symbol(snapshot)}"
        prepare = "Chuẩn bị nội dung, chương trình, nhân sự và các điều kiện tổ chức"
        urge = "Phân công, hướng dẫn và đôn đốc các bộ phận, đơn vị liên quan"
        serve = f"Điều hành công tác phục vụ {noun}; kịp thời xử lý hoặc báo cáo"
        return (
            f"{prepare} {noun} theo {plan}",
            f"{urge} hoàn thành phần việc được giao đúng thời hạn",
            f"{serve} {office_name(snapshot)} những việc phát sinh vượt thẩm quyền",
            f"Tổng hợp, báo cáo kết quả và quyết toán kinh phí sau khi {noun} kết thúc",
        )

    def _effect(self, *, has_subcommittees: bool) -> Iterator[Block]:
        yield self._title("Hiệu lực và trách nhiệm thi hành")
        named = "Điều 1 và Điều 2" if has_subcommittees else "Điều 1"
        yield paragraph(Role.BODY, "Quyết định này có hiệu lực thi hành kể từ ngày ký.")
        yield paragraph(
            Role.BODY,
            "Người đứng đầu các bộ phận, đơn vị liên quan và các ông, bà có tên tại "
            f"{named} chịu trách nhiệm thi hành Quyết định này{END_MARK}",
        )
