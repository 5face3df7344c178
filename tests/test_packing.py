"""Series made small: what the letters say, by the description in the URL contract."""

import pytest

from dashboard.packing import pack, steps

YEARS = [2010, 2011, 2012]


@pytest.mark.parametrize(
    ("sources", "packed"), [("a.a", ""), ("a.b", "ab"), ("b.a", "ba"), ("b.b", "bb")]
)
def test_the_first_source_alone_needs_no_letters(sources: str, packed: str) -> None:
    """A letter a value, none for a year without; nothing where all are of the first source."""
    line = {"values": [1.0, None, 2.5], "status": "o.e", "sources": sources, "notes": {}}
    # 10 tenths are 20 in alternating signs, "U"; 15 more are 30, one times 26 and 4, "bE".
    assert pack(line, YEARS, 1) == ("U.bE", "oe", packed, [])


def test_notes_are_runs() -> None:
    """Place of the first year, number of years, place in the list of notes."""
    notes = {"2010": [3], "2011": [3, 0], "2012": [0]}
    line = {"values": [0.0, 0.0, 0.0], "status": "ooo", "sources": "aaa", "notes": notes}
    assert pack(line, YEARS, 0) == ("AAA", "ooo", "", [(1, 2, 0), (0, 2, 3)])


@pytest.mark.parametrize(
    ("values", "packed"),
    [
        # 100 is 200 with its sign, 7 times 26 and 18; 399 is a step of 99, one less than the last.
        ([100, 200, 300, 399], "~hSAAB"),
        ([100, None, 200, 300], "~hS.AA"),
        ([100, 0, 100, 0], "hShRhShR"),
        ([5, 5, 5], "KAA"),
        ([None, None], ""),
    ],
)
def test_steady_steps_are_written_as_their_change(values: list[float], packed: str) -> None:
    """The shorter of the two: steps, or after a tilde the steps from step to step."""
    assert steps(values, 0) == packed
