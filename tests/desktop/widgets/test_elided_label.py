"""The label for one long line."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.widgets.elided_label import ElidedLabel

PATH = "/home/vanphong/Tài liệu/Hội nghị tuyên dương <b>điển hình</b> & tiên tiến xã Bình Hòa"


def test_the_middle_gives_way_and_comes_back(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(200, 30)
    with qtbot.waitExposed(label):
        label.show()
    label.show_text(PATH)
    assert label.text().startswith("/home")
    assert label.text().endswith("Hòa")
    assert len(label.text()) < len(PATH)
    assert label.whole_text == label.accessibleName() == PATH
    label.resize(label.sizeHint().width() + 40, 30)
    assert label.text() == PATH


def test_it_gives_way_to_its_neighbours(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(PATH)
    assert label.minimumSizeHint().width() < 100 < label.sizeHint().width()
