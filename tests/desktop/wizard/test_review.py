"""The review section."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreUnreachable
from db.records import Attended, WizardStep
from desktop.documents.export import ExportedFile
from desktop.documents.papers import KEYS, PAPERS, PaperGroup
from desktop.documents.rendered import PaperProblem, ProblemCode, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.jobs import JobFailed, JobFailure
from desktop.models.draft import Draft
from desktop.rules.findings import FindingCode
from desktop.sentences.paper_options import group_name
from desktop.wizard import export_bar, paper_drawing, review
from desktop.wizard.paper_drawing import PaperState
from desktop.wizard.places import Place
from desktop.wizard.print_set_dialog import PrintSetDialog
from desktop.wizard.review import ReviewSection
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.widgets.pdfs import A4, a_pdf
from tests.desktop.wizard.hand_runner import HandRunner
from tests.hands import press

_REAL = ("plan", "programme", "list", "badges")
LONG_NAME = "Nguyễn Công Tằng Tôn Nữ <b>Hoàng</b> & Ước"


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Jobs end when the test says so; a paper's pages are the delegates and one more."""

    def draw(report: object, snapshot: Snapshot, key: str) -> RenderedPaper:
        pages = len(snapshot.file.delegates) + 1
        problems = tuple(
            PaperProblem(
                code=ProblemCode.TEXT_TOO_LONG, field="name", delegate_id=one.id, text=one.name
            )
            for one in snapshot.file.delegates
            if one.name == LONG_NAME and key == "badges"
        )
        return RenderedPaper(data=a_pdf(*[A4] * pages, text=key), pages=pages, problems=problems)

    monkeypatch.setattr(paper_drawing, "JobRunner", HandRunner)
    monkeypatch.setattr(paper_drawing, "draw", draw)
    monkeypatch.setattr(export_bar, "JobRunner", HandRunner)
    monkeypatch.setattr(review, "documents_folder", lambda: tmp_path)
    monkeypatch.setattr(review, "_DRAW_AFTER_MS", 0)


def _shown(qtbot: QtBot, draft: Draft) -> ReviewSection:
    section = ReviewSection(draft)
    qtbot.addWidget(section)
    section.resize(900, 600)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def _draw_all(section: ReviewSection) -> None:
    while section.drawing.is_at_work:
        _runner(section.drawing).finish()


def _is_drawing(section: ReviewSection) -> bool:
    return section.drawing.is_at_work


def _is_saving(section: ReviewSection) -> bool:
    return section.export.is_saving


def _line(section: ReviewSection, key: str) -> str:
    papers = section.papers
    items = [papers.item(row) for row in range(papers.count())]
    return next(one.text() for one in items if one.data(Qt.ItemDataRole.UserRole) == key)


def _ticked(section: ReviewSection) -> list[str]:
    return list(section.papers.ticked)


def _runner(owner: object) -> HandRunner:
    runner = owner._runner  # type: ignore[attr-defined]
    assert isinstance(runner, HandRunner)
    return runner


def _notes(section: ReviewSection) -> list[str]:
    return [section.notes.list.item(row).text() for row in range(section.notes.list.count())]


@pytest.mark.usefixtures("by_hand")
def test_it_has_a_name_and_a_sentence() -> None:
    assert ReviewSection.step is WizardStep.REVIEW
    assert ReviewSection.title()
    assert ReviewSection.subtitle().endswith(".")


