"""Where a live store may lie: on a fixed disk of this machine that nothing synchronises."""

from __future__ import annotations

import sys
from pathlib import Path

from db.errors import StoreMisplaced

_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")
_NETWORK = frozenset(("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.gvfsd-fuse"))
_REMOVABLE = frozenset(("vfat", "exfat", "msdos", "iso9660", "udf"))
_MOUNTS = Path("/proc/self/mounts")


def check_place(folder: Path, mounts: Path = _MOUNTS) -> None:
    """Refuse a folder where locks do not hold, or which may be gone or overwritten at any time.

    Raises:
        StoreMisplaced: the cause is `synchronised`, `network` or `removable`.
    """
    names = [part.casefold() for part in folder.absolute().parts]
    if any(name.startswith(_SYNCHRONISED) for name in names):
        raise StoreMisplaced(folder, "synchronised")
    if cause := _kind_of_drive(folder, mounts):
        raise StoreMisplaced(folder, cause)


if sys.platform == "win32":

    def _kind_of_drive(folder: Path, _mounts: Path) -> str:
        import ctypes  # noqa: PLC0415 - only Windows has what is asked

        kinds = {2: "removable", 4: "network", 5: "removable"}
        return kinds.get(ctypes.windll.kernel32.GetDriveTypeW(folder.absolute().anchor), "")

else:

    def _kind_of_drive(folder: Path, mounts: Path) -> str:
        resolved = folder.resolve()
        held_by, kind = Path("/"), ""
        for line in mounts.read_text("utf-8").splitlines() if mounts.exists() else ():
            _, mount, file_system = line.split(" ")[:3]
            # the system writes a blank in a path as an octal escape
            point = Path(mount.replace("\\040", " "))
            if resolved.is_relative_to(point) and len(point.parts) >= len(held_by.parts):
                held_by, kind = point, file_system
        if kind in _NETWORK:
            return "network"
        return "removable" if kind in _REMOVABLE else ""
