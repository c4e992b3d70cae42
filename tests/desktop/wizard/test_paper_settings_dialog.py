"""The settings of a paper, chosen in its dialog."""

from __future__ import annotations

from datetime import date
from typing import cast

from pytestqt.qtbot import QtBot

from db.records import NumberSeries, PaperChoice, PaperSettings, SigningForm
from desktop.models.draft import Draft
from desktop.widgets.column_picker import ColumnPicker
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField, TextField
from desktop.wizard.paper_settings_dialog import PaperSettingsDialog
from tests.desktop.conftest import OpenDraft
from tests.hands import type_text


def a_dialog(qtbot: QtBot, draft: Draft, key: str) -> PaperSettingsDialog:
    dialog = PaperSettingsDialog(draft, key)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def stored_in(draft: Draft) -> tuple[PaperSettings, ...]:
    return draft.conference.papers


def choose(dialog: PaperSettingsDialog, name: str, index: int) -> None:
    field = cast("ChoiceField", dialog.form.field(name))
    field.setCurrentIndex(index)
    field.activated.emit(index)


def test_what_is_typed_and_chosen_is_stored_in_one_step(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft()
    dialog = a_dialog(qtbot, draft, "decision")
    type_text(dialog.form.field("number"), "7")
    day = cast("DateField", dialog.form.field("issued_on"))
    type_text(day.line, "3/2/2025")
    choose(dialog, "series", 3)
    choose(dialog, "signing_form", 4)
    type_text(dialog.form.field("signer_name"), "Y Wang Niê")
    type_text(dialog.form.field("choice.proposer"), "Văn phòng")
    picker = cast("ColumnPicker", dialog.form.field("columns"))
    picker.down_button.click()
    assert not stored_in(draft)
    dialog.ok_button.click()
    assert stored_in(draft) == (
        PaperSettings(
            key="decision",
            series=NumberSeries.COMMITTEE,
            number=7,
            issued_on=date(2025, 2, 3),
            signing_form=SigningForm.FOR_HEAD,
            signer_name="Y Wang Niê",
            columns=("name", "number", "post", "role", "task"),
            choices=(PaperChoice(name="proposer", value="Văn phòng"),),
        ),
    )
    draft.undo()
    assert not stored_in(draft)


def test_cancel_leaves_the_settings_as_they_were(open_draft: OpenDraft, qtbot: QtBot) -> None:
    before = (PaperSettings(key="decision", number=7),)
    draft = open_draft(papers=before)
    dialog = a_dialog(qtbot, draft, "decision")
    type_text(dialog.form.field("number"), "8")
    dialog.reject()
    assert draft.conference.papers == before


def test_stored_settings_are_shown_and_as_usual_empties_them(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    stored = PaperSettings(
        key="invitations",
        number=7,
        choices=(
            PaperChoice(name="address", value="comrade"),
            PaperChoice(name="reply-by", value="2025-03-15"),
            PaperChoice(name="dress", value="áo dài"),
        ),
    )
    draft = open_draft(papers=(stored,))
    dialog = a_dialog(qtbot, draft, "invitations")
    address = cast("ChoiceField", dialog.form.field("choice.address"))
    dress = cast("TextField", dialog.form.field("choice.dress"))
    reply = cast("DateField", dialog.form.field("choice.reply-by"))
    assert (address.value, dress.text(), reply.line.text()) == ("comrade", "áo dài", "15/03/2025")
    assert dialog.form.settings == stored
    dialog.reset_button.click()
    assert (address.value, dress.text(), reply.line.text()) == ("by-gender", "", "")
    dialog.accept()
    assert draft.conference.papers == ()


def test_the_usual_choice_is_not_kept(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    dialog = a_dialog(qtbot, draft, "labels")
    choose(dialog, "choice.size", 1)
    choose(dialog, "choice.size", 0)
    dialog.accept()
    assert draft.conference.papers == ()


def test_a_day_chosen_for_answers_is_kept(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    dialog = a_dialog(qtbot, draft, "invitations")
    reply = cast("DateField", dialog.form.field("choice.reply-by"))
    type_text(reply.line, "15/3/2025")
    dialog.accept()
    (settings,) = draft.conference.papers
    assert settings.choices == (PaperChoice(name="reply-by", value="2025-03-15"),)
