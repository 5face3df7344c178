"""Indicators that are the ratio of two others, such as parity; imports the catalogue only.

Both values are the publisher's own, of the same economy and year.
"""

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.pipeline.harmonise import COUNTS, EXCLUDED, KEY, OBSERVATIONS, Harmonised


def ratios(observations: pd.DataFrame, catalogue: Catalogue) -> Harmonised:
    """The observations of all indicators with `ratio_of`, from those of their parts.

    The status is estimated if either part is, the source that of the first part, and the notes are
    those of both. A part that is zero gives no ratio.
    """
    frames = [
        _ratio(indicator, observations)
        for indicator in catalogue.indicators.values()
        if indicator.ratio_of
    ]
    none = pd.DataFrame(columns=OBSERVATIONS)
    return Harmonised(
        observations=pd.concat(frames) if frames else none,
        counts=pd.DataFrame(columns=COUNTS),
        excluded=pd.DataFrame(columns=EXCLUDED),
    )


def _ratio(indicator: Indicator, observations: pd.DataFrame) -> pd.DataFrame:
    upper, lower = (observations[observations["indicator"] == part] for part in indicator.ratio_of)
    both = upper.merge(lower[lower["value"] > 0], on=KEY, suffixes=("", "_lower"))
    estimated = (both["status"] == "estimated") | (both["status_lower"] == "estimated")
    notes = [
        ";".join(sorted({*filter(None, (*one.split(";"), *other.split(";")))}))
        for one, other in zip(both["note"], both["note_lower"], strict=True)
    ]
    return both.assign(
        indicator=indicator.id,
        value=both["value"] / both["value_lower"],
        status=estimated.map({True: "estimated", False: "observed"}),
        note=pd.Series(notes, index=both.index, dtype=object),
    )[OBSERVATIONS]
