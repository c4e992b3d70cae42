"""The running script: every step with its minute, before the opening and within each item."""

from __future__ import annotations

from db.day_records import ScriptStep
from db.records import PaperSettings, ProgrammeItem, Session
from desktop.documents.blocks import Table
from desktop.documents.running_script import script_document
from tests.builders import ident
from tests.desktop.documents.the_day import table_of, the_day

ITEMS = (
    ProgrammeItem(id=ident(20), title="Chào cờ;", minutes=10, presenter="Ban Tổ chức"),
    ProgrammeItem(id=ident(21), title="Báo cáo", minutes=25, presenter="Lãnh đạo"),
)
STEPS = (
    ScriptStep(id=ident(40), minutes=45, action="Đón tiếp"),
    ScriptStep(id=ident(41), minutes=15, action="Văn nghệ", item_id=ident(999)),
    ScriptStep(
        id=ident(42),
        item_id=ident(20),
        minutes=4,
        action="Chào cờ",
        words="Nghiêm!",
        actor="Người dẫn",
        stage="Quốc kỳ",
        props="Không",
        sound="Quốc ca",
        light="Sáng",
    ),
    ScriptStep(id=ident(43), item_id=ident(20), minutes=6, action="Tuyên bố lý do"),
)


def times(rows: list[list[str]]) -> list[str]:
    return [row[0].replace("\u00a0", " ") for row in rows[1:]]


def test_steps_before_the_opening_end_with_it_and_the_others_follow_their_item() -> None:
    rows = table_of(script_document(the_day(0, programme=ITEMS, script=STEPS)))
    assert times(rows) == [
        "Trước giờ khai mạc",
        "06h30 - 07h15",
        "07h15 - 07h30",
        "I. Chào cờ (07h30 - 07h40)",
        "07h30 - 07h34",
        "07h34 - 07h40",
        "II. Báo cáo (07h40 - 08h05)",
        "07h40 - 08h05",
    ]


def test_every_cue_of_a_step_stands_in_its_column() -> None:
    rows = table_of(script_document(the_day(0, programme=ITEMS, script=STEPS)))
    assert rows[5][1:] == [
        *("Chào cờ", "Nghiêm!", "Người dẫn", "Quốc kỳ", "Không", "Quốc ca", "Sáng"),
    ]
    assert rows[0][2:4] == ["Lời dẫn", "Người thực hiện"]


def test_an_item_without_steps_stands_for_itself() -> None:
    rows = table_of(script_document(the_day(0, programme=ITEMS, script=STEPS)))
    assert rows[-1][1:4] == ["Báo cáo", "", "Lãnh đạo"]


def test_without_a_starting_time_only_minutes_are_told() -> None:
    sessions = (Session(id=ident(11)),)
    snapshot = the_day(0, programme=ITEMS, script=STEPS, sessions=sessions)
    rows = table_of(script_document(snapshot))
    assert times(rows)[:5] == [
        *("Trước giờ khai mạc", "45 phút", "15 phút", "I. Chào cờ (10 phút)", "4 phút"),
    ]


def test_columns_are_chosen_for_the_paper() -> None:
    settings = PaperSettings(key="script", columns=("words", "light"))
    rows = table_of(script_document(the_day(0, programme=ITEMS, papers=(settings,))))
    assert rows[0] == ["Lời dẫn", "Ánh sáng"]


def test_the_guests_to_introduce_stand_behind_it() -> None:
    tables = [one for one in script_document(the_day(30)).parts[0].blocks if isinstance(one, Table)]
    assert len(tables[1].rows) == 9
    assert len(script_document(the_day(0)).parts[0].blocks) == 4
