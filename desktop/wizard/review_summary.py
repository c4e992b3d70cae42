"""The conference at a glance: what it is called, when, where, who, how long, and its plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from db.records import Conference, Session
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.rules.counting import count_by_group
from desktop.rules.timetable import clock_times
from desktop.sentences.shown import shown_day
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP


class ReviewSummary(QWidget):
    """A few lines; what is still open is said, not left out."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.title = PlainLabel(role="heading", parent=self)
        self._lines = {
            "when": (tr("When"), PlainLabel(parent=self)),
            "where": (tr("Where"), PlainLabel(parent=self)),
            "people": (tr("People"), PlainLabel(parent=self)),
            "programme": (tr("Programme"), PlainLabel(parent=self)),
            "plan": (tr("Plan"), PlainLabel(parent=self)),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        for row, (name, label) in enumerate(self._lines.values(), start=1):
            caption = PlainLabel(name, "hint", self)
            caption.setWordWrap(False)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)

    def line(self, key: str) -> str:
        """Read a line as it is shown: when, where, people, programme, plan."""
        return self._lines[key][1].text()

    def refresh(self) -> None:
        """Show the conference as it stands."""
        conference = self._draft.conference
        self.title.setText(conference.title or tr("Conference without a name"))
        for key, text in {
            "when": _when(conference),
            "where": _joined(conference.venue, conference.address) or tr("no place yet"),
            "people": self._people(),
            "programme": _programme(conference),
            "plan": self._plan(),
        }.items():
            self._lines[key][1].setText(text)

    def _people(self) -> str:
        groups, delegates = self._draft.conference.groups, self._draft.delegates
        listed = count_by_group(delegates)
        lines = [
            _count(group.name, listed.get(group.id, 0), group.target)
            for group in groups
            if group.name or group.target or listed.get(group.id)
        ]
        known = {group.id for group in groups}
        ungrouped = sum(number for group_id, number in listed.items() if group_id not in known)
        if ungrouped:
            lines.append(_count(tr("In no group"), ungrouped, None))
        if len(lines) > 1:
            targets = [group.target for group in groups if group.target is not None]
            whole = sum(targets) if len(targets) == len(groups) else None
            lines.append(_count(tr("Together"), len(delegates), whole))
        return "\n".join(lines) or tr("nobody yet")

    def _plan(self) -> str:
        conference, office = self._draft.conference, self._draft.office
        number = tr("No. {number}", number=conference.number) if conference.number else ""
        day = shown_day(conference.issued_on) if conference.issued_on else ""
        signer = next((one for one in office.signers if one.id == conference.signer_id), None)
        return "\n".join(
            (
                _joined(number or tr("no number yet"), day or tr("no date yet")),
                tr("signed by {name}", name=signer.name) if signer else tr("no signer yet"),
            )
        )


def _when(conference: Conference) -> str:
    lines = [_session(one) for one in conference.sessions if one.day or one.start]
    return "\n".join(lines) or tr("no day yet")


def _session(session: Session) -> str:
    day = shown_day(session.day) if session.day else tr("no day yet")
    return _joined(day, f"{session.start.hour}:{session.start.minute:02}" if session.start else "")


def _programme(conference: Conference) -> str:
    items = conference.programme
    if not items:
        return tr("no items yet")
    minutes = sum(item.minutes for item in items)
    slots = [slot for slot in clock_times(items, conference.sessions) if slot]
    if not slots:
        return tr("{count} items, {minutes} minutes", count=len(items), minutes=minutes)
    return tr(
        "{count} items, {minutes} minutes, until {end}",
        count=len(items),
        minutes=minutes,
        end=f"{slots[-1].end.hour}:{slots[-1].end.minute:02}",
    )


def _count(name: str, listed: int, target: int | None) -> str:
    if target is None:
        return tr("{group}: {listed}", group=name, listed=listed)
    return tr("{group}: {listed}/{target}", group=name, listed=listed, target=target)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
