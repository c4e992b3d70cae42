"""The command about badges: print those of a conference file onto sheets."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from desktop.conference_file import read_conference_file
from desktop.console import complain, refuse, say
from desktop.documents.badges.imposition import Flip, Order, Placing
from desktop.documents.badges.layout import Layout
from desktop.documents.badges.load import DEFAULT_LAYOUT
from desktop.documents.badges.run import BadgeRun, PrintedBadges, print_badges
from desktop.documents.badges.sheet import Sheet
from desktop.documents.badges.shelf import find_design, find_sheet, sheets_for
from desktop.documents.rendered import PaperProblem
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.local_time import start_of_day
from desktop.rules.load import shipped_packs
from desktop.rules.packs import pack_of
from desktop.sentences.papers import problem_sentence
from desktop.sentences.store import write_failure_sentence

_MOST_OF_A_KIND = 20  # a list longer than that is read in the window


def badges(
    path: Path,
    target: Path,
    *,
    layout: str | None = None,
    sheet: str | None = None,
    placing: Placing | None = None,
) -> int:
    """Write the badges of a conference file, and say what to look at before they are printed."""
    try:
        file = read_conference_file(path)
        design = find_design(layout or DEFAULT_LAYOUT)
        run = BadgeRun(
            layout=design.layout,
            files=design.files,
            sheet=_sheet(design.layout, sheet),
            placing=placing or Placing(),
        )
        rules = pack_of(file.conference, shipped_packs())
        snapshot = Snapshot(file=file, made_at=start_of_day(datetime.now(UTC)), rules=rules)
        printed = print_badges(lambda _done, _total: None, snapshot, run, target)
    except InputRefused as refusal:
        return refuse(refusal)
    except OSError as error:
        complain(write_failure_sentence(error, target))
        return ExitCode.NOT_WRITTEN
    say(_summary(run, printed, target))
    names = {each.id: each.name for each in file.delegates}
    _complain_of(printed.problems, names)
    if printed.without_photo:
        complain(
            tr(
                "Without a photo, with initials in its place: {count} people.",
                count=len(printed.without_photo),
            )
        )
    return ExitCode.DONE


def placing_of(start: int, order: str, flip: str) -> Placing:
    """Put the words of the command line together."""
    return Placing(start=start, order=Order(order), flip=Flip(flip))


def _sheet(layout: Layout, name: str | None) -> Sheet:
    return find_sheet(name) if name else sheets_for(layout)[0]


def _summary(run: BadgeRun, printed: PrintedBadges, target: Path) -> str:
    lines = [
        tr(
            "{file}: {badges} badges, “{layout}”, on {sheets} sheets, “{sheet}”.",
            file=target,
            badges=printed.badges,
            layout=run.layout.title,
            sheets=printed.sheets,
            sheet=run.sheet.title,
        )
    ]
    if run.layout.sides > 1:
        lines.append(
            tr("Print on both sides, turned over the long edge.")
            if run.placing.flip is Flip.LONG
            else tr("Print on both sides, turned over the short edge.")
        )
    lines.append(tr("Print at 100 %, not fitted to the page."))
    return "\n".join(lines)


def _complain_of(problems: tuple[PaperProblem, ...], names: dict[str, str]) -> None:
    told: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        kind = problem.code, problem.field
        told[kind] += 1
        if told[kind] <= _MOST_OF_A_KIND:
            complain(problem_sentence(problem, names.get(problem.delegate_id, "")))
    for count in told.values():
        if count > _MOST_OF_A_KIND:
            complain(tr("… and {count} more like these.", count=count - _MOST_OF_A_KIND))
