"""The interface language: English source texts, looked up in the catalogue at show time."""

from __future__ import annotations

import gettext
from enum import StrEnum

from desktop.paths import resource

DOMAIN = "hoinghi"


class Language(StrEnum):
    """A language the interface speaks."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: Language) -> None:
    """Use this language for every text looked up from now on."""
    global _catalogue  # noqa: PLW0603 - a process shows one language at a time
    if language is Language.ENGLISH:
        _catalogue = gettext.NullTranslations()
        return
    with resource("translations", language, f"{DOMAIN}.mo").open("rb") as compiled:
        _catalogue = gettext.GNUTranslations(compiled)


def tr(source: str, **values: object) -> str:
    """Translate an interface text and fill the fields it names in braces."""
    text = _catalogue.gettext(source)
    return text.format(**values) if values else text
