"""Why a picture is refused."""

from __future__ import annotations

from desktop.language import tr
from desktop.sentences.shown import Sentences, with_size

PICTURE_REFUSALS: Sentences = {
    "file-unreadable": lambda _: tr(
        "The file cannot be opened. Check that it is still there and may be read."
    ),
    "file-too-large": lambda facts: tr(
        "The file is larger than {limit}. Choose a smaller one.", **with_size(facts)
    ),
    "too-many-files": lambda facts: tr(
        "The folder holds more than {limit} files. Choose a smaller one.", **facts
    ),
    "photo-format-unknown": lambda _: tr("It is not a picture in JPEG or PNG. Choose one."),
    "photo-too-many-pixels": lambda facts: tr(
        "The picture has more than {limit} million pixels. Choose a smaller one.",
        limit=int(str(facts["limit"])) // 1_000_000,
    ),
    "photo-too-big": lambda facts: tr(
        "The picture is larger than {limit}. Save a smaller one and choose that.",
        **with_size(facts),
    ),
    "photo-unreadable": lambda _: tr("The picture is damaged. Choose another one."),
}
