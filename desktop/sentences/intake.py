"""What is said of the bundles on a stick: how each stands, what happens with it, what was taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.handoff.intake import IntakeRow, IntakeState
from desktop.handoff.scan import Scan, SignKind
from desktop.language import tr
from desktop.sentences.refusals import refusal_sentence

_SIGNS_NAMED = 3

_STATES: Mapping[IntakeState, Callable[[], str]] = {
    IntakeState.NEW: lambda: tr("✔ new"),
    IntakeState.NEWER: lambda: tr("✔ newer"),
    IntakeState.OLDER: lambda: tr("older"),
    IntakeState.SAME: lambda: tr("the same again"),
    IntakeState.FORK: lambda: tr("! same number, other content"),
    IntakeState.UNKNOWN_SENDER: lambda: tr("? unknown office"),
    IntakeState.OWN: lambda: tr("our own"),
    IntakeState.FROM_ABOVE: lambda: tr("from the level above"),
    IntakeState.NOT_FOR_US: lambda: tr("not for us"),
    IntakeState.BROKEN: lambda: tr("✖ broken"),
}
_HAPPENS: Mapping[IntakeState, Callable[[], str]] = {
    IntakeState.NEW: lambda: tr("It is taken over: the first of this conference."),
    IntakeState.NEWER: lambda: tr("It is taken over and counts from now on; the older is kept."),
    IntakeState.OLDER: lambda: tr("It is kept beside the newer one, which still counts."),
    IntakeState.SAME: lambda: tr("It is here already: nothing changes, its receipt is the same."),
    IntakeState.FORK: lambda: tr(
        "Both are kept. Ask the office which one it means, then choose it in the consolidated view."
    ),
    IntakeState.UNKNOWN_SENDER: lambda: tr(
        "It waits until you have compared the fingerprint with the printed form."
    ),
    IntakeState.OWN: lambda: tr("You sealed it yourself: nothing happens with it."),
    IntakeState.FROM_ABOVE: lambda: tr(
        "It came down to you: open it where your own office takes over what comes back."
    ),
}
_TAKEN: Mapping[IntakeState, Callable[[], str]] = {
    IntakeState.NEW: lambda: tr("✔ taken over"),
    IntakeState.NEWER: lambda: tr("✔ taken over, counts from now on"),
    IntakeState.OLDER: lambda: tr("✔ kept beside the newer one"),
    IntakeState.SAME: lambda: tr("✔ was here already"),
    IntakeState.FORK: lambda: tr("! kept; which of the two counts is to be chosen"),
}


def intake_state_name(state: IntakeState) -> str:
    """Name how a bundle stands."""
    return _STATES[state]()


def intake_happens(row: IntakeRow) -> str:
    """Say what will happen with a bundle, or why nothing will."""
    if row.refused is not None:
        return refusal_sentence(row.refused.error(row.path))
    return _HAPPENS[row.state]()


def intake_outcome(row: IntakeRow) -> str:
    """Say what became of a bundle."""
    if row.bundle_id is not None:
        return _TAKEN[row.state]()
    return tr("not taken: {why}", why=intake_happens(row))


def intake_summary(rows: Sequence[IntakeRow]) -> str:
    """Say how many there are and how many of them are good."""
    if not rows:
        return tr("There is no bundle of this program on the stick. Nothing was written.")
    good = sum(row.is_good for row in rows)
    unknown = sum(row.state is IntakeState.UNKNOWN_SENDER for row in rows)
    text = tr(
        "{count} bundles; {good} can be taken over. Nothing was written yet.",
        count=len(rows),
        good=good,
    )
    if unknown:
        waiting = tr("{count} wait for their fingerprint to be compared.", count=unknown)
        text = f"{text} {waiting}"
    return text


def taken_summary(rows: Sequence[IntakeRow], left: int) -> str:
    """Say how many were taken over, and how many were not."""
    taken = sum(row.bundle_id is not None for row in rows)
    text = tr("{count} bundles were taken over and are stored.", count=taken)
    if left:
        rest = tr("{count} were not taken; the table says why.", count=left)
        text = f"{text} {rest}"
    return text


def scan_warning(scan: Scan | None) -> str:
    """Warn of what viruses leave on a stick, and of what was not looked at."""
    if scan is None:
        return ""
    said = []
    if scan.signs:
        named = "; ".join(sorted({_SIGNS[sign.kind]() for sign in scan.signs}))
        files = ", ".join(_file_name(sign.path) for sign in scan.signs[:_SIGNS_NAMED])
        said.append(
            tr(
                "The stick may carry a virus ({named}: {files}). None of that was opened; have the"
                " stick checked, and tell its owner.",
                named=named,
                files=files,
            )
        )
    if scan.is_cut:
        said.append(tr("The stick holds more than was looked through: hand over a folder of it."))
    if scan.unreadable:
        count = len(scan.unreadable)
        said.append(tr("{count} folders could not be opened.", count=count))
    return " ".join(said)


_SIGNS: Mapping[SignKind, Callable[[], str]] = {
    SignKind.AUTORUN: lambda: tr("it starts a program by itself"),
    SignKind.MIMIC: lambda: tr("a program named like a folder"),
    SignKind.DOUBLE_ENDING: lambda: tr("a program named like a document"),
}


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
