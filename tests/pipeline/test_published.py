"""Group values as publishers printed them."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue, Series, catalogue
from dashboard.pipeline.entities import Names
from dashboard.pipeline.published import published
from dashboard.pipeline.readers import SourceError
from dashboard.pipeline.records import Records
from dashboard.settings import CATALOGUE
from tests.pipeline.readers.files import workbook
from tests.pipeline.small import Small, indicator
from tests.pipeline.worlds import source

NAMES = Names.load(catalogue(), CATALOGUE / "aliases.csv")


def world(small: Small, code: str = "i154_FBB5_GNI") -> Catalogue:
    """A catalogue in which the share has published values in a workbook of prices."""
    entry = indicator("share", published=(Series("prices", code),))
    sources = {"prices": source("price-baskets", "a.xlsx", "prices")}
    return replace(small.catalogue(), indicators={"share": entry}, sources=sources)


def prices(folder: Path, group: str) -> None:
    """A workbook with one median."""
    header = ["Code", "Unit", "Grouping", "Group", 2018.0]
    workbook(
        folder / "a.xlsx",
        {"medians": [[""], [""], header, ["i154_FBB5_GNI", "GNIpc", "x", group, 11.5]]},
    )


def test_published_value(small: Small, tmp_path: Path) -> None:
    """A printed value keeps its source and edition, under our code of the group."""
    prices(tmp_path, "Asia & Pacific")
    found = published(world(small), Records(tmp_path), NAMES)
    assert found.to_numpy().tolist() == [["itu-asp", "share", 2018, 11.5, "prices", "2024"]]


def test_group_without_code(small: Small, tmp_path: Path) -> None:
    """ITU's "Other Economies" are no group of ours and are passed over."""
    prices(tmp_path, "Other Economies")
    assert published(world(small), Records(tmp_path), NAMES).empty


def test_unknown_group(small: Small, tmp_path: Path) -> None:
    """A group that nobody knows stops the build at its line."""
    prices(tmp_path, "Atlantic")
    with pytest.raises(
        SourceError, match=r"^a\.xlsx, line 4: 'Atlantic' is no known group; .*aliases\.csv\.$"
    ):
        published(world(small), Records(tmp_path), NAMES)


def test_series_without_values(small: Small, tmp_path: Path) -> None:
    """A series that the workbook does not have stops the build."""
    prices(tmp_path, "LDC")
    with pytest.raises(SourceError, match="the series 'other' has no group values"):
        published(world(small, "other"), Records(tmp_path), NAMES)
