"""A desk's stick with a newer version of the program, and an office that looks at it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from desktop.handoff.bundle import Sender, sign_openly
from desktop.handoff.frame import BundleKind
from desktop.handoff.update_content import Installer, Update, write_update
from desktop.handoff.updates import Here
from desktop.program_form import Form, installer_name
from tests.desktop.handoff.parties import DESK, OFFICE, address, party, trust_of

CURRENT, NEWER = "0.1.0", "0.2.0"
NEWS = ("In thẻ nhanh hơn.", "Sửa lỗi khi nhập danh sách.")


def bytes_of(form: Form) -> bytes:
    """Invent an installer."""
    return f"{form} installer ".encode() * 1000


def an_installer(form: Form = Form.WINDOWS, version: str = NEWER, **fields: Any) -> Installer:
    data = bytes_of(form)
    defaults: dict[str, Any] = {
        "form": form,
        "file": installer_name(form, version),
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    return Installer(**(defaults | fields))


def an_update(version: str = NEWER, *forms: Form, **fields: Any) -> Update:
    installers = tuple(an_installer(form, version) for form in forms or Form)
    return Update(**({"version": version, "news": NEWS, "installers": installers} | fields))


def signed(update: Update, number: int = 1, sender: Sender | None = None) -> bytes:
    """Sign a description, as the desk where nobody else is named."""
    where = address(kind=BundleKind.UPDATE, recipient="", subject="", number=number)
    return sign_openly(where, write_update(update), sender or party(DESK))


def put_update(
    stick: Path, update: Update | None = None, number: int = 1, sender: Sender | None = None
) -> Path:
    """Write a description with its installers; the path of the description comes back."""
    stick.mkdir(parents=True, exist_ok=True)
    told = update or an_update()
    for one in told.installers:
        (stick / one.file).write_bytes(bytes_of(one.form))
    path = stick / f"ban-moi-{told.version}.hoinghi"
    path.write_bytes(signed(told, number, sender))
    return path


def here(**fields: Any) -> Here:
    """What an office on Windows holds a description against."""
    defaults: dict[str, Any] = {
        "version": CURRENT,
        "form": Form.WINDOWS,
        "trust": trust_of(OFFICE, DESK),
        "above": frozenset((DESK, OFFICE)),
    }
    return Here(**(defaults | fields))


def quiet(_done: int, _total: int) -> None:
    """Hear nothing of progress."""
