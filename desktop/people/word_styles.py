"""Styles of a Word document, as far as a list needs them: which font text is in."""

from __future__ import annotations

from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

_LONGEST_LINE_OF_PARENTS = 30


def value_of(attrs: AttributesImpl, *names: str) -> str:
    """Give the first of these attributes that is there, whatever its prefix."""
    by_name = {name.rpartition(":")[2]: attrs.getValue(name) for name in attrs.getNames()}
    return next((by_name[name] for name in names if name in by_name), "")


def font_named(attrs: AttributesImpl) -> str:
    """Give the font Latin letters are set in, of a `rFonts` element."""
    return value_of(attrs, "ascii", "hAnsi")


class WordStyles(ContentHandler):
    """Collects the styles of a document."""

    def __init__(self) -> None:
        super().__init__()
        self._fonts: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._default_font = ""
        self._default_style = ""
        self._style: str | None = None
        self._is_default = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        """Take what a style says."""
        tag = name.rpartition(":")[2]
        if tag == "style":
            self._style = value_of(attrs, "styleId")
            is_paragraph = value_of(attrs, "type") == "paragraph"
            if is_paragraph and value_of(attrs, "default") in ("1", "true"):
                self._default_style = self._style
        elif tag == "rPrDefault":
            self._is_default = True
        elif tag == "basedOn" and self._style is not None:
            self._parents[self._style] = value_of(attrs, "val")
        elif tag == "rFonts" and (font := font_named(attrs)):
            if self._is_default:
                self._default_font = font
            elif self._style is not None:
                self._fonts.setdefault(self._style, font)

    def endElement(self, name: str) -> None:  # noqa: N802
        """End a style."""
        tag = name.rpartition(":")[2]
        if tag == "style":
            self._style = None
        elif tag == "rPrDefault":
            self._is_default = False

    def font_of(self, style: str) -> str:
        """Name the font of text in a paragraph style; in the usual one when empty."""
        return self.own_font_of(style or self._default_style) or self._default_font

    def own_font_of(self, style: str) -> str:
        """Name the font a style or one it builds on names itself; empty when none does."""
        for _ in range(_LONGEST_LINE_OF_PARENTS):
            if style in self._fonts:
                return self._fonts[style]
            style = self._parents.get(style, "")
        return ""
