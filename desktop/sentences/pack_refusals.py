"""Why a rule pack is refused."""

from __future__ import annotations

from desktop.language import tr
from desktop.sentences.reading_faults import reading_fault
from desktop.sentences.shown import Facts, Sentences, with_size
from desktop.sentences.value_faults import value_fault


def _wrong_value(facts: Facts) -> str:
    facts = facts | {"detail": value_fault(facts["detail"])}
    if facts["key"] == "-":  # the pack as a whole
        return tr("The rule pack is wrong: {detail}. Correct that.", **facts)
    return tr("The rule pack is wrong at {key}: {detail}. Correct that place.", **facts)


PACK_REFUSALS: Sentences = {
    "pack-file-missing": lambda _: tr("There is no such file. Choose a rule pack."),
    "pack-file-unreadable": lambda facts: tr(
        "It cannot be read: {detail}. Copy it elsewhere and try again.",
        **facts | {"detail": reading_fault(facts["detail"])},
    ),
    "pack-unknown-id": lambda facts: tr(
        "No rule pack with the program is called “{value}”. There are: {known}. A pack of your own"
        " is named by its file.",
        **facts,
    ),
    "pack-too-big": lambda facts: tr(
        "A rule pack has at most {limit}. Choose a rule pack.", **with_size(facts)
    ),
    "pack-not-utf8": lambda facts: tr(
        "It is not text in UTF-8 (byte {byte}). Save it as UTF-8, or ask for it again.", **facts
    ),
    "pack-not-toml": lambda facts: tr(
        "It is not written as a rule pack: {detail}. Correct that place, or ask for it again.",
        **facts | {"detail": reading_fault(facts["detail"])},
    ),
    "pack-long-line": lambda facts: tr(
        "Line {line} is longer than {limit} characters. Break it up, or ask for it again.", **facts
    ),
    "pack-too-deep": lambda facts: tr(
        "Its parts are nested deeper than {limit} levels. Ask for it again.", **facts
    ),
    "pack-control-character": lambda facts: tr(
        "The text at {key} has an invisible control character. Retype that text.", **facts
    ),
    "pack-wrong-value": _wrong_value,
    "pack-double-id": lambda facts: tr(
        "“{value}” stands twice, the second time at {key}. Give each its own name.", **facts
    ),
    "pack-reversed": lambda facts: tr(
        "The span at {key} ends before it begins ({value}). Correct its ends.", **facts
    ),
    "pack-window-open": lambda facts: tr(
        "The window “{value}” at {key} has neither a first nor a last day. Give one of them.",
        **facts,
    ),
    "pack-share-over-one": lambda facts: tr(
        "The share at {key} is more than the whole ({value}). Correct it.", **facts
    ),
    "pack-deadline-day": lambda facts: tr(
        "The deadline “{value}” at {key} needs a day, or a number of days from the conference,"
        " and not both.",
        **facts,
    ),
    "pack-unknown-key": lambda facts: tr(
        "“{value}” at {key} names nothing in this pack. Use a name that the pack defines.",
        **facts,
    ),
    "pack-unit-of-other-level": lambda facts: tr(
        "The unit “{value}” at {key} is of another level, so the rule would never hold for it."
        " Name units of this level.",
        **facts,
    ),
    "pack-open-age": lambda facts: tr(
        "The trait “{value}” at {key} has neither a lowest nor a highest age. Give one of them.",
        **facts,
    ),
    "pack-units-in-a-ring": lambda facts: tr(
        "The unit “{value}” at {key} stands above itself. Correct the unit above it.", **facts
    ),
    "pack-limit-value": lambda facts: tr(
        "The limit “{value}” at {key} needs a number, unless the plan leaves it open.", **facts
    ),
    "pack-share-open": lambda facts: tr(
        "The share “{value}” at {key} cannot be left open. Take the rule out instead.", **facts
    ),
    "pack-quota-total": lambda facts: tr(
        "Places “{value}” at {key} are to be shared out, but there is no total. Give the total.",
        **facts,
    ),
    "pack-quota-floor": lambda facts: tr(
        "{value} places at {key} cannot be shared out: the least places of each unit take more,"
        " or no unit has a base. Correct the floor or the bases.",
        **facts,
    ),
    "pack-quota-sum": lambda facts: tr(
        "The places of the units do not add up to the total at {key} ({value}). Correct one.",
        **facts,
    ),
    "pack-version-taken": lambda facts: tr(
        "Version {version} of “{value}” is installed already with other rules; it was kept."
        " Ask for the pack under a new version.",
        **facts,
    ),
    "pack-stray-brace": lambda facts: tr(
        "A text at {key} has a brace without its other one: “{value}”. Write both, or none.",
        **facts,
    ),
    "pack-unknown-placeholder": lambda facts: tr(
        "A text under {key} has an unknown placeholder: “{value}”. Use one the format names.",
        **facts,
    ),
}
