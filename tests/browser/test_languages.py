"""The six languages in a browser: the order of lists, and names found however they are written."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.collation import collated
from dashboard.i18n import words
from tests.browser.looking import opened

SORTED = "([lang, names]) => names.sort(new Intl.Collator(lang).compare)"
FOUND = """([lang, kind, search]) => {
  const { faces, facts, fold } = dash_clientside.ict.shared;
  const { lang: own, version } = facts.facts();
  const isWanted = fold.finds(search);
  return faces.json(`/choices.json?lang=${own}&v=${version}`).then((choices) => choices[kind]
    .flatMap(({ items }) => items)
    .filter(([, text, terms]) => isWanted(`${text} ${terms}`))
    .map(([value]) => value));
}"""
NAMES = {
    "ar": [
        "الأردن",
        "الاردن",
        "ألمانيا",
        "المانيا",
        "إِسْبَانِيَا",
        "سوريه",
        "كوريا الجنوبية",
        "ساحل العاج",
    ],
    "zh": ["约旦", "德国", "西班牙", "叙利亚", "韩国", "象牙海岸"],
    "en": ["jordan", "GERMANY", "spain", "syria", "south korea", "Ivory coast", "cote d'ivoire"],
    "fr": ["jordanie", "allemagne", "espagne", "syrie", "coree du sud", "Côte d’Ivoire"],
    "ru": ["иордания", "германия", "испания", "сирия", "южная корея", "острова зеленого мыса"],
    "es": ["jordania", "alemania", "espana", "siria", "corea del sur", "costa de marfil"],
}
CODES = {
    "ar": ["JOR", "JOR", "DEU", "DEU", "ESP", "SYR", "KOR", "CIV"],
    "zh": ["JOR", "DEU", "ESP", "SYR", "KOR", "CIV"],
    "en": ["JOR", "DEU", "ESP", "SYR", "KOR", "CIV", "CIV"],
    "fr": ["JOR", "DEU", "ESP", "SYR", "KOR", "CIV"],
    "ru": ["JOR", "DEU", "ESP", "SYR", "KOR", "CPV"],
    "es": ["JOR", "DEU", "ESP", "SYR", "KOR", "CIV"],
}


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "ar"])
def test_the_server_orders_as_the_browser_does(page: Page, lang: str) -> None:
    """Lists made by the server are in the order of CLDR; Arabic leaves out articles and hamza."""
    opened(page, f"/about?lang={lang}")
    names = [*map(words(lang).economy, catalogue().economies)]
    names += [words(lang)(f"groups.{code}.name") for code in catalogue().groups]
    names += [words(lang)(f"indicators.{one}.name") for one in catalogue().indicators]
    assert collated(lang, names) == page.evaluate(SORTED, [lang, names])


@pytest.mark.parametrize("lang", ["en", "ar", "ru"])
def test_economies_are_found_however_they_are_written(page: Page, lang: str) -> None:
    """On a page of any language: any language, with and without accents, hamza, or capitals."""
    opened(page, f"/trends?lang={lang}")
    for written, codes in zip(NAMES.values(), CODES.values(), strict=True):
        for name, code in zip(written, codes, strict=True):
            assert code in page.evaluate(FOUND, [lang, "economies", name]), name


@pytest.mark.parametrize(
    ("kind", "search", "value"),
    [
        ("indicator", "пользование интернетом", "internet-use"),
        ("indicator", "utilisation d'internet", "internet-use"),
        ("indicator", "استخدام الانترنت", "internet-use"),
        ("indicator", "互联网", "internet-use"),
        ("region", "amerique septentrionale", "m49-021"),
        ("region", "الدول العربيه", "itu-arb"),
        ("region", "最不发达国家", "ldc"),
        ("region", "paises menos adelantados", "ldc"),
        ("page", "рейтинг", "/ranking"),
        ("page", "evolution", "/trends"),
    ],
)
def test_everything_is_found_however_it_is_written(
    page: Page, kind: str, search: str, value: str
) -> None:
    """Indicators, regions and pages too are found by their name in any language, without accents."""
    opened(page, "/about?lang=en")
    assert value in page.evaluate(FOUND, ["en", kind, search])


def test_the_nearest_name_comes_first(page: Page) -> None:
    """Whoever types "UK" in the search of the header is led to the United Kingdom, not to Ukraine."""
    opened(page, "/about?lang=en")
    page.keyboard.press("/")
    page.locator(".picker-go input").fill("uk")
    first = page.locator(".picker-go .picker-theme", has_text="Countries").locator("xpath=..")
    expect(first.locator(".picker-option").first).to_contain_text("United Kingdom")


def test_tables_stand_in_the_order_of_the_language(page: Page) -> None:
    """The table of data lists economies by pinyin in Chinese."""
    opened(page, "/data?lang=zh&region=m49-009")
    rows = page.locator("#data-table tbody th")
    expect(rows.nth(1)).to_be_visible()
    shown = rows.all_inner_texts()
    assert shown == collated("zh", shown)
    assert shown.index("澳大利亚") < shown.index("斐济") < shown.index("新西兰")


@pytest.mark.parametrize(
    ("lang", "tick"),
    [
        ("en", "10,000"),
        ("fr", "10\u202f000"),
        ("ru", "10\u00a0000"),
        ("es", "10.000"),
        ("ar", "10,000"),
    ],
)
def test_axes_have_the_signs_of_the_language(page: Page, lang: str, tick: str) -> None:
    """A thousand is grouped on an axis as it is in the sentence above it."""
    opened(page, f"/trends?indicator=gdp-per-capita&economies=CHE&lang={lang}")
    expect(page.locator(".ytick text", has_text=tick).first).to_be_attached()


def test_publishers_words_keep_their_direction(page: Page) -> None:
    """On the Arabic page of sources an English title ends with its parenthesis, and is marked as English."""
    opened(page, "/about?lang=ar")
    title = page.locator("bdi[lang=en]", has_text="(IT.NET.USER.ZS)").first
    expect(title).to_be_visible()
    assert title.evaluate("node => getComputedStyle(node).unicodeBidi") == "isolate"
    assert title.evaluate("node => getComputedStyle(node).direction") == "ltr"
