"""Views that make sense: every parameter of an exhibit drawn over all that it may be."""

from typing import Any

from hypothesis import strategies as st

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES
from dashboard.catalogue.programmes import register
from dashboard.charts.registry import EXHIBITS
from dashboard.view import EDITIONS, MEASURES, SCALES, View

YEARS = st.integers(1990, 2026)


def _spans() -> st.SearchStrategy[tuple[int | None, int | None]]:
    ends = st.tuples(st.none() | YEARS, st.none() | YEARS)
    return ends.map(lambda e: (min(e), max(e)) if None not in e else e)  # type: ignore[type-var]


# By hand, not from the parameters' own readers: what the URL contract says that each may be.
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "indicator": st.sampled_from(sorted(catalogue().indicators)),
    "year": st.none() | YEARS,
    "years": _spans(),
    "region": st.sampled_from(sorted(catalogue().groups)),
    "economies": st.lists(
        st.sampled_from(sorted(catalogue().economies)), max_size=4, unique=True
    ).map(tuple),
    "scheme": st.sampled_from([*sorted(catalogue().schemes), "none"]),
    "measure": st.sampled_from(MEASURES),
    "members": st.sampled_from(["all", "same"]),
    "scale": st.sampled_from(SCALES),
    "index": st.none() | YEARS,
    "editions": st.sampled_from(EDITIONS),
    "layout": st.sampled_from(["auto", "lines", "panels"]),
    "theme": st.sampled_from(catalogue().theme_pages),
    "panel": st.sampled_from(sorted(catalogue().panels)),
    "target": st.sampled_from(sorted(catalogue().measures)),
    "pace": st.none() | st.integers(-500, 900).map(lambda k: k / 100),
    "against": st.sampled_from(sorted(catalogue().indicators)),
    "programme": st.sampled_from(["all", *sorted(register().programmes)]),
    "activity": st.sampled_from(["all", *sorted(register().activities)]),
    "lang": st.sampled_from(sorted(LANGUAGES)),
}


def views() -> st.SearchStrategy[View]:
    """Any value of every parameter, whether they fit together or not."""
    return st.builds(View, **VALUES)


def fitting(name: str) -> st.SearchStrategy[View]:
    """Views with any values of the parameters of an exhibit that make sense there."""
    exhibit = EXHIBITS[name]
    chosen = {key: VALUES[key] for key in (*exhibit.parameters, "lang")}
    narrowed = {key: st.sampled_from(sorted(allowed())) for key, allowed in exhibit.choices.items()}
    return st.builds(View, **(chosen | narrowed))
