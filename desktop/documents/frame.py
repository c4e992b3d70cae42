"""What the papers of one conference share: letterhead, references, signature, names."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import Conference, Office, Session, SessionKind, Signer, SigningForm
from desktop.documents.blocks import BLANK, Letterhead, Run, Signature, blank, run
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import ROOM_TO_FILL_IN, bare, full_date, numbered
from desktop.local_time import local_day
from desktop.rules.effective import level_of
from desktop.rules.pack import Level
from desktop.rules.pack_event import DocumentForm

PLACE_BLANK = BLANK[:8]
_CONGRESS = "Đại hội"
_MEETING = "Hội nghị"
FILE_COPY = "Lưu: VT"
_PREFIXES = {
    SigningForm.ACTING: "Q.",
    SigningForm.FOR_HEAD: "KT.",
    SigningForm.BY_ORDER: "TL.",
    SigningForm.BY_AUTHORISATION: "TUQ.",
}


def event_noun(conference: Conference) -> str:
    """Name the event as its title does; one paper never mixes the two words."""
    return _CONGRESS if conference.title.casefold().startswith("đại hội") else _MEETING


def event_name(conference: Conference) -> str:
    """Give the title, or the bare noun while there is none."""
    return bare(conference.title) or event_noun(conference)


def main_sessions(conference: Conference) -> tuple[Session, ...]:
    """Leave out the preparatory sessions."""
    return tuple(one for one in conference.sessions if one.kind is SessionKind.MAIN)


def rules_level(snapshot: Snapshot) -> Level | None:
    """Find what the pack says for the conference's level."""
    return level_of(snapshot.file.conference, snapshot.rules)


def document_form(snapshot: Snapshot) -> DocumentForm:
    """Tell what kind of document orders the conference: a plan, unless the pack says otherwise."""
    level = rules_level(snapshot)
    return level.document if level is not None else DocumentForm()


def number_and_symbol(snapshot: Snapshot) -> str:
    """Write 05/KH-UBND; without a number, room for it (Mục II.3)."""
    office, conference = snapshot.file.office, snapshot.file.conference
    number = ROOM_TO_FILL_IN if conference.number is None else numbered(conference.number)
    kind = document_form(snapshot).abbreviation
    symbol = "-".join(part for part in (kind, office.symbol.strip()) if part)
    return f"{number}/{symbol}"


def office_name(snapshot: Snapshot) -> str:
    """Name the office in a sentence, or leave room for its name."""
    return snapshot.file.office.name.strip() or BLANK


def issue_year(snapshot: Snapshot) -> int:
    """Tell the year left in an open date: this one, but none after the conference itself."""
    year = local_day(snapshot.made_at).year
    days = [one.day for one in snapshot.file.conference.sessions if one.day is not None]
    return min([year, *(day.year for day in days)])


def issue_date(snapshot: Snapshot) -> str:
    """Write the date of the plan, or room for it."""
    return full_date(snapshot.file.conference.issued_on, year=issue_year(snapshot))


def letterhead(snapshot: Snapshot, *, is_issued: bool = True) -> Letterhead:
    """Build the head of page one; only an issued paper has a number and a date."""
    office, conference = snapshot.file.office, snapshot.file.conference
    bare_head = office_letterhead(office)
    if not is_issued:
        return bare_head
    space = " " if conference.number is not None else ""
    number = f"Số:{space}{number_and_symbol(snapshot)}"
    place, day = office.place_name.strip(), issue_date(snapshot)
    return Letterhead(
        issuer=bare_head.issuer,
        parent_body=bare_head.parent_body,
        number=run(number, "office.symbol"),
        place_date=run(f"{place}, {day}", "office.place_name")
        if place
        else blank("office.place_name", f"{PLACE_BLANK}, {day}"),
    )


def office_letterhead(office: Office) -> Letterhead:
    """Build the head of a paper that has no number and no date, as it is not issued."""
    parent = run(office.parent_body, "office.parent_body") if office.parent_body.strip() else None
    issuer = office.issuer.strip() or office.name.strip()
    return Letterhead(
        issuer=run(issuer, "office.issuer") if issuer else blank("office.issuer"),
        parent_body=parent,
    )


def reference_to_plan(snapshot: Snapshot) -> str:
    """Write the line under an appendix's title (Mục IV Phần I)."""
    kind, number = document_form(snapshot).kind, number_and_symbol(snapshot)
    return f"(Kèm theo {kind} số {number} {issue_date(snapshot)} của {office_name(snapshot)})"


def signature(snapshot: Snapshot) -> Signature:
    """Build recipients, authority and name; the line of the file copy is added when missing."""
    office, conference = snapshot.file.office, snapshot.file.conference
    signer = next((one for one in office.signers if one.id == conference.signer_id), None)
    return Signature(
        recipients=recipient_runs(conference.recipients, office),
        authority=authority_runs(signer) if signer else (blank("signer_id"),),
        name=run(signer.name, "signer_id") if signer else blank("signer_id"),
    )


def recipient_runs(recipients: Sequence[str], office: Office) -> tuple[Run, ...]:
    """Write the lines of Nơi nhận (ô 9b); the line of the file copy is added when missing."""
    lines = [bare(line) for line in recipients if bare(line)]
    archive = [line for line in lines if line.startswith("Lưu")]
    others = [line for line in lines if not line.startswith("Lưu")]
    if not archive:
        archive = [", ".join(part for part in (FILE_COPY, office.archive_symbol.strip()) if part)]
    texts = [f"- {line};" for line in (*others, *archive[:-1])] + [f"- {archive[-1]}."]
    return tuple(run(text, "recipients") for text in texts)


def authority_runs(signer: Signer) -> tuple[Run, ...]:
    """Write the authority that someone signs under (ô 7a), a line each."""
    lines: list[str] = []
    if signer.collective.strip() and signer.form in {
        SigningForm.ON_BEHALF,
        SigningForm.FOR_HEAD,
        SigningForm.ACTING,
    }:
        lines.append(f"TM. {signer.collective.strip()}")
    if signer.form is SigningForm.ACTING:
        lines.append(f"Q. {signer.post}")
    elif signer.form in _PREFIXES:
        lines += [f"{_PREFIXES[signer.form]} {signer.head_post}", signer.post]
    else:
        lines.append(signer.post)
    return tuple(run(line, "signer_id") for line in lines)
