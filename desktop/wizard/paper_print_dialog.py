"""One paper of a conference, drawn as it stands now and printed."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from desktop.documents.papers import paper
from desktop.documents.print_set import PreparedPaper, is_one_sided, prepare
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.printing.batch import BatchOutcome
from desktop.printing.order import Sides
from desktop.printing.press import Press
from desktop.sentences.exports import drawing_failure_sentence
from desktop.sentences.papers import draft_sentence, problem_sentence
from desktop.sentences.printing import printed_before_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.job_runner import JobRunner
from desktop.wizard.paper_list import paper_title
from desktop.wizard.print_dialog import Printable, PrintDialog


class PaperPrintDialog(PrintDialog):
    """Draws a paper in a process of its own, prints it, and notes that it was printed."""

    def __init__(
        self, draft: Draft, key: str, parent: QWidget | None = None, *, press: Press | None = None
    ) -> None:
        super().__init__(paper_title(key), draft.printing.last_printer, parent, press=press)
        self._draft = draft
        self._key = key
        self._prepared: PreparedPaper | None = None
        self.drawing = JobRunner(self)
        self.drawing.finished.connect(self._take)
        self.drawing.failed.connect(self._fail_drawing)
        self.again_wanted.connect(self.draw)
        self.printed.connect(self._log)
        self.draw()

    def draw(self) -> None:
        """Draw the paper as the conference stands."""
        try:
            snapshot = self._draft.snapshot(self._draft.clock())
        except StoreError as error:
            self.view.show_error(store_sentence(error))
            return
        self.view.show_busy(tr("Being drawn…"))
        self.drawing.start(prepare, snapshot, (self._key,), self.folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the drawing under way."""
        self.drawing.drop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Stop the drawing under way."""
        self.drawing.drop()
        super().reject()

    def _take(self, prepared: tuple[PreparedPaper, ...]) -> None:
        (one,) = prepared
        if one.error is not None:
            self._fail_drawing(one.error)
            return
        self._prepared = one
        self.show_paper(
            Printable(
                key=one.key,
                title=paper_title(one.key),
                stem=paper(one.key).stem,
                path=one.path,
                pages=one.pages,
                page_mm=one.page_mm,
                version=one.version,
                sides=_sides(one),
                problems=self._problems(one),
                before=self._before(one),
            )
        )

    def _problems(self, one: PreparedPaper) -> tuple[str, ...]:
        names = {each.id: each.name for each in self._draft.delegates}
        noted = [problem_sentence(each, names.get(each.delegate_id, "")) for each in one.problems]
        return (draft_sentence(), *noted) if one.is_draft else tuple(noted)

    def _before(self, one: PreparedPaper) -> str:
        last = self._draft.printing.last_of_each().get(one.key)
        return printed_before_sentence(last, one.version) if last else ""

    def _fail_drawing(self, error: Exception) -> None:
        self.clear()
        self.view.show_error(drawing_failure_sentence(error))

    def _log(self, outcome: BatchOutcome) -> None:
        if not outcome.sent or self._prepared is None:
            return
        try:
            self._draft.printing.log(outcome)
            self._draft.printing.remember_printer(outcome.sent[0].wanted.order.printer)
        except StoreError as error:
            self.message.warn(
                tr("Printed, but not noted as printed. {reason}", reason=store_sentence(error))
            )
            return
        self._take((self._prepared,))


def _sides(one: PreparedPaper) -> Sides:
    return Sides.ONE if is_one_sided(one.key) or one.pages == 1 else Sides.LONG_EDGE
