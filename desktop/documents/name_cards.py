"""Table name cards (biển tên): a sheet of A4 folded once, the same text on both faces."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from db.records import Delegate
from desktop.documents.arrangement import guests
from desktop.documents.badges.content import given_name_words, plain
from desktop.documents.drawing import Box, Drawing, Lettering, Said
from desktop.documents.fonts import Face
from desktop.documents.frame import event_name
from desktop.documents.paper_settings import choice, chosen_settings
from desktop.documents.rendered import ProblemCode, RenderedPaper
from desktop.documents.snapshot import Snapshot

NAME_CARDS = "name-cards"
WHO = "who"  # the choice: everybody, or presidium and guests
EVERYBODY = "everybody"
_TITLE = "Biển tên"
_PAGE_WIDTH, _PAGE_HEIGHT, _FOLD = 297.0, 210.0, 105.0  # mm
FACE_WIDTH, FACE_HEIGHT = 210.0, 100.0
_LEFT = (_PAGE_WIDTH - FACE_WIDTH) / 2
_MARK, _GAP = 8.0, 2.0
_POST = Lettering(full_pt=26, floor_pt=14, lines=2, line_height=1.15)
_POST_HEIGHT = 18.0  # mm; above it three lines of a long name have room at 60 pt


class Card(Struct, frozen=True, kw_only=True):
    """What one card says: a name as it is written, and a title."""

    name: str
    title: str = ""
    delegate_id: str = ""
    tail: int = 1


def name_cards(snapshot: Snapshot) -> RenderedPaper:
    """Draw a sheet for each card, both faces readable when it is folded."""
    conference = snapshot.file.conference
    drawing = Drawing(
        f"{_TITLE} – {event_name(conference)}", snapshot.file.office.name, snapshot.made_at
    )
    cards = cards_of(snapshot)
    for card in cards:
        drawing.page(_PAGE_WIDTH, _PAGE_HEIGHT)
        _draw(drawing, card)
    if not cards:
        drawing.page(_PAGE_WIDTH, _PAGE_HEIGHT)
        _marks(drawing)
        drawing.note(ProblemCode.FIELD_EMPTY, Said("", "presidium"))
    return drawing.finished()


def cards_of(snapshot: Snapshot) -> list[Card]:
    """List the presidium, then the guests by rank, or everybody if so chosen; nobody twice."""
    conference = snapshot.file.conference
    cards = [Card(name=one.name, title=one.post) for one in conference.presidium]
    wanted = choice(chosen_settings(conference, NAME_CARDS), WHO)
    people: Sequence[Delegate] = guests(snapshot.file)
    if wanted == EVERYBODY:
        people = snapshot.file.delegates
    presiding = {plain(one.name) for one in conference.presidium}
    cards += [
        Card(
            name=one.name,
            title=", ".join(filter(None, (plain(one.post), plain(one.unit)))),
            delegate_id=one.id,
            tail=given_name_words(one),
        )
        for one in people
        if plain(one.name) not in presiding
    ]
    return [card for card in cards if plain(card.name)]


def _draw(drawing: Drawing, card: Card) -> None:
    upper = Box(_LEFT, _FOLD - FACE_HEIGHT, FACE_WIDTH, FACE_HEIGHT)
    lower = Box(_LEFT, _FOLD, FACE_WIDTH, FACE_HEIGHT)
    with drawing.upside_down(upper):
        _face(drawing, upper, card)
    _face(drawing, lower, card)
    _marks(drawing)


def _face(drawing: Drawing, face: Box, card: Card) -> None:
    inside = face.inside(6)
    name_height = inside.height_mm - (_POST_HEIGHT if card.title.strip() else 0)
    name = Box(inside.x_mm, inside.y_mm, inside.width_mm, name_height)
    # capitals of Vietnamese letters are single characters, so upper() keeps every mark
    capitals = Said(plain(card.name).upper(), "name", card.delegate_id)
    lettering = Lettering(
        face=Face.SERIF_BOLD, full_pt=90, floor_pt=60, lines=3, line_height=1.1, tail=card.tail
    )
    drawing.text(name, capitals, lettering)
    title = Box(
        inside.x_mm,
        inside.y_mm + name_height,
        inside.width_mm,
        inside.height_mm - name_height,
    )
    drawing.text(title, Said(card.title, "post", card.delegate_id), _POST)


def _marks(drawing: Drawing) -> None:
    """Show where to cut, outside the faces, and where to fold."""
    right = _LEFT + FACE_WIDTH
    for x in (_LEFT, right):
        for y, end in ((0.0, _FOLD - FACE_HEIGHT - 1), (_FOLD + FACE_HEIGHT + 1, _PAGE_HEIGHT)):
            drawing.line((x, y), (x, end), width_pt=0.3)
    for y in (_FOLD - FACE_HEIGHT, _FOLD + FACE_HEIGHT):
        for x, end in ((_LEFT - _GAP - _MARK, _LEFT - _GAP), (right + _GAP, right + _GAP + _MARK)):
            drawing.line((x, y), (end, y), width_pt=0.3)
    for x, end in ((0.0, _LEFT - _GAP), (right + _GAP, _PAGE_WIDTH)):
        drawing.line((x, _FOLD), (end, _FOLD), width_pt=0.3, is_dashed=True)
