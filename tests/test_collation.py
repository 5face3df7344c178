"""The order of names in lists, in the six languages."""

import pytest

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.collation import HAN, collated, pinyin
from dashboard.components.choices import choices
from dashboard.components.facts import facts
from dashboard.i18n import words


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Costa Rica", "Côte d’Ivoire", "Croatia"]),
        ("en", ["Australia", "Österreich", "Poland"]),
        ("fr", ["Égypte", "El Salvador", "Émirats arabes unis", "Zambie"]),
        ("es", ["Nauru", "Nzema", "Ñandú", "Omán"]),
        ("es", ["África", "Albania", "Zambia"]),
        ("ru", ["Елена", "Ёлка", "Ель", "Жуан"]),
        ("ru", ["Ирландия", "Исландия", "Йемен", "Кабо-Верде"]),
        ("zh", ["阿鲁巴", "巴西", "斐济", "喀麦隆", "中国"]),
        ("zh", ["欧洲、北美和中亚", "欧洲（国际电联区域）", "欧洲和北美"]),
        ("ar", ["الأردن", "أرمينيا", "إسبانيا", "آيسلندا", "البحرين", "تونس"]),
    ],
)
def test_names_stand_where_a_reader_looks_for_them(lang: str, names: list[str]) -> None:
    """Accents do not send a name to the end; Й and Ñ are letters, Chinese is by pinyin."""
    assert collated(lang, reversed(names)) == names


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_of_economies_are_in_the_language_s_order(lang: str) -> None:
    """Pickers and the browser's tables list economies in one order, that of the reader's language."""
    names = [name for _, name, _ in choices(lang)["economies"][0]["items"]]
    assert names == collated(lang, map(words(lang).economy, catalogue().economies))
    assert list(facts(lang)["names"].values()) == names


def test_every_chinese_name_has_its_place() -> None:
    """No name holds a character that the list of pinyin lacks, which would stand at the end."""
    chosen = words("zh")
    names = [
        *(chosen.economy(code) for code in catalogue().economies),
        *(chosen(f"groups.{code}.name") for code in catalogue().groups),
        *(chosen(f"indicators.{one}.name") for one in catalogue().indicators),
    ]
    assert {char for name in names for char in name if HAN.match(char)} <= set(pinyin())
