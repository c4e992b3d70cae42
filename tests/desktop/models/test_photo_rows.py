"""Files matched with people as a table model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.qtbot import QtBot

from db.records import Delegate
from desktop.models.marks import MARK_ROLE, Mark
from desktop.models.photo_rows import FATE, FILE, PERSON, PhotoRows
from desktop.people.photo_matching import MatchedBy, PhotoFile
from desktop.people.photo_plan import PhotoPlan
from tests.builders import a_delegate, ident

AN = a_delegate(1, name="Lê <b>An</b>", post="Nông dân", unit="Thôn 1")
TWIN = a_delegate(2, name="Lê <b>An</b>", unit="Thôn 2")
UOC = a_delegate(3, name="Nguyễn Thị Ước", badge_number=None)
PEOPLE = (AN, TWIN, UOC)


def a_file(path: str, *people: Delegate, is_picture: bool = True) -> PhotoFile:
    ids = tuple(one.id for one in people)
    return PhotoFile(
        path=path, person_ids=ids, is_picture=is_picture, matched_by=MatchedBy.NAME if ids else None
    )


FILES = (
    a_file("/ảnh/uoc.jpg", UOC),
    a_file("/ảnh/an.jpg", AN, TWIN),
    a_file("/ảnh/ds.xlsx", is_picture=False),
    a_file("/ảnh/lạ.jpg"),
)


def shown(**chosen: str) -> PhotoRows:
    rows = PhotoRows()
    rows.show(PhotoPlan(FILES, PEOPLE, {f"/ảnh/{name}.jpg": one for name, one in chosen.items()}))
    return rows


def texts(rows: PhotoRows) -> list[list[object]]:
    return [
        [rows.index(row, column).data() for column in range(3)] for row in range(rows.rowCount())
    ]


def test_what_has_to_be_decided_comes_first(qapp: QObject) -> None:
    assert texts(shown()) == [
        ["an.jpg", "", "?  Fits several people: choose one"],
        ["lạ.jpg", "", "–  Not used: nobody chosen"],
        ["ds.xlsx", "", "–  Not used: not a picture in JPEG or PNG"],
        ["uoc.jpg", "Nguyễn Thị Ước", "✓  Will be stored, found by the name"],
    ]


def test_what_becomes_of_a_file_is_marked(qapp: QObject) -> None:
    rows = shown()
    marks = [rows.index(row, FATE).data(MARK_ROLE) for row in range(4)]
    assert marks == [Mark.DOUBT, Mark.SET_ASIDE, Mark.SET_ASIDE, Mark.FINE]
    assert rows.index(0, FILE).data(MARK_ROLE) is None
    assert rows.index(0, FILE).data(Qt.ItemDataRole.ToolTipRole) == "/ảnh/an.jpg"
    assert rows.index(0, FILE).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_file_may_go_to_whom_it_fits_or_to_who_has_no_photo(qapp: QObject) -> None:
    rows = shown()
    assert rows.choices(0) == [
        ("", "nobody"),
        (AN.id, "Lê <b>An</b> · Nông dân · Thôn 1 · no. 1"),
        (TWIN.id, "Lê <b>An</b> · Thôn 2 · no. 2"),
    ]
    assert [one for one, _ in rows.choices(3)] == ["", UOC.id, AN.id, TWIN.id]
    assert rows.index(3, PERSON).data(Qt.ItemDataRole.EditRole) == UOC.id
    assert rows.index(0, PERSON).data(Qt.ItemDataRole.EditRole) == ""


def test_the_person_chosen_is_told(qtbot: QtBot) -> None:
    rows = shown()
    with qtbot.waitSignal(rows.chosen) as told:
        assert rows.setData(rows.index(0, PERSON), TWIN.id)
    assert told.args == ["/ảnh/an.jpg", ident(1002)]
    assert not rows.setData(rows.index(0, FATE), TWIN.id)


def test_only_the_person_of_a_picture_can_be_chosen(qapp: QObject) -> None:
    rows = shown()
    assert rows.flags(rows.index(0, PERSON)) & Qt.ItemFlag.ItemIsEditable
    assert not rows.flags(rows.index(2, PERSON)) & Qt.ItemFlag.ItemIsEditable
    assert not rows.flags(rows.index(0, FILE)) & Qt.ItemFlag.ItemIsEditable
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_rows_stay_in_place_while_people_are_chosen(qtbot: QtBot) -> None:
    rows = shown()
    with qtbot.waitSignal(rows.dataChanged), qtbot.assertNotEmitted(rows.modelReset):
        rows.show(PhotoPlan(FILES, PEOPLE, {"/ảnh/an.jpg": TWIN.id}))
    assert texts(rows)[0][2] == "✓  Will be stored, as you chose"
    assert rows.file(0).path == "/ảnh/an.jpg"


def test_before_a_plan_there_is_nothing(qtbot: QtBot) -> None:
    rows = PhotoRows()
    assert rows.rowCount() == 0
    with qtbot.assertNotEmitted(rows.dataChanged):
        rows.show(PhotoPlan((), PEOPLE))
