from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.xmp import MAX_PACKET_BYTES, NAMESPACE, packet_with, provenance_in

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
HOSTILE = '{"name": "]]> </impasto:Provenance> &amp; <!-- \\" \' \\n.jpg"}'


def wrapped(inner: str, declaration: str = "") -> bytes:
    return f'{declaration}<a xmlns:impasto="{NAMESPACE}">{inner}</a>'.encode()


def test_what_is_put_in_comes_out() -> None:
    assert provenance_in(packet_with('{"a": 1}', "Impasto 1.0")) == '{"a": 1}'


def test_markup_in_a_name_stays_a_name() -> None:
    assert provenance_in(packet_with(HOSTILE, "<&]]>")) == HOSTILE


def test_other_programs_read_the_packet_as_xmp() -> None:
    packet = packet_with('{"a": 1}', "Impasto 1.0")
    assert packet.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode())
    assert packet.endswith(b'<?xpacket end="r"?>')
    (description,) = ET.fromstring(packet).iter(f"{{{RDF}}}Description")  # noqa: S314 - our own
    assert {child.tag: child.text for child in description} == {
        "{http://ns.adobe.com/xap/1.0/}CreatorTool": "Impasto 1.0",
        f"{{{NAMESPACE}}}Provenance": '{"a": 1}',
    }


@given(st.text(), st.text())
def test_any_json_survives(text: str, program: str) -> None:
    found = provenance_in(packet_with(json.dumps(text, ensure_ascii=False), program))
    assert found is not None
    assert json.loads(found) == text


def test_a_property_written_as_an_attribute_is_found() -> None:
    assert provenance_in(wrapped('<b impasto:Provenance="{&quot;a&quot;: 1}"/>')) == '{"a": 1}'


def test_padding_around_a_packet_does_not_matter() -> None:
    assert provenance_in(packet_with("{}", "") + b"\n \0\0") == "{}"


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"garbage",
        wrapped("<b/>"),
        wrapped("<impasto:Provenance>{}</impasto:Provenance>")[:-3],
        b'<?xml version="1.0" encoding="nobody-knows"?>' + wrapped("<impasto:Provenance>{}</impasto:Provenance>"),
        b'<?xml version="1.0" encoding="utf-7"?>' + wrapped("<impasto:Provenance>{}</impasto:Provenance>"),
        wrapped("<impasto:Provenance>\xff\xfe</impasto:Provenance>").decode().encode("latin-1"),
        wrapped("<impasto:Provenance>&undefined;</impasto:Provenance>"),
        wrapped("<other:Provenance xmlns:other='http://example.com/'>{}</other:Provenance>"),
    ],
)
def test_what_holds_nothing_of_ours_gives_nothing(packet: bytes) -> None:
    assert provenance_in(packet) is None


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a [<!ENTITY e "{}">]>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">',
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;&b;&b;">]>',
    ],
)
def test_a_document_type_is_refused_and_with_it_every_entity(declaration: str) -> None:
    assert provenance_in(wrapped("<impasto:Provenance>{}</impasto:Provenance>", declaration)) is None
    assert provenance_in(wrapped("<impasto:Provenance>&e;</impasto:Provenance>", declaration)) is None


def test_a_packet_of_any_length_costs_nothing_beyond_the_limit() -> None:
    packet = wrapped("<impasto:Provenance>{}</impasto:Provenance>")
    assert provenance_in(packet + b" " * (MAX_PACKET_BYTES - len(packet))) == "{}"
    assert provenance_in(packet + b" " * (MAX_PACKET_BYTES - len(packet) + 1)) is None


def test_no_depth_of_elements_does_harm() -> None:
    depth = 100_000
    packet = wrapped("<b>" * depth + "<impasto:Provenance>{}</impasto:Provenance>" + "</b>" * depth)
    assert len(packet) < MAX_PACKET_BYTES
    assert provenance_in(packet) in {None, "{}"}


@given(st.binary(max_size=300), st.integers(0, 600), st.integers(0, 600))
def test_a_damaged_packet_gives_a_text_or_nothing(damage: bytes, start: int, length: int) -> None:
    packet = packet_with('{"a": 1}', "Impasto")
    found = provenance_in(packet[:start] + damage + packet[start + length :])
    assert found is None or isinstance(found, str)


@given(st.text(st.sampled_from('<>/&;!?-[]"= abimpasto:Provenance'), max_size=200))
def test_no_markup_raises_anything(inner: str) -> None:
    found = provenance_in(wrapped(inner))
    assert found is None or isinstance(found, str)
