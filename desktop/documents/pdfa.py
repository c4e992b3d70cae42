"""The last step of every PDF: made PDF/A-2b, which archives accept (ISO 19005-2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
from msgspec import Struct
from PIL import ImageCms

PRODUCER = "Hoinghi"
_PIECE_BYTES = 1_000_000
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
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_CLAIM = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
"""


class Metadata(Struct, frozen=True, kw_only=True):
    """What a PDF says of itself; the instant is aware."""

    title: str
    author: str
    language: str
    made_at: datetime


def finish(data: bytes, metadata: Metadata) -> bytes:
    """Add metadata, output intent and language; equal input gives equal bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _complete(pdf, metadata, is_archival=True)
        output = BytesIO()
        _save(pdf, output, pikepdf.ObjectStreamMode.generate)
    data = output.getvalue()
    if _ENDS_IN_RETURN not in data:
        return data
    with pikepdf.open(BytesIO(data)) as pdf:
        mended = BytesIO()
        _mend_returns(pdf)
        _save(pdf, mended, pikepdf.ObjectStreamMode.disable)
        return mended.getvalue()


def finish_file(
    source: Path,
    target: Path,
    metadata: Metadata,
    amend: Callable[[pikepdf.Pdf], None],
    *,
    is_archival: bool,
) -> None:
    """Do the same from file to file, so that a large one is never held whole.

    Args:
        source: what was drawn.
        target: written anew.
        metadata: as of finish.
        amend: told the open PDF first, to put into it what was not drawn.
        is_archival: whether the file claims to be PDF/A, which nobody can say of foreign pages.

    Raises:
        OSError: a file cannot be read or written.
    """
    # a file that is mapped into memory counts as memory, all of it
    with pikepdf.open(source, access_mode=pikepdf.AccessMode.stream) as pdf:
        amend(pdf)
        _complete(pdf, metadata, is_archival=is_archival)
        _mend_returns(pdf)
        _save(pdf, target, pikepdf.ObjectStreamMode.disable)
    if not _has_returns(target):
        return
    mended = target.with_name(f".{target.name}.mended")
    try:
        with pikepdf.open(
            target, access_mode=pikepdf.AccessMode.stream
        ) as pdf:  # what the writer compressed itself
            _mend_returns(pdf)
            _save(pdf, mended, pikepdf.ObjectStreamMode.disable)
        mended.replace(target)
    finally:
        mended.unlink(missing_ok=True)


def _complete(pdf: pikepdf.Pdf, metadata: Metadata, *, is_archival: bool) -> None:
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
        claim=_CLAIM if is_archival else "",
    )
    pdf.Root.Metadata = pdf.make_stream(
        xmp.encode("utf-8"), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
    pdf.Root.Lang = metadata.language
    if pikepdf.Name.ViewerPreferences not in pdf.Root:
        pdf.Root.ViewerPreferences = pikepdf.Dictionary()
    pdf.Root.ViewerPreferences.DisplayDocTitle = True
    pdf.Root.OutputIntents = pikepdf.Array([_output_intent(pdf)])


def _has_returns(path: Path) -> bool:
    """Tell whether a stream ends in a carriage return, as one in 256 does by chance.

    A reader takes that byte and the line feed before `endstream` for one end of line, and misses a
    byte of the stated length (ISO 19005-2, 6.1.7.1).
    """
    last = b""
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE_BYTES):
            if _ENDS_IN_RETURN in last + piece:
                return True
            last = piece[1 - len(_ENDS_IN_RETURN) :]
    return False


def _mend_returns(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != pikepdf.Name.Image:
            data = thing.read_raw_bytes()
            if data.endswith(b"\r"):
                # what follows the end of deflated data is ignored
                thing.write(data + b"\n", filter=pikepdf.Name.FlateDecode)


def _save(pdf: pikepdf.Pdf, target: Path | BytesIO, mode: pikepdf.ObjectStreamMode) -> None:
    """Write the file; streams of objects are made by the writer only, and cannot be mended."""
    pdf.save(target, deterministic_id=True, min_version="1.7", object_stream_mode=mode)


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
