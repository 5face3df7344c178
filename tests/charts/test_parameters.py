"""Which parameters a chart depends on: no other ever changes a face, each of its own can.

That a chart reads all that the page offers is held by the URL contract, written by hand, and by the
views of `CHANGING`, each of which must show.
"""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from dashboard.charts.registry import CHARTS, EXHIBITS
from dashboard.faces import render
from dashboard.settings import ROOT
from dashboard.tables import tables
from dashboard.view import View
from tests.valid import VALUES, fitting, views

CONTRACT = (ROOT / "docs" / "url-contract.md").read_text(encoding="utf-8")
# | `trend` | `/trends` | `indicator`, `years`, ... | ... |
LISTED = {
    name: (page, re.findall(r"`([a-z]+)`", parameters))
    for name, page, parameters in re.findall(
        r"^\| `([a-z]+)` \| `(/[a-z-]+)` \| ([^|]*)\|", CONTRACT, re.MULTILINE
    )
}
# A view of each chart, and for each of its parameters another value with which it says or draws
# something else.
PACIFIC = {"region": "escap"}
CHANGING: dict[str, tuple[View, dict[str, object]]] = {
    "map": (
        View(**PACIFIC),
        {
            "indicator": "fixed-broadband",
            "year": 2012,
            "years": (2010, 2012),
            "region": "eca",
            "economies": ("KIR",),
        },
    ),
    "trend": (
        View(economies=("KIR",), editions="newest"),
        {
            "indicator": "fixed-broadband",
            "years": (2010, 2015),
            "region": "eca",
            "economies": ("FJI",),
            "scheme": "income",
            "scale": "log",
            "editions": "all",
            "layout": "panels",
            "index": 2015,
        },
    ),
    "gap": (
        View(),
        {
            "indicator": "fixed-broadband",
            "year": 2012,
            "years": (2010, 2015),
            "region": "eca",
            "scheme": "income",
            "measure": "ratio",
            "members": "same",
        },
    ),
    "spread": (
        View(**PACIFIC),
        {"indicator": "fixed-broadband", "years": (2010, 2015), "region": "eca"},
    ),
    "change": (
        View(**PACIFIC),
        {
            "indicator": "fixed-broadband",
            "years": (2010, 2015),
            "region": "eca",
            "economies": ("CHN",),
        },
    ),
    "scatter": (
        View(**PACIFIC),
        {
            "indicator": "fixed-broadband",
            "year": 2012,
            "region": "eca",
            "economies": ("CHN",),
            "against": "egdi",
        },
    ),
    "pace": (
        View(target="umc-1", **PACIFIC),
        {"region": "eca", "economies": ("MMR",), "target": "sdg-9-c-1-4g", "pace": 2.5},
    ),
    "together": (
        View(**PACIFIC),
        {
            "years": (2010, 2015),
            "region": "eca",
            "economies": ("CHN",),
            "panel": "subscriptions",
        },
    ),
    "strip": (
        View(panel="use-economies", **PACIFIC),
        {"region": "eca", "economies": ("CHN",), "panel": "subscriptions-economies"},
    ),
    "availability": (View(), {"region": "eca"}),
    "ages": (View(**PACIFIC), {"region": "eca", "economies": ("CHN",)}),
    "events": (
        View(),
        {
            "years": (2010, 2012),
            "region": "eca",
            "economies": ("MYS",),
            "programme": "wifi",
            "activity": "workshop",
        },
    ),
    "ranking": (
        View(**PACIFIC),
        {"indicator": "fixed-broadband", "year": 2012, "region": "eca"},
    ),
    "scorecard": (View(economies=("KIR",)), {"region": "escap-pac", "economies": ("FJI",)}),
    "claims": (View(), {}),
}
CHANGING["timeline"] = CHANGING["events"]


def faces(name: str, view: View) -> list[bytes]:
    """What a view shows, says and hands out."""
    kinds = ("json", "csv", "svg") if name in CHARTS else ("json", "csv")
    return [render(view, name, kind, tables())[0] for kind in kinds]


@pytest.mark.parametrize("name", EXHIBITS)
def test_the_contract_lists_what_an_exhibit_reads(name: str) -> None:
    """Page and parameters are those that the URL contract tells the world."""
    page, parameters = LISTED[name]
    assert page == EXHIBITS[name].page
    assert sorted(parameters) == sorted(EXHIBITS[name].parameters)


def test_the_contract_lists_no_other_exhibit() -> None:
    """Nothing is promised that is not there."""
    assert set(LISTED) == set(EXHIBITS) == set(CHANGING)


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_foreign_parameter_changes_nothing(name: str) -> None:
    """Whatever else an address holds, a face is the same."""
    foreign = sorted(set(VALUES) - set(EXHIBITS[name].parameters) - {"lang"})

    @settings(max_examples=3)
    @given(view=fitting(name), other=views())
    def check(view: View, other: View) -> None:
        mixed = replace(view, **{key: getattr(other, key) for key in foreign})
        assert faces(name, mixed) == faces(name, view)

    check()


@pytest.mark.parametrize(
    ("name", "key"), [(name, key) for name, (_, values) in CHANGING.items() for key in values]
)
def test_a_parameter_of_its_own_can_change_a_face(name: str, key: str) -> None:
    """Each parameter of the contract shows in at least one face of a view."""
    view, values = CHANGING[name]
    view = replace(view, lang="en")
    assert faces(name, view) != faces(name, replace(view, **{key: values[key]}))


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_promised_parameter_is_tried(name: str) -> None:
    """No parameter of the contract is left untried; highlights of a ranking are the browser's."""
    listed = set(LISTED[name][1])
    untried = {"economies"} if name == "ranking" else set()
    assert listed - set(CHANGING[name][1]) == untried
