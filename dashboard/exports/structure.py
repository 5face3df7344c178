"""The structure of SDMX-CSV files, as a registry would hold it: an SDMX-ML 3.0 structure message.

A dataflow, its data structure, the concepts of its columns, and the lists of codes with their names in
all languages. By SDMX-ML 3.0 (sdmx.org, Technical Specifications, section 3A). Never imports dash.
"""

from collections.abc import Callable, Mapping
from functools import cache
from xml.etree import ElementTree as ET

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.exports.sdmx import (
    AGENCY,
    ATTRIBUTES,
    DIMENSIONS,
    FLOW,
    MEASURE,
    NUMBERS,
    SERIES,
    STATUSES,
    TIME,
    VERSION,
)
from dashboard.formats.media import SDMX_STRUCTURE
from dashboard.i18n import Words, words
from dashboard.tables import Tables

FILE = "structure.xml"
SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
MESSAGE, STRUCTURE, COMMON = (
    f"{{{SCHEMAS}/{name}}}" for name in ("message", "structure", "common")
)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MODEL = "urn:sdmx:org.sdmx.infomodel"
CONCEPTS = "CS_ICT"
Name = Callable[[Words], str]


def structure_face(tables: Tables) -> tuple[bytes, str]:
    """The message as a file; dated as the tables are, so that the same tables give the same bytes."""
    for prefix, space in (("mes", MESSAGE), ("str", STRUCTURE), ("com", COMMON)):
        ET.register_namespace(prefix, space[1:-1])
    root = ET.Element(f"{MESSAGE}Structure")
    header = ET.SubElement(root, f"{MESSAGE}Header")
    ET.SubElement(header, f"{MESSAGE}ID").text = f"{FLOW}-{tables.version}"
    ET.SubElement(header, f"{MESSAGE}Test").text = "false"
    ET.SubElement(header, f"{MESSAGE}Prepared").text = f"{tables.manifest['built']}T00:00:00Z"
    ET.SubElement(header, f"{MESSAGE}Sender", id=AGENCY)
    parts = ET.SubElement(root, f"{MESSAGE}Structures")
    _flow(parts)
    _codelists(parts)
    _concepts(parts)
    _structure(parts)
    body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return bytes(body), SDMX_STRUCTURE


@cache
def codelists() -> Mapping[str, Mapping[str, Name]]:
    """The lists of codes by column: each code, and what it is called in a language."""
    units = dict.fromkeys(one.unit for one in catalogue().indicators.values())
    return {
        "FREQ": {"A": lambda words: words("sdmx.annual")},
        "REF_AREA": {
            **{code: _of("economies.{}", code) for code in catalogue().economies},
            **{code: _of("groups.{}.name", code) for code in catalogue().groups},
        },
        "SERIES_TYPE": {code: _of("sdmx.series.{}", code) for code in SERIES},
        "INDICATOR": {code: _of("indicators.{}.name", code) for code in catalogue().indicators},
        "UNIT_MEASURE": {code: _of("units.{}.label", code) for code in units},
        "OBS_STATUS": {
            code: _of("sdmx.statuses.{}", code)
            for code in dict.fromkeys(filter(None, STATUSES.values()))
        },
        "METHOD": {code: _of("sdmx.methods.{}", code) for code in STATUSES},
    }


def _of(key: str, code: str) -> Name:
    return lambda words: words(key.format(code))


def _maintained(parts: ET.Element, kind: str, identifier: str, name: Name) -> ET.Element:
    """What an agency keeps, inside the list of its kind, which is made with the first one."""
    family = f"{STRUCTURE}{kind}s"
    home = parts.find(family)
    if home is None:
        home = ET.SubElement(parts, family)
    node = ET.SubElement(
        home, f"{STRUCTURE}{kind}", id=identifier, agencyID=AGENCY, version=VERSION
    )
    _named(node, name)
    return node


def _named(node: ET.Element, name: Name) -> None:
    for lang in LANGUAGES:
        ET.SubElement(node, f"{COMMON}Name", {LANG: lang}).text = name(words(lang))


def _urn(package: str, kind: str, identifier: str, item: str = "") -> str:
    inside = f".{item}" if item else ""
    return f"{MODEL}.{package}.{kind}={AGENCY}:{identifier}({VERSION}){inside}"


def _flow(parts: ET.Element) -> None:
    flow = _maintained(parts, "Dataflow", FLOW, lambda words: words("shell.product"))
    ET.SubElement(flow, f"{STRUCTURE}Structure").text = _urn("datastructure", "DataStructure", FLOW)


def _codelists(parts: ET.Element) -> None:
    for column, codes in codelists().items():
        node = _maintained(parts, "Codelist", f"CL_{column}", _of("sdmx.concepts.{}", column))
        for code, name in codes.items():
            _named(ET.SubElement(node, f"{STRUCTURE}Code", id=code), name)


def _concepts(parts: ET.Element) -> None:
    scheme = _maintained(
        parts, "ConceptScheme", CONCEPTS, lambda words: words("sdmx.concepts.scheme")
    )
    for column in (*DIMENSIONS, MEASURE, *ATTRIBUTES):
        _named(
            ET.SubElement(scheme, f"{STRUCTURE}Concept", id=column),
            _of("sdmx.concepts.{}", column),
        )


def _structure(parts: ET.Element) -> None:
    node = _maintained(parts, "DataStructure", FLOW, lambda words: words("shell.product"))
    components = ET.SubElement(node, f"{STRUCTURE}DataStructureComponents")
    dimensions = ET.SubElement(components, f"{STRUCTURE}DimensionList")
    for position, column in enumerate(DIMENSIONS, start=1):
        if column == TIME:
            time = ET.SubElement(dimensions, f"{STRUCTURE}TimeDimension", id=column)
            _identified(time, column, {"textType": "ObservationalTimePeriod"})
        else:
            place = {"id": column, "position": f"{position}"}
            _identified(ET.SubElement(dimensions, f"{STRUCTURE}Dimension", place), column)
    _attributes(ET.SubElement(components, f"{STRUCTURE}AttributeList"))
    measures = ET.SubElement(components, f"{STRUCTURE}MeasureList")
    _identified(ET.SubElement(measures, f"{STRUCTURE}Measure", id=MEASURE), MEASURE)


def _attributes(node: ET.Element) -> None:
    for column in ATTRIBUTES:
        attribute = ET.SubElement(node, f"{STRUCTURE}Attribute", id=column, usage="optional")
        _identified(attribute, column)
        relation = ET.SubElement(attribute, f"{STRUCTURE}AttributeRelationship")
        ET.SubElement(relation, f"{STRUCTURE}Observation")


def _identified(node: ET.Element, column: str, text: Mapping[str, str] | None = None) -> None:
    """What a component is, and which values it takes: a list of codes, numbers or text."""
    identity = ET.SubElement(node, f"{STRUCTURE}ConceptIdentity")
    identity.text = _urn("conceptscheme", "Concept", CONCEPTS, column)
    values = ET.SubElement(node, f"{STRUCTURE}LocalRepresentation")
    if column in codelists():
        listed = ET.SubElement(values, f"{STRUCTURE}Enumeration")
        listed.text = _urn("codelist", "Codelist", f"CL_{column}")
    else:
        kind = "Double" if column in NUMBERS else "String"
        ET.SubElement(values, f"{STRUCTURE}TextFormat", dict(text or {"textType": kind}))
