"""The conference at a glance."""

from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Session
from desktop.widgets.labels import PlainLabel
from desktop.wizard.review_summary import ReviewSummary
from tests.builders import a_delegate, an_office, ident
from tests.desktop.conftest import OpenDraft


def _summary(qtbot: QtBot, draft: object) -> ReviewSummary:
    summary = ReviewSummary(draft)  # type: ignore[arg-type]
    qtbot.addWidget(summary)
    summary.refresh()
    return summary


def test_it_tells_when_where_who_how_long_and_the_plan(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(
        a_delegate(1),
        a_delegate(2, group_id=ident(13)),
        venue="Hội trường UBND xã",
        address="Thôn 4",
        number=96,
        issued_on=date(2024, 12, 16),
        signer_id=an_office().signers[0].id,
    )
    summary = _summary(qtbot, draft)
    assert "Bình Hòa" in summary.title.text()
    assert summary.line("when") == "20/03/2025, 7:30"
    assert summary.line("where") == "Hội trường UBND xã, Thôn 4"
    assert summary.line("people").splitlines() == [
        "Đại biểu điển hình tiên tiến: 1/140",
        "Khách mời: 1/60",
        "Together: 2/200",
    ]
    assert summary.line("programme") == "1 items, 10 minutes, until 7:40"
    assert summary.line("plan").splitlines() == [
        "No. 96, 16/12/2024",
        "signed by Nguyễn Văn Ước",
    ]


def test_what_is_open_is_said(open_draft: OpenDraft, qtbot: QtBot) -> None:
    summary = _summary(qtbot, open_draft(title="", sessions=(), groups=(), programme=()))
    assert summary.title.text() == "Conference without a name"
    assert summary.line("when") == "no day yet"
    assert summary.line("where") == "no place yet"
    assert summary.line("people") == "nobody yet"
    assert summary.line("programme") == "no items yet"
    assert summary.line("plan").splitlines() == ["no number yet, no date yet", "no signer yet"]


def test_each_session_has_its_line(open_draft: OpenDraft, qtbot: QtBot) -> None:
    sessions = (
        Session(id=ident(1), day=date(2025, 3, 20)),
        Session(id=ident(2), start=time(13, 5)),
        Session(id=ident(3)),
    )
    summary = _summary(qtbot, open_draft(sessions=sessions))
    assert summary.line("when").splitlines() == ["20/03/2025", "no day yet, 13:05"]
    assert summary.line("programme") == "1 items, 10 minutes"


def test_people_in_no_group_are_counted_and_groups_without_a_number_too(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(a_delegate(1), a_delegate(2, group_id=""))
    groups = draft.conference.groups
    draft.change(groups=(replace(groups[0], target=None),))
    summary = _summary(qtbot, draft)
    assert summary.line("people").splitlines() == [
        "Đại biểu điển hình tiên tiến: 1",
        "In no group: 1",
        "Together: 2",
    ]


def test_text_is_shown_as_typed(open_draft: OpenDraft, qtbot: QtBot) -> None:
    summary = _summary(qtbot, open_draft(title="<b>Hội nghị</b> & {0}", venue="<i>A</i>"))
    assert summary.title.text() == "<b>Hội nghị</b> & {0}"
    labels = summary.findChildren(PlainLabel)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)
