"""What an office has without this program: gLabels, and a merge in LibreOffice, where installed.

Both get the same people, photos and digits and draw less: no group patterns, no text that is
fitted into its box. The merge of LibreOffice is done for it beforehand, so that only the drawing
of its document is timed.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import segno

from db.records import ConferenceFile, Delegate
from desktop.documents.badges.code import badge_digits

TIMEOUT_S = 120  # far beyond what is asked of ours; a merge of thousands may never end
_UNTURNED = 'a0="1" a1="0" a2="0" a3="1" a4="0" a5="0"'
_LABEL = """<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
 <Template brand="Bench" part="A6" size="A4" description="four A6">
  <Label-rectangle id="0" width="105mm" height="148mm" round="0mm" x_waste="0mm" y_waste="0mm">
   <Layout nx="2" ny="2" x0="0mm" y0="0.5mm" dx="105mm" dy="148mm"/>
  </Label-rectangle>
 </Template>
 <Objects id="0" rotate="False">
  <Object-box {matrix} x="6mm" y="50mm" w="92mm" h="11mm" line_width="0pt" fill_color="0xb01e28ff"/>
  {texts}
  <Object-image {matrix} x="10mm" y="103mm" w="25.5mm" h="34mm" field="photo"/>
  <Object-barcode {matrix} x="75mm" y="106mm" w="19mm" h="19mm"
   backend="libqrencode" style="IEC18004" text="False" checksum="True"
   color="0x000000ff" field="code"/>
 </Objects>
 <Merge type="Text/Comma/Line1Keys" src="{source}"/>
 <Data/>
</Glabels-document>
"""
_TEXT = (
    '<Object-text {matrix} x="10mm" y="{y}mm" w="85mm" h="{h}mm" valign="top" auto_shrink="True" '
    'align="center" justify="Center">'
    '<Span font_family="Liberation Sans" font_size="{size}" font_weight="Bold" '
    'color="0x000000ff">{what}</Span></Object-text>'
)
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin="0mm"/></style:page-layout>
<style:style style:name="new" style:family="paragraph"><style:paragraph-properties
 fo:break-before="page"/></style:style>
<style:style style:name="big" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-size="22pt" fo:font-weight="bold"
 style:font-name="Liberation Serif"/></style:style>
<style:style style:name="mid" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-size="11pt"
 style:font-name="Liberation Sans"/></style:style>
<style:style style:name="fr" style:family="graphic"><style:graphic-properties
 style:horizontal-pos="from-left" style:horizontal-rel="page" style:vertical-pos="from-top"
 style:vertical-rel="page" style:wrap="run-through" draw:stroke="none" draw:fill="none"/>
</style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"/>
</office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


def has_glabels() -> bool:
    """Tell whether gLabels is here, and a screen for it that nobody sees."""
    return bool(shutil.which("glabels-3-batch") and shutil.which("xvfb-run"))


def has_libreoffice() -> bool:
    """Tell whether LibreOffice is here."""
    return bool(shutil.which("soffice"))


def prepare_glabels(file: ConferenceFile, photos: dict[str, Path], folder: Path) -> list[str]:
    """Write a label and its list; give the command that prints them."""
    source = folder / "people.csv"
    with source.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["name", "post", "unit", "number", "code", "photo"])
        for each in file.delegates:
            number = f"{each.badge_number:03}"
            photo = str(photos.get(each.photo_id, ""))
            rows.writerow([each.name, each.post, each.unit, number, _digits(each), photo])
    texts = [
        _TEXT.format(
            matrix=_UNTURNED, y=24, h=18, size=13, what="HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN"
        ),
        *(
            _TEXT.format(matrix=_UNTURNED, y=y, h=h, size=size, what=f'<Field name="{field}"/>')
            for field, y, h, size in (
                ("name", 62, 18, 22),
                ("post", 80, 8, 12),
                ("unit", 90, 9, 11),
                ("number", 110, 12, 24),
            )
        ),
    ]
    label = folder / "people.glabels"
    label.write_text(
        _LABEL.format(texts="\n".join(texts), source=source, matrix=_UNTURNED), encoding="utf-8"
    )
    printed = folder / "glabels.pdf"
    return ["xvfb-run", "-a", "glabels-3-batch", "-i", str(source), "-o", str(printed), str(label)]


def prepare_libreoffice(file: ConferenceFile, photos: dict[str, Path], folder: Path) -> list[str]:
    """Write the merged document; give the command that turns it into a PDF."""
    parts: list[str] = []
    for index, each in enumerate(file.delegates):
        x, y = index % 2 * 105, index // 2 % 2 * 148
        page = index // 4 + 1
        code = BytesIO()
        segno.make(_digits(each), error="h", micro=False).save(code, kind="png", scale=6)
        code_path = folder / f"code-{index}.png"
        code_path.write_bytes(code.getvalue())
        parts += [
            _frame(page, x + 9, y + 24, 87, 18, _line("mid", "HỘI NGHỊ TUYÊN DƯƠNG")),
            _frame(page, x + 9, y + 62, 87, 18, _line("big", each.name)),
            _frame(page, x + 9, y + 81, 87, 18, _line("mid", each.post) + _line("mid", each.unit)),
            _frame(page, x + 37, y + 108, 35, 12, _line("big", f"{each.badge_number:03}")),
            _image(page, x + 73, y + 104, 24, 24, code_path),
        ]
        if each.photo_id in photos:
            parts.append(_image(page, x + 10, y + 103, 25.5, 34, photos[each.photo_id]))
    pages = '<text:p text:style-name="new"/>' * (-(-len(file.delegates) // 4) - 1)
    source = folder / "people.fodt"
    body = "".join(parts) + "<text:p/>" + pages
    source.write_text(_PAGE.format(body=body), encoding="utf-8")
    profile = (folder / "profile").as_uri()
    return [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]


def run(command: list[str]) -> bool:
    """Run a peer; tell whether it came to an end in time."""
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired:
        return False
    return True


def _digits(delegate: Delegate) -> str:
    return badge_digits(delegate.conference_id, delegate.badge_number or 0)


def _line(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def _frame(page: int, x: float, y: float, width: float, height: float, inside: str) -> str:
    return (
        f'<draw:frame draw:style-name="fr" text:anchor-type="page" text:anchor-page-number="{page}"'
        f' svg:x="{x}mm" svg:y="{y}mm" svg:width="{width}mm" svg:height="{height}mm">'
        f"<draw:text-box>{inside}</draw:text-box></draw:frame>"
    )


def _image(page: int, x: float, y: float, width: float, height: float, path: Path) -> str:
    return (
        f'<draw:frame draw:style-name="fr" text:anchor-type="page" text:anchor-page-number="{page}"'
        f' svg:x="{x}mm" svg:y="{y}mm" svg:width="{width}mm" svg:height="{height}mm">'
        f'<draw:image xlink:href="{escape(path.as_uri())}" xlink:type="simple"/></draw:frame>'
    )
