"""Why a badge design, a sheet of labels or the digits of a badge are refused."""

from __future__ import annotations

from desktop.language import tr
from desktop.sentences.shown import Sentences, with_size

BADGE_REFUSALS: Sentences = {
    "badge-file-unreadable": lambda _: tr(
        "The file cannot be opened. Check that it is still there and may be read."
    ),
    "badge-file-too-large": lambda facts: tr(
        "A badge design has at most {limit}. Choose a badge design.", **with_size(facts)
    ),
    "badge-file-wrong": lambda facts: tr(
        "The design is wrong: {detail}. Correct that place.", **facts
    ),
    "badge-file-not-toml": lambda facts: tr(
        "It is not written as a badge design: {detail}. Correct that place.", **facts
    ),
    "badge-file-long-line": lambda facts: tr(
        "Line {line} is far longer than a badge design needs. Break it up.", **facts
    ),
    "layout-colour": lambda facts: tr(
        "{place} names a colour that the design does not have. Add the colour or name another.",
        **facts,
    ),
    "layout-contrast": lambda facts: tr(
        "The text of {place} is too close in colour to its ground to be read. Set them further"
        " apart.",
        **facts,
    ),
    "layout-outside": lambda facts: tr(
        "{place} reaches over the edge of the card. Move it in or make it smaller.", **facts
    ),
    "layout-slot": lambda facts: tr(
        "{place} lies where the card is punched. Move it away from the slot.", **facts
    ),
    "layout-text": lambda facts: tr(
        "The letters of {place} cannot be set in their box at a readable size. Enlarge the box.",
        **facts,
    ),
    "layout-code": lambda facts: tr(
        "The code of {place} is too small or too crowded to be read back. Give it more room.",
        **facts,
    ),
    "sheet-too-wide": lambda _: tr(
        "The cards are wider than the sheet. Take away a column or use a larger sheet."
    ),
    "sheet-too-high": lambda _: tr(
        "The cards are higher than the sheet. Take away a row or use a larger sheet."
    ),
    "sheet-card-size": lambda facts: tr(
        "The design “{layout}” and the sheet “{sheet}” have cards of different sizes. Choose a"
        " sheet for this design.",
        **facts,
    ),
    "badge-layout-unknown": lambda facts: tr(
        "There is no badge design “{value}”. Name a file, or one of: {known}.", **facts
    ),
    "badge-sheet-unknown": lambda facts: tr(
        "There is no sheet “{value}”. Name a file, or one of: {known}.", **facts
    ),
    "sheet-start": lambda facts: tr(
        "There is no place {start} on this sheet: it has {places}. Give the first free place.",
        **facts,
    ),
    "layout-fold": lambda _: tr(
        "The card is folded but has no back. Give it a back, or do not fold it."
    ),
    "layout-background": lambda facts: tr(
        "The file named in {place} must lie in the folder of the design. Put it there and give its"
        " name alone.",
        **facts,
    ),
    "background-missing": lambda facts: tr(
        "The background “{file}” is not beside the design or cannot be opened. Put it there.",
        **facts,
    ),
    "background-too-large": lambda facts: tr(
        "The background “{file}” is larger than {limit}. Make it smaller.", **with_size(facts)
    ),
    "background-unreadable": lambda facts: tr(
        "The background “{file}” is neither a picture nor a PDF that can be read. Choose another.",
        **facts,
    ),
    "background-page": lambda facts: tr(
        "The background “{file}” has no page {page}: it has {pages}. Choose another page.", **facts
    ),
    "blank-number-taken": lambda facts: tr(
        "Number {number} is a delegate's. Begin the blank badges with a higher number.", **facts
    ),
    "blank-number-high": lambda facts: tr(
        "Badge numbers end with {limit}, and {number} is beyond. Begin the blank badges with a"
        " lower number.",
        **facts,
    ),
    "printer-fit": lambda facts: (
        tr("No printer is so far off across the paper. Measure A and C on the test page again.")
        if facts["place"] == "across"
        else tr("No printer is so far off down the paper. Measure B and D on the test page again.")
    ),
    "badge-code-letters": lambda facts: tr(
        "“{text}” is not the number of a badge: it has other characters than digits. Type the"
        " digits under the code.",
        **facts,
    ),
    "badge-code-length": lambda facts: tr(
        "“{text}” is not the number of a badge: it should have {expected} digits. Type all digits"
        " under the code.",
        **facts,
    ),
    "badge-code-check": lambda facts: tr(
        "“{text}” has a digit mistyped or two exchanged. Compare it with the badge.", **facts
    ),
}
