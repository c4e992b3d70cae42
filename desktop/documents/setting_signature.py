"""Recipients and signature side by side as one slab."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.documents.blocks import Role, Signature, SignaturePair, run
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


def foot_slabs(
    block: Signature | SignaturePair, ink: Ink, measure_pt: float, page_height_pt: float
) -> list[Slab]:
    """Set what stands at the foot of a paper."""
    if isinstance(block, SignaturePair):
        return _pair_slabs(block, ink, measure_pt)
    return signature_slabs(block, ink, measure_pt, page_height_pt)


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
    if signature.post is not None:
        post = set_lines([signature.post], STYLES[Role.AUTHORITY], ink, SIGNATURE_RIGHT_PT)
        pieces += place(post, left_pt, right_y_pt, SIGNATURE_RIGHT_PT)
        right_y_pt += post.height_pt
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


def _pair_slabs(pair: SignaturePair, ink: Ink, measure_pt: float) -> list[Slab]:
    # the two signatures are one slab; the recipients follow under it line by line
    column_pt = (measure_pt - SIGNATURE_GAP_PT) / 2
    pieces: list[Piece] = []
    height_pt = 0.0
    for signatory, left_pt in ((pair.left, 0.0), (pair.right, measure_pt - column_pt)):
        word = set_lines([signatory.word], STYLES[Role.AUTHORITY], ink, column_pt)
        name = set_lines([signatory.name], STYLES[Role.SIGNER], ink, column_pt)
        pieces += place(word, left_pt, 0.0, column_pt)
        name_y_pt = word.height_pt + SIGNATURE_SPACE_PT
        pieces += place(name, left_pt, name_y_pt, column_pt)
        height_pt = max(height_pt, name_y_pt + name.height_pt)
    block = Slab(height_pt=height_pt, pieces=tuple(pieces), before_pt=BEFORE_SIGNATURE_PT)
    if not pair.recipients:
        return [block]
    texts = [
        (run(RECIPIENTS_WORD), Role.RECIPIENTS_WORD),
        *((text, Role.RECIPIENT) for text in pair.recipients),
    ]
    lines = [set_lines([text], STYLES[role], ink, column_pt) for text, role in texts]
    return [
        replace(block, keeps_next=True),
        *(
            Slab(
                height_pt=text.height_pt,
                pieces=tuple(place(text, 0.0, 0.0, column_pt)),
                before_pt=0.0 if index else BEFORE_SIGNATURE_PT,
                keeps_next=index < len(lines) - 1,
            )
            for index, text in enumerate(lines)
        ),
    ]
