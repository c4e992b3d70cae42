"""Why a newer version of the program on a stick is not installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.handoff.update_content import UpdateRefusal
from desktop.language import tr
from desktop.program_form import Form
from desktop.sentences.shown import Sentences, with_size

_FORMS: Mapping[str, Callable[[], str]] = {
    Form.WINDOWS: lambda: tr("Windows"),
    Form.PORTABLE: lambda: tr("the portable form"),
    Form.DEBIAN: lambda: tr("Debian and Ubuntu"),
}

UPDATE_REFUSALS: Sentences = {
    UpdateRefusal.LINK: lambda facts: tr(
        "“{file}” is no file itself but leads elsewhere, as nothing on an honest stick does. Ask"
        " the desk for another stick.",
        **facts,
    ),
    UpdateRefusal.DESCRIPTION_TOO_BIG: lambda facts: tr(
        "The description of a version has at most {limit}. Ask the desk where it comes from.",
        **with_size(facts),
    ),
    UpdateRefusal.OTHER_KIND: lambda _: tr(
        "It is a bundle of another kind. Open it where bundles are handed over."
    ),
    UpdateRefusal.UNKNOWN_SENDER: lambda facts: tr(
        "It is signed by “{name}”, whose keys are not known here. Take the keys over first, under"
        " “Hand over”, and compare the fingerprint {fingerprint} with the printed form.",
        **facts,
    ),
    UpdateRefusal.NOT_ABOVE: lambda facts: tr(
        "It is signed by “{name}”, to whom you do not hand over. Only those above you, and you"
        " yourself, may give a version of the program. Ask your desk about it.",
        **facts,
    ),
    UpdateRefusal.NAME: lambda facts: tr(
        "It names a file “{file}”, as no installer of this program is called. Ask the desk where it"
        " comes from.",
        **facts,
    ),
    UpdateRefusal.DOUBLED: lambda facts: tr(
        "Two installers are for the same system, the second is “{file}”. One of each is enough.",
        **facts,
    ),
    UpdateRefusal.SAME: lambda facts: tr(
        "It brings version {version}, which you have already.", **facts
    ),
    UpdateRefusal.OLDER: lambda facts: tr(
        "It brings version {version}; yours, {current}, is newer and stays.", **facts
    ),
    UpdateRefusal.FROM_SOURCES: lambda facts: tr(
        "It brings version {version}, but here the program runs from its sources, and there is"
        " nothing that an installer could replace.",
        **facts,
    ),
    UpdateRefusal.OTHER_FORM: lambda facts: tr(
        "It brings version {version} for another system: {forms}. Ask the desk for the installer"
        " for yours.",
        version=facts["version"],
        forms=_form_names(str(facts["forms"])),
    ),
    UpdateRefusal.MISSING: lambda facts: tr(
        "The installer “{file}” does not lie beside it. Copy both from the desk's stick.", **facts
    ),
    UpdateRefusal.SIZE: lambda facts: tr(
        "The installer “{file}” has {size} bytes, and {expected} were signed: it was cut short or"
        " changed. Ask the desk for a new copy.",
        **facts,
    ),
    UpdateRefusal.UNREADABLE: lambda facts: tr(
        "The installer “{file}” cannot be read ({detail}). Plug the stick in again, or use another"
        " copy.",
        **facts,
    ),
    UpdateRefusal.HASH: lambda facts: tr(
        "The installer “{file}” is not the one that was signed: do not start it by hand. Tell the"
        " desk, and ask for a new copy.",
        **facts,
    ),
    UpdateRefusal.NO_INSTALLER: lambda facts: tr(
        "“{file}” is not called as an installer of this program is. Do not rename what the"
        " installers' build gives.",
        **facts,
    ),
    UpdateRefusal.VERSIONS: lambda facts: tr(
        "The installers are of two versions, {one} and {other}. Choose those of one.", **facts
    ),
    UpdateRefusal.NEWS: lambda facts: tr(
        "What is new is told in 1 to 60 lines of at most 300 letters each, without signs that are"
        " not seen ({detail}).",
        **facts,
    ),
}


def _form_names(forms: str) -> str:
    return ", ".join(_FORMS[one]() if one in _FORMS else one for one in forms.split(","))
