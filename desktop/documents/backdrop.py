"""The backdrop (phông, ma-két): its lines word for word, and a mock-up to scale."""

from __future__ import annotations

import math

from msgspec import Struct

from db.day_records import Hall
from desktop.documents.decree30 import PT_PER_MM
from desktop.documents.drawing import Align, Box, Drawing, Lettering, Said
from desktop.documents.fonts import Face, width_pt
from desktop.documents.frame import event_name, issue_year, main_sessions, rules_level
from desktop.documents.rendered import ProblemCode, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, full_date
from desktop.rules.texts import fill, text_values

BACKDROP = "backdrop"
_TITLE = "Ma-két phông"
_PAGE = (297.0, 210.0)
_ROOM = Box(20, 26, 257, 118)  # mm, for the mock-up
_SCALES = (10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300)
_CAPITAL_EM = 0.66  # height of capitals
_RED, _YELLOW, _PALE = "#B5121B", "#FFD94A", "#FFFFFF"
_STEP, _SMALLER = 1.6, 0.6  # distance of lines in sizes; size of place and date
_MOST_LINES = 3
_LEAST_SHARE = 0.09  # of the height, for a line with the space around it
_EXACT = 1.001
_SIGNS_SHARE = 0.24  # of the width, for flags and portrait
_HEADING = Lettering(face=Face.SERIF_BOLD, full_pt=15, floor_pt=9, lines=2)
_TABLE = Lettering(full_pt=11.5, floor_pt=7, lines=2, align=Align.LEFT, line_height=1.1)
_NOTE = Lettering(face=Face.SERIF_ITALIC, full_pt=9, floor_pt=6, lines=2)


class Line(Struct, frozen=True):
    """A line of the backdrop; the place and the date are set smaller."""

    text: str
    is_title: bool = True


def backdrop_lines(snapshot: Snapshot) -> list[Line]:
    """Give the lines as the plan above words them, while they say what the plan's title says.

    Where the officer worded the title otherwise, the title stands there, with the plan's line of
    place and date.
    """
    conference, pack = snapshot.file.conference, snapshot.rules
    level = rules_level(snapshot)
    title = event_name(conference)
    if pack is None or level is None or not level.texts.title_lines.lines:
        return [Line(title.upper()), Line(_place_and_date(snapshot), is_title=False)]
    form = level.form(conference.form_id)
    values = text_values(conference, pack, snapshot.file.office, form)
    values["date"] = _day(snapshot)
    filled = [
        Line(fill(line, values).strip(), is_title="{date}" not in line)
        for line in level.texts.title_lines.lines
    ]
    worded = bare(fill(level.texts.title, values))
    titles = [line.text for line in filled if line.is_title]
    if _same(title, worded) or _same(title, " ".join(titles)):
        return filled
    return [Line(title.upper()), *(line for line in filled if not line.is_title)]


def backdrop(snapshot: Snapshot) -> RenderedPaper:
    """Draw the mock-up with the height of the letters, for the sign maker."""
    conference = snapshot.file.conference
    drawing = Drawing(
        f"{_TITLE} – {event_name(conference)}", snapshot.file.office.name, snapshot.made_at
    )
    drawing.page(*_PAGE)
    hall = conference.hall or Hall()
    scale = _scale(hall)
    width, height = hall.backdrop_width_cm * 10 / scale, hall.backdrop_height_cm * 10 / scale
    drawing.text(Box(20, 6, 257, 12), Said(f"{_TITLE} {event_name(conference)}"), _HEADING)
    size = (
        f"Khổ phông {_metres(hall.backdrop_width_cm)} × {_metres(hall.backdrop_height_cm)}; "
        f"tỷ lệ hình vẽ 1:{scale}"
    )
    drawing.text(Box(20, 18, 257, 6), Said(size, "hall"), _NOTE)
    mock = Box(_ROOM.x_mm + (_ROOM.width_mm - width) / 2, _ROOM.y_mm, width, height)
    sizes = _mock_up(drawing, mock, backdrop_lines(snapshot))
    _table(drawing, sizes, scale)
    if not conference.title.strip():
        drawing.note(ProblemCode.FIELD_EMPTY, Said("", "title"))
    return drawing.finished()


