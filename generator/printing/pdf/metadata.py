"""What a file says of itself: title and maker, the norms that it keeps to, and what its colours mean."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from PIL import ImageCms

from generator.printing.pdf.file import File
from generator.printing.pdf.written import reference, text

_PRODUCER: Final = "vertrouwenskit"


def information(title: str, subject: str, author: str) -> str:
    """Return the dictionary with title and maker: no date, so that equal kits give equal files."""
    said = {"Title": title, "Subject": subject, "Author": author, "Producer": _PRODUCER}
    return f"<<{''.join(f'/{key}{text(value)}' for key, value in said.items() if value)}>>"


def output_intent(file: File) -> int:
    """Put the intent in the file that says what red, green and blue mean (ISO 19005-2, section 6.2.3)."""
    profile = file.stream("/N 3/Filter/FlateDecode", _srgb())
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {reference(profile)}>>"
    )


def packet(file: File, title: str, subject: str, author: str) -> int:
    """Put the stream with the metadata packet in the file."""
    return file.stream("/Type/Metadata/Subtype/XML", _xmp(title, subject, author))


def _xmp(title: str, subject: str, author: str) -> bytes:
    """Return the metadata packet (ISO 16684-1) that names the file, and the two norms that it keeps to."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{_PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


@cache
def _srgb() -> bytes:
    """Return the profile of the screen's colours, compressed, without the day that made it (ICC.1:2010, 7.2)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return zlib.compress(bytes(profile), 9)
