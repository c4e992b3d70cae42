"""Styles of an OpenDocument sheet, as far as a list needs them: fonts, and sheets not shown."""

from __future__ import annotations

from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

_LONGEST_LINE_OF_PARENTS = 30


def local_names(attrs: AttributesImpl) -> dict[str, str]:
    """Give attributes by their names without prefixes; those of the standard win."""
    names: dict[str, str] = {}
    for name in attrs.getNames():
        prefix, _, local = name.rpartition(":")
        if local not in names or prefix in ("office", "table", "style", "fo"):
            names[local] = attrs.getValue(name)
    return names


class OpenStyles(ContentHandler):
    """Collects styles, from any part that has some.

    Attributes:
        hidden_tables: names of the styles of sheets that are not shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hidden_tables: set[str] = set()
        self._families: dict[str, str] = {}
        self._fonts: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._default = ""
        self._open: tuple[str, str] | None = None  # name and kind of the style being read

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        """Take what a style says."""
        tag = name.rpartition(":")[2]
        if tag == "font-face":
            values = local_names(attrs)
            family = values.get("font-family", "").strip("'\"")
            self._families[values.get("name", "")] = family
        elif tag in ("style", "default-style"):
            self._begin(tag, local_names(attrs))
        elif self._open is not None and tag == "text-properties":
            self._take_font(local_names(attrs))
        elif self._open is not None and local_names(attrs).get("display") == "false":
            self.hidden_tables.add(self._open[0])

    def endElement(self, name: str) -> None:  # noqa: N802
        """End a style."""
        if name.rpartition(":")[2] in ("style", "default-style"):
            self._open = None

    def font_of(self, style: str) -> str:
        """Name the font of a cell style, its own or that of a style it builds on."""
        for _ in range(_LONGEST_LINE_OF_PARENTS):
            if style in self._fonts:
                return self._fonts[style]
            if style not in self._parents:
                break
            style = self._parents[style]
        return self._default

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        style, family = values.get("name", ""), values.get("family", "")
        if tag == "default-style":
            self._open = ("", family)
            return
        self._open = (style, family)
        if family == "table-cell" and values.get("parent-style-name"):
            self._parents[style] = values["parent-style-name"]

    def _take_font(self, values: dict[str, str]) -> None:
        style, family = self._open or ("", "")
        named = self._families.get(values.get("font-name", ""), values.get("font-name", ""))
        font = named or values.get("font-family", "").strip("'\"")
        if not font or family != "table-cell":
            return
        if style:
            self._fonts[style] = font
        else:
            self._default = font
