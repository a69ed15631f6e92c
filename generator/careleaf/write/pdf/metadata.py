"""A piece's title, publisher, language and date in; the document's metadata out.

XMP with the PDF/UA identifier (ISO 14289-1 and -2, clause 5), the catalog's language and the wish
to see the title in the window. Dates come from the topic, or SOURCE_DATE_EPOCH, never the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from html import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFString

from careleaf.model.deck import Deck
from careleaf.model.leaflet import Leaflet
from careleaf.write.pdf.canvas import TaggedCanvas
from careleaf.write.pdf.options import Ua

_PRODUCER = "Careleaf"
_IDENTIFIED: dict[Ua, str] = {
    1: "<pdfuaid:part>1</pdfuaid:part>",
    2: """<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>
<rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>
</rdf:Bag></pdfd:declarations>""",
}
"""What says that a file keeps to ISO 14289-1:2014; or to ISO 14289-2:2024 and to what the PDF
Association's "Well-Tagged PDF" asks for accessibility and reuse."""


def describe(canvas: TaggedCanvas, piece: Leaflet | Deck) -> None:
    """Put metadata into the canvas's document."""
    document = canvas.document
    moment = _moment(piece)
    canvas.setTitle(piece.title)
    canvas.setAuthor("")
    canvas.setSubject(piece.subtitle)
    canvas.setCreator(_PRODUCER)
    canvas.setProducer(_PRODUCER)
    stamp = moment.strftime("D:%Y%m%d%H%M%S+00'00'")
    canvas.setDateFormatter(lambda *_: stamp)
    catalog = document.Catalog
    catalog.Lang = PDFString(piece.language)
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # No Direction R2L: PDFium then reads every line in Latin letters, such as a source's title or a
    # dose, from its last word to its first.
    packet = _packet(piece, moment, _IDENTIFIED[canvas.ua]).encode("utf-8")
    catalog.Metadata = XMP(creator=lambda _: packet)


def _moment(piece: Leaflet | Deck) -> datetime:
    """When the document says it was made."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC)
    return datetime(piece.written.year, piece.written.month, piece.written.day, tzinfo=UTC)


def _packet(piece: Leaflet | Deck, moment: datetime, identified: str) -> str:
    iso = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    language = escape(piece.language)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(piece.title)}</rdf:li></rdf:Alt>
</dc:title>
<dc:publisher><rdf:Bag><rdf:li>{escape(piece.publisher)}</rdf:li></rdf:Bag></dc:publisher>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(piece.subtitle)}</rdf:li></rdf:Alt>
</dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{_PRODUCER}</pdf:Producer>
{identified}
<xmp:CreateDate>{iso}</xmp:CreateDate>
<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>
<xmp:ModifyDate>{iso}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
