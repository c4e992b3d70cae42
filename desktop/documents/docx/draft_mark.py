"""The mark DỰ THẢO behind the text of every page: a shape in its head, as Word makes one."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.decree30 import DRAFT_MARK
from desktop.documents.docx.ooxml import FONT

_WIDTH_PT, _HEIGHT_PT = 460, 120
_SHAPE = f"""
<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"
     xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
        path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
        <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="rect"/>
      <v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="{{name}}" type="#_x0000_t136" fillcolor="#e0e0e0" stroked="f"
        style="position:absolute;margin-left:0;margin-top:0;width:{_WIDTH_PT}pt;\
height:{_HEIGHT_PT}pt;rotation:305;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:page;\
mso-position-vertical:center;mso-position-vertical-relative:page">
      <v:textpath style="font-family:&quot;{FONT}&quot;;font-size:1pt;font-weight:bold"
          string="{DRAFT_MARK}"/>
    </v:shape>
  </w:pict>
</w:r>"""


def draft_mark(name: str) -> BaseOxmlElement:
    """Make the run that holds the shape; each shape of a file has a name of its own."""
    mark: BaseOxmlElement = parse_xml(_SHAPE.format(name=name))
    return mark
