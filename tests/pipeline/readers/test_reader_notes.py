"""Publishers' remarks as our codes."""

import pytest

from dashboard.pipeline.readers.notes import codes, is_estimate


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("", ()),
        ("Aged 15 and older.", ("age-15-plus",)),
        ("Population age 6+.", ("age-6-plus",)),
        ("10 years of age or older", ("age-10-plus",)),
        ("Aged 16-74.", ("age-16-74",)),
        ("Population age 12-65", ("age-other",)),
        ("Aged 11 and older", ("age-other",)),
        ("Users in the last 12 months.", ("last-12-months",)),
        ("Break in comparability: three-month activity period applied.", ("break",)),
        ("Trend break. Sum of speed tiers", ("break",)),
        ("Due to the lack of definition for Urban/Rural breakdown", ()),
        ("Data from the largest mobile operator in Thailand", ("one-operator",)),
        ("Results are based on unweighted survey data", ("unweighted",)),
        ("Preliminary. Incl. inactive subscriptions.", ("inactive-included", "preliminary")),
        ("Source: Ministry of Communications, 12 000 lines", ()),
    ],
)
def test_codes(remark: str, expected: tuple[str, ...]) -> None:
    """A remark gives the codes of what it means for the figure, and nothing else."""
    assert codes(remark) == expected


@pytest.mark.parametrize(
    ("remark", "estimated"),
    [
        ("ITU estimate.", True),
        ("PTC, ZISPA, ITU estimate.", True),
        ("ITU Estimate2.", True),
        ("Country estimate.", True),
        ("Estimate from Ministry of Communications.", True),
        ("Aged 15 and older. NSO estimate.", True),
        ("Telecom Egypt estimate.", True),
        ("Coverage for largest network (estimate).", True),
        ("No latest estimations", False),
        ("American Community Survey 1-Year Estimates - Presence and Types of Internet", False),
        ("a multiplier of 3.54 was used to estimate the proportion of users", False),
        ("", False),
    ],
)
def test_estimates(remark: str, estimated: bool) -> None:
    """What ITU or the country says to have estimated has that status; other uses of the word have not."""
    assert is_estimate(remark) is estimated
