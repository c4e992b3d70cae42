"""The card drawn beside the window."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

import desktop.widgets.card_preview
from desktop.documents.badges.layout import Background, Side
from desktop.documents.badges.load import shipped_layout
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.widgets.card_preview import CardPreview, CardRequest, draw_card
from desktop.widgets.pdf_pages import PdfUnreadableError
from tests.builders import NOON
from tests.desktop.documents.badges.people import a_crowd

PATIENCE_MS = 20_000


def a_request(**fields: Any) -> CardRequest:
    snapshot = Snapshot(file=a_crowd(9), made_at=NOON)
    defaults: dict[str, Any] = {
        "snapshot": snapshot,
        "layout": shipped_layout("cr80"),
        "files": {},
        "delegate_id": snapshot.file.delegates[0].id,
        "side": Side.FRONT,
        "pixels_per_mm": 4,
    }
    return CardRequest(**(defaults | fields))


def test_what_was_asked_for_last_is_drawn(qtbot: QtBot) -> None:
    preview = CardPreview()
    first, second, last = (a_request(pixels_per_mm=scale) for scale in (2, 3, 4))
    drawn: list[CardRequest] = []
    preview.drawn.connect(lambda card: drawn.append(card.request))
    for request in (first, second, last):
        preview.ask(request)

    qtbot.waitUntil(lambda: last in drawn, timeout=PATIENCE_MS)

    assert drawn == [first, last]
    preview.stop()


def test_a_face_is_trimmed_to_its_card() -> None:
    card = draw_card(a_request())

    assert card.picture is not None
    assert (card.picture.width(), card.picture.height()) == (54 * 4, 86 * 4)
    assert draw_card(a_request(side=Side.BACK)).picture is not None
    assert draw_card(a_request(side=Side.BACK, layout=shipped_layout())).picture is None


def test_a_folded_card_is_shown_unfolded() -> None:
    card = draw_card(a_request(layout=shipped_layout("a4-tent"), pixels_per_mm=1))

    assert card.picture is not None
    assert (card.picture.width(), card.picture.height()) == (297, 105)


def test_what_does_not_fit_is_told_with_the_card() -> None:
    snapshot = a_request().snapshot
    long = max(snapshot.file.delegates, key=lambda each: len(each.name))

    card = draw_card(a_request(delegate_id=long.id))

    assert [each.code for each in card.problems] == [ProblemCode.TEXT_TOO_LONG]


def test_a_design_that_cannot_be_drawn_is_told(qtbot: QtBot) -> None:
    preview = CardPreview()
    layout = replace(shipped_layout(), background=Background(file="gone.pdf"))
    with qtbot.waitSignal(preview.refused, timeout=PATIENCE_MS) as told:
        preview.ask(a_request(layout=layout))

    assert isinstance(told.args[0], InputRefused)
    assert told.args[0].reason == "background-missing"
    preview.stop()


def test_a_page_that_cannot_be_shown_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> None:
        raise PdfUnreadableError

    monkeypatch.setattr(desktop.widgets.card_preview, "PdfPages", refuse)

    with pytest.raises(InputRefused):
        draw_card(a_request())


def test_stopping_waits_for_the_drawing_under_way(qtbot: QtBot) -> None:
    preview = CardPreview()
    with qtbot.assertNotEmitted(preview.drawn, wait=50):
        preview.ask(a_request())
        preview.stop()
    assert preview._drawing is None
