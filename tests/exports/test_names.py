"""Names and shapes on every copy are those of United Nations practice."""

import io
import re

import pytest
from pptx import Presentation

from dashboard import theme
from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.faces import render
from dashboard.figures import places
from dashboard.i18n import words
from dashboard.tables import tables
from dashboard.view import View

# Short, former or disputed names that the M49 list of a language does not have.
FORBIDDEN = {
    "en": (
        r"\bTaiwan\b(?! Province)",
        r"\bRepublic of Kosovo\b",
        r"\bBurma\b",
        r"\bSwaziland\b",
        r"(?<!North )\bMacedonia\b",
        r"\bCzech Republic\b",
        r"\bCape Verde\b",
        r"\bIvory Coast\b",
        r"\bEast Timor\b",
        r"(?<!State of )\bPalestine\b",
        r"\bTurkey\b",
        r"\bSouth Korea\b",
        r"\bNorth Korea\b",
        r"\bRussia\b",
        r"\b(Persian|Arabian) Gulf\b",
    ),
    "fr": (
        r"(?<!Province chinoise de )\bTaïwan\b",
        r"\bRépublique du Kosovo\b",
        r"\bBirmanie\b",
        r"\bSwaziland\b",
        r"\bMacédoine\b(?! du Nord)",
        r"\bRépublique tchèque\b",
        r"\bCap-Vert\b",
        r"\bTimor oriental\b",
        r"(?<!État de )\bPalestine\b",
        r"\bTurquie\b",
        r"\bCorée du (Sud|Nord)\b",
        r"(?<!Fédération de )\bRussie\b",
        r"\bGolfe (Persique|Arabique)\b",
    ),
    "es": (
        r"(?<!Provincia china de )\bTaiwán\b",
        r"\bRepública de Kosovo\b",
        r"\bBirmania\b",
        r"\bSuazilandia\b",
        r"\bMacedonia\b(?! del Norte)",
        r"\bRepública Checa\b",
        r"\bTimor Oriental\b",
        r"(?<!Estado de )\bPalestina\b",
        r"\bTurquía\b",
        r"\bCorea del (Sur|Norte)\b",
        r"(?<!Federación de )\bRusia\b",
        r"\bGolfo (Pérsico|Arábigo)\b",
    ),
    "ru": (
        r"\bТайвань\b(?!, провинция Китая)",
        r"\bРеспублика Косово\b",
        r"\bБирма\b",
        r"\bСвазиленд\b",
        r"(?<!Северная )\bМакедония\b",
        r"\bЧешская Республика\b",
        r"\bВосточный Тимор\b",
        r"(?<!Государство )\bПалестина\b",
        r"\b(Южная|Северная) Корея\b",
        r"\bРоссия\b",
        r"\b(Персидский|Арабский) залив\b",
    ),
    "zh": (
        "(?<!中国)台湾",
        "台湾(?!省)",
        "科索沃共和国",
        "(?<!北)马其顿",
        "巴勒斯坦(?!国)",
        "(?<!大)韩国",
        "南韩|北韩",
        "(?<!白)俄罗斯(?!联邦)",
        "波斯湾|阿拉伯湾",
    ),
    "ar": (
        "(?<!مقاطعة )تايوان",
        "جمهورية كوسوفو",
        "بورما",
        "سوازيلند",
        "مقدونيا(?! الشمالية)",
        "(?<!دولة )فلسطين",
        "كوريا (الجنوبية|الشمالية)",
        "(?<!الاتحاد )روسيا",
        "الخليج (الفارسي|العربي)",
    ),
}
PATTERNS = {lang: re.compile("|".join(names)) for lang, names in FORBIDDEN.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_official_names_pass(lang: str) -> None:
    """No economy or group has a forbidden name, in any of the six languages."""
    named = [words(lang).economy(iso3) for iso3 in catalogue().economies]
    named += [words(lang)(f"groups.{group}.name") for group in catalogue().groups]
    assert [name for name in named if PATTERNS[lang].search(name)] == []


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "South Korea"),
        ("en", "Palestine"),
        ("en", "Macedonia"),
        ("fr", "Taïwan"),
        ("es", "Palestina"),
        ("ru", "Южная Корея"),
        ("zh", "台湾"),
        ("ar", "تايوان"),
    ],
)
def test_the_list_finds_what_it_forbids(lang: str, name: str) -> None:
    """The patterns do not let everything pass."""
    assert PATTERNS[lang].search(name)


@pytest.mark.parametrize("face", ["csv", "svg", "metadata.json"])
@pytest.mark.parametrize("region", ["world", "escap", "ece", "escwa"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_copy_has_a_forbidden_name(face: str, region: str, lang: str) -> None:
    """Neither data nor pictures nor notes, for maps of all regions with such areas."""
    text = render(View(lang=lang, region=region), "map", face, tables())[0].decode()
    # A name may go on in the next line of a paragraph or of a map; in Chinese without a space.
    space = "" if lang == "zh" else " "
    text = re.sub(r"[\u2066-\u2069]?</text><text[^>]*>[\u2066-\u2069]?", space, text)
    assert [found[0] for found in PATTERNS[lang].finditer(text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("face", ["svg", "metadata.json"])
def test_every_copy_of_a_map_has_the_note(lang: str, face: str) -> None:
    """The note on boundaries and names goes with every map, in its language."""
    note = words(lang)("map_notes.general")
    text = render(View(lang=lang), "map", face, tables())[0].decode()
    squeezed = re.sub(r"<[^>]*>|[\s\u2066-\u2069]", "", text)
    assert re.sub(r"\s", "", note) in squeezed


def test_areas_of_undetermined_status_have_no_colour_of_a_class() -> None:
    """A picture gives no area of undetermined status to an economy: one neutral path has them all."""
    drawing = render(View(lang="en", region="world"), "map", "svg", tables())[0].decode()
    neutral = re.search(f'<path fill="{theme.NEUTRAL}" d="([^"]*)"', drawing)
    paths = places.picture("world").panels[0].paths
    own = [paths[area] for area in places.neutral() if area in paths]
    assert neutral is not None
    assert len(own) > 3
    assert sorted(neutral[1].split("M")[1:]) == sorted("".join(own).split("M")[1:])


def test_areas_of_undetermined_status_are_unnamed_shapes() -> None:
    """On a slide nothing calls such an area part of an economy, and it is neutral."""
    body, _ = render(View(lang="en", region="world"), "map", "pptx", tables())
    slide = Presentation(io.BytesIO(body)).slides[0]
    (group,) = [shape for shape in slide.shapes if shape.shape_type == 6]
    grey = theme.NEUTRAL.removeprefix("#").upper()
    neutral = [
        shape.name
        for shape in group.shapes
        if shape.fill.type == 1 and str(shape.fill.fore_color.rgb) == grey
    ]
    assert len(neutral) == len(
        [a for a in places.neutral() if a in places.picture("world").panels[0].paths]
    )
    assert not set(neutral) & set(map(words("en").economy, catalogue().economies))
