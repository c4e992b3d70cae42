"""What is said of a newer version of the program: why it is refused, and what happens with it."""

from __future__ import annotations

import errno
import shlex
from collections.abc import Sequence
from pathlib import Path

from db.errors import StoreError
from desktop.atomic_file import NotWrittenBackError
from desktop.errors import InputRefused
from desktop.handoff.update_content import one_version
from desktop.handoff.update_writing import WrittenUpdate
from desktop.handoff.updates import Looked, Offer
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.program_form import Form
from desktop.sentences.intake import scan_warning
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.send_down import copy_words
from desktop.sentences.shown import shown_day, shown_size
from desktop.sentences.store import store_sentence, write_failure_sentence

_NAMED = 3  # of many


def nothing_found_sentence(looked: Looked) -> str:
    """Say why nothing on a stick can be installed."""
    if looked.refused:
        return " ".join(refusal_sentence(one.error()) for one in looked.refused[:_NAMED])
    if looked.scan.installers:
        files = ", ".join(Path(one).name for one in looked.scan.installers[:_NAMED])
        return tr(
            "There are installers on the stick ({files}), but nobody has signed what they are, so"
            " none of them is used. Ask the desk for the signed description that belongs to them.",
            files=files,
        )
    return tr("There is no newer version of the program on the stick. Nothing was changed.")


def stick_warning(looked: Looked) -> str:
    """Warn of what else was seen on the stick."""
    return scan_warning(looked.scan)


def looking_failure_sentence(error: Exception, path: Path) -> str:
    """Say why a stick or a description could not be read."""
    match error:
        case InputRefused():
            return refusal_sentence(error.of_file(path))
        case JobFailed():
            return job_sentence(error)
        case OSError():
            detail = error.strerror or type(error).__name__
            return tr("The stick does not answer ({detail}). Plug it in again.", detail=detail)
        case _:
            return tr("Nothing was installed ({detail}). Try again.", detail=type(error).__name__)


def copying_failure(error: Exception, offer: Offer) -> str:
    """Say why an installer was not copied to this computer."""
    match error:
        case InputRefused():
            return refusal_sentence(error.of_file(Path(offer.source)))
        case JobFailed():
            return job_sentence(error)
        case OSError():
            return write_failure_sentence(error, Path(offer.installer.file))
        case _:
            return tr("Nothing was installed ({detail}). Try again.", detail=type(error).__name__)


def backup_failure(error: StoreError) -> str:
    """Say that without a backup nothing is installed."""
    return tr(
        "No backup could be made, so the new version was not installed. {reason}",
        reason=store_sentence(error),
    )


def stopped_sentence() -> str:
    """Say what it means that the officer stopped."""
    return tr("Stopped. Nothing was installed, and nothing of yours was changed.")


def versions_line(offer: Offer, current: str) -> str:
    """Say from which version to which."""
    return tr("Version {current} → version {new}", current=current, new=offer.update.version)


def signer_lines(offer: Offer) -> tuple[str, str]:
    """Say who signed the description, and their fingerprint."""
    return (
        tr(
            "{name}, number {number}, on {day}",
            name=offer.sender.name,
            number=offer.number,
            day=shown_day(offer.sealed_on),
        ),
        offer.sender.fingerprint(),
    )


def file_line(offer: Offer) -> str:
    """Name the installer with its size."""
    installer = offer.installer
    return tr("{file} ({size})", file=installer.file, size=shown_size(installer.size))


def steps(form: Form) -> tuple[str, ...]:
    """Say, step by step, what happens once the officer presses."""
    copied = tr(
        "The installer is copied to this computer and compared with what was signed, byte by byte."
    )
    backed_up = tr("A backup of all your data is made and checked.")
    last = {
        Form.WINDOWS: lambda: (
            tr("This program closes. The installer opens and asks before it changes anything."),
            tr("Your conferences, lists and backups stay where they are."),
        ),
        Form.DEBIAN: lambda: (
            tr("You are shown the one command that installs it; it asks for an administrator."),
            tr("Your conferences, lists and backups stay where they are."),
        ),
        Form.PORTABLE: lambda: (
            tr("You unpack the new folder beside the old one yourself; nothing is started."),
            tr("Your conferences, lists and backups stay where they are."),
        ),
    }
    return (copied, backed_up, *last[form]())


def press_words(form: Form) -> str:
    """Word the button that begins."""
    if form is Form.WINDOWS:
        return tr("&Back up, close and install")
    return tr("&Back up and prepare")


def by_hand_sentence(form: Form, path: Path) -> str:
    """Say what the officer does with what was prepared."""
    if form is Form.DEBIAN:
        return tr(
            "All is prepared: the backup is made, and {file} is the one that was signed. Copy the"
            " command, close this program and run it in a terminal; or let the system's own"
            " installer open the file.",
            file=path.name,
        )
    return tr(
        "All is prepared: the backup is made, and {file} is the one that was signed. Close this"
        " program, unpack the file beside the folder you use now, and start Hoinghi.exe in the"
        " new folder. If a folder “hoinghi-data” lies in the old one, move it over first.",
        file=path.name,
    )


def install_command(path: Path) -> str:
    """Give the command that installs a package, to be typed as it is."""
    return f"sudo apt install {shlex.quote(str(path))}"


def update_written_sentence(written: WrittenUpdate) -> str:
    """Say that a version is ready to go down, and what is to be done with the stick."""
    said = (
        tr("Version {version}, number {number}.", version=written.version, number=written.number)
        if written.is_new
        else tr(
            "Version {version}, number {number} again.",
            version=written.version,
            number=written.number,
        )
    )
    rest = tr("Each file was read back and is the same. All of them travel together.")
    return f"{said} {rest}"


def chosen_installers_sentence(files: Sequence[str]) -> str:
    """Name the installers that go to the stick."""
    if not files:
        return tr("No installers are chosen yet.")
    version = one_version(files)
    return tr("Version {version}: {files}", version=version, files=", ".join(files))


def giving_failure(error: Exception) -> str:
    """Say why a version was not written to a stick."""
    match error:
        case InputRefused():
            return refusal_sentence(error)
        case JobFailed():
            return job_sentence(error)
        case NotWrittenBackError():
            return copy_words(-1)
        case OSError():
            return copy_words(error.errno or errno.EIO)
        case _:
            return tr("Nothing was signed ({detail}). Try again.", detail=type(error).__name__)


def not_closed_sentence() -> str:
    """Say that the program stays, because a window would not close."""
    return tr(
        "A window has something that could not be stored, so the program stays open and nothing was"
        " installed. Close that window first, then try again."
    )


def not_started_sentence(detail: str) -> str:
    """Say that an installer did not start after the program had closed."""
    return tr(
        "The installer did not start ({detail}). Nothing was changed: your data is safe, its backup"
        " is made, and the program you have still works.",
        detail=detail,
    )
