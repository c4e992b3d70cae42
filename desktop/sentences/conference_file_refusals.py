"""Why a conference file is refused."""

from __future__ import annotations

from desktop.conference_file import ConferenceFileRefusal
from desktop.language import tr
from desktop.sentences.reading_faults import reading_fault
from desktop.sentences.shown import Sentences, with_size
from desktop.sentences.value_faults import value_fault

CONFERENCE_FILE_REFUSALS: Sentences = {
    ConferenceFileRefusal.MISSING: lambda _: tr("The file is not there any more. Choose it again."),
    ConferenceFileRefusal.UNREADABLE: lambda facts: tr(
        "The file cannot be opened ({detail}). Check the disk or stick, then try again.",
        **facts | {"detail": reading_fault(facts["detail"])},
    ),
    ConferenceFileRefusal.TOO_BIG: lambda facts: tr(
        "A conference file has at most {limit}. Choose a conference file.", **with_size(facts)
    ),
    ConferenceFileRefusal.NOT_UTF8: lambda facts: tr(
        "It is not text in UTF-8 (byte {byte}). Ask the sender for the file again.", **facts
    ),
    ConferenceFileRefusal.NOT_JSON: lambda facts: tr(
        "It is not a conference file, or it was cut short: {detail}. Ask the sender for it again.",
        **facts | {"detail": reading_fault(facts["detail"])},
    ),
    ConferenceFileRefusal.TOO_DEEP: lambda _: tr(
        "Its parts are nested deeper than in any conference. Ask the sender for the file again."
    ),
    ConferenceFileRefusal.OTHER_FORMAT: lambda _: tr(
        "It is not a conference file. Choose one that this program has written."
    ),
    ConferenceFileRefusal.NEWER: lambda facts: tr(
        "It was written by a newer version of this program (format {value}). Install the newer"
        " version.",
        **facts,
    ),
    ConferenceFileRefusal.DOUBLE_KEY: lambda facts: tr(
        "The entry “{key}” stands twice in one place. Ask the sender for the file again.", **facts
    ),
    ConferenceFileRefusal.UNKNOWN_KEY: lambda facts: tr(
        "The entry {key} is unknown. Install the newest version, or ask for the file again.",
        **facts,
    ),
    ConferenceFileRefusal.MISSING_KEY: lambda facts: tr(
        "The entry {key} is missing. Ask the sender for the file again.", **facts
    ),
    ConferenceFileRefusal.WRONG_VALUE: lambda facts: tr(
        "The value at {key} is wrong: {detail}. Ask the sender for the file again.",
        **facts | {"detail": value_fault(facts["detail"])},
    ),
    ConferenceFileRefusal.CONTROL_CHARACTER: lambda facts: tr(
        "The text at {key} has an invisible control character. Retype that text.", **facts
    ),
    ConferenceFileRefusal.TEXT_TOO_LONG: lambda facts: tr(
        "The text at {key} is longer than {limit} characters. Shorten it.", **facts
    ),
    ConferenceFileRefusal.TOO_MANY: lambda facts: tr(
        "There is more at {key} than a conference holds (at most {limit}). Ask for the file again.",
        **facts,
    ),
    ConferenceFileRefusal.DOUBLE_ID: lambda facts: tr(
        "Two entries at {key} have the same mark ({value}). Ask the sender for the file again.",
        **facts,
    ),
    ConferenceFileRefusal.UNKNOWN_REFERENCE: lambda facts: tr(
        "The entry {key} points to something that is not in the file ({value}). Ask for it again.",
        **facts,
    ),
    ConferenceFileRefusal.WRONG_IMAGE: lambda facts: tr(
        "The picture at {key} is damaged or of an unknown kind. Ask the sender for the file again.",
        **facts,
    ),
    ConferenceFileRefusal.WRONG_DATE: lambda facts: tr(
        "The date at {key} does not exist ({value}). Correct it.", **facts
    ),
}
