"""What a badge says: texts of the conference, of a group, and of one delegate."""

from __future__ import annotations

import re
import unicodedata

from db.records import (
    Conference,
    ConferenceFile,
    Delegate,
    ParticipantGroup,
    SessionKind,
)
from desktop.documents.badges.code import badge_digits, grouped
from desktop.documents.badges.layout import Field

# "…, giai đoạn 2020-2025" and "… lần thứ VI" stand better on a line of their own.
_SUBTITLE = re.compile(r"[\s,–-]+((?:lần thứ|giai đoạn|nhiệm kỳ)\s+[IVXLC\d].*)$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def plain(text: str) -> str:
    """Make one line of NFC text with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def conference_texts(file: ConferenceFile) -> dict[Field, str]:
    """Write what every badge of a conference says alike."""
    title, subtitle = _title(file.conference)
    return {
        Field.ISSUER: plain(file.office.issuer) or plain(file.office.name),
        Field.TITLE: title,
        Field.SUBTITLE: subtitle,
        Field.PLACE: plain(file.office.place_name),
        Field.DATE: _date(file.conference),
    }


def group_texts(group: ParticipantGroup | None, default_label: str) -> dict[Field, str]:
    """Write what every badge of a group says alike."""
    label = plain(group.badge_label) or plain(group.name) if group else ""
    return {Field.LABEL: label or default_label}


def delegate_texts(delegate: Delegate, seat: str = "") -> dict[Field, str]:
    """Write what one badge says, with the seat as the hall calls it; what is missing is empty."""
    number = delegate.badge_number
    return {
        Field.NAME: plain(delegate.name),
        Field.POST: plain(delegate.post) or plain(next(iter(delegate.honours), "")),
        Field.UNIT: _unit(delegate),
        Field.NUMBER: "" if number is None else f"{number:03}",
        Field.SEAT: f"Ghế {seat}" if seat else "",
        Field.DIGITS: "" if number is None else grouped(digits(delegate)),
    }


def digits(delegate: Delegate) -> str:
    """Write the digits of a delegate's code; empty without a badge number."""
    if delegate.badge_number is None:
        return ""
    return badge_digits(delegate.conference_id, delegate.badge_number)


def initials(name: str) -> str:
    """Take the first letters of the first and the last word: N and Ư of Nguyễn Thị Ước."""
    words = plain(name).split(" ")
    letters = [found[0].upper() for word in words if (found := _LETTER.search(word))]
    return "".join(letters[:1] + letters[1:][-1:])


def given_name_words(delegate: Delegate) -> int:
    """Count the last words of the name that are the given name."""
    given = plain(delegate.given_name)
    if given and plain(delegate.name).endswith(f" {given}"):
        return given.count(" ") + 1
    return 1


def _title(conference: Conference) -> tuple[str, str]:
    title = plain(conference.title)
    found = _SUBTITLE.search(title)
    if found:
        subtitle = found[1]
        return title[: found.start()], subtitle[0].upper() + subtitle[1:]
    period = conference.period
    if period is None:
        return title, ""
    return title, f"Giai đoạn {period.first_year}-{period.last_year}"


def _unit(delegate: Delegate) -> str:
    collective = plain(delegate.represents)
    if not collective:
        return plain(delegate.unit)
    if collective.lower().startswith("tập thể"):
        return f"Đại diện {collective}"
    return f"Đại diện tập thể {collective}"


def _date(conference: Conference) -> str:
    """Write the first main day as official papers do: Nghị định 30/2020, Phụ lục I, ô 4."""
    days = [
        session.day
        for session in conference.sessions
        if session.day and session.kind is SessionKind.MAIN
    ]
    if not days:
        return ""
    day = min(days)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
