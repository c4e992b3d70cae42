"""The words that Qt itself brings, in Vietnamese."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.language import Language, spoken
from desktop.paths import resource


def translate_qt() -> None:
    """Give Qt's own buttons and dialogs their Vietnamese words, where that is the language."""
    if spoken() is not Language.VIETNAMESE:
        return
    from PySide6.QtCore import QTranslator  # noqa: PLC0415 - of no use to the home window

    application = QApplication.instance()
    translator = QTranslator(application)
    if application is not None and translator.load(str(resource("translations", "qtbase_vi.qm"))):
        application.installTranslator(translator)
