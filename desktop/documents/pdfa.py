"""A canvas whose pages are written as PDF/A-2b, which archives accept (ISO 19005-2)."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import BinaryIO
from xml.sax.saxutils import escape

from msgspec import Struct
from PIL import ImageCms
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFStream, PDFText
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.pdf_file import write_file

PRODUCER = "Hoinghi"

# For the whole process, as ReportLab has it: streams as bytes, not as letters, which are a quarter
# longer and slow, and no remarks between the objects.
rl_config.useA85 = 0
rl_config.pdfComments = 0

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
{subject}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_SUBJECT = """<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>\
</dc:description>
"""

_CLAIM = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
"""


class Metadata(Struct, frozen=True, kw_only=True):
    """What a PDF says of itself; the instant is aware."""

    title: str
    author: str
    language: str
    made_at: datetime
    subject: str = ""


class ArchiveCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """A canvas for pages that are to be archived; equal calls give equal bytes."""

    def __init__(self, font: str, page_pt: tuple[float, float] = A4) -> None:
        """Begin a file.

        Args:
            font: one that is drawn with; ReportLab names it on every page, and would else name
                Helvetica, which is not embedded.
            page_pt: width and height of the first page.
        """
        super().__init__(
            None, pagesize=page_pt, invariant=1, pageCompression=1, initialFontName=font
        )
        self._preferences = {"DisplayDocTitle": "true"}
        self._pictures: dict[Hashable, str] = {}

    def setViewerPreference(self, pref: str, value: str) -> None:  # noqa: N802 - ReportLab's name
        """Ask the reader of the file for something, the value written as PDF has it."""
        self._preferences[pref] = value

    def draw_picture(
        self,
        key: Hashable,
        make: Callable[[], PDFObject],
        corner: tuple[float, float],
        size: tuple[float, float],
    ) -> None:
        """Draw a picture, which is in the file once however often it is drawn.

        Args:
            key: tells pictures apart.
            make: called the first time to make the object of the file.
            corner: where its bottom left corner comes, in points.
            size: its width and height on the page, in points.
        """
        name = self._pictures.get(key)
        if name is None:
            name = self._pictures[key] = f"picture-{len(self._pictures)}"
            self._doc.addForm(name, make())
        (x, y), (width, height) = corner, size
        self.addLiteral(f"q {width:.4f} 0 0 {height:.4f} {x:.4f} {y:.4f} cm")
        self.doForm(name)
        self.addLiteral("Q")

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End a page, and pack its content at once: a file of thousands is held until written."""
        super().showPage()
        page = self._doc.Pages[-1]
        packed = zlib.compress(page.stream.encode())
        page.Contents = PDFStream(PDFDictionary({"Filter": "/FlateDecode"}), packed)
        page.stream = None

    def written(self, metadata: Metadata) -> bytes:
        """Give the file of the ended pages; the canvas must not be used afterwards."""
        stream = BytesIO()
        self.write(stream, metadata)
        return stream.getvalue()

    def write(self, stream: BinaryIO, metadata: Metadata, *, is_archival: bool = True) -> None:
        """Write the file of the ended pages; the canvas must not be used afterwards.

        Args:
            stream: an empty file.
            metadata: what the file says of itself.
            is_archival: whether it claims to be PDF/A, which nobody can say of foreign pages.

        Raises:
            OSError: the file cannot be written.
        """
        document = self._doc
        for font in document.delayedFonts:
            font.addObjects(document)
        root = PDFDictionary(
            {
                "Type": "/Catalog",
                "Pages": document.Reference(document.Pages),
                "Lang": _text(metadata.language),
                "ViewerPreferences": PDFDictionary(self._preferences),
                "Metadata": _xmp(metadata, _CLAIM if is_archival else ""),
                "OutputIntents": PDFArray([_output_intent()]),
            }
        )
        write_file(document, stream, root, _info(metadata))


def _info(metadata: Metadata) -> PDFObject:
    made_at = metadata.made_at
    zone = made_at.strftime("%z")
    date = f"D:{made_at.strftime('%Y%m%d%H%M%S')}{zone[:3]}'{zone[3:5]}'"
    said = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    if metadata.subject:
        said["Subject"] = metadata.subject
    dates = dict.fromkeys(("CreationDate", "ModDate"), f"({date})")
    return PDFDictionary({key: _text(text) for key, text in said.items()} | dates)


def _text(text: str) -> PDFObject:
    return PDFText(f"\ufeff{text}", enc="utf-16-be")


def _xmp(metadata: Metadata, claim: str) -> PDFObject:
    xmp = _XMP.format(
        title=escape(metadata.title),
        author=escape(metadata.author),
        subject=_SUBJECT.format(escape(metadata.subject)) if metadata.subject else "",
        language=metadata.language,
        producer=PRODUCER,
        date=metadata.made_at.replace(microsecond=0).isoformat(),
        claim=claim,
    )
    named = PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"})
    return PDFStream(named, xmp.encode("utf-8"))


def _output_intent() -> PDFObject:
    profile = PDFDictionary({"N": 3, "Alternate": "/DeviceRGB", "Filter": "/FlateDecode"})
    return PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": "(sRGB)",
            "Info": "(sRGB IEC61966-2.1)",
            "DestOutputProfile": PDFStream(profile, _srgb_profile()),
        }
    )


@cache
def _srgb_profile() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)  # the instant of its making, which would differ every time
    profile[24:30] = bytes((0x07, 0xE9, 0, 1, 0, 1))  # 2025-01-01
    return zlib.compress(bytes(profile))
