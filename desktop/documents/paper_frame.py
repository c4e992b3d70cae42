"""Head and foot of every paper but the plan: its own number series, day, signer, recipients."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from db.records import Conference, NumberSeries, Office, PaperSettings, Signer, SigningForm
from desktop.documents.blocks import BLANK, Letterhead, Run, Signature, blank, run
from desktop.documents.frame import (
    PLACE_BLANK,
    authority_runs,
    event_noun,
    issue_year,
    recipient_runs,
)
from desktop.documents.paper_settings import paper_settings
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import ROOM_TO_FILL_IN, full_date, numbered

_COUNCIL = "Hội đồng Thi đua - Khen thưởng"
_COMMITTEE = "Ban Tổ chức"
_AUTHORITY_FULL, _AUTHORITY_SHORT = "ỦY BAN NHÂN DÂN", "UBND"


class Issue(Struct, frozen=True, kw_only=True):
    """A paper as it is issued: by whom, under which number, on which day.

    Attributes:
        abbreviation: of the kind of paper (Phụ lục III): QĐ, BC, GM.
    """

    snapshot: Snapshot
    settings: PaperSettings
    abbreviation: str

    @property
    def series(self) -> NumberSeries:
        """Whose paper it is."""
        return self.settings.series or NumberSeries.OFFICE

    @property
    def field(self) -> str:
        """Name the settings as the place that a text comes from."""
        return f"papers:{self.settings.key}"

    @property
    def number_and_symbol(self) -> str:
        """Write 05/QĐ-BTC; without a number, room for it (Mục II.3)."""
        number = self.settings.number
        symbol = self.settings.symbol.strip() or _symbol(self.snapshot, self.series)
        written = ROOM_TO_FILL_IN if number is None else numbered(number)
        return f"{written}/{'-'.join(part for part in (self.abbreviation, symbol) if part)}"

    @property
    def day(self) -> str:
        """Write the date of the paper, or room for it."""
        return full_date(self.settings.issued_on, year=issue_year(self.snapshot))

    @property
    def issuer_name(self) -> str:
        """Name who issues it, in a sentence."""
        office, conference = self.snapshot.file.office, self.snapshot.file.conference
        match self.series:
            case NumberSeries.COUNCIL:
                return _COUNCIL
            case NumberSeries.COMMITTEE:
                return f"{_COMMITTEE} {event_noun(conference)}"
            case _:
                return office.name.strip() or BLANK


def issue(
    snapshot: Snapshot, key: str, abbreviation: str, usual: PaperSettings | None = None
) -> Issue:
    """Settle how a paper is issued, from its settings and what is usual for it."""
    settings = paper_settings(snapshot.file.conference, key, usual)
    return Issue(snapshot=snapshot, settings=settings, abbreviation=abbreviation)


def issued_letterhead(paper: Issue) -> Letterhead:
    """Build the head of page one; a council or a committee stands under its office."""
    office = paper.snapshot.file.office
    own = office.issuer.strip() or office.name.strip()
    if paper.series is NumberSeries.OFFICE:
        parent, issuer = office.parent_body.strip(), own
    else:
        parent = " ".join(own.split("\n")).replace(_AUTHORITY_FULL, _AUTHORITY_SHORT)
        issuer = paper.issuer_name
    issuer = paper.settings.issuer.strip() or issuer
    space = " " if paper.settings.number is not None else ""
    place = office.place_name.strip()
    return Letterhead(
        issuer=run(issuer, "office.issuer") if issuer else blank("office.issuer"),
        parent_body=run(parent, "office.parent_body") if parent else None,
        number=run(f"Số:{space}{paper.number_and_symbol}", paper.field),
        place_date=run(f"{place}, {paper.day}", paper.field)
        if place
        else blank("office.place_name", f"{PLACE_BLANK}, {paper.day}"),
    )


def issued_reference(paper: Issue, kind: str) -> str:
    """Write the line under the title of the paper's appendix (Mục IV Phần I)."""
    return f"(Kèm theo {kind} số {paper.number_and_symbol} {paper.day} của {paper.issuer_name})"


def issued_signature(paper: Issue, recipients: Sequence[str] = ()) -> Signature:
    """Build the foot; the recipients given are the usual ones, where none were chosen."""
    conference, office = paper.snapshot.file.conference, paper.snapshot.file.office
    settings = paper.settings
    lines = recipient_runs(settings.recipients or tuple(recipients), office)
    signer = signer_of(paper)
    authority = authority_runs(signer) if signer is not None else (blank(paper.field),)
    if settings.authority:
        authority = tuple(run(line, paper.field) for line in settings.authority)
    elif paper.series is not NumberSeries.OFFICE:
        authority = _authority_of_body(paper)
    name, post = settings.signer_name or (signer.name if signer is not None else ""), ""
    if paper.series is NumberSeries.COMMITTEE and not settings.signer_name:
        head = committee_head(conference)
        name, post = head or (name, "")
    return Signature(
        recipients=lines,
        authority=authority,
        name=run(name, paper.field) if name else blank(paper.field),
        post=run(post, paper.field) if post else None,
    )


def signer_of(paper: Issue) -> Signer | None:
    """Find the office's signer of the paper, in the form of signing chosen for it."""
    office, settings = paper.snapshot.file.office, paper.settings
    found = next((one for one in office.signers if one.id == settings.signer_id), None)
    if found is None or settings.signing_form is None:
        return found
    return msgspec.structs.replace(found, form=settings.signing_form)


def committee_head(conference: Conference) -> tuple[str, str] | None:
    """Name the head of the Ban Tổ chức and his post in his own office."""
    for one in conference.committee:
        if one.role.strip().casefold() == "trưởng ban" and one.name.strip():
            return one.name.strip(), one.post.strip()
    return None


def _authority_of_body(paper: Issue) -> tuple[Run, ...]:
    if paper.series is NumberSeries.COUNCIL:
        body, head, deputy = "HỘI ĐỒNG", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"
    else:
        body, head, deputy = "BAN TỔ CHỨC", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"
    lines = [f"TM. {body}", head]
    if paper.settings.signing_form is SigningForm.FOR_HEAD:
        lines = [f"TM. {body}", f"KT. {head}", deputy]
    return tuple(run(line, paper.field) for line in lines)


def _symbol(snapshot: Snapshot, series: NumberSeries) -> str:
    match series:
        case NumberSeries.COUNCIL:
            return "HĐTĐKT"
        case NumberSeries.COMMITTEE:
            return _committee_symbol(snapshot.file.conference)
        case _:
            return _office_symbol(snapshot.file.office)


def _committee_symbol(conference: Conference) -> str:
    return "BTCĐH" if event_noun(conference) == "Đại hội" else "BTC"


def _office_symbol(office: Office) -> str:
    return office.symbol.strip()