@pytest.mark.usefixtures("by_hand")
def test_the_papers_are_drawn_when_it_is_shown_the_first_one_on_screen(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = ReviewSection(open_draft(a_delegate()))
    qtbot.addWidget(section)
    assert not _is_drawing(section)
    section = _shown(qtbot, section.draft)
    assert section.view.notice == "Being drawn…"
    assert _line(section, "plan") == "Plan · being drawn…"
    assert _line(section, "programme") == "Programme · waiting"
    _runner(section.drawing).finish()
    assert section.view.page_count == 2
    assert _line(section, "plan") == "Plan · 2 pages"
    _draw_all(section)
    assert {section.drawing.state(key) for key in section.papers.ticked} == {PaperState.DRAWN}


@pytest.mark.usefixtures("by_hand")
def test_another_paper_is_looked_at_by_keyboard(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft())
    _runner(section.drawing).finish()
    section.focus_first()
    assert QApplication.focusWidget() is section.papers
    section.papers.look_at("labels")
    press(section.papers, Qt.Key.Key_Down)
    assert section.papers.current == "badges"
    assert section.view.page_count == 0
    _runner(section.drawing).finish()
    assert section.drawing.state("badges") is PaperState.DRAWING
    _draw_all(section)
    assert section.view.page_count == 1
    assert _line(section, "badges") == "Badges · 1 page"
    section.papers.look_at("plan")
    assert section.view.page_count == 1
    section.papers.setCurrentRow(-1)
    assert section.view.page_count == 1


@pytest.mark.usefixtures("by_hand")
def test_a_change_is_drawn_anew_once(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft())
    _draw_all(section)
    assert section.view.page_count == 1
    section.draft.add_delegates([a_delegate(1), a_delegate(2)])
    section.draft.change(venue="Hội trường & <B>")
    qtbot.waitUntil(lambda: section.drawing.is_at_work)
    assert section.view.notice == "Being drawn…"
    assert section.view.page_count == 1
    assert section.summary.line("where") == "Hội trường & <B>"
    _draw_all(section)
    assert section.view.page_count == 3


@pytest.mark.usefixtures("by_hand")
def test_where_the_officer_stands_is_no_change(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft())
    _draw_all(section)
    section.draft.change(step=WizardStep.REVIEW, is_planned=True)
    QApplication.processEvents()
    assert not _is_drawing(section)


@pytest.mark.usefixtures("by_hand")
def test_findings_are_listed_and_passed_on(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft(venue=""))
    finding = next(one for one in section.draft.findings if one.code is FindingCode.VENUE_MISSING)
    with qtbot.waitSignal(section.finding_chosen) as chosen:
        section.findings.chosen.emit(finding)
    assert chosen.args == [finding]


@pytest.mark.usefixtures("by_hand")
def test_what_does_not_fit_is_listed_with_the_persons_name_before_saving(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft(a_delegate(1), a_delegate(2, name=LONG_NAME)))
    assert not section.notes.isVisible()
    _draw_all(section)
    assert _line(section, "badges") == "Badges · 3 pages, 1 note"
    (note,) = _notes(section)
    assert note.startswith("Badges – ")
    assert LONG_NAME in note
    assert section.notes.heading.text() == "To look at before printing: 1"
    with qtbot.waitSignal(section.finding_chosen) as chosen:
        section.notes.list.setCurrentRow(0)
        press(section.notes.list, Qt.Key.Key_Return)
    assert chosen.args == [Place(WizardStep.PARTICIPANTS, f"delegates:{ident(1002)}")]


@pytest.mark.usefixtures("by_hand")
def test_a_note_that_no_page_mends_leads_nowhere(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft())
    problem = PaperProblem(code=ProblemCode.FIELD_EMPTY, field="office.symbol")
    section.notes.show_problems([("plan", problem), ("plan", problem)], ())
    with qtbot.assertNotEmitted(section.finding_chosen):
        section.notes.list.itemActivated.emit(section.notes.list.item(0))
    assert len(_notes(section)) == 2


@pytest.mark.usefixtures("by_hand")
def test_a_paper_that_cannot_be_drawn_is_said_and_tried_again(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft())
    _runner(section.drawing).fail(JobFailed(JobFailure.CRASHED, -11))
    assert "stopped unexpectedly" in section.view.notice
    assert _line(section, "plan") == "Plan · could not be drawn"
    _draw_all(section)
    section.view.again_button.click()
    _draw_all(section)
    assert section.view.notice == ""
    assert section.view.page_count == 1


@pytest.mark.usefixtures("by_hand")
def test_without_people_their_papers_are_not_ticked_until_the_officer_ticks(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft())
    preparing = [one.key for one in PAPERS if one.group is PaperGroup.PREPARING]
    due = [one.key for one in PAPERS if one.group is not PaperGroup.AFTERWARDS]
    assert _ticked(section) == preparing
    assert section.export.save_button.text() == f"&Save {len(preparing)} papers as PDF"
    section.draft.add_delegates([a_delegate(1)])
    assert _ticked(section) == due
    assert section.export.save_button.text() == f"&Save {len(due)} papers as PDF"
    section.papers.setFocus()
    press(section.papers, Qt.Key.Key_Space)
    assert _ticked(section) == due[1:]
    assert section.export.save_button.text() == f"&Save {len(due) - 1} papers as PDF"
    section.draft.remove_delegates([ident(1001)])
    assert _ticked(section) == due[1:]


@pytest.mark.usefixtures("by_hand")
def test_what_it_came_to_is_printed_once_it_is_known(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft(a_delegate(1)))
    assert "minutes" not in _ticked(section)
    section.draft.change(attended=Attended(present=1))
    assert _ticked(section) == list(KEYS)


@pytest.mark.usefixtures("by_hand")
def test_a_paper_that_is_not_ticked_is_drawn_only_when_it_is_looked_at(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft(a_delegate(1)))
    _draw_all(section)
    assert section.drawing.state("minutes") is PaperState.WAITING
    assert _line(section, "minutes") == "Minutes of choosing delegates"
    section.papers.look_at("minutes")
    _draw_all(section)
    assert _line(section, "minutes") == "Minutes of choosing delegates · 2 pages"


@pytest.mark.usefixtures("by_hand")
def test_papers_stand_under_the_headings_of_their_groups(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft())
    papers = section.papers
    items = [papers.item(row) for row in range(papers.count())]
    headings = [one.text() for one in items if one.flags() == Qt.ItemFlag.NoItemFlags]
    assert headings == [group_name(group) for group in PaperGroup]
    assert papers.count() == len(KEYS) + len(headings)


@pytest.mark.usefixtures("by_hand")
def test_settings_are_offered_for_papers_that_have_some(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft())
    assert not section.settings_button.isEnabled()
    section.focus_field("papers:decision")
    assert section.papers.current == "decision"
    assert section.settings_button.isEnabled()
    assert QApplication.focusWidget() is section.settings_button


@pytest.mark.usefixtures("by_hand")
def test_the_ticked_papers_are_saved_in_a_folder_named_by_the_title(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    section = _shown(qtbot, open_draft(title="Hội nghị: xã <Bình Hòa>"))
    _draw_all(section)
    assert section.export.folder == tmp_path / "Hội nghị xã Bình Hòa"
    section.papers.tick(["programme"])
    section.export.save_button.click()
    snapshot, folder, keys, _formats = _runner(section.export).arguments
    assert isinstance(snapshot, Snapshot)
    assert snapshot.file.conference == section.draft.conference
    assert (folder, keys) == (tmp_path / "Hội nghị xã Bình Hòa", ("programme",))
    _runner(section.export).finish()
    assert (tmp_path / "Hội nghị xã Bình Hòa" / "chuong-trinh.pdf").read_bytes()[:5] == b"%PDF-"
    section.draft.change(venue="Nơi khác")
    assert "changed after these papers were saved" in section.export.outcome


@pytest.mark.usefixtures("by_hand")
def test_notes_are_listed_again_after_saving(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, open_draft(a_delegate(1)))
    _draw_all(section)
    assert _notes(section) == []
    problem = PaperProblem(
        code=ProblemCode.MISSING_GLYPH, field="name", delegate_id=ident(1001), text="漢"
    )
    file = ExportedFile(key="list", path=Path("/x.pdf"), pages=1, size_bytes=1, problems=(problem,))
    section.export.saved.emit((file,))
    (note,) = _notes(section)
    assert note.startswith("List of delegates – Nguyễn Thị Ước")
    QApplication.processEvents()
    assert section.notes.isVisible()
    section.export.saved.emit(())
    QApplication.processEvents()
    assert not section.notes.isVisible()


@pytest.mark.usefixtures("by_hand")
def test_a_store_that_does_not_answer_is_said(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = _shown(qtbot, open_draft())
    _draw_all(section)

    def refuse(*_: object) -> None:
        raise StoreUnreachable(Path("/srv/hoinghi.db"))

    with monkeypatch.context() as broken:
        broken.setattr(section.draft, "snapshot", refuse)
        section.draft.change(venue="Nơi khác")
        qtbot.waitUntil(lambda: "does not answer" in section.view.notice)
        section.export.save_button.click()
        assert "does not answer" in section.export.outcome
    section.view.again_button.click()
    _draw_all(section)
    assert section.view.notice == ""


@pytest.mark.usefixtures("by_hand")
def test_nothing_is_drawn_for_a_page_that_is_not_in_sight(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    section = ReviewSection(open_draft())
    stack.addWidget(section)
    other = QWidget()
    stack.addWidget(other)
    with qtbot.waitExposed(stack):
        stack.show()
    assert _is_drawing(section)
    section.export.save(section.draft.snapshot(section.draft.clock()), ["plan"])
    stack.setCurrentWidget(other)
    assert not _is_drawing(section)
    assert _is_saving(section)
    stack.setCurrentWidget(section)
    assert _is_drawing(section)
    _draw_all(section)
    stack.setCurrentWidget(other)
    section.draft.change(venue="Nơi khác")
    assert not _is_drawing(section)
    stack.setCurrentWidget(section)
    assert _is_drawing(section)


@pytest.mark.usefixtures("by_hand")
def test_closing_the_window_stops_drawing_and_saving(open_draft: OpenDraft, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    section = ReviewSection(open_draft())
    window.setCentralWidget(section)
    with qtbot.waitExposed(window):
        window.show()
    section.export.save(section.draft.snapshot(section.draft.clock()), ["plan"])
    window.showMinimized()
    window.showNormal()
    assert _is_saving(section)
    window.close()
    assert not _is_drawing(section)
    assert not _is_saving(section)


@pytest.mark.usefixtures("by_hand")
def test_every_part_has_a_name_and_tab_goes_through_them_in_order(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, open_draft(a_delegate(1)))
    _draw_all(section)
    section.focus_first()
    passed: list[QWidget] = []
    while len(passed) < 12 and (focused := QApplication.focusWidget()) is not None:
        passed.append(focused)
        press(focused, Qt.Key.Key_Tab)
    order = [passed.index(one) for one in (section.papers, section.view.pages)]
    order.append(passed.index(section.export.folder_button))
    order.append(passed.index(section.export.save_button))
    assert order == sorted(order)
    assert section.papers.accessibleName()
    assert section.notes.list.accessibleName()


def test_real_papers_reach_the_screen_and_the_disk(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    people = (a_delegate(1), a_delegate(2, name=LONG_NAME))
    section = _shown(qtbot, open_draft(*people, title="Hội nghị & <b>điển hình</b>"))
    section.papers.tick(_REAL)
    section.drawing.want(_REAL)
    qtbot.waitUntil(
        lambda: all(section.drawing.state(key) is PaperState.DRAWN for key in _REAL),
        timeout=60_000,
    )
    assert section.view.page_count >= 1
    section.export.choose_folder = lambda *_: tmp_path / "Giấy tờ"
    section.export.folder_button.click()
    with qtbot.waitSignal(section.export.saved, timeout=60_000):
        section.export.save_button.click()
    files = sorted(path.name for path in (tmp_path / "Giấy tờ").iterdir())
    assert files == [
        "chuong-trinh.pdf",
        "danh-sach-dai-bieu.pdf",
        "ke-hoach.pdf",
        "the-dai-bieu.pdf",
    ]


def test_the_paper_looked_at_and_the_set_are_printed_from_here(
    qtbot: QtBot, open_draft: OpenDraft, by_hand: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QDialog] = []
    monkeypatch.setattr(review, "open_dialog", opened.append)
    section = _shown(qtbot, open_draft())
    section.papers.look_at("budget")

    section.print_button.click()
    section.print_set_button.click()

    one, whole = opened
    assert one.windowTitle() == "Print: Budget estimate"
    assert isinstance(whole, PrintSetDialog)
    for dialog in opened:
        dialog.reject()
