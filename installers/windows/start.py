"""The first lines of Python in the installed program; the launcher calls `start`."""

from __future__ import annotations

import os
import sys


def start() -> None:
    """Run the program and end the process with its exit code."""
    sys.frozen = "windows"  # type: ignore[attr-defined]  # how Python knows an installed program
    sys.argv[0] = sys.executable
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # without a console there is nowhere to write to
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    try:
        from desktop.__main__ import main  # noqa: PLC0415 - a fault in it is said below
    except ImportError as error:
        _say_unsound(error)
        sys.exit(6)
    sys.exit(main())


def _say_unsound(error: ImportError) -> None:
    """Say it by Windows itself, because nothing of the program can be relied on."""
    import ctypes  # noqa: PLC0415 - a sound start does without

    sentence = (
        f"Chương trình bị thiếu tệp ({error.name}). Dữ liệu của bạn vẫn an toàn: "
        "hãy chạy lại bộ cài đặt để sửa chữa.\n\n"
        f"The program lacks a file ({error.name}). Your data is safe: "
        "run the installer again to repair it."
    )
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, sentence, "Hoinghi", 0x10)
