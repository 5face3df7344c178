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
