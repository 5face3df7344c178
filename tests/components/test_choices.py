import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.components.choices import choices
from dashboard.components.navigation import PAGES


def _values(lang: str, picker: str) -> list[str]:
    return [item[0] for section in choices(lang)[picker] for item in section["items"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_offered_once(lang: str) -> None:
    """Each indicator, each group that is not merely the rest of one and each economy can be picked, once."""
    groups = catalogue().groups.values()
    offered = [group.code for group in groups if not group.code.startswith("non-")]
    assert sorted(_values(lang, "indicator")) == sorted(catalogue().indicators)
    assert sorted(_values(lang, "region")) == sorted(offered)
    assert sorted(_values(lang, "economies")) == sorted(catalogue().economies)


def test_economies_are_found_in_any_language() -> None:
    """A reader of an English page finds an economy by its name in another language."""
    (section,) = choices("en")["economies"]
    _, name, terms = next(item for item in section["items"] if item[0] == "DEU")
    assert name == "Germany"
    assert all(wanted in terms for wanted in ("DEU", "Allemagne", "德国", "Германия", "ألمانيا"))


def test_indicators_are_found_by_their_codes() -> None:
    """Statisticians look for codes: HH7 finds Internet use."""
    items = [item for section in choices("en")["indicator"] for item in section["items"]]
    assert "HH7" in next(terms for value, _, terms in items if value == "internet-use")


# What people type, in English, French, Spanish, Russian, Chinese and Arabic.
TYPED = {
    "digital-services-exports": "digital trade;commerce numérique;comercio digital;цифровая торговля;数字贸易;التجارة الرقمية",
    "internet-use-parity": "gender gap;écart entre les sexes;brecha de género;гендерный разрыв;性别差距;الفجوة بين الجنسين",
    "secure-servers": "secure servers;serveurs sécurisés;servidores seguros;защищенные серверы;安全;خوادم",
    "schools-internet-upper": "upper secondary;deuxième cycle;segundo ciclo;второй ступени;高中;المرحلة الثانية",
    "schools-computers-lower": "lower secondary computers;ordinateurs premier cycle;computadoras primer ciclo;первой ступени компьютерами;初中计算机;المرحلة الأولى بحواسيب",
    "regulatory-tracker": "regulator;réglementation;reglamentación;регулирования;监管;تنظيم",
    "idi": "ICT Development Index;développement des TIC;desarrollo de las TIC;развития ИКТ;发展指数;لتنمية تكنولوجيا",
    "cybersecurity-legal": "cybersecurity law;cybersécurité juridiques;ciberseguridad jurídicas;правовые меры;法律措施;التدابير القانونية",
    "cybersecurity-cooperation": "cybersecurity cooperation;coopération;cooperación;сотрудничеству;合作措施;تدابير التعاون",
    "skill-programming": "coding;programmation;programación;программирование;编程;البرمجة",
    "skill-spreadsheets-rural": "spreadsheet rural;tableur rurale;hojas de cálculo rurales;таблицами село;电子表格 农村;الجداول الريف",
    "bandwidth-capacity": "submarine cable;câble sous-marin;cable submarino;подводный кабель;海缆;كابل بحري",
    "exchange-points": "IXP;points d’échange;puntos de intercambio;точки обмена;交换点;نقاط تبادل",
    "business-orders-placed": "e-commerce;commerce électronique;comercio electrónico;электронная торговля;电子商务;التجارة الإلكترونية",
    "business-web": "website;site Web;sitio web;веб-сайт;网站;موقع شبكي",
    "fixed-broadband-fast": "speed 10;débit 10;velocidad 10;скорость 10;速率 10;سرعة 10",
    "households-radio": "radio;ménages radio;hogares radio;радиоприемником;收音机;مذياع",
    "households-tv": "TV;téléviseur;televisor;телевизором;电视机;تلفزيون",
    "household-ict-expenditure": "household expenditure;dépenses des ménages;gasto de los hogares;расходы домохозяйств;家庭信通技术支出;إنفاق الأسر",
    "rural-coverage-2g": "rural coverage;couverture rurale;cobertura rural;охват села;农村;التغطية الريفية",
    "people-without-signal": "without a signal;sans signal;sin señal;вне зоны сигнала;无信号;بلا إشارة",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_indicators_are_found_by_what_people_type(lang: str) -> None:
    """Each in six languages, whatever the language of the page: every word of the search occurs."""
    items = [item for section in choices(lang)["indicator"] for item in section["items"]]
    texts = {value: f"{name} {terms}".casefold() for value, name, terms in items}
    for indicator, typed in TYPED.items():
        for search in typed.split(";"):
            found = all(word in texts[indicator] for word in search.casefold().split())
            assert found, (indicator, search)


def test_sections_have_headings() -> None:
    """Indicators stand under their themes, and parts of a region under its name."""
    assert all(section["label"] for section in choices("zh")["indicator"])
    labels = [section["label"] for section in choices("en")["region"]]
    assert len(labels) == len(set(labels))


def test_indicators_groups_and_pages_are_found_in_any_language() -> None:
    """A reader of an English page finds what another language calls by another name."""
    found = choices("en")
    for picker, wanted in (
        ("indicator", "Пользование Интернетом"),
        ("region", "最不发达国家"),
        ("page", "排名"),
    ):
        terms = " ".join(item[2] for section in found[picker] for item in section["items"])
        assert wanted in terms


def test_search_knows_every_page() -> None:
    """The search of the header leads to each page that the header links to."""
    assert _values("fr", "page") == [path for path, _ in PAGES]


@pytest.mark.parametrize("written", ["Nauru", "Naoero", "Наоэро", "ناورو"])
def test_an_economy_is_found_by_either_name(written: str) -> None:
    """The name of the M49 files is shown; the one that could not be confirmed is found all the same."""
    (section,) = choices("en")["economies"]
    _, name, terms = next(item for item in section["items"] if item[0] == "NRU")
    assert name == "Nauru"
    assert written in f"{name} {terms}"
