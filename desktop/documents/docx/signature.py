"""Recipients and signature side by side: one row that no page break divides."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.blocks import Role, Signature, SignaturePair, run
from desktop.documents.decree30 import RECIPIENTS_WORD, SIGNATURE_RIGHT_PT, SIGNATURE_SPACE_PT
from desktop.documents.docx.tables import frame_table
from desktop.documents.docx.text import Own, paragraph
from desktop.documents.setting_signature import BEFORE_SIGNATURE_PT

_LEVEL_PT = 1.8  # the smaller word is lowered to the baseline of the authority


def signature_table(signature: Signature, measure_pt: float) -> BaseOxmlElement:
    """Make the block; the word Nơi nhận stands on the line of the authority (Mục II.9)."""
    left = [
        paragraph(Role.RECIPIENTS_WORD, [run(RECIPIENTS_WORD)], Own(before_pt=_LEVEL_PT)),
        *(paragraph(Role.RECIPIENT, [line]) for line in signature.recipients),
    ]
    signed = Own(before_pt=SIGNATURE_SPACE_PT)
    right = [paragraph(Role.AUTHORITY, [line]) for line in signature.authority]
    if signature.post is not None:
        right.append(paragraph(Role.AUTHORITY, [signature.post], signed))
        signed = Own()
    right.append(paragraph(Role.SIGNER, [signature.name], signed))
    return frame_table((measure_pt - SIGNATURE_RIGHT_PT, SIGNATURE_RIGHT_PT), [(left, right)])


def pair_elements(pair: SignaturePair, measure_pt: float) -> Iterator[BaseOxmlElement]:
    """Make two signatures side by side (Mẫu 1.9), and the recipients under them."""
    signed = Own(before_pt=SIGNATURE_SPACE_PT)
    cells = [
        [paragraph(Role.AUTHORITY, [side.word]), paragraph(Role.SIGNER, [side.name], signed)]
        for side in (pair.left, pair.right)
    ]
    yield frame_table((measure_pt / 2, measure_pt / 2), [cells])
    if pair.recipients:
        space = Own(before_pt=BEFORE_SIGNATURE_PT)
        yield paragraph(Role.RECIPIENTS_WORD, [run(RECIPIENTS_WORD)], space)
        for line in pair.recipients:
            yield paragraph(Role.RECIPIENT, [line])
