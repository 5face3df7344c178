from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.charts.registry import CHARTS
from dashboard.components.facts import face_address, facts, view_data
from dashboard.edition import edition
from dashboard.view import MEASURES, PARAMETERS, SCALES, View

views = st.builds(
    View,
    indicator=st.sampled_from(sorted(catalogue().indicators)),
    year=st.none() | st.integers(1990, 2024),
    economies=st.lists(
        st.sampled_from(sorted(catalogue().economies)), max_size=12, unique=True
    ).map(tuple),
    scheme=st.sampled_from(sorted(catalogue().schemes)),
    measure=st.sampled_from(MEASURES),
    scale=st.sampled_from(SCALES),
    index=st.none() | st.integers(1990, 2024),
    lang=st.sampled_from(("", *LANGUAGES)),
)


@given(views)
def test_store_is_the_view(view: View) -> None:
    """What the browser's store holds is the whole view: read back, it is the same."""
    assert View.from_query(view_data(view)) == view


def test_defaults_are_those_of_the_view() -> None:
    """The browser leaves out of an address what the server leaves out, in the same order."""
    told = facts("en")["parameters"]
    assert [name for name, _ in told] == list(PARAMETERS)
    assert View.from_query({name: text for name, text in told if text}) == View()


@pytest.mark.parametrize("chart", CHARTS)
@given(view=views)
def test_addresses_of_faces_are_accepted(chart: str, view: View) -> None:
    """The address that a page fetches a face from passes the face's own strict reading."""
    address = urlsplit(face_address(chart, view, "fr"))
    read = View.from_strict_query(parse_qs(address.query))
    assert address.path == f"/view/{chart}.{'course' if chart in {'map', 'scatter'} else 'json'}"
    assert (read.lang, read.v) == ("fr", edition())
    told = facts("fr")["charts"][chart]
    for name in set(told["parameters"]) - set(told["free"]) - set(CHARTS[chart].choices):
        assert getattr(read, name) == getattr(view, name)


def test_a_map_has_one_address_for_all_years() -> None:
    """Years and highlighted economies are not in the address of a map: it is fetched once."""
    moved = View(year=2010, economies=("KIR", "FJI"))
    assert face_address("map", moved, "en") == face_address("map", View(), "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_for_the_browser(lang: str) -> None:
    """Every language sends all words, and Arabic its figures in Latin digits."""
    told = facts(lang)
    assert told["words"]["no_data"]
    assert told["words"].keys() >= {"play", "pause", "rank.other"}
    assert facts("ar")["locale"].endswith("nu-latn")
