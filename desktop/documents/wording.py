"""Vietnamese as official papers write it: dates, clock times, numbers, list marks, sentence ends.

Document text is Vietnamese whatever the language of the window.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from fractions import Fraction

from desktop.documents.decree30 import POINT_LETTERS
from desktop.documents.lines import NO_BREAK_SPACE

_WEEKDAYS = tuple(
    name.replace(" ", NO_BREAK_SPACE)
    for name in ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
)
# a centred title reads badly when one of these is divided
_TITLE_PHRASES = re.compile(
    r"điển hình tiên tiến|thi đua yêu nước|người tốt, việc tốt|lao động giỏi|lao động sáng tạo"
    r"|giai đoạn [0-9]{4}\s?[-–]\s?[0-9]{4}|lần thứ [IVXLC]+\b|năm [0-9]{4}",
    re.IGNORECASE,
)
ROOM_TO_FILL_IN = NO_BREAK_SPACE * 6  # for the pen


def full_date(day: date | None, *, year: int = 0) -> str:
    """Write a date as ô 4 wants it, or leave day and month of a year open for the pen.

    Days under 10 and the months 1 and 2 have a leading zero (Mục II.4).
    """
    if day is None:
        return f"ngày{ROOM_TO_FILL_IN}tháng{ROOM_TO_FILL_IN}năm {year}"
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def weekday(day: date) -> str:
    """Name the day of the week."""
    return _WEEKDAYS[day.weekday()]


def clock(at: time) -> str:
    """Write a clock time in a sentence: 07 giờ 30 phút."""
    minutes = f" {at.minute:02} phút" if at.minute else ""
    return f"{at.hour:02} giờ{minutes}"


def short_clock(at: time) -> str:
    """Write a clock time in a table: 7h30 stands with a leading zero."""
    return f"{at.hour:02}h{at.minute:02}"


def numbered(count: int) -> str:
    """Write a count, those under ten with a leading zero."""
    return f"{count:02}"


def money(amount: int) -> str:
    """Write an amount of đồng with points between the thousands: 1.250.000."""
    return f"{amount:,}".replace(",", ".")


def percent(part: int, whole: int, *, digits: int = 0) -> str:
    """Write a share in per cent with a decimal comma; rounds half up, exactly."""
    scale = 10**digits
    rounded = int(Fraction(part * 100 * scale, whole) + Fraction(1, 2))
    units, decimals = divmod(rounded, scale)
    fraction = f",{decimals:0{digits}}" if decimals else ""
    return f"{units}{fraction}{NO_BREAK_SPACE}%"


def point_letter(index: int) -> str:
    """Letter a point from 0 by the Vietnamese alphabet; after y come aa, ab and so on."""
    turn, place = divmod(index, len(POINT_LETTERS))
    return POINT_LETTERS[turn - 1] * bool(turn) + POINT_LETTERS[place]


def bare(text: str) -> str:
    """Take off the marks at the end of a list item, and a dash typed before it."""
    text = " ".join(text.split(" ")).strip()
    for dash in ("- ", "– ", "+ "):
        text = text.removeprefix(dash)
    return text.rstrip(" .;,") if not text.endswith(("...", "…")) else text


def closed(texts: Sequence[str]) -> list[str]:
    """End the items of a list: whole sentences each with a full stop, else ";" and last "."."""
    stripped = [bare(text) for text in texts]
    are_sentences = any(". " in text for text in stripped) or all(
        text.rstrip().endswith(".") for text in texts
    )
    mark = "." if are_sentences else ";"
    last = len(stripped) - 1
    return [
        text if text.endswith(("…", "...")) else text + ("." if index == last else mark)
        for index, text in enumerate(stripped)
    ]


def lowered(text: str) -> str:
    """Start a text in lower case, for the middle of a sentence; abbreviations stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def capitalised(text: str) -> str:
    """Start a text with a capital."""
    return text[:1].upper() + text[1:]


def title_phrases_kept(text: str) -> str:
    """Keep the phrases of a title that belong together on one line."""
    return _TITLE_PHRASES.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)
