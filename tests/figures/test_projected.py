"""Towns are put where the build put the economies."""

import pytest

from dashboard.catalogue import catalogue
from dashboard.figures import places
from dashboard.figures.projected import place_in

REGIONS = [code for code, group in catalogue().groups.items() if group.frame]


@pytest.mark.parametrize("region", REGIONS)
def test_economies_come_out_where_the_build_has_them(region: str) -> None:
    """To a step of the picture's thousand, in every frame and both projections."""
    place = place_in(region)
    width, height = places.preview(region)["size"]
    for code, (x, y) in places.preview(region)["points"].items():
        if 1 <= x <= width - 1 and 1 <= y <= height - 1:
            at = place(*places.areas()[code]["point"])
            assert at is not None
            assert at == pytest.approx((x, y), abs=1)


def test_what_is_outside_has_no_place() -> None:
    """Lima is not on the map of Western Asia."""
    assert place_in("escwa")(-77.0, -12.0) is None
