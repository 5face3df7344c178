"""Every sentence template, filled in, in six languages; and sentences as the pages put them together."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dashboard import i18n
from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.captions import caption
from dashboard.charts.registry import EXHIBITS
from dashboard.i18n import words
from dashboard.samples import faults, samples
from dashboard.tables import tables
from dashboard.text.subject import subject_of
from dashboard.view import View

VIEWS = (
    View(),
    View(region="escap-pac", economies=("KIR", "NRU"), years=(2005, 2015)),
    View(region="m49-061", scheme="sids"),
    View(region="eca", scheme="income", measure="years-behind", economies=("BDI",)),
)
CHARTS = ("map", "trend", "gap", "spread", "change", "availability")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_template_comes_out_wrong(lang: str) -> None:
    """No brace left, no sign doubled, no small letter at the start, no number that Arabic would turn."""
    filled = list(samples(lang))
    assert len(filled) > 300
    assert [fault for key, text in filled for fault in faults(lang, key, text)] == []


def test_arabic_numbers_with_signs_are_isolated_everywhere() -> None:
    """What nothing is filled into is held to it too: "5%", "2026-05" must not turn round."""
    plain = {key: text for key, text in i18n._texts("ar").items() if "{" not in text}
    turned = [fault for key, text in plain.items() for fault in faults("ar", key, text)]
    assert [fault for fault in turned if "not isolated" in fault] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_values_end_without_a_stop(lang: str) -> None:
    """A value may stand at the end of any sentence: a unit that ends in a stop would double it."""
    units = {key: text for key, text in i18n._texts(lang).items() if key.startswith("units.")}
    values = {key for key in units if i18n.stem(key).endswith((".value", ".points"))}
    assert len(values) > 40
    assert [key for key in values if units[key].endswith((".", "。"))] == []


def test_stops_that_are_meant_stay() -> None:
    """A span of years and an ellipsis that are filled in come out as they went in."""
    for lang in LANGUAGES:
        for meant in ("2005..2024", "and so on ..."):
            assert meant in words(lang)("shell.version", version=meant)


@pytest.mark.parametrize(
    ("lang", "text", "fault"),
    [
        ("en", "In {year} it rose.", "brace"),
        ("fr", "La valeur est montée..", "doubled"),
        ("es", "Subió  de 3 a 4.", "doubled"),
        ("ru", "значение выросло.", "small letter"),
        ("ar", "الفرق (+15.8)", "not isolated"),
        ("ar", "بلغت النسبة 72.8%", "not isolated"),
        ("ar", "بلغت النسبة \u206672.8%", "not closed"),
    ],
)
def test_the_rules_find_what_they_are_for(lang: str, text: str, fault: str) -> None:
    """A rule that nothing could break would say nothing."""
    assert any(fault in found for found in faults(lang, "key", text))


def written(lang: str) -> Iterator[tuple[str, str]]:
    """Titles, subtitles, sentences and notes of figures, of every indicator."""
    for indicator in catalogue().indicators:
        for k, view in enumerate(VIEWS):
            subject = subject_of(replace(view, indicator=indicator, lang=lang), tables())
            for chart in CHARTS:
                said = caption(chart, subject)
                for text in (said.title, said.subtitle, said.sentence, *said.notes):
                    yield f"{chart}, {indicator}, view {k}", text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_a_figure_comes_out_wrong(lang: str) -> None:
    """What the pages say keeps the same rules, with the numbers of today's tables."""
    found = {fault for key, text in written(lang) for fault in faults(lang, key, text)}
    assert sorted(found) == []


# Figures that do not depend on the indicator, or only here and there.
OTHERS = ("strip", "together", "ages", "events", "scatter", "pace", "ranking")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_other_figures_comes_out_wrong(lang: str) -> None:
    """They keep the same rules for a region, an economy and a place without records."""
    found = set()
    for view in VIEWS:
        for name in OTHERS:
            said = caption(name, EXHIBITS[name].subject(replace(view, lang=lang), tables()))
            for text in (said.title, said.subtitle, said.sentence, *said.notes):
                found.update(faults(lang, name, text))
    assert sorted(found) == []
