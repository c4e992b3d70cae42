"""The programme as a timeline: each item as high as it is long, a sheet for each session."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from db.records import Conference, ProgrammeItem, Session
from desktop.documents.drawing import WHITE, Align, Box, Drawing, Lettering, Said
from desktop.documents.fonts import Face
from desktop.documents.frame import event_name
from desktop.documents.rendered import ProblemCode, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, full_date, short_clock, weekday
from desktop.rules.timetable import Slot, clock_times, rows_by_session

TIMELINE = "timeline"
_TITLE = "Biểu đồ thời gian"
# mm on a sheet of A4
_PAGE = (210.0, 297.0)
_HEAD = Box(20, 10, 170, 20)
_AREA = Box(20, 42, 170, 235)
_AXIS_X = 44.0
_LEAST_HEIGHT = 7.0
_TINTS = ("#DCE6F1", WHITE)  # in turns, so that neighbours are told apart without colours
_HEADING = Lettering(face=Face.SERIF_BOLD, full_pt=15, floor_pt=9, lines=3, line_height=1.15)
_MOMENT = Lettering(face=Face.SERIF_ITALIC, full_pt=12, floor_pt=8)
_CLOCK = Lettering(face=Face.SERIF_BOLD, full_pt=10, floor_pt=6, align=Align.RIGHT)
_MINUTES = Lettering(full_pt=9, floor_pt=6, align=Align.RIGHT)
_WORDS = Lettering(
    full_pt=12, floor_pt=6.5, lines=3, align=Align.LEFT, line_height=1.1, lines_first=True
)


class _Bar(Struct, frozen=True):
    item: ProgrammeItem
    slot: Slot | None


def timeline(snapshot: Snapshot) -> RenderedPaper:
    """Draw the sessions; an item without minutes is as high as a line."""
    conference = snapshot.file.conference
    drawing = Drawing(
        f"{_TITLE} – {event_name(conference)}", snapshot.file.office.name, snapshot.made_at
    )
    for session, bars in _sessions(conference):
        drawing.page(*_PAGE)
        drawing.text(_HEAD, Said(f"{_TITLE} {event_name(conference)}", "title"), _HEADING)
        if session is not None and session.day is not None:
            moment = f"{weekday(session.day)}, {full_date(session.day)}"
            drawing.text(Box(20, 31, 170, 7), Said(moment, "sessions"), _MOMENT)
        _draw(drawing, bars)
    if not any(bars for _, bars in _sessions(conference)):
        drawing.note(ProblemCode.FIELD_EMPTY, Said("", "programme"))
    return drawing.finished()


def _sessions(conference: Conference) -> list[tuple[Session | None, list[_Bar]]]:
    """Give the items of each session that has some; one sheet at least."""
    programme = conference.programme
    slots = clock_times(programme, conference.sessions)
    filled = [
        (
            session,
            [_Bar(programme[row], slots[row]) for row in rows if programme[row].title.strip()],
        )
        for session, rows in rows_by_session(programme, conference.sessions)
    ]
    return [(session, bars) for session, bars in filled if bars] or [(None, [])]


def _draw(drawing: Drawing, bars: Sequence[_Bar]) -> None:
    top = _AREA.y_mm
    for number, (bar, height) in enumerate(zip(bars, _heights(bars), strict=True)):
        box = Box(_AXIS_X, top, _AREA.x_mm + _AREA.width_mm - _AXIS_X, height)
        drawing.rectangle(box, fill=_TINTS[number % len(_TINTS)], stroke_pt=0.5)
        if bar.slot is not None:
            _clock(drawing, top, short_clock(bar.slot.start))
        minutes = Box(box.x_mm + box.width_mm - 20, top, 18, height)
        length = f"{bar.item.minutes} phút" if bar.item.minutes else ""
        drawing.text(minutes, Said(length, f"programme:{bar.item.id}"), _MINUTES)
        words = Box(box.x_mm + 3, top + 0.4, box.width_mm - 25, height - 0.8)
        drawing.text(words, Said(_said(number, bar.item), f"programme:{bar.item.id}"), _WORDS)
        top += height
    if bars and bars[-1].slot is not None:
        _clock(drawing, top, short_clock(bars[-1].slot.end))


def _clock(drawing: Drawing, y_mm: float, words: str) -> None:
    drawing.line((_AXIS_X - 3, y_mm), (_AXIS_X, y_mm))
    drawing.text(Box(_AREA.x_mm, y_mm - 2.5, _AXIS_X - _AREA.x_mm - 4, 5), Said(words), _CLOCK)


def _said(number: int, item: ProgrammeItem) -> str:
    text = f"{number + 1}. {bare(item.title)}"
    return f"{text} – {bare(item.presenter)}" if item.presenter.strip() else text


def _heights(bars: Sequence[_Bar]) -> list[float]:
    """Share the sheet by minutes; what would be too low for a line gets the height of one."""
    least = min(_LEAST_HEIGHT, _AREA.height_mm / max(len(bars), 1))
    low: set[int] = set()
    while True:
        rest = _AREA.height_mm - least * len(low)
        minutes = sum(bar.item.minutes for n, bar in enumerate(bars) if n not in low)
        each = rest / minutes if minutes else 0.0
        found = {
            n for n, bar in enumerate(bars) if n not in low and bar.item.minutes * each < least
        }
        if not found:
            return [least if n in low else bar.item.minutes * each for n, bar in enumerate(bars)]
        low |= found
