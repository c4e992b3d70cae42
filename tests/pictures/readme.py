"""The pictures of the README: the window, the plan and a badge."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from db.records import WizardStep
from desktop.documents.export import render
from desktop.models.workspace import Workspace
from desktop.windows.conference_window import ConferenceWindow
from tests.builders import NOON
from tests.pictures.camera import page_picture, picture_of

_PAPER_WIDTH = 620
_BADGE_BOX = (0.0, 0.0, 0.5, 0.5)  # one badge of a sheet of four


def readme_pictures(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Show the window, the plan and a badge."""
    sample = workspace.add_sample()
    window = ConferenceWindow(workspace, sample)
    window.show()
    window.go_to(WizardStep.PROGRAMME)
    yield "window", picture_of(window)
    draft = workspace.open_draft(sample)
    snapshot = draft.snapshot(NOON)
    yield "plan", page_picture(render(snapshot, "plan").data, 0, _PAPER_WIDTH)
    sheet = page_picture(render(snapshot, "badges").data, 0, 2 * _PAPER_WIDTH)
    left, top, right, bottom = _BADGE_BOX
    yield (
        "badge",
        sheet.crop(
            (
                int(sheet.width * left),
                int(sheet.height * top),
                int(sheet.width * right),
                int(sheet.height * bottom),
            )
        ),
    )
