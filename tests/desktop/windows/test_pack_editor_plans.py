"""Two plans outside of those that come with the program, written in the editor by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

import pytest
from msgspec.structs import replace

from db.records import Attendance, Conference, Delegate, Session
from desktop.models.pack_beginning import from_nothing
from desktop.models.workspace import Workspace
from desktop.rules.check import check
from desktop.rules.findings import Finding, FindingCode
from desktop.rules.pack import RulePack
from desktop.rules.packs import newest_packs
from desktop.rules.proposal import propose
from desktop.windows.pack_editor import PackEditor
from tests.builders import a_delegate, an_office, ident
from tests.desktop.windows.conftest import OpenEditor
from tests.desktop.windows.pack_author import Author, click


@pytest.fixture
def editor(open_editor: OpenEditor) -> PackEditor:
    return open_editor(from_nothing())


def _write_frame(author: Author, name: str, issuer: str, level: str) -> None:
    author.write("name", name)
    author.write("plan.issuer", issuer)
    for key, years in (("reviewed", ("2025", "2030")), ("launched", ("2030", "2035"))):
        author.write(f"cycle.{key}.first_year", years[0])
        author.write(f"cycle.{key}.last_year", years[1])
    author.write("levels[0].name", level)
    author.write("levels[0].forms[0].name", "Hội nghị điển hình tiên tiến")


def _write_groups(author: Author, *groups: tuple[str, str]) -> None:
    for place, (name, kind) in enumerate(groups):
        author.add("levels[0].groups")
        author.write(f"levels[0].groups[{place}].name", name)
        author.choose(f"levels[0].groups[{place}].kind", kind)


def _install(editor: PackEditor, workspace: Workspace, name: str) -> RulePack:
    """Press the button that saves, and find what is offered to conferences now."""
    click(editor.save_button)
    assert "is installed" in editor.message.text, editor.draft.faults
    (pack,) = (one for one in newest_packs(workspace.packs) if one.name == name)
    return pack


def _begin(workspace: Workspace, pack: RulePack, **fields: object) -> Conference:
    """Begin a conference under a pack as the wizard does."""
    office = an_office()
    workspace.store.offices.save(office)
    bare = Conference(
        id=workspace.new_id(),
        office_id=office.id,
        rule_pack_id=pack.id,
        rule_pack_version=pack.version,
    )
    proposed = propose(replace(bare, **fields), pack, office, workspace.new_id)
    workspace.store.conferences.add(proposed)
    return proposed


def _found(
    conference: Conference, pack: RulePack, people: Iterable[Delegate] = ()
) -> dict[FindingCode, Finding]:
    return {one.code: one for one in check(conference, tuple(people), pack, an_office())}


def test_a_group_of_companies_writes_its_plan(editor: PackEditor, workspace: Workspace) -> None:
    name = "Tập đoàn Sao Mai (2030)"
    author = Author(editor)
    _write_frame(author, name, "Hội đồng Thi đua Tập đoàn Sao Mai", "Công ty thành viên")
    author.add("traits", "flag")
    author.write("traits[0].name", "lao động trực tiếp")
    author.choose("traits[0].flag", "direct-worker")
    author.add("levels[0].attendance", "threshold")
    author.write("levels[0].attendance.counted", "người lao động")
    author.write("levels[0].attendance.threshold", "120")
    author.choose("levels[0].attendance.below", "plenary")
    author.choose("levels[0].attendance.at", "delegates")
    author.choose("levels[0].attendance.above", "delegates")
    author.write("levels[0].attendance.clause", "II.1")
    author.write(
        "levels[0].attendance.words",
        "từ 120 người trở lên thì hội nghị đại biểu, dưới 120 thì toàn thể",
    )
    _write_groups(author, ("Đại biểu chính thức", "exemplar"), ("Khách mời", "guest"))
    shares = (
        ("at-least", "70%", "lao động trực tiếp", "ít nhất 70% là lao động trực tiếp"),
        ("at-most", "1/3", "group “Khách mời”", "khách mời không quá 1/3 đại biểu chính thức"),
    )
    for place, (bound, share, who, words) in enumerate(shares):
        key = f"levels[0].shares[{place}]"
        author.add("levels[0].shares")
        author.choose(f"{key}.bound", bound)
        author.write(f"{key}.share", share)
        author.tick(f"{key}.counts", who)
        author.tick(f"{key}.base", "group “Đại biểu chính thức”")
        author.set_flag(f"{key}.is_binding", is_on=True)
        author.write(f"{key}.clause", f"II.{place + 2}")
        author.write(f"{key}.words", words)
    pack = _install(editor, workspace, name)

    small = _begin(workspace, pack, staff_count=119)
    assert small.attendance is Attendance.PLENARY
    as_delegates = replace(small, attendance=Attendance.DELEGATES)
    finding = _found(as_delegates, pack)[FindingCode.ATTENDANCE_DIFFERS]
    assert (finding.clause, finding.params["wanted"]) == ("II.1", "plenary")
    large = _begin(workspace, pack, staff_count=120)
    assert large.attendance is Attendance.DELEGATES
    assert FindingCode.ATTENDANCE_DIFFERS not in _found(large, pack)
    as_plenary = replace(large, attendance=Attendance.PLENARY)
    assert FindingCode.ATTENDANCE_DIFFERS in _found(as_plenary, pack)

    official, guests = large.groups
    assert _found(large, pack, _people(official.id, 10, workers=7)).keys().isdisjoint(_SHARES)
    low = _found(large, pack, _people(official.id, 10, workers=6))
    assert low[FindingCode.DELEGATES_SHARE_LOW].clause == "II.2"
    nine = _people(official.id, 9, workers=9)
    assert _found(large, pack, nine + _people(guests.id, 3)).keys().isdisjoint(_SHARES)
    high = _found(large, pack, nine + _people(guests.id, 4))
    assert high[FindingCode.DELEGATES_SHARE_HIGH].clause == "II.3"


_SHARES = {FindingCode.DELEGATES_SHARE_LOW, FindingCode.DELEGATES_SHARE_HIGH}


def _people(
    group_id: str, count: int, workers: int = 0, unit: str = "", first: int = 0
) -> tuple[Delegate, ...]:
    return tuple(
        a_delegate(
            first + number,
            id=ident(5000 + hash((group_id, unit)) % 10**6 + number),
            group_id=group_id,
            is_direct_worker=number < workers,
            unit=unit,
        )
        for number in range(count)
    )


def test_a_province_without_districts_writes_its_plan(
    editor: PackEditor, workspace: Workspace
) -> None:
    name = "Tỉnh Sông Mây (2030)"
    author = Author(editor)
    _write_frame(author, name, "Ủy ban nhân dân tỉnh Sông Mây", "Cấp xã")
    communes = (("Xã An Khê", "41000"), ("Xã Bình Lộc", "25000"), ("Phường Cầu Đá", "7000"))
    author.fill_rows("units", [(commune, "Cấp xã") for commune, _ in communes])
    author.add("levels[0].windows", "months")
    author.write("levels[0].windows[0].first", "12/2029")
    author.write("levels[0].windows[0].last", "tháng 1/2030")
    author.write("levels[0].windows[0].clause", "II.1")
    author.write("levels[0].windows[0].words", "tháng 12/2029 đến tháng 01/2030")
    _write_groups(author, ("Điển hình", "exemplar"), ("Khách mời", "guest"))
    key = "levels[0].quotas[0]"
    author.add("levels[0].quotas")
    author.choose(f"{key}.method", "shared")
    author.write(f"{key}.total", "20")
    author.write(f"{key}.base_name", "dân số")
    author.write(f"{key}.floor", "3")
    author.tick(f"{key}.counts", "Guests")  # exemplars and guests stand there at first
    author.fill_rows(f"{key}.units", communes)
    author.write(f"{key}.clause", "II.4")
    author.write(f"{key}.words", "mỗi xã ít nhất 3 đại biểu, còn lại theo dân số")
    pack = _install(editor, workspace, name)

    conference = _begin(workspace, pack)
    edges = {FindingCode.DAY_BEFORE_WINDOW, FindingCode.DAY_AFTER_WINDOW}
    for day in (date(2029, 12, 1), date(2030, 1, 31)):
        assert _found(_on(conference, day), pack).keys().isdisjoint(edges)
    early = _found(_on(conference, date(2029, 11, 30)), pack)
    assert early[FindingCode.DAY_BEFORE_WINDOW].clause == "II.1"
    late = _found(_on(conference, date(2030, 2, 1)), pack)
    assert late[FindingCode.DAY_AFTER_WINDOW].clause == "II.1"

    # 11 places above the floors: 41, 25 and 7 of 73 parts are 6.18, 3.77 and 1.05 of them
    exemplars = conference.groups[0].id
    places = {"Xã An Khê": 9, "Xã Bình Lộc": 7, "Phường Cầu Đá": 4}
    quotas = {FindingCode.QUOTA_OVER, FindingCode.QUOTA_UNDER}
    right = [one for unit, count in places.items() for one in _of_unit(exemplars, unit, count)]
    assert _found(conference, pack, right).keys().isdisjoint(quotas)
    over = _found(conference, pack, [*right, *_of_unit(exemplars, "Xã Bình Lộc", 1, 50)])
    assert over[FindingCode.QUOTA_OVER].clause == "II.4"
    assert over[FindingCode.QUOTA_OVER].params["places"] == 7
    under = _found(conference, pack, right[1:])
    assert under[FindingCode.QUOTA_UNDER].params["places"] == 9


def _of_unit(group_id: str, unit: str, count: int, first: int = 0) -> list[Delegate]:
    return list(_people(group_id, count, unit=unit, first=first))


def _on(conference: Conference, day: date) -> Conference:
    return replace(conference, sessions=(Session(id=ident(77), day=day, start=time(7, 30)),))
