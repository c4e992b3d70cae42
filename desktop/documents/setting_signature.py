"""Recipients and signature side by side as one slab."""

from __future__ import annotations

from desktop.documents.blocks import Role, Signature, run
from desktop.documents.decree30 import (
    RECIPIENTS_WORD,
    SIGNATURE_GAP_PT,
    SIGNATURE_RIGHT_PT,
    SIGNATURE_SPACE_PT,
    STYLES,
)
from desktop.documents.flow import Piece, Slab
from desktop.documents.ink import Ink
from desktop.documents.setting import SetLines, place, set_lines

BEFORE_SIGNATURE_PT = 14.0
_ROOM_FOR_TEXT_PT = 150.0  # what the lines kept with the block may need, and theirs with them


def signature_slabs(
    signature: Signature, ink: Ink, measure_pt: float, page_height_pt: float
) -> list[Slab]:
    """Set the block whole; recipients that no page could hold beside it follow line by line."""
    left_pt = measure_pt - SIGNATURE_RIGHT_PT
    authority = [
        set_lines([text], STYLES[Role.AUTHORITY], ink, SIGNATURE_RIGHT_PT)
        for text in signature.authority
    ]
    name = set_lines([signature.name], STYLES[Role.SIGNER], ink, SIGNATURE_RIGHT_PT)
    word = set_lines([run(RECIPIENTS_WORD)], STYLES[Role.RECIPIENTS_WORD], ink, left_pt)
    recipients = [
        set_lines([text], STYLES[Role.RECIPIENT], ink, left_pt - SIGNATURE_GAP_PT)
        for text in signature.recipients
    ]

    pieces: list[Piece] = []
    right_y_pt = 0.0
    for lines in authority:
        pieces += place(lines, left_pt, right_y_pt, SIGNATURE_RIGHT_PT)
        right_y_pt += lines.height_pt
    right_y_pt += SIGNATURE_SPACE_PT
    pieces += place(name, left_pt, right_y_pt, SIGNATURE_RIGHT_PT)
    right_y_pt += name.height_pt

    # Mục II.9: the word stands on the line of the authority
    left_y_pt = authority[0].baseline_pt - word.baseline_pt if authority else 0.0
    pieces += place(word, 0.0, left_y_pt, left_pt)
    left_y_pt += word.height_pt
    overflow: list[SetLines] = []
    for lines in recipients:
        if overflow or left_y_pt + lines.height_pt > page_height_pt - _ROOM_FOR_TEXT_PT:
            overflow.append(lines)
        else:
            pieces += place(lines, 0.0, left_y_pt, left_pt - SIGNATURE_GAP_PT)
            left_y_pt += lines.height_pt
    block = Slab(
        height_pt=max(left_y_pt, right_y_pt), pieces=tuple(pieces), before_pt=BEFORE_SIGNATURE_PT
    )
    return [
        block,
        *(
            Slab(height_pt=lines.height_pt, pieces=tuple(place(lines, 0.0, 0.0, left_pt)))
            for lines in overflow
        ),
    ]
