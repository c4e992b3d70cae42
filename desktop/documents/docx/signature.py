"""Recipients and signature side by side: one row that no page break divides."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.blocks import Role, Signature, run
from desktop.documents.decree30 import RECIPIENTS_WORD, SIGNATURE_RIGHT_PT, SIGNATURE_SPACE_PT
from desktop.documents.docx.tables import frame_table
from desktop.documents.docx.text import Own, paragraph

_LEVEL_PT = 1.8  # the smaller word is lowered to the baseline of the authority


def signature_table(signature: Signature, measure_pt: float) -> BaseOxmlElement:
    """Make the block; the word Nơi nhận stands on the line of the authority (Mục II.9)."""
    left = [
        paragraph(Role.RECIPIENTS_WORD, [run(RECIPIENTS_WORD)], Own(before_pt=_LEVEL_PT)),
        *(paragraph(Role.RECIPIENT, [line]) for line in signature.recipients),
    ]
    right = [
        *(paragraph(Role.AUTHORITY, [line]) for line in signature.authority),
        paragraph(Role.SIGNER, [signature.name], Own(before_pt=SIGNATURE_SPACE_PT)),
    ]
    return frame_table((measure_pt - SIGNATURE_RIGHT_PT, SIGNATURE_RIGHT_PT), [(left, right)])
