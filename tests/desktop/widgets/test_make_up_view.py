"""The make-up of the list, drawn and said."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.rules.make_up_report import Share
from desktop.sentences.make_up import Chapter, Gauged
from desktop.widgets.make_up_view import MakeUpView
from desktop.widgets.palettes import Colour
from desktop.widgets.share_bar import ShareBar
from desktop.widgets.theme import colour_of

WOMEN = Gauged("Nữ", Share(1, 4, 1), "1 trên 4 người, 1 người chưa rõ")
MEN = Gauged("<b>Nam</b>", Share(2, 4), "2 trên 4 người")


def test_each_figure_has_a_title_a_bar_and_its_words(qtbot: QtBot) -> None:
    view = MakeUpView()
    qtbot.addWidget(view)
    view.show_chapters((Chapter("Họ là ai", (WOMEN, MEN), ("Cao tuổi nhất: A",)),))
    assert view.texts == [
        "Nữ: 1 trên 4 người, 1 người chưa rõ",
        "<b>Nam</b>: 2 trên 4 người",
        "Cao tuổi nhất: A",
    ]
    bar = view.rows[0][1]
    assert bar.share == WOMEN.share
    assert (bar.accessibleName(), bar.accessibleDescription()) == (WOMEN.title, WOMEN.words)


def test_other_figures_of_the_same_shape_use_the_same_widgets(qtbot: QtBot) -> None:
    view = MakeUpView()
    qtbot.addWidget(view)
    view.show_chapters((Chapter("Họ là ai", (WOMEN,)),))
    before = view.rows
    view.show_chapters((Chapter("Họ là ai", (MEN,)),))
    assert view.rows is before
    view.show_chapters((Chapter("Họ là ai", (MEN, WOMEN)), Chapter("Tuổi", (MEN,))))
    assert len(view.rows) == 3
    view.show_chapters(())
    assert view.texts == []


def test_a_bar_shows_what_is_counted_and_what_is_not_known(qtbot: QtBot) -> None:
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(200, bar.sizeHint().height())
    bar.show_share("Nữ", Share(1, 2, 1), "")
    picture = bar.grab().toImage()
    assert picture.pixelColor(50, 7) == colour_of(Colour.ACCENT)
    right = {picture.pixelColor(x, 7).name() for x in range(110, 195)}
    assert len(right) > 1, "hatched"
    bar.show_share("Nữ", Share(0, 0), "")
    assert bar.grab().toImage().pixelColor(50, 7) == colour_of(Colour.PAPER)
    assert bar.minimumSizeHint().width() < bar.sizeHint().width()
