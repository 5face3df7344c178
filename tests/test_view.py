"""The view is the URL, both ways."""

from urllib.parse import parse_qs, parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.view import MEASURES, MOST_ECONOMIES, PARAMETERS, SCALES, View, ViewError

years = st.none() | st.integers(1950, 2100)
spans = st.tuples(years, years).filter(lambda s: None in s or s[0] <= s[1])
views = st.builds(
    View,
    indicator=st.sampled_from(list(catalogue().indicators)),
    year=years,
    years=spans,
    region=st.sampled_from(list(catalogue().groups)),
    economies=st.lists(
        st.sampled_from(list(catalogue().economies)), max_size=MOST_ECONOMIES, unique=True
    ).map(tuple),
    scheme=st.sampled_from(list(catalogue().schemes)),
    measure=st.sampled_from(MEASURES),
    scale=st.sampled_from(SCALES),
    index=years,
    lang=st.sampled_from(["", *LANGUAGES]),
    v=st.sampled_from(["", "0123456789abcdef"]),
)


@given(views)
def test_round_trip(view: View) -> None:
    """A link written from a view restores exactly that view, on pages and on faces."""
    query = view.to_query()
    assert View.from_query(dict(parse_qsl(query))) == view
    assert View.from_strict_query(parse_qs(query)) == view


def test_defaults_are_left_out() -> None:
    """The link of the default view has no query at all."""
    assert View().to_query() == ""


@given(
    st.dictionaries(st.sampled_from([*PARAMETERS, "utm_source"]), st.text() | st.lists(st.text()))
)
def test_pages_survive_any_query(query: dict[str, str | list[str]]) -> None:
    """No query string stops a page: what cannot be read becomes the default."""
    view = View.from_query(query)
    assert view.indicator in catalogue().indicators
    assert view.region in catalogue().groups


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"year": ["next"]}, "'year' must be a year such as 2022, or latest"),
        ({"years": ["2015..2010"]}, "'years' must be a span"),
        ({"region": ["atlantis"]}, "'region' must be one of world"),
        ({"economies": ["KIR~XXX"]}, "'economies' must be at most"),
        ({"lang": ["en", "fr"]}, "'lang' may be given once only"),
        ({"colour": ["red"]}, "no parameter 'colour'"),
    ],
)
def test_faces_name_the_wrong_parameter(query: dict[str, list[str]], words: str) -> None:
    """A data face says which parameter is wrong and what it may be."""
    with pytest.raises(ViewError, match=words):
        View.from_strict_query(query)


def test_economies_are_taken_once_and_in_capitals() -> None:
    """A hand-typed list of economies may be in small letters and repeat itself."""
    assert View.from_query({"economies": "kir~fji~kir"}).economies == ("KIR", "FJI")


@pytest.mark.parametrize(
    ("text", "kept", "unread"),
    [
        ("KIR~FJI~", ("KIR", "FJI"), {}),
        ("KIR~XXX", ("KIR",), {"economies": "XXX"}),
        ("KIR,FJI", ("KIR", "FJI"), {}),
        ("XXX", (), {"economies": "XXX"}),
    ],
)
def test_a_bad_piece_costs_that_piece_only(
    text: str, kept: tuple[str, ...], unread: dict[str, str]
) -> None:
    """On a page the economies that can be read stand, and the pieces that are none are told."""
    assert View.from_query({"economies": text}).economies == kept
    assert View.unread({"economies": text}) == unread


def test_what_cannot_be_read_is_told() -> None:
    """Each parameter of a page that has no such value; one that it does not know is no matter."""
    query = {"indicator": "cybersecurity", "year": "2020", "region": "", "utm_source": "x"}
    assert View.unread(query) == {"indicator": "cybersecurity"}


@pytest.mark.parametrize(("number", "kept"), [(12, 12), (13, 12)])
def test_a_dozen_economies_can_be_chosen(number: int, kept: int) -> None:
    """As `docs/url-contract.md` says, a view has up to twelve; on a page those beyond are left out."""
    codes = list(catalogue().economies)[:number]
    assert len(View.from_query({"economies": "~".join(codes)}).economies) == kept
