"""Why a bundle from the stick is refused, or a receipt, or its code."""

from __future__ import annotations

from desktop.handoff.down_content import DownRefusal
from desktop.handoff.receipts import ReceiptRefusal
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.stick_reader import StopReason
from desktop.language import tr
from desktop.sentences.shown import Facts, Sentences, with_size
from desktop.sentences.value_faults import value_fault

BUNDLE_REFUSALS: Sentences = {
    BundleRefusal.UNREADABLE: lambda facts: tr(
        "The file cannot be read ({detail}). Plug the stick in again, or use another copy.", **facts
    ),
    BundleRefusal.TOO_BIG: lambda facts: tr(
        "A bundle has at most {limit}. Ask the sender to leave pictures or papers out.",
        **with_size(facts),
    ),
    BundleRefusal.NOT_A_BUNDLE: lambda _: tr(
        "It is not a bundle of this program. Choose a file that was handed over with it."
    ),
    BundleRefusal.SEAL_HEADER: lambda _: tr(
        "Its seal is made as no honest sender makes it. Do not open it elsewhere; ask the sender"
        " where the file comes from."
    ),
    BundleRefusal.NOT_FOR_US: lambda _: tr(
        "It is sealed for somebody else, so it cannot be read here. Give it to its receiver, or"
        " ask the sender to seal it for you."
    ),
    BundleRefusal.DAMAGED: lambda _: tr(
        "It was cut short or changed on its way. Ask for a new copy; the sender still has it."
    ),
    BundleRefusal.OTHER_CONTENT: lambda _: tr(
        "It is sealed for you, but another program made what is inside. Open it with that program."
    ),
    BundleRefusal.NEWER: lambda facts: tr(
        "A newer version of this program made it (format {value}). Install the newer version.",
        **facts,
    ),
    BundleRefusal.HEADER: lambda facts: tr(
        "What it says of itself cannot be understood ({detail}). Ask the sender for it again.",
        **_with_fault(facts),
    ),
    BundleRefusal.SIGNATURE: lambda _: tr(
        "Its signature does not hold: somebody changed it after it was signed. Ask the sender for"
        " it again, and where it has been."
    ),
    BundleRefusal.UNSEALED: lambda _: tr(
        "What only its receiver may read was not sealed, or what is for everybody was. Ask the"
        " sender to make it anew with this program."
    ),
    BundleRefusal.OTHER_KEY: lambda _: tr(
        "It is signed with another key than the one this office is known by. Ring the office up:"
        " if it has new keys, compare their fingerprint with the signed form and enter them."
    ),
    BundleRefusal.REVOKED_KEY: lambda facts: tr(
        "It is signed with key number {number} of the office, which was revoked. Ask the office to"
        " seal it with its new keys.",
        **facts,
    ),
    BundleRefusal.OTHER_RECIPIENT: lambda _: tr(
        "It is addressed to another office, although you can open it. Tell the sender."
    ),
    BundleRefusal.HASH: lambda _: tr(
        "Its content is not the one that was signed. Ask the sender for it again."
    ),
    BundleRefusal.ARCHIVE: lambda _: tr(
        "Its content is packed as this program never packs it. Ask the sender for it again."
    ),
    BundleRefusal.TOO_MUCH: lambda facts: tr(
        "It holds more than any conference does ({member}, at most {limit}). Ask the sender for it"
        " again.",
        **facts,
    ),
    BundleRefusal.MANIFEST: lambda facts: tr(
        "Its list of contents does not agree with what is in it ({member}). Ask the sender for it"
        " again.",
        **facts,
    ),
    BundleRefusal.CONTENT: lambda facts: tr(
        "What is in it does not make sense: {member}, {detail}. Ask the sender for it again.",
        **_with_fault(facts),
    ),
    StopReason.STOPPED: lambda _: tr(
        "Checking it took more time or memory than any honest bundle does, so that was stopped. Ask"
        " the sender for it again, and do not open it elsewhere."
    ),
}


def _with_fault(facts: Facts) -> Facts:
    # where in the file it stands is for programmers
    return facts | {"detail": value_fault(str(facts["detail"]).partition(" - at ")[0])}


_FOR_ANOTHER = {
    "quota": lambda: tr("a number of places"),
    "remark": lambda: tr("a remark"),
    "receipt": lambda: tr("a receipt"),
}

DOWN_REFUSALS: Sentences = {
    DownRefusal.OLDER: lambda facts: tr(
        "Its number {number} is older than number {known}, which is in force here and stays so. Ask"
        " for the newest.",
        **facts,
    ),
    DownRefusal.FORK: lambda facts: tr(
        "Number {number} is here already with other content, and that one stays in force. Ask the"
        " desk which of the two counts; it has to send the right one under a new number.",
        **facts,
    ),
    DownRefusal.OTHER_OFFICE: lambda facts: tr(
        "It holds {what} for another office. Nothing of it was used; tell the desk.",
        what=_FOR_ANOTHER[str(facts["what"])]()
        if facts["what"] in _FOR_ANOTHER
        else str(facts["what"]),
    ),
    DownRefusal.PACK: lambda facts: tr(
        "The plan {member} in it is not sound. Ask the desk for it again.", **facts
    ),
    DownRefusal.NOT_DOWN: lambda _: tr(
        "It is the conference of an office, on its way to a desk. Open it with “hoinghi province”."
    ),
    DownRefusal.UPDATE: lambda _: tr(
        "It tells of a newer version of this program. Look for it with “About this program”."
    ),
    ReceiptRefusal.SIGNATURE: lambda _: tr(
        "The receipt is not signed by the desk it names. Ask the desk for it again."
    ),
    ReceiptRefusal.CODE_LENGTH: lambda facts: tr(
        "A check code has {expected} digits; this has {count} characters. Type all four groups.",
        **facts,
    ),
    ReceiptRefusal.CODE_CHECK: lambda _: tr(
        "A digit of the check code is mistyped, or two are exchanged. Have it read out again."
    ),
    ReceiptRefusal.CODE_OTHER: lambda _: tr(
        "The check code belongs to another bundle. Tell the desk the number of yours, and have its"
        " code read out."
    ),
}
