"""An empty Word file that holds our styles and nothing of python-docx's template."""

from __future__ import annotations

from datetime import UTC, datetime

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE

from desktop.documents.blocks import Document
from desktop.documents.docx.ooxml import w, writable
from desktop.documents.docx.styles import LANGUAGE, defaults, styles
from desktop.documents.pdfa import PRODUCER

_WORD_URI = "http://schemas.microsoft.com/office/word"
_LONGEST_PROPERTY = 255  # of python-docx
_TODAY = 15  # Word 2013 and later; without it Word opens the file as one of an older version
# pictures, second styles and fonts of the template
_NOT_OURS = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}


def blank_file(document: Document, made_at: datetime) -> WordFile:
    """Make the file that a paper's blocks are put into."""
    file = docx.Document()
    for relations in (file.part.rels, file.part.package.rels):
        for identity in [key for key, one in relations.items() if one.reltype in _NOT_OURS]:
            del relations[identity]
    _write_styles(file)
    _write_settings(file)
    _write_properties(file, document, made_at)
    return file


def _write_styles(file: WordFile) -> None:
    root = file.styles.element
    root.clear()
    root.append(defaults())
    root.extend(styles())


def _write_settings(file: WordFile) -> None:
    root = file.settings.element
    root.clear()
    root.append(w("zoom", percent=100))
    root.append(w("defaultTabStop", val=720))
    compatible = w("compatSetting", name="compatibilityMode", uri=_WORD_URI, val=_TODAY)
    root.append(w("compat", compatible))
    root.append(w("themeFontLang", val=LANGUAGE))
    root.append(w("decimalSymbol", val=","))
    root.append(w("listSeparator", val=";"))


def _write_properties(file: WordFile, document: Document, made_at: datetime) -> None:
    properties = file.core_properties
    properties.title, properties.author = (
        writable(text)[:_LONGEST_PROPERTY] for text in (document.title, document.author)
    )
    properties.last_modified_by = PRODUCER
    properties.language = LANGUAGE
    properties.comments = properties.keywords = ""
    properties.revision = 1
    properties.created = properties.modified = made_at.astimezone(UTC).replace(tzinfo=None)
