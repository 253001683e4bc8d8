"""The file itself: archivable (PDF/A-2a, ISO 19005-2), accessible (PDF/UA-1, ISO 14289-1), compact and repeatable.

ReportLab collects the objects; this module writes them: small ones together in compressed object streams, an end of
line before each ``endstream``, dates from the document and never from a clock, and an identifier that is a digest of
the content. The same content gives the same bytes.
"""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape  # xml.sax would load the library's whole web client
from typing import ClassVar

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from nmirf_desktop.i18n import Language
from nmirf_desktop.paths import bundled

PROGRAM = "NMIRF Desktop"
SHARED = 200  # objects in one compressed stream
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<dc:identifier>{identifier}</dc:identifier>
<pdf:Producer>{program}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00+00:00</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00+00:00</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the file says of itself: in its information dictionary and, in the same words, in its XMP metadata."""

    title: str
    author: str
    subject: str
    keywords: str
    identifier: str
    languages: tuple[Language, ...]
    dated: date

    @property
    def language(self) -> Language:
        """The language of all that does not say its own; the first of several."""
        return self.languages[0]


class _Catalog(PDFCatalog):  # type: ignore[misc]
    """The root of the file, which may also name the colours that are meant."""

    __NoDefault__: ClassVar[list[str]] = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__: ClassVar[list[str]] = __NoDefault__


class _Info(PDFInfo):  # type: ignore[misc]
    """The information dictionary, dated by the document."""

    def __init__(self, identity: Identity) -> None:
        super().__init__()
        self.identity = identity

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the dictionary."""
        words = self.identity
        day = f"D:{words.dated:%Y%m%d}000000+00'00'"
        entries = {
            "Title": PDFString(words.title),
            "Author": PDFString(words.author),
            "Subject": PDFString(words.subject),
            "Keywords": PDFString(words.keywords),
            "Creator": PDFString(PROGRAM),
            "Producer": PDFString(PROGRAM),
            "CreationDate": PDFString(day),
            "ModDate": PDFString(day),
        }
        return bytes(PDFDictionary(entries).format(document))


class ArchiveDocument(PDFDocument):  # type: ignore[misc]
    """The objects of one file, and how they are written."""

    def __init__(self, identity: Identity) -> None:
        super().__init__(compression=1, invariant=1, lang=str(identity.language))
        plain: PDFCatalog = self.Catalog
        self.Catalog: PDFCatalog = _Catalog()
        self._catalog = self.Catalog
        for name in ("Pages", "Lang", "Outlines"):
            setattr(self.Catalog, name, getattr(plain, name))
        self.info = _Info(identity)
        self._describe(identity)

    def _describe(self, identity: Identity) -> None:
        """Metadata, colours and preferences of the viewer."""
        catalog = self.Catalog
        catalog.Metadata = self.Reference(XMP(creator=lambda _document: metadata(identity)), "XMP")
        profile = PDFStream(PDFDictionary({"N": 3}), (bundled("resources") / "srgb.icc").read_bytes(), [PDFZCompress])
        catalog.OutputIntents = PDFArray(
            [
                PDFDictionary(
                    {
                        "Type": PDFName("OutputIntent"),
                        "S": PDFName("GTS_PDFA1"),
                        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
                        "Info": PDFString("sRGB IEC61966-2.1"),
                        "DestOutputProfile": self.Reference(profile, "sRGB"),
                    }
                )
            ]
        )
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.PageMode = PDFName("UseOutlines")

    def label_pages(self, prefixes: Sequence[tuple[int, str]]) -> None:
        """Name the pages as they are numbered, from the index of a page on with a prefix: "FR 12"."""
        numbers = [f"{index}<</S/D/P({prefix})/St {index + 1}>>" for index, prefix in prefixes]
        self.Catalog.PageLabels = f"<</Nums[{''.join(numbers) or '0<</S/D>>'}]>>"

    def reference(self, name: str) -> str:
        """The reference of a named object, "12 0 R"."""
        number, _version = self.idToObjectNumberAndVersion[name]
        return f"{number} 0 R"

    def format(self) -> bytes:
        """The whole file."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        file = _File()
        number = 0
        while (number := number + 1) in self.numberToId:  # formatting one object may add others
            thing = self.idToObject[self.numberToId[number]]
            body = thing.format(self)
            if isinstance(thing, PDFStream):
                file.add(number, body.removesuffix(b"endstream\n") + b"\nendstream")
            else:
                file.share(number, body)
        return file.close(root.format(self), info.format(self))


class _File:
    """The bytes of a file as they grow: streams on their own, all else shared in compressed streams."""

    def __init__(self) -> None:
        self._parts = [HEADER]
        self._length = len(HEADER)
        self._index: dict[int, tuple[int, int, int]] = {0: (0, 0, 255)}
        self._shared: list[tuple[int, bytes]] = []

    def add(self, number: int, body: bytes) -> None:
        """Write an object where the file now ends."""
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self._index[number] = (1, self._length, 0)
        self._parts.append(whole)
        self._length += len(whole)

    def share(self, number: int, body: bytes) -> None:
        """Keep an object for a compressed stream."""
        self._shared.append((number, body.strip()))

    def close(self, root: bytes, info: bytes) -> bytes:
        """Write what is kept, the index, and the identifier: a digest of all that stands before it."""
        number = max([*self._index, *(shared for shared, _body in self._shared)])
        for start in range(0, len(self._shared), SHARED):
            number += 1
            self._bundle(number, self._shared[start : start + SHARED])
        digest = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32].encode()
        return b"".join([*self._parts, self._cross_references(number + 1, root, info, digest)])

    def _bundle(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        """Write one object stream (ISO 32000-1, 7.5.7)."""
        heads, bodies, offset = [], [], 0
        for place, (member, body) in enumerate(objects):
            heads.append(b"%d %d" % (member, offset))
            bodies.append(body)
            offset += len(body) + 1
            self._index[member] = (2, number, place)
        head = b" ".join(heads) + b"\n"
        data = zlib.compress(head + b"\n".join(bodies))
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(objects), len(head), len(data))
        self.add(number, b"<<%s>>\nstream\n%s\nendstream" % (entries, data))

    def _cross_references(self, number: int, root: bytes, info: bytes, digest: bytes) -> bytes:
        """The cross-reference stream and the end of the file (ISO 32000-1, 7.5.8)."""
        start = self._length
        self._index[number] = (1, start, 0)
        rows = (self._index[entry] for entry in range(number + 1))
        data = zlib.compress(b"".join(b"%c%s%c" % (k, a.to_bytes(4, "big"), b) for k, a, b in rows))
        entries = b"/Type/XRef/W[1 4 1]/Size %d/Root %s/Info %s/ID[<%s><%s>]/Filter/FlateDecode/Length %d" % (
            number + 1,
            root,
            info,
            digest,
            digest,
            len(data),
        )
        stream = b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (number, entries, data)
        return stream + b"startxref\n%d\n%%%%EOF\n" % start


def metadata(identity: Identity) -> bytes:
    """The XMP packet: the same title, author, subject, keywords and dates as the information dictionary."""
    names = ("title", "author", "subject", "keywords", "identifier")
    words = {name: escape(getattr(identity, name), quote=False) for name in names}
    languages = "".join(f"<rdf:li>{language}</rdf:li>" for language in identity.languages)
    packet = _XMP.format(**words, languages=languages, program=PROGRAM, day=identity.dated.isoformat())
    return packet.encode("utf-8")