def _mock_up(drawing: Drawing, mock: Box, lines: list[Line]) -> list[tuple[Line, float]]:
    """Draw the backdrop; give each line with its size in pt."""
    drawing.rectangle(mock, fill=_RED, stroke_pt=0.8)
    signs, area = _divided(mock)
    drawing.rectangle(signs, stroke_pt=0.6, colour=_YELLOW)
    words = "Vị trí cờ Đảng, cờ Tổ quốc, tượng hoặc ảnh Bác"
    note = Lettering(full_pt=10, floor_pt=5, lines=6, colour=_PALE)
    drawing.text(signs.inside(1), Said(words), note)
    common = _common_size([line.text for line in lines if line.is_title], area)
    steps = [_STEP * common * (1 if line.is_title else _SMALLER) / PT_PER_MM for line in lines]
    wraps = [_wraps(line.text, common, area) if line.is_title else 1 for line in lines]
    heights = [step * count for step, count in zip(steps, wraps, strict=True)]
    top = area.y_mm + (area.height_mm - sum(heights)) / 2
    sizes: list[tuple[Line, float]] = []
    for line, height, count in zip(lines, heights, wraps, strict=True):
        largest = common if line.is_title else common * _SMALLER
        lettering = Lettering(
            face=Face.SERIF_BOLD if line.is_title else Face.SERIF_ITALIC,
            full_pt=largest,
            floor_pt=largest / 2,
            lines=count,
            line_height=1.2,
            lines_first=True,
            colour=_YELLOW if line.is_title else _PALE,
            phrases=("điển hình tiên tiến", "thi đua yêu nước"),
        )
        box = Box(area.x_mm, top, area.width_mm, height)
        sizes.append((line, drawing.text(box, Said(line.text, "title"), lettering)))
        top += height
    return sizes


def _divided(mock: Box) -> tuple[Box, Box]:
    """Give the room for flags and portrait, on the left or on top, and that of the letters."""
    if mock.width_mm >= mock.height_mm:
        left = mock.width_mm * _SIGNS_SHARE
        signs = Box(mock.x_mm, mock.y_mm, left, mock.height_mm)
        area = Box(mock.x_mm + left, mock.y_mm, mock.width_mm - left, mock.height_mm)
    else:
        top = mock.height_mm * _SIGNS_SHARE
        signs = Box(mock.x_mm, mock.y_mm, mock.width_mm, top)
        area = Box(mock.x_mm, mock.y_mm + top, mock.width_mm, mock.height_mm - top)
    return signs.inside(4), area.inside(5)


def _common_size(titles: list[str], area: Box) -> float:
    """Find one size for all title lines; lines that would be tiny are set on several."""
    size = 0.0
    for count in range(1, _MOST_LINES + 1):
        largest = area.height_mm * PT_PER_MM / (_STEP * (count * len(titles) + 1))
        measure_pt = area.width_mm * PT_PER_MM * (count if count == 1 else 0.85 * count)
        size = min([largest, *(measure_pt / width_pt(one, Face.SERIF_BOLD, 1) for one in titles)])
        if size * _STEP >= area.height_mm * PT_PER_MM * _LEAST_SHARE or count == _MOST_LINES:
            break
    return size


def _wraps(text: str, size: float, area: Box) -> int:
    natural_pt = width_pt(text, Face.SERIF_BOLD, size)
    room_pt = area.width_mm * PT_PER_MM
    return 1 if natural_pt <= room_pt * _EXACT else math.ceil(natural_pt / (0.85 * room_pt))


def _table(drawing: Drawing, sizes: list[tuple[Line, float]], scale: int) -> None:
    """List the lines word for word, each with the height of its capitals in truth."""
    drawing.text(
        Box(20, 148, 257, 6),
        Said("Nội dung chữ, từ trên xuống dưới, và chiều cao chữ in hoa khi làm thật:"),
        Lettering(face=Face.SERIF_BOLD, full_pt=12, floor_pt=8, align=Align.LEFT),
    )
    step = min(9.0, 46 / max(len(sizes), 1))
    for index, (line, size) in enumerate(sizes):
        height_cm = size * _CAPITAL_EM / PT_PER_MM * scale / 10
        y = 156 + index * step
        drawing.text(Box(20, y, 215, step), Said(f"{index + 1}. {line.text}", "title"), _TABLE)
        drawing.text(Box(240, y, 37, step), Said(f"khoảng {height_cm:.0f} cm"), _TABLE)


def _scale(hall: Hall) -> int:
    for scale in _SCALES:
        fits_across = hall.backdrop_width_cm * 10 / scale <= _ROOM.width_mm
        if fits_across and hall.backdrop_height_cm * 10 / scale <= _ROOM.height_mm:
            return scale
    return _SCALES[-1]


def _metres(length_cm: int) -> str:
    return f"{length_cm / 100:g} m".replace(".", ",")


def _place_and_date(snapshot: Snapshot) -> str:
    place = snapshot.file.office.place_name.strip()
    return ", ".join(part for part in (place, _day(snapshot)) if part)


def _day(snapshot: Snapshot) -> str:
    days = [one.day for one in main_sessions(snapshot.file.conference) if one.day is not None]
    return full_date(min(days, default=None), year=issue_year(snapshot))


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
