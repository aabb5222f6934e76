"""Packets of XMP (ISO 16684-1) that hold the provenance of a picture, and nothing that a stranger could do harm with.

One property in a namespace of our own, ``impasto:Provenance``, holds the JSON of ``core.recipe.provenance``; its
version is in there. ``xmp:CreatorTool`` names the program, as other programs expect it.
"""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from defusedxml import ElementTree

NAMESPACE: Final = "http://impasto.github.io/ns/1.0/"
# Lightroom's longest take some hundred kilobytes; what is longer is not looked into.
MAX_PACKET_BYTES: Final = 1_000_000

_PROPERTY: Final = f"{{{NAMESPACE}}}Provenance"
# What XML 1.0 has no way of writing, or readers may change; in JSON it can only stand inside of a string.
_NOT_IN_XML: Final = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:impasto="{namespace}">
   <xmp:CreatorTool>{program}</xmp:CreatorTool>
   <impasto:Provenance>{provenance}</impasto:Provenance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def packet_with(provenance: str, program: str) -> bytes:
    """A whole packet, in UTF-8.

    Args:
        provenance: JSON.
        program: The program and its version.
    """
    return _PACKET.format(
        namespace=NAMESPACE, program=escape(_NOT_IN_XML.sub("", program)), provenance=escape(_json_for_xml(provenance))
    ).encode()


def provenance_in(packet: bytes) -> str | None:
    """The JSON that a packet holds, from whichever program the packet is; None where it holds none of ours.

    A packet that is too long, is no XML, or declares a document type, without which there are no entities, holds none.
    """
    if len(packet) > MAX_PACKET_BYTES or NAMESPACE.encode() not in packet:
        return None
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"), forbid_dtd=True)
    except (SyntaxError, ValueError, LookupError, RecursionError):  # no XML, one with a DTD, an encoding nobody knows
        return None
    for element in root.iter():
        if element.tag == _PROPERTY:
            return element.text or ""
        if _PROPERTY in element.attrib:  # as Adobe's programs write what they have read
            return str(element.attrib[_PROPERTY])
    return None


def _json_for_xml(text: str) -> str:
    return _NOT_IN_XML.sub(lambda found: _escaped(found[0]), text)


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}"
