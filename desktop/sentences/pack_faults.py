"""What is wrong in a pack that is being written, said beside the field that mends it."""

from __future__ import annotations

from desktop.language import tr
from desktop.rules.unfinished import PackFault
from desktop.sentences.shown import Facts, Sentences


def fault_sentence(fault: PackFault) -> str:
    """Say what is wrong and what to do; where it is, the field beside it shows."""
    facts: Facts = {"value": fault.value, "least": fault.least, "most": fault.most}
    return PACK_FAULTS[fault.reason](facts)


PACK_FAULTS: Sentences = {
    # of values that are not there, or not what they should be
    "pack-missing": lambda _: tr("This is still missing. Fill it in."),
    "pack-long-text": lambda facts: tr(
        "This text is longer than {most} characters. Shorten it.", **facts
    ),
    "pack-wrong-key": lambda facts: tr(
        "“{value}” is no short name: only small letters without accents, digits and hyphens.",
        **facts,
    ),
    "pack-wrong-share": lambda facts: tr(
        "“{value}” is no share. Write it as 70% or as 1/3.", **facts
    ),
    "pack-wrong-month": lambda facts: tr("“{value}” is no month. Write it as 03/2030.", **facts),
    "pack-wrong-day": lambda facts: tr("“{value}” is no day. Write it as 20/03/2030.", **facts),
    "pack-wrong-number": lambda facts: tr(
        "“{value}” is no whole number from {least} to {most}. Correct it.", **facts
    ),
    "pack-wrong-choice": lambda facts: tr(
        "“{value}” cannot stand here. Choose one of the list.", **facts
    ),
    "pack-unknown-field": lambda facts: tr(
        "“{value}” is nothing that a rule pack has. Take it out.", **facts
    ),
    # of what parts say of one another
    "pack-double-id": lambda facts: tr(
        "The short name “{value}” stands twice. Give each its own.", **facts
    ),
    "pack-reversed": lambda facts: tr(
        "It ends before it begins ({value}). Correct one of the ends.", **facts
    ),
    "pack-window-open": lambda _: tr("It has neither a first nor a last day. Give one of them."),
    "pack-share-over-one": lambda facts: tr(
        "{value} is more than the whole. Give at most 100%.", **facts
    ),
    "pack-deadline-day": lambda _: tr(
        "A deadline needs a day, or a number of days, and not both. Fill in one of them."
    ),
    "pack-unknown-key": lambda facts: tr(
        "“{value}” is not in the pack any more. Choose something else, or take it out.", **facts
    ),
    "pack-unit-of-other-level": lambda facts: tr(
        "The unit “{value}” is of another level. Name units of this level.", **facts
    ),
    "pack-open-age": lambda _: tr("There is neither a lowest nor a highest age. Give one of them."),
    "pack-units-in-a-ring": lambda _: tr(
        "This unit stands above itself. Choose another unit above it."
    ),
    "pack-limit-value": lambda _: tr(
        "Give the number; leave it empty only where the number is left to the unit."
    ),
    "pack-share-open": lambda _: tr(
        "A share cannot be left open. Choose how it binds, or take the rule out."
    ),
    "pack-quota-total": lambda _: tr("Places are to be shared out. Give the number of all places."),
    "pack-quota-floor": lambda facts: tr(
        "{value} places cannot be shared out: the least places of each unit take more, or no unit"
        " has its part of the base. Correct one of them.",
        **facts,
    ),
    "pack-quota-sum": lambda facts: tr(
        "The places of the units do not add up to all places ({value}). Correct one of them.",
        **facts,
    ),
    "pack-stray-brace": lambda _: tr(
        "The text has a brace without its other one. Write both, or none."
    ),
    "pack-unknown-placeholder": lambda facts: tr(
        "The text has a placeholder that means nothing: {value}. Correct its name.",
        value=f"{{{facts['value']}}}",
    ),
}
