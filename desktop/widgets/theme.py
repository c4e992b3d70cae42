"""The visual language of every window: a palette at a time, one spacing scale, one type scale."""

from __future__ import annotations

import sys
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.paths import resource
from desktop.widgets.palettes import DARK, HIGH_CONTRAST, LIGHT, Colour, Palette
from desktop.widgets.style_sheet import style_sheet

GAP = 8  # logical px between things that belong together
SPACE = 16  # between groups
MARGIN = 24  # around a page

# The sheet builds on this style. An argument of QApplication, because to name a style in Python
# loads all its enums, a twentieth of the start.
STYLE_ARGUMENTS = ("-style", "fusion")

BASE_POINTS = 11.0
SMALL_POINTS = 10.0
_POINTS = {"base": BASE_POINTS, "title": 16.0, "heading": 12.5, "small": SMALL_POINTS}
_TICK_PX, _CHEVRON_PX = 16, 12
_DARK_BELOW = 128  # of 255, the lightness of a ground

TEXT_SIZES = (100, 110, 125, 150, 175, 200)  # percent


class Look(StrEnum):
    """What the officer chose; the value is kept in the store."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class _Worn:
    """What all windows wear."""

    def __init__(self) -> None:
        self.family = ""
        self.look = Look.SYSTEM
        self.text_percent = TEXT_SIZES[0]
        self.shown = Look.LIGHT
        self.system_wants_contrast = False


_worn = _Worn()
_PALETTES: dict[Look, Palette] = {
    Look.LIGHT: LIGHT,
    Look.DARK: DARK,
    Look.CONTRAST: HIGH_CONTRAST,
}


def colour_of(colour: Colour) -> QColor:
    """Give a colour of the palette that is worn."""
    return QColor(_PALETTES[_worn.shown][colour])


def scaled(px: float) -> int:
    """Give a length that holds text, in logical pixels, at the text size that is worn."""
    return round(px * _worn.text_percent / 100)


def unscaled(px: int) -> int:
    """Give a length as it is at the usual size of text."""
    return round(px * 100 / _worn.text_percent)


def look() -> Look:
    """Give what was chosen."""
    return _worn.look


def text_percent() -> int:
    """Give the text size that is worn."""
    return _worn.text_percent


def apply(application: QApplication) -> None:
    """Dress the application for the first time: bundled font, text as it is, as the system is."""
    families = []
    for face in ("Regular", "Bold"):
        number = QFontDatabase.addApplicationFont(
            str(resource("fonts", f"LiberationSans-{face}.ttf"))
        )
        families += QFontDatabase.applicationFontFamilies(number)
    _worn.family = families[0] if families else application.font().family()
    _worn.look, _worn.text_percent = Look.SYSTEM, TEXT_SIZES[0]
    _dress()


def wear(look: Look, text_percent: int) -> None:
    """Dress every window, open or not, as chosen; text in one of `TEXT_SIZES`."""
    if (look, text_percent) != (_worn.look, _worn.text_percent):
        _worn.look, _worn.text_percent = look, text_percent
        _dress_anew()


def follow_system() -> None:
    """Change with the system's colours from now on, as long as nothing else is chosen."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - every enum of Qt, of no use to the start

    def look_again() -> None:
        hints = _application().styleHints()  # held: what it gives away lives no longer in Python
        wish = hints.accessibility().contrastPreference()
        _worn.system_wants_contrast = wish is Qt.ContrastPreference.HighContrast
        if _worn.look is Look.SYSTEM and _system_look() is not _worn.shown:
            _dress_anew()

    hints = _application().styleHints()
    hints.colorSchemeChanged.connect(look_again)
    hints.accessibility().contrastPreferenceChanged.connect(look_again)
    look_again()


def _system_look() -> Look:
    """Tell dark from light by the ground that the style would paint; that names no enum of Qt."""
    if _worn.system_wants_contrast:
        return Look.CONTRAST
    application = _application()
    # undressed, the application wears what the style would; to ask the style itself costs the
    # start a thirtieth
    is_dressed = bool(application.styleSheet())
    palette = application.style().standardPalette() if is_dressed else application.palette()
    ground = palette.color(QPalette.ColorRole.Window)
    return Look.DARK if ground.lightness() < _DARK_BELOW else Look.LIGHT


def _dress_anew() -> None:
    from desktop.widgets.icons import put_icons_anew  # noqa: PLC0415 - of no use to the start
    from desktop.widgets.inks import ink_anew  # noqa: PLC0415

    _dress()
    ink_anew()
    put_icons_anew()


def _dress() -> None:
    application = _application()
    _worn.shown = _system_look() if _worn.look is Look.SYSTEM else _worn.look
    factor = _worn.text_percent / 100
    font = QFont(_worn.family)
    font.setPointSizeF(BASE_POINTS * factor)
    application.setFont(font)
    application.setPalette(_palette())
    values = {str(name): colour for name, colour in _PALETTES[_worn.shown].items()}
    values |= {name: f"{points * factor:g}" for name, points in _POINTS.items()}
    tick = scaled(_TICK_PX)
    values |= {
        "tick": str(tick),
        "chevron": str(scaled(_CHEVRON_PX)),
        "half_tick": str(tick // 2),
        "folder": resource("icons").as_posix(),
        "ground_kind": "light" if _worn.shown is Look.LIGHT else "dark",
        "family": _worn.family,
    }
    application.setStyleSheet(style_sheet(values, is_windows=sys.platform == "win32"))


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError(application)
    return application


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: Colour.GROUND,
        roles.WindowText: Colour.INK,
        roles.Base: Colour.PAPER,
        roles.AlternateBase: Colour.BAND,
        roles.Text: Colour.INK,
        roles.Button: Colour.PAPER,
        roles.ButtonText: Colour.INK,
        roles.BrightText: Colour.INK,
        roles.Highlight: Colour.ACCENT,
        roles.HighlightedText: Colour.ON_ACCENT,
        roles.ToolTipBase: Colour.TIP,
        roles.ToolTipText: Colour.INK,
        roles.PlaceholderText: Colour.MUTED,
        roles.Link: Colour.ACCENT,
        roles.LinkVisited: Colour.ACCENT,
    }.items():
        palette.setColor(role, colour_of(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour_of(Colour.FAINT))
    return palette
