"""Elements of WordprocessingML, made in one line each; lengths are in points until here."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.fonts import REPLACEMENT
from desktop.documents.ink import visible

FONT = "Times New Roman"  # what offices have; the PDF's Liberation Serif has the same widths
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TWIPS_PER_PT = 20
_HALVES_PER_PT = 2


def w(name: str, /, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """Make an element of the main namespace; attributes are of the same namespace."""
    element: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(children)
    return element


def twips(length_pt: float) -> int:
    """Turn points into twentieths, which Word counts lengths in."""
    return round(length_pt * _TWIPS_PER_PT)


def half_points(size_pt: float) -> int:
    """Turn points into halves, which Word counts sizes of type in."""
    return round(size_pt * _HALVES_PER_PT)


def text(characters: str) -> BaseOxmlElement:
    """Make the text of a run; its spaces stay."""
    element = w("t")
    element.text = writable(characters)
    element.set(qn("xml:space"), "preserve")
    return element


def writable(characters: str) -> str:
    """Take out what nobody can see, and put a box for what XML cannot hold."""
    return _NOT_XML.sub(REPLACEMENT, visible(characters))
