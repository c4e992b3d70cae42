"""The awards list: an appendix of the result report, highest award first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from db.records import Award
from desktop.documents import result_report_frame
from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Column,
    Document,
    HorizontalAlign,
    Part,
    Role,
    Row,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name
from desktop.documents.paper_frame import issued_reference
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, full_date, money, numbered, title_phrases_kept
from desktop.people.honours import match_honour
from desktop.people.names import sort_key
from desktop.rules.texts import roman

KEY = "awards"
TITLE = "Danh sách tập thể, cá nhân được khen thưởng"
_NO_FORM = "Chưa ghi hình thức khen thưởng"
_LAST_RANK = 1_000
# the level of whoever gives an award, as the first of these words in its name tells
_LEVELS = (("tỉnh",), ("huyện", "thị xã", "quận"), ("xã", "phường", "thị trấn", "đặc khu"))
_LEVEL_WORDS = re.compile(rf"\b({'|'.join(word for one in _LEVELS for word in one)})\b")
_CENTRE = HorizontalAlign.CENTRE


class AwardColumn(StrEnum):
    """A column that the list may have."""

    NUMBER = "number"
    RECIPIENT = "recipient"
    POST_UNIT = "post-unit"
    FORM = "form"
    DECISION = "decision"
    MONEY = "money"
    SIGNED = "signed"
    NOTE = "note"


COLUMNS = {
    AwardColumn.NUMBER: Column(heading="STT", share=12, align=_CENTRE),
    AwardColumn.RECIPIENT: Column(heading="Tập thể, cá nhân", share=56),
    AwardColumn.POST_UNIT: Column(heading="Chức vụ, đơn vị", share=60),
    AwardColumn.FORM: Column(heading="Hình thức khen thưởng", share=48),
    AwardColumn.DECISION: Column(heading="Số, ngày quyết định", share=46),
    AwardColumn.MONEY: Column(heading="Tiền thưởng (đồng)", share=30, align=_CENTRE),
    AwardColumn.SIGNED: Column(heading="Ký nhận", share=30),
    AwardColumn.NOTE: Column(heading="Ghi chú", share=28),
}
# each form has a heading row of its own, so a column FORM would only repeat it
USUAL_COLUMNS = (
    AwardColumn.NUMBER,
    AwardColumn.RECIPIENT,
    AwardColumn.POST_UNIT,
    AwardColumn.DECISION,
    AwardColumn.MONEY,
    AwardColumn.SIGNED,
)


def award_list_document(snapshot: Snapshot) -> Document:
    """Build the list as a landscape appendix, grouped by form of award."""
    conference, office = snapshot.file.conference, snapshot.file.office
    columns = chosen_columns(snapshot, KEY, AwardColumn, USUAL_COLUMNS)
    name = event_name(conference)
    report = result_report_frame.report_issue(snapshot)
    blocks: list[Block] = [
        AppendixHeading(
            word=run("Phụ lục"),
            title=(run(TITLE), run(title_phrases_kept(f"tại {name}"), "title")),
            reference=run(issued_reference(report, result_report_frame.KIND)),
        ),
        Table(
            columns=tuple(COLUMNS[one] for one in columns),
            rows=tuple(_rows(ordered_awards(conference.awards), columns)),
        ),
        *(paragraph(Role.TOTAL, line, "awards") for line in award_totals(conference.awards)),
    ]
    return Document(
        title=f"{TITLE} tại {name}",
        author=office.name,
        parts=(Part(blocks=tuple(blocks), is_landscape=True),),
    )


def ordered_awards(awards: Sequence[Award]) -> list[Award]:
    """Order awards: the highest form first, in it collectives before persons, then by name."""
    return sorted(
        awards,
        key=lambda one: (
            _rank(one.form),
            bare(one.form),
            not one.is_collective,
            sort_key(one.recipient, ""),
            one.id,
        ),
    )


def award_totals(awards: Sequence[Award]) -> list[str]:
    """Count collectives, persons and money."""
    if not awards:
        return []
    collectives = sum(one.is_collective for one in awards)
    whole = f"Tổng số: {len(awards)} trường hợp"
    lines = [f"{whole}, gồm {collectives} tập thể và {len(awards) - collectives} cá nhân."]
    whole_sum = sum(one.money or 0 for one in awards)
    if whole_sum:
        lines.append(f"Tổng số tiền thưởng: {money(whole_sum)} đồng.")
    return lines


def award_counts(awards: Sequence[Award]) -> list[str]:
    """Count by form, as a report tells it, the highest first."""
    groups = groupby(ordered_awards(awards), key=lambda one: bare(one.form))
    return [f"{form or _NO_FORM}: {_kinds(tuple(members))}" for form, members in groups]


def _kinds(awards: Sequence[Award]) -> str:
    collectives = sum(one.is_collective for one in awards)
    parts = ((collectives, "tập thể"), (len(awards) - collectives, "cá nhân"))
    return ", ".join(f"{numbered(count)} {kind}" for count, kind in parts if count)


def _rank(form: str) -> tuple[int, int]:
    """Rank a form by law, then by the level of who awards it."""
    honour = match_honour(form)
    words = _LEVEL_WORDS.search(form.casefold())
    level = next((place for place, one in enumerate(_LEVELS) if words and words[0] in one), 0)
    return (honour.rank if honour is not None else _LAST_RANK, level)


def _rows(awards: Sequence[Award], columns: Sequence[AwardColumn]) -> Iterator[Row]:
    if not awards:
        yield Row(cells=((blank("awards"),),), is_group=True)
    number = 0
    groups = groupby(awards, key=lambda one: bare(one.form))
    for place, (form, members) in enumerate(groups, start=1):
        title = f"{roman(place)}. {form or _NO_FORM}"
        yield Row(cells=((run(title, "awards"),),), is_group=True)
        for one in members:
            number += 1
            yield _row(number, one, columns)


def _row(number: int, one: Award, columns: Sequence[AwardColumn]) -> Row:
    day = full_date(one.decided_on) if one.decided_on is not None else ""
    decided = ", ".join(part for part in (one.decision_number.strip(), day) if part)
    texts = {
        AwardColumn.NUMBER: str(number),
        AwardColumn.RECIPIENT: one.recipient.strip(),
        AwardColumn.POST_UNIT: ", ".join(part.strip() for part in (one.post, one.unit) if part),
        AwardColumn.FORM: bare(one.form),
        AwardColumn.DECISION: decided,
        AwardColumn.MONEY: money(one.money) if one.money is not None else "",
        AwardColumn.SIGNED: "",
        AwardColumn.NOTE: bare(one.note),
    }
    field = f"awards:{one.id}"
    return Row(cells=tuple((run(texts[column], field),) for column in columns))
