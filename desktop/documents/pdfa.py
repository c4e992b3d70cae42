"""The last step of every PDF: made PDF/A-2b, which archives accept (ISO 19005-2)."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from msgspec import Struct
from PIL import ImageCms

PRODUCER = "Hoinghi"
_ENDS_IN_RETURN = b"\r\nendstream"

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
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class Metadata(Struct, frozen=True, kw_only=True):
    """What a PDF says of itself; the instant is aware."""

    title: str
    author: str
    language: str
    made_at: datetime


def finish(data: bytes, metadata: Metadata) -> bytes:
    """Add metadata, output intent and language; equal input gives equal bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        made_at = metadata.made_at.replace(microsecond=0)
        stamp = made_at.strftime("%Y%m%d%H%M%S") + made_at.strftime("%z")
        pdf.trailer.Info = pdf.make_indirect(
            pikepdf.Dictionary(
                Title=metadata.title,
                Author=metadata.author,
                Creator=PRODUCER,
                Producer=PRODUCER,
                CreationDate=f"D:{stamp[:-2]}'{stamp[-2:]}'",
                ModDate=f"D:{stamp[:-2]}'{stamp[-2:]}'",
            )
        )
        xmp = _XMP.format(
            title=escape(metadata.title),
            author=escape(metadata.author),
            language=metadata.language,
            producer=PRODUCER,
            date=made_at.isoformat(),
        )
        pdf.Root.Metadata = pdf.make_stream(
            xmp.encode("utf-8"), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        pdf.Root.Lang = metadata.language
        if pikepdf.Name.ViewerPreferences not in pdf.Root:
            pdf.Root.ViewerPreferences = pikepdf.Dictionary()
        pdf.Root.ViewerPreferences.DisplayDocTitle = True
        pdf.Root.OutputIntents = pikepdf.Array([_output_intent(pdf)])
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Write the file so that no stream ends in a carriage return, as one in 256 does by chance.

    A reader takes that byte and the line feed before `endstream` for one end of line, and misses a
    byte of the stated length (ISO 19005-2, 6.1.7.1).
    """
    data = _written(pdf, pikepdf.ObjectStreamMode.generate)
    if _ENDS_IN_RETURN not in data:
        return data
    with pikepdf.open(BytesIO(data)) as written:
        for thing in written.objects:
            if isinstance(thing, pikepdf.Stream) and thing.read_raw_bytes().endswith(b"\r"):
                # what follows the end of deflated data is ignored
                thing.write(thing.read_raw_bytes() + b"\n", filter=pikepdf.Name.FlateDecode)
        # without streams of objects, which only the writer makes
        return _written(written, pikepdf.ObjectStreamMode.disable)


def _written(pdf: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    output = BytesIO()
    pdf.save(output, deterministic_id=True, min_version="1.7", object_stream_mode=mode)
    return output.getvalue()


def _output_intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    profile = pdf.make_stream(_srgb_profile(), N=3, Alternate=pikepdf.Name.DeviceRGB)
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB",
            Info="sRGB IEC61966-2.1",
            DestOutputProfile=profile,
        )
    )


@cache
def _srgb_profile() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)  # the instant of its making, which would differ every time
    profile[24:30] = bytes((0x07, 0xE9, 0, 1, 0, 1))  # 2025-01-01
    return bytes(profile)
