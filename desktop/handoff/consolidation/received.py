"""What consolidation reads: the conferences that a desk has received, each as it stands now."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from msgspec import Struct

from db.records import ConferenceFile
from desktop.handoff.keys import OfficeId
from desktop.handoff.receipts import Verdict
from desktop.rules.pack_event import TaskKind

# what the papers that travel with a conference are called
_PAPER_STEMS = {
    TaskKind.PLAN: "ke-hoach",
    TaskKind.DECISION: "quyet-dinh",
    TaskKind.NAME_LIST: "danh-sach-dai-bieu",
    TaskKind.REPORT: "bao-cao-ket-qua",
}
_DECISION_PAPER = "decision"


class Received(Struct, frozen=True, kw_only=True):
    """One conference of one office: the number that counts, and the one before it.

    Attributes:
        sender_name: as the bundle has it; nothing hangs on it.
        unit_id: of the plan, where the desk said which of its units the sender is.
        received_on: when this number came; None where nobody wrote it down.
        verdict: None while nobody has decided.
        is_fork: whether its number came with several contents and nobody has chosen one yet.
        content_sha512: the identity of the content; of a fork the lesser one counts.
        previous: the content of the number before this one, where there is one.
        first_on: when each paper first came, with whichever number; what is not named came with
            this one.
        papers: file names of the papers that came with it.
    """

    sender: OfficeId
    sender_name: str = ""
    unit_id: str = ""
    number: int = 1
    received_on: date | None = None
    verdict: Verdict | None = None
    content_sha512: str = ""
    is_fork: bool = False
    file: ConferenceFile
    previous: ConferenceFile | None = None
    first_on: Mapping[TaskKind, date] = {}
    papers: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The id of the conference."""
        return self.file.conference.id

    @property
    def counts(self) -> bool:
        """Whether its people are counted: what was sent back to be mended is not."""
        return self.verdict is not Verdict.RETURNED


# Asked for one at a time and in order, and once more for those with people on two lists: a store
# may load each when it is asked for.
ReceivedConferences = Sequence[Received]


def held_papers(file: ConferenceFile, papers: Collection[str]) -> frozenset[TaskKind]:
    """Tell which of the papers that a plan asks for are in a conference that was handed over.

    A plan with number and date is one, printed or not; people are a list of names.
    """
    conference = file.conference
    held = {
        kind for kind, stem in _PAPER_STEMS.items() if any(name.startswith(stem) for name in papers)
    }
    if conference.number is not None and conference.issued_on is not None:
        held.add(TaskKind.PLAN)
    decision = next((one for one in conference.papers if one.key == _DECISION_PAPER), None)
    if decision is not None and decision.number is not None:
        held.add(TaskKind.DECISION)
    if file.delegates:
        held.add(TaskKind.NAME_LIST)
    if conference.attended.present is not None:
        held.add(TaskKind.REPORT)
    if TaskKind.PLAN in held:
        held.add(TaskKind.APPRAISAL)
    return frozenset(held)
