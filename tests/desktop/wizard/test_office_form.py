"""The office's details."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.records import Office, ToneOrder
from db.store import Store
from desktop.widgets.fields import ChoiceField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.picture_field import PictureField
from desktop.widgets.record_table import RecordTable
from desktop.wizard.office_form import OfficeForm
from tests.builders import an_office, ident
from tests.hands import type_text


def _form(
    qtbot: QtBot, store: Store, new_id: Callable[[], str], office: Office | None = None
) -> OfficeForm:
    form = OfficeForm(store, office or Office(id=ident(1), name="", issuer=""), new_id)
    qtbot.addWidget(form)
    return form


def test_the_name_of_a_commune_suggests_header_and_place(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id)
    type_text(form.field("name"), "Ủy ban nhân dân xã Bình Hòa")
    form.flush()
    assert form.office.issuer == "ỦY BAN NHÂN DÂN\nXÃ BÌNH HÒA"
    assert form.office.place_name == "Bình Hòa"
    assert form.is_complete
    assert store.offices.get() == form.office


def test_a_ward_and_an_enterprise_are_told_apart(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id)
    form.take("name", "Công ty TNHH Cà phê <A & B>")
    assert form.office.issuer == ""
    assert not form.is_complete
    form.take("name", "Ủy ban nhân dân phường Tân An")
    assert form.office.issuer.endswith("PHƯỜNG TÂN AN")


def test_a_header_that_was_typed_is_left_alone(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id, an_office())
    form.take("name", "Ủy ban nhân dân xã Hòa Bình")
    assert form.office.issuer == an_office().issuer


def test_gaps_are_pointed_out_beside_their_fields(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id)
    form.point_out_gaps()
    notes = [one for one in form.findChildren(PlainLabel) if one.property("role") == "binding"]
    assert len([one for one in notes if one.text()]) == 3
    form.take("name", "Ủy ban nhân dân xã Bình Hòa")
    form.point_out_gaps()
    assert not [one for one in notes if one.text()]


def test_a_new_signer_signs_for_the_collective_of_the_header(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id, an_office(signers=()))
    table = form.field("signers")
    assert isinstance(table, RecordTable)
    table.add_row()
    assert form.office.signers[0].collective == "ỦY BAN NHÂN DÂN"
    assert store.offices.get() == form.office


def test_an_emblem_is_stored_and_shown_again(
    qtbot: QtBot, store: Store, new_id: Callable[[], str], tmp_path: Path
) -> None:
    Image.new("RGB", (60, 60), "gold").save(tmp_path / "emblem.png")
    form = _form(qtbot, store, new_id, an_office())
    logo = form.field("logo_id")
    assert isinstance(logo, PictureField)
    logo.choose = lambda _: tmp_path / "emblem.png"
    logo.pick_button.click()
    assert store.images.get(form.office.logo_id) is not None
    again = _form(qtbot, store, new_id, form.office)
    shown = again.field("logo_id")
    assert isinstance(shown, PictureField)
    assert not shown.clear_button.isHidden()
    shown.clear_button.click()
    assert again.office.logo_id == ""


def test_a_refused_emblem_is_explained_beside_it(
    qtbot: QtBot, store: Store, new_id: Callable[[], str], tmp_path: Path
) -> None:
    form = _form(qtbot, store, new_id, an_office())
    logo = form.field("logo_id")
    assert isinstance(logo, PictureField)
    logo.choose = lambda _: tmp_path / "missing.png"
    logo.pick_button.click()
    assert any("missing.png" in one.text() for one in form.findChildren(PlainLabel))


def test_a_suggestion_leaves_alone_what_is_being_typed_elsewhere(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id)
    type_text(form.field("name"), "Ủy ban nhân dân xã Bình Hòa")
    type_text(form.field("place_name"), "Krông Ana")
    type_text(form.field("archive_symbol"), "VP")
    form.flush()
    assert form.office.archive_symbol == "VP"
    assert form.office.place_name == "Krông Ana"


def test_the_order_of_tones_is_a_setting(
    qtbot: QtBot, store: Store, new_id: Callable[[], str]
) -> None:
    form = _form(qtbot, store, new_id)
    form.take("name", "Ủy ban nhân dân xã Bình Hòa")
    box = form.field("tone_order")
    assert isinstance(box, ChoiceField)
    assert box.value is ToneOrder.HUYEN_HOI_NGA_SAC_NANG
    assert [box.itemText(place) for place in range(box.count())] == [
        "level, huyền, hỏi, ngã, sắc, nặng (usual)",
        "level, huyền, sắc, hỏi, ngã, nặng",
        "level, sắc, huyền, hỏi, ngã, nặng",
    ]
    box.activated.emit(2)
    assert store.offices.by_id(form.office.id).tone_order is ToneOrder.SAC_HUYEN_HOI_NGA_NANG


def test_what_the_store_refuses_is_not_taken_for_stored(
    qtbot: QtBot, store: Store, new_id: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    form = _form(qtbot, store, new_id)

    def refuse(_: Office) -> None:
        raise StoreFull(Path("hoinghi.db"))

    with monkeypatch.context() as patched:
        patched.setattr(store.offices, "save", refuse)
        form.take("name", "Ủy ban nhân dân xã Bình Hòa")
    assert form.office.name == ""
    assert any("hoinghi.db" in one.text() for one in form.findChildren(PlainLabel))
