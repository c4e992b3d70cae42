"""Start: the window, or, with words after the name, the same work without one."""

from __future__ import annotations

import gc
import sys

from desktop.display import NoScreen, missing_screen, no_screen_sentence
from desktop.exit_code import ExitCode
from desktop.language import Language, speak


def main() -> int:
    """Run the program as its command line says; the exit code comes back."""
    if getattr(sys, "frozen", False):
        import multiprocessing  # noqa: PLC0415

        multiprocessing.freeze_support()  # the child process of a job goes no further
    arguments = sys.argv[1:]
    # imported where needed: neither way of starting waits for what only the other one uses
    if arguments:
        from desktop.cli import run_command  # noqa: PLC0415

        return run_command(arguments)
    reason = missing_screen()
    if reason is not None:
        _say_no_screen(reason)
        return ExitCode.NO_SCREEN
    gc.disable()  # nothing is garbage yet; desktop.app turns it on when the start is over
    # once Qt is there it reads the source of every module that is loaded, so these go first
    import db.store  # noqa: F401, PLC0415
    import desktop.event_log  # noqa: PLC0415
    import desktop.people.list_keys  # noqa: PLC0415
    import desktop.sentences.store  # noqa: PLC0415
    import desktop.widgets.keepsakes  # noqa: PLC0415
    import desktop.widgets.palettes  # noqa: PLC0415
    import desktop.widgets.style_sheet  # noqa: F401, PLC0415
    from desktop.app import run_window  # noqa: PLC0415

    return run_window()


def _say_no_screen(reason: NoScreen) -> None:
    """Say it in every language: nobody was asked yet which one they read."""
    for language in Language:
        speak(language)
        sys.stderr.write(f"{no_screen_sentence(reason)}\n")


if __name__ == "__main__":
    sys.exit(main())
