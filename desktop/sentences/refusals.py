"""What the officer is told when a file, or something typed, cannot be used."""

from __future__ import annotations

from desktop.errors import InputRefused
from desktop.language import tr
from desktop.sentences.added_refusals import ADDED_REFUSALS
from desktop.sentences.badge_refusals import BADGE_REFUSALS
from desktop.sentences.bundle_refusals import BUNDLE_REFUSALS, DOWN_REFUSALS
from desktop.sentences.conference_file_refusals import CONFERENCE_FILE_REFUSALS
from desktop.sentences.key_refusals import KEY_REFUSALS
from desktop.sentences.list_refusals import LIST_REFUSALS
from desktop.sentences.mapping_refusals import MAPPING_REFUSALS
from desktop.sentences.merger_refusals import MERGER_REFUSALS
from desktop.sentences.pack_refusals import PACK_REFUSALS
from desktop.sentences.pdf_refusals import PDF_REFUSALS
from desktop.sentences.picture_refusals import PICTURE_REFUSALS
from desktop.sentences.shown import Sentences
from desktop.sentences.update_refusals import UPDATE_REFUSALS

REFUSALS: Sentences = {
    **PACK_REFUSALS,
    **CONFERENCE_FILE_REFUSALS,
    **LIST_REFUSALS,
    **MAPPING_REFUSALS,
    **PICTURE_REFUSALS,
    **PDF_REFUSALS,
    **ADDED_REFUSALS,
    **BADGE_REFUSALS,
    **BUNDLE_REFUSALS,
    **DOWN_REFUSALS,
    **KEY_REFUSALS,
    **MERGER_REFUSALS,
    **UPDATE_REFUSALS,
}


def refusal_sentence(refusal: InputRefused) -> str:
    """Say which file was not used and why, that nothing was changed, and what to do."""
    make = REFUSALS.get(refusal.reason)
    # a reason without a sentence fails a test; an officer still learns what is safe
    reason = (
        make(dict(refusal.facts))
        if make is not None
        else tr("Reason: {code}.", code=refusal.reason)
    )
    if refusal.path is None:
        return reason
    return tr(
        "{file} was not used, and nothing was changed. {reason}",
        file=refusal.path.name,
        reason=reason,
    )
