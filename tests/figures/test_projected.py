"""Towns are put where the build put the economies."""

import pytest

from dashboard.catalogue import catalogue
from dashboard.figures import places
from dashboard.figures.projected import place_in

REGIONS = [code for code, group in catalogue().groups.items() if group.frame]


@pytest.mark.parametrize("region", REGIONS)
def test_economies_come_out_where_the_build_has_them(region: str) -> None:
    """To a step of the picture's thousand, in every frame and inset and both projections."""
    for panel in places.picture(region).panels:
        place = place_in(panel)
        left, top, width, height = panel.box
        economies = set(panel.points) & set(places.areas())
        for code, (x, y) in ((code, panel.points[code]) for code in economies):
            if left < x < left + width - 1 and top < y < top + height - 1:
                at = place(*places.areas()[code]["point"])
                assert at is not None
                assert at == pytest.approx((x, y), abs=1)


def test_what_is_outside_has_no_place() -> None:
    """Lima is not on the map of Western Asia."""
    for panel in places.picture("escwa").panels:
        assert place_in(panel)(-77.0, -12.0) is None
