"""A desk on a real store, under a plan that names its communes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.province import Province
from desktop.models.workspace import Workspace
from desktop.rules.installed import to_store
from tests.builders import an_office
from tests.desktop.handoff.a_province import a_plan
from tests.desktop.handoff.parties import DESK
from tests.hands import delete_now


@pytest.fixture
def province(workspace: Workspace, qapp: QApplication) -> Iterator[Province]:
    """Open the store of a desk."""
    workspace.store.offices.save(an_office(id=DESK, name="Sở Nội vụ tỉnh Đắk Lắk"))
    workspace.store.rule_packs.install(to_store(a_plan()))
    workspace.is_desk = True
    opened = Province(workspace)
    opened.choose_plan("binh-hoa-2024")
    yield opened
    delete_now(opened)
